#!/usr/bin/python3
"""Which grade would public scanners give the headers that the server sends?

Counts by the rules of Mozilla's HTTP Observatory (from 100 down, tests and modifiers as its documentation lists them)
and by the list of securityheaders.com (one grade for each header missing), for a page, a list, a file and an error.
HTTPS is the proxy's part: what it must add (HSTS, the redirect) is left out here and said.
"""
import os, pathlib, subprocess, sys, tempfile, time, urllib.error, urllib.request

BIN = pathlib.Path(os.environ.get("BIN", "target/release/minhbach"))
PORT = int(os.environ.get("PORT", "17300"))
ASKED = {"page": "/", "search": "/search?q=so+hoa", "list": "/api/v1/targets?limit=1", "file": "/robots.txt", "no page": "/khong-co"}
GRADES = [(100, "A+"), (90, "A"), (85, "A-"), (80, "B+"), (70, "B"), (65, "B-"), (60, "C+"), (50, "C"), (45, "C-"), (40, "D+"), (30, "D"), (25, "D-"), (0, "F")]


def policy(text):
    parts = (part.split() for part in (text or "").split(";"))
    return {words[0].lower(): words[1:] for words in parts if words}


def observatory(headers):
    """Modifiers of the Observatory's tests that concern headers other than HSTS."""
    csp, score = policy(headers.get("content-security-policy")), {}
    scripts = csp.get("script-src", csp.get("default-src"))
    styles = csp.get("style-src", csp.get("default-src"))
    if scripts is None:
        score["no policy for scripts"] = -25
    elif "'unsafe-inline'" in scripts and not any(word.startswith(("'nonce-", "'sha256-")) for word in scripts) or "*" in scripts or "https:" in scripts:
        score["scripts from anywhere or inline"] = -20
    elif "'unsafe-eval'" in scripts:
        score["scripts made of strings"] = -10
    elif styles is None or "'unsafe-inline'" in styles:
        score["inline styles"] = 0
    else:
        score["no unsafe source"] = 10 if csp.get("default-src") == ["'none'"] else 5
    framed = "frame-ancestors" in csp
    if not framed and headers.get("x-frame-options", "").upper() not in ("DENY", "SAMEORIGIN"):
        score["may be framed"] = -20
    elif framed:
        score["framing refused by the policy"] = 5
    if headers.get("x-content-type-options", "").lower() != "nosniff":
        score["types are guessed"] = -5
    private = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
    referrer = headers.get("referrer-policy", "").lower()
    if referrer in private:
        score["private referrer"] = 5
    elif referrer in ("unsafe-url", "origin", "origin-when-cross-origin"):
        score["referrer told to all"] = -5
    if headers.get("access-control-allow-origin") == "*" and headers.get("access-control-allow-credentials") == "true":
        score["anyone may read with credentials"] = -50
    if headers.get("cross-origin-resource-policy", "") in ("same-origin", "same-site"):
        score["not embedded elsewhere"] = 10
    if "set-cookie" in headers:
        score["a cookie, which was to be none"] = -20
    return score


def observatory_grade(score):
    # Rewards count only from 90 on, as the Observatory has it.
    total = 100 + sum(points for points in score.values() if points < 0)
    if total >= 90:
        total += sum(points for points in score.values() if points > 0)
    return next(grade for least, grade in GRADES if total >= least), total


def missing(headers):
    """securityheaders.com: A with all six, one grade less for each that is missing; HSTS is the proxy's."""
    wanted = ["content-security-policy", "x-frame-options", "x-content-type-options", "referrer-policy", "permissions-policy"]
    return [name for name in wanted if name not in headers]


def get(path):
    try:
        answer = urllib.request.urlopen(f"http://127.0.0.1:{PORT}{path}", timeout=10)
    except urllib.error.HTTPError as error:
        answer = error
    return {name.lower(): value for name, value in answer.headers.items()}


def main():
    if not BIN.exists():
        print(f"headers: SKIPPED, {BIN} is not built")
        return 0
    bad = 0
    with tempfile.TemporaryDirectory() as data, open(f"{data}/log", "w") as log:
        server = subprocess.Popen([BIN, "serve", "--data", f"{data}/data", "--addr", f"127.0.0.1:{PORT}"], stdout=log, stderr=log)
        try:
            for _ in range(600):
                try:
                    get("/robots.txt")
                    break
                except OSError:
                    time.sleep(0.1)
            for name, path in ASKED.items():
                headers = get(path)
                score, lacking = observatory(headers), missing(headers)
                grade, total = observatory_grade(score)
                named = [word for word in ("server", "x-powered-by") if word in headers]
                good = grade == "A+" and not lacking and not named
                bad += not good
                print(f"headers: {name}: Observatory {grade} ({total}), securityheaders.com {'ABCDEF'[len(lacking)]}"
                      + (f", missing: {', '.join(lacking)}" if lacking else "") + (f", names its software: {named}" if named else "")
                      + ("" if good else f"; {score}"))
        finally:
            server.terminate()
            server.wait(20)
    return bad > 0


sys.exit(main())

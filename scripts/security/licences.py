#!/usr/bin/python3
"""Does every crate in the build have a licence and a source that deny.toml allows?

`cargo deny check bans licenses sources` where it is installed. Otherwise the same rules by `cargo metadata`, from what
each crate declares: licence texts are not read, and duplicate versions not looked for.
"""
import json, pathlib, re, shutil, subprocess, sys, tomllib

ROOT = pathlib.Path(__file__).parent.parent.parent
CRATES_IO = "registry+https://github.com/rust-lang/crates.io-index"


def allowed(expression, allow):
    """Evaluates an SPDX expression: AND, OR, WITH, brackets; "A/B" is an old way to write OR."""
    tokens = re.findall(r"\(|\)|[\w.+-]+(?: WITH [\w.+-]+)?", expression.replace("/", " OR "))
    words = [token if token in "()" else token.lower() if token in ("AND", "OR") else str(token in allow) for token in tokens]
    if not words or any(not re.fullmatch(r"\(|\)|and|or|True|False", word) for word in words):
        return False
    return eval(" ".join(words))  # only brackets, and, or, True, False: checked above


def main():
    if shutil.which("cargo-deny"):
        return subprocess.run(["cargo", "deny", "check", "bans", "licenses", "sources"], cwd=ROOT).returncode
    if not shutil.which("cargo"):
        print("licences: SKIPPED, neither cargo-deny nor cargo is here")
        return 0
    rules = tomllib.loads((ROOT / "deny.toml").read_text())["licenses"]
    metadata = subprocess.run(["cargo", "metadata", "--format-version", "1", "--locked"], cwd=ROOT, capture_output=True, check=True)
    faults, packages = [], json.loads(metadata.stdout)["packages"]
    exceptions = {one["crate"]: one["allow"] for one in rules.get("exceptions", [])}
    for package in packages:
        name, expression = f"{package['name']} {package['version']}", package["license"]
        if not expression or not allowed(expression, rules["allow"] + exceptions.get(package["name"], [])):
            faults.append(f"{name}: licence \"{expression}\" is not allowed by deny.toml")
        if package["source"] not in (None, CRATES_IO):
            faults.append(f"{name}: comes from {package['source']}")
        if package["source"] is None:
            faults += [f"{name}: any version of {one['name']} will do" for one in package["dependencies"]
                       if one["req"] == "*" and not one.get("path")]
    print("\n".join(f"licences: {fault}" for fault in faults) or
          f"licences: {len(packages)} crates, licences and sources as deny.toml allows (declared ones; cargo-deny is not here)")
    return bool(faults)


if __name__ == "__main__":
    assert allowed("(MIT OR Apache-2.0) AND ISC", ["MIT", "ISC"]) and not allowed("MIT AND GPL-3.0", ["MIT"])
    sys.exit(main())

#!/usr/bin/python3
"""What is the program made of? Prints a CycloneDX 1.5 bill of materials from `cargo metadata` and Cargo.lock.

Only what is linked into the server: normal dependencies for this machine's platform, without macros, build scripts' and
tests' needs.
"""
import json, pathlib, subprocess, sys, tomllib

ROOT = pathlib.Path(__file__).parent.parent


def metadata():
    rustc = subprocess.run(["rustc", "-vV"], capture_output=True, text=True, check=True).stdout
    platform = next(line.split(": ")[1] for line in rustc.splitlines() if line.startswith("host: "))
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", platform]
    return json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)


def linked(resolve, root, macros):
    """Ids of the packages that end up in the program, each with those it needs."""
    nodes = {node["id"]: node for node in resolve["nodes"]}
    found, waiting = {}, [root]
    while waiting:
        id = waiting.pop()
        if id not in found:
            normal = [dep["pkg"] for dep in nodes[id]["deps"] if dep["pkg"] not in macros
                      and any(kind["kind"] is None for kind in dep["dep_kinds"])]
            found[id] = sorted(normal)
            waiting += normal
    return found


def purl(package):
    return f"pkg:cargo/{package['name']}@{package['version']}"


def component(package, sums):
    own = package["source"] is None
    entry = {"type": "library", "bom-ref": purl(package), "name": package["name"], "version": package["version"], "purl": purl(package)}
    if package["license"]:
        entry["licenses"] = [{"expression": package["license"].replace("/", " OR ")}]
    if package["repository"]:
        entry["externalReferences"] = [{"type": "vcs", "url": package["repository"]}]
    sha = sums.get((package["name"], package["version"]))
    if sha:
        entry["hashes"] = [{"alg": "SHA-256", "content": sha}]
    elif not own:
        sys.exit(f"sbom: {entry['bom-ref']} has no checksum in Cargo.lock; run cargo update -w and look at the difference")
    return entry


def main():
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())
    sums = {(one["name"], one["version"]): one.get("checksum") for one in lock["package"]}
    data = metadata()
    packages = {package["id"]: package for package in data["packages"]}
    root = next(package for package in data["packages"] if package["name"] == "server" and package["source"] is None)
    macros = {id for id, package in packages.items() if any("proc-macro" in target["kind"] for target in package["targets"])}
    graph = linked(data["resolve"], root["id"], macros)
    parts = sorted((packages[id] for id in graph if id != root["id"]), key=purl)
    json.dump({
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {"component": {**component(root, sums), "type": "application", "name": "minhbach"}},
        "components": [component(package, sums) for package in parts],
        "dependencies": [{"ref": purl(packages[id]), "dependsOn": [purl(packages[need]) for need in needs]}
                         for id, needs in sorted(graph.items())],
    }, sys.stdout, indent=1, ensure_ascii=False)
    print(f"sbom: {len(parts)} crates", file=sys.stderr)


main()

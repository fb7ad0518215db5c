#!/usr/bin/env python3
"""What the program is made of, from Cargo.lock and the sources that Cargo has fetched.

    packaging/dependencies.py sbom [FEATURE…]      a bill of materials: CycloneDX 1.5, as JSON
    packaging/dependencies.py notices [FEATURE…]   the licences of all libraries, with their texts

Only libraries that are linked into the program count: none of tests, of build scripts, or of other targets. Needs cargo
and Python 3.9 or later, and no network once the sources are there.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import uuid
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXTS = re.compile(r"(licen[cs]e|copying|notice|copyright|unlicense)", re.IGNORECASE)


def run(*command):
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def linked(features):
    """The program, the packages that are linked into it, and what each of them depends on."""
    chosen = [f"--features={feature}" for feature in features]
    # `cargo metadata` joins the features that all members of the workspace want; `cargo tree` knows those of the program.
    edges = "--edges=normal,no-proc-macro"
    tree = run("cargo", "tree", "--locked", "--package=frontdesk", edges, "--prefix=none", "--format={p}", *chosen)
    wanted = set(re.findall(r"^(\S+) v(\S+)", tree, re.MULTILINE))
    metadata = json.loads(run("cargo", "metadata", "--locked", "--format-version=1", *chosen))
    packages = {
        package["id"]: package
        for package in sorted(metadata["packages"], key=lambda package: (package["name"], package["version"]))
        if (package["name"], package["version"]) in wanted
    }
    edges = {
        node["id"]: [
            dependency["pkg"]
            for dependency in node["deps"]
            if dependency["pkg"] in packages and any(kind["kind"] is None for kind in dependency["dep_kinds"])
        ]
        for node in metadata["resolve"]["nodes"]
        if node["id"] in packages
    }
    program = next(package for package in packages.values() if package["name"] == "frontdesk")
    return program, packages, edges


def checksums():
    """Of the archives at the registry, as Cargo.lock has them."""
    lock = (ROOT / "Cargo.lock").read_text()
    pattern = r'name = "(.*)"\nversion = "(.*)"\nsource = ".*"\nchecksum = "(.*)"'
    return {(name, version): checksum for name, version, checksum in re.findall(pattern, lock)}


def url(package):
    return f"pkg:cargo/{package['name']}@{package['version']}"


def component(package, kind, checksum):
    told = {"type": kind, "bom-ref": url(package), "name": package["name"], "version": package["version"]}
    told["description"] = (package["description"] or "").strip()
    if checksum:
        told["hashes"] = [{"alg": "SHA-256", "content": checksum}]
    if package["license"]:
        # Cargo allowed `/` for OR once.
        told["licenses"] = [{"expression": package["license"].replace("/", " OR ").replace("  ", " ")}]
    told["purl"] = url(package)
    if package["repository"]:
        told["externalReferences"] = [{"type": "vcs", "url": package["repository"]}]
    return told


def sbom(features):
    program, packages, edges = linked(features)
    known = checksums()
    libraries = [package for key, package in packages.items() if key != program["id"]]
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "timestamp": moment().strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": component(program, "application", None),
        },
        "components": [
            component(package, "library", known.get((package["name"], package["version"])))
            for package in libraries
        ],
        "dependencies": [
            {"ref": url(packages[key]), "dependsOn": sorted({url(packages[other]) for other in edges[key]})}
            for key in packages
        ],
    }
    # The same program has the same number, so that a build can be repeated.
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).digest()
    number = uuid.UUID(bytes=digest[:16], version=4)
    print(json.dumps({**content, "serialNumber": f"urn:uuid:{number}"}, indent=2, ensure_ascii=False))


def moment():
    """The time of the build, or the one that a repeatable build sets."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), timezone.utc) if epoch else datetime.now(timezone.utc)


def notices(features):
    program, packages, _ = linked(features)
    texts = {}
    print("Frontdesk contains these libraries. Each is followed by its licence; the texts are below.\n")
    for key, package in packages.items():
        if key == program["id"]:
            continue
        numbers = []
        folder = Path(package["manifest_path"]).parent
        for file in sorted(folder.iterdir()):
            if TEXTS.match(file.name) and file.is_file():
                text = file.read_text(errors="replace").strip()
                # Most differ only in how their lines are broken.
                number, _ = texts.setdefault(" ".join(text.split()), (len(texts) + 1, text))
                numbers.append(str(number))
        authors = ", ".join(package["authors"]) or "its authors"
        where = f"texts {', '.join(numbers)}" if numbers else f"by {authors}; its archive has no text"
        print(f"{package['name']} {package['version']}: {package['license']} ({where})")
    for number, text in texts.values():
        print(f"\n\n==== Text {number} ====\n\n{text}")


def main():
    kinds = {"sbom": sbom, "notices": notices}
    if len(sys.argv) < 2 or sys.argv[1] not in kinds:
        sys.exit(__doc__.strip())
    kinds[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    main()

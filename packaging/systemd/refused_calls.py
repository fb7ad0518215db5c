#!/usr/bin/env python3
"""Prints the system calls in a trace that the unit would refuse, one a line; nothing if there are none.

    strace -f -o TRACE frontdesk …
    packaging/systemd/refused_calls.py packaging/systemd/frontdesk.service TRACE

Only a machine that systemd has started can try the filter itself.
"""

import re
import subprocess
import sys
from pathlib import Path


def calls(name):
    """Those of a set such as `@system-service`, which contains others."""
    if not name.startswith("@"):
        return {name}
    told = subprocess.run(["systemd-analyze", "syscall-filter", name], check=True, capture_output=True, text=True)
    names = [line.strip() for line in told.stdout.splitlines()[1:]]
    return set().union(*(calls(name) for name in names if name and not name.startswith("#")))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.strip())
    unit, trace = (Path(path).read_text(errors="replace") for path in sys.argv[1:])
    # systemd always allows this set, beside those of an allow list.
    allowed = calls("@default")
    for line in re.findall(r"^SystemCallFilter=(.*)$", unit, re.MULTILINE):
        named = set().union(*(calls(name) for name in line.lstrip("~").split()))
        allowed = allowed - named if line.startswith("~") else allowed | named
    used = set(re.findall(r"^\d+ +(\w+)\(", trace, re.MULTILINE))
    if len(used) < 30:
        sys.exit(f"{sys.argv[2]} is no whole trace: {len(used)} calls")
    print("\n".join(sorted(used - allowed)), end="")


if __name__ == "__main__":
    main()

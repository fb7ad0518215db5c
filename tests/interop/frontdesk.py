"""The program as the tests of this folder run it: its server, on a database of its own, and its commands."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx

PASSWORD = "violet harbour kettle"

# Cheap hashes and no limits: neither is what is tried here.
SETTINGS = {
    "FRONTDESK_HASHING__MEMORY_KIB": "64",
    "FRONTDESK_HASHING__PASSES": "1",
    "FRONTDESK_HASHING__LANES": "1",
    "FRONTDESK_RATE_LIMITS__ENABLED": "false",
    "FRONTDESK_LOG__LEVEL": "warn",
}

# In seconds: more than a mail may be on its way, which the end waits for.
LONGEST_END = 70


class Frontdesk:
    """The server, for a `with` block."""

    def __init__(self, program, **settings):
        self.program, self.folder = program, tempfile.TemporaryDirectory()
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.environment = {"ROCKET_PORT": str(self.port)} | SETTINGS | settings
        self.log = Path(self.folder.name, "log")

    def run(self, *arguments, text="", check=True, **settings):
        return subprocess.run(
            [self.program, *arguments],
            cwd=self.folder.name,
            env=self.environment | settings,
            input=text,
            text=True,
            check=check,
            capture_output=True,
        )

    def add_administrator(self, email):
        self.run("admin", "create", email, "--password-stdin", text=PASSWORD)

    def start(self):
        with self.log.open("a") as log:
            self.server = subprocess.Popen(
                [self.program], cwd=self.folder.name, env=self.environment, stdout=log
            )
        for _ in range(400):
            try:
                httpx.get(self.url)
                return
            except httpx.TransportError:
                time.sleep(0.05)
        self.kill()
        raise SystemExit("the server does not answer")

    def stop(self):
        """As an operator does; what comes back is the exit code."""
        self.server.terminate()
        try:
            return self.server.wait(LONGEST_END)
        except subprocess.TimeoutExpired:
            self.kill()
            raise SystemExit(f"DIFFERENCE: the server does not end within {LONGEST_END} s")

    def kill(self):
        """As a machine does that fails."""
        self.server.kill()
        self.server.wait()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, failure, *_):
        if failure:
            self.kill()
        else:
            check(self.stop() == 0, "the server's exit code")
        self.folder.cleanup()


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def check(is_right, what):
    if not is_right:
        raise SystemExit(f"DIFFERENCE: {what}")


def main(*groups):
    """Runs them with the program that the command line names, and prints what each says."""
    program = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("FRONTDESK_BIN", "")
    if not os.access(program, os.X_OK):
        raise SystemExit(f"Say which program: python {Path(sys.argv[0]).name} FRONTDESK")
    program = str(Path(program).resolve())
    for group in groups:
        print(group(program), flush=True)

"""The API as programs of others see it: a fuzzer that reads its description, a verifier that has only the public keys, and
the examples of docs/features/api.md.

    pip install -r requirements.txt
    python api.py FRONTDESK          (the program; or FRONTDESK_BIN names it)

One line for each group. A difference is told in lines of its own, and the exit code is 1.
"""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx
import jwt

HERE = Path(__file__).resolve().parent
DOCUMENT = HERE.parent.parent / "docs" / "features" / "api.md"
PASSWORD = "violet harbour kettle"

# Cheap hashes and no limits: neither is what is tried here.
SETTINGS = {
    "FRONTDESK_HASHING__MEMORY_KIB": "64",
    "FRONTDESK_HASHING__PASSES": "1",
    "FRONTDESK_HASHING__LANES": "1",
    "FRONTDESK_RATE_LIMITS__ENABLED": "false",
    "FRONTDESK_LOG": "warn",
}


class Frontdesk:
    """The server, on a database of its own, for a `with` block."""

    def __init__(self, program, **settings):
        self.program, self.folder = program, tempfile.TemporaryDirectory()
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            port = listener.getsockname()[1]
        self.url = f"http://localhost:{port}"
        self.environment = {"ROCKET_PORT": str(port)} | SETTINGS | settings

    def run(self, *arguments, text=""):
        command = [self.program, *arguments]
        return subprocess.run(
            command, cwd=self.folder.name, env=self.environment, input=text, text=True, check=True, capture_output=True
        ).stdout

    def __enter__(self):
        for email in ("root@example.org", "fuzzed@example.org"):
            self.run("admin", "create", email, "--password-stdin", text=PASSWORD)
        self.server = subprocess.Popen([self.program], cwd=self.folder.name, env=self.environment, stdout=subprocess.DEVNULL)
        for _ in range(200):
            try:
                httpx.get(self.url)
                return self
            except httpx.TransportError:
                time.sleep(0.05)
        raise SystemExit("the server does not answer")

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()
        self.folder.cleanup()

    def log_in(self, email):
        form = {"grant_type": "password", "username": email, "password": PASSWORD}
        return httpx.post(f"{self.url}/token", data=form).raise_for_status().json()

    def example(self, containing):
        """The names that one of the document's Python examples leaves behind."""
        examples = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text(), re.DOTALL)
        [example] = [example for example in examples if containing in example]
        names = {}
        exec(example.replace("http://localhost:8000", self.url), names)
        return names


def check(is_right, what):
    if not is_right:
        raise SystemExit(f"DIFFERENCE: {what}")


def refused(user_id, token, what):
    try:
        user_id(token)
    except jwt.PyJWTError:
        return
    raise SystemExit(f"DIFFERENCE: PyJWT accepts {what}")


def examples(program):
    with Frontdesk(program) as frontdesk:
        left = frontdesk.example("import httpx")
        check(left["me"].json()["email"] == "carol@example.com", "the example's account")
    return "the Python example does what it says"


def verifier(program):
    with Frontdesk(program) as frontdesk:
        verify = frontdesk.example("import jwt")["user_id"]
        me = httpx.post(
            f"{frontdesk.url}/users/signup", json={"email": "eve@example.com", "password": PASSWORD}
        ).json()
        token = frontdesk.log_in("eve@example.com")["access_token"]
        check(verify(token) == me["id"], "whose token it is")
        head, body, signature = token.split(".")
        refused(verify, f"{head}.{body}.{signature[::-1]}", "another signature")
        refused(verify, f"{head}.{body}.", "no signature")
        frontdesk.run("keys", "rotate")
        keys = httpx.get(f"{frontdesk.url}/.well-known/jwks.json").json()["keys"]
        check(len(keys) == 2, "a new key is published")
        check(verify(token) == me["id"], "what the old key has signed")
        frontdesk.run("keys", "rotate", "--forget-old")
        refused(verify_anew := frontdesk.example("import jwt")["user_id"], token, "what a forgotten key has signed")
        check(verify_anew(frontdesk.log_in("eve@example.com")["access_token"]) == me["id"], "the new key's token")
    with Frontdesk(program, FRONTDESK_TOKENS__AUDIENCE="https://shelf.example") as other:
        token = other.log_in("root@example.org")["access_token"]
        refused(other.example("import jwt")["user_id"], token, "a token for another audience")
    with Frontdesk(program, FRONTDESK_TOKENS__ALGORITHM="ES256") as other:
        token = other.log_in("root@example.org")["access_token"]
        refused(other.example("import jwt")["user_id"], token, "another algorithm")
        key = jwt.PyJWKClient(f"{other.url}/.well-known/jwks.json").get_signing_key_from_jwt(token)
        claims = jwt.decode(token, key, algorithms=["ES256"], issuer=other.url, audience=other.url)
        check(claims["sub"] == "1", "whose ES256 token it is")
    return "PyJWT verifies EdDSA and ES256 by the published keys alone, and refuses what is none of ours"


def fuzzer(program):
    with Frontdesk(program, FRONTDESK_TOKENS__ACCESS_MINUTES="60") as frontdesk:
        command = [
            str(Path(sys.executable).with_name("schemathesis")),
            "--config-file", str(HERE / "schemathesis.toml"),
            "run", f"{frontdesk.url}/openapi.json",
            "--checks", "all",
            "--header", f"Authorization: Bearer {frontdesk.log_in('root@example.org')['access_token']}",
        ]
        environment = os.environ | {
            "SCHEMATHESIS_HOOKS": "schemathesis_hooks",
            "PYTHONPATH": str(HERE),
            "PYTHONDONTWRITEBYTECODE": "1",
            "FRONTDESK_URL": frontdesk.url,
            "FRONTDESK_EMAIL": "fuzzed@example.org",
            "FRONTDESK_PASSWORD": PASSWORD,
        }
        ran = subprocess.run(command, cwd=frontdesk.folder.name, env=environment, text=True, capture_output=True)
        if ran.returncode != 0:
            raise SystemExit(f"DIFFERENCE: the description and the API\n{ran.stdout}{ran.stderr}")
        [tried] = re.findall(r"(\d+) generated", ran.stdout)
    return f"Schemathesis finds nothing in {tried} requests"


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("FRONTDESK_BIN", "")
    if not os.access(program, os.X_OK):
        raise SystemExit("Say which program: python api.py FRONTDESK")
    program = str(Path(program).resolve())
    for group in (examples, verifier, fuzzer):
        print(group(program), flush=True)


if __name__ == "__main__":
    main()

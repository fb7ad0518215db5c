"""The API as programs of others see it: a fuzzer that reads its description, a verifier that has only the public keys, and
the examples of docs/features/api.md.

    pip install -r requirements.txt
    python api.py FRONTDESK          (the program; or FRONTDESK_BIN names it)

One line for each group. A difference is told in lines of its own, and the exit code is 1.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import jwt
from frontdesk import PASSWORD, Frontdesk, check, main

HERE = Path(__file__).resolve().parent
DOCUMENT = HERE.parent.parent / "docs" / "features" / "api.md"


class Api(Frontdesk):
    """With two administrators, and what a program does first."""

    def __enter__(self):
        for email in ("root@example.org", "fuzzed@example.org"):
            self.add_administrator(email)
        return super().__enter__()

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


def refused(user_id, token, what):
    try:
        user_id(token)
    except jwt.PyJWTError:
        return
    raise SystemExit(f"DIFFERENCE: PyJWT accepts {what}")


def examples(program):
    with Api(program) as frontdesk:
        left = frontdesk.example("import httpx")
        check(left["me"].json()["email"] == "carol@example.com", "the example's account")
    return "the Python example does what it says"


def verifier(program):
    with Api(program) as frontdesk:
        verify = frontdesk.example("import jwt")["user_id"]
        me = httpx.post(
            f"{frontdesk.url}/users/signup", json={"email": "eve@example.com", "password": PASSWORD}
        ).json()
        token = frontdesk.log_in("eve@example.com")["access_token"]
        user = verify(token)
        check(len(user) == 22 and user != str(me["id"]), "a public id")
        check(verify(frontdesk.log_in("root@example.org")["access_token"]) != user, "whose token it is")
        head, body, signature = token.split(".")
        refused(verify, f"{head}.{body}.{signature[::-1]}", "another signature")
        refused(verify, f"{head}.{body}.", "no signature")
        frontdesk.run("keys", "rotate")
        keys = httpx.get(f"{frontdesk.url}/.well-known/jwks.json").json()["keys"]
        check(len(keys) == 2, "a new key is published")
        check(verify(token) == user, "what the old key has signed")
        frontdesk.run("keys", "rotate", "--forget-old")
        refused(verify_anew := frontdesk.example("import jwt")["user_id"], token, "what a forgotten key has signed")
        check(verify_anew(frontdesk.log_in("eve@example.com")["access_token"]) == user, "the new key's token")
    with Api(program, FRONTDESK_TOKENS__AUDIENCE="https://shelf.example") as other:
        token = other.log_in("root@example.org")["access_token"]
        refused(other.example("import jwt")["user_id"], token, "a token for another audience")
    with Api(program, FRONTDESK_TOKENS__ALGORITHM="ES256") as other:
        token = other.log_in("root@example.org")["access_token"]
        refused(other.example("import jwt")["user_id"], token, "another algorithm")
        key = jwt.PyJWKClient(f"{other.url}/.well-known/jwks.json").get_signing_key_from_jwt(token)
        claims = jwt.decode(token, key, algorithms=["ES256"], issuer=other.url, audience=other.url)
        check(claims["scope"] == "account admin", "what the ES256 token may be used for")
    return "PyJWT verifies EdDSA and ES256 by the published keys alone, and refuses what is none of ours"


def fuzzer(program):
    with Api(program, FRONTDESK_TOKENS__ACCESS_MINUTES="60") as frontdesk:
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


if __name__ == "__main__":
    main(examples, verifier, fuzzer)

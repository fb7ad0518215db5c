"""What a schema cannot say, for Schemathesis: addresses that are free, passwords that nobody guesses, places in the list,
and the credentials of a real account (FRONTDESK_EMAIL and FRONTDESK_PASSWORD at FRONTDESK_URL)."""

import base64
import os
import secrets

import httpx
import schemathesis
from hypothesis import strategies


def address():
    return f"{secrets.token_hex(8)}@example.com"


def account():
    return {"username": os.environ["FRONTDESK_EMAIL"], "password": os.environ["FRONTDESK_PASSWORD"]}


def refresh_token():
    answer = httpx.post(f"{os.environ['FRONTDESK_URL']}/token", data={"grant_type": "password"} | account())
    return answer.raise_for_status().json()["refresh_token"]


def place(number):
    text = f"s{1_700_000_000_000_000_000 + number}.{number}"
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


schemathesis.openapi.format("email", strategies.builds(address))
schemathesis.openapi.format("password", strategies.builds(lambda: secrets.token_urlsafe(16)))
schemathesis.openapi.format("cursor", strategies.integers(0, 1_000_000).map(place))


@schemathesis.hook
def before_call(context, case, kwargs):
    # The server's HTTP library drops headers that are no UTF-8, as if nobody had sent them.
    key = "Idempotency-Key"
    if isinstance(case.headers.get(key), str):
        case.headers[key] = case.headers[key].encode().decode("latin-1")
    is_right = case.meta is not None and case.meta.generation.mode.is_positive
    if not is_right or not isinstance(case.body, dict):
        return
    if case.operation.label == "POST /token" and case.body.get("grant_type") == "password":
        case.body = case.body | account()
    if case.operation.label == "POST /token" and case.body.get("grant_type") == "refresh_token":
        case.body = case.body | {"refresh_token": refresh_token()}
    # An address is free only once, also that of the description's example.
    if case.operation.label == "POST /users/signup":
        case.body = case.body | {"email": address()}

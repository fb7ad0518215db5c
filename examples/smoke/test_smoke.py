"""A smoke test of Frontdesk with pytest and MechanicalSoup: a browser without script.

pip install pytest MechanicalSoup
FRONTDESK_URL=https://id.example.com pytest test_smoke.py

Signs a disposable person up, tries the same address again, logs out and in, changes the password, and closes the account.
"""

import os
import secrets

import mechanicalsoup
import pytest

URL = os.environ["FRONTDESK_URL"].rstrip("/")
PASSWORDS = [f"{words} {secrets.token_hex(4)}" for words in ("violet harbour", "copper meadow")]
PAGES = ["/", "/login", "/signup", "/password-reset", "/docs", "/robots.txt", "/health/ready"]


def open_browser():
    browser = mechanicalsoup.StatefulBrowser(raise_on_404=True)
    browser.session.headers["Accept-Language"] = "en"
    return browser


def send(browser, path, form, **fields):
    """Opens a page, fills its form in and sends it; what comes back is the status and the text of the flash."""
    browser.open(URL + path)
    browser.select_form(form)
    for name, value in fields.items():
        browser[name] = value
    if browser.page.select_one(f"{form} [name=accept_terms]"):
        browser["accept_terms"] = True
    status = browser.submit_selected().status_code
    flash = browser.page.select_one("#flash")
    return status, flash.get_text(strip=True) if flash else ""


@pytest.fixture(scope="module")
def person():
    """A browser that is logged in, and its address. The account is closed at the end, whatever happens."""
    browser, email = open_browser(), f"smoke-{secrets.token_hex(6)}@example.com"
    try:
        status, flash = send(browser, "/signup", "#sign-up-form", email=email, password=PASSWORDS[0])
        assert (status, flash) == (200, "Welcome! Your account is ready.")
        yield browser, email
    finally:
        for password in reversed(PASSWORDS):
            send(closing := open_browser(), "/login", "#log-in-form", email=email, password=password)
            closing.post(f"{URL}/account/close")


@pytest.mark.parametrize("path", PAGES)
def test_page(path):
    answer = open_browser().open(URL + path, timeout=30)
    assert answer.status_code == 200
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.elapsed.total_seconds() < 2


def test_duplicate(person):
    answer = send(open_browser(), "/signup", "#sign-up-form", email=person[1].upper(), password=PASSWORDS[0])
    assert answer == (409, "Email already registered")


def test_log_out_and_in(person):
    browser, email = person
    assert send(browser, "/account", "#log-out-form")[0] == 200
    assert browser.open(f"{URL}/account").url.startswith(f"{URL}/login")
    assert send(browser, "/login", "#log-in-form", email=email, password="wrong")[0] == 422
    assert send(browser, "/login", "#log-in-form", email=email, password=PASSWORDS[0])[0] == 200
    assert browser.url == f"{URL}/account"


def test_new_password(person):
    fields = dict(zip(("current_password", "new_password"), PASSWORDS))
    status, flash = send(person[0], "/account/password", "#change-password-form", **fields)
    assert status == 200 and flash.startswith("Password changed.")

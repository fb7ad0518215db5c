"""The smoke tests in examples/smoke, each against a site that is all right and against one that it must not accept.

    pip install -r requirements.txt -r ../../examples/smoke/requirements.txt
    npm install --prefix PLAYWRIGHT @playwright/test
    python smoke.py FRONTDESK PLAYWRIGHT HURL      (the programs, and the folder of node_modules; needs curl and chromium)

Each leaves no open account behind. The file of `frontdesk smoke --junit` is read by junitparser.
"""

import os
import secrets
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from junitparser import JUnitXml

from frontdesk import Frontdesk, check, main

EXAMPLES = Path(__file__).parents[2] / "examples" / "smoke"
PLAYWRIGHT, HURL = (Path(argument).resolve() for argument in sys.argv[2:4])
LONGEST = 120


def commands(url):
    """The examples as their first lines say that they are run."""
    email = f"smoke-{secrets.token_hex(6)}@example.com"
    variables = ["--variable", f"url={url}", "--variable", f"email={email}"]
    pytest = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", EXAMPLES / "test_smoke.py"]
    return {
        "curl": ["bash", EXAMPLES / "smoke.sh", url],
        "Hurl": [HURL, "--test", *variables, EXAMPLES / "smoke.hurl"],
        "pytest": pytest,
        "Playwright": [PLAYWRIGHT / "node_modules/.bin/playwright", "test", "smoke.spec.mjs"],
    }


def run(command, url):
    environment = os.environ | {"FRONTDESK_URL": url, "CHROMIUM": shutil.which("chromium"), "CI": "true"}
    done = subprocess.run(
        command, cwd=PLAYWRIGHT, env=environment, text=True, capture_output=True, timeout=LONGEST
    )
    return done.returncode, done.stdout + done.stderr


def users(frontdesk):
    """How many there are, and how many of them are closed."""
    with sqlite3.connect(Path(frontdesk.folder.name, "data", "frontdesk.db")) as database:
        return database.execute("SELECT count(*), count(closed_at) FROM users").fetchone()


def a_site_that_is_all_right(program):
    shutil.copy(EXAMPLES / "smoke.spec.mjs", PLAYWRIGHT)
    terms = {"FRONTDESK_SIGNUP__REQUIRE_TERMS": "true", "FRONTDESK_SITE__TERMS_URL": "https://example.com/terms"}
    for settings in ({}, terms):
        with Frontdesk(program, **settings) as frontdesk:
            for number, (name, command) in enumerate(commands(frontdesk.url).items(), 1):
                code, told = run(command, frontdesk.url)
                check(code == 0, f"{name}: {told}")
                check(users(frontdesk) == (number, number), f"{name} leaves an account: {users(frontdesk)}")
    return "curl, Hurl, pytest and Playwright pass, with and without terms, and close their accounts."


def a_site_in_private_mode(program):
    with Frontdesk(program, FRONTDESK_SIGNUP__PRIVATE="true") as frontdesk:
        for name, command in commands(frontdesk.url).items():
            code, told = run(command, frontdesk.url)
            check(code != 0, f"{name} finds nothing: {told}")
    return "None of them passes in private mode."


def junit(program):
    with Frontdesk(program) as frontdesk:
        frontdesk.run("smoke", frontdesk.url, "--junit", "smoke.xml")
        report = JUnitXml.fromfile(str(Path(frontdesk.folder.name, "smoke.xml")))
        suites = {suite.name: (suite.tests, suite.failures, suite.skipped) for suite in report}
        counted = {suite.name: (len(list(suite)), 0, 0) for suite in report}
        check(suites == counted and set(suites) == {"pages", "account"}, f"junitparser: {suites}, {counted}")
        check(all(case.is_passed and case.time >= 0 for suite in report for case in suite), "the cases")
    return "junitparser reads the file of frontdesk smoke --junit."


if __name__ == "__main__":
    main(a_site_that_is_all_right, a_site_in_private_mode, junit)

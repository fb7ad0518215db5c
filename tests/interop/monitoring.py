"""What Prometheus's own tool says about the figures and the alerts.

    pip install -r requirements.txt
    python monitoring.py FRONTDESK         (the program; or FRONTDESK_BIN names it; needs promtool in PATH)

`promtool check metrics` must find nothing in the figures of a server that has worked, nor `check rules` in the alerts.
"""

import subprocess
from pathlib import Path

import httpx

from frontdesk import PASSWORD, Frontdesk, check, main

TOKEN = "a-token-of-the-tests"
ALERTS = Path(__file__).parents[2] / "docs" / "monitoring" / "alerts.yml"


def promtool(*arguments, text=""):
    run = subprocess.run(["promtool", *arguments], input=text, text=True, capture_output=True)
    said = (run.stdout + run.stderr).strip()
    print(f"promtool {' '.join(arguments[:2])}: {said or 'nothing to say'}")
    return run.returncode, said


def figures(program):
    with Frontdesk(program, FRONTDESK_METRICS__TOKEN=TOKEN) as frontdesk:
        person = {"email": "alice@example.com", "password": PASSWORD}
        check(httpx.post(f"{frontdesk.url}/users/signup", json=person).status_code == 201, "a sign-up")
        check(httpx.get(f"{frontdesk.url}/no-such-page").status_code == 404, "a missing page")
        answer = httpx.get(f"{frontdesk.url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
        check(answer.status_code == 200, "the figures")
        code, said = promtool("check", "metrics", text=answer.text)
        check(code == 0 and not said, "promtool finds nothing in the figures")


def alerts(_program):
    code, _ = promtool("check", "rules", str(ALERTS))
    check(code == 0, "promtool takes the alerts")


if __name__ == "__main__":
    main(figures, alerts)

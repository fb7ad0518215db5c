"""Which passwords of Django's own list of common ones Frontdesk refuses.

    pip install -r requirements.txt
    python passwords.py FRONTDESK          (the program; or FRONTDESK_BIN names it)

One line for each spelling. At least 99 of 100 must be refused; otherwise the exit code is 1.
"""

import subprocess
import tempfile

from django.contrib.auth.password_validation import CommonPasswordValidator

from frontdesk import SETTINGS, check, main

MIN_LENGTH = 8
MIN_REFUSED = 0.99


def answers(program, passwords):
    """What `frontdesk password check` says of each."""
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            [program, "password", "check"],
            cwd=folder,
            env=SETTINGS,
            input="".join(f"{password}\n" for password in passwords).encode(),
            capture_output=True,
        )
    said = run.stdout.decode().splitlines()
    check(len(said) == len(passwords), f"one answer for each password: {run.stderr.decode()}")
    return dict(zip(passwords, said))


def django_list(program):
    listed = sorted(p for p in CommonPasswordValidator().passwords if len(p) >= MIN_LENGTH)
    check(len(listed) > 8_000, "the length of Django's list")
    for name, spelling in [("as listed", str), ("capitalized", str.capitalize), ("in capitals", str.upper)]:
        said = answers(program, [spelling(password) for password in listed])
        accepted = [password for password, answer in said.items() if answer == "accepted"]
        share = 1 - len(accepted) / len(said)
        print(f"Django's list, {name}: {len(said)} passwords, {share:.2%} refused", flush=True)
        check(share >= MIN_REFUSED, f"accepted: {accepted[:20]}")
    return "Django's list of common passwords: ok"


def good_ones(program):
    passwords = ["violet harbour kettle", "SecurePass123", "MySecure123", "correcthorsebattery"]
    said = answers(program, passwords)
    check(set(said.values()) == {"accepted"}, f"good passwords: {said}")
    return "Good passwords: ok"


if __name__ == "__main__":
    main(django_list, good_ones)

"""Password hashes verified both ways: what argon2-cffi and Django make, Frontdesk checks, and vice versa.

    pip install -r requirements.txt
    python argon2.py FRONTDESK          (the program; or FRONTDESK_BIN names it)

One line for each group. A difference is told in a line of its own, and the exit code is 1.
"""

import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

# The folder of this file comes first, and `import argon2` would find this file.
sys.path[:] = [entry for entry in sys.path if Path(entry).resolve() != Path(__file__).resolve().parent]

import argon2
import django.conf
from argon2.low_level import Type, hash_secret
from django.contrib.auth.hashers import Argon2PasswordHasher, check_password

ENGINES = ["auto", "reference"]

# All pass Frontdesk's policy, and each is cut by one character to have a wrong one.
PASSWORDS = [
    "violet harbour kettle",
    "  with spaces before, between and behind  ",
    "Grüße an Zoë, наизнанку, 暗証番号 🔑",
    "copper meadow thistle lantern / quiet orchard magnet umbrella 64",
    "žluťoučký kůň příšerně úpěl ďábelské ódy, a k tomu šedesát čtyři",
]

# Memory in KiB, passes, lanes, octets of salt and tag: the ends of what is asked for, and what people use.
PARAMETERS = [
    (8, 1, 1, 8, 16),
    (64, 4, 8, 32, 64),
    (19_456, 2, 1, 16, 32),
    (65_536, 3, 4, 16, 32),
    (102_400, 4, 8, 16, 32),
]
RANDOM_PARAMETERS = 10

# What Frontdesk hashes with: memory in KiB, passes, lanes.
SETTINGS = [(8, 1, 1), (64, 1, 8), (1_000, 3, 3), (19_456, 2, 1), (65_536, 3, 4), (102_400, 2, 8)]

MOST_MEMORY_KIB = 102_400

# Makes the same choices in every run.
chance = random.Random(9106)


class Frontdesk:
    """The program, in a folder of its own."""

    def __init__(self, program, folder, settings):
        self.program, self.folder = program, Path(folder)
        self.environment = {"FRONTDESK_DATA_DIR": folder}
        self.environment |= {f"FRONTDESK_HASHING__{name}": str(value) for name, value in settings.items()}

    def run(self, *arguments, text):
        return subprocess.run(
            [self.program, *arguments],
            input=text.encode(),
            capture_output=True,
            cwd=self.folder,
            env=self.environment,
        )

    def fits(self, phc, password, line_end):
        """True or False; anything else that the program says is a text."""
        run = self.run("hash", "verify", phc, text=password + line_end)
        said, complained = run.stdout.decode().splitlines(), run.stderr.decode().splitlines()
        if run.returncode == 0 and said[-1:] == ["The password fits."]:
            return True
        if run.returncode == 1 and not said and complained[-1:] == ["frontdesk: the password does not fit"]:
            return False
        return f"exit code {run.returncode}, {said + complained}"

    def hash(self, email, password):
        """A PHC string from the register."""
        run = self.run("admin", "create", email, "--password-stdin", text=password + "\n")
        if run.returncode != 0:
            sys.exit(f"DIFFERENCE: frontdesk admin create: {run.stdout.decode()}{run.stderr.decode()}")
        database = sqlite3.connect(self.folder / "frontdesk.db")
        try:
            query = "SELECT hashed_password FROM users WHERE email = ?"
            return database.execute(query, [email]).fetchone()[0]
        finally:
            database.close()


class Group:
    """Checks that belong together."""

    all_agree = True

    def __init__(self, name):
        self.name, self.hashes, self.checks, self.differences = name, 0, 0, 0

    def expect(self, what, wanted, found):
        self.checks += 1
        if found != wanted:
            self.differences += 1
            print(f"DIFFERENCE: {self.name}: {what}: expected {wanted}, found {found}", flush=True)

    def end(self):
        verdict = "ok" if self.differences == 0 and self.checks > 0 else f"{self.differences} DIFFERENCES"
        Group.all_agree &= verdict == "ok"
        print(f"{self.name}: {self.hashes} hashes, {self.checks} checks: {verdict}", flush=True)


def random_parameters():
    lanes = chance.randint(1, 8)
    # As many small ones as large ones.
    memory = round(8 * lanes * (MOST_MEMORY_KIB / (8 * lanes)) ** chance.random())
    return memory, chance.randint(1, 4), lanes, chance.randint(8, 32), chance.randint(16, 64)


def by_argon2_cffi():
    """Pairs of a PHC string and its password."""
    for password in PASSWORDS:
        yield argon2.PasswordHasher().hash(password), password
    for kind in [Type.ID, Type.I, Type.D]:
        several = PARAMETERS + [random_parameters() for _ in range(RANDOM_PARAMETERS)]
        for number, parameters in enumerate(several):
            memory, passes, lanes, salt_octets, tag_octets = parameters
            password = PASSWORDS[number % len(PASSWORDS)]
            salt = chance.randbytes(salt_octets)
            phc = hash_secret(password.encode(), salt, passes, memory, lanes, tag_octets, kind)
            yield phc.decode(), password


def by_django():
    """Pairs of a PHC string and its password; Django writes `argon2` before the string."""
    for password in PASSWORDS:
        hasher = Argon2PasswordHasher()
        yield hasher.encode(password, hasher.salt()).removeprefix("argon2"), password
    for number, (memory, passes, lanes, salt_octets, _) in enumerate(PARAMETERS):
        hasher = Argon2PasswordHasher()
        hasher.memory_cost, hasher.time_cost, hasher.parallelism = memory, passes, lanes
        password = PASSWORDS[number % len(PASSWORDS)]
        salt = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=salt_octets))
        yield hasher.encode(password, salt).removeprefix("argon2"), password


def frontdesk_checks(program, engine, maker, made):
    group = Group(f"{maker} makes, Frontdesk checks (engine {engine})")
    with tempfile.TemporaryDirectory() as folder:
        frontdesk = Frontdesk(program, folder, {"ENGINE": engine})
        for number, (phc, password) in enumerate(made):
            group.hashes += 1
            line_end = ["\n", ""][number % 2]
            group.expect(f"{phc} with {password!r}", True, frontdesk.fits(phc, password, line_end))
            wrong = password[:-1]
            group.expect(f"{phc} with {wrong!r}", False, frontdesk.fits(phc, wrong, line_end))
    group.end()


def fits_by_argon2_cffi(phc, password):
    try:
        return argon2.PasswordHasher().verify(phc, password)
    except argon2.exceptions.VerifyMismatchError:
        return False
    except argon2.exceptions.Argon2Error as error:
        return repr(error)


def fits_by_django(phc, password):
    return check_password(password, f"argon2{phc}")


def python_checks(program, engine):
    group = Group(f"Frontdesk makes (engine {engine}), argon2-cffi and Django check")
    for memory, passes, lanes in SETTINGS:
        settings = {"ENGINE": engine, "MEMORY_KIB": memory, "PASSES": passes, "LANES": lanes}
        wanted = argon2.Parameters(Type.ID, 19, 16, 32, passes, memory, lanes)
        with tempfile.TemporaryDirectory() as folder:
            frontdesk = Frontdesk(program, folder, settings)
            for number, password in enumerate(PASSWORDS):
                group.hashes += 1
                # Whoever types a letter and its accent one by one has the same password.
                phc = frontdesk.hash(f"person{number}@example.com", unicodedata.normalize("NFD", password))
                group.expect(f"parameters of {phc}", wanted, argon2.extract_parameters(phc))
                for checker, fits in [("argon2-cffi", fits_by_argon2_cffi), ("Django", fits_by_django)]:
                    for text, fitting in [(password, True), (password[:-1], False)]:
                        group.expect(f"{phc} with {text!r} by {checker}", fitting, fits(phc, text))
    group.end()


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("FRONTDESK_BIN")
    if not program or not os.access(program, os.X_OK):
        sys.exit("Name the frontdesk program, as an argument or by FRONTDESK_BIN.")
    program = str(Path(program).resolve())
    django.conf.settings.configure(PASSWORD_HASHERS=["django.contrib.auth.hashers.Argon2PasswordHasher"])
    made = {"argon2-cffi": list(by_argon2_cffi()), "Django": list(by_django())}
    for engine in ENGINES:
        for maker, pairs in made.items():
            frontdesk_checks(program, engine, maker, pairs)
        python_checks(program, engine)
    sys.exit(0 if Group.all_agree else 1)


if __name__ == "__main__":
    main()

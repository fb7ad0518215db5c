"""SMTP servers for the tests of this folder, all aiosmtpd: one that takes mail, and one that often fails."""

import asyncio
import email
import email.policy
import logging
import random
import time
from collections import defaultdict
from contextlib import contextmanager
from typing import NamedTuple

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP
from frontdesk import check, free_port

# Where a connection fails: at the greeting, in place of an answer, or with a refusal. Not in place of the answer to a whole
# mail, for that may be taken, and is not sent again for an hour.
STAGES = ["421", "EHLO", "MAIL", "DATA", "451"]

# How long the failing server has a mail in hand, in seconds.
TAKES = 0.1

# aiosmtpd tells of clients that do not trust it, which they are here not to.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)


class Arrived(NamedTuple):
    to: str
    options: list
    is_logged_in: bool
    message: email.message.EmailMessage


class Inbox:
    """Takes mail, but for those whom it is told to refuse."""

    def __init__(self):
        self.arrived, self.refusals, self.refused = [], {}, []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refusals:
            self.refused.append(address)
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        [to] = envelope.rcpt_tos
        self.arrived.append(Arrived(to, envelope.mail_options, session.authenticated, parsed(envelope)))
        return "250 OK"

    def to(self, address):
        return [mail for mail in self.arrived if mail.to == address]

    def wait_for(self, address, number=1):
        """The mail of that number to an address."""
        wait_until(f"mail {number} to {address}", lambda: len(self.to(address)) >= number)
        return self.to(address)[number - 1]


@contextmanager
def smtp_server(inbox, **options):
    """Its port."""
    server = Controller(
        inbox, hostname="127.0.0.1", port=free_port(), server_hostname="localhost", ready_timeout=30, **options
    )
    server.start()
    try:
        yield server.port
    finally:
        server.stop()


class FailingServer:
    """Fails a third of its connections, but never after it has taken a mail. It is open in a `with` block, as often as
    one likes, and what has arrived stays: by address, each copy."""

    def __init__(self):
        # Makes the same choices in every run.
        self.chance = random.Random(5321)
        self.port, self.arrived, self.failed, self.is_failing = free_port(), defaultdict(list), 0, True

    def connect(self):
        is_bad = self.is_failing and self.chance.random() < 1 / 3
        self.failed += is_bad
        fault = self.chance.choice(STAGES) if is_bad else None
        return Refusal() if fault == "421" else FailingSMTP(Conversation(self, fault), hostname="localhost")

    def __enter__(self):
        self.is_closing = False
        self.server = Controller(None, hostname="127.0.0.1", port=self.port, ready_timeout=30)
        self.server.factory = self.connect
        self.server.start()
        return self

    def __exit__(self, *_):
        # Whose mail is taken is still told so.
        self.is_closing = True
        time.sleep(10 * TAKES)
        self.server.stop()


class Refusal(asyncio.Protocol):
    """Says no to whoever comes."""

    def connection_made(self, transport):
        transport.write(b"421 4.3.2 Not now\r\n")
        transport.close()


class FailingSMTP(SMTP):
    """Can fail before it says that it waits for a mail."""

    async def smtp_DATA(self, arg):
        self.event_handler.reach(self, "DATA")
        await super().smtp_DATA(arg)


class Conversation:
    """What is said on one connection of a failing server."""

    def __init__(self, server, fault):
        self.failing_server, self.fault = server, fault

    def reach(self, connection, stage):
        if self.fault == stage or self.failing_server.is_closing:
            hang_up(connection)

    async def handle_EHLO(self, connection, session, envelope, hostname, responses):
        self.reach(connection, "EHLO")
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, connection, session, envelope, address, options):
        self.reach(connection, "MAIL")
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, connection, session, envelope):
        await asyncio.sleep(TAKES / 2)
        if self.fault == "451" or self.failing_server.is_closing:
            return "451 4.3.0 Not this one"
        [to] = envelope.rcpt_tos
        self.failing_server.arrived[to].append(parsed(envelope))
        # Whoever is killed here does not know that the mail is taken, and sends it again.
        await asyncio.sleep(TAKES / 2)
        return "250 OK"

    async def handle_QUIT(self, connection, session, envelope):
        # What is taken is taken, also without a farewell.
        hang_up(connection)


def parsed(envelope):
    return email.message_from_string(envelope.content.decode(), policy=email.policy.default)


def hang_up(connection):
    connection.transport.abort()
    raise asyncio.CancelledError


def wait_until(what, is_so, seconds=30, progress=lambda: None):
    start = time.monotonic()
    while not is_so():
        check(time.monotonic() - start < seconds, f"{what}: not within {seconds} s")
        progress()
        time.sleep(0.05)

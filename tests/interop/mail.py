"""The outbox and a real SMTP server, aiosmtpd: what arrives, what is refused, and that nothing is lost when either side
fails.

    pip install -r requirements.txt
    python mail.py FRONTDESK          (the program; or FRONTDESK_BIN names it)

One line for each group; the one that takes minutes says how far it is. A difference is told in a line of its own, and the
exit code is 1.
"""

import asyncio
import email
import email.policy
import html
import logging
import random
import re
import socket
import ssl
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from frontdesk import PASSWORD, Frontdesk, check, free_port, main

ROOT = "root@example.org"

# How many mails go through the failing server, and how long it has each in hand, in seconds.
MAILS = 1_000
TAKES = 0.1

# Where it fails; the first is before a conversation, the last is a refusal.
STAGES = ["greeting", "EHLO", "MAIL", "DATA", "451"]

# The program sends so many mails at once: those may be there twice after a kill.
SENDERS = 4

# A mail whose sender was killed is taken up by another one after two minutes.
LONGEST_DELIVERY = 300

# aiosmtpd tells of clients that do not trust it, which they are here not to.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)


class Desk(Frontdesk):
    """One that sends mail by SMTP, and tries again after a second."""

    def __init__(self, program, smtp_url, **settings):
        mail = {"TRANSPORT": "smtp", "SMTP_URL": smtp_url, "RETRY_SECONDS": "1"}
        super().__init__(program, **{f"FRONTDESK_MAIL__{name}": value for name, value in mail.items()}, **settings)

    def browser(self):
        return httpx.Client(base_url=self.url, timeout=30)

    def administrator(self):
        self.add_administrator(ROOT)
        browser = self.browser()
        check(browser.post("/login", data={"email": ROOT, "password": PASSWORD}).status_code == 303, "the log-in")
        return browser

    def sign_up(self, address):
        answer = httpx.post(f"{self.url}/users/signup", json={"email": address, "password": PASSWORD}, timeout=30)
        check(answer.status_code == 201, f"{address} signs up: {answer.text}")

    def test_mail(self, **settings):
        return self.run("mail", "test", "someone@example.com", check=False, **settings)


class Arrived(NamedTuple):
    to: str
    options: list
    is_logged_in: bool
    message: email.message.EmailMessage


class Inbox:
    """Takes mail from aiosmtpd, but for those whom it is told to refuse."""

    def __init__(self):
        self.arrived, self.refusals, self.refused = [], {}, []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refusals:
            self.refused.append(address)
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_string(envelope.content.decode(), policy=email.policy.default)
        [to] = envelope.rcpt_tos
        self.arrived.append(Arrived(to, envelope.mail_options, session.authenticated, message))
        return "250 OK"

    def wait_for(self, address, number=1):
        """The mail of that number to an address."""
        theirs = lambda: [mail for mail in self.arrived if mail.to == address]
        wait_until(f"mail {number} to {address}", lambda: len(theirs()) >= number)
        return theirs()[number - 1]


@contextmanager
def smtp_server(handler, **options):
    """Its port."""
    server = Controller(
        handler, hostname="127.0.0.1", port=free_port(), server_hostname="localhost", ready_timeout=30, **options
    )
    server.start()
    try:
        yield server.port
    finally:
        server.stop()


def wait_until(what, is_so, seconds=30, progress=None):
    start = told = time.monotonic()
    while not is_so():
        now = time.monotonic()
        check(now - start < seconds, f"{what}: not within {seconds} s")
        if progress and now - told >= 10:
            print(f"  {progress()}", flush=True)
            told = now
        time.sleep(0.05)


def link(mail):
    return re.search(r"http://\S+", mail.message.get_body(["plain"]).get_content()).group()


def token(mail):
    return httpx.URL(link(mail)).params["token"]


def listed(administrator, state):
    """The mails in the administrators' list, as pairs of an id and what it says."""
    page = administrator.get("/admin/mail", params={"state": state}).raise_for_status().text
    return re.findall(r'<li class="row" data-mail-id="(\d+)">(.*?)</li>', page, re.DOTALL)


def links(program):
    address, new_password = "alice@example.com", "copper meadow thistle"
    inbox = Inbox()
    with smtp_server(inbox) as port, Desk(program, f"smtp://127.0.0.1:{port}") as desk:
        browser = desk.browser()
        desk.sign_up(address)
        mail = inbox.wait_for(address)
        message = mail.message
        check(message.get_content_type() == "multipart/alternative", "the kind of mail")
        parts = [part.get_content_type() for part in message.iter_parts()]
        check(parts == ["text/plain", "text/html"], f"the parts of the mail: {parts}")
        check(link(mail) in html.unescape(message.get_body(["html"]).get_content()), "the link of the HTML part")
        check(message["Auto-Submitted"] == "auto-generated", "Auto-Submitted")
        check(re.fullmatch(r"<\S+@localhost>", message["Message-ID"]), "Message-ID")
        check(abs(message["Date"].datetime.timestamp() - time.time()) < 60, "Date")
        for _ in range(2):
            page = browser.get(link(mail))
            check(page.status_code == 200 and "mail-link-form" in page.text, "the link's page")
        form = {"token": token(mail)}
        check(browser.post("/confirm", data=form).status_code == 303, "the link's button")
        check(browser.post("/confirm", data=form).status_code == 410, "the button, a second time")

        asked = browser.post("/password-reset", data={"email": address})
        check((asked.status_code, asked.headers.get("Location")) == (303, "/check-mail"), "asking for a new password")
        mail = inbox.wait_for(address, 2)
        check(httpx.URL(link(mail)).path == "/password-reset/new", "where the link leads")
        check(browser.get(link(mail)).status_code == 200, "the new password's page")
        form = {"token": token(mail), "new_password": new_password}
        done = browser.post("/password-reset/new", data=form)
        check((done.status_code, done.headers.get("Location")) == (303, "/login"), "the new password")
        for password, status in [(PASSWORD, 422), (new_password, 303)]:
            form = {"email": address, "password": password}
            check(desk.browser().post("/login", data=form).status_code == status, f"log-in with {password}")
    return "the links of two mails do what they say, once"


def log_in(server, session, envelope, mechanism, given):
    return AuthResult(success=given == LoginPassword(b"user", b"p@ss"), handled=False)


def encryption(program):
    authority, stranger = trustme.CA(), trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    ways = [
        ("smtp", "?tls=required", {"tls_context": context, "require_starttls": True}),
        # aiosmtpd knows only of encryption that begins with STARTTLS.
        ("smtps", "", {"ssl_context": context, "auth_require_tls": False}),
    ]
    with tempfile.TemporaryDirectory() as folder:
        trusted, untrusted = f"{folder}/trusted.pem", f"{folder}/untrusted.pem"
        authority.cert_pem.write_to_path(trusted)
        stranger.cert_pem.write_to_path(untrusted)
        for scheme, query, options in ways:
            inbox = Inbox()
            with smtp_server(inbox, authenticator=log_in, **options) as port:
                url = f"{scheme}://user:p%40ss@localhost:{port}{query}"
                with Desk(program, url, SSL_CERT_FILE=trusted) as desk:
                    check(desk.test_mail().returncode == 0, f"a test mail by {scheme}")
                    desk.sign_up("carol@example.com")
                    for address in ["someone@example.com", "carol@example.com"]:
                        check(inbox.wait_for(address).is_logged_in, f"a log-in by {scheme}")
                    wrong = url.replace("p%40ss", "qu%40ss")
                    for what, settings in [
                        ("a wrong password", {"FRONTDESK_MAIL__SMTP_URL": wrong}),
                        ("an untrusted certificate", {"SSL_CERT_FILE": untrusted}),
                    ]:
                        ran = desk.test_mail(**settings)
                        said = f"{what} by {scheme}: exit code {ran.returncode}, {ran.stderr!r}"
                        check(ran.returncode == 1, said)
                        check(re.fullmatch("frontdesk: .+\n", ran.stderr), said)
                        check(not re.search("p@ss|p%40ss|qu@ss|qu%40ss|user|://", ran.stderr), said)
                check(len(inbox.arrived) == 2, f"mail that came by {scheme} all the same")
    return "STARTTLS and TLS with log-in; a wrong password and an untrusted certificate are told without secrets"


def letters(program):
    name, inbox = "Bücher & Söhne, Zürich", Inbox()
    with (
        smtp_server(inbox, enable_SMTPUTF8=True) as port,
        Desk(program, f"smtp://127.0.0.1:{port}", FRONTDESK_SITE__NAME=name) as desk,
    ):
        desk.sign_up("bob@bücher.example")
        desk.sign_up("zoë@example.com")
        for address in ["bob@xn--bcher-kva.example", "zoë@example.com"]:
            mail = inbox.wait_for(address)
            check(mail.message["From"].addresses[0].display_name == name, f"From: {mail.message['From']}")
            check(mail.message["To"].addresses[0].addr_spec == address, f"To: {mail.message['To']}")
            check(("SMTPUTF8" in mail.options) == (not address.isascii()), f"the options for {address}: {mail.options}")
        httpx.post(f"{desk.url}/password-reset", data={"email": "bob@bücher.example"})
        subject = inbox.wait_for("bob@xn--bcher-kva.example", 2).message["Subject"]
        check(subject == f"Set a new password for {name}", f"Subject: {subject}")
    return "a domain, a mailbox and a site's name with letters beyond ASCII arrive as they are"


def refusals(program):
    inbox, gone, busy = Inbox(), "gone@example.com", "busy@example.com"
    inbox.refusals = {gone: "550 5.1.1 Nobody of that name", busy: "451 4.2.1 Come back later"}
    with smtp_server(inbox) as port, Desk(program, f"smtp://127.0.0.1:{port}") as desk:
        root = desk.administrator()
        desk.sign_up(gone)
        desk.sign_up(busy)
        wait_until("a second attempt", lambda: inbox.refused.count(busy) == 2)
        del inbox.refusals[busy]
        inbox.wait_for(busy)
        [(number, text)] = listed(root, "given_up")
        check(gone in text and "1 try" in text and "Nobody of that name" in text, f"what was given up: {text}")
        check(inbox.refused.count(gone) == 1, "attempts after a refusal for good")
        del inbox.refusals[gone]
        check(root.post(f"/admin/mail/{number}/retry").status_code == 303, "trying again")
        inbox.wait_for(gone)
        wait_until("nothing given up", lambda: not listed(root, "given_up") and len(listed(root, "sent")) == 2)
    return "a mail that is refused for now is tried again, one that is refused for good when an administrator says so"


class Refusal(asyncio.Protocol):
    """Says no to whoever comes."""

    def connection_made(self, transport):
        transport.write(b"421 4.3.2 Not now\r\n")
        transport.close()


class Conversation:
    """One connection's, which may fail at a stage, but takes no mail without saying so."""

    def __init__(self, office, fault):
        self.office, self.fault = office, fault

    def reach(self, server, stage):
        if self.fault == stage or self.office.is_closing:
            hang_up(server)

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        self.reach(server, "EHLO")
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):
        self.reach(server, "MAIL")
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.fault == "451":
            return "451 4.3.0 Not this one"
        await asyncio.sleep(TAKES / 2)
        self.reach(server, "DATA")
        [to] = envelope.rcpt_tos
        message = email.message_from_string(envelope.content.decode(), policy=email.policy.default)
        self.office.arrived[to].append(message["Message-ID"])
        # Here a kill makes a second copy.
        await asyncio.sleep(TAKES / 2)
        return "250 OK"

    async def handle_QUIT(self, server, session, envelope):
        # A mail that is taken is taken, also without a farewell.
        hang_up(server)


def hang_up(server):
    server.transport.abort()
    raise asyncio.CancelledError


class Office:
    """An SMTP server that fails a third of its connections and can be closed for a while; what has arrived stays."""

    def __init__(self):
        # Makes the same choices in every run.
        self.chance = random.Random(5321)
        self.port, self.arrived, self.failed = free_port(), defaultdict(list), 0

    def connect(self):
        fault = self.chance.choice(STAGES) if self.chance.random() < 1 / 3 else None
        self.failed += fault is not None
        return Refusal() if fault == "greeting" else SMTP(Conversation(self, fault), hostname="localhost")

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


def outbox(program):
    office, start = Office(), time.monotonic()
    addresses = {f"person{number}@example.com" for number in range(MAILS)}
    progress = lambda: (
        f"{len(office.arrived)} of {MAILS} have mail, {office.failed} connections have failed, "
        f"{time.monotonic() - start:.0f} s"
    )

    def wait_for(number):
        wait_until(f"{number} mails", lambda: len(office.arrived) >= number, LONGEST_DELIVERY, progress)
        check(len(office.arrived) < MAILS, "all mail was there before anything failed")

    with Desk(program, f"smtp://127.0.0.1:{office.port}") as desk:
        root = desk.administrator()
        with office:
            with ThreadPoolExecutor(8) as people:
                list(people.map(desk.sign_up, addresses))
            wait_for(MAILS * 4 // 10)
            desk.kill()
            desk.start()
            data = str(Path(desk.folder.name) / "data")
            with Desk(program, f"smtp://127.0.0.1:{office.port}", FRONTDESK_DATA_DIR=data):
                wait_for(MAILS * 6 // 10)
                desk.kill()
                desk.start()
                wait_for(MAILS * 7 // 10)
        time.sleep(3)
        with office:
            is_over = lambda: len(office.arrived) == MAILS and not listed(root, "waiting")
            wait_until("all mail", is_over, LONGEST_DELIVERY, progress)
        check(not listed(root, "given_up"), "nothing is given up")
    check(office.arrived.keys() == addresses, "who has mail")
    ids = [set(theirs) for theirs in office.arrived.values()]
    check(all(len(theirs) == 1 for theirs in ids), "the Message-IDs of copies")
    check(len(set.union(*ids)) == MAILS, "the Message-IDs of all")
    copies = sum(len(theirs) - 1 for theirs in office.arrived.values())
    check(copies <= 2 * SENDERS, f"{copies} copies")
    return (
        f"{len(ids)} of {MAILS} mails are delivered and {copies} of them twice, through {office.failed} failed connections, "
        f"2 kills and a closed server, in {time.monotonic() - start:.0f} s"
    )


def silence(program):
    def timed(request, *arguments):
        start = time.monotonic()
        request(*arguments)
        return time.monotonic() - start

    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"smtp://127.0.0.1:{silent.getsockname()[1]}"
        with Desk(program, url) as desk:
            root = desk.administrator()
            desk.sign_up("dave@example.com")
            silent.settimeout(30)
            on_its_way, _ = silent.accept()
            times = [timed(desk.sign_up, f"person{number}@example.com") for number in range(20)]
            times += [timed(root.get, path) for path in ["/", "/signup", "/account", "/admin/users"] * 5]
            check(max(times) < 2, f"an answer took {max(times):.1f} s")
            check(len(listed(root, "waiting")) == 21, "mail that waits")
            print("  the end is waited for, up to 70 s", flush=True)
            end = timed(lambda: check(desk.stop() == 0, "the exit code"))
            check(end > 1, "the end waits for mail")
    return f"a server that says nothing keeps no page, the slowest took {max(times):.2f} s, and no end, which took {end:.0f} s"


class Endless(Inbox):
    """Takes a mail, and does not say good-bye."""

    async def handle_QUIT(self, server, session, envelope):
        await asyncio.sleep(LONGEST_DELIVERY)


def farewell(program):
    inbox = Endless()
    with smtp_server(inbox) as port, Desk(program, f"smtp://127.0.0.1:{port}") as desk:
        root = desk.administrator()
        desk.sign_up("dave@example.com")
        inbox.wait_for("dave@example.com")
        wait_until("the mail is known to be sent", lambda: listed(root, "sent"), 90)
        check(len(inbox.arrived) == 1, f"a mail that was taken came {len(inbox.arrived)} times")
    return "a mail that is taken is sent, whether or not the server says good-bye"


if __name__ == "__main__":
    main(links, encryption, letters, refusals, outbox, silence, farewell)

"""The outbox and a real SMTP server, aiosmtpd: what arrives, what is refused, and that nothing is lost when either side
fails.

    pip install -r requirements.txt
    python mail.py FRONTDESK          (the program; or FRONTDESK_BIN names it)

One line for each group; those that take minutes say how far they are. A difference is told in a line of its own, and
the exit code is 1.
"""

import asyncio
import html
import re
import socket
import ssl
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import trustme
from aiosmtpd.smtp import AuthResult, LoginPassword
from frontdesk import PASSWORD, Frontdesk, check, main
from smtp_servers import FailingServer, Inbox, hang_up, smtp_server, wait_until

ROOT = "root@example.org"

# How many mails go through the failing server.
MAILS = 1_000

# The program sends so many mails at once: those may be there twice after a kill.
SENDERS = 4

# In seconds. A mail whose sender was killed is taken up by another one after two minutes.
LONGEST_DELIVERY = 300


class Desk(Frontdesk):
    """One that sends mail by SMTP, and tries again after a second."""

    def __init__(self, program, smtp_url, **settings):
        mail = {"TRANSPORT": "smtp", "SMTP_URL": smtp_url, "RETRY_SECONDS": "1"}
        super().__init__(program, **{f"FRONTDESK_MAIL__{name}": value for name, value in mail.items()}, **settings)
        self.api = self.browser()

    def browser(self):
        return httpx.Client(base_url=self.url, timeout=30)

    def administrator(self):
        self.add_administrator(ROOT)
        browser = self.browser()
        check(browser.post("/login", data={"email": ROOT, "password": PASSWORD}).status_code == 303, "the log-in")
        return browser

    def sign_up(self, address):
        answer = self.api.post("/users/signup", json={"email": address, "password": PASSWORD})
        check(answer.status_code == 201, f"{address} signs up: {answer.text}")

    def test_mail(self, **settings):
        return self.run("mail", "test", "someone@example.com", check=False, **settings)


def link(message):
    return re.search(r"http://\S+", message.get_body(["plain"]).get_content()).group()


def token(message):
    return httpx.URL(link(message)).params["token"]


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
        message = inbox.wait_for(address).message
        check(message.get_content_type() == "multipart/alternative", "the kind of mail")
        parts = [part.get_content_type() for part in message.iter_parts()]
        check(parts == ["text/plain", "text/html"], f"the parts of the mail: {parts}")
        check(link(message) in html.unescape(message.get_body(["html"]).get_content()), "the link of the HTML part")
        check(message["Auto-Submitted"] == "auto-generated", "Auto-Submitted")
        check(re.fullmatch(r"<\S+@localhost>", message["Message-ID"]), "Message-ID")
        check(abs(message["Date"].datetime.timestamp() - time.time()) < 60, "Date")
        for _ in range(2):
            page = browser.get(link(message))
            check(page.status_code == 200 and "mail-link-form" in page.text, "the link's page")
        form = {"token": token(message)}
        check(browser.post("/confirm", data=form).status_code == 303, "the link's button")
        check(browser.post("/confirm", data=form).status_code == 410, "the button, a second time")

        asked = browser.post("/password-reset", data={"email": address})
        check((asked.status_code, asked.headers.get("Location")) == (303, "/check-mail"), "asking for a new password")
        message = inbox.wait_for(address, 2).message
        check(httpx.URL(link(message)).path == "/password-reset/new", "where the link leads")
        check(browser.get(link(message)).status_code == 200, "the new password's page")
        form = {"token": token(message), "new_password": new_password}
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
        check(gone in text and "1 attempt" in text and "Nobody of that name" in text, f"what was given up: {text}")
        check(inbox.refused.count(gone) == 1, "attempts after a refusal for good")
        del inbox.refusals[gone]
        check(root.post(f"/admin/mail/{number}/retry").status_code == 303, "trying again")
        inbox.wait_for(gone)
        wait_until("nothing given up", lambda: not listed(root, "given_up") and len(listed(root, "sent")) == 2)
    return "a mail that is refused for now is tried again, one that is refused for good when an administrator says so"


class Progress:
    """Says how far it is: when it is asked, and every ten seconds."""

    def __init__(self, server):
        self.server, self.start = server, time.monotonic()
        self.said = self.start

    def seconds(self):
        return time.monotonic() - self.start

    def say(self, what):
        there, failed = len(self.server.arrived), self.server.failed
        print(f"  {self.seconds():.0f} s, {there} mails arrived, {failed} connections failed: {what}", flush=True)
        self.said = time.monotonic()

    def say_sometimes(self):
        if time.monotonic() - self.said >= 10:
            self.say("waiting")

    def wait_until(self, what, is_so):
        wait_until(what, is_so, LONGEST_DELIVERY, self.say_sometimes)

    def wait_for(self, share, what_then):
        """Until a share of the mails has arrived, but not all."""
        self.wait_until(f"{share:.0%} of the mails", lambda: len(self.server.arrived) >= share * MAILS)
        check(len(self.server.arrived) < MAILS, f"all mail is there before {what_then}")
        self.say(what_then)


def failures(program):
    server = FailingServer()
    progress, url = Progress(server), f"smtp://127.0.0.1:{server.port}"
    addresses = {f"person{number}@example.com" for number in range(MAILS)}
    with Desk(program, url) as desk:
        root = desk.administrator()
        second = Desk(program, url, FRONTDESK_DATA_DIR=str(Path(desk.folder.name) / "data"))
        with server:
            with ThreadPoolExecutor(8) as people:
                list(people.map(desk.sign_up, addresses))
            progress.wait_for(0.4, "a kill")
            desk.kill()
            desk.start()
            with second:
                progress.wait_for(0.6, "a kill, while a second program goes on")
                desk.kill()
                desk.start()
                progress.wait_for(0.7, "the second program ends, and the SMTP server closes for a while")
        time.sleep(3)
        with server:
            progress.wait_for(0.95, "no more failures, but what was in flight at a kill waits for two minutes")
            # Of so many some would fail until they are tried again only after a quarter of an hour.
            server.is_failing = False
            progress.wait_until("all mail", lambda: len(server.arrived) == MAILS and not listed(root, "waiting"))
        check(not listed(root, "given_up"), "mail was given up")
    check(server.arrived.keys() == addresses, "who has mail")
    ids = [{copy["Message-ID"] for copy in copies} for copies in server.arrived.values()]
    check(all(len(of_one) == 1 for of_one in ids), "the Message-IDs of copies")
    check(len(set.union(*ids)) == MAILS, "the Message-IDs of all")
    all_copies = [copy for copies in server.arrived.values() for copy in copies]
    extra = len(all_copies) - MAILS
    check(extra <= 2 * SENDERS, f"{extra} copies after two kills")
    by_second = sum(link(copy).startswith(second.url) for copy in all_copies)
    check(by_second > 0, "the second program sends nothing")
    return (
        f"each of {MAILS} mails is delivered, with {extra} extra copies, {by_second} by a second program, through "
        f"{server.failed} failed connections, two kills and a closed SMTP server, in {progress.seconds():.0f} s"
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
            held, _ = silent.accept()
            times = [timed(desk.sign_up, f"person{number}@example.com") for number in range(20)]
            times += [timed(root.get, path) for path in ["/", "/signup", "/account", "/admin/users"] * 5]
            check(max(times) < 2, f"an answer took {max(times):.1f} s")
            check(len(listed(root, "waiting")) == 21, "mail that waits")
            print("  the end is waited for, up to 70 s", flush=True)
            end = timed(lambda: check(desk.stop() == 0, "the exit code"))
            held.close()
    slowest = f"the slowest took {max(times):.2f} s"
    return f"an SMTP server that says nothing keeps no page, {slowest}, and the end comes, after {end:.0f} s"


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


class Speechless(Inbox):
    """Takes a mail, and goes without a word."""

    async def handle_DATA(self, server, session, envelope):
        await super().handle_DATA(server, session, envelope)
        hang_up(server)


def no_answer(program):
    inbox = Speechless()
    with smtp_server(inbox) as port, Desk(program, f"smtp://127.0.0.1:{port}") as desk:
        root = desk.administrator()
        desk.sign_up("dave@example.com")
        wait_until("the end of the attempt", lambda: "perhaps taken" in str(listed(root, "waiting")))
        # Any other failure is followed by an attempt a second later, and that by one after two.
        time.sleep(5)
        check(len(inbox.arrived) == 1, f"a mail that was taken came {len(inbox.arrived)} times")
        [(_, text)] = listed(root, "waiting")
        check("1 attempt" in text, f"what waits: {text}")
    return "a mail that is perhaps taken is not sent again soon, and administrators see why"


if __name__ == "__main__":
    main(links, encryption, letters, refusals, failures, silence, farewell, no_answer)

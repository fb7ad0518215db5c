"""Requests that are as large as a server takes them, each made to cost one of its parsers as much as it can.

Each has a name and the octets. Sizes are those of the whole request: `SIZE` where a head or a body may be of any size, and
what fits into a request line, which is read up to 64 KiB, or into a body that is read at all, 16 KiB.
"""

HOST = b"Host: localhost"
FORM = b"application/x-www-form-urlencoded"
JSON = b"application/json"
MULTIPART = b"multipart/form-data; boundary=b"

KIB = 1024
SIZE = 390 * KIB
TARGET = 60 * KIB
BODY = 15 * KIB


def fill(unit, size):
    return unit * (size // len(unit))


def get(target, *headers):
    return b"\r\n".join([b"GET " + target + b" HTTP/1.1", HOST, b"Connection: close", *headers, b"", b""])


def post(target, content_type, body, *headers):
    length = b"Content-Length: %d" % len(body)
    head = [b"POST " + target + b" HTTP/1.1", HOST, b"Connection: close", b"Content-Type: " + content_type, length]
    return b"\r\n".join([*head, *headers, b"", body])


def part(headers):
    return b"--b\r\n" + headers + b"\r\n\r\nx\r\n"


FIELD = b'Content-Disposition: form-data; name="email"'
FILE = FIELD + b'; filename="a"\r\nContent-Type: a/b'
PASSWORD = b"password=violet+harbour+kettle&email="
TOKEN = b"A" * 43
LOG_IN = b"email=a%40example.com&password=x"


READ = b"Accept", b"User-Agent", b"X-Real-IP", b"Origin", b"Sec-Fetch-Site", b"Authorization", b"Idempotency-Key"
UNREAD = b"Accept-Language", b"Referer", b"If-None-Match", b"Range", b"X-Forwarded-For", b"Expect", b"Upgrade", b"X-Other"
UNITS = b"a", b"a/b,", b";a=b", b"%41", b"\\\"", b"1.", b"\xc3\xa9"


def headers():
    """The head: one line that is large, or many that are not."""
    for size in 24 * KIB, SIZE:
        told = f"of {size // KIB} KiB"
        for name in READ:
            for unit in UNITS:
                line = name + b": a/b" + fill(unit, size)
                yield f"{name.decode()}: {unit.decode()}… {told}", get(b"/nothing", line)
        for name in UNREAD:
            yield f"{name.decode()} {told}", get(b"/nothing", name + b": " + fill(b"a,", size))
        yield f"Accept that is quoted {told}", get(b"/nothing", b'Accept: a/b;a="' + fill(b"\\\\", size))
        for unit in b"a", b"1.", b"[", b"%41":
            host = b"Host: " + fill(unit, size)
            yield f"Host {unit.decode()}… {told}", b"GET /nothing HTTP/1.1\r\nConnection: close\r\n" + host + b"\r\n\r\n"
        signed = b".".join([fill(b"eyJh", size // 3)] * 3)
        yield f"a JWT {told}", get(b"/users/me", b"Authorization: Bearer " + signed)
        agent = b"User-Agent: " + fill(b"Mozilla/5.0 (compatible; ", size)
        yield f"User-Agent at a log-in {told}", post(b"/login", FORM, LOG_IN, agent)
        for unit in b"session=" + TOKEN + b";", b"notice=logged_out;", b"a=%41", b"\"":
            cookies = b"Cookie: " + fill(unit, size)
            yield f"Cookie: {unit.decode()}… {told}", get(b"/account", cookies)
        devices = b"Cookie: " + fill(b"device=" + TOKEN + b";", size)
        yield f"devices at a log-in {told}", post(b"/login", FORM, LOG_IN, devices)
        for unit in b"a", b"\\\"", b"a/b,":
            line = fill(unit, size)
            yield f"Content-Type: {unit.decode()}… {told}", post(b"/login", b"a/b" + line, LOG_IN)
            boundary = b"multipart/form-data; boundary=" + line
            yield f"boundary={unit.decode()}… {told}", post(b"/login", boundary, LOG_IN)
    yield "Accept of 62 KiB", get(b"/nothing", b"Accept: " + fill(b"a/b,", 62 * KIB))
    yield "Content-Type: ;a=b… of 24 KiB", post(b"/login", b"a/b" + fill(b";a=b", 24 * KIB), LOG_IN)
    yield "Cookie: a=b;… of 24 KiB", get(b"/account", b"Cookie: " + fill(b"a=b;", 24 * KIB))
    yield "a hundred headers", get(b"/nothing", *[b"X-%d: " % n + fill(b"a", 4000) for n in range(95)])
    yield "a hundred lines of Accept", get(b"/nothing", *[b"Accept: " + fill(b"a/b,", 300)] * 95)
    yield "a method that is none", b"FOO /nothing HTTP/1.1\r\n" + HOST + b"\r\nConnection: close\r\n\r\n"


def read_by_rocket():
    """Headers that Rocket's readers take long for, when there are several of them or they are long."""
    for size in 7 * KIB, 12 * KIB, SIZE // 2:
        told = f"of {size // KIB} KiB"
        yield f"two Accept {told}", get(b"/nothing", *[b"Accept: " + fill(b"a/b,", size)] * 2)
        yield f"Accept that is none, and one {told}", get(b"/nothing", b"Accept: ", b"Accept: " + fill(b"a/b,", size))
        cookies = b";".join(b"c%d=%d" % (n, n) for n in range(size // 12))
        yield f"cookies with names of their own {told}", get(b"/account", b"Cookie: " + cookies)
        types = [b"Content-Type: " + fill(b";", size // 91)] * 91
        yield f"91 Content-Type that are none {told}", get(b"/nothing", *types)
        types = [b"Content-Type: a/b" + fill(b";a=b", size // 50)] * 50
        yield f"50 Content-Type {told}", get(b"/nothing", *types)
        yield f"two Content-Type {told}", get(b"/nothing", *[b"Content-Type: a/b" + fill(b";a=b", size)] * 2)
    yield "40 Accept and 20 Content-Type", get(b"/nothing", *[b"Accept: a/b;" + fill(b"a", 700)] * 40, *[b"Content-Type: ;"] * 20)


def targets():
    """The request line, as far as hyper takes it, and as far as it is answered."""
    for size in 8_000, TARGET:
        told = f"of {size // 1000} kB"
        for unit in b"a", b"/a", b"/", b"%41", b"%", b"..%2f", b";":
            yield f"GET /{unit.decode()}… {told}", get(b"/" + fill(unit, size))
        yield f"POST /a/a… {told}", post(fill(b"/a", size), FORM, b"a=b")
        yield f"GET /admin/users/1… {told}", get(b"/admin/users/" + fill(b"1", size))
        for page in b"/login?next=/", b"/confirm?token=", b"/admin/users?q=", b"/admin/api/users?q=", b"/account?":
            for unit in b"a", b"&", b"a=b&", b"%41", b"+", b"[a].b":
                yield f"GET {page.decode()}{unit.decode()}… {told}", get(page + fill(unit, size))


def bodies():
    """Forms, JSON and tokens: as large as they are read, and larger."""
    for size in BODY, SIZE:
        told = f"of {size // KIB} KiB"
        for path in b"/signup", b"/token", b"/users/signup":
            for unit in b"a=b&", b"&", b"email=%40&", b"a.b[c]=%41&", b"%", b"\xff":
                yield f"POST {path.decode()} {unit.decode('latin1')}… {told}", post(path, FORM, fill(unit, size))
        for unit in b"[", b'{"a":', b'"a":1,', b"1", b"\\u0041", b" ", b'"', b"\xff":
            for start in b'{"email":', b'{"email":"', b"{":
                name = f"JSON {start.decode()}{unit.decode('latin1')}… {told}"
                yield name, post(b"/users/signup", JSON, start + fill(unit, size))
        for name, text in [
            ("fields", fill(part(FIELD), size) + b"--b--\r\n"),
            ("files", fill(part(FILE), size) + b"--b--\r\n"),
            ("headers", b"--b\r\n" + fill(b"X: y\r\n", size)),
            ("a long header", part(FIELD + fill(b";a=b", size))),
            ("parameters of a type", part(FIELD + b"\r\nContent-Type: a/b" + fill(b";a=b", size)) + b"--b--\r\n"),
            ("half boundaries", fill(b"\r\n--", size)),
            ("dashes", fill(b"-", size)),
        ]:
            yield f"multipart, {name} {told}", post(b"/signup", MULTIPART, text)
    many = b"&".join(b"%x=1" % n for n in range(BODY // 8))
    yield "POST /token with names of their own", post(b"/token", FORM, many)
    chunked = get(b"/signup", b"Content-Type: " + FORM, b"Transfer-Encoding: chunked").replace(b"GET", b"POST", 1)
    yield "chunks of one octet", chunked + fill(b"1\r\na\r\n", SIZE) + b"0\r\n\r\n"


def fields():
    """What is typed into a form."""
    for unit in b"a.", b"a@", b"%22", b"%cc%81", b"%c3%bc.", b"xn--a.", b"%ef%b7%ba", b"%e2%84%aa":
        text = unit.decode()
        yield f"an address of {text}…", post(b"/signup", FORM, PASSWORD + fill(unit, BODY))
        yield f"an address of {text}…@example.com", post(b"/signup", FORM, PASSWORD + fill(unit, BODY) + b"@example.com")
        yield f"an address at {text}…", post(b"/signup", FORM, PASSWORD + b"a@" + fill(unit, BODY))
        yield f"a log-in of {text}…", post(b"/login", FORM, b"password=x&email=" + fill(unit, BODY))
    for unit in b"a", b"abc1", b"%cc%81", b"%ef%b7%ba", b"qwertyuiop1!aA", b"19900101", b"password", b"%f0%9f%98%80":
        for length in 256, BODY // len(unit):
            password = fill(unit, length * len(unit))[: length * max(1, len(unit) if b"%" in unit else 1)]
            body = b"email=a%40example.com&password=" + password
            yield f"a password of {unit.decode()}…, {len(body)} octets", post(b"/signup", FORM, body)


def all_cases():
    for group in headers, read_by_rocket, targets, bodies, fields:
        yield from group()

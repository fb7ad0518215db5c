"""What stands in front of Frontdesk: nginx over a Unix socket, HAProxy with the PROXY protocol, systemd's sockets.

    apt-get install nginx-light haproxy systemd openssl curl
    pip install -r requirements.txt
    python proxies.py FRONTDESK         (the program; or FRONTDESK_BIN names it)

One line for each group. A difference is told in a line of its own, and the exit code is 1.
"""

import contextlib
import re
import subprocess
import tempfile
import time
from pathlib import Path

import httpx
from frontdesk import SETTINGS, Frontdesk, check, free_port, main

# A request that the log has with the address of its client.
PATH = "/users/me"

# How long a program may take to start, in seconds.
PATIENCE = 20


@contextlib.contextmanager
def running(*command, ready, **options):
    """The program, as soon as `ready` is true, and until the end of the block."""
    process = subprocess.Popen(command, **options)
    try:
        wait_for(ready, f"{command[0]} is not ready")
        yield process
    finally:
        process.terminate()
        process.wait()


def wait_for(is_true, otherwise):
    end = time.monotonic() + PATIENCE
    while not is_true():
        check(time.monotonic() < end, otherwise)
        time.sleep(0.05)


def answers(url, **options):
    try:
        return httpx.get(url, **options).status_code < 500
    except httpx.TransportError:
        return False


def client(desk, ask):
    """The address that the log has for the next request."""
    before = desk.log.stat().st_size
    ask()
    found = []

    def is_there():
        found[:] = re.findall(rf"GET {PATH} 401 in \d+ ms from (\S+)", desk.log.read_text()[before:])
        return found

    wait_for(is_there, "the request is not in the log")
    return found[0]


def curl(*arguments):
    subprocess.run(["curl", "-s", "-o", "/dev/null", *arguments], check=True)


def with_nginx(program):
    port, requests = free_port(), 0
    settings = {"FRONTDESK_LOG__LEVEL": "info", "FRONTDESK_TRUSTED_PROXIES": '["127.0.0.1"]'}
    desk = Frontdesk(program, **settings)
    desk.environment["FRONTDESK_LISTEN"] = f'["127.0.0.1:{desk.port}", "unix:http.sock"]'
    with desk:
        folder = desk.folder.name
        conf = Path(folder, "nginx.conf")
        conf.write_text(f"""
            user root; daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log crit;
            events {{}}
            http {{
                access_log off; client_body_temp_path {folder}; proxy_temp_path {folder};
                fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
                upstream desk {{ server unix:{folder}/http.sock; keepalive 8; keepalive_timeout 50s; }}
                server {{
                    listen 127.0.0.1:{port};
                    location / {{
                        proxy_pass http://desk;
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                        proxy_set_header Host $host;
                        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                    }}
                }}
            }}
        """)
        url = f"http://127.0.0.1:{port}"
        with running("nginx", "-c", conf, ready=lambda: answers(url)):
            for forged in ["", "203.0.113.9", "203.0.113.9, 127.0.0.1"]:
                # A client that is no proxy has another address of this machine.
                ask = ["--interface", "127.0.0.5", "-H", f"X-Forwarded-For: {forged}", url + PATH]
                found = client(desk, lambda: curl(*ask))
                check(found == "127.0.0.5", f"nginx's client is {found} with {forged!r}")
                requests += 1
    return f"nginx over a Unix socket: {requests} requests, with and without forged addresses"


def with_haproxy(program):
    tls, tcp = free_port(), free_port()
    asked = 0
    with tempfile.TemporaryDirectory() as files:
        certificate, key = f"{files}/cert.pem", f"{files}/key.pem"
        made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=localhost"
        made += f" -addext subjectAltName=DNS:localhost -keyout {key} -out {certificate}"
        subprocess.run(["openssl", *made.split()], check=True, capture_output=True)
        for version in ["send-proxy", "send-proxy-v2"]:
            desk = Frontdesk(
                program,
                FRONTDESK_LOG__LEVEL="info",
                FRONTDESK_LISTEN=f'["127.0.0.1:{tls}"]',
                FRONTDESK_TLS__CERTIFICATE=certificate,
                FRONTDESK_TLS__KEY=key,
                FRONTDESK_TRUSTED_PROXIES='["127.0.0.2"]',
                FRONTDESK_PROXY_PROTOCOL="true",
            )
            # Its own port redirects, so that the start can be seen without TLS.
            desk.environment["FRONTDESK_TLS__REDIRECT_FROM"] = f'["127.0.0.1:{desk.port}"]'
            with desk:
                conf = Path(files, "haproxy.cfg")
                conf.write_text(f"""
defaults
    mode tcp
    timeout connect 5s
    timeout client 30s
    timeout server 30s
frontend clients
    bind 127.0.0.1:{tcp}
    default_backend frontdesk
backend frontdesk
    server desk 127.0.0.1:{tls} source 127.0.0.2 {version} check inter 100ms
""")
                url = f"https://localhost:{tcp}{PATH}"
                trusted = ["--cacert", certificate, "--connect-timeout", "5"]
                is_ready = lambda: subprocess.run(["curl", "-s", *trusted, url], capture_output=True).returncode == 0
                with running("haproxy", "-db", "-f", conf, ready=is_ready, stderr=subprocess.DEVNULL):
                    ask = lambda: curl(*trusted, "--interface", "127.0.0.5", "-H", "X-Forwarded-For: 203.0.113.9", url)
                    found = client(desk, ask)
                    check(found == "127.0.0.5", f"{version}: HAProxy's client is {found}")
                    asked += 1
    return f"HAProxy in front of TLS: {asked} versions of the PROXY protocol"


def with_systemds_socket(program):
    port = free_port()
    url = f"http://127.0.0.1:{port}/login"
    passed = [f"--setenv={name}={value}" for name, value in SETTINGS.items()]
    with tempfile.TemporaryDirectory() as folder:
        # The first connection starts the server, which takes the place of systemd-socket-activate.
        command = ["systemd-socket-activate", f"--listen=127.0.0.1:{port}", *passed, program]
        options = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        with running(*command, ready=lambda: answers(url, timeout=PATIENCE), **options) as server:
            check(httpx.get(url).status_code == 200, "the answer over the passed socket")
            server.terminate()
            check(server.wait() == 0, "the exit code of the server on a passed socket")
    return "systemd-socket-activate: a server on a passed socket"


if __name__ == "__main__":
    main(with_nginx, with_haproxy, with_systemds_socket)

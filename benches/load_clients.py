#!/usr/bin/env python3
"""The clients of benches/load that wrk cannot simulate, and a query of the database. Needs only the standard library.

  burst PORT PREFIX       CLIENTS connect, and then post the sign-up form at the same moment, once each.
                          With --leaving 0.5 half of them hang up 100 ms after they have sent it, unless they were
                          answered by then; with --terminate PID that process gets SIGTERM 100 ms after the last one
                          has sent it
  log-ins PORT ADDRESS    logs in again and again, one after the other
  users DATABASE PREFIX   how many people with such addresses are in an SQLite database

Addresses are PREFIX-stays-<n>@example.com, and PREFIX-leaves-<n>@example.com for those who hang up.

What came back is a table: for each status how many answers there were and how long they took, from the sending of the
request to the end of the answer; then

  lost    had no answer, or not all of it; the reasons go to standard error
  left    hung up before there was an answer
  sent    from the first request to the last
  gone    from the first request to the last who hung up
"""

import argparse
import asyncio
import collections
import gc
import math
import os
import signal
import socket
import sqlite3
import statistics
import sys
import time
import urllib.parse

HOST = "127.0.0.1"
PASSWORD = "violet harbour kettle"

# Seconds. The first is the time after which an answer counts as lost.
LONGEST_ANSWER = 30.0
LEAVES_AFTER = 0.1
TERMINATES_AFTER = 0.1
# Between the last connection and the first request, for the server to accept all.
SETTLES_IN = 0.2


class Outcomes:
    """The results of the requests."""

    def __init__(self):
        self.times = collections.defaultdict(list)
        self.reasons = collections.Counter()
        self.sent_at = []
        self.left_at = []

    def answered(self, status, seconds):
        self.times[status].append(seconds * 1000)

    def lost(self, error):
        self.reasons[f"{type(error).__name__}: {error}"] += 1

    def print(self):
        print("  answer       count   median ms      p99 ms  longest ms")
        for status, times in sorted(self.times.items()):
            times.sort()
            p99 = times[math.ceil(len(times) * 0.99) - 1]
            median = statistics.median(times)
            print(f"  {status:<8}  {len(times):8}  {median:10.1f}  {p99:10.1f}  {times[-1]:10.1f}")
        print(f"  lost      {sum(self.reasons.values()):8}")
        if self.left_at:
            print(f"  left      {len(self.left_at):8}")
        if self.sent_at:
            print(f"  sent      {self.since_first(self.sent_at):8.1f} ms from the first to the last")
        if self.left_at:
            print(f"  gone      {self.since_first(self.left_at):8.1f} ms from the first request to the last who left")
        for reason, count in self.reasons.most_common(5):
            print(f"benches/load_clients.py: {count} times {reason}", file=sys.stderr)

    def since_first(self, moments):
        return (max(moments) - min(self.sent_at)) * 1000


def post(port, path, email):
    body = urllib.parse.urlencode({"email": email, "password": PASSWORD})
    return (
        f"POST {path} HTTP/1.1\r\n"
        f"Host: {HOST}:{port}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n"
        f"\r\n{body}"
    ).encode()


def is_whole(received):
    """Whether these octets are a complete answer."""
    head, end_of_head, body = received.partition(b"\r\n\r\n")
    if not end_of_head:
        return False
    for line in head.lower().split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name == b"content-length":
            return len(body) >= int(value)
        if name == b"transfer-encoding":
            return body.endswith(b"0\r\n\r\n")
    raise ValueError("an answer that does not say how long it is")


async def connect(port):
    connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    connection.setblocking(False)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    await asyncio.get_running_loop().sock_connect(connection, (HOST, port))
    return connection


async def read_answer(connection):
    """The status of a complete answer."""
    received = b""
    while not is_whole(received):
        part = await asyncio.get_running_loop().sock_recv(connection, 65536)
        if not part:
            raise ConnectionError("closed before the answer was whole")
        received += part
    return int(received.split(b" ", 2)[1])


async def ask(connection, request, outcomes, patience=None):
    """Sends a request and reads its answer; with `patience`, in seconds, hangs up after it."""
    begin = time.perf_counter()
    outcomes.sent_at.append(begin)
    try:
        await asyncio.get_running_loop().sock_sendall(connection, request)
        status = await asyncio.wait_for(read_answer(connection), patience or LONGEST_ANSWER)
        outcomes.answered(status, time.perf_counter() - begin)
    except asyncio.TimeoutError as error:
        if patience is None:
            outcomes.lost(error)
        else:
            connection.close()
            outcomes.left_at.append(time.perf_counter())
    except (OSError, ValueError) as error:
        outcomes.lost(error)
    finally:
        connection.close()


async def terminate(process, outcomes, clients):
    """Sends SIGTERM when all have posted and the server has had the time to read it."""
    while len(outcomes.sent_at) < clients:
        await asyncio.sleep(0.001)
    await asyncio.sleep(TERMINATES_AFTER)
    os.kill(process, signal.SIGTERM)


async def burst(arguments):
    outcomes = Outcomes()
    clients = []
    for number in range(arguments.clients):
        # Clients that leave are spread evenly among those that stay.
        leaves = math.floor((number + 1) * arguments.leaving) > math.floor(number * arguments.leaving)
        email = f"{arguments.prefix}-{'leaves' if leaves else 'stays'}-{number}@example.com"
        request = post(arguments.port, "/signup", email)
        clients.append((await connect(arguments.port), request, LEAVES_AFTER if leaves else None))
    await asyncio.sleep(SETTLES_IN)
    tasks = [ask(connection, request, outcomes, patience) for connection, request, patience in clients]
    if arguments.terminate is not None:
        tasks.append(terminate(arguments.terminate, outcomes, len(clients)))
    await asyncio.gather(*tasks)
    outcomes.print()


async def log_ins(arguments):
    outcomes = Outcomes()
    request = post(arguments.port, "/login", arguments.address)
    for _ in range(arguments.times):
        await ask(await connect(arguments.port), request, outcomes)
    outcomes.sent_at.clear()
    outcomes.print()


def users(arguments):
    database = sqlite3.connect(arguments.database)
    (count,) = database.execute("SELECT count(*) FROM users WHERE email LIKE ? || '%'", (arguments.prefix,)).fetchone()
    database.close()
    print(count)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)

    command = commands.add_parser("burst")
    command.add_argument("port", type=int)
    command.add_argument("prefix")
    command.add_argument("--clients", type=int, default=1000)
    command.add_argument("--leaving", type=float, default=0.0, metavar="SHARE")
    command.add_argument("--terminate", type=int, metavar="PID")
    command.set_defaults(run=lambda arguments: asyncio.run(burst(arguments)))

    command = commands.add_parser("log-ins")
    command.add_argument("port", type=int)
    command.add_argument("address")
    command.add_argument("--times", type=int, default=20)
    command.set_defaults(run=lambda arguments: asyncio.run(log_ins(arguments)))

    command = commands.add_parser("users")
    command.add_argument("database")
    command.add_argument("prefix")
    command.set_defaults(run=users)

    arguments = parser.parse_args()
    # A garbage collection during a burst would count as the server's time.
    gc.disable()
    arguments.run(arguments)


if __name__ == "__main__":
    main()

"""What one request may cost: no more than 20 ms of processor time, and 4 MiB beyond its own size, whatever is in it.

    pip install -r requirements.txt
    python request_cost.py FRONTDESK          (the program; or FRONTDESK_BIN names it)

Processor time is that of the process (proc(5), stat), which other programs on the machine hardly change; of several rounds
the best one counts. Memory is the peak of the resident size since just before the request (status and clear_refs), with an
allocator that gives back at once what is free. A case that breaches is tried again on a server of its own. The dearest ones
are printed, and a breach ends with exit code 1. Linux only.
"""

import os
import resource
import socket
import sys
from contextlib import contextmanager
from pathlib import Path

from frontdesk import Frontdesk, main
from request_cases import FORM, KIB, all_cases, get, post

MAX_CPU_MS = 20
MAX_MEMORY_KIB = 4 * KIB

# A clock tick is 10 ms on most systems: so many requests make it a fine measure of one.
REQUESTS = 10
ROUNDS = 3

# A server that runs wild ends itself, and not the machine.
ADDRESS_SPACE = 3 << 30

# In seconds.
PATIENCE = 20

PRINTED = 12

# What was free in the allocator would hide what a request takes (mallopt(3)).
SETTINGS = {"ROCKET_IP_HEADER": "X-Real-IP", "MALLOC_TRIM_THRESHOLD_": "0", "MALLOC_TOP_PAD_": "0"}


class Desk(Frontdesk):
    """One whose process is looked at."""

    def start(self):
        super().start()
        resource.prlimit(self.server.pid, resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
        self.process = Path(f"/proc/{self.server.pid}")
        # What is made once, at the first use, is not the price of a request.
        new = b"email=first%40example.com&password=violet+harbour+kettle"
        for request in get(b"/login"), get(b"/nothing"), post(b"/signup", FORM, new), post(b"/login", FORM, new):
            self.ask(request)

    def ask(self, request):
        """The status of the answer; none if the server hangs up without one."""
        with socket.create_connection(("127.0.0.1", int(self.environment["ROCKET_PORT"])), PATIENCE) as connection:
            answer = b""
            try:
                connection.sendall(request)
            except OSError:
                pass  # It may have answered before it has read all.
            try:
                while received := connection.recv(1 << 16):
                    answer += received
            except OSError:
                pass
        return answer[9:12].decode() or None

    def cpu_ms(self):
        user, system = self.process.joinpath("stat").read_text().rsplit(")", 1)[1].split()[11:13]
        return (int(user) + int(system)) * 1000 / os.sysconf("SC_CLK_TCK")

    def memory_kib(self, name):
        lines = self.process.joinpath("status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))

    def lives(self):
        return self.server.poll() is None


class Cost:
    def __init__(self, name, size, status, cpu_ms, memory_kib):
        self.name, self.size, self.status = name, size, status
        self.cpu_ms, self.memory_kib = cpu_ms, memory_kib

    def is_too_much(self):
        return self.cpu_ms > MAX_CPU_MS or self.memory_kib > MAX_MEMORY_KIB + self.size / KIB

    def __str__(self):
        size, told = f"{self.size / KIB:.0f} KiB", "TOO MUCH" if self.is_too_much() else ""
        return f"{self.name[:58]:58} {size:>8} {self.status or '—':>4} {self.cpu_ms:8.1f} ms {self.memory_kib:8} KiB {told}"


@contextmanager
def desk(program):
    running = Desk(program, **SETTINGS)
    running.start()
    try:
        yield running
    finally:
        running.kill()
        running.folder.cleanup()


def measure(running, name, request):
    running.process.joinpath("clear_refs").write_text("5")
    before = running.memory_kib("VmRSS")
    status = running.ask(request)
    if not running.lives():
        return Cost(name, len(request), "dead", sys.maxsize, sys.maxsize)
    peak = running.memory_kib("VmHWM") - before
    return Cost(name, len(request), status, cpu(running, request), peak)


def cpu(running, request):
    """What it takes of the processor, in ms: the best of some rounds."""
    best = sys.maxsize
    for _ in range(ROUNDS):
        before, asked = running.cpu_ms(), 0
        while asked < REQUESTS and running.cpu_ms() - before < MAX_CPU_MS * REQUESTS * 2:
            running.ask(request)
            asked += 1
        best = min(best, (running.cpu_ms() - before) / asked)
        if best <= MAX_CPU_MS / 2:
            break
    return best


def measure_all(program):
    costs, again = [], []
    with desk(program) as running:
        for name, request in all_cases():
            cost = measure(running, name, request)
            if cost.is_too_much():
                again.append((name, request))
            else:
                costs.append(cost)
            if not running.lives():
                running.start()
    for name, request in again:
        with desk(program) as fresh:
            costs.append(measure(fresh, name, request))
            if costs[-1].is_too_much():
                print(costs[-1], flush=True)
    return costs


def every_request(program):
    costs = measure_all(program)
    breaches = [cost for cost in costs if cost.is_too_much()]
    if breaches:
        raise SystemExit(f"DIFFERENCE: {len(breaches)} of {len(costs)} requests cost too much")
    for told, key in ("processor", "cpu_ms"), ("memory", "memory_kib"):
        print(f"The dearest by {told}:")
        for cost in sorted(costs, key=lambda cost: getattr(cost, key), reverse=True)[:PRINTED]:
            print(f"  {cost}")
    return f"request cost: {len(costs)} requests, none over {MAX_CPU_MS} ms or {MAX_MEMORY_KIB} KiB beyond its size"


if __name__ == "__main__":
    main(every_request)

"""Two processes at once, and processes killed at random moments: no number doubled, lost or half written."""

from __future__ import annotations

import datetime as dt
import os
import random
import subprocess
import sys
import textwrap
import time

import pytest

from kopsurat.register import Register

FAR_LEASE = dt.timedelta(days=1)

WORKER = textwrap.dedent(
    """
    import datetime as dt, sys
    from kopsurat.register import Record, Register
    address, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    day = dt.date(2026, 11, 24)
    with Register(address) as register:
        print("ready", flush=True)
        for index in range(count):
            with register.number("semua", 2026) as held:
                nomor = f"005/{held.value}/2026"
                record = Record(direction="keluar", nomor=nomor, date=day, day=day, summary=name)
                register.issue(record, held)
                print(held.value, flush=True)
    """
)


def start(address: str, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WORKER, address, name, str(count)], stdout=subprocess.PIPE, text=True
    )


def numbers_printed(process: subprocess.Popen[str]) -> list[int]:
    output, _ = process.communicate(timeout=600)
    return [int(line) for line in output.splitlines() if line.isdigit()]


def check_two_processes(address: str, count: int) -> None:
    processes = [start(address, name, count) for name in ("satu", "dua")]
    given = [number for process in processes for number in numbers_printed(process)]
    assert sorted(given) == list(range(1, 2 * count + 1))
    with Register(address) as register:
        assert len(register.entries("keluar", 2026)) == 2 * count
        assert register.faults() == ()
        assert register.reserve("semua", 2026).value == 2 * count + 1


def test_two_processes_never_get_the_same_number_and_lose_none(address: str) -> None:
    check_two_processes(address, 60)


@pytest.mark.slow
def test_two_processes_take_five_thousand_numbers_each(address: str) -> None:
    check_two_processes(address, 5000)


def check_kills(address: str, rounds: int) -> None:
    dice = random.Random(20261124)
    reported: set[int] = set()
    for round_number in range(rounds):
        process = start(address, f"putaran {round_number}", 10_000)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(dice.uniform(0.01, 0.12))
        process.kill()
        reported.update(numbers_printed(process))
    later = dt.datetime.now(dt.UTC) + FAR_LEASE
    with Register(address, clock=lambda: later) as register:
        entered = {int(entry.record.nomor.split("/")[1]) for entry in register.entries("keluar", 2026)}
        assert reported <= entered, "a number that was reported as used is gone"
        assert register.faults() == (), "half a row, or a row without its line in the log"
        gaps = set(range(1, max(entered, default=0) + 1)) - entered
        given = [register.reserve("semua", 2026, lease=FAR_LEASE).value for _ in gaps]
        assert set(given) == gaps, "a number held by a killed process never comes back"


def test_killed_processes_leave_no_gap_and_no_half_row(address: str) -> None:
    check_kills(address, 4)


@pytest.mark.slow
def test_thirty_killed_processes_leave_no_gap_and_no_half_row(address: str) -> None:
    check_kills(address, 30)


def test_the_server_is_real(address: str) -> None:
    if "://" not in address:
        assert not os.path.exists(address)  # noqa: PTH110 - the address may be no path at all
        return
    with Register(address) as register, register._engine.connect() as connection:
        version = connection.exec_driver_sql("SELECT version()").scalar_one()
    assert version.startswith("PostgreSQL")

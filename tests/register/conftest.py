"""Databases to try the register on: a fresh SQLite file, and a real PostgreSQL server of the tests' own."""

from __future__ import annotations

import os
import pathlib
import shutil
import socket
import subprocess
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a PostgreSQL server in a temporary folder; its URL without a database name."""
    binaries = _postgres_binaries()
    if binaries is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed")
        pytest.skip("PostgreSQL is not installed")
    port = _free_port()
    folder = tmp_path_factory.mktemp("postgres")
    run = _as_postgres_user(folder)
    data = folder / "data"
    run(binaries / "initdb", "-D", data, "-U", "kopsurat", "-A", "trust", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    run(binaries / "pg_ctl", "-D", data, "-o", options, "-w", "-l", folder / "log", "start")
    yield f"postgresql://kopsurat@127.0.0.1:{port}"
    run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> str:
    """The address of an empty database of each kind."""
    if request.param == "sqlite":
        return str(tmp_path / "register.db")
    server = request.getfixturevalue("postgres_server")
    return _new_database(server, tmp_path.name)


@pytest.fixture
def other_address(address: str, request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> str:
    """A second empty database of the same kind."""
    if "://" not in address:
        return str(tmp_path / "other.db")
    return _new_database(request.getfixturevalue("postgres_server"), f"{tmp_path.name}_other")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _new_database(server: str, name: str) -> str:
    import psycopg

    database = "k_" + "".join(letter if letter.isalnum() else "_" for letter in name.lower())
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{database}"')  # type: ignore[call-overload]
    return f"{server}/{database}"


def _postgres_binaries() -> pathlib.Path | None:
    found = shutil.which("initdb")
    folders = [pathlib.Path(found).parent] if found else []
    folders += sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((each for each in folders if (each / "initdb").exists()), None)


def _as_postgres_user(folder: pathlib.Path):
    """Return a function that runs a program as a user PostgreSQL accepts: it refuses root."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    prefix = ["runuser", "-u", "postgres", "--"] if is_root else []
    if is_root:
        shutil.chown(folder, "postgres")

    def run(*command: object) -> None:
        if is_root:
            _let_others_through(folder)
        subprocess.run(
            [*prefix, *map(str, command)],
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=60,
        )

    return run


def _let_others_through(folder: pathlib.Path) -> None:
    """Let every user reach a folder; each new run of pytest locks the one above those of all runs again."""
    for parent in folder.parents:
        mode = parent.stat().st_mode
        if parent.owner() == "root" and not mode & 0o001:
            parent.chmod(mode | 0o001)

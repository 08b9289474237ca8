"""One https request to an address that was checked: the certificate for the host, limits on size and time."""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["Response", "get"]

_HTTPS: Final = 443


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One answer of a server: status, where it redirects to, and the body."""

    status: int
    location: str | None
    body: bytes


def get(
    *,
    host: str,
    address: str,
    path: str,
    seconds: float,
    most_bytes: int,
    accept: str = "*/*",
    port: int = _HTTPS,
    context: ssl.SSLContext | None = None,
) -> Response:
    """Return the answer of ``host`` at ``address`` to a GET of ``path``; no redirect is followed.

    All of it takes ``seconds`` at most, however slowly the server speaks; at most ``most_bytes`` of the
    body are read. ``port`` and ``context`` are for servers on this machine. Raises :class:`ssl.SSLError`
    for a certificate that is not valid for the host, else :class:`OSError`.
    """
    deadline = time.monotonic() + seconds
    chosen = context or ssl.create_default_context()
    try:
        with (
            socket.create_connection((address, port), timeout=_left(deadline)) as plain,
            chosen.wrap_socket(plain, server_hostname=host) as secure,
        ):
            connection = http.client.HTTPSConnection(host)
            connection.sock = _Timed(secure, deadline)
            headers = {"Accept": accept, "Connection": "close", "User-Agent": "kopsurat"}
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            body = answer.read(most_bytes)
            if answer.length and len(body) < most_bytes:
                raise OSError(f"the body ends {answer.length} bytes early")
            return Response(status=answer.status, location=answer.getheader("Location"), body=body)
    except http.client.HTTPException as error:
        raise OSError(f"no HTTP answer: {type(error).__name__}") from error


def _left(deadline: float) -> float:
    """Return the seconds until ``deadline``. Raises :class:`TimeoutError` when there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("the time for the request is over")
    return left


class _Timed:
    """What :mod:`http.client` asks of a socket, with one deadline over all reading and writing."""

    def __init__(self, secure: ssl.SSLSocket, deadline: float) -> None:
        self._secure, self._deadline = secure, deadline

    def sendall(self, data: bytes) -> None:
        """Send the request."""
        self._secure.settimeout(_left(self._deadline))
        self._secure.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Return the stream that the answer is read from."""
        return io.BufferedReader(_TimedStream(self._secure, self._deadline))

    def close(self) -> None:
        """Leave the socket to whoever opened it."""


class _TimedStream(io.RawIOBase):
    """A socket as a stream that stops at a deadline."""

    def __init__(self, secure: ssl.SSLSocket, deadline: float) -> None:
        super().__init__()
        self._secure, self._deadline = secure, deadline

    def readable(self) -> bool:
        """Return True: the answer is read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Read what has come, waiting no longer than the deadline allows."""
        self._secure.settimeout(_left(self._deadline))
        return self._secure.recv_into(buffer)

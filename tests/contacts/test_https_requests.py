"""One https request against TLS servers of this machine: certificates, size, time, redirects."""

from __future__ import annotations

import itertools
import ssl
import time
from pathlib import Path

import pytest
from local_tls import Authority, Certificate, Handler, serving

from kopsurat.contacts import parse_website
from kopsurat.errors import TrustError
from kopsurat.scanning.https import Response, get
from kopsurat.scanning.liveness import Answer, ask, check_website
from kopsurat.scanning.online import fetch

HOST = "sukamaju.desa.id"
SITE = parse_website(f"https://{HOST}")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def certificate(authority: Authority) -> Certificate:
    return authority.certificate(HOST)


def says(*pieces: bytes, pause: float = 0.0) -> Handler:
    """Return a server that reads the request and says ``pieces``, waiting before each."""

    def handler(secure: ssl.SSLSocket) -> None:
        secure.recv(65_536)
        for piece in pieces:
            time.sleep(pause)
            secure.sendall(piece)

    return handler


OK = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhalo\n"


def request(port: int, authority: Authority, *, seconds: float = 5.0, most_bytes: int = 4_096) -> Response:
    return get(
        host=HOST,
        address="127.0.0.1",
        path="/a?b=c",
        seconds=seconds,
        most_bytes=most_bytes,
        port=port,
        context=authority.trusting(),
    )


class TestCertificates:
    def test_a_good_one_gives_the_answer(self, authority: Authority, certificate: Certificate) -> None:
        asked: list[bytes] = []

        def handler(secure: ssl.SSLSocket) -> None:
            asked.append(secure.recv(65_536))
            secure.sendall(OK)

        with serving(certificate, handler) as port:
            assert request(port, authority) == Response(status=200, location=None, body=b"halo\n")
        assert asked[0].startswith(b"GET /a?b=c HTTP/1.1\r\nHost: sukamaju.desa.id\r\n")
        assert b"User-Agent: kopsurat\r\n" in asked[0]

    @pytest.mark.parametrize("fault", ["expired", "not-yet", "wrong-host", "self-signed", "other-authority"])
    def test_a_bad_one_is_refused_and_said_to_be_the_certificate(
        self, authority: Authority, tmp_path: Path, fault: str
    ) -> None:
        bad = {
            "expired": lambda: authority.certificate(HOST, days=(-30, -1)),
            "not-yet": lambda: authority.certificate(HOST, days=(1, 30)),
            "wrong-host": lambda: authority.certificate("sukasari.desa.id"),
            "self-signed": lambda: authority.certificate(HOST, is_self_signed=True),
            "other-authority": lambda: Authority(tmp_path).certificate(HOST),
        }[fault]()
        with serving(bad, says(OK)) as port:
            with pytest.raises(ssl.SSLCertVerificationError):
                request(port, authority)

            def asker(*, host: str, address: str, path: str, timeout: float) -> Answer:
                assert address == "103.28.12.5"
                return ask(
                    host=host,
                    address="127.0.0.1",
                    path=path,
                    timeout=timeout,
                    port=port,
                    context=authority.trusting(),
                )

            assert check_website(SITE, resolver=Names("103.28.12.5"), asker=asker).code == "live-certificate"

    def test_the_systems_own_trust_does_not_know_the_tests_authority(self, certificate: Certificate) -> None:
        with serving(certificate, says(OK)) as port, pytest.raises(ssl.SSLCertVerificationError):
            ask(host=HOST, address="127.0.0.1", path="/", timeout=5, port=port)


class Names:
    """A resolver that gives the next of its answers at each look-up."""

    def __init__(self, *addresses: str) -> None:
        self._answers = itertools.cycle(addresses)
        self.look_ups = 0

    def addresses(self, host: str) -> tuple[str, ...]:
        assert host == HOST
        self.look_ups += 1
        return (next(self._answers),)

    def mail_hosts(self, domain: str) -> tuple[str, ...]:
        raise AssertionError(domain)


class TestRebinding:
    """A name that is public when it is checked and private when it is asked again."""

    def test_a_site_is_looked_up_once_and_asked_at_that_address(self) -> None:
        names = Names("103.28.12.5", "127.0.0.1")
        asked: list[str] = []

        def asker(*, host: str, address: str, path: str, timeout: float) -> Answer:
            asked.append(address)
            return Answer(status=200)

        assert check_website(SITE, resolver=names, asker=asker).code == "live-ok"
        assert (names.look_ups, asked) == (1, ["103.28.12.5"])
        assert check_website(SITE, resolver=names, asker=asker).code == "live-not-public"
        assert asked == ["103.28.12.5"]

    def test_a_fetch_with_redirects_is_looked_up_once(self) -> None:
        names = Names("103.28.12.5", "127.0.0.1")
        asked: list[tuple[str, str]] = []

        def one(host: str, address: str, path: str, seconds: float) -> Response:
            asked.append((address, path))
            is_first = len(asked) == 1
            return Response(status=302 if is_first else 200, location="/b" if is_first else None, body=b"x")

        assert fetch(HOST, "/a", resolve=lambda host: list(names.addresses(host)), ask=one) == b"x"
        assert names.look_ups == 1
        assert asked == [("103.28.12.5", "/a"), ("103.28.12.5", "/b")]

    @pytest.mark.parametrize(
        "location",
        ["https://127.0.0.1/", "https://169.254.169.254/latest/", "http://10.0.0.1/", "//localhost/"],
    )
    def test_a_redirect_into_a_private_network_is_never_followed(self, location: str) -> None:
        asked: list[str] = []

        def one(host: str, address: str, path: str, seconds: float) -> Response:
            asked.append(address)
            return Response(status=302, location=location, body=b"")

        with pytest.raises(TrustError, match="online-redirect"):
            fetch(HOST, "/a", resolve=lambda _: ["103.28.12.5"], ask=one)

        def asker(*, host: str, address: str, path: str, timeout: float) -> Answer:
            asked.append(address)
            return Answer(status=302, location=location)

        found = check_website(SITE, resolver=Names("103.28.12.5"), asker=asker)
        assert (found.code, found.target) == ("live-redirect", location)
        assert asked == ["103.28.12.5"] * 2


class TestLimits:
    def test_a_body_is_read_only_up_to_the_limit(
        self, authority: Authority, certificate: Certificate
    ) -> None:
        endless = (b"HTTP/1.1 200 OK\r\n\r\n", *(b" " * 65_536 for _ in range(100)))
        with serving(certificate, says(*endless)) as port:
            assert request(port, authority, most_bytes=1_000).body == b" " * 1_000

    def test_chunks_are_joined(self, authority: Authority, certificate: Certificate) -> None:
        chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nha\r\n2\r\nlo\r\n0\r\n\r\n"
        with serving(certificate, says(chunked)) as port:
            assert request(port, authority).body == b"halo"

    @pytest.mark.parametrize(
        "slow",
        [
            [b"H", b"T", b"T", b"P"] * 10,
            [b"HTTP/1.1 200 OK\r\n", *([b"X-A: b\r\n"] * 40)],
            [b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", *([b" "] * 40)],
            [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", *([b"1\r\n \r\n"] * 40)],
        ],
        ids=["status", "headers", "body", "chunks"],
    )
    def test_a_trickle_is_cut_at_the_deadline_wherever_it_comes(
        self, authority: Authority, certificate: Certificate, slow: list[bytes]
    ) -> None:
        with serving(certificate, says(*slow, pause=0.05)) as port, pytest.raises(TimeoutError):
            request(port, authority, seconds=0.5)

    def test_silence_is_cut_at_the_deadline(self, authority: Authority, certificate: Certificate) -> None:
        def silent(secure: ssl.SSLSocket) -> None:
            secure.recv(65_536)
            secure.recv(65_536)

        with serving(certificate, silent) as port, pytest.raises(TimeoutError):
            request(port, authority, seconds=0.3)

    @pytest.mark.parametrize(
        "answer",
        [
            b"",
            b"SSH-2.0-OpenSSH\r\n",
            b"HTTP/1.1 x\r\n\r\n",
            b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 200 + b"\r\n",
            b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        ],
    )
    def test_an_answer_that_is_not_http_is_an_os_error(
        self, authority: Authority, certificate: Certificate, answer: bytes
    ) -> None:
        with serving(certificate, says(answer)) as port, pytest.raises(OSError, match=r".+"):
            request(port, authority)

    def test_no_time_left_means_no_request(self, authority: Authority) -> None:
        with pytest.raises(TimeoutError):
            request(1, authority, seconds=0)

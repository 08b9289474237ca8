"""Fetching: https, public addresses, the same host, limits. No test touches the network."""

from __future__ import annotations

import datetime as dt
import ipaddress
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat.errors import TrustError
from kopsurat.scanning import https, online
from kopsurat.scanning.addresses import is_public
from kopsurat.scanning.online import Response, fetch, fetch_dns, fetch_trust
from kopsurat.seal import Kind, Origin, Trust, dns_record, seal_claims, verify

HOST = "sukamaju.desa.id"
PUBLIC = "103.28.12.5"


@pytest.fixture(scope="module")
def sample() -> Any:
    import importlib.util

    if "make_seals" not in sys.modules:
        path = Path(__file__).parents[1] / "vectors" / "make_seals.py"
        spec = importlib.util.spec_from_file_location("make_seals", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["make_seals"] = module
        spec.loader.exec_module(module)
    return sys.modules["make_seals"]


class Server:
    """Answers by path; remembers what it was asked, and at which address."""

    def __init__(self, **answers: Response) -> None:
        self.answers = answers
        self.asked: list[tuple[str, str, str]] = []

    def __call__(self, host: str, address: str, path: str, seconds: float) -> Response:
        assert seconds <= 10
        self.asked.append((host, address, path))
        return self.answers.get(path.strip("/"), Response(status=404, location=None, body=b""))


def ok(body: bytes = b"{}") -> Response:
    return Response(status=200, location=None, body=body)


def moved(location: str | None) -> Response:
    return Response(status=302, location=location, body=b"")


def get(server: Server, *addresses: str, path: str = "/a") -> bytes | None:
    return fetch(HOST, path, resolve=lambda _: list(addresses or (PUBLIC,)), ask=server)


class TestAddresses:
    @pytest.mark.parametrize(
        "address",
        [
            "127.0.0.1",
            "127.255.255.254",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",  # noqa: S104 - an address to refuse
            "224.0.0.1",
            "239.1.2.3",
            "240.0.0.1",
            "255.255.255.255",
            "192.0.0.1",
            "192.0.2.1",
            "198.18.0.1",
            "198.51.100.1",
            "203.0.113.1",
            "192.88.99.1",
            "::",
            "::1",
            "::7f00:1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::a00:1",
            "2002:7f00:1::",
            "2001::1",
            "2001:db8::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "fe80::1%eth0",
            "fec0::1",
            "ff02::1",
            "100::1",
            "",
            "sukamaju.desa.id",
            "2130706433",
            "0x7f.1",
            "127.1",
        ],
    )
    def test_an_address_that_is_not_public_is_refused(self, address: str) -> None:
        assert not is_public(address)

    @pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "172.32.0.1", "2606:4700::1111", "2400:cb00::1"])
    def test_a_public_address_is_accepted(self, address: str) -> None:
        assert is_public(address)

    @given(st.ip_addresses())
    def test_what_python_calls_private_or_multicast_is_never_public(self, address: Any) -> None:
        if address.is_private or address.is_multicast or address.is_loopback or address.is_link_local:
            assert not is_public(str(address)) or address in ipaddress.ip_network("2001::/23")

    def test_no_connection_is_made_when_any_address_of_the_host_is_private(self) -> None:
        server = Server(a=ok())
        with pytest.raises(TrustError, match="online-address-not-public"):
            get(server, PUBLIC, "127.0.0.1")
        assert server.asked == []

    def test_the_connection_goes_to_the_address_that_was_checked(self) -> None:
        server = Server(a=ok(b"x"))
        assert get(server) == b"x"
        assert server.asked == [(HOST, PUBLIC, "/a")]


class TestRedirects:
    @pytest.mark.parametrize("location", ["/b", f"https://{HOST}/b"])
    def test_one_on_the_same_host_is_followed(self, location: str) -> None:
        server = Server(a=moved(location), b=ok(b"b"))
        assert get(server) == b"b"
        assert {address for _, address, _ in server.asked} == {PUBLIC}

    @pytest.mark.parametrize(
        "location",
        [
            "https://evil.example/b",
            f"http://{HOST}/b",
            "//evil.example/b",
            f"https://{HOST}:8443/b",
            f"https://user@{HOST}/b",
            f"https://{HOST}.evil.example/b",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "b",
            "",
            None,
        ],
    )
    def test_one_to_anywhere_else_is_not(self, location: str | None) -> None:
        with pytest.raises(TrustError, match="online-redirect"):
            get(Server(a=moved(location), b=ok()))

    def test_a_circle_ends(self) -> None:
        server = Server(a=moved("/a"))
        with pytest.raises(TrustError, match="online-redirect"):
            get(server)
        assert len(server.asked) == 4


class TestAnswers:
    def test_nothing_there_is_none(self) -> None:
        assert get(Server()) is None

    @pytest.mark.parametrize("status", [201, 204, 403, 500, 503])
    def test_another_status_is_an_error(self, status: int) -> None:
        with pytest.raises(TrustError, match="online-status"):
            get(Server(a=Response(status=status, location=None, body=b"")))

    def test_a_body_beyond_the_limit_is_an_error(self) -> None:
        with pytest.raises(TrustError, match="online-too-large"):
            get(Server(a=ok(b" " * 8_000_001)))

    def test_a_host_without_address_is_unreachable(self) -> None:
        with pytest.raises(TrustError, match="online-unreachable"):
            fetch(HOST, "/a", resolve=lambda _: [], ask=Server())


class TestTrustOnline:
    def answers(self, sample: Any, site: str = "complete") -> dict[str, bytes]:
        published = sample.sites()[site]
        found = {"keys.json": json.dumps(published["keys"]).encode()}
        for each in published["lists"]:
            name = f"{each['payload']['type']}-{each['payload']['kid']}.json"
            found[name] = json.dumps(each).encode()
        return found

    def test_keys_and_lists_of_the_site_make_a_valid_verdict(self, sample: Any) -> None:
        answers = self.answers(sample)
        asked: list[str] = []

        def fetcher(host: str, path: str) -> bytes | None:
            assert host == HOST
            asked.append(path)
            return answers.get(path.removeprefix("/.well-known/kopsurat/"))

        trust = fetch_trust(HOST, fetcher=fetcher)
        seal = seal_claims(sample.GOOD["typical"], sample.KEY)
        verdict = verify(seal.link, trust=trust, at=sample.NOW)
        assert verdict.kind is Kind.VALID
        assert verdict.issuer is not None
        assert verdict.issuer.known_by is Origin.SITE
        assert all(path.startswith("/.well-known/kopsurat/") for path in asked)
        assert not any(seal.id.hex() in path or seal.code in path for path in asked)  # whole lists only

    def test_a_site_without_keys_is_an_error(self) -> None:
        with pytest.raises(TrustError, match="online-no-key-list"):
            fetch_trust(HOST, fetcher=lambda host, path: None)  # noqa: ARG005 - a fetcher's shape

    def test_the_keys_of_another_host_are_an_error(self, sample: Any) -> None:
        answers = self.answers(sample)
        with pytest.raises(TrustError, match="online-list-of-another-host"):
            fetch_trust("sukasari.desa.id", fetcher=lambda _, path: answers.get(path.rpartition("/")[2]))

    @pytest.mark.parametrize("host", ["sukamaju-desa.id", "localhost", "127.0.0.1", "evil.example", ""])
    def test_a_host_that_may_not_vouch_is_never_asked(self, host: str) -> None:
        def never(host: str, path: str) -> bytes | None:
            raise AssertionError(host + path)

        with pytest.raises(TrustError, match="host-"):
            fetch_trust(host, fetcher=never)

    def test_the_public_name_finds_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(online, "_resolve", lambda _: ["127.0.0.1"])
        with pytest.raises(TrustError, match="online-address-not-public"):
            Trust.online(HOST)


class TestDns:
    def test_a_record_of_the_domain_makes_the_key_known(self, sample: Any) -> None:
        name, text = dns_record(sample.KEY.public, HOST)
        trust = fetch_dns(
            HOST,
            look_up=lambda asked: [text, "v=spf1 -all"] if asked == name else [],
            since=dt.date(2026, 1, 1),
        )
        verdict = verify(seal_claims(sample.GOOD["typical"], sample.KEY).link, trust=trust, at=sample.NOW)
        assert verdict.kind is Kind.STATUS_UNCHECKED
        assert verdict.issuer is not None
        assert verdict.issuer.known_by is Origin.DNS


class TestOneRequest:
    """The request itself; what a server may do to it is tried in tests/contacts/test_https_requests.py."""

    def test_a_slow_server_is_given_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(*_: Any, **__: Any) -> None:
            raise TimeoutError

        monkeypatch.setattr(https.socket, "create_connection", refuse)
        with pytest.raises(TrustError, match="online-unreachable"):
            online._ask(HOST, PUBLIC, "/a", 1.0)

    def test_no_time_left_means_no_request(self) -> None:
        with pytest.raises(TrustError, match="online-unreachable"):
            online._ask(HOST, PUBLIC, "/a", 0.0)

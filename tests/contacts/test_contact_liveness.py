"""Asking whether contacts are alive, against stand-ins and servers of this machine only."""

from __future__ import annotations

import socket
import ssl
import threading

import pytest

from kopsurat.contacts import ContactCard, parse_email, parse_website
from kopsurat.scanning.liveness import Answer, SystemResolver, ask, check_card, check_email, check_website

SITE = parse_website("https://contoh.desa.id")
EMAIL = parse_email("sekretariat@contoh.desa.id")


class Names:
    """A resolver that knows what the test tells it."""

    def __init__(self, addresses: tuple[str, ...] = (), mail: tuple[str, ...] | None = ()) -> None:
        self._addresses, self._mail = addresses, mail

    def addresses(self, host: str) -> tuple[str, ...]:
        assert host
        return self._addresses

    def mail_hosts(self, domain: str) -> tuple[str, ...] | None:
        assert domain
        return self._mail


def _site(answer: Answer | Exception, *addresses: str) -> str:
    def asker(*, host: str, address: str, path: str, timeout: float) -> Answer:
        assert (host, address, path) == ("contoh.desa.id", addresses[0], "/")
        assert timeout > 0
        if isinstance(answer, Exception):
            raise answer
        return answer

    return check_website(SITE, resolver=Names(addresses), asker=asker).code


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer(status=200), "live-ok"),
        (Answer(status=403), "live-ok"),
        (Answer(status=301, location="https://www.contoh.desa.id/"), "live-ok"),
        (Answer(status=302, location="https://lain.com/"), "live-redirect"),
        (Answer(status=404), "live-status"),
        (ssl.SSLError(), "live-certificate"),
        (OSError(), "live-unreachable"),
    ],
)
def test_an_answer_has_its_code(answer: Answer | Exception, code: str) -> None:
    assert _site(answer, "8.8.8.8") == code


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "169.254.169.254",
        "192.168.1.1",
        "::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "::ffff:127.0.0.1",
        "224.0.0.1",
    ],
)
def test_no_private_address_is_ever_asked(address: str) -> None:
    def asker(**_: object) -> Answer:
        raise AssertionError("asked")

    for addresses in ((address,), ("8.8.8.8", address)):
        assert check_website(SITE, resolver=Names(addresses), asker=asker).code == "live-not-public"


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (Names(("8.8.8.8",), ("mx.contoh.desa.id.",)), "live-ok"),
        (Names(("8.8.8.8",), ()), "live-ok"),
        (Names(("8.8.8.8",), (".",)), "live-no-mail"),
        (Names(("10.0.0.1",), ("mx.contoh.desa.id",)), "live-no-mail"),
        (Names((), ()), "live-no-domain"),
        (Names(("10.0.0.1",), ()), "live-not-public"),
        (Names(("8.8.8.8",), None), "live-ok"),
    ],
)
def test_mail_needs_an_mx_or_an_address(names: Names, code: str) -> None:
    assert check_email(EMAIL, resolver=names).code == code


def test_a_card_is_asked_about_email_and_website_only() -> None:
    card = ContactCard(phones="(0274) 555123", emails=(EMAIL,), website=SITE)
    found = check_card(card, resolver=Names(("10.0.0.1",), ()))
    assert [(one.code, one.is_alive) for one in found] == [("live-not-public", False)] * 2


def test_a_server_that_speaks_no_tls_is_an_os_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(1024)
                connection.sendall(b"HTTP/1.0 200 OK\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(OSError, match=r".+"):
            ask(host="contoh.desa.id", address="127.0.0.1", path="/", timeout=3, port=server.getsockname()[1])
        thread.join()


def test_mx_hosts_come_from_the_name_server_in_order_of_preference() -> None:
    import dns.message
    import dns.rrset

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
        server.bind(("127.0.0.1", 0))
        server.settimeout(5)

        def answer() -> None:
            data, client = server.recvfrom(4096)
            reply = dns.message.make_response(dns.message.from_wire(data))
            records = ("20 dua.desa.id.", "10 satu.desa.id.")
            reply.answer.append(dns.rrset.from_text("contoh.desa.id.", 60, "IN", "MX", *records))
            server.sendto(reply.to_wire(), client)

        thread = threading.Thread(target=answer)
        thread.start()
        resolver = SystemResolver(nameservers=("127.0.0.1",), port=server.getsockname()[1], timeout=5)
        assert resolver.mail_hosts("contoh.desa.id") == ("satu.desa.id.", "dua.desa.id.")
        thread.join()

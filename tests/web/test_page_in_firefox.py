"""The public page in a second browser engine, Gecko: what must not depend on Chromium."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator, Mapping

import pytest
from site_builders import KEY, a_key_list, a_seal, an_office, lists

from kopsurat.seal import Seal
from kopsurat.site import build_site

pytestmark = [
    pytest.mark.tool,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # mozinfo and its kin use old calls,
    pytest.mark.filterwarnings(
        "ignore:.*socket:pytest.PytestUnraisableExceptionWarning"
    ),  # and leave sockets
]

HOSTS = "sukamaju.desa.id,palsu.desa.id"
PREFERENCES = {
    "network.dns.localDomains": HOSTS,
    "dom.securecontext.allowlist": HOSTS,
    "dom.serviceWorkers.testing.enabled": True,
    "network.proxy.type": 0,
}


@pytest.fixture
def firefox(start_firefox) -> Iterator[object]:
    """A new profile for every test: the page keeps lists, and a server may get an earlier one's port."""
    with start_firefox(PREFERENCES) as client:
        yield client


@pytest.fixture
def visit(firefox, server) -> Callable[..., None]:
    def open_page(files: Mapping[str, bytes], path: str, *, name: str = "sukamaju.desa.id") -> None:
        server.files = dict(files)
        firefox.navigate("about:blank")
        firefox.navigate(f"http://{name}:{server.port}{path}")

    return open_page


def banner(firefox) -> tuple[str, str]:
    """Wait for the verdict; return its colour and its heading."""
    shown = """const heading = document.querySelector('#banner strong');
        return heading ? [document.getElementById('banner').className, heading.textContent] : null"""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if (found := firefox.execute_script(shown)) and found[1]:
            return found[0], found[1]
        time.sleep(0.05)
    raise AssertionError("no verdict: " + firefox.execute_script("return document.body.innerText"))


def a_site(*seals: Seal, **options) -> dict[str, bytes]:
    options.setdefault("at", dt.datetime.now(dt.UTC))
    return build_site(an_office(), keys=a_key_list(), lists=lists(*seals, **options))


def address(seal: Seal) -> str:
    return "/v/#" + seal.link.partition("#")[2]


def test_a_genuine_letter_is_green_and_lists_what_to_compare(firefox, visit) -> None:
    seal = a_seal()
    visit(a_site(seal), address(seal))
    assert banner(firefox) == ("green", "SEGEL ASLI")
    shown = firefox.execute_script("return document.body.innerText")
    for fact in ("470/012/DS-SM/XI/2026", "24 November 2026", "Siti Aminah", "H. Ahmad Sudrajat, S.Sos."):
        assert fact in shown


def test_a_changed_name_is_red(firefox, visit) -> None:
    seal = a_seal()
    forged = seal.cose.replace(b"Siti Aminah", b"Siti Halima")
    assert forged != seal.cose
    visit(a_site(seal), f"/v/#{int.from_bytes(forged, 'big')}")
    assert banner(firefox) == ("red", "TIDAK SAH")


def test_revoked_stale_and_foreign_pages_are_never_green(firefox, visit) -> None:
    seal = a_seal()
    visit(a_site(seal, revoked=(seal,)), address(seal))
    assert banner(firefox) == ("red", "DICABUT")
    visit(a_site(seal), address(seal), name="palsu.desa.id")
    assert banner(firefox) == ("red", "SITUS BERBEDA")


def test_old_lists_are_yellow(firefox, visit) -> None:
    seal = a_seal()
    visit(a_site(seal, at=dt.datetime.now(dt.UTC) - dt.timedelta(days=40)), address(seal))
    assert banner(firefox) == ("yellow", "STATUS BELUM DIPERIKSA")


def test_the_second_visit_needs_no_network(firefox, visit, server) -> None:
    seal = a_seal()
    visit(a_site(seal), address(seal))
    assert banner(firefox)[0] == "green"
    cached = """const [done] = arguments;
        navigator.serviceWorker.ready
            .then(() => caches.match('/.well-known/kopsurat/keys.json')).then(found => done(!!found))"""
    deadline = time.monotonic() + 10
    while not firefox.execute_async_script(cached) and time.monotonic() < deadline:
        time.sleep(0.1)
    firefox.navigate("about:blank")
    server.is_up = False
    firefox.navigate(f"http://sukamaju.desa.id:{server.port}{address(seal)}")
    assert banner(firefox) == ("green", "SEGEL ASLI")


def test_nothing_sticks_out_on_a_narrow_window(firefox, visit) -> None:
    seal = a_seal()
    visit(a_site(seal), address(seal))
    banner(firefox)
    firefox.set_window_rect(width=450, height=800)
    assert firefox.execute_script("return document.documentElement.scrollWidth <= innerWidth")


def test_a_seal_of_another_key_is_red(firefox, visit) -> None:
    from kopsurat.seal import SigningKey, seal_claims

    stranger = seal_claims(a_seal().claims, SigningKey.from_scalar(99))
    assert KEY.public != SigningKey.from_scalar(99).public
    visit(a_site(a_seal()), address(stranger))
    assert banner(firefox) == ("red", "KUNCI TIDAK DIKENAL")

"""The public page in a real browser: what a bank clerk with a phone sees."""

from __future__ import annotations

import datetime as dt
import pathlib
import time

import pytest
from site_builders import KEY, TENANT_KEY, a_key_list, a_portal_list, a_seal, an_office, lists

from kopsurat.seal import Seal, seal_claims
from kopsurat.site import build_site

pytestmark = pytest.mark.tool


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def a_site(*seals: Seal, **options) -> dict[str, bytes]:
    options.setdefault("at", now())
    return build_site(an_office(), keys=a_key_list(), lists=lists(*seals, **options))


def address(seal: Seal) -> str:
    return "/v/#" + seal.link.partition("#")[2]


def banner(driver) -> tuple[str, str]:
    """Wait for the verdict; return its colour and its heading."""
    from selenium.webdriver.common.by import By

    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        headings = driver.find_elements(By.CSS_SELECTOR, "#banner strong")
        if headings and headings[0].text:
            return driver.find_element(By.ID, "banner").get_attribute("class"), headings[0].text
        time.sleep(0.05)
    raise AssertionError("no verdict: " + driver.find_element(By.TAG_NAME, "body").text)


def body(driver) -> str:
    return driver.find_element("tag name", "body").text


def test_a_genuine_letter_is_green_and_lists_what_to_compare(visit) -> None:
    seal = a_seal()
    driver = visit(a_site(seal), address(seal))
    assert banner(driver) == ("green", "SEGEL ASLI")
    shown = body(driver)
    for fact in ("470/012/DS-SM/XI/2026", "24 November 2026", "Siti Aminah", "H. Ahmad Sudrajat, S.Sos."):
        assert fact in shown
    assert "Segel asli belum tentu surat asli" in shown
    assert "bukan tanda tangan elektronik tersertifikasi" in shown


def test_a_revoked_letter_is_red(visit) -> None:
    seal = a_seal()
    driver = visit(a_site(seal, revoked=(seal,)), address(seal))
    assert banner(driver) == ("red", "DICABUT")


def test_a_changed_name_is_red_and_shows_no_claims(visit) -> None:
    import dataclasses

    seal = a_seal()
    other = seal_claims(dataclasses.replace(seal.claims, subject="Siti Halimah"), KEY)
    forged = seal.cose[:-64].replace(b"Siti Aminah", b"Siti Halima") + other.cose[-64:]
    link = f"/v/#{int.from_bytes(forged, 'big')}"
    driver = visit(a_site(seal), link)
    assert banner(driver) == ("red", "TIDAK SAH")
    assert "Siti Halima" not in body(driver)


def test_an_expired_letter_is_yellow(visit) -> None:
    seal = a_seal(expires=dt.date(2026, 11, 24) - dt.timedelta(days=10))
    driver = visit(a_site(seal), address(seal))
    assert banner(driver) == ("yellow", "ASLI, KEDALUWARSA")


def test_old_lists_are_yellow_never_green(visit) -> None:
    seal = a_seal()
    driver = visit(a_site(seal, at=now() - dt.timedelta(days=40)), address(seal))
    assert banner(driver) == ("yellow", "STATUS BELUM DIPERIKSA")


def test_missing_lists_are_yellow_never_green(visit) -> None:
    seal = a_seal()
    files = {name: content for name, content in a_site(seal).items() if "revoked-" not in name}
    assert banner(visit(files, address(seal))) == ("yellow", "STATUS BELUM DIPERIKSA")


def test_a_letter_that_was_never_registered_is_yellow(visit) -> None:
    driver = visit(a_site(a_seal(1)), address(a_seal(2)))
    assert banner(driver) == ("yellow", "BELUM TERCATAT")


class TestPortal:
    """Several villages on one host: each with its own keys, lists and names."""

    def site(self, *seals: Seal, **options) -> dict[str, bytes]:
        tenant = lists(*seals, at=now(), key=TENANT_KEY, **options)
        return build_site(an_office(), keys=a_portal_list(), lists=(*lists(at=now()), *tenant))

    def test_the_letter_of_a_village_is_green_and_names_it(self, visit) -> None:
        seal = seal_claims(a_seal().claims, TENANT_KEY)
        driver = visit(self.site(seal), address(seal))
        assert banner(driver) == ("green", "SEGEL ASLI")
        assert "Desa Sukasari, Kecamatan Karangtengah" in body(driver)
        assert "Desa Sukamaju," not in body(driver)

    def test_its_withdrawal_counts(self, visit) -> None:
        seal = seal_claims(a_seal().claims, TENANT_KEY)
        assert banner(visit(self.site(seal, revoked=(seal,)), address(seal))) == ("red", "DICABUT")

    def test_its_letter_that_another_village_registered_is_yellow(self, visit) -> None:
        seal, own = seal_claims(a_seal().claims, TENANT_KEY), a_seal()
        assert banner(visit(self.site(own), address(seal))) == ("yellow", "BELUM TERCATAT")


def test_the_page_on_another_site_refuses(visit) -> None:
    seal = a_seal()
    driver = visit(a_site(seal), address(seal), name="palsu.desa.id")
    assert banner(driver) == ("red", "SITUS BERBEDA")


def test_an_unknown_key_is_red(visit) -> None:
    from kopsurat.seal import SigningKey

    stranger = seal_claims(a_seal().claims, SigningKey.from_scalar(99))
    assert banner(visit(a_site(a_seal()), address(stranger))) == ("red", "KUNCI TIDAK DIKENAL")


@pytest.mark.parametrize("junk", ["/v/#123", "/v/#0", "/v/#<script>alert(1)</script>", "/v/#" + "9" * 2500])
def test_junk_is_no_seal_and_runs_nothing(visit, junk: str) -> None:
    driver = visit(a_site(a_seal()), junk)
    assert banner(driver) == ("gray", "BUKAN SEGEL SURAT")


def test_the_typed_code_tells_the_status_only(visit) -> None:
    seal = a_seal()
    driver = visit(a_site(seal), "/v/")
    driver.find_element("id", "text").send_keys(seal.code.lower().replace("-", " "))
    driver.find_element("css selector", "#form button").click()
    assert banner(driver) == ("yellow", "STATUS BELUM DIPERIKSA")
    assert "Siti Aminah" not in body(driver)


def test_the_second_visit_needs_no_network(visit, server) -> None:
    seal = a_seal()
    driver = visit(a_site(seal), address(seal))
    assert banner(driver)[0] == "green"
    ready = "return navigator.serviceWorker.ready.then(() => caches.keys()).then(names => names.length)"
    assert driver.execute_script(ready) == 1
    deadline = time.monotonic() + 10
    cached = "return caches.match('/.well-known/kopsurat/keys.json').then(found => !!found)"
    while not driver.execute_script(cached) and time.monotonic() < deadline:
        time.sleep(0.1)
    driver.get("about:blank")
    server.is_up = False
    driver.get(f"http://sukamaju.desa.id:{server.port}{address(seal)}")
    assert banner(driver) == ("green", "SEGEL ASLI")


def test_english_is_one_touch_away(visit) -> None:
    seal = a_seal()
    driver = visit(a_site(seal), address(seal))
    banner(driver)
    driver.find_element("id", "language").click()
    assert banner(driver) == ("green", "GENUINE SEAL")
    assert driver.find_element("tag name", "html").get_attribute("lang") == "en"


def test_nothing_of_the_letter_reaches_the_server(visit, server) -> None:
    seal = a_seal()
    banner(visit(a_site(seal), address(seal)))
    digits = seal.link.partition("#")[2]
    log = "\n".join(server.lines)
    assert "GET /v/ " in log
    assert not any(digits[start : start + 12] in log for start in range(0, len(digits) - 12, 6))


def test_nothing_sticks_out_on_a_small_phone(visit) -> None:
    seal = a_seal()
    driver = visit(a_site(seal), address(seal))
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 320, "height": 640, "deviceScaleFactor": 2, "mobile": True},
    )
    banner(driver)
    assert driver.execute_script("return document.documentElement.scrollWidth") <= 320
    small = """return [...document.querySelectorAll('button,input')].filter(e => e.offsetParent)
        .filter(e => e.getBoundingClientRect().height < 40).length"""
    assert driver.execute_script(small) == 0


@pytest.mark.parametrize(("hidden", "first"), [(False, "#compare dd"), (True, "#result a.button")])
def test_what_to_do_next_stands_on_the_first_screen_of_a_small_phone(visit, hidden: bool, first: str) -> None:
    """The first thing to compare, and where nothing is left to compare, whom to ask."""
    seal = a_seal()
    driver = visit(a_site(seal), "/v/")
    phone = {"width": 320, "height": 640, "deviceScaleFactor": 2, "mobile": True}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", phone)
    server = driver.current_url.partition("/v/")[0]
    driver.get(server + ("/v/#" + "9" * 300 if hidden else address(seal)))
    driver.refresh()
    banner(driver)
    place = driver.find_element("css selector", first).rect
    assert place["height"] > 0
    assert place["y"] + place["height"] <= 640


@pytest.mark.parametrize("path", ["/v/", "seal", "/kontak/"])
def test_screen_readers_find_no_fault(visit, path: str) -> None:
    import axe_core_python

    seal = a_seal()
    driver = visit(a_site(seal), address(seal) if path == "seal" else path)
    if path == "seal":
        banner(driver)
    driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    driver.refresh()
    if path == "seal":
        banner(driver)
    axe = pathlib.Path(axe_core_python.__file__).with_name("axe.min.js").read_text("utf-8")
    driver.execute_script(axe)
    found = driver.execute_async_script("const done = arguments[0]; axe.run().then(done)")
    faults = [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]]
    assert faults == []
    assert len(found["passes"]) > 5

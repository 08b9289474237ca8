"""A form in Firefox, whose viewer is pdf.js: what is typed there, and what it saves."""

from __future__ import annotations

import base64
import io
import time
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from test_pdf_forms import FIELDS, a_form

from kopsurat.backends.pdf.forms import render_form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.tool,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # the browser's client uses old calls
    pytest.mark.filterwarnings(
        "ignore:.*socket:pytest.PytestUnraisableExceptionWarning"
    ),  # and leaves sockets
]

WIDGETS = ".annotationLayer input, .annotationLayer textarea"
SAVE = """
const done = arguments[arguments.length - 1];
PDFViewerApplication.pdfDocument.saveDocument().then((bytes) => {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  done(btoa(text));
}, (fault) => done("fault: " + fault));
"""


@pytest.fixture(scope="module")
def firefox(start_firefox: Any) -> Iterator[Any]:
    with start_firefox({}) as client:
        yield client


@pytest.fixture(scope="module")
def opened(firefox: Any, make: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    path: Path = tmp_path_factory.mktemp("form") / "formulir.pdf"
    path.write_bytes(render_form(a_form(make), FIELDS))
    firefox.navigate(path.as_uri())
    deadline = time.monotonic() + 60
    count = f"return document.querySelectorAll('{WIDGETS}').length"
    while firefox.execute_script(count) < 7:
        assert time.monotonic() < deadline, "pdf.js shows no fields"
        time.sleep(0.2)
    return firefox


def _look(browser: Any, script: str) -> Any:
    return browser.execute_script(
        f"return [...document.querySelectorAll('{WIDGETS}')].map((each) => {script})"
    )


def test_every_field_is_one_to_fill_in_with_its_kind_and_limits(opened: Any) -> None:
    assert _look(opened, "[each.type, each.name, each.required, each.maxLength]") == [
        ["text", "nama", True, -1],
        ["text", "nik", False, 16],
        ["text", "lahir", False, 10],
        ["textarea", "alamat", False, -1],
        ["radio", "kelamin", False, -1],
        ["radio", "kelamin", False, -1],
        ["checkbox", "setuju", False, -1],
    ]


def test_the_values_of_the_file_are_shown(opened: Any) -> None:
    assert _look(opened, "'radio checkbox'.includes(each.type) ? each.checked : each.value") == [
        "Siti Rahmawati", "", "", FIELDS[3].value, False, True, False,
    ]  # fmt: skip


def test_a_screen_reader_is_told_the_labels(opened: Any) -> None:
    assert _look(opened, "each.closest('section').title || each.getAttribute('aria-label')") == [
        "Nama lengkap", "NIK", "Tanggal lahir, tulis TT-BB-TTTT", "Alamat",
        "Jenis kelamin: Laki-laki", "Jenis kelamin: Perempuan",
        "Saya menyetujui pemrosesan data pribadi saya",
    ]  # fmt: skip


@pytest.fixture(scope="module")
def filled(opened: Any) -> bytes:
    """Type, go on with the tab key, click, save."""
    from marionette_driver.by import By
    from marionette_driver.keys import Keys

    fields = opened.find_elements(By.CSS_SELECTOR, WIDGETS)
    fields[1].send_keys("3215014567890001" + Keys.TAB)
    assert opened.execute_script("return document.activeElement.name") == "lahir"
    fields[2].send_keys("12-05-1990" + Keys.TAB)
    assert opened.execute_script("return document.activeElement.name") == "alamat"
    fields[3].send_keys(" “Krajan” é\nRT 003 RW 001")
    fields[4].click()
    fields[6].click()
    saved = opened.execute_async_script(SAVE, sandbox=None, script_timeout=60_000)
    return base64.b64decode(saved, validate=True)


def test_what_was_typed_is_saved(filled: bytes) -> None:
    fields = pypdf.PdfReader(io.BytesIO(filled)).get_fields() or {}
    values = {name: str(field.get("/V")) for name, field in fields.items()}
    assert values | {"alamat": values["alamat"].replace(FIELDS[3].value, "")} == {
        "nama": "Siti Rahmawati",
        "nik": "3215014567890001",
        "lahir": "12-05-1990",
        "alamat": " “Krajan” é\nRT 003 RW 001",
        "kelamin": "/L",
        "setuju": "/Ya",
    }


def test_the_saved_file_stays_archivable_and_accessible(filled: bytes, verapdf: Any) -> None:
    verapdf.accepts(filled, "2a,ua1")


def test_poppler_shows_what_was_typed(filled: bytes, run_tool: Any, tmp_path: Path) -> None:
    path = tmp_path / "terisi.pdf"
    path.write_bytes(filled)
    text = run_tool("pdftotext", "-layout", str(path), "-").stdout
    assert [each for each in ("3215014567890001", "12-05-1990", "RT 003 RW 001") if each not in text] == []

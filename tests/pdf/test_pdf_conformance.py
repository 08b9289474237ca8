"""Files conform to what they claim, in the eyes of independent validators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kopsurat.backends.pdf import Level, render
from kopsurat.layout.model import Role

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.tool

_FLAVOURS = {
    Level.A1A: "1a",
    Level.A1B: "1b",
    Level.A2A: "2a,ua1",
    Level.A2B: "2b,ua1",
    Level.A3A: "3a,ua1",
    Level.A3B: "3b,ua1",
    Level.A4: "4,ua2",
    Level.A4F: "4f,ua2",
}


@pytest.mark.parametrize("level", Level)
def test_every_level_conforms_to_what_it_claims(level: Level, make: Any, verapdf: Any) -> None:
    document = make.document(attachments=make.attachments())
    verapdf.accepts(render(document, level=level), _FLAVOURS[level])


def test_a_letter_with_attachments_is_3a_and_ua1_by_itself(letter: bytes, verapdf: Any) -> None:
    verapdf.accepts(letter, "3a,ua1")


def test_a_letter_without_attachments_is_2a_and_ua1_by_itself(make: Any, verapdf: Any) -> None:
    verapdf.accepts(render(make.document()), "2a,ua1")


def test_a_file_that_could_hold_files_and_holds_none_is_of_level_4(make: Any, verapdf: Any) -> None:
    verapdf.accepts(render(make.document(), level=Level.A4F), "4,ua2")


def test_a_long_document_with_breaking_tables_conforms(long_letter: bytes, verapdf: Any) -> None:
    verapdf.accepts(long_letter, "2a,ua1")


def test_characters_outside_the_fixed_subset_conform(make: Any, verapdf: Any) -> None:
    text = make.paragraph("Masjid Al-Ḥikmah, ṣalāt; ‹Łódź› ☐ belum ☑ sudah ⚠ Ž")
    document = make.document(text)
    verapdf.accepts(render(document), "2a,ua1")
    verapdf.accepts(render(document, level=Level.A1B), "1b")


@pytest.mark.parametrize("sample", ["letter", "long_letter"])
def test_qpdf_finds_no_fault(
    sample: str, request: pytest.FixtureRequest, run_tool: Any, tmp_path: Path
) -> None:
    path = tmp_path / "surat.pdf"
    path.write_bytes(request.getfixturevalue(sample))
    found = run_tool("qpdf", "--check", "--warning-exit-0", str(path))
    assert found.returncode == 0
    assert "WARNING" not in found.stdout + found.stderr


def test_bookmarks_conform_in_pdf_2_too(make: Any, verapdf: Any) -> None:
    chapters = [
        make.paragraph(f"BAB {at}\n" + "Isi bab ini panjang. " * 300, role=Role.BODY) for at in range(1, 4)
    ]
    heading = make.paragraph("PERATURAN", role=Role.TITLE)
    part = make.paragraph("BAGIAN", role=Role.HEADING, level=1)
    verapdf.accepts(render(make.document(heading, part, *chapters), level=Level.A4), "4,ua2")

"""A forger's afternoon: seals moved to other letters, redaction misused, several seals, and what loads."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from kopsurat.scanning import verify_file, verify_seals
from kopsurat.seal import Kind, LetterFile

Rezip = Callable[[bytes, Callable[[str, bytes], bytes | None]], bytes]


@pytest.fixture(scope="module")
def other(desk: Any, letter_text: str) -> Any:
    """Another letter of the same office, properly sealed."""
    text = letter_text.replace("012/DS", "013/DS").replace("Rp500", "Rp900")
    letter = desk.write(text)
    return letter, desk.seal_of(letter)


class TestReplay:
    def test_the_code_of_one_letter_on_the_file_of_another_is_noticed(
        self, desk: Any, docx: bytes, rezip: Rezip, other: Any
    ) -> None:
        letter, seal = other
        with zipfile.ZipFile(BytesIO(docx)) as archive:
            code = next(body for name in archive.namelist() if _is_code(body := archive.read(name)))
        target = desk.print("docx", letter=letter, seal=seal)
        forged = rezip(target, lambda _, body: code if _is_code(body) else body)
        verdicts = verify_seals(forged, trust=desk.trust, at=desk.at)
        assert Kind.ALTERED in [each.kind for each in verdicts]
        assert verify_file(forged, trust=desk.trust, at=desk.at).kind is Kind.ALTERED

    def test_a_letter_printed_under_the_seal_of_another_is_altered(self, desk: Any, other: Any) -> None:
        letter, _ = other
        for kind in ("pdf", "docx"):
            forged = desk.print(kind, letter=letter, seal=desk.seal)
            assert verify_file(forged, trust=desk.trust, at=desk.at).kind is Kind.ALTERED

    def test_on_a_picture_the_signed_facts_are_there_to_compare(self, desk: Any, other: Any) -> None:
        letter, _ = other
        verdict = verify_file(desk.print("png", letter=letter, seal=desk.seal), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.VALID
        assert {"picture-only", "compare-with-the-letter"} <= {each.code for each in verdict.reasons}
        assert ("Nomor", "005/012/DS-SM/XI/2026") in verdict.comparison()


def _is_code(body: bytes) -> bool:
    from kopsurat.scanning import scan

    return body[:4] == b"\x89PNG" and bool(scan(body))


class TestRedactionMisused:
    def print(self, desk: Any, letter: Any, *hidden: str) -> Any:
        from dataclasses import replace

        file = LetterFile.parse(desk.seal.letter_json).redacted(*hidden)
        seal = replace(desk.seal, letter_json=file.to_json())
        return verify_file(desk.print("docx", letter=letter, seal=seal), trust=desk.trust, at=desk.at)

    def test_a_hidden_field_is_named_and_nothing_is_said_to_agree(self, desk: Any, letter_text: str) -> None:
        forged = desk.write(letter_text.replace('"Bapak/Ibu Ketua RT"', '"Kepala Dinas"'))
        verdict = self.print(desk, forged, "/kepada/0")
        told = {each.code: each for each in verdict.reasons}
        assert "/kepada/0" in told["fields-redacted"].sentence("id")
        assert "text-agrees" not in told

    def test_text_elsewhere_than_in_the_hidden_place_is_still_found(
        self, desk: Any, letter_text: str
    ) -> None:
        more = letter_text.replace("Demikian undangan", "Warga wajib membayar.\n\nDemikian undangan")
        verdict = self.print(desk, desk.write(more), "/kepada/0")
        assert verdict.kind is Kind.ALTERED
        assert verdict.differences

    def test_a_hidden_field_makes_room_for_a_paragraph_and_no_page(self, desk: Any, letter_text: str) -> None:
        page = "Kalimat tambahan yang tidak pernah disegel oleh kantor desa.\n\n" * 40
        verdict = self.print(desk, desk.write(letter_text.replace("Demikian", f"{page}Demikian")), "/isi/4")
        assert verdict.kind is Kind.ALTERED

    def test_a_field_taken_out_altogether_breaks_the_commitment(self, desk: Any) -> None:
        from dataclasses import replace

        content = json.loads(desk.seal.letter_json)
        del content["fields"]["/isi/4"]
        seal = replace(desk.seal, letter_json=json.dumps(content).encode())
        verdict = verify_file(desk.print("pdf", seal=seal), trust=desk.trust, at=desk.at)
        assert (verdict.kind, verdict.reasons[0].code) == (Kind.ALTERED, "attachment-differs")


class TestSeveralSeals:
    def test_a_second_genuine_seal_does_not_cover_for_the_file(
        self, desk: Any, pdf: bytes, other: Any
    ) -> None:
        import pikepdf

        _, seal = other
        buffer = BytesIO()
        with pikepdf.open(BytesIO(pdf)) as document:
            document.attachments["segel-kedua.cose"] = pikepdf.AttachedFileSpec(document, seal.cose)
            document.save(buffer)
        assert verify_file(buffer.getvalue(), trust=desk.trust, at=desk.at).kind is Kind.ALTERED


def test_a_picture_is_checked_without_loading_what_documents_need(
    desk: Any, png: bytes, tmp_path: Path
) -> None:
    picture = tmp_path / "surat.png"
    picture.write_bytes(png)
    program = (
        "import datetime as dt, pathlib, sys\n"
        "from kopsurat import SigningKey, Trust\n"
        "from kopsurat.scanning import verify_file\n"
        f"data = pathlib.Path({str(picture)!r}).read_bytes()\n"
        "trust = Trust.of(SigningKey.from_scalar(20261124).public)\n"
        "verdict = verify_file(data, trust=trust, at=dt.datetime(2026, 11, 25, tzinfo=dt.UTC))\n"
        "assert verdict.kind == 'valid', verdict\n"
        "heavy = ('pypdfium2', 'reportlab', 'docx', 'lxml', 'kopsurat.layout.profile', 'kopsurat.contacts')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"

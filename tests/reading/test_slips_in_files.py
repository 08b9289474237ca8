"""The slips of people who type surat.md and desa.toml in Notepad, and what they are told."""

from __future__ import annotations

import datetime as dt

import pytest

from kopsurat import explain, read_letter
from kopsurat.dates import date_as_written
from kopsurat.reading.files import not_text

FRONT = 'jenis = "undangan"\nperihal = "Rapat"\ntanggal = 2026-11-24\ntembusan = ["Camat", "Arsip"]\n'


def fault_of(front: str) -> Exception:
    with pytest.raises(ExceptionGroup) as caught:
        read_letter(f"+++\n{front}+++\nIsi.\n")
    (fault,) = caught.value.exceptions
    return fault


class TestALineThatCannotBeRead:
    @pytest.mark.parametrize(
        ("right", "wrong", "code", "line", "suggestion"),
        [
            ('perihal = "Rapat"', "perihal = Rapat RT", "toml-unquoted", 3, 'perihal = "Rapat RT"'),
            ('perihal = "Rapat"', "perihal = 0267555100", "toml-unquoted", 3, 'perihal = "0267555100"'),
            ('perihal = "Rapat"', "perihal = “Rapat”", "toml-quotes-curly", 3, 'perihal = "Rapat"'),
            ('perihal = "Rapat"', 'perihal = "Rapat', "toml-quote-open", 3, 'perihal = "Rapat"'),
            ('perihal = "Rapat"', 'perihal: "Rapat"', "toml-colon", 3, 'perihal = "Rapat"'),
            ('perihal = "Rapat"', 'perihal = "C:\\Users\\x"', "toml-backslash", 3, 'perihal = "C:/Users/x"'),
            ('perihal = "Rapat"', 'jenis = "undangan"', "toml-key-twice", 3, None),
            ('perihal = "Rapat"', "[isian", "toml-table-open", 3, "[isian]"),
            ('perihal = "Rapat"', "[[isian", "toml-table-open", 3, "[[isian]]"),
            ("2026-11-24", "17 Agustus 2026", "toml-date", 4, "tanggal = 2026-08-17"),
            ("2026-11-24", "17/8/2026", "toml-date", 4, "tanggal = 2026-08-17"),
            ("2026-11-24", "2026-8-17 # hari", "toml-date", 4, "tanggal = 2026-08-17"),
            ("2026-11-24", "2026-02-30", "toml-no-such-day", 4, None),
            ('"Arsip"]', '"Arsip"', "toml-list-open", 5, None),
            ('perihal = "Rapat"', "perihal =", "toml-syntax", 3, None),
        ],
    )
    def test_is_told_with_the_line_to_write_instead(self, right, wrong, code, line, suggestion) -> None:
        fault = fault_of(FRONT.replace(right, wrong))
        assert (fault.code, fault.path, fault.suggestion) == (code, f"surat.md:{line}: ", suggestion)  # type: ignore[attr-defined]
        for language in ("id", "en"):
            assert (suggestion or "") in explain(fault, language)  # type: ignore[arg-type]

    def test_the_line_to_write_is_read(self) -> None:
        fault = fault_of(FRONT.replace("2026-11-24", "17 Agustus 2026"))
        right = FRONT.replace("tanggal = 2026-11-24", fault.suggestion)  # type: ignore[attr-defined]
        assert fault_of(right).code == "key-missing"  # type: ignore[attr-defined] # the nomor, no more


class TestADayWrittenInAnotherWay:
    @pytest.mark.parametrize(
        "text",
        ["17 Agustus 2026", "Senin, 17 agustus 2026", "17/8/2026", "17-08-2026", "17.8.2026", "2026-8-17"],
    )
    def test_is_understood_for_the_suggestion(self, text: str) -> None:
        assert date_as_written(text) == dt.date(2026, 8, 17)

    @pytest.mark.parametrize(
        "text", ["", "8/17/2026", "17 Ogos 2026", "17/8/26", "30 Februari 2026", "besok"]
    )
    def test_is_not_guessed(self, text: str) -> None:
        assert date_as_written(text) is None


class TestAFileThatIsNoText:
    @pytest.mark.parametrize(
        ("data", "code"),
        [
            (b"PK\x03\x04....word/document.xml", "file-is-word"),
            (b"PK\x03\x04....xl/workbook.xml", "file-not-text"),
            (b"%PDF-1.7\n", "file-not-text"),
            (b"\x89PNG\r\n", "file-not-text"),
            (b"\x00\x01\x02", "file-not-text"),
            ("jenis".encode("utf-16"), None),
            (b"jenis = 1\n", None),
        ],
    )
    def test_is_called_what_it_is(self, data: bytes, code: str | None) -> None:
        assert not_text(data) == code

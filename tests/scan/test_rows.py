"""Columns of a PDF moved up or down by a row: each word in the order of reading, beside another."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf
import pytest

from kopsurat.scanning import verify_file
from kopsurat.scanning.pdf_rows import crossed_rows, lines_of_sight
from kopsurat.scanning.pdf_shapes import Box
from kopsurat.scanning.rows import torn_rows
from kopsurat.seal import Kind

TABLE = "| No | Nama | Jumlah |\n|---|---|---:|\n" + "".join(
    f"| {n} | Warga {n} | Rp{n}00 |\n" for n in range(1, 9)
)
PAIRS = "Data:\n\n- Nama : Siti\n- Alamat : Bandung\n- Pekerjaan : Petani"
CASES = {"a table": (TABLE, r"Rp\d00"), "rows without lines": (PAIRS, "Siti|Bandung|Petani")}
LONG = {
    "cells of many lines": "| Uraian | Keterangan | Jumlah |\n|---|---|---:|\n"
    + "".join(f"| {'kata panjang ' * n} | {'lain ' * (12 - n)} | Rp{n}00 |\n" for n in range(1, 12)),
    "long values": f"- Nama : {'Siti ' * 40}\n- Situs : {'a' * 90}\n- Kosong : ..........\n- Isi : ……………",
    "long labels": f"- {'Label ' * 12}: Siti\n- Nama : Budi\n- Nama : Ujang",
    "marks": "- Nama[^a] : Siti[^a]\n- Alamat : Bandung[^b]\n\n[^a]: Satu.\n[^b]: Dua.",
    "signs": '- Nama : "Siti"\n- Nilai : (50%)\n- Tanggal : 24-11-2026\n- Kotak : ☑ Setuju',
    "clauses": "MEMUTUSKAN:\n\nKESATU : Menetapkan panitia.\n\nKEDUA : Berlaku.",
}


@pytest.fixture
def sealed(desk: Any, letter_text: str) -> Any:
    def file(body: str) -> bytes:
        letter = desk.write(letter_text.replace("Demikian", f"{body}\n\nDemikian"))
        return desk.print("pdf", letter=letter, seal=desk.seal_of(letter))

    return file


def moved(data: bytes, values: str, rows: int) -> bytes:
    """Return a PDF with the texts that match moved up by so many rows."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        page = document.pages[0]
        content = page.Contents.read_bytes().decode("latin-1")
        text = re.compile(rf"(1 0 0 1 [\d.]+ )([\d.]+)( Tm\((?:{values})\))")
        feet = [float(found[2]) for found in text.finditer(content)]
        up = rows * (feet[0] - feet[1])
        content = text.sub(lambda found: f"{found[1]}{float(found[2]) + up:.2f}{found[3]}", content)
        page.Contents = document.make_stream(content.encode("latin-1"))
        document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("rows", [1, -1])
@pytest.mark.parametrize("name", CASES)
def test_a_column_moved_by_a_row_makes_it_altered(desk: Any, sealed: Any, name: str, rows: int) -> None:
    body, values = CASES[name]
    file = sealed(body)
    assert verify_file(file, trust=desk.trust, at=desk.at).kind is Kind.VALID
    verdict = verify_file(moved(file, values, rows), trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED
    assert verdict.differences


@pytest.mark.parametrize("name", LONG)
def test_rows_of_many_lines_are_no_alarm(desk: Any, sealed: Any, name: str) -> None:
    verdict = verify_file(sealed(LONG[name]), trust=desk.trust, at=desk.at)
    assert verdict.differences == ()
    assert verdict.kind is Kind.VALID


class TestLinesOfSight:
    def test_they_go_from_the_top_down_and_from_the_left(self) -> None:
        letters = [(10.0, 5.0, "c"), (30.2, 9.0, "b"), (30.0, 1.0, "a"), (10.0, 1.0, "x")]
        assert lines_of_sight(letters) == ["ab", "xc"]

    def test_a_page_without_letters_has_none_to_speak_of(self) -> None:
        assert lines_of_sight([]) == [""]


PAIRED = {
    "/isi/0/label": "Nama",
    "/isi/0/nilai": "Siti Aminah",
    "/isi/1/label": "NIK",
    "/isi/1/nilai": "…",
}


class TestTornRows:
    @pytest.mark.parametrize("line", ["Nama : Siti Aminah", "1. Nama: Siti", "Nama :", "Nama", "Nama : SITI"])
    def test_the_own_value_or_none_is_no_fault(self, line: str) -> None:
        assert list(torn_rows(PAIRED, [line])) == []

    def test_another_value_is_named(self) -> None:
        (found,) = torn_rows(PAIRED, ["Nama : Budi", "NIK : 12"])
        assert (found.field, found.sealed, found.shown) == ("/isi/0/nilai", "Siti Aminah", "budi")


class TestCrossedRows:
    def text(self, left: float, bottom: float) -> Box:
        return Box(left, bottom, left + 20, bottom + 10)

    def test_a_text_over_a_line_after_one_under_it(self) -> None:
        halves = [Box(0, 50, 100, 50.5), Box(100, 50, 200, 50.5)]
        over, under = self.text(120, 60), self.text(20, 30)
        assert list(crossed_rows([under, over], halves)) == ["order"]
        assert list(crossed_rows([over, under], halves)) == []

    def test_a_line_beside_them_divides_nothing(self) -> None:
        assert list(crossed_rows([self.text(20, 30), self.text(120, 60)], [Box(0, 50, 90, 50.5)])) == []

    def test_more_lines_than_a_page_has_are_not_looked_at(self) -> None:
        rules = [Box(0, 3.0 * at, 9, 3.0 * at) for at in range(400)]
        assert list(crossed_rows([], rules)) == ["order"]

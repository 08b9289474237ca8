"""What cannot be set is called by its place in the letter or in the record of the office."""

from __future__ import annotations

import pathlib

import pytest

import kopsurat
from kopsurat import KopsuratError, Letter, MissingGlyph, Office, compose, compose_letterhead, explain
from kopsurat.layout import compose as composing

EXAMPLE = pathlib.Path(composing.__file__).parents[2] / "examples" / "sukamaju"
OFFICE = (EXAMPLE / "desa.toml").read_text(encoding="utf-8").replace('lambang = "', f'lambang = "{EXAMPLE}/')
LETTER = (EXAMPLE / "surat.md").read_text(encoding="utf-8")
FACE = "😀"
LONG = "kata panjang sekali " * 900


def fault_of(letter: str = LETTER, office: str = OFFICE) -> KopsuratError:
    record = kopsurat.read_office(office)
    with pytest.raises(KopsuratError) as raised:
        compose(kopsurat.read_letter(letter, office=record), record)
    return raised.value


class TestACharacterThatNoFontHas:
    @pytest.mark.parametrize(
        ("word", "path"),
        [
            ("Undangan Mus", "perihal"),
            ("Ketua RT", "kepada[0]"),
            ("se-Desa", "kepada[1]"),
            ("Camat", "tembusan[0]"),
            ("Dengan hormat", "isi[0]"),
            ("09.00", "isi[2]"),
            ("sebagai tanda", "isi[4]"),
        ],
    )
    def test_is_placed_in_the_letter(self, word: str, path: str) -> None:
        fault = fault_of(letter=LETTER.replace(word, word + FACE, 1))
        assert isinstance(fault, MissingGlyph)
        assert (fault.path, fault.value) == (path, FACE)

    @pytest.mark.parametrize(
        ("word", "path"),
        [
            ("Karangtengah", "desa.toml: desa.kecamatan"),
            ("Jalan Raya", "desa.toml: desa.alamat"),
            ("Ahmad", "desa.toml: pejabat[0]"),
        ],
    )
    def test_is_placed_in_the_record_of_the_office(self, word: str, path: str) -> None:
        assert fault_of(office=OFFICE.replace(word, word + FACE, 1)).path == path

    def test_is_placed_in_an_empty_letterhead_too(self) -> None:
        office = kopsurat.read_office(OFFICE.replace("Jalan Raya", "Jalan Raya" + FACE))
        with pytest.raises(MissingGlyph) as raised:
            compose_letterhead(office)
        assert raised.value.path == "desa.toml: desa.alamat"

    def test_is_placed_in_the_field_that_was_filled_in(self) -> None:
        office: Office = kopsurat.read_office(OFFICE)
        sample = _example("keterangan-domisili")
        filled = {name: f"{text}{FACE}" if name == "nama" else text for name, text in sample.items()}
        mapping = {"jenis": "keterangan-domisili", "nomor": "1/2", "tanggal": "2026-11-24"}
        letter = Letter.from_mapping(mapping | {"penandatangan": "kades", "isian": filled}, office=office)
        with pytest.raises(MissingGlyph) as raised:
            compose(letter, office)
        assert raised.value.path == "isian.nama"


def _example(code: str) -> dict[str, object]:
    from kopsurat.content.templates import find

    return find(code).example()


class TestAPartThatNoPageHolds:
    @pytest.mark.parametrize(
        ("letter", "path"),
        [
            (LETTER.replace('perihal = "', f'perihal = "{LONG}'), "perihal"),
            (LETTER.replace('kepada = ["', f'kepada = ["{LONG}'), "kepada[0]"),
            (f"{LETTER}\n\n| {LONG} | b |\n|---|---|\n| x | y |\n", "isi[6]"),
            (f"{LETTER}\n\nkata[^1]\n\n[^1]: {LONG}\n", "isi[6]"),
        ],
        ids=["perihal", "kepada", "table head", "footnote"],
    )
    def test_is_placed_and_called_by_its_beginning(self, letter: str, path: str) -> None:
        fault = fault_of(letter=letter)
        assert (fault.code, fault.path) == ("block-too-tall", path)
        assert "“kata panjang sekali" in explain(fault)

    def test_a_letterhead_that_leaves_no_room_is_called_that(self) -> None:
        fault = fault_of(office=OFFICE.replace('alamat = "', f'alamat = "{LONG}'))
        assert (fault.code, fault.path) == ("head-too-tall", "desa.toml: kop")
        assert "tidak ada ruang" in explain(fault)

"""surat.md: front matter, letter types, bodies, overrides, and every fault at once."""

from __future__ import annotations

import datetime as dt
import pathlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat import Letter, explain, read_letter, read_office
from kopsurat.content.blocks import Pairs, Paragraph, plain_text
from kopsurat.errors import InvalidInput, KopsuratError
from kopsurat.letter import Capacity, Family, Signature
from kopsurat.office import Signatory
from kopsurat.reading import place_of

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"

FRONT = """+++
jenis = "undangan"
nomor = "005/012/DS-SM/XI/2026"
perihal = "Undangan Musyawarah Desa"
tanggal = 2026-11-24
penandatangan = "kades"
"""
BODY = "+++\nDalam rangka musyawarah.\n"


def a_letter(*lines: str, body: str = BODY) -> Letter:
    """Return a letter with further lines of front matter."""
    return read_letter(FRONT + "".join(line + "\n" for line in lines) + body)


def test_a_letter_type_longer_than_a_file_name_is_not_found() -> None:
    code = "undangan" + "9" * 300
    with pytest.raises(ExceptionGroup) as caught:
        read_letter(EXAMPLES / "sukamaju" / "surat.md", jenis=code)
    assert [(fault.code, fault.value) for fault in caught.value.exceptions] == [("template-not-found", code)]  # type: ignore[attr-defined]


def faults_of(text: str, **fields: object) -> list[KopsuratError]:
    """Return the faults of a surat.md."""
    with pytest.raises(ExceptionGroup) as caught:
        read_letter(text, **fields)
    return list(caught.value.exceptions)  # type: ignore[arg-type]


class TestTheExampleOfTheDocumentation:
    def test_every_key_is_read(self) -> None:
        letter = read_letter(EXAMPLES / "sukamaju" / "surat.md")
        assert letter.kind.code == "undangan"
        assert letter.kind.family is Family.KORESPONDENSI
        assert letter.nomor == "005/012/DS-SM/XI/2026"
        assert letter.sifat == "Penting"
        assert letter.lampiran == "1 (satu) berkas"
        assert letter.perihal == "Undangan Musyawarah Desa"
        assert letter.date == dt.date(2026, 11, 24)
        assert letter.recipients == ("Bapak/Ibu Ketua RT dan Ketua RW", "se-Desa Sukamaju")
        assert letter.recipient_place == "Tempat"
        assert letter.tembusan[0] == "Camat Karangtengah"
        assert letter.signatures == (Signature(signatory="kades"),)

    def test_a_list_of_label_colon_value_becomes_aligned_rows(self) -> None:
        letter = read_letter(EXAMPLES / "sukamaju" / "surat.md")
        (rows,) = [block for block in letter.body if isinstance(block, Pairs)]
        assert [plain_text(row.label) for row in rows.rows] == ["Hari, tanggal", "Waktu", "Tempat", "Acara"]

    def test_a_letter_type_fills_its_own_text_with_the_names_of_the_office(self) -> None:
        letter = read_letter(EXAMPLES / "domisili" / "surat.md")
        first = letter.body[0]
        assert isinstance(first, Paragraph)
        assert "Desa Sukamaju" in plain_text(first.content) or "Kepala Desa Sukamaju" in plain_text(
            first.content
        )
        assert letter.subject is not None
        assert letter.kind.needs_subject
        assert letter.data
        assert "nik" in letter.private


class TestOverrides:
    def test_keywords_go_over_the_file(self) -> None:
        letter = read_letter(FRONT + BODY, nomor="005/013/DS-SM/XI/2026", tempat="Karangtengah")
        assert (letter.nomor, letter.place) == ("005/013/DS-SM/XI/2026", "Karangtengah")

    def test_other_keywords_are_fields_of_the_letter_type(self) -> None:
        letter = read_letter(EXAMPLES / "domisili" / "surat.md", keperluan="mendaftar sekolah")
        assert ("keperluan", "mendaftar sekolah") in letter.data

    def test_a_keyword_that_nobody_knows_is_refused(self) -> None:
        (fault,) = faults_of((EXAMPLES / "domisili" / "surat.md").read_text(encoding="utf-8"), keperlun="x")
        assert fault.code == "field-unknown"
        assert fault.suggestion == "keperluan"


class TestSignatures:
    def test_a_table_says_on_whose_behalf(self) -> None:
        letter = a_letter(body=BODY).signatures
        assert letter == (Signature(signatory="kades"),)
        text = FRONT.replace('"kades"', '{ a_n = "kades", u_b = "sekdes", oleh = "kasi", status = "plt" }')
        (signature,) = read_letter(text + BODY).signatures
        assert signature == Signature(
            signatory="kasi", on_behalf="kades", through="sekdes", capacity=Capacity.DUTIES
        )

    def test_several_signers_stand_in_order(self) -> None:
        text = FRONT.replace(
            '"kades"',
            '[{ oleh = "kades", mengetahui = true },'
            ' { nama = "Budi Santoso", jabatan = "Ketua BPD", meterai = true }]',
        )
        first, second = read_letter(text + BODY).signatures
        assert first.heading == "Mengetahui,"
        assert second.is_external
        assert second.has_meterai
        assert second.signatory == Signatory(id="", name="Budi Santoso", jabatan="Ketua BPD")

    @pytest.mark.parametrize(
        ("table", "code"),
        [
            ('{ a_n = "kades" }', "signer-not-named"),
            ('{ oleh = "kades", nama = "A" }', "signer-named-twice"),
            ('{ oleh = "kades", nip = "1" }', "signer-named-twice"),
            ('{ oleh = "kades", status = "Pjs." }', "choice-unknown"),
            ('{ oleh = "kades", meterai = "ya" }', "not-a-flag"),
            ('{ oleh = "kades", gelar = "x" }', "setting-unknown"),
        ],
    )
    def test_a_table_that_makes_no_sense_is_refused(self, table: str, code: str) -> None:
        (fault,) = faults_of(FRONT.replace('"kades"', table) + BODY)
        assert fault.code == code
        assert place_of(fault).line == 6


class TestFaults:
    def test_all_faults_come_at_once_with_their_lines(self) -> None:
        text = """+++
jenis = "undagan"
nomor = 5
sifat = "Pentng"
tanggal = "besok"
tembusn = ["x"]
penandatangan = { nip = "1" }
ringkas = "Empat puluh delapan huruf lebih satu, jadi terlalu panjang"
+++
Isi

::: apa
"""
        found = {(place_of(fault).line, place_of(fault).key, fault.code) for fault in faults_of(text)}
        assert found == {
            (2, "jenis", "template-not-found"),
            (3, "nomor", "not-a-text"),
            (4, "sifat", "choice-unknown"),
            (5, "tanggal", "not-a-date"),
            (6, "tembusn", "setting-unknown"),
            (7, "penandatangan.oleh", "signer-not-named"),
            (8, "ringkas", "summary-too-long"),
            (12, "teks", "markup-container-unknown"),
        }

    @pytest.mark.parametrize("key", ["jenis", "nomor", "tanggal"])
    def test_a_missing_key_is_named(self, key: str) -> None:
        text = "".join(line for line in (FRONT + BODY).splitlines(keepends=True) if not line.startswith(key))
        assert key in {place_of(fault).key for fault in faults_of(text) if fault.code == "key-missing"}

    def test_a_draft_may_do_without_a_number(self) -> None:
        text = "".join(line for line in FRONT.splitlines(keepends=True) if not line.startswith("nomor"))
        letter = read_letter(text + "draf = true\n" + BODY)
        assert letter.is_draft
        assert letter.nomor == ""

    @pytest.mark.parametrize(
        ("text", "code", "line"),
        [
            ("Dengan hormat\n", "front-matter-missing", 1),
            ("---\njenis: x\n---\n", "front-matter-yaml", 1),
            ('+++\njenis = "undangan"\n', "front-matter-unclosed", 1),
            ("+++\n\njenis = undangan\n+++\n", "toml-unquoted", 3),
            ("+++\nhal: Undangan\n+++\n", "toml-colon", 2),
        ],
    )
    def test_a_file_without_a_proper_head_says_where_and_what(self, text: str, code: str, line: int) -> None:
        (fault,) = faults_of(text)
        assert (fault.code, place_of(fault).line) == (code, line)
        assert explain(fault, "id") != explain(fault, "en")

    def test_a_fault_of_the_office_nearby_is_reported_too(self, tmp_path: pathlib.Path) -> None:
        (tmp_path / "desa.toml").write_text("[desa]\nnama = 1\n", encoding="utf-8")
        (tmp_path / "surat.md").write_text(FRONT + BODY, encoding="utf-8")
        with pytest.raises(ExceptionGroup) as caught:
            read_letter(tmp_path / "surat.md")
        assert "desa.nama" in {place_of(fault).key for fault in caught.value.exceptions}  # type: ignore[arg-type]

    def test_a_slip_in_sifat_is_caught_but_an_own_word_stands(self) -> None:
        assert a_letter('sifat = "Konfidensial"').sifat == "Konfidensial"
        assert a_letter('sifat = "penting"').sifat == "penting"


class TestOwnLetterTypes:
    def test_a_type_in_the_folder_templat_beside_desa_toml_is_found(self, tmp_path: pathlib.Path) -> None:
        (tmp_path / "templat").mkdir()
        (tmp_path / "templat" / "pinjam-tikar.md").write_text(
            '+++\nkode = "pinjam-tikar"\njudul = "Surat Pinjam Tikar"\nkeluarga = "judul"\n'
            'penandatangan = [{ oleh = "kades" }]\n\n[isian.jumlah]\nlabel = "Jumlah"\ntipe = "angka"\n+++\n'
            "Dipinjam {{ jumlah }} lembar.\n",
            encoding="utf-8",
        )
        (tmp_path / "desa.toml").write_text(
            '[desa]\nnama = "Sukamaju"\nkecamatan = "K"\nkabupaten = "S"\n', encoding="utf-8"
        )
        letter = tmp_path / "surat" / "tikar.md"
        letter.parent.mkdir()
        letter.write_text(
            '+++\njenis = "pinjam-tikar"\nnomor = "1"\ntanggal = 2026-11-24\n[isian]\njumlah = 12\n+++\n',
            encoding="utf-8",
        )
        (paragraph,) = read_letter(letter).body
        assert isinstance(paragraph, Paragraph)
        assert plain_text(paragraph.content) == "Dipinjam 12 lembar."


class TestLaws:
    def test_a_mapping_takes_what_the_file_holds(self) -> None:
        office = read_office(EXAMPLES / "sukamaju")
        read = read_letter(EXAMPLES / "sukamaju" / "surat.md")
        text = (EXAMPLES / "sukamaju" / "surat.md").read_text(encoding="utf-8")
        front, body = text.split("+++\n")[1:]
        import tomllib

        assert Letter.from_mapping({**tomllib.loads(front), "teks": body}, office=office) == read

    @given(st.text(max_size=80))
    def test_any_text_gives_a_letter_or_coded_errors_and_nothing_else(self, text: str) -> None:
        for source in (text + "\n", FRONT + text + "\n" + BODY, FRONT + "+++\n" + text):
            try:
                letter = read_letter(source)
            except ExceptionGroup as group:
                assert all(isinstance(fault, InvalidInput) for fault in group.exceptions)
            else:
                assert isinstance(letter, Letter)


def test_the_faults_of_the_office_found_and_of_the_letter_come_together(tmp_path: pathlib.Path) -> None:
    (tmp_path / "desa.toml").write_text('[desa]\nnma = "Sukamaju"\n', encoding="utf-8")
    (tmp_path / "surat.md").write_text('+++\njenis = "undagan"\n+++\nIsi.\n', encoding="utf-8")
    with pytest.raises(ExceptionGroup) as raised:
        read_letter(tmp_path / "surat.md")
    faults: Any = raised.value.exceptions
    told = {(place_of(fault).file.rpartition("/")[2], fault.code) for fault in faults}
    assert told >= {("desa.toml", "setting-unknown"), ("surat.md", "template-not-found")}
    (tmp_path / "surat.md").write_text("+++\nini bukan TOML\n+++\nIsi.\n", encoding="utf-8")
    with pytest.raises(ExceptionGroup) as raised:
        read_letter(tmp_path / "surat.md")
    faults = raised.value.exceptions
    assert {place_of(fault).file.rpartition("/")[2] for fault in faults} == {"desa.toml", "surat.md"}

"""A letter's text changed with its own words and those of labels: never ``valid``, and no false alarm."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from mutations import mutations

import kopsurat
from kopsurat.content.templates import all_templates, find
from kopsurat.content.templates.examples import example_letter
from kopsurat.letterhead import HeadPages, LetterheadVariant
from kopsurat.scanning.files import read_file
from kopsurat.scanning.verification import verify_content
from kopsurat.seal import Kind

TYPES = [each.code for each in all_templates()]
SAMPLE = ["undangan", "keterangan-domisili", "peraturan-desa", "perintah-perjalanan-dinas", "pengantar"]
BODIES = {
    "a table over pages": "| No. | Uraian | Jumlah |\n| --- | --- | ---: |\n"
    + "".join(
        f"| {n} | Kegiatan {n} {'yang panjang sekali ' * (n % 9)}| Rp{n}00.000 |\n" for n in range(1, 80)
    ),
    "footnotes": "Anggaran[^a] dipakai untuk jalan[^b].\n\n"
    + "Kalimat panjang yang mengisi baris demi baris sampai halaman berikutnya tercapai.\n\n" * 40
    + "Akhir[^c] surat.\n\n[^a]: Lihat Peraturan Desa Nomor 4.\n[^b]: Rapat tanggal 5.\n[^c]: Halaman dua.\n",
    "recitals": "Menimbang :\na. bahwa perlu:\n   1. satu; dan\n   2. dua;\nb. bahwa cukup;\n\n"
    "Mengingat :\n1. Undang-Undang;\n\nMEMUTUSKAN:\n\n"
    "KESATU : Menetapkan panitia.\n\nKEDUA : Berlaku.\n",
    "lists": "1. Satu\n2. Dua\n   a. sub satu\n   b. sub dua\n3. Tiga\n\n- [ ] belum\n- [x] sudah\n\n"
    "- Nama : Siti\n- Isi : ……………\n\n> Kutipan.\n\nTitik ....................\n",
}
SIGNERS = {
    "one": 'penandatangan = "kades"',
    "on behalf": '[[penandatangan]]\noleh = "sekdes"\na_n = "kades"',
    "two": '[[penandatangan]]\noleh = "sekdes"\nmengetahui = true\n'
    '[[penandatangan]]\noleh = "kades"\nmeterai = true',
    "three": '[[penandatangan]]\nnama = "Drs. Budi, M.Si."\njabatan = "Camat"\nnip = "196801011990031001"\n'
    'pangkat = "Pembina"\n[[penandatangan]]\noleh = "kades"\n'
    '[[penandatangan]]\nnama = "Ujang"\njabatan = "Ketua RT"',
}


def a_sealed(desk: Any, letter: Any, office: Any) -> Any:
    return kopsurat.seal_letter(letter, office, key=desk.key, host="sukamaju.desa.id")


def content_of(desk: Any, letter: Any, office: Any, kind: str) -> Any:
    seal = a_sealed(desk, letter, office)
    return read_file(kopsurat.render(kopsurat.compose(letter, office, seal=seal), kind))


@pytest.fixture(scope="session")
def village() -> Any:
    from test_verify_files import EXAMPLE

    return kopsurat.read_office(EXAMPLE)


def check_mutations(desk: Any, village: Any, code: str, kind: str, *, most: int) -> None:
    letter = kopsurat.read_letter(example_letter(find(code)))
    if not (letter.nomor and letter.signatures):
        return  # a resident's statement, a book: no office seals it
    content = content_of(desk, letter, village, kind)
    assert {each.kind for each in verify(desk, content)} <= {Kind.VALID, Kind.EXPIRED}
    passed = []
    for what, texts in mutations(content.texts, f"{code} {kind}", most=most):
        if kind == "docx" and re.search(r"(?:drop|repeat) \d+: '– \d+ –'", what):
            continue  # the number in the header of later pages, which may stand in several parts
        (verdict,) = verify(desk, replace(content, texts=texts))
        if verdict.kind is not Kind.ALTERED or not verdict.differences:
            passed.append(what)
    assert passed == []


def verify(desk: Any, content: Any) -> Any:
    return verify_content(content, trust=desk.trust, at=desk.at)


@pytest.mark.parametrize("kind", ["pdf", "docx"])
@pytest.mark.parametrize("code", SAMPLE)
def test_a_letter_changed_with_its_own_words_and_those_of_labels_is_never_valid(
    desk: Any, village: Any, code: str, kind: str
) -> None:
    check_mutations(desk, village, code, kind, most=25)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["pdf", "docx"])
@pytest.mark.parametrize("code", TYPES)
def test_every_type_of_letter_changed_so_is_never_valid(
    desk: Any, village: Any, code: str, kind: str
) -> None:
    check_mutations(desk, village, code, kind, most=60)


class TestNoFalseAlarm:
    @pytest.mark.parametrize("kind", ["pdf", "docx"])
    @pytest.mark.parametrize("body", BODIES)
    @pytest.mark.parametrize("code", ["undangan", "laporan", "keputusan-kepala-desa", "pengantar"])
    def test_long_bodies_and_many_signers_agree(
        self, desk: Any, village: Any, code: str, body: str, kind: str
    ) -> None:
        for signers in SIGNERS.values():
            letter = kopsurat.read_letter(a_letter(code, BODIES[body], signers))
            (verdict,) = verify(desk, content_of(desk, letter, village, kind))
            assert verdict.differences == ()
            assert verdict.kind is Kind.VALID

    @pytest.mark.parametrize("profile", ["umum", "karawang-74-2020", "bantul-134-2020", "permendagri-1-2023"])
    @pytest.mark.parametrize("variant", list(LetterheadVariant), ids=lambda each: each.name)
    def test_every_letterhead_agrees(self, desk: Any, village: Any, variant: Any, profile: str) -> None:
        letter = kopsurat.read_letter(a_letter("undangan", BODIES["footnotes"], SIGNERS["two"]))
        for pages, contacts in zip(HeadPages, ("seed", "baku", "lengkap"), strict=True):
            head = replace(
                village.letterhead, variant=variant, profile=profile, pages=pages, contact_style=contacts
            )
            for kind in ("pdf", "docx"):
                (verdict,) = verify(desk, content_of(desk, letter, replace(village, letterhead=head), kind))
                assert verdict.differences == ()

    @pytest.mark.slow
    @pytest.mark.tool
    def test_a_docx_saved_by_libreoffice_agrees(self, desk: Any, village: Any) -> None:
        from libreoffice import convert

        letters = [kopsurat.read_letter(example_letter(find(code))) for code in SAMPLE]
        letters += [
            kopsurat.read_letter(a_letter("undangan", body, signers))
            for body, signers in zip(BODIES.values(), SIGNERS.values(), strict=False)
        ]
        files = {}
        for number, letter in enumerate(letters):
            seal = a_sealed(desk, letter, village)
            files[f"{number}"] = kopsurat.render(kopsurat.compose(letter, village, seal=seal), "docx")
        saved = convert(files, target="docx", filter_name="MS Word 2007 XML")
        for name, data in saved.items():
            assert data != files[name]
            (verdict,) = verify(desk, read_file(data))
            assert verdict.differences == ()
            assert verdict.kind in {Kind.VALID, Kind.EXPIRED}


def a_letter(code: str, body: str, signers: str) -> str:
    return (
        f'+++\njenis = "{code}"\nnomor = "005/012/DS-SM/XI/2026"\nperihal = "Laporan Keuangan"\n'
        'tanggal = 2026-11-24\nkepada = ["Camat", "Karangtengah"]\ndi = "Tempat"\nlampiran = "1 berkas"\n'
        f'tembusan = ["Arsip", "Bupati"]\n{signers}\n+++\n{body}'
    )

"""Every letter type that comes with the package."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from kopsurat.backends import render
from kopsurat.content.templates import FieldType, all_templates, find, office_words
from kopsurat.layout.compose import compose
from kopsurat.layout.model import Grid, Paragraph
from kopsurat.letter.mapping import letter_from_mapping
from kopsurat.letterhead import LetterheadVariant
from kopsurat.reading import read_letter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.content.templates import Template
    from kopsurat.layout.model import Block
    from kopsurat.office import Office

TYPES = all_templates()
every_type = pytest.mark.parametrize("template", TYPES, ids=lambda template: template.code)

OPENSID = {
    "Biodata Penduduk": "biodata-penduduk",
    "Keterangan Beda Identitas": "keterangan-beda-identitas",
    "Keterangan Beda Identitas KIS": "keterangan-beda-identitas-kis",
    "Keterangan Bepergian": "keterangan-bepergian",
    "Keterangan Domisili": "keterangan-domisili",
    "Keterangan Domisili Usaha": "keterangan-domisili-usaha",
    "Keterangan Izin Orang Tua Suami Istri": "keterangan-izin-keluarga",
    "Keterangan JAMKESOS": "keterangan-jamkesos",
    "Keterangan Jual Beli": "keterangan-jual-beli",
    "Keterangan KTP dalam Proses": "keterangan-ktp-dalam-proses",
    "Keterangan Kelahiran": "keterangan-kelahiran",
    "Keterangan Kematian": "keterangan-kematian",
    "Keterangan Kepemilikan Kendaraan": "keterangan-kepemilikan-kendaraan",
    "Keterangan Kepemilikan Tanah": "keterangan-kepemilikan-tanah",
    "Keterangan Kurang Mampu": "keterangan-kurang-mampu",
    "Keterangan Lahir Mati": "keterangan-lahir-mati",
    "Keterangan Nikah": "keterangan-nikah",
    "Keterangan Penduduk": "keterangan-penduduk",
    "Keterangan Pengantar": "keterangan-pengantar",
    "Keterangan Pengantar Rujuk atau Cerai": "keterangan-pengantar-rujuk-cerai",
    "Keterangan Penghasilan Ayah": "keterangan-penghasilan-ayah",
    "Keterangan Penghasilan Ibu": "keterangan-penghasilan-ibu",
    "Keterangan Penghasilan Orang Tua": "keterangan-penghasilan-orang-tua",
    "Keterangan Pergi Kawin": "keterangan-pergi-kawin",
    "Keterangan Pindah Penduduk": "keterangan-pindah-penduduk",
    "Keterangan Untuk Nikah Warga Non Muslim": "keterangan-nikah-non-muslim",
    "Keterangan Usaha": "keterangan-usaha",
    "Keterangan Wali Hakim": "keterangan-wali-hakim",
    "Kuasa": "kuasa",
    "Pengantar Izin Keramaian": "pengantar-izin-keramaian",
    "Pengantar Laporan Kehilangan": "pengantar-laporan-kehilangan",
    "Pengantar Permohonan Penerbitan Buku Pas Lintas": "pengantar-pas-lintas",
    "Pengantar Surat Keterangan Catatan Kepolisian": "pengantar-skck",
    "Perintah Perjalanan Dinas": "perintah-perjalanan-dinas",
    "Permohonan Akta Lahir": "permohonan-akta-lahir",
    "Permohonan Cerai": "permohonan-cerai",
    "Permohonan Duplikat Kelahiran": "permohonan-duplikat-kelahiran",
    "Permohonan Duplikat Surat Nikah": "permohonan-duplikat-surat-nikah",
    "Permohonan Kartu Keluarga": "permohonan-kartu-keluarga",
    "Permohonan Perubahan Kartu Keluarga": "permohonan-perubahan-kartu-keluarga",
    "Pernyataan Belum Memiliki Akta Lahir": "pernyataan-belum-memiliki-akta-lahir",
    "Pernyataan Penguasaan Fisik Bidang Tanah SPORADIK": "pernyataan-sporadik",
}
"""The service letters of the village system in widest use, and our type for each."""

MISSPELT = re.compile(
    r"\b(ijin|resiko|aktifitas|analisa|hutang|sekedar|praktek|kwitansi|jaman|propinsi|tehnik|sistim|merubah|dirubah"
    r"|diatas|dibawah|disamping|diantara|dimana|nopember|pebruari|bilamana|sertifikat tanah|antri"
    r"|ekstrim|hirarki|himbauan|kadaluarsa|kuatir|legalisir|metoda|nasehat|obyek|subyek|standarisasi|trampil"
    r"|terimakasih|kerjasama|tandatangan|bertandatangan|orangtua|pertanggung jawaban|nonmuslim-|e-mail)\b",
    re.IGNORECASE,
)
"""Spellings that EYD V and KBBI do not have."""


def texts_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Grid):
            for row in block.rows:
                for cell in row.cells:
                    yield from texts_of(cell.blocks)


def scalars(value: Any) -> Iterator[str]:
    """Yield the example texts that must be found in print as they stand."""
    if isinstance(value, list):
        for each in value:
            yield from scalars(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from scalars(each)
    elif isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        yield value


def test_there_are_more_than_seventy_types() -> None:
    assert len(TYPES) >= 70


@pytest.mark.parametrize("name", OPENSID)
def test_every_service_letter_of_the_widest_used_system_has_a_type(name: str) -> None:
    assert find(OPENSID[name]).fields


@pytest.mark.parametrize("model", ["n1", "n2", "n3", "n4", "n5", "n6"])
def test_every_model_of_the_marriage_papers_has_a_type(model: str) -> None:
    (template,) = [each for each in TYPES if each.code.startswith(f"{model}-")]
    assert f"(model {model.upper()})" in template.basis


@every_type
def test_a_type_says_what_it_is_for_and_where_it_is_filed(template: Template) -> None:
    assert template.description.endswith(".")
    assert template.classification
    assert template.old_classification
    assert template.family in {"korespondensi", "judul", "produk hukum", "tabel"}


@every_type
def test_every_field_has_a_label_and_every_required_one_an_example(template: Template) -> None:
    for field in template.fields:
        assert field.label[0].isupper(), field.name
        assert field.example is not None or not field.is_required, field.name


@every_type
def test_its_schema_is_one_and_its_example_satisfies_it(template: Template) -> None:
    schema = template.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    validator.validate(template.example())
    json.dumps(schema)
    assert not validator.is_valid({**template.example(), "isian_asing": "x"})
    for name in schema["required"]:
        rest = {key: value for key, value in template.example().items() if key != name}
        assert not validator.is_valid(rest), name


@every_type
def test_its_example_letter_prints_as_pdf_and_as_docx(template: Template, office: Office) -> None:
    letter = read_letter(template.example_letter(), office=office)
    document = compose(letter, office)
    assert render(document, "pdf").startswith(b"%PDF-")
    assert render(document, "docx").startswith(b"PK")


@every_type
def test_it_prints_with_nothing_but_the_required_fields(template: Template, office: Office) -> None:
    required = {field.name for field in template.fields if field.is_required}
    values = {name: value for name, value in template.example().items() if name in required}
    mapping = {"jenis": template.code, "nomor": "1", "tanggal": "2026-11-24", "isian": values}
    document = compose(letter_from_mapping(mapping, office=office), office)
    assert render(document, "pdf").startswith(b"%PDF-")
    for section in document.sections:
        for text in texts_of(section.blocks):
            assert not re.search(r" ,|\(\)|,,|\bNone\b|  (?!:)", text.replace("\t", " : ")), text


@every_type
def test_everything_filled_in_is_printed_as_it_was_given(template: Template, office: Office) -> None:
    letter = read_letter(template.example_letter(), office=office)
    document = compose(letter, office)
    printed = "\n".join(
        text for section in document.sections for text in texts_of((*section.first_header, *section.blocks))
    )
    flat = " ".join(printed.split()).casefold()
    missing = [text for text in scalars(template.example()) if " ".join(text.split()).casefold() not in flat]
    allowed = {"Perempuan", "Laki-laki"} if not template.fields else set()
    assert [text for text in missing if text not in allowed] == []


@every_type
def test_no_placeholder_or_template_sign_is_left_in_print(template: Template, office: Office) -> None:
    document = compose(read_letter(template.example_letter(), office=office), office)
    for section in document.sections:
        for text in texts_of(section.blocks):
            assert not re.search(r"[{}]|%\}|\*\*|\+\+|[\ue000-\uf8ff]", text), text
            assert "\\" not in text


@every_type
def test_its_language_is_spelt_by_the_rules(template: Template) -> None:
    text = template.body.source + " ".join(field.label + " " + field.help for field in template.fields)
    found = MISSPELT.search(text + template.title + template.description)
    assert found is None, found
    assert "  :" not in text
    assert not re.search(r" [,.;](?:\s|$)", text)


@every_type
def test_letters_about_somebody_name_them_for_the_seal_without_private_data(
    template: Template, office: Office
) -> None:
    letter = read_letter(template.example_letter(), office=office)
    sealed = f"{letter.subject} {letter.summary}"
    assert not template.needs_subject or letter.subject
    assert len(letter.summary or "") <= 48
    for field in template.fields:
        if field.type in {FieldType.NIK, FieldType.KK, FieldType.PHONE} or field.is_private:
            assert str(field.example) not in sealed


@every_type
def test_nik_and_kk_are_always_private(template: Template) -> None:
    for field in template.fields:
        if field.type in {FieldType.NIK, FieldType.KK}:
            assert field.is_private, field.name


@every_type
def test_dates_of_birth_and_telephones_of_people_are_never_sealed(template: Template) -> None:
    names = {name for pattern in (template.subject, template.summary) if pattern for name in pattern.names}
    for field in template.fields:
        if "lahir" in field.name and field.type is FieldType.DATE:
            assert field.is_private, field.name
        assert not (field.type is FieldType.PHONE and field.name in names)


@every_type
def test_it_speaks_of_the_village_with_and_without_its_name(template: Template, office: Office) -> None:
    named = template.fill(template.example(), office=office_words(office))
    unnamed = template.fill(template.example())
    assert len(named.body) == len(unnamed.body)


@every_type
def test_its_letterhead_is_one_of_those_there_are(template: Template) -> None:
    kop = template.meta.get("kop")
    assert kop is None or LetterheadVariant(kop.source)


@pytest.mark.parametrize(
    "code",
    ["pernyataan", "pernyataan-sporadik", "pernyataan-ahli-waris", "pernyataan-belum-memiliki-akta-lahir"],
)
def test_a_statement_is_signed_by_the_citizen_over_the_duty_stamp_and_seen_by_the_head(
    code: str, office: Office
) -> None:
    head, citizen, *_ = read_letter(find(code).example_letter(), office=office).signatures
    assert head.heading == "Mengetahui,"
    assert citizen.is_external
    assert citizen.has_meterai
    assert not head.has_meterai


def test_a_power_of_attorney_has_the_receiver_left_and_the_stamp_with_the_giver(office: Office) -> None:
    receiver, giver, head = read_letter(find("kuasa").example_letter(), office=office).signatures
    assert (receiver.signatory.name, giver.signatory.name) == ("Asep Hidayat", "Dedi Kurniawan")  # type: ignore[union-attr]
    assert (receiver.has_meterai, giver.has_meterai, head.heading) == (False, True, "Mengetahui,")


def test_minutes_of_a_handover_have_the_second_party_left_and_are_seen_by_the_head(office: Office) -> None:
    second, first, head = read_letter(find("berita-acara").example_letter(), office=office).signatures
    assert (second.signatory.jabatan, first.signatory.jabatan) == ("Pihak Kedua", "Pihak Pertama")  # type: ignore[union-attr]
    assert head.heading == "Mengetahui,"


def test_the_example_letter_is_toml_and_holds_the_example_values() -> None:
    template = find("keterangan-domisili")
    front = template.example_letter().split("+++\n")[1]
    values = tomllib.loads(front)["isian"]
    assert json.loads(json.dumps(values, default=str)) == template.example()


def test_the_validity_of_a_type_dates_the_letter(office: Office) -> None:
    letter = read_letter(find("keterangan-domisili").example_letter(), office=office)
    assert letter.expires is not None
    assert letter.expires.isoformat() == "2027-02-24"

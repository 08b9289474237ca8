"""Sealing a letter: what is signed, what is refused, and that a reprint is the same."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from kopsurat import SealError, SigningKey, Trust, explain, seal_letter, verify
from kopsurat.content.blocks import Items, ItemStyle, Pair, Pairs, Paragraph, Text
from kopsurat.content.templates.template import SUMMARY_LENGTH
from kopsurat.errors import InvalidLetter
from kopsurat.letter import Capacity, Family, Letter, LetterKind, Signature
from kopsurat.office import Level, Office, Signatory
from kopsurat.seal import Kind, LetterFile, Seal
from kopsurat.seal.claims import SUMMARY_LIMIT

HOST = "sukamaju.desa.id"
KEY = SigningKey.from_scalar(20261124)
KADES = Signatory(
    id="kades", name="H. Ahmad Sudrajat, S.Sos.", jabatan="Kepala Desa", since=dt.date(2022, 8, 1)
)
SEKDES = Signatory(id="sekdes", name="Dewi  Lestari, S.AP", jabatan="Sekretaris Desa")
DOMISILI = LetterKind(
    code="keterangan-domisili", title="Surat Keterangan Domisili", family=Family.JUDUL, needs_subject=True
)


@pytest.mark.parametrize("written", ["Sekretaris Desa", "dewi  lestari, s.ap", "sekde"])
def test_an_office_or_a_name_in_place_of_an_identifier_says_whom_it_means(written: str) -> None:
    letter = a_letter(signatures=(Signature(signatory=written),))
    with pytest.raises(ExceptionGroup) as caught:
        letter.signed_by(an_office())
    (fault,) = caught.value.exceptions
    assert isinstance(fault, InvalidLetter)
    assert (fault.code, fault.suggestion) == ("signatory-unknown", "sekdes")


def test_letter_types_shorten_a_summary_to_what_a_seal_takes() -> None:
    assert SUMMARY_LENGTH == SUMMARY_LIMIT


def an_office(**changes: Any) -> Office:
    office = Office(
        desa=Level(word="Desa", name="Sukamaju"),
        kecamatan=Level(word="Kecamatan", name="Karangtengah"),
        kabupaten=Level(word="Kabupaten", name="Sukamulya"),
        signatories=(KADES, SEKDES),
        host=HOST,
    )
    return replace(office, **changes)


def a_letter(**changes: Any) -> Letter:
    letter = Letter(
        kind=DOMISILI,
        nomor="470/012/DS-SM/XI/2026",
        date=dt.date(2026, 11, 24),
        body=(
            Paragraph(content=(Text(text="Yang bertanda tangan di bawah ini menerangkan bahwa:"),)),
            Pairs(
                rows=(
                    Pair(label=(Text(text="Nama"),), value=(Text(text="Siti Aminah", bold=True),)),
                    Pair(label=(Text(text="NIK"),), value=(Text(text="3215014501900001"),)),
                )
            ),
            Items(style=ItemStyle.DECIMAL, items=((Paragraph(content=(Text(text="benar warga kami"),)),),)),
        ),
        signatures=(Signature(signatory="kades"),),
        subject="Siti Aminah",
        summary="RT 003/RW 001",
        data=(("nama", "Siti Aminah"), ("nik", "3215014501900001")),
    )
    return replace(letter, **changes)


def seal(letter: Letter | None = None, office: Office | None = None, host: str = HOST) -> Seal:
    return seal_letter(letter or a_letter(), office or an_office(), key=KEY, host=host)


class TestWhatIsSigned:
    def test_the_words_that_the_reader_sees(self) -> None:
        claims = seal().claims
        assert (claims.nomor, claims.date) == ("470/012/DS-SM/XI/2026", dt.date(2026, 11, 24))
        assert claims.letter_type == "Surat Keterangan Domisili"
        assert (claims.subject, claims.summary) == ("Siti Aminah", "RT 003/RW 001")
        assert (claims.signatory, claims.jabatan) == ("H. Ahmad Sudrajat, S.Sos.", "Kepala Desa")
        assert claims.host == HOST

    def test_the_perihal_stands_for_the_type_where_there_is_one(self) -> None:
        assert seal(a_letter(perihal="Undangan Rapat")).claims.letter_type == "Undangan Rapat"

    def test_on_behalf_of_is_part_of_the_jabatan(self) -> None:
        signature = Signature(signatory="sekdes", on_behalf="kades", through="Camat")
        claims = seal(a_letter(signatures=(signature,))).claims
        assert claims.jabatan == "a.n. Kepala Desa, u.b. Camat, Sekretaris Desa"
        assert claims.signatory == "Dewi Lestari, S.AP"

    def test_an_acting_head_is_named_so(self) -> None:
        signature = Signature(signatory="kades", capacity=Capacity.DUTIES)
        assert seal(a_letter(signatures=(signature,))).claims.jabatan == "Plt. Kepala Desa"

    def test_the_office_s_own_signature_counts_among_several(self) -> None:
        camat = Signatory(id="camat", name="Camat Contoh", jabatan="Camat")
        signatures = (
            Signature(signatory=camat, heading="Mengetahui,", is_external=True),
            Signature(signatory="kades"),
        )
        assert seal(a_letter(signatures=signatures)).claims.signatory == KADES.name

    def test_the_whole_letter_is_committed_to(self) -> None:
        made = seal()
        file = LetterFile.parse(made.letter_json)
        assert file.commitment == made.claims.commitment
        assert file.link == made.link
        assert file.values()["/isi/1/nilai"] == "Siti Aminah"
        assert file.values()["/isi/3/butir/0/0"] == "benar warga kami"
        assert file.values()["/isian/nik"] == "3215014501900001"
        assert file.values()["/kop/desa"] == "Desa Sukamaju"

    def test_no_personal_number_is_in_the_link(self) -> None:
        made = seal()
        assert b"3215014501900001" not in made.cose
        assert "3215014501900001" not in made.link

    def test_a_changed_word_anywhere_changes_the_commitment(self) -> None:
        changed = a_letter(tembusan=("Camat Karangtengah",))
        assert seal(changed).claims.commitment != seal().claims.commitment

    def test_a_reprint_is_identical(self) -> None:
        assert seal() == seal()
        assert seal().link == seal().link

    def test_it_verifies(self) -> None:
        made = seal()
        at = dt.datetime(2026, 11, 25, tzinfo=dt.UTC)
        assert verify(made.link, trust=Trust.of(KEY.public), at=at).kind is Kind.VALID


KEYS = {"letter_type": "perihal", "signatory": "penandatangan", "subject": "subjek", "summary": "ringkas"} | {
    "nomor": "nomor"
}
"""What surat.md calls the fields."""


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("changes", "code", "field"),
        [
            ({"is_draft": True}, "seal-of-draft", None),
            ({"signatures": ()}, "seal-needs-signatory", "signatory"),
            ({"subject": None}, "seal-needs-subject", "subject"),
            ({"subject": "  "}, "seal-needs-subject", "subject"),
            ({"subject": "Siti 3215014501900001"}, "seal-personal-number", "subject"),
            ({"subject": "Siti 3215.0145.0190.0001"}, "seal-personal-number", "subject"),
            ({"summary": "HP 0812-3456-7890"}, "seal-personal-number", "summary"),
            ({"summary": "+62 812 3456 7890"}, "seal-personal-number", "summary"),
            ({"summary": "x" * 49}, "seal-text-too-long", "summary"),
            ({"subject": "Siti\u202eAminah"}, "seal-text-invisible", "subject"),
            ({"nomor": ""}, "seal-needs-nomor", "nomor"),
            ({"nomor": "470/…/DS-SM/XI/2026"}, "seal-needs-nomor", "nomor"),
            ({"nomor": "470/......./DS-SM/XI/2026"}, "seal-needs-nomor", "nomor"),
            ({"nomor": "4\u200b70"}, "seal-text-invisible", "nomor"),
            ({"perihal": "Permohonan " * 14, "subject": "Nama " * 30}, "seal-too-dense", "letter_type"),
            ({"subject": "Nama " * 40}, "seal-text-too-long", "subject"),
        ],
    )
    def test_the_field_to_correct_is_named(
        self, changes: dict[str, Any], code: str, field: str | None
    ) -> None:
        with pytest.raises(SealError) as caught:
            seal(a_letter(**changes))
        assert caught.value.code == code
        assert caught.value.evidence.get("field") == field
        assert caught.value.path == (KEYS[field] if field else "")
        assert "…" not in explain(caught.value, "id")

    @pytest.mark.parametrize(
        "host",
        ["sukamaju-desa.id", "sukamaju.example.com", "Sukamaju.desa.id", "", "https://sukamaju.desa.id"],
    )
    def test_a_site_that_may_not_vouch_is_refused(self, host: str) -> None:
        with pytest.raises(SealError, match="seal-host-unfit"):
            seal(host=host)

    def test_the_office_s_own_site_is_accepted_wherever_it_is(self) -> None:
        host = "surat.example.org"
        assert seal(office=an_office(host=host), host=host).host == host

    def test_a_signatory_out_of_office_is_refused(self) -> None:
        with pytest.raises(ExceptionGroup) as caught:
            seal(a_letter(date=dt.date(2021, 1, 1)))
        assert [each.code for each in caught.value.exceptions] == ["signatory-not-in-office"]  # type: ignore[attr-defined]


def test_a_letter_not_about_a_person_needs_no_subject() -> None:
    kind = replace(DOMISILI, needs_subject=False)
    assert seal(a_letter(kind=kind, subject=None)).claims.subject is None

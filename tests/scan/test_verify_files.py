"""Whole files: the seal, the letter inside, and the text shown, each held against the other."""

from __future__ import annotations

import datetime as dt
import io
import json
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

import kopsurat
from kopsurat import Seal, SealError, SigningKey, Trust, qr
from kopsurat.content.templates import all_templates, find
from kopsurat.content.templates.examples import example_letter
from kopsurat.scanning import scan, verify_file, verify_seals
from kopsurat.seal import Kind, LetterFile, RevokedEntry, RevokedList, Verdict, build_revoked_list

NOW = dt.datetime(2026, 11, 25, 3, 0, tzinfo=dt.UTC)
Rezip = Callable[[bytes, Callable[[str, bytes], bytes | None]], bytes]
EXAMPLE = Path(__file__).parents[2] / "examples" / "sukamaju" / "desa.toml"
SAMPLE = [
    *("undangan", "keterangan-domisili", "keputusan-kepala-desa", "perintah-perjalanan-dinas"),
    *("nota-dinas", "piagam", "n1-pengantar-nikah", "laporan"),
]
CHANGES = {
    "an amount": ("Rp500.000,00", "Rp900.000,00", "/isi/4"),
    "one word": ("Panitia menerima", "Panitia menolak", "/isi/4"),
    "the weekday": ("Senin, 30 November 2026", "Selasa, 1 Desember 2026", "/isi/1/nilai"),
    "the number": ("005/012/DS-SM/XI/2026", "005/013/DS-SM/XI/2026", "/nomor"),
    "the date": ("tanggal = 2026-11-24", "tanggal = 2026-11-25", "/tanggal"),
    "the perihal": ("Undangan Musyawarah Desa", "Undangan Pemilihan Panitia", "/perihal"),
    "a recipient": ('"Bapak/Ibu Ketua RT"', '"Seluruh Warga"', "/kepada/0"),
    "a copy": ('"Camat Karangtengah"', '"Bupati Sukamulya"', "/tembusan/0"),
}


def codes(verdict: Verdict) -> set[str]:
    return {reason.code for reason in verdict.reasons}


class TestGenuineFiles:
    @pytest.mark.parametrize("format", ["pdf", "docx"])
    def test_a_digital_file_is_valid_and_its_text_agrees(self, desk: Any, format: str) -> None:  # noqa: A002
        verdict = verify_file(desk.print(format), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.VALID
        assert "text-agrees" in codes(verdict)
        assert verdict.claims == desk.seal.claims

    def test_a_picture_is_valid_and_says_that_the_eye_must_compare(self, desk: Any, png: bytes) -> None:
        verdict = verify_file(png, trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.VALID
        assert "picture-only" in codes(verdict)

    @pytest.mark.parametrize("quality", [30, 90])
    def test_a_jpeg_is_valid(self, desk: Any, png: bytes, quality: int) -> None:
        buffer = io.BytesIO()
        Image.open(io.BytesIO(png)).convert("RGB").save(buffer, "JPEG", quality=quality)
        assert verify_file(buffer.getvalue(), trust=desk.trust, at=desk.at).kind is Kind.VALID

    @pytest.mark.parametrize("format", ["pdf", "docx", "png"])
    def test_scan_returns_the_link_of_the_seal(self, desk: Any, format: str) -> None:  # noqa: A002
        assert scan(desk.print(format)) == (desk.seal.link,)

    def test_a_letter_over_several_pages_agrees(self, desk: Any, letter_text: str) -> None:
        long = letter_text + "\n".join(
            f"\nHal ke-{n} yang perlu diketahui warga ialah bahwa iuran ke-{n} dibayar kepada bendahara "
            f"di balai desa paling lambat tanggal {n % 28 + 1} bulan berikutnya tanpa dipungut biaya.\n"
            for n in range(1, 41)
        )
        letter = desk.write(long)
        for format in ("pdf", "docx"):  # noqa: A001
            data = desk.print(format, letter=letter, seal=desk.seal_of(letter))
            verdict = verify_file(data, trust=desk.trust, at=desk.at)
            assert verdict.differences == ()
            assert verdict.kind is Kind.VALID

    @pytest.mark.parametrize("code", SAMPLE)
    def test_a_letter_of_each_family_agrees(self, desk: Any, code: str) -> None:
        check_type(desk, find(code), "pdf")
        check_type(desk, find(code), "docx")

    def test_a_letter_on_narrow_paper_agrees(self, desk: Any) -> None:
        office = kopsurat.read_office(EXAMPLE)
        narrow = replace(office, letterhead=replace(office.letterhead, paper="A5"))
        check_type(desk, find("undangan"), "pdf", narrow)
        check_type(desk, find("undangan"), "docx", narrow)

    @pytest.mark.slow
    @pytest.mark.parametrize("template", all_templates(), ids=lambda each: each.code)
    @pytest.mark.parametrize("kind", ["pdf", "docx"])
    def test_every_type_of_letter_agrees(self, desk: Any, template: Any, kind: str) -> None:
        check_type(desk, template, kind)


def check_type(desk: Any, template: Any, kind: str, office: kopsurat.Office | None = None) -> None:
    office = office or kopsurat.read_office(EXAMPLE)
    letter = kopsurat.read_letter(example_letter(template))
    if not (letter.nomor and letter.signatures):  # a resident's statement, a book: the office seals none
        with pytest.raises(SealError, match=r"nomor|signatory"):
            kopsurat.seal_letter(letter, office, key=desk.key, host="sukamaju.desa.id")
        return
    seal = kopsurat.seal_letter(letter, office, key=desk.key, host="sukamaju.desa.id")
    data = kopsurat.render(kopsurat.compose(letter, office, seal=seal), kind)
    verdict = verify_file(data, trust=desk.trust, at=desk.at)
    assert verdict.differences == ()
    assert verdict.kind in (Kind.VALID, Kind.EXPIRED)


class TestChangedText:
    """The seal and surat.json are genuine, the text shown is not: the verdict names the place."""

    @pytest.mark.parametrize("change", CHANGES, ids=str)
    @pytest.mark.parametrize("format", ["pdf", "docx"])
    def test_a_change_is_found_and_named(
        self,
        desk: Any,
        letter_text: str,
        change: str,
        format: str,  # noqa: A002
    ) -> None:
        old, new, field = CHANGES[change]
        forged = desk.print(format, letter=desk.write(letter_text.replace(old, new)))
        verdict = verify_file(forged, trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert field in [each.field for each in verdict.differences]
        assert verdict.exit_code == 7

    @pytest.mark.parametrize("format", ["pdf", "docx"])
    def test_an_added_paragraph_is_found(self, desk: Any, letter_text: str, format: str) -> None:  # noqa: A002
        more = letter_text.replace("Demikian", "Warga wajib membayar iuran.\n\nDemikian")
        verdict = verify_file(desk.print(format, letter=desk.write(more)), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        (difference,) = verdict.differences
        assert difference.sealed is None
        assert "iuran" in (difference.shown or "")

    @pytest.mark.parametrize("format", ["pdf", "docx"])
    def test_a_missing_paragraph_is_found(self, desk: Any, letter_text: str, format: str) -> None:  # noqa: A002
        lines = [line for line in letter_text.splitlines() if not line.startswith("Panitia")]
        forged = desk.print(format, letter=desk.write("\n".join(lines)))
        verdict = verify_file(forged, trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert [(each.field, each.shown) for each in verdict.differences] == [("/isi/4", None)]

    def test_an_edit_in_word_is_found(self, desk: Any, docx: bytes, rezip: Rezip) -> None:
        forged = rezip(
            docx,
            lambda name, body: (
                body.replace(b"Rp500.000,00", b"Rp800.000,00") if name == "word/document.xml" else body
            ),
        )
        verdict = verify_file(forged, trust=desk.trust, at=desk.at)
        (difference,) = verdict.differences
        assert verdict.kind is Kind.ALTERED
        assert "Rp500.000,00" in (difference.sealed or "")
        assert "Rp800.000,00" in (difference.shown or "")

    def test_text_that_word_hides_does_not_count_as_shown(self, desk: Any, docx: bytes, rezip: Rezip) -> None:
        forged = rezip(docx, _hide_the_amount)
        assert forged != docx
        verdict = verify_file(forged, trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert "/isi/4" in [each.field for each in verdict.differences]

    def test_a_figure_alone_on_a_line_is_found(self, desk: Any, letter_text: str) -> None:
        more = letter_text.replace("Demikian", "500.000.000\n\nDemikian")
        forged = desk.print("docx", letter=desk.write(more))
        assert verify_file(forged, trust=desk.trust, at=desk.at).kind is Kind.ALTERED

    def test_a_revoked_letter_stays_revoked_whatever_was_changed(self, desk: Any, letter_text: str) -> None:
        forged = desk.print("docx", letter=desk.write(letter_text.replace("Rp500", "Rp900")))
        entry = RevokedEntry(id=desk.seal.id, day=NOW.date(), reason="withdrawn")
        listing = RevokedList(
            host="sukamaju.desa.id", kid=desk.seal.kid, entries=(entry,), issued_at=NOW, counter=1
        )
        trust = desk.trust.with_lists(build_revoked_list(listing, desk.key))
        verdict = verify_file(forged, trust=trust, at=desk.at)
        assert verdict.kind is Kind.REVOKED
        assert verdict.differences


def _hide_the_amount(name: str, body: bytes) -> bytes:
    if name != "word/document.xml":
        return body
    start = body.rindex(b"<w:r>", 0, body.index(b"Rp500.000,00"))
    head = body[start : body.index(b"<w:t", start)]
    hidden = (
        head.replace(b"<w:rPr>", b"<w:rPr><w:vanish/>")
        if b"<w:rPr>" in head
        else (b"<w:r><w:rPr><w:vanish/></w:rPr>")
    )
    return body[:start] + hidden + body[start + len(head) :]


class TestForgedAttachments:
    def test_a_changed_surat_json_does_not_fit_the_seal(self, desk: Any, with_json: Any) -> None:
        content = json.loads(desk.seal.letter_json)
        content["fields"]["/isi/4"]["value"] = "Panitia menerima sumbangan sebesar Rp900.000,00."
        forged = desk.print("pdf", seal=with_json(desk.seal, json.dumps(content).encode()))
        verdict = verify_file(forged, trust=desk.trust, at=desk.at)
        assert (verdict.kind, verdict.reasons[0].code) == (Kind.ALTERED, "attachment-differs")

    @pytest.mark.parametrize("format", ["pdf", "docx"])
    def test_the_letter_of_another_seal_is_noticed(
        self,
        desk: Any,
        with_json: Any,
        letter_text: str,
        format: str,  # noqa: A002
    ) -> None:
        other = desk.seal_of(desk.write(letter_text.replace("Rp500", "Rp900")))
        forged = desk.print(format, seal=with_json(desk.seal, other.letter_json))
        kinds = {each.kind for each in verify_seals(forged, trust=desk.trust, at=desk.at)}
        assert kinds == {Kind.ALTERED}

    def test_a_broken_surat_json_is_reported(self, desk: Any, with_json: Any) -> None:
        forged = desk.print("docx", seal=with_json(desk.seal, b"{"))
        verdict = verify_file(forged, trust=desk.trust, at=desk.at)
        assert "json-malformed" in codes(verdict)
        assert "no-attachment" in codes(verdict)

    def test_a_docx_without_the_custom_part_is_only_as_good_as_its_qr(
        self, desk: Any, docx: bytes, rezip: Rezip
    ) -> None:
        bare = rezip(docx, lambda name, body: None if name.startswith("customXml") else body)
        verdict = verify_file(bare, trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.VALID
        assert "no-attachment" in codes(verdict)

    def test_a_file_sealed_by_a_stranger_shows_no_claims(self, desk: Any, letter_text: str) -> None:
        stranger = SigningKey.from_scalar(666)
        letter = desk.write(letter_text)
        seal = kopsurat.seal_letter(letter, desk.office, key=stranger, host="sukamaju.desa.id")
        verdict = verify_file(desk.print("pdf", seal=seal), trust=desk.trust, at=desk.at)
        assert (verdict.kind, verdict.claims) == (Kind.UNKNOWN_KEY, None)


class TestRedaction:
    def test_a_hidden_field_leaves_the_rest_checked(
        self, desk: Any, with_json: Any, letter_text: str
    ) -> None:
        hidden = LetterFile.parse(desk.seal.letter_json).redacted("/isi/4")
        shown = desk.write(letter_text.replace("Rp500.000,00", "________"))
        data = desk.print("docx", letter=shown, seal=with_json(desk.seal, hidden.to_json()))
        verdict = verify_file(data, trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.VALID
        assert "fields-redacted" in codes(verdict)

    def test_a_change_beside_the_hidden_field_is_still_found(
        self, desk: Any, with_json: Any, letter_text: str
    ) -> None:
        hidden = LetterFile.parse(desk.seal.letter_json).redacted("/isi/4")
        shown = desk.write(letter_text.replace("Balai Desa", "Rumah Kepala"))
        data = desk.print("docx", letter=shown, seal=with_json(desk.seal, hidden.to_json()))
        verdict = verify_file(data, trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert [each.field for each in verdict.differences] == ["/isi/3/nilai"]


class TestSeveralCodes:
    def page(self, *texts: str) -> bytes:
        pictures = [Image.open(io.BytesIO(qr.encode(text, level="M").png(scale=4))) for text in texts]
        sheet = Image.new("L", (sum(each.width + 40 for each in pictures), 600), 255)
        left = 20
        for each in pictures:
            sheet.paste(each, (left, 20))
            left += each.width + 40
        buffer = io.BytesIO()
        sheet.save(buffer, "PNG")
        return buffer.getvalue()

    def test_a_foreign_code_beside_the_seal_is_mentioned(self, desk: Any) -> None:
        data = self.page("https://wa.me/6281200000231", desk.seal.link)
        verdict = verify_file(data, trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.VALID
        assert "foreign-codes" in codes(verdict)

    def test_only_foreign_codes_are_not_a_seal(self, desk: Any) -> None:
        data = self.page("https://wa.me/6281200000231", "00020101021126")
        verdict = verify_file(data, trust=desk.trust, at=desk.at)
        assert (verdict.kind, verdict.reasons[0].code) == (Kind.NOT_A_SEAL, "only-foreign-codes")

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("00020101021126610014COM.GO-JEK.WWW0118936009143000000000", "code-is-payment"),
            ("WIFI:S:Kantor Desa;T:WPA;P:rahasia;;", "code-is-wifi"),
            ("BEGIN:VCARD\nVERSION:3.0\nFN:Siti\nEND:VCARD", "code-is-contact"),
            ("MECARD:N:Siti;TEL:081200000231;;", "code-is-contact"),
            ("mailto:sekretariat@sukamaju.desa.id", "code-is-contact"),
            ("3215014505900003", "code-is-number"),
            ("https://tte.kominfo.go.id/verifyPDF", "code-is-site"),
            ("http://sukamaju.desa.id@palsu.example.com/v", "code-is-site"),
            ("Surat ini asli", "code-is-text"),
        ],
    )
    def test_another_code_is_called_by_its_kind(self, desk: Any, text: str, kind: str) -> None:
        verdict = verify_file(self.page(text), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.NOT_A_SEAL
        assert [each.code for each in verdict.reasons] == ["only-foreign-codes", kind]
        told = verdict.reasons[1].sentence("id")
        assert "rahasia" not in told
        assert "3215014505900003" not in told
        assert kind != "code-is-site" or "tte.kominfo.go.id" in told or "palsu.example.com" in told
        beside = verify_file(self.page(text, desk.seal.link), trust=desk.trust, at=desk.at)
        assert beside.kind is Kind.VALID
        assert kind in codes(beside)

    def test_a_short_link_is_told_from_a_seal(self, desk: Any) -> None:
        data = self.page(f"https://sukamaju.desa.id/v/{desk.seal.code}")
        verdict = verify_file(data, trust=desk.trust, at=desk.at)
        assert (verdict.kind, verdict.reasons[0].code) == (Kind.NOT_A_SEAL, "short-link")

    def test_two_seals_have_two_verdicts_and_the_worst_counts(self, desk: Any, letter_text: str) -> None:
        letter = desk.write(letter_text.replace("012/DS", "777/DS"))
        stranger = SigningKey.from_scalar(666)
        other = kopsurat.seal_letter(letter, desk.office, key=stranger, host="sukamaju.desa.id")
        data = self.page(desk.seal.link, other.link)
        kinds = {each.kind for each in verify_seals(data, trust=desk.trust, at=desk.at)}
        assert kinds == {Kind.VALID, Kind.UNKNOWN_KEY}
        assert verify_file(data, trust=desk.trust, at=desk.at).kind is Kind.UNKNOWN_KEY


class TestFilesThatCannotBeRead:
    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"", "scan-empty"),
            (b"halo", "scan-unknown-file"),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "scan-heic"),
            (b"\0\0\0\x18ftypmif1\0\0\0\0", "scan-heic"),
            (b"%PDF-1.7\n%%EOF", "scan-pdf-unreadable"),
            (b"PK\x03\x04", "scan-docx-unreadable"),
            (b"\x89PNG\r\n\x1a\n", "scan-picture-unreadable"),
            (b"\xff\xd8\xff\xe0 x", "scan-picture-unreadable"),
            (b"II*\0\xff\xff\xff\xff", "scan-picture-unreadable"),
        ],
    )
    def test_the_verdict_is_unreadable_and_says_why(self, desk: Any, data: bytes, reason: str) -> None:
        verdict = verify_file(data, trust=desk.trust, at=desk.at)
        assert (verdict.kind, verdict.reasons[0].code) == (Kind.UNREADABLE, reason)
        assert verdict.exit_code == 8

    def test_a_picture_without_a_code_asks_for_a_better_one(self, desk: Any) -> None:
        buffer = io.BytesIO()
        Image.new("L", (400, 400), 255).save(buffer, "PNG")
        verdict = verify_file(buffer.getvalue(), trust=desk.trust, at=desk.at)
        assert (verdict.kind, verdict.reasons[0].code) == (Kind.UNREADABLE, "no-code-found")

    def test_a_document_without_a_code_is_not_told_to_be_photographed(self, desk: Any) -> None:
        plain = kopsurat.compose_letterhead(kopsurat.read_office(EXAMPLE))
        for media in ("pdf", "docx"):
            verdict = verify_file(kopsurat.render(plain, media), trust=desk.trust, at=desk.at)
            assert (verdict.kind, verdict.reasons[0].code) == (Kind.UNREADABLE, "no-code-in-document")

    def test_a_picture_that_claims_to_be_huge_is_not_unpacked(self, desk: Any) -> None:
        png = qr.encode("x" * 20, level="M").png(scale=1)
        huge = png[:16] + (60_000).to_bytes(4) * 2 + png[24:]
        verdict = verify_file(huge, trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.UNREADABLE

    @settings(max_examples=60, deadline=None)
    @given(
        head=st.sampled_from(
            [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a"]
        ),
        body=st.binary(max_size=300),
    )
    def test_any_bytes_give_a_verdict(self, desk: Any, head: bytes, body: bytes) -> None:
        verdict = verify_file(head + body, trust=desk.trust, at=desk.at)
        assert verdict.kind in (Kind.UNREADABLE, Kind.NOT_A_SEAL)

    @settings(max_examples=25, deadline=None)
    @given(place=st.floats(0, 1), new=st.binary(min_size=1, max_size=4))
    @pytest.mark.parametrize("kind", ["pdf", "docx"])
    def test_a_damaged_file_gives_a_verdict(self, files: Any, kind: str, place: float, new: bytes) -> None:
        data = files[kind]
        start = int(place * (len(data) - 5))
        damaged = data[:start] + new + data[start + len(new) :]
        verdict = verify_file(damaged, trust=Trust.of(), at=NOW)
        assert verdict.kind in (Kind.UNREADABLE, Kind.NOT_A_SEAL, Kind.UNKNOWN_KEY)


class TestHostileDocx:
    def test_a_document_type_is_refused(self, desk: Any, docx: bytes, rezip: Rezip) -> None:
        bomb = (
            b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
            b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:document>'
        )
        forged = rezip(docx, lambda name, body: bomb if name == "word/document.xml" else body)
        verdict = verify_file(forged, trust=desk.trust, at=desk.at)
        assert (verdict.kind, verdict.reasons[0].code) == (Kind.UNREADABLE, "scan-docx-unsafe")

    def test_utf_16_does_not_hide_a_document_type(self, desk: Any, docx: bytes, rezip: Rezip) -> None:
        bomb = "\ufeff<!DOCTYPE w><w/>".encode("utf-16-le")
        forged = rezip(docx, lambda name, body: bomb if name == "word/document.xml" else body)
        assert verify_file(forged, trust=desk.trust, at=desk.at).reasons[0].code == "scan-docx-unsafe"

    def test_a_zip_bomb_is_not_unpacked(self, desk: Any, docx: bytes, rezip: Rezip) -> None:
        forged = rezip(docx, lambda name, body: b" " * 30_000_000 if name == "word/document.xml" else body)
        assert len(forged) < 200_000
        assert verify_file(forged, trust=desk.trust, at=desk.at).reasons[0].code == "scan-docx-too-large"

    def test_too_many_parts_are_refused(self, desk: Any) -> None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for number in range(2001):
                archive.writestr(f"{number}", b"")
        verdict = verify_file(buffer.getvalue(), trust=desk.trust, at=desk.at)
        assert verdict.reasons[0].code == "scan-docx-too-large"


class TestHostilePdf:
    def annotated(self, data: bytes, subtype: str, bottom: int = 445, **more: Any) -> bytes:
        import pikepdf

        document = pikepdf.open(io.BytesIO(data))
        page = document.pages[0]
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name(f"/{subtype}"),
            Rect=[200, bottom, 360, bottom + 40],
            Contents=pikepdf.String("Rp900.000,00"),
            DA=pikepdf.String("/Helv 12 Tf"),
            **{name: pikepdf.Name(value) for name, value in more.items()},
        )
        existing = list(page.get("/Annots", []))
        page["/Annots"] = document.make_indirect(pikepdf.Array([*existing, document.make_indirect(note)]))
        buffer = io.BytesIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a field outside the form is what a forger would write
            document.save(buffer)
        return buffer.getvalue()

    def test_a_form_field_over_the_page_is_a_mark_but_a_signature_is_not(self, desk: Any, pdf: bytes) -> None:
        for field, kind in (("/Tx", Kind.ALTERED), ("/Sig", Kind.VALID)):
            data = self.annotated(pdf, "Widget", FT=field)
            assert verify_file(data, trust=desk.trust, at=desk.at).kind is kind

    @pytest.mark.filterwarnings("ignore::pikepdf.PageCopyWarning")
    @pytest.mark.parametrize(
        ("drawing", "is_alarm"),
        [
            (b"1 g 0 0 160 40 re f", True),
            (b"q " * 200 + b"0 0 9 9 re f", True),
            (b" ", False),
            (b"q Q", False),
        ],
    )
    def test_the_mark_of_a_signature_over_text_makes_it_altered_if_it_shows_anything(
        self, desk: Any, pdf: bytes, drawing: bytes, is_alarm: bool
    ) -> None:
        import pikepdf

        buffer = io.BytesIO()
        with pikepdf.open(io.BytesIO(self.annotated(pdf, "Widget", bottom=540, FT="/Sig"))) as document:
            look = document.make_stream(drawing, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
            look.BBox = [0, 0, 160, 40]
            document.pages[0].Annots[-1].AP = pikepdf.Dictionary(N=look)
            document.save(buffer)
        verdict = verify_file(buffer.getvalue(), trust=desk.trust, at=desk.at)
        assert verdict.kind is (Kind.ALTERED if is_alarm else Kind.VALID)
        assert ("text-covered" in codes(verdict)) is is_alarm

    def test_the_own_field_over_the_signature_block_is_no_alarm(self, desk: Any) -> None:
        from kopsurat.backends.pdf import render

        document = kopsurat.compose(desk.letter, desk.office, seal=desk.seal)
        data = render(document, signature_field="TandaTangan")
        assert verify_file(data, trust=desk.trust, at=desk.at).kind is Kind.VALID

    @pytest.mark.parametrize("subtype", ["FreeText", "Square", "Stamp", "Ink"])
    def test_a_mark_over_the_page_makes_it_altered(self, desk: Any, pdf: bytes, subtype: str) -> None:
        verdict = verify_file(self.annotated(pdf, subtype), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.ALTERED
        assert "marks-over-the-page" in codes(verdict)

    def test_a_hyperlink_is_no_mark(self, desk: Any, pdf: bytes) -> None:
        assert verify_file(self.annotated(pdf, "Link"), trust=desk.trust, at=desk.at).kind is Kind.VALID

    def test_a_locked_pdf_asks_for_unlocking(self, desk: Any, pdf: bytes) -> None:
        import pikepdf

        buffer = io.BytesIO()
        with pikepdf.open(io.BytesIO(pdf)) as document:
            document.save(buffer, encryption=pikepdf.Encryption(owner="a", user="b"))
        verdict = verify_file(buffer.getvalue(), trust=desk.trust, at=desk.at)
        assert (verdict.kind, verdict.reasons[0].code) == (Kind.UNREADABLE, "scan-pdf-locked")

    def test_a_scanned_pdf_is_checked_by_its_qr(self, desk: Any, png: bytes) -> None:
        buffer = io.BytesIO()
        Image.open(io.BytesIO(png)).convert("RGB").save(buffer, "PDF", resolution=150)
        verdict = verify_file(buffer.getvalue(), trust=desk.trust, at=desk.at)
        assert verdict.kind is Kind.VALID
        assert "picture-only" in codes(verdict)


def test_the_seal_of_a_letter_holds_its_words_and_no_more(desk: Any) -> None:
    seal: Seal = desk.seal
    assert seal.claims.letter_type == "Undangan Musyawarah Desa"
    assert seal.claims.signatory == "H. Ahmad Sudrajat, S.Sos."
    assert seal.claims.jabatan == "Kepala Desa"
    assert LetterFile.parse(seal.letter_json).commitment == seal.claims.commitment

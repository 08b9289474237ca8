"""A letter edited in Word is read back into surat.md."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from kopsurat import SigningKey, compose, read_letter, read_office, render, seal_letter
from kopsurat.content.blocks import Paragraph
from kopsurat.content.templates import all_templates
from kopsurat.content.templates.examples import example_letter
from kopsurat.errors import KopsuratError
from kopsurat.integrations.edited import read_edited
from kopsurat.layout.model import PageBreak
from kopsurat.letter import Arrangement
from kopsurat.scanning.word import import_letter

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

    from kopsurat import Letter, Office

_EXAMPLE: Final = Path(__file__).parents[2] / "examples" / "sukamaju"


@cache
def office() -> Office:
    """Return the office of the example."""
    return read_office(_EXAMPLE / "desa.toml")


@cache
def invitation() -> bytes:
    """Return the sealed example as DOCX."""
    letter = read_letter(_EXAMPLE / "surat.md")
    seal = seal_letter(letter, office(), key=SigningKey.generate(), host="sukamaju.desa.id")
    return render(compose(letter, office(), seal=seal), "docx")


def edited(change: Callable[[Document], None]) -> tuple[str, tuple[str, ...]]:
    """Return what is read back after ``change`` was made to the example."""
    document = docx.Document(io.BytesIO(invitation()))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return import_letter(out.getvalue(), office=office())


def paragraph(document: Document, words: str) -> docx.text.paragraph.Paragraph:
    """Return the first paragraph that begins so."""
    return next(each for each in document.paragraphs if each.text.startswith(words))


class TestRoundTrip:
    def test_a_letter_that_nobody_edited_comes_back_whole(self) -> None:
        text, losses = import_letter(invitation(), office=office())
        assert losses == ()
        assert read_letter(text, office=office()) == read_letter(_EXAMPLE / "surat.md")

    def test_lines_to_write_on_stay_lines_in_a_cell(self) -> None:
        front = (_EXAMPLE / "surat.md").read_text(encoding="utf-8").split("+++")[1]
        rows = "| Catatan | Paraf |\n|---|---|\n| Tanggal:\\ [...]\\ Nama:\\ [...] | [...] |"
        letter = read_letter(f"+++{front}+++\n\n{rows}\n\nDemikian.\n")
        edited = read_edited(render(compose(letter, office()), "docx"), office())
        assert read_letter(edited.text).body == letter.body

    def test_most_letter_types_come_back_with_the_same_body(self) -> None:
        same = [code for code in _types() if _returned(code)[0].body == _returned(code)[1].body]
        assert len(same) >= 45

    def test_no_word_of_any_letter_type_is_lost_without_a_note(self) -> None:
        for code in _types():
            _, letter, text, losses = _returned(code)
            is_note = letter.kind.arrangement is Arrangement.NOTE  # its rows are made of the front matter
            if not losses and not is_note:
                source = docx.Document(io.BytesIO(_made(code)))
                shown = {
                    word
                    for each in source.paragraphs
                    for word in each.text.replace("\u00a0", " ").replace("\u200b", "").split()
                }
                kept = text.replace("\\", "").replace("*", "")
                missing = {word for word in shown if word not in kept} - {
                    "Kepada",
                    "Yth.",
                    "di",
                    "–",
                    ":",
                    "Nomor:",
                    "Tembusan:",
                    *(letter.kind.form_code or "").split(),  # its type prints it
                }
                assert {word for word in missing if not word.isupper()} == set(), code

    def test_a_last_paragraph_that_was_divided_between_two_pages_is_one_again(self) -> None:
        divided = {}
        for count in range(8, 16):
            letter = _of_paragraphs(count)
            made = render(compose(letter, office()), "docx")
            edited = read_edited(made, office())
            assert read_letter(edited.text, office=office()).body == letter.body
            assert not any(each.startswith("tercetak") for each in edited.lost)
            divided[count] = "Isi Surat (sambungan)" in _style_names(made)
        assert set(divided.values()) == {True, False}

    def test_a_second_part_alone_is_a_paragraph(self) -> None:
        letters = (render(compose(_of_paragraphs(count), office()), "docx") for count in range(8, 16))
        made = next(each for each in letters if "Isi Surat (sambungan)" in _style_names(each))
        document = docx.Document(io.BytesIO(made))
        for each in list(document.paragraphs):
            if each.style and each.style.name == "Isi Surat":
                each._p.getparent().remove(each._p)
        out = io.BytesIO()
        document.save(out)
        text, _ = import_letter(out.getvalue(), office=office())
        assert len(read_letter(text, office=office()).body) == 1

    @pytest.mark.parametrize("start", ["Tiga.", "# Bagian Tiga\n\nIsinya.", "Tiga.\n\nEmpat."])
    def test_new_pages_come_back_also_before_what_stays_with_the_next(self, start: str) -> None:
        front = (_EXAMPLE / "surat.md").read_text().split("+++")[1]
        page = "::: halaman-baru"
        body = f"Satu.\n\n{page}\n\nDua.\n\n{page}\n\n| A | B |\n|---|---|\n| x | y |\n\n{page}\n\n{start}\n"
        letter = read_letter(f"+++{front}+++\n\n{body}")
        edited = read_edited(render(compose(letter, office()), "docx"), office())
        assert read_letter(edited.text, office=office()).body == letter.body
        assert not [each for each in edited.lost if "halaman" in each]

    def test_a_new_page_that_the_layout_made_is_not_written_down(self) -> None:
        made = (_with_copies(count) for count in range(10, 40))
        letter = next(each for each in made if PageBreak() in compose(each, office()).sections[0].blocks)
        edited = read_edited(render(compose(letter, office()), "docx"), office())
        assert read_letter(edited.text, office=office()).body == letter.body
        assert not [each for each in edited.lost if "halaman" in each]

    def test_aligned_paragraphs_and_columns_come_back(self) -> None:
        front = (_EXAMPLE / "surat.md").read_text().split("+++")[1]
        body = (
            "Dengan hormat,\n\n::: rata-tengah\nDi tengah\n:::\n\n::: rata-kanan\nDi kanan\n:::\n\n"
            "| No | Uraian | Jumlah |\n|:---:|---|---:|\n| 1 | Kursi | 20 |\n| 2 | Meja | 5 |\n\nPenutup.\n"
        )
        letter = read_letter(f"+++{front}+++\n\n{body}")
        edited = read_edited(render(compose(letter, office()), "docx"), office())
        assert read_letter(edited.text, office=office()).body == letter.body

    def test_what_is_bold_stays_bold_where_most_of_its_kind_is(self) -> None:
        front = (_EXAMPLE / "surat.md").read_text().split("+++")[1]
        table = "| A | B |\n|---|---|\n| **Jumlah semuanya** | 5 |"
        body = f"**Semua tebal di sini, hampir.**\n\n{table}\n\n- A : **tebal sekali**\n"
        letter = read_letter(f"+++{front}+++\n\n{body}")
        edited = read_edited(render(compose(letter, office()), "docx"), office())
        assert read_letter(edited.text, office=office()).body == letter.body

    def test_a_paragraph_that_was_centred_in_word_is_centred(self) -> None:
        def change(document: Document) -> None:
            paragraph(document, "Mengingat").alignment = WD_ALIGN_PARAGRAPH.CENTER

        assert "::: rata-tengah\nMengingat" in edited(change)[0]

    def test_footnotes_come_back_at_their_marks(self) -> None:
        front = (_EXAMPLE / "surat.md").read_text().split("+++")[1]
        body = (
            "Isi,[^a] **tebal[^2]** dan lain.\n\n- Satu : nilai[^3]\n\n| A | B |\n|---|---|\n"
            "| x[^t] | y |\n\n1. butir[^c]\n2. dua\n\n[^a]: Yang *pertama*, [kurung] dan | pipa.\n"
            "[^2]: Kedua.\n[^3]: 4\n[^t]: Tabel\n[^c]: Butir\n"
        )
        letter = read_letter(f"+++{front}+++\n\n{body}")
        edited = read_edited(render(compose(letter, office()), "docx"), office())
        assert read_letter(edited.text, office=office()).body == letter.body
        assert not any("catatan kaki" in each or each.startswith("tercetak") for each in edited.lost)


class TestEdits:
    def test_a_new_page_as_word_writes_it_is_taken_where_text_goes_on(self) -> None:
        def change(document: Document) -> None:
            document.styles["Isi Surat"].paragraph_format.keep_with_next = False
            paragraph(document, "Dalam rangka").insert_paragraph_before().add_run().add_break(WD_BREAK.PAGE)
            paragraph(document, "Dengan").runs[0].text = "Dengan hormat,"

        lines = edited(change)[0].splitlines()
        at = lines.index("::: halaman-baru")
        assert [lines[at - 2], lines[at + 2][:12]] == ["Dengan hormat,", "Dalam rangka"]

    def test_a_mark_whose_note_was_emptied_is_taken_out_and_named(self) -> None:
        front = (_EXAMPLE / "surat.md").read_text().split("+++")[1]
        letter = read_letter(f"+++{front}+++\n\nAnggaran[^1] desa.\n\n[^1]: Perubahan.\n")
        made = render(compose(letter, office()), "docx")
        emptied = _with_part(made, "word/footnotes.xml", lambda part: part.replace(b"Perubahan.", b""))
        text, lost = import_letter(emptied, office=office())
        assert "Anggaran desa." in text
        assert "catatan kaki tanpa isi: 1" in lost

    def test_a_changed_paragraph_is_taken_as_it_stands(self) -> None:
        def change(document: Document) -> None:
            paragraph(document, "Demikian").runs[0].text = "Terima kasih atas kehadirannya."

        text, losses = edited(change)
        assert text.rstrip().endswith("Terima kasih atas kehadirannya.")
        assert losses == ()

    def test_a_changed_nomor_and_a_new_copy_are_taken(self) -> None:
        def change(document: Document) -> None:
            last = document.paragraphs[-1]
            last.insert_paragraph_before("4.\tKetua RW 001", style="Tembusan Surat")

        text, _ = edited(change)
        assert '"Ketua RW 001"' in text

    def test_bold_text_and_characters_with_a_meaning_survive(self) -> None:
        def change(document: Document) -> None:
            place = paragraph(document, "Demikian")
            place.add_run(" Wajib hadir").bold = True
            place.add_run(" *bukan tanda* [x] <b>")

        letter = read_letter(edited(change)[0], office=office())
        said = letter.body[-1].content  # type: ignore[union-attr]
        assert [each.text for each in said if each.bold] == ["Wajib hadir"]  # type: ignore[union-attr]
        assert said[-1].text.endswith("*bukan tanda* [x] <b>")  # type: ignore[union-attr]

    def test_what_has_no_place_in_surat_md_is_named(self) -> None:
        def change(document: Document) -> None:
            crest = Path(__file__).parent / "crest.png"
            inline = paragraph(document, "Dengan hormat").add_run().add_picture(str(crest))
            inline._inline.docPr.set("name", "Foto kegiatan")

        assert edited(change)[1] == ("gambar: Dengan hormat,",)

    @pytest.mark.parametrize("style", ["", "Isi Surat"])
    def test_a_new_table_is_a_table(self, style: str) -> None:
        def change(document: Document) -> None:
            table = document.add_table(2, 2)
            for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
                cell.text = f"sel {number}"
                if style:
                    cell.paragraphs[0].style = style
            paragraph(document, "Mengingat")._p.addprevious(table._tbl)

        text, _ = edited(change)
        assert "| sel 0 | sel 1 |\n| sel 2 | sel 3 |" in text

    def test_a_row_whose_deletion_is_tracked_is_gone(self) -> None:
        def change(document: Document) -> None:
            table = document.add_table(2, 1)
            for cell, words in zip(table.column_cells(0), ("tetap", "dihapus"), strict=True):
                cell.text = words
            table.rows[1]._tr.get_or_add_trPr().append(_tracked("del"))
            paragraph(document, "Mengingat")._p.addprevious(table._tbl)

        text, _ = edited(change)
        assert "| tetap |" in text
        assert "dihapus" not in text

    def test_paragraphs_between_which_the_end_was_deleted_are_one(self) -> None:
        def change(document: Document) -> None:
            place = paragraph(document, "Mengingat")
            new = place.insert_paragraph_before("Awal kalimat, ")
            mark = new._p.get_or_add_pPr().makeelement(qn("w:rPr"))
            mark.append(_tracked("del"))
            new._p.pPr.append(mark)

        text, _ = edited(change)
        assert "\nAwal kalimat, Mengingat" in text

    @pytest.mark.parametrize(
        "words", ["1. Bukan butir", "a) bukan butir", "(2) bukan butir", "- bukan butir", "– bukan butir",
                  "• bukan butir", "IV. bukan butir", "# bukan judul", "> bukan kutipan"],
    )  # fmt: skip
    def test_text_that_begins_like_something_else_stays_text(self, words: str) -> None:
        def change(document: Document) -> None:
            paragraph(document, "Mengingat").insert_paragraph_before(words)

        letter = read_letter(edited(change)[0], office=office())
        said = [each for each in letter.body if isinstance(each, Paragraph)]
        texts = ["".join(part.text for part in each.content) for each in said]  # type: ignore[union-attr]
        assert words in [each.replace("\u00a0", " ") for each in texts]

    def test_a_heading_of_word_is_a_heading(self) -> None:
        def change(document: Document) -> None:
            document.styles.add_style("heading 2", 1)
            paragraph(document, "Mengingat").insert_paragraph_before("Bagian Kedua", style="heading 2")

        assert "\n## Bagian Kedua\n" in edited(change)[0]

    def test_automatic_numbers_become_items(self) -> None:
        def change(document: Document) -> None:
            _add_numbering(document)
            place = paragraph(document, "Mengingat")
            for words, number, level in (
                ("pertama", 1, 0), ("anak", 1, 1), ("kedua", 1, 0), ("titik", 2, 0), ("lain", 3, 0),
            ):  # fmt: skip
                new = place.insert_paragraph_before(words)
                new._p.get_or_add_pPr().append(_list_item(number, level))

        text, lost = edited(change)
        assert "\n1. pertama\n   a. anak\n2. kedua\n* titik\n" in text
        assert "penomoran otomatis: lain" in lost
        assert not any("pertama" in each for each in lost)

    def test_a_link_that_its_text_does_not_say_is_named(self) -> None:
        def change(document: Document) -> None:
            for words, target in (
                ("lihat sini", "https://example.org/a"),
                ("example.org", "https://example.org/"),
            ):
                place = paragraph(document, "Mengingat").insert_paragraph_before(words)
                link = parse_xml(f"<w:hyperlink {nsdecls('w', 'r')}/>")
                link.set(qn("r:id"), document.part.relate_to(target, RT.HYPERLINK, is_external=True))
                link.append(place.runs[0]._r)
                place._p.append(link)

        assert edited(change)[1] == ("tautan: lihat sini",)

    def test_a_letter_without_surat_json_says_what_is_missing(self) -> None:
        plain = render(compose(read_letter(_EXAMPLE / "surat.md"), office()), "docx")
        text, losses = import_letter(plain)
        assert 'jenis = "undangan"' in text
        assert losses[0].startswith("jenis surat tidak tersimpan di berkas")

    def test_the_type_of_an_unsealed_letter_is_known_by_its_title_and_its_signer_by_name(self) -> None:
        plain = render(compose(_letter("kuasa"), office()), "docx")
        letter = read_letter(import_letter(plain, office=office())[0], office=office())
        assert letter.kind.code == "kuasa"
        assert sorted(map(str, letter.signatures)) == sorted(map(str, _letter("kuasa").signatures))


class TestEveryDifferenceIsNamed:
    """A surat.md prints what the DOCX shows, or the note says what it prints otherwise."""

    @pytest.mark.parametrize("code", [each.code for each in all_templates()])
    def test_every_paragraph_is_printed_again_or_named(self, code: str) -> None:
        made = _sealed(code) or render(compose(_letter(code), office()), "docx")
        edited = read_edited(made, office())
        is_readable = not any(each.startswith("surat.md") for each in edited.lost)
        if is_readable:
            again = render(compose(read_letter(edited.text, office=office()), office()), "docx")
            notes = " ".join(edited.lost)
            missing = [each for each in _paragraphs(made) if each not in _paragraphs(again)]
            assert [each for each in missing if each[:40] not in notes] == []
        else:
            assert [each for each in edited.lost if each.startswith("surat.md harus diperbaiki: ")]

    def test_all_types_print_the_same_again(self) -> None:
        different = set()
        for each in all_templates():
            made = _sealed(each.code) or render(compose(_letter(each.code), office()), "docx")
            if any(
                note.startswith(("surat.md", "tercetak", "tidak"))
                for note in read_edited(made, office()).lost
            ):
                different.add(each.code)
        assert different == set()

    def test_the_code_of_a_form_is_not_named_as_lost_since_its_type_prints_it(self) -> None:
        _, losses = import_letter(_made("n1-pengantar-nikah"), office=office())
        assert not [each for each in losses if "Model N1" in each]

    def test_what_cannot_be_read_again_is_explained(self) -> None:
        plain = render(compose(_letter("keterangan-domisili"), office()), "docx")
        document = docx.Document(io.BytesIO(plain))
        nomor = paragraph(document, "Nomor")._p
        nomor.getparent().remove(nomor)
        out = io.BytesIO()
        document.save(out)
        lost = read_edited(out.getvalue(), office()).lost
        assert any(each.startswith("surat.md harus diperbaiki: Kunci “nomor”") for each in lost)


class TestAnyFile:
    @given(st.binary(max_size=300))
    @settings(max_examples=50, deadline=None)
    def test_noise_is_refused_by_a_coded_error(self, data: bytes) -> None:
        with pytest.raises(KopsuratError):
            import_letter(data)

    @given(st.integers(min_value=0, max_value=15_000), st.binary(min_size=1, max_size=8))
    @settings(max_examples=40, deadline=None)
    def test_a_damaged_letter_is_read_or_refused_by_a_coded_error(self, at: int, noise: bytes) -> None:
        data = invitation()
        try:
            text, _ = import_letter(data[:at] + noise + data[at + len(noise) :])
        except KopsuratError:
            return
        assert text.startswith("+++")


def _with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w") as changed:
        for each in made.namelist():
            changed.writestr(each, change(made.read(each)) if each == name else made.read(each))
    return out.getvalue()


def _style_names(data: bytes) -> set[str | None]:
    return {each.style.name for each in docx.Document(io.BytesIO(data)).paragraphs if each.style}


def _tracked(name: str) -> BaseOxmlElement:
    return parse_xml(f'<w:{name} {nsdecls("w")} w:id="900" w:author="Sekdes"/>')


def _list_item(number: int, level: int) -> BaseOxmlElement:
    return parse_xml(
        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )


def _add_numbering(document: Document) -> None:
    """Add lists: numbers with letters below, bullets, and numbers that surat.md has none like."""
    levels = (
        (("decimal", "%1."), ("lowerLetter", "%2.")), (("bullet", "\uf0b7"),), (("decimalZero", "%1."),)
    )  # fmt: skip
    shapes = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">'
        + "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/>'
            f'<w:pPr><w:ind w:left="{720 * (depth + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
            for depth, (form, text) in enumerate(each)
        )
        + "</w:abstractNum>"
        for at, each in enumerate(levels, 1)
    )
    numbers = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(1, len(levels) + 1)
    )
    xml = f"<w:numbering {nsdecls('w')}>{shapes}{numbers}</w:numbering>"
    name, package = PackURI("/word/numbering.xml"), document.part.package
    document.part.relate_to(Part(name, CT.WML_NUMBERING, xml.encode(), package), RT.NUMBERING)


def _with_copies(count: int) -> Letter:
    """Return a letter of so many paragraphs, with three copies."""
    front = (_EXAMPLE / "surat.md").read_text().split("+++")[1]
    sentence = (
        "Kegiatan dilaksanakan secara gotong royong di lingkungan masing-masing mulai pukul 07.00 WIB. "
    )
    body = "\n\n".join([*[(sentence * 3).strip()] * count, "Demikian."])
    return read_letter(f"+++{front}+++\n\n{body}\n")


def _of_paragraphs(count: int) -> Letter:
    """Return a letter of so many paragraphs, the last one long."""
    front = (_EXAMPLE / "surat.md").read_text().split("+++")[1]
    sentence = (
        "Kegiatan dilaksanakan secara gotong royong di lingkungan masing-masing mulai pukul 07.00 WIB dan "
        "setiap peserta diharapkan membawa kartu tanda penduduk yang asli. "
    )
    last = f"Demikian disampaikan, {sentence * 4}".strip()
    paragraphs = [*[(sentence * 2).strip()] * count, last]
    return read_letter(f"+++{front}+++\n\n" + "\n\n".join(paragraphs) + "\n")


def _paragraphs(data: bytes) -> set[str]:
    """Return the paragraphs of the body as python-docx reads them, but those of the QR code."""
    body = docx.Document(io.BytesIO(data)).element.body
    found = set()
    for element in body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"):
        each = docx.text.paragraph.Paragraph(element, body)
        style = each._p.style
        if style != "PemeriksaanSurat":
            text = each.text.replace("\u200b", "").replace("\u2011", "-")
            found.add(" ".join(text.split()))
    return found - {""}


@cache
def _types() -> tuple[str, ...]:
    """Return the letter types that can be sealed: those with a nomor of their own."""
    return tuple(each.code for each in all_templates() if _sealed(each.code) is not None)


@cache
def _sealed(code: str) -> bytes | None:
    letter = _letter(code)
    try:
        seal = seal_letter(letter, office(), key=SigningKey.generate(), host="sukamaju.desa.id")
    except KopsuratError:
        return None
    return render(compose(letter, office(), seal=seal), "docx")


def _made(code: str) -> bytes:
    data = _sealed(code)
    assert data is not None
    return data


def test_a_sealed_letter_fits_into_30_kib_unless_it_is_a_regulation_of_many_pages() -> None:
    larger = {code for code in _types() if len(_made(code)) > 30 * 1024}
    assert larger <= {"peraturan-kontak-resmi", "sop-pengaduan-daring"}
    assert len(invitation()) <= 30 * 1024


@cache
def _letter(code: str) -> Letter:
    return read_letter(example_letter(next(each for each in all_templates() if each.code == code)))


@cache
def _returned(code: str) -> tuple[Letter, Letter, str, tuple[str, ...]]:
    text, losses = import_letter(_made(code), office=office())
    return _letter(code), read_letter(text, office=office()), text, losses

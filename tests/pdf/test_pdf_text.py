"""What readers get back: every word, in the order of the page, with its role, its language and its links."""

from __future__ import annotations

import io
import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdf
import pytest
from pdf_readers import LIBRARIES, by_pdfium, by_poppler, plain

from kopsurat.backends.pdf import render
from kopsurat.errors import MissingGlyph
from kopsurat.layout.measures import mm, pt
from kopsurat.layout.model import (
    Align,
    Cell,
    Grid,
    Paragraph,
    ParagraphStyle,
    Role,
    Row,
    Run,
    Section,
    Tab,
    TextStyle,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SENTENCES = (
    "PEMERINTAH KABUPATEN SUKAMULYA",
    "Telp: (0267) 555231 • Email: sekretariat@sukamaju.desa.id • Website: sukamaju.desa.id",
    "SURAT KETERANGAN DOMISILI",
    "yang berdomisili di Desa Sukamaju — lihat juga sub-bagian 2–3 “Domisili”:",
    "Nama lengkap : Siti Rahmawati",
    "Surat ini tidak dipungut biaya:",
    "Dusun Mekarsari RT 002 RW 005",
    "mestinya di kafé, apotek, dan kantor lain. Suhu 30° C, luas 12 m², ½ hektare.",
    "H. AHMAD SUDRAJAT, S.Sos.",
    "Camat Karangtengah;",
)
SCRIPTS = (
    ("Noto Sans Javanese", "jv-Java", "ꦏꦺꦥꦭ ꦢꦺꦱ ꦱꦸꦏꦩꦗꦸ ꦥꦿꦺꦴꦥꦶꦤ꧀ꦱꦶ", False),
    ("Noto Sans Balinese", "ban-Bali", "ᬓᬾᬧᬮ ᬤᬾᬲ ᬓ᭄ᬮᬸᬂᬓᬸᬂ", False),
    ("Noto Sans Sundanese", "su-Sund", "ᮊᮨᮕᮜ ᮓᮦᮞ ᮞᮥᮊᮙᮏᮥ", False),
    ("Noto Sans Buginese", "bug-Bugi", "ᨀᨙᨄᨒ ᨉᨙᨔ ᨔᨘᨀᨆᨍᨘ", False),
    ("Noto Naskh Arabic", "ms-Arab", "ڤمرينته ديسا سوکاماجو", True),
)


@pytest.mark.parametrize("reader", LIBRARIES)
def test_every_sentence_comes_back(reader: str, letter: bytes) -> None:
    text = plain(LIBRARIES[reader](letter))
    assert [sentence for sentence in SENTENCES if sentence not in text] == []


@pytest.mark.tool
def test_every_sentence_comes_back_through_poppler(letter: bytes) -> None:
    text = plain(by_poppler(letter))
    assert [sentence for sentence in SENTENCES if sentence not in text] == []


def test_sentences_come_back_in_the_order_of_the_page(letter: bytes) -> None:
    text = plain(by_pdfium(letter))
    places = [text.index(sentence) for sentence in SENTENCES]
    assert places == sorted(places)


def _script_line(family: str, lang: str, text: str, *, rtl: bool) -> Paragraph:
    run = Run(text=text, style=TextStyle(family=family, size=32), lang=lang, rtl=rtl)
    return Paragraph(inlines=(run,), style=ParagraphStyle(pitch=pt(36), align=Align.CENTER))


@pytest.fixture(scope="module")
def scripts(make: Any) -> bytes:
    return render(
        make.document(*(_script_line(family, lang, text, rtl=rtl) for family, lang, text, rtl in SCRIPTS))
    )


def test_local_scripts_come_back_as_they_were_written(scripts: bytes) -> None:
    text = plain(by_pdfium(scripts))
    assert [each[2] for each in SCRIPTS if each[2] not in text] == []


@pytest.mark.tool
def test_local_scripts_come_back_through_poppler_word_by_word(scripts: bytes) -> None:
    text = plain(by_poppler(scripts))
    assert [word for each in SCRIPTS for word in each[2].split() if word not in text] == []


@pytest.mark.tool
def test_local_scripts_conform(scripts: bytes, verapdf: Any) -> None:
    verapdf.accepts(scripts, "2a,ua1")


def test_a_character_that_no_font_has_is_named_with_its_place(make: Any) -> None:
    with pytest.raises(MissingGlyph) as caught:
        render(make.document(make.paragraph("Halo 漢 dunia")))
    assert caught.value.value == "漢"
    assert "Halo" in str(caught.value.evidence["around"])


# ---- the structure tree


_OPENED: list[pikepdf.Pdf] = []
"""Elements live as long as their file is open."""


def _tree(pdf: bytes) -> list[tuple[int, str, pikepdf.Object]]:
    """Return (depth, tag, element) of every element, in order."""
    opened = pikepdf.open(io.BytesIO(pdf))
    _OPENED.append(opened)

    def walk(element: pikepdf.Object, depth: int) -> Iterator[tuple[int, str, pikepdf.Object]]:
        yield depth, str(element.S)[1:], element
        kids = element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from walk(kid, depth + 1)

    return list(walk(opened.Root.StructTreeRoot.K, 0))


def _tags(pdf: bytes) -> list[str]:
    return [tag for _, tag, _ in _tree(pdf)]


def test_the_letterhead_is_a_section_with_a_figure_and_paragraphs(letter: bytes) -> None:
    tree = _tree(letter)
    assert [(depth, tag) for depth, tag, _ in tree[:8]] == [
        (0, "Document"),
        (1, "Sect"),
        (2, "Figure"),
        (2, "P"),
        (2, "P"),
        (2, "P"),
        (2, "P"),
        (2, "P"),
    ]
    assert str(tree[2][2].Alt) == "Lambang Kabupaten Sukamulya"


def test_the_title_is_the_only_first_heading(letter: bytes) -> None:
    assert _tags(letter).count("H1") == 1


def test_headings_of_a_long_document_skip_no_level(long_letter: bytes) -> None:
    levels = [int(tag[1]) for tag in _tags(long_letter) if tag[0] == "H"]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))


def test_lists_nest_inside_the_item_they_belong_to(letter: bytes) -> None:
    tree = [(depth, tag) for depth, tag, _ in _tree(letter)]
    at = tree.index((1, "L"))
    assert tree[at : at + 14] == [
        (1, "L"),
        (2, "LI"),
        (3, "Lbl"),
        (3, "LBody"),
        (2, "LI"),
        (3, "Lbl"),
        (3, "LBody"),
        (4, "L"),
        (5, "LI"),
        (6, "Lbl"),
        (6, "LBody"),
        (5, "LI"),
        (6, "Lbl"),
        (6, "LBody"),
    ]


def test_a_table_has_heads_with_scope_and_spans(letter: bytes) -> None:
    tree = _tree(letter)
    heads = [element for _, tag, element in tree if tag == "TH"]
    assert [str(head.A.Scope) for head in heads] == ["/Column"] * 3
    (total,) = [element for _, tag, element in tree if tag == "TD" and "/A" in element]
    assert int(total.A.ColSpan) == 2


def test_a_table_over_pages_is_one_table_and_its_repeated_head_an_artifact(make: Any) -> None:
    tags = _tags(render(make.document(make.table(rows=90))))
    assert tags.count("Table") == 1
    assert tags.count("TH") == 3
    assert tags.count("TR") == 92


def _long_row(make: Any, *, rowspan: int = 1, rows: int = 0) -> Grid:
    """Return a table with a cell of three pages, the first of its row."""
    item = make.paragraph("Rincian kegiatan desa yang panjang sekali uraiannya. " * 3)
    long, short = Cell(blocks=(item,) * 40, rowspan=rowspan), Cell(blocks=(make.paragraph("Catatan"),))
    more = tuple(Row(cells=(short,), height=mm(80)) for _ in range(rows))
    return Grid(columns=(mm(90), mm(60)), rows=(Row(cells=(long, short)), *more), can_split=True)


def _places(element: pikepdf.Object) -> set[int]:
    """Return the pages (object numbers) on which the content of an element stands."""
    pages = {element.Pg.objgen[0]} if "/Pg" in element else set()
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            pages |= _places(kid) if "/S" in kid else {kid.Pg.objgen[0]}
    return pages


def test_a_row_over_pages_is_one_row_with_content_on_each(make: Any) -> None:
    tree = _tree(render(make.document(_long_row(make), head=())))
    tags = [tag for _, tag, _ in tree]
    assert (tags.count("Table"), tags.count("TR"), tags.count("TD")) == (1, 1, 2)
    long, short = (element for _, tag, element in tree if tag == "TD")
    assert len(_places(long)) == 3
    assert len(_places(short)) == 1
    assert len(long.K) == 40


def test_a_cell_over_rows_and_pages_is_one_cell(make: Any) -> None:
    tree = _tree(render(make.document(_long_row(make, rowspan=5, rows=4), head=())))
    tags = [tag for _, tag, _ in tree]
    assert (tags.count("TR"), tags.count("TD")) == (5, 6)
    long = next(element for _, tag, element in tree if tag == "TD")
    assert (int(long.A.RowSpan), len(_places(long))) == (5, 3)


@pytest.mark.tool
@pytest.mark.parametrize("rows", [0, 4])
def test_rows_over_pages_conform(rows: int, make: Any, verapdf: Any) -> None:
    verapdf.accepts(render(make.document(_long_row(make, rowspan=rows + 1, rows=rows))), "2a,ua1")


def test_rows_that_are_kept_with_what_follows_belong_to_their_table(make: Any) -> None:
    table = make.table(rows=6)
    first = replace(table, rows=table.rows[:4])
    last = replace(table, rows=table.rows[4:], header_rows=0, caption="", goes_on=True)
    tags = _tags(render(make.document(first, last, head=())))
    assert (tags.count("Table"), tags.count("TR")) == (1, 8)


def test_lists_in_neighboring_cells_are_two(make: Any) -> None:
    cell = Cell(blocks=(make.item("a.", "satu"), make.item("b.", "dua")))
    for layout in (True, False):
        grid = Grid(columns=(mm(80), mm(80)), rows=(Row(cells=(cell, cell)),), layout=layout)
        tags = _tags(render(make.document(grid, head=())))
        assert (tags.count("L"), tags.count("LI")) == (2, 4)


def test_an_item_to_be_filled_in_says_so(make: Any) -> None:
    dots = Tab(position=mm(100), align="right", leader="dot")
    item = make.paragraph("1.\t\t", role=Role.ITEM, level=1, left=mm(8), first=-mm(8), tabs=(dots,))
    (body,) = [element for _, tag, element in _tree(render(make.document(item, head=()))) if tag == "LBody"]
    assert str(body.Alt) == "isian"


def test_a_symbol_at_the_foot_of_a_letterhead_is_content(make: Any) -> None:
    section = Section(page=make.page, blocks=(make.paragraph("Isi."),), footer=(make.symbol(),))
    document = replace(make.document(head=()), sections=(section,))
    assert _tags(render(document)) == ["Document", "P", "Sect", "Link", "Figure"]


def test_a_paragraph_over_pages_is_one_paragraph(make: Any) -> None:
    text = "Musyawarah desa diselenggarakan secara terbuka. " * 200
    tags = _tags(render(make.document(make.paragraph(text), head=())))
    assert tags == ["Document", "P"]


def test_links_lead_where_the_contact_line_says(letter: bytes) -> None:
    page = pypdf.PdfReader(io.BytesIO(letter)).pages[0]
    links = [note.get_object() for note in page["/Annots"] if note.get_object()["/Subtype"] == "/Link"]
    targets = [link["/A"]["/URI"] for link in links]
    assert targets[:3] == [
        "tel:+62267555231",
        "mailto:sekretariat@sukamaju.desa.id",
        "https://sukamaju.desa.id",
    ]
    assert links[-1]["/A"]["/URI"].startswith("https://sukamaju.desa.id/v#1234567890")
    assert links[-1]["/Contents"] == "Buka https://sukamaju.desa.id/v"
    assert [link["/Contents"] for link in links[:3]] == [
        "Telepon +62267555231",
        "Kirim surel ke sekretariat@sukamaju.desa.id",
        "Buka https://sukamaju.desa.id",
    ]
    assert all(int(link["/F"]) == 4 for link in links)


def test_a_link_over_two_lines_is_one_link_with_two_areas(make: Any) -> None:
    words = "tautan yang sangat panjang " * 6
    sentence = make.paragraph(
        make.run("Lihat "), make.run(words, link="https://sukamaju.desa.id"), make.run("ini.")
    )
    pdf = render(make.document(sentence, head=()))
    assert _tags(pdf).count("Link") == 1
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages[0]["/Annots"]) == 2


def test_another_language_is_told_on_the_paragraph_or_on_the_words(make: Any) -> None:
    whole = make.paragraph(make.run("Rahajeng semeng", lang="ban"))
    words = make.paragraph(
        make.run("Ia berkata "), make.run("sugeng enjing", lang="jv"), make.run(" pagi itu.")
    )
    tree = _tree(render(make.document(whole, words, head=())))
    assert [(tag, str(element.Lang)) for _, tag, element in tree if "/Lang" in element] == [
        ("P", "ban"),
        ("Span", "jv"),
    ]


def test_numbers_of_later_pages_are_no_content(long_letter: bytes) -> None:
    assert "– 2 –" in plain(by_pdfium(long_letter))
    for page in pypdf.PdfReader(io.BytesIO(long_letter)).pages[1:]:
        content = page.get_contents().get_data()
        assert content.startswith(b"/Artifact<</Type/Pagination/Subtype/Header>>BDC")


def test_a_long_document_has_bookmarks_nested_like_its_headings(long_letter: bytes) -> None:
    outline = pypdf.PdfReader(io.BytesIO(long_letter)).outline
    assert outline[0]["/Title"] == "SURAT KETERANGAN DOMISILI"
    below = [item["/Title"] for item in outline[1] if not isinstance(item, list)]
    assert below == ["BAB 1", "BAB 2", "BAB 3", "BAB 4"]


def test_a_short_letter_has_no_bookmarks(letter: bytes) -> None:
    assert pypdf.PdfReader(io.BytesIO(letter)).outline == []


def test_the_title_is_shown_and_told_twice_alike(letter: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(letter))
    root = reader.trailer["/Root"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert root["/Lang"] == "id-ID"
    assert reader.metadata is not None
    assert reader.metadata.title == "Surat Keterangan Domisili 470/123/SKD/XI/2026"
    assert b"Keterangan domisili \xe2\x80\x94 Siti Rahmawati" in root["/Metadata"].get_data()


def test_attachments_are_associated_and_come_back(letter: bytes) -> None:
    with pikepdf.open(io.BytesIO(letter)) as pdf:
        relations = {str(file.UF): str(file.AFRelationship) for file in pdf.Root.AF}
    assert relations == {"surat.json": "/Data", "segel.cose": "/Supplement"}
    attached = pypdf.PdfReader(io.BytesIO(letter)).attachments
    assert attached["segel.cose"] == [bytes(range(200))]
    assert b"Siti Rahmawati" in attached["surat.json"][0]


def test_lists_are_tembusan_too(make: Any) -> None:
    only = [make.paragraph("Tembusan:", role=Role.TEMBUSAN), make.item("1.", "Arsip.", role=Role.TEMBUSAN)]
    assert _tags(render(make.document(*only, head=()))) == [
        "Document",
        "Sect",
        "P",
        "L",
        "LI",
        "Lbl",
        "LBody",
    ]

"""What the markup of letters means (docs/reference/markup.md)."""

from __future__ import annotations

import pytest

from kopsurat.content.blocks import (
    Blank,
    Columns,
    Dictum,
    Fill,
    Heading,
    Items,
    ItemStyle,
    Note,
    PageBreak,
    Pairs,
    Paragraph,
    Quote,
    Recitals,
    Table,
    Text,
    TextBreak,
    plain_text,
)
from kopsurat.content.markup import parse_letter_markup, parse_markup


def only(text: str) -> object:
    (block,) = parse_markup(text)
    return block


class TestText:
    def test_lines_of_one_paragraph_are_joined_by_a_space(self) -> None:
        assert only("satu\ndua") == Paragraph(content=(Text(text="satu dua"),))

    def test_a_blank_line_begins_the_next_paragraph(self) -> None:
        assert len(parse_markup("satu\n\n\ndua")) == 2

    def test_two_spaces_at_the_end_are_no_line_break(self) -> None:
        assert only("satu  \ndua") == Paragraph(content=(Text(text="satu dua"),))

    def test_a_backslash_at_the_end_of_a_line_breaks_it(self) -> None:
        assert only("satu \\\ndua") == Paragraph(content=(Text(text="satu"), TextBreak(), Text(text="dua")))

    @pytest.mark.parametrize(("sign", "style"), [("**", "bold"), ("*", "italic"), ("++", "underline")])
    def test_emphasis_may_end_in_a_colon_right_before_a_line_break(self, sign: str, style: str) -> None:
        strong = Text(text="Catatan:", **{style: True})
        assert only(f"{sign}Catatan:{sign}\\\ndua").content == (strong, TextBreak(), Text(text="dua"))
        table = only(f"|A|B|\n|-|-|\n|{sign}Catatan:{sign}\\ dua|c|")
        (paragraph,) = table.rows[1].cells[0].content
        assert paragraph.content == (strong, TextBreak(), Text(text="dua"))

    def test_bold_italic_and_underline_nest(self) -> None:
        assert only("a **b *c ++d++***") == Paragraph(
            content=(
                Text(text="a "),
                Text(text="b ", bold=True),
                Text(text="c ", bold=True, italic=True),
                Text(text="d", bold=True, italic=True, underline=True),
            )
        )

    @pytest.mark.parametrize("text", ["2 * 3 * 4", "C++", "nama_file_ini", "a < b > c", "`x`", "50 % & ~ 4"])
    def test_signs_that_mark_nothing_are_printed_as_they_stand(self, text: str) -> None:
        assert only(text) == Paragraph(content=(Text(text=text),))

    @pytest.mark.parametrize("sign", list("*+[\\|#_<~`!:-"))
    def test_a_backslash_takes_the_meaning_from_a_sign(self, sign: str) -> None:
        assert only(f"x\\{sign}y") == Paragraph(content=(Text(text=f"x{sign}y"),))

    def test_a_blank_to_fill_in_reaches_to_the_end_or_has_a_width(self) -> None:
        assert only("Nama [...] umur [... 12,5 mm] tahun") == Paragraph(
            content=(
                Text(text="Nama "),
                Fill(),
                Text(text=" umur "),
                Fill(width=12.5),
                Text(text=" tahun"),
            )
        )

    def test_a_footnote_goes_on_in_indented_lines(self) -> None:
        assert only("kata[^1]\n\n[^1]: satu\n  dua\n  tiga") == Paragraph(
            content=(Text(text="kata"), Note(content=(Text(text="satu dua tiga"),)))
        )

    def test_a_footnote_ends_at_a_line_that_is_not_indented(self) -> None:
        assert parse_markup("kata[^1]\n\n[^1]: satu\ndua") == (
            Paragraph(content=(Text(text="kata"), Note(content=(Text(text="satu"),)))),
            Paragraph(content=(Text(text="dua"),)),
        )

    def test_a_footnote_stands_where_its_mark_is(self) -> None:
        assert only("kata[^a]\n\n[^a]: penjelasan **penting**") == Paragraph(
            content=(
                Text(text="kata"),
                Note(content=(Text(text="penjelasan "), Text(text="penting", bold=True))),
            )
        )


class TestPairs:
    def test_a_list_of_labels_and_values_becomes_rows(self) -> None:
        pairs = only("- Hari, tanggal : Senin\n- Waktu : 09.00\n  s.d. selesai")
        assert isinstance(pairs, Pairs)
        assert [(plain_text(row.label), plain_text(row.value)) for row in pairs.rows] == [
            ("Hari, tanggal", "Senin"),
            ("Waktu", "09.00 s.d. selesai"),
        ]

    def test_numbers_before_labels_are_kept(self) -> None:
        pairs = only("1. Nama : Siti\n2. Umur : 30")
        assert isinstance(pairs, Pairs)
        assert [row.number for row in pairs.rows] == ["1.", "2."]

    def test_a_value_may_hold_colons_and_be_empty(self) -> None:
        pairs = only("- Pukul : 09 : 00\n- Tanda tangan :")
        assert isinstance(pairs, Pairs)
        assert [plain_text(row.value) for row in pairs.rows] == ["09 : 00", ""]

    def test_one_item_of_another_shape_makes_it_a_list(self) -> None:
        assert isinstance(only("- Nama : Siti\n- umurnya tiga puluh"), Items)

    def test_a_colon_without_a_space_before_it_is_text(self) -> None:
        assert isinstance(only("- Catatan: harap datang"), Items)

    def test_an_escaped_colon_is_text(self) -> None:
        assert isinstance(only("- Catatan \\: harap datang"), Items)


class TestLists:
    @pytest.mark.parametrize(
        ("text", "style", "start"),
        [
            ("- a\n- b", ItemStyle.DASH, 1),
            ("* a\n* b", ItemStyle.BULLET, 1),
            ("3. a\n4. b", ItemStyle.DECIMAL, 3),
            ("1) a\n2) b", ItemStyle.DECIMAL_PAREN, 1),
            ("(1) a\n(2) b", ItemStyle.DECIMAL_PARENS, 1),
            ("a. a\nb. b", ItemStyle.ALPHA, 1),
            ("c) a\nd) b", ItemStyle.ALPHA_PAREN, 3),
            ("I. a\nII. b", ItemStyle.ROMAN, 1),
            ("- [x] a\n- [ ] b", ItemStyle.CHECKBOX, 1),
        ],
    )
    def test_every_kind_of_mark_is_known(self, text: str, style: ItemStyle, start: int) -> None:
        items = only(text)
        assert isinstance(items, Items)
        assert (items.style, items.start, len(items.items)) == (style, start, 2)

    def test_boxes_remember_whether_they_are_ticked(self) -> None:
        items = only("- [x] ya\n- [ ] tidak")
        assert isinstance(items, Items)
        assert items.checked == (True, False)

    def test_indented_lists_belong_to_their_item(self) -> None:
        items = only("1. satu\n   a. anak\n      (1) cucu\n\n   lanjutan\n2. dua")
        assert isinstance(items, Items)
        first, second = items.items
        assert [type(block) for block in first] == [Paragraph, Items, Paragraph]
        assert len(second) == 1

    def test_a_list_follows_a_paragraph_without_a_blank_line(self) -> None:
        assert [type(block) for block in parse_markup("Syaratnya:\n1. KTP\n2. KK")] == [Paragraph, Items]

    def test_a_number_in_running_text_begins_no_list(self) -> None:
        assert isinstance(only("Peraturan Desa Nomor\n5. Tahun ini"), Paragraph)

    @pytest.mark.parametrize("name", ["H. Ahmad Sudrajat", "V. Situmorang", "M. Yusuf"])
    def test_initials_of_a_name_are_no_list(self, name: str) -> None:
        assert isinstance(only(name), Paragraph)


class TestTables:
    def test_alignments_head_and_cells_are_read(self) -> None:
        table = only("| A | B |\n|:-:|--:|\n| 1 | 2 |")
        assert isinstance(table, Table)
        assert (table.aligns, table.header_rows, len(table.rows)) == (("center", "right"), 1, 2)

    def test_all_rows_above_the_dashes_are_the_head(self) -> None:
        table = only("| A | < |\n| B | C |\n|---|---|\n| 1 | 2 |")
        assert isinstance(table, Table)
        assert table.header_rows == 2
        assert table.rows[0].cells[0].colspan == 2

    def test_an_empty_head_is_left_out(self) -> None:
        table = only("|  |  |\n|---|---|\n| 1 | 2 |")
        assert isinstance(table, Table)
        assert (table.header_rows, len(table.rows)) == (0, 1)

    def test_a_caret_joins_the_cell_above(self) -> None:
        table = only("| A | B |\n|---|---|\n| 1 | 2 |\n| ^ | 3 |\n| ^ | 4 |")
        assert isinstance(table, Table)
        assert [cell.rowspan for cell in table.rows[1].cells] == [3, 1]
        assert [len(row.cells) for row in table.rows[2:]] == [1, 1]

    def test_dashes_give_the_widths_unless_they_only_fill_the_cells(self) -> None:
        table = only("| A | B |\n|--|------|\n| 1 | 2 |")
        tidy = only("| A  | Uraian |\n|----|--------|\n| 1  | 2      |")
        assert isinstance(table, Table)
        assert isinstance(tidy, Table)
        assert table.widths == (2, 6)
        assert tidy.widths == ()

    def test_colons_at_the_dashes_give_no_widths(self) -> None:
        table = only("| No. | Barang | Harga |\n|:--:|---|--:|\n| 1 | Bola | 2 |")
        assert isinstance(table, Table)
        assert table.aligns == ("center", "left", "right")
        assert table.widths == ()

    def test_a_container_gives_borders_height_and_caption(self) -> None:
        table = only("::: tabel garis-mendatar tinggi=9 Daftar hadir\n| A |\n|---|\n| 1 |\n:::")
        assert isinstance(table, Table)
        assert (table.borders, table.caption, table.rows[1].height) == ("horizontal", "Daftar hadir", 9)

    def test_a_backslash_and_a_space_break_the_line_in_a_cell(self) -> None:
        table = only("| A |\n|---|\n| satu \\ dua |")
        assert isinstance(table, Table)
        (paragraph,) = table.rows[1].cells[0].content
        assert isinstance(paragraph, Paragraph)
        assert TextBreak() in paragraph.content


class TestContainers:
    def test_columns_are_parted_by_equals_signs(self) -> None:
        columns = only("::: kolom\nsatu\n===\ndua\n\ntiga\n:::")
        assert isinstance(columns, Columns)
        assert [len(column) for column in columns.columns] == [1, 2]

    def test_columns_nest(self) -> None:
        columns = only("::: kolom\n::: kolom\na\n===\nb\n:::\n===\nc\n:::")
        assert isinstance(columns, Columns)
        assert isinstance(columns.columns[0][0], Columns)

    def test_paragraphs_in_an_aligned_container_take_its_alignment(self) -> None:
        (paragraph,) = parse_markup("::: rata-tengah\nDengan Kesepakatan\n:::")
        assert isinstance(paragraph, Paragraph)
        assert (paragraph.align, paragraph.indent) == ("center", False)

    def test_lines_to_write_on_and_page_breaks_need_no_end(self) -> None:
        assert parse_markup("::: isian 3\n::: kosong\n::: halaman-baru") == (
            Blank(lines=3, dotted=True),
            Blank(lines=1),
            PageBreak(),
        )

    def test_a_quotation_holds_blocks(self) -> None:
        quote = only("> Pasal 26\n>\n> 1. satu\n> 2. dua")
        assert isinstance(quote, Quote)
        assert [type(block) for block in quote.content] == [Paragraph, Items]


class TestLampiran:
    def test_it_ends_at_its_end_line_the_next_one_or_the_end_of_the_text(self) -> None:
        markup = parse_letter_markup(
            "isi\n\n::: lampiran SATU\na\n:::\n\nlagi\n\n::: lampiran DUA [mendatar]\nb\n::: lampiran\nc"
        )
        assert len(markup.body) == 2
        assert [(each.title, each.landscape, len(each.body)) for each in markup.appendices] == [
            ("SATU", False, 1),
            ("DUA", True, 1),
            ("", False, 1),
        ]

    def test_containers_inside_it_keep_their_own_ends(self) -> None:
        markup = parse_letter_markup("::: lampiran A\n::: kolom\na\n===\nb\n:::\nsesudah\n:::\nisi")
        assert [type(block) for block in markup.appendices[0].body] == [Columns, Paragraph]
        assert len(markup.body) == 1


class TestLegalProducts:
    def test_recitals_take_the_list_after_them(self) -> None:
        recitals = only("Menimbang :\n\na. bahwa satu;\nb. bahwa dua;")
        assert isinstance(recitals, Recitals)
        assert (recitals.label, recitals.style, len(recitals.clauses)) == ("Menimbang", ItemStyle.ALPHA, 2)

    def test_recitals_may_begin_on_their_own_line(self) -> None:
        recitals = only("Mengingat : 1. satu;\n            2. dua yang\n               panjang;")
        assert isinstance(recitals, Recitals)
        assert [plain_text(clause) for clause in recitals.clauses] == ["satu;", "dua yang panjang;"]

    def test_a_single_recital_has_no_mark(self) -> None:
        recitals = only("Menimbang : bahwa untuk\n  itu perlu;")
        assert isinstance(recitals, Recitals)
        assert recitals.style is ItemStyle.NONE
        assert plain_text(recitals.clauses[0]) == "bahwa untuk itu perlu;"

    def test_a_recital_may_hold_a_list(self) -> None:
        recitals = only("Menimbang :\na. bahwa perlu:\n   1. satu; dan\n   2. dua;\nb. bahwa cukup;")
        assert isinstance(recitals, Recitals)
        (first, below), (second, nothing) = recitals.parts
        assert (plain_text(first), plain_text(second), nothing) == ("bahwa perlu:", "bahwa cukup;", ())
        assert [type(block) for block in below] == [Items]

    def test_what_follows_an_unmarked_recital_is_not_lost(self) -> None:
        recitals = only("Dasar : Surat Camat tentang:\n  1. satu;\n  2. dua.")
        assert isinstance(recitals, Recitals)
        ((text, below),) = recitals.parts
        assert plain_text(text) == "Surat Camat tentang:"
        assert [type(block) for block in below] == [Items]

    def test_clauses_of_a_decision_hold_what_is_indented_under_them(self) -> None:
        first, second = parse_markup("KESATU : Bentuk:\n  a. ketua;\n  b. anggota.\nKEDUA BELAS : Selesai.")
        assert isinstance(first, Dictum)
        assert isinstance(second, Dictum)
        assert [type(block) for block in first.content] == [Paragraph, Items]
        assert (first.label, second.label) == ("KESATU", "KEDUA BELAS")

    def test_the_word_of_decision_is_centred(self) -> None:
        (paragraph,) = parse_markup("MEMUTUSKAN:")
        assert isinstance(paragraph, Paragraph)
        assert paragraph.align == "center"

    def test_chapters_and_articles_are_centred_headings(self) -> None:
        headings = parse_markup("# BAB I\n# KETENTUAN UMUM\n### Pasal 1\n## Pendahuluan")
        assert [(each.level, each.centered) for each in headings if isinstance(each, Heading)] == [
            (1, True),
            (1, False),
            (3, True),
            (2, False),
        ]

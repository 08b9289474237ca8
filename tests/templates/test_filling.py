"""A value is never read as template or as markup, and filling is bounded."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopsurat.content.blocks import Items, Pairs, Paragraph, Table, Text, TextBreak, plain_text
from kopsurat.content.templates import Validity, find, office_words
from kopsurat.errors import InvalidLetter

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Callable

    from kopsurat.content.blocks import Block
    from kopsurat.content.templates import Filled
    from kopsurat.office import Office

HOSTILE = [
    "**tebal** *miring* ++garis++",
    "a | b | c",
    "Nama : palsu",
    "# BAB I",
    "1. satu",
    "– butir",
    "• butir",
    "^",
    "<",
    "> kutipan",
    "::: lampiran X",
    "[... 30 mm]",
    "[^1]",
    "MEMUTUSKAN:",
    "KESATU : x",
    "{{ 7 * 7 }}",
    "{% for x in range(10**9) %}x{% endfor %}",
    "{{ ''.__class__.__mro__ }}",
    "<script>alert(1)</script>",
    "\\ \\* \\",
    "d'Amico & “Réné” 'x'",
    "%s %d {0} {nama}",
]

OwnType = "Callable[..., pathlib.Path]"


def everything_said(node: Any) -> str:
    """Return all text of blocks, forced breaks as newlines."""
    match node:
        case Text():
            return node.text
        case TextBreak():
            return "\n"
        case str():
            return node
        case tuple():
            return "".join(map(everything_said, node))
        case _ if dataclasses.is_dataclass(node):
            return "".join(everything_said(getattr(node, field.name)) for field in dataclasses.fields(node))
        case _:
            return ""


def shape(blocks: tuple[Block, ...]) -> list[str]:
    return [type(block).__name__ for block in blocks]


def domicile(**changes: Any) -> Filled:
    return find("keterangan-domisili").fill({**find("keterangan-domisili").example(), **changes})


class TestValuesAreNeverMarkup:
    @pytest.mark.parametrize("text", HOSTILE)
    def test_a_value_in_rows_and_running_text_is_printed_literally(self, text: str) -> None:
        filled = domicile(nama=text, keperluan=text)
        assert shape(filled.body) == shape(domicile().body)
        assert everything_said(filled.body).count(text) == 2
        assert filled.subject == " ".join(text.split())

    @pytest.mark.parametrize("text", HOSTILE)
    def test_a_value_in_a_table_keeps_the_table_whole(self, text: str) -> None:
        template = find("keterangan-kehilangan")
        filled = template.fill({**template.example(), "barang": [{"nama": text, "keterangan": text}] * 2})
        (table,) = [block for block in filled.body if isinstance(block, Table)]
        assert [len(row.cells) for row in table.rows] == [3, 3, 3]
        assert plain_text(table.rows[1].cells[1].content[0].content) == text  # type: ignore[union-attr]

    @pytest.mark.parametrize("text", HOSTILE)
    def test_a_value_alone_in_its_paragraph_stays_one(self, text: str) -> None:
        template = find("memo")
        filled = template.fill({**template.example(), "isi": text})
        (paragraph,) = [block for block in filled.body if isinstance(block, Paragraph)]
        assert plain_text(paragraph.content) == text

    @pytest.mark.parametrize("text", HOSTILE)
    def test_a_value_in_the_heading_of_a_lampiran_is_literal(self, text: str) -> None:
        template = find("keputusan-kepala-desa")
        filled = template.fill({**template.example(), "judul_lampiran": text})
        assert [appendix.title for appendix in filled.appendices] == [text]

    @settings(max_examples=120, deadline=None)
    @given(
        st.text(
            st.characters(blacklist_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]),
            min_size=1,
            max_size=60,
        ).filter(str.strip)
    )
    def test_any_value_comes_out_as_it_went_in(self, text: str) -> None:
        filled = domicile(pekerjaan=text)
        (pairs,) = [block for block in filled.body if isinstance(block, Pairs)]
        assert plain_text(pairs.rows[6].value) == text
        assert dict(filled.data)["pekerjaan"] == text


class TestLongTexts:
    def test_line_breaks_become_forced_breaks_and_empty_lines_paragraphs(self) -> None:
        template = find("surat-biasa")
        filled = template.fill({"hal": "x", "isi": "satu\ndua\n\ntiga"})
        paragraphs = [block for block in filled.body if isinstance(block, Paragraph)]
        assert [plain_text(each.content) for each in paragraphs[1:3]] == ["satu dua", "tiga"]
        assert sum(isinstance(inline, TextBreak) for inline in paragraphs[1].content) == 1

    def test_items_made_of_a_list_are_numbered_by_the_template(self) -> None:
        template = find("pengumuman")
        filled = template.fill({**template.example(), "butir": [{"isi": "2. x"}, {"isi": "y"}]})
        (items,) = [block for block in filled.body if isinstance(block, Items)]
        assert (len(items.items), items.start) == (2, 1)
        assert plain_text(items.items[0][0].content) == "2. x"  # type: ignore[union-attr]


class TestNamesOfTheOffice:
    def test_the_text_calls_the_office_by_its_name(self, office: Office) -> None:
        said = everything_said(
            find("keterangan-domisili").fill(domicile_values(), office=office_words(office)).body
        )
        assert "Kepala Desa Sukamaju, Kecamatan Karangtengah, Kabupaten Sukamulya, menerangkan" in said

    def test_without_a_name_it_is_the_kepala_desa(self) -> None:
        assert "di bawah ini, Kepala Desa, menerangkan" in everything_said(domicile().body)

    @pytest.mark.parametrize(
        ("word", "title", "head"),
        [
            ("Gampong", "Keuchik", "Keuchik Gampong Blang"),
            ("Kalurahan", "Lurah", "Lurah Blang"),
            ("Nagari", "Wali Nagari", "Wali Nagari Blang"),
        ],
    )
    def test_the_head_is_called_as_the_region_does(
        self, office: Office, word: str, title: str, head: str
    ) -> None:
        there = dataclasses.replace(
            office, head_title=title, desa=dataclasses.replace(office.desa, word=word, name="Blang")
        )
        assert office_words(there)["kepala"] == head


def domicile_values() -> dict[str, Any]:
    return find("keterangan-domisili").example()


class TestSigners:
    def test_the_front_matter_changes_the_office_signer_and_keeps_the_citizen(self) -> None:
        filled = find("pernyataan").fill(find("pernyataan").example())
        head, citizen = filled.signers({"oleh": "sekdes", "a_n": "kades"})
        assert head == {"mengetahui": True, "oleh": "sekdes", "a_n": "kades"}
        assert citizen["nama"] == "Dedi Kurniawan"

    def test_a_list_of_signers_replaces_all(self) -> None:
        assert domicile().signers(["kades", "sekdes"]) == ["kades", "sekdes"]

    def test_a_letter_without_an_office_signer_gets_one_more(self) -> None:
        filled = find("n5-izin-orang-tua").fill(find("n5-izin-orang-tua").example())
        assert [signer.get("oleh") for signer in filled.signers("kades")] == [None, None, "kades"]


class TestSummaryAndValidity:
    def test_a_long_summary_is_cut_at_a_word(self) -> None:
        summary = domicile(alamat="Dusun Krajan RT 003/RW 001, Desa Sukamaju, Kecamatan Karangtengah").summary
        assert summary == "Domisili: Dusun Krajan RT 003/RW 001, Desa…"

    @pytest.mark.parametrize(
        ("start", "months", "days", "end"),
        [
            ("2026-11-24", 3, 0, "2027-02-24"),
            ("2026-01-31", 1, 0, "2026-02-28"),
            ("2027-12-31", 2, 0, "2028-02-29"),
            ("2026-12-25", 0, 14, "2027-01-08"),
        ],
    )
    def test_months_end_on_the_same_day_or_the_last(
        self, start: str, months: int, days: int, end: str
    ) -> None:
        validity = Validity(months=months, days=days)
        assert validity.end(dt.date.fromisoformat(start)) == dt.date.fromisoformat(end)


class TestTheSandbox:
    @pytest.mark.parametrize(
        "body",
        [
            "{% for i in range(999999999) %}x{% endfor %}",
            "{{ nama.__class__ }}{{ nama() }}",
            "{{ nama.upper() }}",
            "{% set x = nama ~ nama %}{{ x }}",
            "{% macro m() %}x{% endmacro %}",
            "{% import 'x' as y %}",
            "{{ nama * 99999999 }}",
            "{{ 10 ** 99 }}",
            "{{ nama | safe }}",
            "{{ nama | attr('x') }}",
            "{% raw %}x{% endraw %}{{ cycler }}",
            "{{ lipsum }}",
            "{{ self }}",
            "{{ _slots }}",
            "{% for a in nama %}{% for b in nama %}{% for c in nama %}x{% endfor %}{% endfor %}{% endfor %}",
            "{% extends 'x' %}",
            "{{ nama",
            "{% if %}",
            "\ue000",
        ],
    )
    def test_a_file_that_asks_for_more_is_refused_when_it_is_read(
        self, own_type: Callable[..., pathlib.Path], body: str
    ) -> None:
        with pytest.raises(ExceptionGroup) as caught:
            find("undangan-rapat", folders=[own_type(body)])
        assert all(
            isinstance(fault, InvalidLetter) and "isi" in fault.path for fault in caught.value.exceptions
        )

    @pytest.mark.parametrize(
        "body", ["{{ nama.__class__ }}", "{{ nama.x }}", "{{ nama | tanggal }}", "{{ nama | kolom('x') }}"]
    )
    def test_an_expression_that_does_not_fit_its_value_is_our_error(
        self, own_type: Callable[..., pathlib.Path], body: str
    ) -> None:
        template = find("undangan-rapat", folders=[own_type(body)])
        with pytest.raises(InvalidLetter) as caught:
            template.fill({"nama": "x"})
        assert caught.value.code == "template-expression"

    def test_output_has_an_end(self, own_type: Callable[..., pathlib.Path]) -> None:
        fields = '[isian.daftar]\nlabel = "D"\ntipe = "daftar"\nkolom = { a = { label = "A" } }\n'
        filler = "x" * 50
        body = f"{{% for a in daftar %}}{{% for b in daftar %}}{filler}{{% endfor %}}{{% endfor %}}"
        template = find("undangan-rapat", folders=[own_type(body, fields=fields)])
        with pytest.raises(InvalidLetter) as caught:
            template.fill({"daftar": [{"a": "x"}] * 500})
        assert caught.value.code == "template-output-too-long"

    @settings(max_examples=60, deadline=None)
    @given(st.text(st.sampled_from("{}%|~.()[]'\" \n:#-+*abnamaforifendin17_"), max_size=60))
    def test_any_text_is_a_template_or_our_error(self, body: str) -> None:
        from kopsurat.content.templates.rendering import Pattern, Slots

        try:
            pattern = Pattern(body)
            pattern.fill(
                {"nama": "x"} if pattern.names <= {"nama"} else dict.fromkeys(pattern.names, "x"), Slots()
            )
        except InvalidLetter:
            pass

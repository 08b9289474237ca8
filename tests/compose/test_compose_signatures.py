"""Who signs, in what form, and where the QR block stands."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from kopsurat import explain
from kopsurat.errors import InvalidLetter, InvalidWebsite, RenderError
from kopsurat.layout.compose import compose, compose_letterhead
from kopsurat.layout.flows import paragraphs_in
from kopsurat.layout.measures import mm, points
from kopsurat.layout.model import Grid, Paragraph, Role, Symbol
from kopsurat.layout.office_words import without_titles
from kopsurat.layout.profile import builtin_style
from kopsurat.layout.typeset import typeset
from kopsurat.letter import Arrangement, Family, Signature
from kopsurat.office import Signatory

if TYPE_CHECKING:
    from kopsurat.layout.model import Document
    from tests.compose.conftest import Layout


def signed(layout: Layout, *signatures: Signature, link: str | None = None, **fields: Any) -> Document:
    samples = layout.samples
    kind = samples.kind("Surat Keterangan", Family.JUDUL)
    letter = samples.letter(kind, "isi", signatures=signatures, **fields)
    return compose(letter, samples.office(), link=link)


def block(layout: Layout, document: Document) -> list[str]:
    """Return the lines of the signatures."""
    texts = layout.texts(document)
    return [each for each in texts[texts.index("isi") + 1 :] if each]


class TestForms:
    @pytest.mark.parametrize(
        ("name", "lines"),
        [
            ("sendiri", ["KEPALA DESA SUKAMAJU,"]),
            ("an", ["a.n. KEPALA DESA SUKAMAJU", "SEKRETARIS DESA,"]),
            ("an-ub", ["a.n. KEPALA DESA SUKAMAJU", "SEKRETARIS DESA", "u.b.", "KEPALA SEKSI PELAYANAN,"]),
            ("pj", ["Pj. KEPALA DESA SUKAMAJU,"]),
            ("plt", ["Plt. KEPALA DESA SUKAMAJU", "SEKRETARIS DESA,"]),
            ("plh", ["Plh. KEPALA DESA SUKAMAJU", "SEKRETARIS DESA,"]),
        ],
    )
    def test_the_office_title_is_printed_as_the_rule_has_it(
        self, layout: Layout, name: str, lines: list[str]
    ) -> None:
        letter = dict(layout.samples.signature_forms())[name]
        texts = layout.texts(compose(letter, layout.samples.office()))
        at = texts.index("Sukamaju, 24 November 2026") + 1
        assert texts[at : at + len(lines)] == lines

    def test_rank_and_nip_follow_the_name(self, layout: Layout) -> None:
        assert block(layout, signed(layout, Signature(signatory="sekdes")))[-3:] == [
            "Siti Nurhasanah, A.Md.",
            "Penata Muda Tk. I (III/b)",
            "NIP 19800112 200501 2 003",
        ]

    def test_a_number_that_is_too_short_for_a_nip_is_the_village_s_own(self, layout: Layout) -> None:
        person = Signatory(id="x", name="Budi", jabatan="Kaur Umum", nip="320101.01")
        assert block(layout, signed(layout, Signature(signatory=person)))[-1] == "NIPD 320101.01"

    @pytest.mark.parametrize(
        "name",
        ["d'Angelo René Pasaribu", "Drs. Ma'ruf Sya'bani, S.Sos., M.Si.", "I Gusti Ayu Ñé", "r.m. sastro"],
    )
    def test_a_name_is_printed_exactly_as_given(self, layout: Layout, name: str) -> None:
        person = Signatory(id="x", name=name, jabatan="Kaur Umum")
        assert name in block(layout, signed(layout, Signature(signatory=person)))

    def test_somebody_from_outside_signs_under_what_he_is(self, layout: Layout) -> None:
        person = Signatory(id="x", name="Rina", jabatan="Pemohon")
        assert block(layout, signed(layout, Signature(signatory=person, is_external=True)))[-2:] == [
            "Pemohon,",
            "Rina",
        ]

    @pytest.mark.parametrize("link", [None, "https://sukamaju.desa.id/p/1"])
    def test_a_long_line_moves_the_block_to_the_left_rather_than_break(
        self, layout: Layout, link: str | None
    ) -> None:
        name = "Prof. Dr. H. Muhammad Abdurrahman, S.H."
        signature = Signature(signatory=Signatory(id="baru", name=name, jabatan="Kepala Desa"))
        document = signed(layout, signature, link=link)
        assert [each for each in layout.lines(document).splitlines() if each.endswith(name)]
        (grid,) = [each for each in document.sections[0].blocks if isinstance(each, Grid)]
        assert grid.columns[0] < sum(grid.columns) // 2

    def test_a_line_that_has_no_room_there_either_leaves_the_block_where_it_is(self, layout: Layout) -> None:
        long = "Kepala Seksi Pemerintahan, Ketenteraman, Ketertiban, dan Pelayanan Administrasi Kependudukan"
        signature = Signature(signatory=Signatory(id="baru", name="Rina", jabatan=long))
        usual, moved = (
            next(each for each in document.sections[0].blocks if isinstance(each, Grid))
            for document in (signed(layout, Signature(signatory="kades")), signed(layout, signature))
        )
        assert moved.columns == usual.columns

    def test_an_office_title_of_two_lines_has_them_about_equally_long(self, layout: Layout) -> None:
        title = "Kepala Seksi Ketenteraman dan Ketertiban Umum"
        signature = Signature(signatory=Signatory(id="baru", name="Rina", jabatan=title), is_external=True)
        lines = [
            each
            for each in paragraphs_in(signed(layout, signature, signature).sections[0].blocks)
            if title in each.text
        ]
        assert len(lines) == 2
        assert all(line.style.left == line.style.right > 0 for line in lines)

    def test_an_own_line_for_the_office_goes_before_everything(self, layout: Layout) -> None:
        signature = Signature(signatory="kades", jabatan_line="Ketua Panitia,")
        assert "Ketua Panitia," in block(layout, signed(layout, signature))

    def test_where_nobody_is_named_there_are_dots(self, layout: Layout) -> None:
        person = Signatory(id="x", name="", jabatan="Penerima")
        *_, last = block(layout, signed(layout, Signature(signatory=person, is_external=True)))
        assert last.startswith("(…")

    def test_a_stamp_of_duty_has_its_box(self, layout: Layout) -> None:
        assert "Meterai" in block(layout, signed(layout, Signature(signatory="kades", has_meterai=True)))


class TestSeveral:
    def pair(self) -> tuple[Signature, Signature]:
        guest = Signatory(id="x", name="Rina", jabatan="Pemohon")
        return Signature(signatory=guest, is_external=True), Signature(signatory="kades")

    def test_two_share_the_width_and_their_names_are_level(self, layout: Layout) -> None:
        document = signed(layout, *self.pair())
        boxes = {what: box for *box, what in layout.boxes(typeset(document).pages[0])}
        left, right = boxes["Rina"], boxes["H. Ahmad Sudrajat, S.Sos."]
        assert left[3] == right[3]
        assert boxes["Pemohon,"][3] == boxes["KEPALA DESA SUKAMAJU,"][3]
        middle = points(document.sections[0].page.width) / 2
        assert left[2] < middle < right[0]

    def test_the_box_of_a_duty_stamp_leaves_names_level(self, layout: Layout) -> None:
        guest, head = self.pair()
        document = signed(layout, dataclasses.replace(guest, has_meterai=True), head)
        boxes = {what: box for *box, what in layout.boxes(typeset(document).pages[0])}
        assert boxes["Rina"][3] == boxes["H. Ahmad Sudrajat, S.Sos."][3]
        assert boxes["Meterai"][1] > boxes["Pemohon,"][3]

    def test_place_and_date_stand_over_the_one_at_the_right(self, layout: Layout) -> None:
        boxes = {what: box for *box, what in layout.boxes(typeset(signed(layout, *self.pair())).pages[0])}
        assert boxes["Sukamaju, 24 November 2026"][0] > boxes["Rina"][2]

    def test_the_third_stands_in_the_middle_under_mengetahui(self, layout: Layout) -> None:
        letter = dict(layout.samples.signature_forms())["tiga"]
        document = compose(letter, layout.samples.office())
        boxes = {what: box for *box, what in layout.boxes(typeset(document).pages[0])}
        head, name = boxes["Mengetahui,"], boxes["H. Ahmad Sudrajat, S.Sos."]
        middle = points(document.sections[0].page.left + document.sections[0].page.measure // 2)
        assert (head[0] + head[2]) / 2 == pytest.approx(middle, abs=1)
        assert name[1] > boxes["Dedi Mulyadi"][3]

    def test_a_fifth_stands_in_the_middle_under_two_pairs(self, layout: Layout) -> None:
        guests = tuple(
            Signature(signatory=Signatory(id=f"x{at}", name=f"Nama {at}", jabatan="Saksi"), is_external=True)
            for at in range(4)
        )
        head = Signature(signatory="kades", heading="Mengetahui,")
        document = signed(layout, *guests, head, link=layout.samples.LINK)
        boxes = {what: box for *box, what in layout.boxes(typeset(document).pages[0])}
        middle = points(document.sections[0].page.left + document.sections[0].page.measure // 2)
        assert boxes["Nama 2"][2] < middle < boxes["Nama 3"][0]
        name = boxes["H. Ahmad Sudrajat, S.Sos."]
        assert name[0] < middle < name[2]
        assert name[1] > boxes["Nama 3"][3]

    def three(self, layout: Layout, name: str, *, paper: str, is_draft: bool = False) -> Document:
        samples = layout.samples
        third = Signature(signatory=Signatory(id="y", name=name, jabatan="Camat"), is_external=True)
        kind = samples.kind("Surat", Family.JUDUL)
        letter = samples.letter(kind, "isi", signatures=(*self.pair(), third), is_draft=is_draft)
        style = builtin_style("umum").with_paper(paper)
        return compose(letter, samples.office(), style=style, link=None if is_draft else samples.LINK)

    @pytest.mark.parametrize("paper", ["A5", "A4", "F4"])
    @pytest.mark.parametrize("name", ["Asep", "Drs. Raden Abdurrahman, M.Si.", "Abdurrahman " * 7])
    @pytest.mark.parametrize("is_draft", [True, False])
    def test_the_third_keeps_away_from_the_qr_block_on_any_paper(
        self, layout: Layout, paper: str, name: str, *, is_draft: bool
    ) -> None:
        page = typeset(self.three(layout, name, paper=paper, is_draft=is_draft)).pages[-1]
        boxes = layout.boxes(page)
        mark = next(box for *box, what in boxes if what == ("DRAF – BELUM DISEGEL" if is_draft else "QR"))
        lines = [box for *box, what in boxes if what and what in f"Camat, {name}"]
        assert len(lines) > 1
        assert min(box[0] for box in lines) - mark[2] >= points(mm(8))

    def test_the_third_has_the_room_beside_the_qr_block_that_his_name_needs(self, layout: Layout) -> None:
        for name in ("Dr. H. Muhammad Abdurrahman Wahid, M.Si.", "Prof. Dr. Ir. H. Raden Mas Muhammad Wahid"):
            boxes = layout.boxes(typeset(self.three(layout, name, paper="F4")).pages[0])
            assert name in [what for *_, what in boxes]

    @pytest.mark.parametrize("paper", ["A5", "F4"])
    def test_on_turned_paper_the_qr_block_stands_between_two_whose_lines_fit_there(
        self, layout: Layout, paper: str
    ) -> None:
        samples = layout.samples
        kind = dataclasses.replace(samples.kind("Buku", Family.TABEL), arrangement=Arrangement.WIDE)
        letter = samples.letter(kind, "isi", signatures=self.pair())
        style = builtin_style("umum").with_paper(paper)
        (page,) = typeset(compose(letter, samples.office(), style=style, link=samples.LINK)).pages
        boxes = {what: box for *box, what in layout.boxes(page)}
        beside = points(mm(8))
        assert boxes["Pemohon,"][2] + beside <= boxes["QR"][0]
        assert boxes["QR"][2] + beside <= boxes["KEPALA DESA SUKAMAJU,"][0]

    def test_six_can_sign_and_seven_cannot(self, layout: Layout) -> None:
        six = tuple(
            Signature(signatory=Signatory(id=f"x{at}", name=f"Nama {at}", jabatan="Saksi"), is_external=True)
            for at in range(6)
        )
        assert "Nama 5" in block(layout, signed(layout, *six))
        with pytest.raises(ExceptionGroup) as caught:
            signed(layout, *six, six[0])
        assert [str(each) for each in caught.value.exceptions] == [
            "penandatangan: signatures-too-many: 7 (maximum=6)"
        ]


class TestTerms:
    def test_a_signatory_who_is_not_in_office_is_refused_with_the_dates(self, layout: Layout) -> None:
        old = Signatory(id="x", name="Budi", jabatan="Kepala Desa", until=dt.date(2026, 11, 23))
        with pytest.raises(ExceptionGroup) as caught:
            signed(layout, Signature(signatory=old))
        (error,) = caught.value.exceptions
        assert isinstance(error, InvalidLetter)
        assert error.code == "signatory-not-in-office"
        assert error.path == "penandatangan[0]"
        assert "2026-11-24" in explain(error)

    def test_the_first_and_the_last_day_count(self, layout: Layout) -> None:
        day = layout.samples.DAY
        person = Signatory(id="x", name="Budi", jabatan="Kepala Desa", since=day, until=day)
        assert "Budi" in block(layout, signed(layout, Signature(signatory=person)))

    def test_all_unknown_signatories_are_reported_together(self, layout: Layout) -> None:
        with pytest.raises(ExceptionGroup) as caught:
            signed(layout, Signature(signatory="camat"), Signature(signatory="lurah"))
        ours = [each for each in caught.value.exceptions if isinstance(each, InvalidLetter)]
        assert [each.evidence["known"] for each in ours] == ["kades, sekdes, kasi, bpd"] * 2


class TestVerification:
    def symbol(self, layout: Layout, document: Document) -> tuple[float, float, float, float]:
        (page,) = typeset(document).pages
        return next(box for *box, what in layout.boxes(page) if what == "QR")  # type: ignore[return-value]

    def test_it_is_level_with_the_signature_and_flush_with_the_text(self, layout: Layout) -> None:
        document = signed(layout, Signature(signatory="kades"), link=layout.samples.LINK)
        boxes = {what: box for *box, what in layout.boxes(typeset(document).pages[0])}
        last, name = boxes["Jangan dicap di atas kode ini."], boxes["H. Ahmad Sudrajat, S.Sos."]
        assert last[3] == pytest.approx(name[3], abs=2)
        edge = points(document.sections[0].page.left)
        assert self.symbol(layout, document)[0] == pytest.approx(edge, abs=0.1)

    @pytest.mark.parametrize("count", [1, 2, 3])
    def test_it_keeps_away_from_the_stamp(self, layout: Layout, count: int) -> None:
        names = {1: "sendiri", 2: "dua", 3: "tiga"}
        letter = dict(layout.samples.signature_forms())[names[count]]
        document = compose(letter, layout.samples.office(), link=layout.samples.LINK)
        _, top, right, _ = self.symbol(layout, document)
        boxes = {what: box for *box, what in layout.boxes(typeset(document).pages[0])}
        head = boxes["KEPALA DESA SUKAMAJU,"]
        beside = head[0] - right >= points(mm(8))
        under = top - boxes["H. Ahmad Sudrajat, S.Sos."][3] >= points(mm(8))
        assert beside or under

    def test_the_symbol_is_linked_framed_and_as_large_as_it_must_be(self, layout: Layout) -> None:
        document = signed(layout, Signature(signatory="kades"), link=layout.samples.LINK)
        grid = document.sections[0].blocks[-1]
        assert isinstance(grid, Grid)
        symbol = grid.rows[0].cells[0].blocks[0]
        assert isinstance(symbol, Symbol)
        assert symbol.link == layout.samples.LINK
        assert symbol.size >= mm(30)
        assert symbol.frame is not None

    def test_the_caption_names_the_site_and_says_not_to_stamp_it(self, layout: Layout) -> None:
        texts = layout.texts(signed(layout, Signature(signatory="kades"), link=layout.samples.LINK))
        assert texts[-6:-3] == [
            "sukamaju.desa.id",
            "Pindai untuk memeriksa surat ini.",
            "Jangan dicap di atas kode ini.",
        ]

    def test_a_draft_has_a_box_that_says_so_and_never_a_code(self, layout: Layout) -> None:
        document = signed(layout, Signature(signatory="kades"), link=layout.samples.LINK, is_draft=True)
        assert "DRAF – BELUM DISEGEL" in layout.texts(document)
        assert not any(what == "QR" for *_, what in layout.boxes(typeset(document).pages[0]))

    def test_a_seal_prints_its_code_and_travels_with_the_file(self, layout: Layout) -> None:
        document = compose(plain(layout), layout.samples.office(), seal=Seal())
        assert "7K3M-9QXA" in layout.texts(document)
        assert [(each.name, each.data) for each in document.attachments] == [
            ("surat.json", b"{}"),
            ("segel.cose", b"\xd2"),
        ]

    def test_seal_and_link_exclude_each_other_and_a_draft_is_never_sealed(self, layout: Layout) -> None:
        letter, office = plain(layout), layout.samples.office()
        with pytest.raises(RenderError, match="seal-and-link"):
            compose(letter, office, seal=Seal(), link=layout.samples.LINK)
        with pytest.raises(RenderError, match="draft-sealed"):
            compose(dataclasses.replace(letter, is_draft=True), office, seal=Seal())

    @pytest.mark.parametrize(
        "link",
        [
            "http://sukamaju.desa.id/v",
            "http://sukamaju.desa.id/v#31337",
            "https://user@sukamaju.desa.id/v#31337",
            "https://sukamaju.desa.id/v#31337 https://lain.desa.id",
            "sukamaju.desa.id",
            "javascript:alert(1)",
            "#31337",
        ],
    )
    def test_a_link_of_the_caller_must_be_https(self, layout: Layout, link: str) -> None:
        with pytest.raises(InvalidWebsite):
            compose(plain(layout), layout.samples.office(), link=link)

    def test_a_letterhead_alone_carries_the_code_at_its_foot(self, layout: Layout) -> None:
        document = compose_letterhead(layout.samples.office(), link=layout.samples.LINK)
        assert isinstance(document.sections[0].footer[0], Symbol)
        assert layout.pages(document) == 1


class TestTogether:
    def test_the_signature_is_kept_with_the_end_of_the_text(self, layout: Layout) -> None:
        samples = layout.samples
        for count in range(20, 40):
            text = "\n\n".join(f"Paragraf ke-{at} yang cukup pendek." for at in range(count))
            letter = samples.letter(samples.kind("Surat", Family.JUDUL), text)
            *_, page = typeset(compose(letter, samples.office(), link=samples.LINK)).pages
            texts = [what for *_, what in layout.boxes(page)]
            assert any(what.startswith("Paragraf") for what in texts)
            assert "H. Ahmad Sudrajat, S.Sos." in texts

    @pytest.mark.parametrize("count", [2, 4])
    def test_the_lines_of_several_signers_are_never_on_two_pages(self, layout: Layout, count: int) -> None:
        signatures = tuple(
            Signature(signatory=Signatory(id=f"x{at}", name=f"Nama {at}", jabatan=f"Saksi {at}"))
            for at in range(count)
        )
        kind = layout.samples.kind("Surat Keterangan", Family.JUDUL)
        pages = set()
        for lines in range(14, 30):
            letter = layout.samples.letter(kind, "satu baris\n\n" * lines, signatures=signatures)
            document = compose(letter, layout.samples.office())
            *before, last = [{what for *_, what in layout.boxes(page)} for page in typeset(document).pages]
            pages.add(len(before) + 1)
            assert {f"Nama {count - 1}", f"SAKSI {count - 1},"} <= last, lines
            assert not any("SAKSI" in what or "Nama" in what for page in before for what in page), lines
        assert len(pages) > 1

    @pytest.mark.parametrize(("count", "rows"), [(6, 1), (2, 3), (2, 4), (2, 12)])
    def test_a_signature_is_whole_where_no_page_holds_it_with_the_end_of_the_text(
        self, layout: Layout, count: int, rows: int
    ) -> None:
        samples = layout.samples
        signatures = tuple(
            Signature(
                signatory=Signatory(
                    id=f"x{at}", name=f"Nama {at}", jabatan=f"Saksi {at}", nip="198001122005012003"
                )
            )
            for at in range(count)
        )
        kind = dataclasses.replace(samples.kind("Buku", Family.TABEL), arrangement=Arrangement.WIDE)
        text = "| No. | Uraian |\n|:-:|---|\n" + "\n".join(f"| {at} | uraian |" for at in range(rows))
        letter = samples.letter(kind, text, signatures=signatures)
        style = builtin_style("umum").with_paper("A5")
        document = compose(letter, samples.office(), style=style, link=samples.LINK)
        pages = [{what for *_, what in layout.boxes(page)} for page in typeset(document).pages]
        for at in range(count):
            (page,) = [page for page in pages if f"Nama {at}" in page]
            assert f"SAKSI {at}," in page
        assert any({f"Nama {count - 1}", "QR"} <= page for page in pages)

    def test_a_long_table_at_the_end_gives_its_last_rows(self, layout: Layout) -> None:
        samples = layout.samples
        for count in range(25, 34):
            rows = "\n".join(f"| {at} | Kursi | 1 |" for at in range(1, count + 1))
            text = f"| No. | Barang | Jumlah |\n|-|-|-|\n{rows}"
            letter = samples.letter(samples.kind("Surat", Family.TABEL), text)
            *_, page = typeset(compose(letter, samples.office(), link=samples.LINK)).pages
            texts = [what for *_, what in layout.boxes(page)]
            assert str(count) in texts
            assert "H. Ahmad Sudrajat, S.Sos." in texts


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("H. Ahmad Sudrajat, S.Sos.", "H. Ahmad Sudrajat"),
        ("Drs. Ma'ruf Sya'bani, M.Si.", "Ma'ruf Sya'bani"),
        ("Prof. Dr. Ir. Siti", "Siti"),
        ("Dr. H. Budi, S.E., M.M.", "H. Budi"),
        ("Andri", "Andri"),
        ("Drajat", "Drajat"),
        ("S. Sudrajat", "S. Sudrajat"),
        ("Irwan", "Irwan"),
    ],
)
def test_only_academic_titles_are_taken_from_a_name(name: str, bare: str) -> None:
    assert without_titles(name) == bare


class Seal:
    """A seal as compose sees it."""

    link = "https://sukamaju.desa.id/v#123"
    host = "sukamaju.desa.id"
    code = "7K3M-9QXA"
    cose = b"\xd2"
    letter_json = b"{}"


def plain(layout: Layout) -> Any:
    return layout.samples.letter(layout.samples.kind("Surat Keterangan", Family.JUDUL), "isi")


def test_unsigned_papers_carry_the_code_alone(layout: Layout) -> None:
    document = signed(layout, link=layout.samples.LINK)
    (grid,) = [each for each in document.sections[0].blocks if isinstance(each, Grid)]
    assert grid.role is Role.SIGNATURE
    texts = [each.text for cell in grid.rows[0].cells for each in cell.blocks if isinstance(each, Paragraph)]
    assert "sukamaju.desa.id" in texts
    assert not any(each.startswith("KEPALA") for each in texts)

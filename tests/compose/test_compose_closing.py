"""A long last paragraph does not go to the next page whole with the signature."""

from __future__ import annotations

import pytest

from kopsurat.layout.compose import compose
from kopsurat.layout.model import Document, Grid, Paragraph, Role
from kopsurat.layout.placed import Page, PlacedParagraph
from kopsurat.layout.typeset import typeset
from kopsurat.letter import Family, Signature
from tests.compose.conftest import Layout

SENTENCE = (
    "Sehubungan dengan hal tersebut di atas, kami mohon bantuan dan kerja sama Bapak/Ibu untuk menyampaikan "
    "data penerima manfaat pada tanggal 30 November 2026 kepada Pemerintah Desa Sukamaju. "
)


def a_letter(
    layout: Layout, lines: int, last: str, family: Family = Family.JUDUL, tembusan: tuple[str, ...] = ()
) -> Document:
    text = "\n\n".join([*(f"Baris {at}." for at in range(lines)), last])
    kind = layout.samples.kind("Surat", family)
    letter = layout.samples.letter(kind, text, tembusan=tembusan)
    return compose(letter, layout.samples.office(kertas="A4"))


def lines_of(page: Page) -> list[str]:
    return [
        "".join(text.text for text in line.texts)
        for item in page.body
        if isinstance(item, PlacedParagraph) and item.source.role is Role.BODY
        for line in item.lines
    ]


@pytest.mark.parametrize("family", [Family.JUDUL, Family.KORESPONDENSI])
@pytest.mark.parametrize("lines", range(14, 27))
def test_two_lines_or_more_stay_on_either_side(layout: Layout, lines: int, family: Family) -> None:
    document = a_letter(layout, lines, SENTENCE * 5, family)
    first, second = map(lines_of, typeset(document).pages)
    ahead = [line for line in first if not line.startswith("Baris")]
    behind = [line for line in second if not line.startswith("Baris")]
    assert len(behind) >= 2
    assert len(ahead) != 1
    assert " ".join([*ahead, *behind]).split() == (SENTENCE * 5).split()
    texts = [each.text for each in document.sections[0].blocks if isinstance(each, Paragraph)]
    assert " ".join(" ".join(texts).split()).endswith((SENTENCE * 5).strip())


def test_the_page_before_is_filled(layout: Layout) -> None:
    document = a_letter(layout, 20, SENTENCE * 5)
    first, _ = typeset(document).pages
    setup = document.sections[0].page
    last = max(
        line.baseline for item in first.body if isinstance(item, PlacedParagraph) for line in item.lines
    )
    assert (setup.height - setup.bottom) / 20 - last < 18


def test_the_last_line_of_the_first_part_reaches_the_margin_nearly(layout: Layout) -> None:
    document = a_letter(layout, 20, SENTENCE.replace(" 30 November 2026", "") * 5)
    first, _ = typeset(document).pages
    item = first.body[-1]
    assert isinstance(item, PlacedParagraph)
    text = item.lines[-1].texts[-1]
    right = (document.sections[0].page.width - document.sections[0].page.right) / 20
    assert 0 <= right - text.x - text.width < 3


@pytest.mark.parametrize("last", ["Demikian.", SENTENCE])
def test_a_short_last_paragraph_goes_with_the_signature_whole(layout: Layout, last: str) -> None:
    for lines in range(15, 30):
        blocks = a_letter(layout, lines, last).sections[0].blocks
        at = next(
            at for at, each in enumerate(blocks) if isinstance(each, Grid) and each.role is Role.SIGNATURE
        )
        before = blocks[at - 1]
        assert isinstance(before, Paragraph)
        assert before.text == last.strip()


def roles_of(page: Page) -> list[Role]:
    return [getattr(item.source, "role", Role.BODY) for item in page.body]


@pytest.mark.parametrize("lines", range(20, 30))
def test_a_single_last_line_takes_the_line_before_it_along(layout: Layout, lines: int) -> None:
    *_, last = typeset(a_letter(layout, lines, "Demikian.")).pages
    assert len(lines_of(last)) >= 2


@pytest.mark.parametrize("lines", range(16, 27))
def test_a_paragraph_before_a_single_last_line_is_divided(layout: Layout, lines: int) -> None:
    document = a_letter(layout, lines, f"{SENTENCE * 5}\n\nDemikian.")
    first, *rest = typeset(document).pages
    behind = [line for page in rest for line in lines_of(page)]
    assert len(behind) >= 2 or not rest
    words = " ".join([*lines_of(first), *behind]).split()
    assert words == " ".join([*(f"Baris {at}." for at in range(lines)), SENTENCE * 5, "Demikian."]).split()


COPIES = ("Bupati Sukamulya", "Camat Karangtengah", "Ketua BPD", "Arsip")


@pytest.mark.parametrize("last", ["Demikian.", SENTENCE * 5])
@pytest.mark.parametrize("lines", range(6, 24))
def test_copies_stand_with_the_signature(layout: Layout, lines: int, last: str) -> None:
    pages = typeset(a_letter(layout, lines, last, tembusan=COPIES)).pages
    (signed,) = (page for page in pages if Role.SIGNATURE in roles_of(page))
    assert roles_of(signed).count(Role.TEMBUSAN) == 1 + len(COPIES)
    assert len(lines_of(signed)) >= 2


SIGNERS = {1: ("kades",), 2: ("sekdes", "kades"), 3: ("sekdes", "kades", "bpd")}


@pytest.mark.parametrize("family", [Family.JUDUL, Family.KORESPONDENSI, Family.PRODUK_HUKUM])
@pytest.mark.parametrize("signers", [1, 2, 3])
@pytest.mark.parametrize(
    ("paper", "sentences"), [("A5", range(1, 8)), ("A4", range(4, 24)), ("F4", range(8, 28))]
)
def test_no_signature_and_no_qr_block_opens_a_page_after_a_text_of_one_paragraph(
    layout: Layout, family: Family, signers: int, paper: str, sentences: range
) -> None:
    office = layout.samples.office(kertas=paper)
    for count in sentences:
        letter = layout.samples.letter(
            layout.samples.kind("Surat", family),
            SENTENCE * count,
            signatures=tuple(Signature(signatory=each) for each in SIGNERS[signers]),
        )
        first, *rest = typeset(compose(letter, office, link=layout.samples.LINK)).pages
        assert not any(roles_of(page)[0] is Role.SIGNATURE for page in rest), count
        for page in rest:
            assert Role.SIGNATURE not in roles_of(page) or len(lines_of(page)) >= 2 or count == 1
        words = " ".join(line for page in (first, *rest) for line in lines_of(page)).split()
        assert words == (SENTENCE * count).split()


@pytest.mark.parametrize("sentences", range(4, 24))
def test_copies_stand_with_the_signature_after_a_text_of_one_paragraph(
    layout: Layout, sentences: int
) -> None:
    pages = typeset(a_letter(layout, 0, SENTENCE * sentences, tembusan=COPIES)).pages
    (signed,) = (page for page in pages if Role.SIGNATURE in roles_of(page))
    assert roles_of(signed).count(Role.TEMBUSAN) == 1 + len(COPIES)
    assert len(lines_of(signed)) >= 2


@pytest.mark.parametrize("lines", range(3, 20))
def test_many_copies_open_no_page_and_leave_no_single_one_behind(layout: Layout, lines: int) -> None:
    pages = typeset(a_letter(layout, lines, SENTENCE * 3, tembusan=COPIES * 3)).pages
    counts = [roles_of(page).count(Role.TEMBUSAN) for page in pages]
    assert sum(counts) == 1 + 3 * len(COPIES)
    assert all(count == 0 or count >= 3 for count in counts)
    (signed,) = (at for at, page in enumerate(pages) if Role.SIGNATURE in roles_of(page))
    assert counts[signed]


def test_many_copies_go_on_on_the_next_page(layout: Layout) -> None:
    pages = typeset(a_letter(layout, 12, "Demikian.", tembusan=COPIES * 6)).pages
    assert [roles_of(page).count(Role.SIGNATURE) for page in pages] == [1, 0]


def test_an_item_goes_on_under_its_text(layout: Layout) -> None:
    document = a_letter(layout, 18, f"1. satu\n2. {SENTENCE * 5}")
    *_, first, second, _ = document.sections[0].blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert first.text.startswith("2.\t")
    assert "\t" not in second.text
    assert (second.style.left, second.style.first) == (first.style.left, 0)


def test_a_letter_of_one_page_is_left_alone(layout: Layout) -> None:
    blocks = a_letter(layout, 3, SENTENCE * 5).sections[0].blocks
    assert sum(isinstance(each, Paragraph) and each.role is Role.BODY for each in blocks) == 4

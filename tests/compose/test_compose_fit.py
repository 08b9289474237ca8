"""Fitting on one page takes the loosest style that does, however few of them are tried."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from kopsurat.layout.compose import compose
from kopsurat.layout.fit import Fit, fitted, tighter_styles
from kopsurat.layout.model import Section
from kopsurat.layout.profile import builtin_style
from kopsurat.layout.typeset import count_pages, typeset
from kopsurat.letter import Family

if TYPE_CHECKING:
    from kopsurat.layout.style import Style
    from kopsurat.letter import Letter
    from tests.compose.conftest import Layout

SENTENCE = "Kegiatan dilaksanakan secara gotong royong di lingkungan masing-masing mulai pukul 07.00. "


def a_letter(layout: Layout, lines: int, family: Family) -> Letter:
    """Return a letter of paragraphs, rows, items and a table; ``lines`` says how long it is."""
    parts = [SENTENCE * (1 + at % 4) for at in range(lines // 4)]
    parts += ["\n".join(f"- Baris {at} : nilai {at}" for at in range(1 + lines % 4))]
    parts += ["\n".join(f"{at}. {SENTENCE}" for at in range(1, 2 + lines % 3))]
    if lines % 4 == 0:
        parts.append(f"| A | B |\n| --- | --- |\n| {SENTENCE} | x |")
    kind = layout.samples.kind("Surat Undangan", family)
    letter: Letter = layout.samples.letter(kind, "\n\n".join(parts), recipients=("Bapak Slamet",))
    return letter


def loosest(letter: Letter, layout: Layout, style: Style) -> tuple[Style | None, int]:
    """Return the first style in which the letter makes one page, and how many there were before it."""
    office = layout.samples.office()
    for at, tried in enumerate((style, *tighter_styles(style))):
        if count_pages(compose(letter, office, style=tried)) == 1:
            return tried, at
    return None, 0


@pytest.mark.parametrize("family", [Family.KORESPONDENSI, Family.JUDUL])
@pytest.mark.parametrize("profile", ["umum", "permendagri-1-2023"])
def test_the_loosest_style_is_found(layout: Layout, family: Family, profile: str) -> None:
    style, office = builtin_style(profile), layout.samples.office()
    steps = set()
    for lines in range(18, 46, 2):
        letter = a_letter(layout, lines, family)
        expected, step = loosest(letter, layout, style)
        document = compose(dataclasses.replace(letter, fit_one_page=True), office, style=style)
        steps.add(step)
        plain = compose(letter, office, style=expected or style)
        assert document.sections == plain.sections
        assert count_pages(document) == count_pages(plain)
        assert any("failed" in each for each in document.adjustments) == (expected is None)
    assert len(steps) > 3  # else these letters show nothing


@pytest.mark.parametrize(("lines", "most"), [(9, 1), (28, 3), (34, 3), (160, 1)])
def test_few_styles_are_tried(layout: Layout, lines: int, most: int) -> None:
    office = layout.samples.office()
    letter = a_letter(layout, lines, Family.KORESPONDENSI)
    tried: list[Style] = []

    def section(style: Style) -> Section:
        tried.append(style)
        return compose(letter, office, style=style).sections[0]

    fit = fitted(builtin_style("umum"), section)
    assert isinstance(fit, Fit)
    assert len(tried) <= most


def test_the_pages_that_were_tried_are_those_that_are_set(layout: Layout) -> None:
    letter = dataclasses.replace(a_letter(layout, 34, Family.KORESPONDENSI), fit_one_page=True)
    office = layout.samples.office()
    first, second = compose(letter, office), compose(letter, office)
    assert typeset(first).pages == typeset(dataclasses.replace(second)).pages
    assert typeset(first).pages == typeset(first).pages


def test_what_was_fitted_before_changes_nothing(layout: Layout) -> None:
    office = layout.samples.office()
    letters = [
        dataclasses.replace(a_letter(layout, lines, family), fit_one_page=True)
        for lines in (20, 28, 29, 30, 34)
        for family in (Family.KORESPONDENSI, Family.JUDUL)
    ]
    once = [compose(letter, office) for letter in letters]
    for letter, document in zip(letters, once, strict=True):
        for other in letters:
            compose(other, office)
            assert compose(letter, office) == document


def test_a_letter_like_the_last_is_tried_once(layout: Layout) -> None:
    office, style = layout.samples.office(), builtin_style("umum")
    tried: list[Style] = []

    def section(style: Style) -> Section:
        tried.append(style)
        return compose(a_letter(layout, 28, Family.KORESPONDENSI), office, style=style).sections[0]

    first = fitted(style, section, length=1000)
    tried.clear()
    assert fitted(style, section, length=1001) == first
    assert tried == [first.style]

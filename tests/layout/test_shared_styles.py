"""The styles of paragraphs: the same measures are the same object."""

from __future__ import annotations

import dataclasses

from kopsurat.layout.measures import pt
from kopsurat.layout.model import Align, ParagraphStyle, Tab
from kopsurat.layout.shared_styles import paragraph_style, restyled


def _made(**changes: int) -> ParagraphStyle:
    return paragraph_style(pitch=pt(14), align=Align.JUSTIFY, tabs=(Tab(position=pt(90)),), **changes)


class TestTheSameMeasuresAreTheSameStyle:
    def test_made_twice_it_is_one(self) -> None:
        assert _made(after=pt(6)) is _made(after=pt(6))
        assert _made(after=pt(6)) == ParagraphStyle(
            pitch=pt(14), align=Align.JUSTIFY, tabs=(Tab(position=pt(90)),), after=pt(6)
        )

    def test_other_measures_are_another(self) -> None:
        assert _made(after=pt(6)) != _made(after=pt(7))

    def test_changed_twice_it_is_one_and_the_first_stays_as_it_is(self) -> None:
        style = _made()
        changed = restyled(style, after=pt(6), keep_next=True)
        assert changed is restyled(style, after=pt(6), keep_next=True)
        assert changed == dataclasses.replace(style, after=pt(6), keep_next=True)
        assert style == _made()

"""The printed size of a code: docs/reference/seal.md, "Size on paper"."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopsurat.errors import RenderError
from kopsurat.messages import explain
from kopsurat.qr import FLOOR, encode, plan

PREFIX = "https://sukamaju.desa.id/v#"


def a_link(digits: int) -> str:
    return PREFIX + "7" * digits


class TestTheRule:
    """Take the higher of Q and M with 0.57 x modules <= max, rounded up, not under 30 mm; else 40 mm M."""

    def test_a_short_letter_has_level_q_in_35_mm(self) -> None:
        chosen = plan(a_link(330))
        assert (chosen.level, chosen.matrix.version, chosen.size) == ("Q", 11, 35)

    def test_the_usual_letter_has_level_m_in_35_mm(self) -> None:
        chosen = plan(a_link(506))
        assert (chosen.level, chosen.matrix.version, chosen.size) == ("M", 11, 35)

    def test_the_usual_letter_has_level_q_where_40_mm_are_free(self) -> None:
        chosen = plan(a_link(506), max_size=40)
        assert (chosen.level, chosen.matrix.version, chosen.size) == ("Q", 13, 40)

    def test_a_long_letter_has_40_mm_although_35_were_asked(self) -> None:
        chosen = plan(a_link(985))
        assert (chosen.level, chosen.matrix.version, chosen.size) == ("M", 16, 40)
        assert chosen.module >= FLOOR

    def test_a_code_that_could_be_tiny_is_30_mm(self) -> None:
        assert plan("https://sukamaju.desa.id/v/7K3M").size == 30

    def test_a_short_link_may_be_smaller_when_asked(self) -> None:
        chosen = plan("https://sukamaju.desa.id/v/7K3M-9QX2-TB4A-0", min_size=25)
        assert chosen.size == 25
        assert chosen.level == "Q"

    def test_a_code_under_the_floor_is_refused_and_says_how_much_is_too_long(self) -> None:
        fits = max(n for n in range(900, 1200) if _fits(n))
        with pytest.raises(RenderError) as caught:
            plan(a_link(fits + 12))
        assert caught.value.code == "qr-too-dense"
        assert 0.4 < caught.value.evidence["module"] < FLOOR
        assert 9 <= caught.value.evidence["excess"] <= 14
        assert str(caught.value.evidence["excess"]) in explain(caught.value)

    def test_a_text_beyond_every_version_is_refused_too(self) -> None:
        with pytest.raises(RenderError, match="qr-too-dense"):
            plan(a_link(9000))


def _fits(digits: int) -> bool:
    try:
        plan(a_link(digits))
    except RenderError:
        return False
    return True


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 1000), st.sampled_from([35, 40]))
def test_every_plan_is_readable_and_level_q_or_m(digits: int, max_size: int) -> None:
    try:
        chosen = plan(a_link(digits), max_size=max_size)
    except RenderError:
        return
    assert chosen.level in ("Q", "M")
    assert chosen.module >= FLOOR
    assert 30 <= chosen.size <= 40
    assert chosen.outer_size == pytest.approx(chosen.size * (chosen.matrix.size + 8) / chosen.matrix.size)
    assert chosen.matrix == encode(a_link(digits), level=chosen.level)

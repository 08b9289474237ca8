"""Values whose ``__init__`` is made by :func:`kopsurat.values.slot_init` are dataclasses like any other."""

from __future__ import annotations

import dataclasses
import inspect
import pickle

import pytest

from kopsurat.layout.model import Run, TextStyle
from kopsurat.values import remembered_by_identity, slot_init


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    name: str
    sizes: tuple[int, ...] = ()


@slot_init
@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Quick:
    name: str
    sizes: tuple[int, ...] = ()


class TestQuickValues:
    def test_they_take_what_plain_ones_take(self) -> None:
        assert inspect.signature(Quick) == inspect.signature(Plain)
        assert dataclasses.asdict(Quick(name="a", sizes=(1,))) == dataclasses.asdict(
            Plain(name="a", sizes=(1,))
        )
        assert Quick(name="a").sizes == ()

    def test_they_refuse_what_plain_ones_refuse(self) -> None:
        for arguments in ({}, {"name": "a", "weight": 1}):
            with pytest.raises(TypeError):
                Quick(**arguments)
        with pytest.raises(TypeError):
            Quick("a")  # type: ignore[misc] - the mistake that is tested

    def test_they_stay_frozen_and_equal_by_value(self) -> None:
        value = Quick(name="a")
        with pytest.raises(dataclasses.FrozenInstanceError):
            value.name = "b"  # type: ignore[misc] - the mistake that is tested
        assert value == Quick(name="a")
        assert hash(value) == hash(Quick(name="a"))
        assert value != Quick(name="b")

    def test_they_can_be_replaced_and_pickled(self) -> None:
        run = Run(text="a", style=TextStyle(family="Arial", size=24))
        assert dataclasses.replace(run, text="b").text == "b"
        assert pickle.loads(pickle.dumps(run)) == run  # noqa: S301 - our own bytes


class TestRememberingByIdentity:
    def test_the_same_object_is_answered_once_an_equal_one_anew(self) -> None:
        asked: list[tuple[str, ...]] = []

        @remembered_by_identity(4)
        def joined(words: tuple[str, ...], between: str) -> str:
            asked.append(words)
            return between.join(words)

        words, equal = ("a", "b"), tuple("ab")
        assert [joined(words, "-"), joined(words, "-"), joined(words, "+"), joined(equal, "-")] == [
            "a-b",
            "a-b",
            "a+b",
            "a-b",
        ]
        assert [each is words for each in asked] == [True, True, False]

    def test_an_object_at_the_address_of_an_earlier_one_is_not_taken_for_it(self) -> None:
        @remembered_by_identity(2)
        def first(values: list[int]) -> int:
            return values[0]

        assert [first([number]) for number in range(1000)] == list(range(1000))

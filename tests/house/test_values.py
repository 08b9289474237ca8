"""Values made by :func:`kopsurat.values.value_class` are dataclasses like any other."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle

import pytest

from kopsurat.contacts import parse_phone
from kopsurat.errors import InvalidInput
from kopsurat.fields import FieldCheck
from kopsurat.layout.model import Run, TextStyle
from kopsurat.values import HashKept, positional_value_class, remembered_by_identity, value_class


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    name: str
    sizes: tuple[int, ...] = ()


@value_class
class Quick:
    name: str
    sizes: tuple[int, ...] = ()


@value_class
class Empty:
    pass


@value_class
class Alone:
    names: tuple[str, ...]


class Counted:
    """Counts how often it is hashed."""

    hashed = 0

    def __hash__(self) -> int:
        self.hashed += 1
        return 7


@value_class
class Kept(HashKept):
    inner: object


@positional_value_class
class Point:
    x: int
    y: int = 0


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
        assert value != Plain(name="a")
        with pytest.raises(dataclasses.FrozenInstanceError):
            del value.name
        assert not hasattr(value, "__dict__")

    def test_a_kept_hash_is_worked_out_once_and_does_not_travel(self) -> None:
        inner = Counted()
        value = Kept(inner=inner)
        assert hash(value) == hash(value) == hash(Kept(inner=Counted()))
        assert inner.hashed == 1
        again = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes
        assert not hasattr(again, "kept_hash")
        assert dataclasses.replace(value, inner="b") == Kept(inner="b")
        assert hash(dataclasses.replace(value, inner="b")) == hash(Kept(inner="b"))
        with pytest.raises(dataclasses.FrozenInstanceError):
            value.kept_hash = 1  # type: ignore[misc] - the mistake that is tested

    def test_they_show_their_fields_as_plain_ones_do(self) -> None:
        assert repr(Quick(name="a")).replace("Quick", "Plain") == repr(Plain(name="a"))
        assert repr(Empty()) == "Empty()"

    def test_a_property_of_a_plain_one_cannot_be_assigned_either(self) -> None:
        phone = parse_phone("0274 555123")
        for name in ("printed", "digits", "nothing"):
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(phone, name, "x")
            with pytest.raises(dataclasses.FrozenInstanceError):
                delattr(phone, name)
        assert dataclasses.replace(phone, extension="1").printed == "(0274) 555123 ext. 1"

    def test_methods_of_their_own_stay(self) -> None:
        @value_class
        class Folded:
            name: str

            def __eq__(self, other: object) -> bool:
                return isinstance(other, Folded) and self.name.casefold() == other.name.casefold()

            def __hash__(self) -> int:
                return hash(self.name.casefold())

        assert Folded(name="A") == Folded(name="a")
        assert hash(Folded(name="A")) == hash(Folded(name="a"))

    def test_one_can_be_made_of_another(self) -> None:
        @value_class
        class Longer(Quick):
            weight: int = 1

        assert repr(Longer(name="a")).endswith("Longer(name='a', sizes=(), weight=1)")
        assert Longer(name="a") == Longer(name="a", weight=1)
        assert Longer(name="a") != Quick(name="a")

    @pytest.mark.parametrize(
        "field",
        [dataclasses.field(default_factory=list), dataclasses.field(default=1, compare=False)],
        ids=["a factory", "not compared"],
    )
    def test_what_they_cannot_do_is_refused(self, field: object) -> None:
        with pytest.raises(TypeError, match="asks for more"):
            value_class(type("Asking", (), {"__annotations__": {"x": object}, "x": field}))

    def test_others_may_make_frozen_dataclasses_of_them(self) -> None:
        @dataclasses.dataclass(frozen=True, kw_only=True)
        class Dated(Quick):
            year: int

        dated = Dated(name="a", year=2026)
        assert (dated.name, dated.sizes, dated.year) == ("a", (), 2026)
        assert dated == dataclasses.replace(dated, sizes=()) != dataclasses.replace(dated, name="b")
        with pytest.raises(dataclasses.FrozenInstanceError):
            dated.year = 2027  # type: ignore[misc]
        with pytest.raises(dataclasses.FrozenInstanceError):
            dated.name = "b"  # type: ignore[misc]

    def test_a_hook_after_the_making_is_refused(self) -> None:
        with pytest.raises(TypeError, match="asks for more"):

            @value_class
            class Hooked:
                name: str

                def __post_init__(self) -> None:
                    raise AssertionError("never called")

    def test_one_without_fields_is_equal_to_any_other(self) -> None:
        assert Empty() == Empty()
        assert hash(Empty()) == hash(Empty())

    def test_fields_may_be_given_by_position_where_that_is_said(self) -> None:
        assert Point(1, 2) == Point(x=1, y=2)
        assert Point(1).y == 0
        with pytest.raises(TypeError):
            Point(1, 2, 3)  # type: ignore[call-arg] - the mistake that is tested

    def test_they_can_be_replaced_and_pickled(self) -> None:
        run = Run(text="a", style=TextStyle(family="Arial", size=24))
        assert dataclasses.replace(run, text="b").text == "b"
        assert dataclasses.replace(Point(1), y=5) == Point(1, 5)
        for value in (run, Quick(name="a", sizes=(1,)), Empty(), Point(1, 2)):
            assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes
            assert copy.deepcopy(value) == value


class TestCheckingFields:
    def test_a_value_of_a_single_field_is_checked_like_any(self) -> None:
        check = FieldCheck(Alone, ())
        check(Alone(names=("a",)))
        with pytest.raises(InvalidInput) as caught:
            check(Alone(names=("a", 1)), "alone")  # type: ignore[arg-type] - the mistake that is tested
        assert (caught.value.code, caught.value.path) == ("not-a-text", "alone.names[1]")


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

    def test_further_arguments_are_given_by_position(self) -> None:
        @remembered_by_identity(4)
        def joined(words: tuple[str, ...], between: str) -> str:
            return between.join(words)

        with pytest.raises(TypeError):
            joined(("a", "b"), between="-")  # type: ignore[call-arg] - the mistake that is tested

    def test_no_more_answers_are_kept_than_asked_for(self) -> None:
        made: list[int] = []

        @remembered_by_identity(2)
        def counted(words: tuple[str, ...], number: int) -> int:
            made.append(number)
            return number

        words = ("a", "b")
        assert [counted(words, number) for number in (1, 2, 1, 3, 1)] == [1, 2, 1, 3, 1]
        assert made == [1, 2, 3, 1]

    def test_an_object_at_the_address_of_an_earlier_one_is_not_taken_for_it(self) -> None:
        @remembered_by_identity(2)
        def first(values: list[int]) -> int:
            return values[0]

        assert [first([number]) for number in range(1000)] == list(range(1000))

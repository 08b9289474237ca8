"""Frozen values that are made by the thousand, and what is remembered of those that come again."""

from __future__ import annotations

import dataclasses
import functools
import operator
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, TypeVarTuple, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "HashKept",
    "contents_reader",
    "positional_value_class",
    "remembered_by_identity",
    "unchangeable",
    "value_class",
]

T = TypeVar("T")
R = TypeVar("R")
Ts = TypeVarTuple("Ts")


class HashKept:
    """A base for values that are looked up far more often than made: their hash is worked out once."""

    __slots__ = ("kept_hash",)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(dataclasses.field,))
def value_class(cls: type[T]) -> type[T]:
    """Make ``cls`` a frozen, slotted, keyword-only dataclass in a quarter of the time of :mod:`dataclasses`.

    That compiles six methods for every class; here one is compiled, ``__init__``, which fills the slots
    directly instead of through ``object.__setattr__``, three times as fast. Fields have a default or
    none, the class no ``__post_init__``: anything else is a :class:`TypeError`. Subclasses may be made by
    this function as well as by ``dataclass(frozen=True)``.
    """
    return _completed(_slotted(cls, kw_only=True))


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def positional_value_class(cls: type[T]) -> type[T]:
    """Make ``cls`` such a dataclass as :func:`value_class`, its fields given by position or by keyword."""
    return _completed(_slotted(cls, kw_only=False))


def _slotted(cls: type[T], *, kw_only: bool) -> type[T]:
    """Return ``cls`` as a dataclass without the methods of :func:`_completed`; a frozen base asks for two."""
    is_derived = any(dataclasses.is_dataclass(base) for base in cls.__bases__)
    make = dataclasses.dataclass(
        init=False, repr=False, eq=False, slots=True, kw_only=kw_only, frozen=is_derived
    )
    return make(cls)


def _completed(cls: type[T]) -> type[T]:
    fields = dataclasses.fields(cls)  # type: ignore[arg-type]
    if hasattr(cls, "__post_init__") or not all(map(_is_plain, fields)):
        raise TypeError(f"{cls.__qualname__} asks for more than a quick value can do: make it a dataclass")
    names = tuple(field.name for field in fields)
    setters = [getattr(cls, name).__set__ for name in names]
    contents = contents_reader(names)

    def is_equal(self: T, other: object) -> bool:
        return contents(self) == contents(other) if other.__class__ is self.__class__ else NotImplemented

    def state_of(self: T) -> tuple[Any, ...]:
        return contents(self)

    def take_state(self: T, state: tuple[Any, ...]) -> None:
        for fill, content in zip(setters, state, strict=True):
            fill(self, content)

    methods: dict[str, Callable[..., Any]] = {
        "__init__": _init(cls, fields, setters),
        "__eq__": is_equal,
        "__hash__": _kept_hash(contents) if issubclass(cls, HashKept) else lambda self: hash(contents(self)),
        "__repr__": _shown,
        "__setattr__": _refuse_setting,
        "__delattr__": _refuse_deleting,
        "__getstate__": state_of,
        "__setstate__": take_state,
    }
    own = vars(cls)
    for name, method in methods.items():
        if own.get(name) is None:
            setattr(cls, name, method)
    cls.__dataclass_params__.frozen = True  # type: ignore[attr-defined] # what subclasses ask for
    return cls


def _is_plain(field: dataclasses.Field[Any]) -> bool:
    has_factory = field.default_factory is not dataclasses.MISSING
    return field.init and field.repr and field.compare and field.hash is None and not has_factory


def _init(cls: type, fields: tuple[dataclasses.Field[Any], ...], setters: list[Any]) -> Callable[..., None]:
    names: dict[str, Any] = {}
    parameters, statements = ["self"], ["pass"]
    for field, setter in zip(fields, setters, strict=True):
        names[f"set_{field.name}"] = setter
        has_default = field.default is not dataclasses.MISSING
        if has_default:
            names[f"default_{field.name}"] = field.default
        if field.kw_only and "*" not in parameters:
            parameters.append("*")
        parameters.append(f"{field.name}=default_{field.name}" if has_default else field.name)
        statements.append(f"set_{field.name}(self, {field.name})")
    source = f"def __init__({', '.join(parameters)}):\n  " + "; ".join(statements)
    exec(source, names)  # noqa: S102 - as dataclasses does: the names are those of our own fields
    made: Callable[..., None] = names["__init__"]
    made.__qualname__, made.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    made.__annotations__ = {**{field.name: field.type for field in fields}, "return": None}
    return made


def contents_reader(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Return a function that gives the contents of these fields as a tuple, however few they are."""
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda each: tuple([getattr(each, name) for name in names])


def _kept_hash(contents: Callable[[Any], tuple[Any, ...]]) -> Callable[[Any], int]:
    keep = HashKept.kept_hash.__set__  # type: ignore[attr-defined] # a slot

    def hash_of(self: Any) -> int:  # noqa: ANN401 - any value
        try:
            return self.kept_hash  # type: ignore[no-any-return]
        except AttributeError:
            made = hash(contents(self))
            keep(self, made)
            return made

    return hash_of


def unchangeable(cls: type[T]) -> type[T]:
    """Let a frozen, slotted dataclass refuse every assignment with :class:`dataclasses.FrozenInstanceError`.

    Python 3.11 answers for names that are no fields of it, such as properties, with a :class:`TypeError`
    about ``super``.
    """
    for name, method in {"__setattr__": _refuse_setting, "__delattr__": _refuse_deleting}.items():
        setattr(cls, name, method)
    return cls


def _shown(self: Any) -> str:  # noqa: ANN401 - any value
    contents = [f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self)]
    return f"{type(self).__qualname__}({', '.join(contents)})"


def _refuse_setting(self: object, name: str, value: object) -> NoReturn:  # noqa: ARG001 - as Python calls it
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(self: object, name: str) -> NoReturn:  # noqa: ARG001 - as Python calls it
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def remembered_by_identity(
    most: int,
) -> Callable[[Callable[[T, *Ts], R]], Callable[[T, *Ts], R]]:
    """Remember what a function of an immutable value gave, that value told apart by its identity.

    For values that are costly to hash and come again as the same object. Further arguments must be
    hashable; all are given by position. After ``most`` answers the memory starts anew. Safe among threads:
    at worst something is made twice.
    """

    def decorate(function: Callable[[T, *Ts], R]) -> Callable[[T, *Ts], R]:
        kept: dict[tuple[Any, ...], tuple[T, R]] = {}

        @functools.wraps(function)
        def remembering(value: T, /, *more: *Ts) -> R:
            key = (id(value), *more)
            found = kept.get(key)
            if found is not None and found[0] is value:
                return found[1]
            made = function(value, *more)
            if len(kept) >= most:
                kept.clear()
            kept[key] = (value, made)
            return made

        return remembering

    return decorate

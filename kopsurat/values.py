"""Frozen values that are made by the thousand, and what is remembered of those that come again."""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["remembered_by_identity", "slot_init"]

T = TypeVar("T")
R = TypeVar("R")
P = ParamSpec("P")


def slot_init(cls: type[T]) -> type[T]:
    """Return a frozen, slotted, keyword-only dataclass with an ``__init__`` that fills its slots directly.

    The ``__init__`` that :mod:`dataclasses` makes for frozen classes goes through ``object.__setattr__``
    for every field, which takes three times as long; nothing else about the class changes. Fields must
    have no ``default_factory``, the class no ``__post_init__``.
    """
    names: dict[str, Any] = {}
    parameters, statements = [], []
    for field in dataclasses.fields(cls):  # type: ignore[arg-type]
        names[f"set_{field.name}"] = getattr(cls, field.name).__set__
        has_default = field.default is not dataclasses.MISSING
        if has_default:
            names[f"default_{field.name}"] = field.default
        parameters.append(f"{field.name}=default_{field.name}" if has_default else field.name)
        statements.append(f"set_{field.name}(self, {field.name})")
    source = f"def __init__(self, *, {', '.join(parameters)}):\n  " + "; ".join(statements)
    exec(source, names)  # noqa: S102 - as dataclasses does: the names are those of our own fields
    made = names["__init__"]
    made.__qualname__, made.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    made.__annotations__, made.__doc__ = cls.__init__.__annotations__, cls.__init__.__doc__
    cls.__init__ = made  # type: ignore[method-assign]
    return cls


def remembered_by_identity(
    most: int,
) -> Callable[[Callable[Concatenate[T, P], R]], Callable[Concatenate[T, P], R]]:
    """Remember what a function of an immutable value gave, that value told apart by its identity.

    For values that are costly to hash and come again as the same object. Further arguments must be
    hashable and given by position. After ``most`` answers the memory starts anew. Safe among threads:
    at worst something is made twice.
    """

    def decorate(function: Callable[Concatenate[T, P], R]) -> Callable[Concatenate[T, P], R]:
        kept: dict[tuple[Any, ...], tuple[T, R]] = {}

        @functools.wraps(function)
        def remembering(value: T, /, *more: P.args, **named: P.kwargs) -> R:
            key = (id(value), *more)
            found = kept.get(key)
            if found is not None and found[0] is value:
                return found[1]
            made = function(value, *more, **named)
            if len(kept) >= most:
                kept.clear()
            kept[key] = (value, made)
            return made

        return remembering

    return decorate

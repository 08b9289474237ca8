"""Frozen values that are made by the thousand."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

__all__ = ["slot_init"]

T = TypeVar("T")


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

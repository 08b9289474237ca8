"""Check the fields of a dataclass against their annotations: values that a caller put together.

Only classes are compared, of a tuple also those of its items: a shallow check that letters can afford.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import types
import typing
from typing import Any, NamedTuple

from kopsurat.arguments import refusal
from kopsurat.values import contents_reader

if typing.TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

__all__ = ["FieldCheck"]


class _Field(NamedTuple):
    """The classes that a field takes, and those of its items where it is a tuple.

    ``exact`` and ``exact_items`` are the same as sets: to look a class up there is quicker than
    :func:`isinstance`, which only subclasses need.
    """

    name: str
    kinds: tuple[type, ...]
    exact: frozenset[type]
    items: tuple[type, ...] = ()
    exact_items: frozenset[type] = frozenset()


class FieldCheck:
    """Refuses a value of ``kind`` with a field of a wrong class; the path is that of the field.

    ``names`` are the classes that its annotations name and ``aliases`` the other types, for its module may
    import them for the type checker only; ``inner`` are the checks of values inside it.
    """

    def __init__(self, kind: type, names: Collection[type], *inner: FieldCheck, **aliases: object) -> None:
        self.kind = kind
        self._names = {each.__name__: each for each in names} | aliases
        self._inner = {each.kind: each for each in inner}

    @functools.cached_property
    def _fields(self) -> Sequence[_Field]:
        hints = typing.get_type_hints(self.kind, localns={**self._names, "dt": dt})
        return [_field(each.name, hints[each.name]) for each in dataclasses.fields(self.kind)]

    @functools.cached_property
    def _contents(self) -> Callable[[Any], tuple[object, ...]]:
        return contents_reader(tuple(field.name for field in self._fields))

    def __call__(self, given: object, path: str = "") -> None:
        """Raise :class:`~kopsurat.errors.InvalidInput` ``wrong-type`` or ``not-a-text`` for the first."""
        for field, value in zip(self._fields, self._contents(given), strict=True):
            if type(value) not in field.exact and not _fits(value, field.kinds):
                raise refusal(value, field.kinds, _joined(path, field.name))
            if field.items and value:
                self._check_items(field, typing.cast("tuple[object, ...]", value), _joined(path, field.name))
            elif check := self._inner.get(type(value)):
                check(value, _joined(path, field.name))

    def _check_items(self, field: _Field, values: tuple[object, ...], path: str) -> None:
        for index, each in enumerate(values):
            if type(each) not in field.exact_items and not isinstance(each, field.items):
                raise refusal(each, field.items, f"{path}[{index}]")
            if check := self._inner.get(type(each)):
                check(each, f"{path}[{index}]")


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _fits(value: object, kinds: tuple[type, ...]) -> bool:
    """Return whether a value is one of ``kinds``; a moment is no day."""
    return isinstance(value, kinds) and (type(value) is not dt.datetime or dt.datetime in kinds)


def _field(name: str, hint: Any) -> _Field:  # noqa: ANN401 - an annotation
    if typing.get_origin(hint) is tuple:
        parts = [part for part in typing.get_args(hint) if part is not ...]
        items = tuple(kind for part in parts for kind in _classes(part))
        return _Field(name, (tuple,), frozenset((tuple,)), items, frozenset(items))
    kinds = _classes(hint)
    return _Field(name, kinds, frozenset(kinds))


def _classes(hint: Any) -> tuple[type, ...]:  # noqa: ANN401 - an annotation
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return tuple(each for part in typing.get_args(hint) for each in _classes(part))
    if origin is typing.Literal:
        return (str,)
    if hint is Any:
        return (object,)
    if hint is float:
        return (int, float)
    return (origin or hint,)

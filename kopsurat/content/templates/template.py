"""A letter type, and what comes of it when its fields are filled in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kopsurat.content.templates.fields import Field, Value, check_fields
from kopsurat.content.templates.rendering import Pattern, Slots, restore
from kopsurat.content.templates.words import printed
from kopsurat.values import value_class

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from kopsurat.content.blocks import Block
    from kopsurat.errors import InvalidLetter

__all__ = ["SUMMARY_LENGTH", "Filled", "Template", "Validity"]

SUMMARY_LENGTH = 48
"""Characters of the summary in a seal (the seal's format has no more room)."""


@value_class
class Validity:
    """For how long a letter of this type holds, from its date."""

    days: int = 0
    months: int = 0

    def end(self, start: dt.date) -> dt.date:
        """Return the last day; one month from 31 January is the last of February."""
        import calendar
        import datetime as dt

        year, month = divmod(start.year * 12 + start.month - 1 + self.months, 12)
        day = min(start.day, calendar.monthrange(year, month + 1)[1])
        return dt.date(year, month + 1, day) + dt.timedelta(days=self.days)


@value_class
class Filled:
    """A letter type with its fields filled in.

    ``meta`` has the keys and shapes of the front matter of surat.md (``perihal``, ``kepada``,
    ``penandatangan`` …) and holds what the type itself says; the front matter of a letter goes over it.
    ``data`` are the fields as texts in their order, a list's cells as ``name.1.column``; ``private`` names
    those that a redaction drops first.
    """

    code: str
    title: str
    family: str
    needs_subject: bool
    subject: str | None
    summary: str | None
    validity: Validity | None
    meta: Mapping[str, Any]
    body: tuple[Block, ...]
    appendices: tuple[Any, ...] = ()
    data: tuple[tuple[str, str], ...] = ()
    private: frozenset[str] = frozenset()

    def signers(self, given: object = None) -> list[Any]:
        """Return ``penandatangan`` as a letter's front matter changes it.

        A text or a table takes the place of the first signer named by ``oleh``, whose heading it keeps; a
        list replaces all.
        """
        own = [dict(signer) for signer in self.meta.get("penandatangan", ())]
        if given is None:
            return own
        if isinstance(given, list | tuple):
            return list(given)
        replacement = (
            {"oleh": given} if isinstance(given, str) else dict(given) if isinstance(given, dict) else given
        )
        for index, signer in enumerate(own):
            if "oleh" in signer and isinstance(replacement, dict):
                kept = {key: signer[key] for key in ("mengetahui", "meterai") if key in signer}
                own[index] = {**kept, **replacement}
                return own
        return [*own, replacement]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A type of letter: what must be filled in, and what is then printed.

    ``classification`` is the code of Permendagri 83/2022 and ``old_classification`` the one used before; both
    are data that an office may change. ``basis`` names the rule that the form follows, if one fixes it.
    ``place_words``, ``form_code`` and ``arrangement`` are those of :class:`kopsurat.letter.LetterKind`.
    """

    code: str
    title: str
    family: str
    description: str = ""
    basis: str = ""
    classification: str | None = None
    old_classification: str | None = None
    needs_subject: bool = False
    has_nomor: bool = True
    """Whether the office gives letters of this type a number; without, a number may be given but need not."""
    validity: Validity | None = None
    place_words: str | None = None
    form_code: str | None = None
    arrangement: str = ""
    fields: tuple[Field, ...] = ()
    meta: Mapping[str, Any] = field(default_factory=dict)
    """Front matter with patterns in place of texts."""
    subject: Pattern | None = None
    summary: Pattern | None = None
    body: Pattern = field(default_factory=lambda: Pattern(""))
    sample: Mapping[str, Any] = field(default_factory=dict)
    """Front matter of the example letter."""
    path: str = ""

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema (2020-12) of the values that :meth:`fill` takes."""
        from kopsurat.content.templates.schema import schema_of

        return schema_of(self)

    def example(self) -> dict[str, Any]:
        """Return example values for all fields, as JSON would hold them. They are invented."""
        from kopsurat.content.templates.examples import example_values

        return example_values(self)

    def example_letter(self) -> str:
        """Return a complete surat.md of this type, filled with the example values."""
        from kopsurat.content.templates.examples import example_letter

        return example_letter(self)

    def fill(self, values: Mapping[str, Any], *, office: Mapping[str, str] | None = None) -> Filled:
        """Return the letter's content with ``values`` filled in.

        Texts stay as given and are never read as markup or template. ``office`` are the names of
        :func:`kopsurat.content.templates.office_words`; without them the text speaks of the village without
        its name. Raises one :class:`ExceptionGroup` of :class:`InvalidLetter` with every fault, paths
        ``isian.NAME``.
        """
        from kopsurat.content.templates.office_names import names_in_text

        checked = self.check(values)
        context = {**checked, "kantor": names_in_text(office or {})}
        body, appendices = self._content(context)
        return Filled(
            code=self.code,
            title=self.title,
            family=self.family,
            needs_subject=self.needs_subject,
            subject=_one_line(self.subject, context),
            summary=_shortened(_one_line(self.summary, context)),
            validity=self.validity,
            meta={key: _filled(value, context) for key, value in self.meta.items()},
            body=body,
            appendices=appendices,
            data=_as_texts(checked),
            private=frozenset(_private_names(self.fields, checked)),
        )

    def check(self, values: Mapping[str, Any]) -> dict[str, Value]:
        """Return the values as the types of their fields.

        Raises one :class:`ExceptionGroup` of :class:`InvalidLetter` with every fault, paths ``isian.NAME``.
        """
        faults: list[InvalidLetter] = []
        checked = check_fields(self.fields, dict(values), "isian.", faults)
        if faults:
            raise ExceptionGroup("faults in the fields of the letter", faults)
        return checked

    def _content(self, context: Mapping[str, Any]) -> tuple[tuple[Block, ...], tuple[Any, ...]]:
        from kopsurat.content.templates.body import parse_body

        slots = Slots()
        text = self.body.fill(context, slots)
        body, appendices = parse_body(text)
        return restore(body, slots), restore(appendices, slots)


def _private_names(fields: tuple[Field, ...], checked: Mapping[str, Value]) -> Iterator[str]:
    """Yield the names in ``data`` that are private, those of a list's cells included."""
    for spec in fields:
        if spec.is_private:
            yield spec.name
        count = len(value) if isinstance(value := checked[spec.name], tuple) else 0
        for column in spec.columns:
            if spec.is_private or column.is_private:
                yield from (f"{spec.name}.{number}.{column.name}" for number in range(1, count + 1))


def _one_line(pattern: Pattern | None, context: Mapping[str, Any]) -> str | None:
    return (" ".join(pattern.text(context).split()) or None) if pattern else None


def _shortened(text: str | None) -> str | None:
    if text is None or len(text) <= SUMMARY_LENGTH:
        return text
    head = text[: SUMMARY_LENGTH - 1].rpartition(" ")[0] or text[: SUMMARY_LENGTH - 1]
    return head.rstrip(" ,;:") + "…"


def _filled(value: Any, context: Mapping[str, Any]) -> Any:  # noqa: ANN401 - TOML
    match value:
        case Pattern():
            return _one_line(value, context) or ""
        case list() | tuple():
            return [each for each in (_filled(each, context) for each in value) if each != ""]
        case dict():
            return {key: _filled(each, context) for key, each in value.items()}
        case _:
            return value


def _as_texts(checked: Mapping[str, Value]) -> tuple[tuple[str, str], ...]:
    texts: list[tuple[str, str]] = []
    for name, value in checked.items():
        if isinstance(value, tuple):
            texts.extend(
                (f"{name}.{number}.{column}", _as_text(cell))
                for number, row in enumerate(value, 1)
                for column, cell in row.items()
                if cell != ""
            )
        elif value != "":
            texts.append((name, _as_text(value)))
    return tuple(texts)


def _as_text(value: object) -> str:
    return str(value) if type(value) is not int and not isinstance(value, bool | int) else _plain(value)


def _plain(value: object) -> str:
    return printed(value) if isinstance(value, bool) else str(int(value))  # type: ignore[call-overload]

"""A letter from a mapping of the shape of surat.md: its front matter, with the text under ``teks``."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from kopsurat.arguments import PATH, expect, expect_each
from kopsurat.content.markup import LetterMarkup, parse_letter_markup
from kopsurat.content.templates import find, office_words
from kopsurat.content.templates.template import SUMMARY_LENGTH
from kopsurat.errors import InvalidInput, InvalidLetter, KopsuratError
from kopsurat.letter import Appendix, Arrangement, Family, Letter, LetterKind, Sifat
from kopsurat.letter.signing_keys import read_signature
from kopsurat.letterhead import LetterheadVariant
from kopsurat.office import Office
from kopsurat.shapes import (
    Key,
    choice,
    closest,
    faults_of,
    one_or_many,
    place,
    read_date,
    read_flag,
    read_table,
    read_text,
    recast,
)
from kopsurat.values import remembered_by_identity

if TYPE_CHECKING:
    import datetime as dt
    import os

    from kopsurat.content.templates import Filled, Template

__all__ = ["LETTER_KEYS", "letter_from_mapping"]

_SIFAT: Final = {sifat.value.casefold(): sifat.value for sifat in Sifat}
_UNSIGNED: Final = frozenset({Family.TABEL})
"""Families whose letters may stand without a signature: registers and attendance lists."""


def letter_from_mapping(
    mapping: Mapping[str, Any],
    *,
    office: Office | None = None,
    folders: Iterable[str | os.PathLike[str]] = (),
    first_line: int = 1,
) -> Letter:
    """Return the letter that ``mapping`` describes.

    ``office`` gives the names that letter types print, ``folders`` hold letter types of the office's own;
    ``first_line`` is the line of its file on which ``teks`` begins. Raises one :class:`ExceptionGroup` of
    :class:`InvalidLetter`, with a path for every fault.
    """
    if not isinstance(mapping, Mapping):
        raise ExceptionGroup("invalid letter", [InvalidLetter("not-a-table", value=mapping)])
    expect(office, Office | None, "office")
    reading = _Reading(mapping, office, expect_each(folders, PATH, "folders"), first_line)
    letter = reading.letter()
    if letter is None:
        raise ExceptionGroup("invalid letter", recast(reading.faults, InvalidLetter))
    return letter


class _Reading:
    """One reading of one mapping: every step notes its faults and goes on."""

    def __init__(
        self,
        mapping: Mapping[str, Any],
        office: Office | None,
        folders: tuple[str | os.PathLike[str], ...],
        first_line: int,
    ) -> None:
        self.mapping = mapping
        self.words = office_words(office) if office else {}
        self.folders = folders
        self.first_line = first_line
        self.faults: list[KopsuratError] = []

    def letter(self) -> Letter | None:
        """Return the letter, or None where there are faults."""
        template = self._template()
        text = self._text()
        filled = self._filled(template, has_text=text is not None) if template else None
        fields = self._fields(template, filled)
        markup = self._markup(text)
        if self.faults or template is None or fields is None:
            return None
        return _letter(template, filled, fields, markup)

    def _note(self, error: BaseException, name: str = "") -> None:
        self.faults += place(error, name) if name else faults_of(error)

    def _template(self) -> Template | None:
        raw = self.mapping.get("jenis")
        if raw is None or raw == "":
            self.faults.append(InvalidLetter("key-missing", path="jenis", key="jenis"))
            return None
        try:
            return find(read_text(raw), folders=self.folders)
        except InvalidInput as error:
            error.path = "jenis"
            self._note(error)
        except ExceptionGroup as group:
            self._note(group)
        return None

    def _text(self) -> str | None:
        text = self.mapping.get("teks")
        if text is not None and not isinstance(text, str):
            self.faults.append(InvalidLetter("not-a-text", path="teks", value=text))
            return None
        return text if text and text.strip() else None

    def _markup(self, text: str | None) -> LetterMarkup | None:
        if text is None:
            return None
        try:
            return parse_letter_markup(text, first_line=self.first_line)
        except ExceptionGroup as group:
            self._note(group, "teks")
        return None

    def _filled(self, template: Template, *, has_text: bool) -> Filled | None:
        """Fill the letter type in. With a text of its own and no ``isian`` a letter takes only its frame."""
        values = self.mapping.get("isian", {})
        if not isinstance(values, Mapping):
            self.faults.append(InvalidLetter("not-a-table", path="isian", value=values))
            return None
        is_frame = has_text and not any(field.name in values for field in template.fields)
        if is_frame:
            self.faults += [_unknown_field(str(name), template) for name in values]
        try:
            if is_frame:
                return _filled_frame(template, tuple(self.words.items()))
            return template.fill(values, office=self.words)
        except (InvalidInput, ExceptionGroup) as error:
            self._note(error)
        return None

    def _fields(self, template: Template | None, filled: Filled | None) -> dict[str, Any] | None:
        given = {key: content for key, content in self.mapping.items() if content not in (None, "")}
        for key in ("jenis", "isian", "teks"):
            given.pop(key, None)
        meta = dict(filled.meta) if filled else {}
        if "satu_halaman" in meta:
            meta["muat_satu_halaman"] = meta.pop("satu_halaman")
        merged = {**{key: content for key, content in meta.items() if content not in ("", [])}, **given}
        if filled and (signers := filled.signers(given.get("penandatangan"))):
            is_one = len(signers) == 1 and not isinstance(given.get("penandatangan", ()), (list, tuple))
            merged["penandatangan"] = signers[0] if is_one else signers
        try:
            fields = read_table(merged, _keys(given, template, is_filled=filled is not None))
        except ExceptionGroup as group:
            self._note(group)
            return None
        return fields


def _unknown_field(name: str, template: Template) -> InvalidLetter:
    meant = closest(name, (*(field.name for field in template.fields), *LETTER_KEYS))
    return InvalidLetter("field-unknown", path=f"isian.{name}", value=name, suggestion=meant)


@remembered_by_identity(64)
def _filled_frame(template: Template, words: tuple[tuple[str, str], ...]) -> Filled:
    """Return what those parts of a letter type make that print none of its fields."""
    from kopsurat.content.templates.rendering import Pattern

    def speaks_of_fields(value: object) -> bool:
        match value:
            case Pattern():
                return bool(value.names - {"kantor"})
            case dict():
                return any(map(speaks_of_fields, value.values()))
            case list() | tuple():
                return any(map(speaks_of_fields, value))
            case _:
                return False

    frame = dataclasses.replace(
        template,
        fields=(),
        meta={key: value for key, value in template.meta.items() if not speaks_of_fields(value)},
        subject=None,
        summary=None,
        body=Pattern(""),
    )
    return frame.fill({}, office=dict(words))


def _keys(given: Mapping[str, Any], template: Template | None, *, is_filled: bool) -> Mapping[str, Key]:
    """Return the table of keys with what this letter must have marked as required."""
    is_draft = given.get("draf") is True
    has_nomor = template is None or template.has_nomor
    must_be_signed = template is not None and is_filled and Family(template.family) not in _UNSIGNED
    return _required(nomor=has_nomor and not is_draft, signatures=must_be_signed)


@functools.cache
def _required(*, nomor: bool, signatures: bool) -> Mapping[str, Key]:
    return LETTER_KEYS | {
        "nomor": dataclasses.replace(LETTER_KEYS["nomor"], required=nomor),
        "penandatangan": dataclasses.replace(LETTER_KEYS["penandatangan"], required=signatures),
    }


def _letter(
    template: Template, filled: Filled | None, fields: dict[str, Any], markup: LetterMarkup | None
) -> Letter | None:
    if filled is None:
        return None
    title = fields.pop("title", None) or template.title
    body, appendices = (markup.body, markup.appendices) if markup else (filled.body, filled.appendices)
    own = {"subject": filled.subject, "summary": filled.summary, "expires": _end(template, fields["date"])}
    return Letter(
        kind=LetterKind(
            code=template.code,
            title=title,
            family=Family(template.family),
            needs_subject=template.needs_subject,
            place_words=template.place_words,
            form_code=template.form_code,
            arrangement=Arrangement(template.arrangement),
        ),
        body=body,
        appendices=tuple(
            Appendix(title=each.title, body=each.body, landscape=each.landscape) for each in appendices
        ),
        data=filled.data,
        private=filled.private,
        **({"nomor": ""} | {key: value for key, value in own.items() if value is not None} | fields),
    )


def _end(template: Template, date: dt.date) -> dt.date | None:
    return template.validity.end(date) if template.validity else None


# ---- readers of single keys


def _read_sifat(raw: object) -> str:
    """Return the class as it will be printed. A word near to a known one is taken for a slip of the pen."""
    word = read_text(raw)
    if word.casefold() not in _SIFAT and (meant := closest(word, _SIFAT)):
        raise InvalidInput(
            "choice-unknown", value=word, choices=", ".join(_SIFAT.values()), suggestion=_SIFAT[meant]
        )
    return word


def _read_summary(raw: object) -> str:
    text = read_text(raw)
    if len(text) > SUMMARY_LENGTH:
        raise InvalidInput("summary-too-long", value=text, length=len(text), most=SUMMARY_LENGTH)
    return text


def _read_variant(raw: object) -> str:
    variant: LetterheadVariant = choice(LetterheadVariant)(raw)
    return variant.value


LETTER_KEYS: Final[dict[str, Key]] = {
    "judul": Key("title", read_text),
    "nomor": Key("nomor", read_text),
    "sifat": Key("sifat", _read_sifat),
    "lampiran": Key("lampiran", read_text),
    "perihal": Key("perihal", read_text),
    "tanggal": Key("date", read_date, required=True),
    "tempat": Key("place", read_text),
    "kepada": Key("recipients", one_or_many(read_text)),
    "di": Key("recipient_place", read_text),
    "penandatangan": Key("signatures", one_or_many(read_signature)),
    "tembusan": Key("tembusan", one_or_many(read_text)),
    "subjek": Key("subject", read_text),
    "ringkas": Key("summary", _read_summary),
    "berlaku_sampai": Key("expires", read_date),
    "muat_satu_halaman": Key("fit_one_page", read_flag),
    "kop": Key("letterhead_variant", _read_variant),
    "draf": Key("is_draft", read_flag),
}
"""The keys of the front matter, besides ``jenis``, ``isian`` and (in a mapping) ``teks``."""

"""From the text of a template file to a :class:`Template`; every fault of the file at once."""

from __future__ import annotations

import dataclasses
import functools
import re
import tomllib
from typing import TYPE_CHECKING, Any

from kopsurat.content.templates.fields import Field, FieldType, check_value
from kopsurat.content.templates.rendering import Pattern
from kopsurat.content.templates.template import Template, Validity
from kopsurat.errors import InvalidLetter
from kopsurat.shapes import closest, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = ["Groups", "parse_template"]

FAMILIES = ("korespondensi", "judul", "produk hukum", "tabel")
ARRANGEMENTS = ("nota", "piagam", "mendatar")
TEXT_KEYS = (
    "kode judul keluarga uraian dasar klasifikasi klasifikasi_lama kata_tempat kode_formulir susunan".split()  # noqa: SIM905
)
META_KEYS = (
    "perihal sifat lampiran kepada di tembusan kop penandatangan muat_satu_halaman tempat".split()  # noqa: SIM905
)
"""Keys of surat.md that a type may set; each may be overridden by a letter."""
OTHER_KEYS = ("judul_cetak", "bernomor", "perlu_subjek", "subjek", "ringkas", "berlaku", "pakai")
TABLE_KEYS = ("isian", "contoh")
FIELD_KEYS = ("label", "tipe", "wajib", "contoh", "pilihan", "bantuan", "pribadi", "kolom")
RESERVED = frozenset(dir(dict)) | {"kantor", "loop"}
"""Words that would be taken for something else in an expression."""

KODE = re.compile(r"(?=.{1,200}\Z)[a-z][a-z0-9]*(-[a-z0-9]+)*")
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
KLASIFIKASI = re.compile(r"\d{3}(\.\d+)*")
HEAD = re.compile(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
USE = re.compile(r"([a-z][a-z0-9_]*)(?: sebagai ([a-z][a-z0-9_]*))?")
INCLUDE = re.compile(r'\{% include "([^"]*)" %\}')
OWN = re.compile(r"\b_\.(?=[a-z])")
PRIVATE_TYPES = frozenset({FieldType.NIK, FieldType.KK})
NEVER_SEALED = PRIVATE_TYPES | {FieldType.PHONE}


class Groups:
    """Fields that many letter types share, and the rows that print them, by group name."""

    __slots__ = ("_tables",)

    def __init__(self, tables: Mapping[str, Any]) -> None:
        self._tables = tables

    def fields(self, use: str) -> dict[str, dict[str, Any]]:
        """Return the field tables of ``"orang"`` or, prefixed, of ``"orang sebagai ayah"``."""
        group, prefix = self._found(use)
        if not prefix:
            return {name: dict(table) for name, table in group.get("isian", {}).items()}
        who = prefix.replace("_", " ")
        return {
            f"{prefix}_{name}": {**table, "label": f"{table['label']} {who}"}
            for name, table in group.get("isian", {}).items()
        }

    def rows(self, use: str) -> str:
        """Return the template text that prints the group."""
        group, prefix = self._found(use)
        return OWN.sub(f"{prefix}_" if prefix else "", group["baris"].strip("\n"))

    def _found(self, use: str) -> tuple[Mapping[str, Any], str]:
        found = USE.fullmatch(str(use))
        if not found or found[1] not in self._tables:
            meant = closest(str(use), self._tables)
            raise InvalidLetter("template-group-unknown", value=use, suggestion=meant)
        return self._tables[found[1]], found[2] or ""


def parse_template(text: str, groups: Groups, *, path: str = "") -> Template:
    """Return the letter type that the text of a file describes.

    Raises one :class:`ExceptionGroup` of :class:`InvalidLetter` with every fault of the file.
    """
    faults: list[InvalidLetter] = []
    head, body = _split(text, faults)
    fields = _fields(head, groups, faults)
    pattern = _attempt(lambda: Pattern(_with_groups(body, groups)), "isi", faults)
    template = _build(head, fields, pattern, faults)
    if template is not None and not faults:
        _check_names(template, faults)
    if faults or template is None:
        file = f"{path}: " if path else ""
        placed = [moved(fault, file + fault.path) for fault in faults]
        raise ExceptionGroup("faults in a template file", placed)
    return dataclasses.replace(template, path=path)


def _split(text: str, faults: list[InvalidLetter]) -> tuple[dict[str, Any], str]:
    found = HEAD.match(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    if not found:
        faults.append(InvalidLetter("template-front-matter", value="+++"))
        return {}, ""
    try:
        head = tomllib.loads(found[1])
    except tomllib.TOMLDecodeError as fault:
        faults.append(InvalidLetter("template-front-matter", value=str(fault)))
        return {}, ""
    return head, found.string[found.end() :]


def _build(
    head: dict[str, Any], fields: tuple[Field, ...], body: Pattern | None, faults: list[InvalidLetter]
) -> Template | None:
    known = (*TEXT_KEYS, *META_KEYS, *OTHER_KEYS, *TABLE_KEYS)
    faults += [
        InvalidLetter("template-key-unknown", path=key, value=key, suggestion=closest(key, known))
        for key in head
        if key not in known
    ]
    texts = {key: _text(head, key, faults) for key in TEXT_KEYS}
    _check_texts(texts, faults)
    meta = {key: _patterns(head[key], key, faults) for key in META_KEYS if key in head}
    if "judul_cetak" in head:
        meta["judul"] = _patterns(head["judul_cetak"], "judul_cetak", faults)
    subject, summary = (_optional_pattern(head, key, faults) for key in ("subjek", "ringkas"))
    validity = _attempt(lambda: _validity(head.get("berlaku")), "berlaku", faults)
    if faults or body is None:
        return None
    return Template(
        code=texts["kode"],
        title=texts["judul"],
        family=texts["keluarga"],
        description=texts["uraian"],
        basis=texts["dasar"],
        classification=texts["klasifikasi"] or None,
        old_classification=texts["klasifikasi_lama"] or None,
        needs_subject=bool(head.get("perlu_subjek", False)),
        has_nomor=bool(head.get("bernomor", True)),
        validity=validity,
        place_words=texts["kata_tempat"] or None,
        form_code=texts["kode_formulir"] or None,
        arrangement=texts["susunan"],
        fields=fields,
        meta=meta,
        subject=subject,
        summary=summary,
        body=body,
        sample=_table(head, "contoh", faults),
    )


def _text(head: Mapping[str, Any], key: str, faults: list[InvalidLetter]) -> str:
    value = head.get(key, "")
    if not isinstance(value, str):
        faults.append(InvalidLetter("template-value", path=key, value=value))
        return ""
    return value


def _table(head: Mapping[str, Any], key: str, faults: list[InvalidLetter], path: str = "") -> dict[str, Any]:
    value = head.get(key, {})
    if not isinstance(value, dict):
        faults.append(InvalidLetter("template-value", path=path or key, value=value))
        return {}
    return value


def _check_texts(texts: Mapping[str, str], faults: list[InvalidLetter]) -> None:
    faults += [
        InvalidLetter("template-key-missing", path=key)
        for key in ("kode", "judul", "keluarga")
        if not texts[key].strip() and not any(fault.path == key for fault in faults)
    ]
    if texts["kode"] and not KODE.fullmatch(texts["kode"]):
        faults.append(InvalidLetter("template-code", path="kode", value=texts["kode"]))
    if texts["keluarga"] and texts["keluarga"] not in FAMILIES:
        near = closest(texts["keluarga"], FAMILIES)
        faults.append(
            InvalidLetter("template-family", path="keluarga", value=texts["keluarga"], suggestion=near)
        )
    if texts["susunan"] and texts["susunan"] not in ARRANGEMENTS:
        near = closest(texts["susunan"], ARRANGEMENTS)
        faults.append(
            InvalidLetter("template-arrangement", path="susunan", value=texts["susunan"], suggestion=near)
        )
    faults += [
        InvalidLetter("template-classification", path=key, value=texts[key])
        for key in ("klasifikasi", "klasifikasi_lama")
        if texts[key] and not KLASIFIKASI.fullmatch(texts[key])
    ]


def _with_groups(body: str, groups: Groups) -> str:
    return INCLUDE.sub(lambda found: groups.rows(found[1]), body)


def _attempt(make: Callable[[], Any], path: str, faults: list[InvalidLetter]) -> Any:  # noqa: ANN401
    try:
        return make()
    except InvalidLetter as fault:
        faults.append(moved(fault, path))
        return None


def _optional_pattern(head: Mapping[str, Any], key: str, faults: list[InvalidLetter]) -> Pattern | None:
    source = _text(head, key, faults)
    return _attempt(lambda: Pattern(source), key, faults) if source else None


def _patterns(value: Any, path: str, faults: list[InvalidLetter]) -> Any:  # noqa: ANN401 - TOML
    match value:
        case str():
            return _attempt(lambda: Pattern(value), path, faults)
        case list():
            return tuple(_patterns(each, f"{path}[{index}]", faults) for index, each in enumerate(value))
        case dict():
            return {key: _patterns(each, f"{path}.{key}", faults) for key, each in value.items()}
        case _:
            return value


def _validity(table: object) -> Validity | None:
    if table is None:
        return None
    is_good = (
        isinstance(table, dict)
        and table.keys() <= {"hari", "bulan"}
        and all(type(count) is int and 0 < count < 1200 for count in table.values())  # noqa: PLR2004 - a century
    )
    if not is_good or not isinstance(table, dict):
        raise InvalidLetter("template-validity", value=table)
    return Validity(days=table.get("hari", 0), months=table.get("bulan", 0))


def _fields(head: Mapping[str, Any], groups: Groups, faults: list[InvalidLetter]) -> tuple[Field, ...]:
    tables: dict[str, Any] = {}
    uses = head.get("pakai", [])
    if not isinstance(uses, list):
        faults.append(InvalidLetter("template-value", path="pakai", value=uses))
        uses = []
    for index, use in enumerate(uses):
        tables |= _attempt(functools.partial(groups.fields, use), f"pakai[{index}]", faults) or {}
    for name, table in _table(head, "isian", faults).items():
        shared = tables.get(name, {})
        tables[name] = {**shared, **table} if isinstance(table, dict) else table
    return tuple(_each_field(tables, "isian", faults))


def _each_field(tables: Mapping[str, Any], path: str, faults: list[InvalidLetter]) -> Iterator[Field]:
    for name, table in tables.items():
        where = f"{path}.{name}"
        if not NAME.fullmatch(name) or name in RESERVED or not isinstance(table, dict):
            faults.append(InvalidLetter("template-field-name", path=where, value=name))
            continue
        field = _field(name, table, where, faults)
        if field is not None:
            yield field


def _field(name: str, table: dict[str, Any], where: str, faults: list[InvalidLetter]) -> Field | None:
    before = len(faults)
    for key in table:
        if key not in FIELD_KEYS:
            near = closest(key, FIELD_KEYS)
            faults.append(
                InvalidLetter("template-key-unknown", path=f"{where}.{key}", value=key, suggestion=near)
            )
    kind = _kind(table.get("tipe", "teks"), where, faults)
    columns = tuple(_each_field(_table(table, "kolom", faults, f"{where}.kolom"), f"{where}.kolom", faults))
    choices = _choices(table.get("pilihan", []), f"{where}.pilihan", faults)
    if (kind is FieldType.CHOICE) != bool(choices) or (kind is FieldType.LIST) != bool(columns):
        faults.append(InvalidLetter("template-field-incomplete", path=where, value=table.get("tipe", "teks")))
    if not isinstance(table.get("label"), str):
        faults.append(InvalidLetter("template-key-missing", path=f"{where}.label"))
    if len(faults) > before or kind is None:
        return None
    field = Field(
        name=name,
        label=table["label"],
        type=kind,
        is_required=bool(table.get("wajib", True)),
        example=table.get("contoh"),
        choices=choices,
        help=_text(table, "bantuan", faults),
        is_private=bool(table.get("pribadi", kind in PRIVATE_TYPES)),
        columns=columns,
    )
    _check_example(field, where, faults)
    return field


def _choices(value: object, where: str, faults: list[InvalidLetter]) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        faults.append(InvalidLetter("template-value", path=where, value=value))
        return ()
    return tuple(value)


def _kind(word: object, where: str, faults: list[InvalidLetter]) -> FieldType | None:
    by_word = {kind.value: kind for kind in FieldType}
    if not isinstance(word, str) or word not in by_word:
        near = closest(str(word), by_word)
        faults.append(InvalidLetter("template-field-type", path=f"{where}.tipe", value=word, suggestion=near))
        return None
    return by_word[word]


def _check_example(field: Field, where: str, faults: list[InvalidLetter]) -> None:
    if field.example is None:
        return
    try:
        check_value(field, field.example)
    except (InvalidLetter, ExceptionGroup):
        faults.append(InvalidLetter("template-example", path=f"{where}.contoh", value=field.example))


def _check_names(template: Template, faults: list[InvalidLetter]) -> None:
    """Check that expressions use declared fields only, and that nothing private can get into a seal."""
    names = {field.name for field in template.fields} | {"kantor"}
    for path, pattern in _all_patterns(template):
        faults += [
            InvalidLetter("template-name-unknown", path=path, value=name, suggestion=closest(name, names))
            for name in sorted(pattern.names - names)
        ]
    secret = {field.name for field in template.fields if field.is_private or field.type in NEVER_SEALED}
    for key, sealed in (("subjek", template.subject), ("ringkas", template.summary)):
        leaked = sealed.names & secret if sealed else frozenset()
        if leaked:
            shown = ", ".join(sorted(leaked))
            faults.append(InvalidLetter("template-private-in-seal", path=key, value=shown))
    if template.needs_subject and template.subject is None:
        faults.append(InvalidLetter("template-key-missing", path="subjek"))


def _all_patterns(template: Template) -> Iterator[tuple[str, Pattern]]:
    yield "isi", template.body
    for key, pattern in (("subjek", template.subject), ("ringkas", template.summary)):
        if pattern is not None:
            yield key, pattern
    yield from _nested(template.meta, "")


def _nested(value: Any, path: str) -> Iterator[tuple[str, Pattern]]:  # noqa: ANN401 - TOML
    match value:
        case Pattern():
            yield path, value
        case tuple():
            for index, each in enumerate(value):
                yield from _nested(each, f"{path}[{index}]")
        case dict():
            for key, each in value.items():
                yield from _nested(each, f"{path}.{key}" if path else key)

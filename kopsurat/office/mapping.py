"""An office from a mapping of the shape of desa.toml (docs/reference/files.md).

This is the edge of the office: the only place inside the core that can open a file, and only the
crests and the profile that the mapping names. Whoever passes ``load`` or bytes keeps even that outside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeAlias

from kopsurat.contacts import PROFILES as CONTACT_STYLES
from kopsurat.contacts import ContactCard, parse_email, parse_phone, parse_website
from kopsurat.content.images import Image, read_image
from kopsurat.errors import InvalidImage, InvalidInput, InvalidOffice, InvalidProfile, KopsuratError
from kopsurat.letterhead import (
    PAPERS,
    PROFILES,
    HeadPages,
    HeadPlace,
    HeadRule,
    Letterhead,
    LetterheadVariant,
    OwnProfile,
    Script,
    ScriptLine,
    ScriptPosition,
    unknown_profile,
)
from kopsurat.office import Level, Office, Signatory
from kopsurat.office.regions import head_title, kecamatan_word
from kopsurat.shapes import (
    Key,
    Reader,
    choice,
    closest,
    each,
    faults_of,
    moved,
    one_or_many,
    read_date,
    read_number,
    read_script,
    read_table,
    read_text,
    recast,
    table,
)

__all__ = ["Load", "office_from_mapping"]

Load: TypeAlias = Callable[[str], bytes]
"""Returns the content of a file that a mapping names; raises :class:`OSError`."""

_REGION_CODE: Final = re.compile(r"\d{2}\.\d{2}\.\d{2}\.\d{4}")
_POSTAL_CODE: Final = re.compile(r"\d{5}")
_AREA_CODE: Final = re.compile(r"0\d{2,3}")
_NIP: Final = re.compile(r"\d{18}")
_IDENTIFIER: Final = re.compile(r"[a-z][a-z0-9_-]{0,31}")
_HOST: Final = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_PROFILE_SUFFIX: Final = ".toml"
_LEVEL_WORDS: Final = {
    "nama": ("Desa", "Kelurahan", "Gampong", "Nagari", "Pekon", "Kalurahan"),
    "kecamatan": ("Kecamatan", "Kec."),
    "kabupaten": ("Kabupaten", "Kab.", "Kota"),
}


def office_from_mapping(mapping: Mapping[str, Any], *, load: Load | None = None) -> Office:
    """Return the office that ``mapping`` describes. ``load`` opens the files that it names.

    Without ``load`` a path is opened as it stands. Raises one :class:`ExceptionGroup` with a fault
    for every key that is wrong, unknown or missing, each with its path (``kontak.telepon[1]``).
    """
    try:
        fields = read_table(mapping, _office_keys(load or _open_file))
    except (KopsuratError, ExceptionGroup) as error:
        faults = recast(faults_of(error), InvalidOffice) + _contradictions(_people(mapping))
        raise ExceptionGroup("invalid office", faults) from None
    faults = _contradictions(fields.get("signatories", ())) + _nameless(fields.get("letterhead"))
    if faults:
        raise ExceptionGroup("invalid office", faults)
    return _office(**fields)


def _people(mapping: object) -> tuple[Signatory, ...]:
    """Return the signatories of a mapping that is at fault, if they themselves are not."""
    raw = mapping.get("pejabat") if isinstance(mapping, Mapping) else None
    try:
        return tuple(_PEOPLE.read(raw)) if raw else ()
    except (KopsuratError, ExceptionGroup):
        return ()


def _open_file(name: str) -> bytes:
    return Path(name).read_bytes()


def _office(desa: dict[str, Any], **rest: Any) -> Office:  # noqa: ANN401 - fields of a table
    """Put the words in that are usual in the region where the file leaves them out."""
    word = desa.pop("word", "Desa")
    name = desa.pop("name")
    desa.setdefault("head_title", head_title(word))
    for level, usual in (("kecamatan", kecamatan_word(word)), ("kabupaten", "Kabupaten")):
        if isinstance(desa[level], str):
            desa[level] = Level(word=usual, name=desa[level])
    return Office(desa=Level(word=word, name=name), **desa, **rest)


def _contradictions(signatories: tuple[Signatory, ...]) -> list[KopsuratError]:
    faults: list[KopsuratError] = []
    seen: dict[str, int] = {}
    for index, person in enumerate(signatories):
        path = f"pejabat[{index}]"
        if person.id in seen:
            faults.append(InvalidOffice("signatory-twice", path=f"{path}.id", value=person.id))
        seen.setdefault(person.id, index)
        if person.since and person.until and person.until < person.since:
            faults.append(
                InvalidOffice(
                    "term-backwards",
                    path=f"{path}.sampai",
                    value=person.until.isoformat(),
                    since=person.since.isoformat(),
                )
            )
    return faults


def _nameless(letterhead: Letterhead | None) -> list[KopsuratError]:
    """Return the fault of a head that begins with the name of an institution and has none."""
    if letterhead is None or not letterhead.lacks_name(letterhead.variant):
        return []
    return [InvalidOffice("institution-missing", path="kop.lembaga", value=letterhead.variant.value)]


# ---- readers of single texts


def _text_then(parse: Callable[[str], Any]) -> Reader:
    """Return a reader that lets only text through to ``parse``, which folds and checks it itself."""

    def read(raw: object) -> object:
        if not isinstance(raw, str):
            raise InvalidInput("not-a-text", value=raw)
        return parse(raw)

    return read


def _matching(pattern: re.Pattern[str], code: str) -> Reader:
    def read(raw: object) -> str:
        text = read_text(str(raw) if isinstance(raw, int) and not isinstance(raw, bool) else raw)
        if not pattern.fullmatch(text):
            raise InvalidInput(code, value=text)
        return text

    return read


def _one_of(words: tuple[str, ...]) -> Reader:
    known = {word.casefold(): word for word in words}

    def read(raw: object) -> str:
        text = read_text(raw)
        if text.casefold() not in known:
            suggestion = closest(text.casefold(), known)
            raise InvalidInput(
                "choice-unknown", value=text, choices=", ".join(words), suggestion=known.get(suggestion or "")
            )
        return known[text.casefold()]

    return read


def _read_nip(raw: object) -> str:
    """Return a NIP as it is printed; only its count of digits is checked."""
    text = read_text(str(raw) if isinstance(raw, int) and not isinstance(raw, bool) else raw)
    if not _NIP.fullmatch(re.sub(r"[ .]", "", text)):
        raise InvalidInput("nip-malformed", value=text)
    return text


def _read_host(raw: object) -> str:
    """Return the host of the verification site: a bare name in lower case."""
    text = read_text(raw)
    if not _HOST.fullmatch(text):
        bare = re.sub(r"^[a-z]+://", "", text.lower()).split("/", maxsplit=1)[0]
        raise InvalidInput("situs-malformed", value=text, suggestion=bare if _HOST.fullmatch(bare) else None)
    return text


def _name_of_level(key: str, raw: object) -> str:
    """Return the bare name of a level. A name that repeats its word would be printed twice."""
    name = read_text(raw)
    for word in _LEVEL_WORDS[key]:
        if name.casefold().startswith(word.casefold() + " "):
            rest = name[len(word) + 1 :].strip()
            meant = rest if key == "nama" or word != "Kota" else f'{{ sebutan = "Kota", nama = "{rest}" }}'
            raise InvalidInput("level-word-in-name", value=name, word=word, suggestion=meant)
    return name


def _level(key: str) -> Reader:
    """Return a reader of a level: a bare name, whose word :func:`_office` adds, or a table with its word."""
    keys = {"sebutan": Key("word", read_text, required=True), "nama": Key("name", read_text, required=True)}

    def read(raw: object) -> str | Level:
        return Level(**read_table(raw, keys)) if isinstance(raw, Mapping) else _name_of_level(key, raw)

    return read


# ---- the crest


def _crest(load: Load, raw: object) -> Image:
    if isinstance(raw, Image):
        return raw
    if isinstance(raw, (bytes, bytearray)):
        return read_image(bytes(raw))
    name = read_text(raw)
    try:
        data = load(name)
    except OSError as error:
        code = "crest-missing" if isinstance(error, FileNotFoundError) else "crest-unreadable"
        raise InvalidImage(code, value=name, file=str(error.filename or name)) from error
    return read_image(data, name=re.split(r"[\\/]", name)[-1])


# ---- an own profile


def _profile(load: Load, raw: object) -> str | OwnProfile:
    """Return the name of a built-in profile as it stands, or the text of the file that a path names."""
    if isinstance(raw, OwnProfile):
        return raw
    name = read_text(raw)
    if name in PROFILES:
        return name
    if not name.lower().endswith(_PROFILE_SUFFIX):
        raise unknown_profile(name)
    try:
        text = load(name).decode("utf-8-sig")
    except OSError as error:
        code = "profile-missing" if isinstance(error, FileNotFoundError) else "profile-unreadable"
        raise InvalidProfile(code, value=name, file=str(error.filename or name)) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise InvalidProfile("profile-not-utf8", value=name, line=line) from None
    return OwnProfile(text=text, name=name)


# ---- the tables of desa.toml

_SIGNATORY: Final = {
    "id": Key("id", _matching(_IDENTIFIER, "identifier-malformed"), required=True),
    "nama": Key("name", read_text, required=True),
    "jabatan": Key("jabatan", read_text, required=True),
    "nip": Key("nip", _read_nip),
    "pangkat": Key("rank", read_text),
    "sejak": Key("since", read_date),
    "sampai": Key("until", read_date),
}
_PEOPLE: Final = Key("signatories", each(table(_SIGNATORY, Signatory)))
_DESA: Final = {
    "kode": Key("code", _matching(_REGION_CODE, "region-code-malformed")),
    "nama": Key("name", partial(_name_of_level, "nama"), required=True),
    "sebutan": Key("word", read_text),
    "kepala": Key("head_title", read_text),
    "kecamatan": Key("kecamatan", _level("kecamatan"), required=True),
    "kabupaten": Key("kabupaten", _level("kabupaten"), required=True),
    "provinsi": Key("provinsi", read_text),
    "alamat": Key("address", read_text),
    "kode_pos": Key("postal_code", _matching(_POSTAL_CODE, "postal-code-malformed")),
}
_SCRIPT: Final = {
    "jenis": Key("script", choice(Script), required=True),
    "letak": Key("position", choice(ScriptPosition)),
    "kabupaten": Key("kabupaten", read_script),
    "kecamatan": Key("kecamatan", read_script),
    "desa": Key("desa", read_script),
}


def _script(script: Script, position: ScriptPosition | None = None, **lines: str) -> dict[str, Any]:
    return {
        "script": script,
        "script_position": position,
        "script_lines": tuple(ScriptLine(line=line, text=text) for line, text in lines.items()),
    }


def _letterhead(scripts: dict[str, Any] | None = None, **fields: Any) -> Letterhead:  # noqa: ANN401 - fields of a table
    return Letterhead(**fields, **(scripts or {}))


_CARD_KEYS: Final = {
    "phones": "telepon",
    "emails": "email",
    "fax": "faksimile",
    "emergency": "darurat",
    "hours": "jam_layanan",
    "officer": "pengelola",
}
"""The fields of a contact card by which it names its own faults, as keys of the file."""


def _contacts(raw: object) -> ContactCard:
    """Read the contacts with the area code, if one is given, for numbers without."""
    area = raw.get("kode_area") if isinstance(raw, Mapping) else None
    phone = _text_then(partial(parse_phone, area_code=area) if isinstance(area, str) else parse_phone)
    keys = {
        "telepon": Key("phones", one_or_many(phone)),
        "email": Key("emails", one_or_many(_text_then(parse_email))),
        "website": Key("website", _text_then(parse_website)),
        "faksimile": Key("fax", phone),
        "darurat": Key("emergency", phone),
        "jam_layanan": Key("hours", read_text),
        "pengelola": Key("officer", read_text),
        "kode_area": Key("area_code", _matching(_AREA_CODE, "area-code-malformed")),
    }
    fields = read_table(raw, keys)
    fields.pop("area_code", None)
    try:
        return ContactCard(**fields)
    except (KopsuratError, ExceptionGroup) as error:
        raise ExceptionGroup("invalid contacts", list(map(_in_our_words, faults_of(error)))) from None


def _in_our_words(fault: KopsuratError) -> KopsuratError:
    field, rest = re.match(r"(\w*)(.*)", fault.path, re.DOTALL).groups()  # type: ignore[union-attr]  # matches anything
    return moved(fault, _CARD_KEYS.get(field, field) + rest)


def _office_keys(load: Load) -> dict[str, Key]:
    crest = partial(_crest, load)
    kop = {
        "lambang": Key("crest", crest),
        "lambang_kanan": Key("crest_right", crest),
        "tinggi_lambang": Key("crest_height", read_number),
        "varian": Key("variant", choice(LetterheadVariant)),
        "garis": Key("rule", choice(HeadRule)),
        "halaman": Key("pages", choice(HeadPages)),
        "letak": Key("place", choice(HeadPlace)),
        "kertas": Key("paper", _one_of(PAPERS)),
        "profil": Key("profile", partial(_profile, load)),
        "kontak": Key("contact_style", _one_of(tuple(CONTACT_STYLES))),
        "lembaga": Key("institution", read_text),
        "aksara": Key("scripts", table(_SCRIPT, _script)),
    }
    return {
        "desa": Key("desa", table(_DESA), required=True),
        "kontak": Key("contacts", _contacts),
        "kop": Key("letterhead", table(kop, _letterhead)),
        "pejabat": _PEOPLE,
        "verifikasi": Key(
            "host", table({"situs": Key("host", _read_host, required=True)}, lambda host: host)
        ),
    }

"""The commitment to the whole letter, and ``surat.json``, which lets a verifier check every field of it.

``leaf(field) = SHA-256(00 ‖ salt ‖ JCS([field, value]))``; ``root = SHA-256(01 ‖ leaves)`` in the order of
the field names (as RFC 8785 sorts them); the commitment is the first 16 bytes. Fields are the leaves
of the letter's JSON model, named by JSON Pointer (RFC 6901): ``/nomor``, ``/isi/3``, ``/isian/nik``. A field
may be redacted: its salt and value go, its leaf stays, and the rest still verifies. Nobody can guess a
redacted value by trying, because the salt is secret and made from the signing key.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from kopsurat.arguments import expect, expect_each
from kopsurat.errors import InvalidSeal
from kopsurat.seal import jcs
from kopsurat.seal.claims import COMMITMENT_SIZE
from kopsurat.shapes import closest
from kopsurat.values import value_class

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kopsurat.seal.jcs import Json
    from kopsurat.seal.keys import SigningKey

__all__ = ["LETTER_FILE_LIMIT", "LetterFile", "OpenLeaf", "commit", "written_with_leaves"]

LETTER_FILE_LIMIT: Final = 2_000_000
SALT_SIZE: Final = 16
_VERSION: Final = 1
_HEX_SALT: Final = re.compile(r"[0-9a-f]{32}")
_HEX_LEAF: Final = re.compile(r"[0-9a-f]{64}")
_SHORTEST_SECRET: Final = 4
_INNER: Final = bytes(byte ^ 0x36 for byte in range(256))
_OUTER: Final = bytes(byte ^ 0x5C for byte in range(256))
Scalar: TypeAlias = "str | int | bool | None"


class OpenLeaf(NamedTuple):
    """A field that can be read: its salt, its value, and that as canonical JSON."""

    salt: bytes
    value: Json
    text: str


@value_class
class LetterFile:
    """``surat.json``: the fields of a letter, in order; a redacted one is the 32 bytes of its leaf."""

    link: str
    fields: tuple[tuple[str, OpenLeaf | bytes], ...]

    @property
    def commitment(self) -> bytes:
        """Return the 16 bytes that the seal must carry."""
        leaves = [_leaf(name, each) if isinstance(each, OpenLeaf) else each for name, each in self.fields]
        return hashlib.sha256(b"\x01" + b"".join(leaves)).digest()[:COMMITMENT_SIZE]

    def values(self) -> dict[str, Json]:
        """Return the fields that can be read."""
        return {name: each.value for name, each in self.fields if isinstance(each, OpenLeaf)}

    def redacted(self, *names: str) -> LetterFile:
        """Return the file without the values of these fields, which still verifies.

        A name is a JSON Pointer (everything under it goes) or the name of a filled-in field such as
        ``nik``; then every other field whose text contains its value goes too. Raises
        :class:`~kopsurat.errors.InvalidSeal` ``redact-no-such-field``.
        """
        expect_each(names, str, "names")
        hidden: set[str] = set()
        for name in names:
            found = set(self._named(name))
            if not found:
                raise self._no_such(name)
            hidden |= found
        return replace(
            self,
            fields=tuple(
                (name, _leaf(name, each) if name in hidden and isinstance(each, OpenLeaf) else each)
                for name, each in self.fields
            ),
        )

    def _no_such(self, name: str) -> InvalidSeal:
        """Return the error that names the filled-in fields there are."""
        filled = [each for each, _ in self.fields if each.startswith("/isian/")]
        names = list(dict.fromkeys(each.split("/")[2] for each in filled))
        return InvalidSeal(
            "redact-no-such-field",
            value=name,
            suggestion=closest(name, names),
            choices=", ".join(names) or "–",
        )

    def to_json(self) -> bytes:
        """Return the file's bytes, canonical JSON and a line end."""
        fields = ",".join([_member(name, each) for name, each in self.fields])
        link = jcs.quoted(self.link)
        return f'{{"fields":{{{fields}}},"kopsurat":{_VERSION},"link":{link}}}\n'.encode()

    @classmethod
    def parse(cls, data: bytes) -> LetterFile:
        """Return the file in ``data``.

        Raises :class:`~kopsurat.errors.InvalidSeal` ``letter-file-malformed``, or a ``json-…`` code.
        """
        expect(data, bytes, "data")
        document = jcs.parse(data, limit=LETTER_FILE_LIMIT)
        if not isinstance(document, Mapping) or document.keys() != {"kopsurat", "link", "fields"}:
            raise InvalidSeal("letter-file-malformed")
        fields, link = document["fields"], document["link"]
        if document["kopsurat"] != _VERSION or not isinstance(fields, Mapping) or not isinstance(link, str):
            raise InvalidSeal("letter-file-malformed")
        found = {name: _parse_leaf(name, each) for name, each in fields.items()}
        return cls(link=link, fields=tuple([(name, found[name]) for name in jcs.in_order(found)]))

    def _named(self, name: str) -> Iterator[str]:
        pointer = name if name.startswith("/") else f"/isian/{_escape(name)}"
        secrets = []
        for field, each in self.fields:
            if field == pointer or field.startswith(pointer + "/"):
                yield field
                if isinstance(each, OpenLeaf) and isinstance(each.value, str):
                    secrets.append(each.value)
        if name.startswith("/"):
            return
        secrets = [each for each in secrets if len(each) >= _SHORTEST_SECRET]
        for field, each in self.fields:
            text = each.value if isinstance(each, OpenLeaf) else None
            if isinstance(text, str) and any(secret in text for secret in secrets):
                yield field


def commit(fields: Mapping[str, Json], key: SigningKey) -> LetterFile:
    """Return the letter's file with salts made from ``key`` and the letter; its link is still empty.

    The same letter and key give the same bytes, so that a reprint is identical.
    """
    try:
        text, leaves = written_with_leaves(fields)
        salt_of = _salts(key.derive(b"letter secret", text.encode()))
    except (UnicodeEncodeError, RecursionError) as error:
        raise InvalidSeal("json-not-canonical") from error
    fields_in_order = [(name, OpenLeaf(salt_of(name), *leaves[name])) for name in jcs.in_order(leaves)]
    return LetterFile(link="", fields=tuple(fields_in_order))


def written_with_leaves(fields: Mapping[str, Json]) -> tuple[str, dict[str, tuple[Json, str]]]:
    """Return ``fields`` as canonical JSON, and by JSON Pointer the value and canonical JSON of every leaf.

    A leaf is a scalar, or an empty list or object.
    """
    leaves: dict[str, tuple[Json, str]] = {}
    return _written(fields, "", leaves), leaves


def _written(value: Json, pointer: str, leaves: dict[str, tuple[Json, str]]) -> str:
    if isinstance(value, str):  # most are
        text = jcs.quoted(value)
    elif isinstance(value, (dict, Mapping)) and value:
        members = [
            f"{jcs.quoted(name)}:{_written(value[name], f'{pointer}/{_escape(name)}', leaves)}"
            for name in jcs.in_order(value)
        ]
        return "{" + ",".join(members) + "}"
    elif isinstance(value, (list, tuple)) and value:
        items = [_written(each, f"{pointer}/{at}", leaves) for at, each in enumerate(value)]
        return "[" + ",".join(items) + "]"
    else:
        text = jcs.written(value)
    leaves[pointer] = value, text
    return text


def _escape(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def _salts(secret: bytes) -> Callable[[str], bytes]:
    """Return what makes the salt of a name: HMAC-SHA-256 (RFC 2104), begun once for all names.

    The copies of a hash that has taken in its key cost a third of those of :mod:`hmac`.
    """
    padded = secret.ljust(hashlib.sha256().block_size, b"\0")
    inner = hashlib.sha256(padded.translate(_INNER))
    outer = hashlib.sha256(padded.translate(_OUTER))

    def salt(name: str) -> bytes:
        first, second = inner.copy(), outer.copy()
        first.update(name.encode())
        second.update(first.digest())
        return second.digest()[:SALT_SIZE]

    return salt


def _member(name: str, leaf: OpenLeaf | bytes) -> str:
    if isinstance(leaf, OpenLeaf):
        return f'{jcs.quoted(name)}:{{"salt":"{leaf.salt.hex()}","value":{leaf.text}}}'
    return f'{jcs.quoted(name)}:{{"leaf":"{leaf.hex()}"}}'


def _leaf(name: str, leaf: OpenLeaf) -> bytes:
    pair = f"[{jcs.quoted(name)},{leaf.text}]"
    return hashlib.sha256(b"\x00" + leaf.salt + pair.encode()).digest()


def _parse_leaf(name: str, value: Json) -> OpenLeaf | bytes:
    if isinstance(value, Mapping):
        salt, leaf = value.get("salt"), value.get("leaf")
        if value.keys() == {"salt", "value"} and isinstance(salt, str) and _HEX_SALT.fullmatch(salt):
            return OpenLeaf(bytes.fromhex(salt), value["value"], jcs.written(value["value"]))
        if value.keys() == {"leaf"} and isinstance(leaf, str) and _HEX_LEAF.fullmatch(leaf):
            return bytes.fromhex(leaf)
    raise InvalidSeal("letter-file-malformed", path=name)

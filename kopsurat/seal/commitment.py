"""The commitment to the whole letter, and ``surat.json``, which lets a verifier check every field of it.

``leaf(field) = SHA-256(00 ‖ salt ‖ JCS([field, value]))``; ``root = SHA-256(01 ‖ leaves)`` in the order of
the field names (as RFC 8785 sorts them); the commitment is the first 16 bytes. Fields are the leaves
of the letter's JSON model, named by JSON Pointer (RFC 6901): ``/nomor``, ``/isi/3``, ``/isian/nik``. A field
may be redacted: its salt and value go, its leaf stays, and the rest still verifies. Nobody can guess a
redacted value by trying, because the salt is secret and made from the signing key.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from kopsurat.errors import InvalidSeal
from kopsurat.seal import jcs
from kopsurat.seal.claims import COMMITMENT_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.seal.jcs import Json
    from kopsurat.seal.keys import SigningKey

__all__ = ["LETTER_FILE_LIMIT", "LetterFile", "OpenLeaf", "commit", "flatten"]

LETTER_FILE_LIMIT: Final = 2_000_000
SALT_SIZE: Final = 16
_VERSION: Final = 1
_HEX_SALT: Final = re.compile(r"[0-9a-f]{32}")
_HEX_LEAF: Final = re.compile(r"[0-9a-f]{64}")
_SHORTEST_SECRET: Final = 4
Scalar: TypeAlias = "str | int | bool | None"


@dataclass(frozen=True, slots=True)
class OpenLeaf:
    """A field that can be read: its salt and value."""

    salt: bytes
    value: Json


@dataclass(frozen=True, slots=True, kw_only=True)
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
        hidden: set[str] = set()
        for name in names:
            found = set(self._named(name))
            if not found:
                raise InvalidSeal("redact-no-such-field", value=name)
            hidden |= found
        return replace(
            self,
            fields=tuple(
                (name, _leaf(name, each) if name in hidden and isinstance(each, OpenLeaf) else each)
                for name, each in self.fields
            ),
        )

    def to_json(self) -> bytes:
        """Return the file's bytes, canonical JSON and a line end."""
        fields = ",".join([_member(name, each) for name, each in self.fields])
        link = jcs.written(self.link)
        return f'{{"fields":{{{fields}}},"kopsurat":{_VERSION},"link":{link}}}\n'.encode()

    @classmethod
    def parse(cls, data: bytes) -> LetterFile:
        """Return the file in ``data``.

        Raises :class:`~kopsurat.errors.InvalidSeal` ``letter-file-malformed``, or a ``json-…`` code.
        """
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
    mac = hmac.new(key.derive(b"letter secret", jcs.canonical(fields)), digestmod="sha256")
    values = dict(flatten(fields))
    leaves = [(name, OpenLeaf(_salt(mac, name), values[name])) for name in jcs.in_order(values)]
    return LetterFile(link="", fields=tuple(leaves))


def flatten(value: Json, pointer: str = "") -> Iterator[tuple[str, Json]]:
    """Yield ``(JSON Pointer, scalar)`` for every leaf; an empty list or object is a leaf itself."""
    if isinstance(value, Mapping) and value:
        for name, inner in value.items():
            yield from flatten(inner, f"{pointer}/{_escape(name)}")
    elif isinstance(value, (list, tuple)) and value:
        for number, inner in enumerate(value):
            yield from flatten(inner, f"{pointer}/{number}")
    else:
        yield pointer, list(value) if isinstance(value, tuple) else value


def _escape(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def _salt(mac: hmac.HMAC, name: str) -> bytes:
    keyed = mac.copy()
    keyed.update(name.encode())
    return keyed.digest()[:SALT_SIZE]


def _member(name: str, leaf: OpenLeaf | bytes) -> str:
    if isinstance(leaf, OpenLeaf):
        return f'{jcs.written(name)}:{{"salt":"{leaf.salt.hex()}","value":{jcs.written(leaf.value)}}}'
    return f'{jcs.written(name)}:{{"leaf":"{leaf.hex()}"}}'


def _leaf(name: str, leaf: OpenLeaf) -> bytes:
    pair = f"[{jcs.written(name)},{jcs.written(leaf.value)}]"
    return hashlib.sha256(b"\x00" + leaf.salt + pair.encode()).digest()


def _parse_leaf(name: str, value: Json) -> OpenLeaf | bytes:
    if isinstance(value, Mapping):
        salt, leaf = value.get("salt"), value.get("leaf")
        if value.keys() == {"salt", "value"} and isinstance(salt, str) and _HEX_SALT.fullmatch(salt):
            return OpenLeaf(bytes.fromhex(salt), value["value"])
        if value.keys() == {"leaf"} and isinstance(leaf, str) and _HEX_LEAF.fullmatch(leaf):
            return bytes.fromhex(leaf)
    raise InvalidSeal("letter-file-malformed", path=name)

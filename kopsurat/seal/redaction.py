"""A sealed letter without some of its fields: what is shown loses their words, what stays still verifies."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, Final

from kopsurat.content.blocks import Text
from kopsurat.errors import SealError
from kopsurat.seal.commitment import LetterFile, OpenLeaf

if TYPE_CHECKING:
    from kopsurat.letter import Letter
    from kopsurat.seal.seal import Seal

__all__ = ["MASK", "redact"]

MASK: Final = "••••••••"
"""Stands for every hidden word, whatever its length, so that the length tells nothing."""
_SHORTEST: Final = 4


def redact(letter: Letter, seal: Seal, *names: str) -> tuple[Letter, Seal]:
    """Return the letter with the values of these fields masked, and the same seal for it.

    ``names`` are those of filled-in fields (``nik``) or JSON Pointers of ``surat.json``. The QR stays the
    same; ``surat.json`` keeps only the leaf hashes of what is hidden. Raises
    :class:`~kopsurat.errors.InvalidSeal` ``redact-no-such-field`` and :class:`~kopsurat.errors.SealError`
    ``redact-in-seal`` when the QR itself says what is to be hidden.
    """
    whole = LetterFile.parse(seal.letter_json)
    file = whole.redacted(*names)
    kept = file.values()
    hidden = {str(value) for name, value in whole.values().items() if name not in kept}
    secrets = _secrets(whole, names) | {text for text in hidden if len(text) >= _SHORTEST}
    claims = seal.claims
    signed = " ".join(filter(None, (claims.nomor, claims.subject, claims.summary, claims.signatory)))
    if found := next((secret for secret in sorted(secrets) if secret in signed), None):
        raise SealError("redact-in-seal", value=found)
    masked = _masked(letter, sorted(secrets, key=len, reverse=True))
    return masked, dataclasses.replace(seal, letter_json=file.to_json())


def _secrets(file: LetterFile, names: tuple[str, ...]) -> set[str]:
    """Return the values of the fields that are named by themselves."""
    wanted = {f"/isian/{name}" for name in names if not name.startswith("/")} | set(names)
    return {
        each.value
        for name, each in file.fields
        if isinstance(each, OpenLeaf) and isinstance(each.value, str) and each.value and name in wanted
    }


def _masked(value: Any, secrets: list[str]) -> Any:  # noqa: ANN401 - any part of a letter
    """Return the value with the secrets masked in every text below it."""
    match value:
        case str():
            for secret in secrets:
                value = value.replace(secret, MASK)
            return value
        case tuple():
            return tuple(_masked(each, secrets) for each in value)
        case Text():
            return dataclasses.replace(value, text=_masked(value.text, secrets))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            each.name: _masked(getattr(value, each.name), secrets)
            for each in dataclasses.fields(value)
            if each.name not in _UNTOUCHED
        }
        return dataclasses.replace(value, **changed)
    return value


_UNTOUCHED: Final = frozenset({"kind", "signatures", "nomor", "date", "private"})

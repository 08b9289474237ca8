"""Every error that kopsurat raises.

::

    KopsuratError
     ├─ InvalidInput (ValueError)          what somebody wrote is wrong
     │   ├─ InvalidPhone
     │   ├─ InvalidEmail
     │   ├─ InvalidWebsite
     │   ├─ InvalidNomor
     │   ├─ InvalidOffice                  desa.toml or a mapping of the same shape
     │   ├─ InvalidLetter                  surat.md, its fields, or a mapping of the same shape
     │   ├─ InvalidProfile                 a profile or style file
     │   ├─ InvalidImage                   a crest that cannot be used
     │   └─ InvalidSeal                    a link, typed code or bytes that are not a seal of ours
     ├─ RenderError                        a document that cannot be drawn as asked
     │   └─ MissingGlyph
     ├─ SealError                          a letter that cannot be sealed
     │   └─ KeyFileError                   a key that cannot be read or used
     ├─ TrustError                         a key list or trust list that cannot be used
     ├─ ScanError                          a file in which nothing can be read
     ├─ RegisterError                      the register of numbers and revocations
     └─ MissingExtra                       an optional package that is not installed

An error carries a stable, language-independent ``code`` and the evidence; the sentence that
a person reads is looked up by code (:func:`kopsurat.explain`). Faults of one document are
raised together in an :class:`ExceptionGroup`.
"""

from __future__ import annotations

from typing import Any

__all__ = [
    "InvalidEmail",
    "InvalidImage",
    "InvalidInput",
    "InvalidLetter",
    "InvalidNomor",
    "InvalidOffice",
    "InvalidPhone",
    "InvalidProfile",
    "InvalidSeal",
    "InvalidWebsite",
    "KeyFileError",
    "KopsuratError",
    "MissingExtra",
    "MissingGlyph",
    "RegisterError",
    "RenderError",
    "ScanError",
    "SealError",
    "TrustError",
]


class KopsuratError(Exception):
    """The base of all errors of this package. Never raised directly.

    ``code`` is stable kebab-case; ``path`` says where in a document the fault is
    (``"desa.toml: kontak.telepon[1]"``), or is empty; ``value`` is the text at fault;
    ``suggestion`` is what was surely meant, or None; ``evidence`` holds the named facts
    that the sentence of the code mentions.
    """

    def __init__(
        self,
        code: str,
        *,
        path: str = "",
        value: object = None,
        suggestion: str | None = None,
        **evidence: Any,  # noqa: ANN401 - any printable fact
    ) -> None:
        super().__init__(code)
        self.code = code
        self.path = path
        self.value = value
        self.suggestion = suggestion
        self.evidence = evidence

    def __str__(self) -> str:
        where = f"{self.path.removesuffix(': ')}: " if self.path else ""
        what = f": {self.value!r}" if self.value is not None else ""
        facts = ", ".join(f"{name}={fact!r}" for name, fact in self.evidence.items())
        return f"{where}{self.code}{what}" + (f" ({facts})" if facts else "")

    def __reduce__(self) -> tuple[Any, ...]:
        state = {
            "path": self.path,
            "value": self.value,
            "suggestion": self.suggestion,
            "evidence": self.evidence,
        }
        return type(self), (self.code,), state


class InvalidInput(KopsuratError, ValueError):
    """What somebody wrote is wrong."""


class InvalidPhone(InvalidInput):
    """A telephone number that cannot stand on a letterhead."""


class InvalidEmail(InvalidInput):
    """An e-mail address that cannot stand on a letterhead."""


class InvalidWebsite(InvalidInput):
    """A website address that cannot stand on a letterhead."""


class InvalidNomor(InvalidInput):
    """A reference number or a numbering pattern that is not well formed."""


class InvalidOffice(InvalidInput):
    """A fault in the record of an office."""


class InvalidLetter(InvalidInput):
    """A fault in a letter, its fields or its markup."""


class InvalidProfile(InvalidInput):
    """A fault in a profile of rules."""


class InvalidImage(InvalidInput):
    """A crest or another picture that cannot be used."""


class InvalidSeal(InvalidInput):
    """A link, a typed code or bytes that are not a seal."""


class RenderError(KopsuratError):
    """A document that cannot be drawn as asked."""


class MissingGlyph(RenderError):
    """A character that no font of the document can show."""


class SealError(KopsuratError):
    """A letter that cannot be sealed."""


class KeyFileError(SealError):
    """A signing key that cannot be read, opened or used."""


class TrustError(KopsuratError):
    """A key list or trust list that cannot be used."""


class ScanError(KopsuratError):
    """A file in which no code can be looked for."""


class RegisterError(KopsuratError):
    """The register refuses, or cannot do, what was asked."""


class MissingExtra(KopsuratError):
    """An optional package is not installed; ``evidence["extra"]`` names what to install."""

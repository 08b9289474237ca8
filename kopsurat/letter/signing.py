"""Who signs a letter: references resolved, terms of office checked against the letter's date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kopsurat.errors import InvalidLetter
from kopsurat.shapes import closest

if TYPE_CHECKING:
    from kopsurat.letter import Letter, Signature
    from kopsurat.office import Office, Signatory

__all__ = ["MAX_SIGNATURES", "resolve_signatures"]

MAX_SIGNATURES = 6
"""More signers need a table of their own."""


def resolve_signatures(letter: Letter, office: Office) -> tuple[Signature, ...]:
    """Return the letter's signatures with signatories in full and principals as office titles.

    Raises one :class:`ExceptionGroup` of :class:`InvalidLetter`: ``signatory-unknown``,
    ``signatory-not-in-office``, ``signatures-too-many``.
    """
    faults: list[InvalidLetter] = []
    if len(letter.signatures) > MAX_SIGNATURES:
        fault = InvalidLetter(
            "signatures-too-many", path="penandatangan", value=len(letter.signatures), maximum=MAX_SIGNATURES
        )
        faults.append(fault)
    signatures = [
        _resolved(signature, letter, office, f"penandatangan[{at}]", faults)
        for at, signature in enumerate(letter.signatures)
    ]
    if faults:
        raise ExceptionGroup("signatures", faults)
    return tuple(each for each in signatures if each is not None)


def _meant(text: str, office: Office) -> str | None:
    """Return the identifier of the one signatory whose office or name was written in its place."""
    word = text.casefold()
    found = [
        each.id for each in office.signatories if word in {each.jabatan.casefold(), each.name.casefold()}
    ]
    return found[0] if len(found) == 1 else closest(word, [each.id for each in office.signatories])


def _resolved(
    signature: Signature, letter: Letter, office: Office, path: str, faults: list[InvalidLetter]
) -> Signature | None:
    signatory = signature.signatory
    if isinstance(signatory, str):
        found = office.signatory(signatory)
        if found is None:
            known = ", ".join(each.id for each in office.signatories)
            meant = _meant(signatory, office)
            faults.append(
                InvalidLetter("signatory-unknown", path=path, value=signatory, known=known, suggestion=meant)
            )
            return None
        signatory = found
    if not signature.is_external and not signatory.is_in_office(letter.date):
        faults.append(_not_in_office(signatory, letter, path))
    return replace(
        signature,
        signatory=signatory,
        on_behalf=_title(signature.on_behalf, office),
        through=_title(signature.through, office),
    )


def _not_in_office(signatory: Signatory, letter: Letter, path: str) -> InvalidLetter:
    return InvalidLetter(
        "signatory-not-in-office",
        path=path,
        value=signatory.name,
        date=letter.date.isoformat(),
        since=signatory.since.isoformat() if signatory.since else "–",
        until=signatory.until.isoformat() if signatory.until else "–",
    )


def _title(reference: str | None, office: Office) -> str | None:
    """Return the office title that a reference means: of one of the signatories, or as it stands."""
    if reference is None:
        return None
    found = office.signatory(reference)
    return found.jabatan if found else reference

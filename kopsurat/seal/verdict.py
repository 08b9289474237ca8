"""What a verifier concludes, in a form that cannot be mistaken for "valid"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Literal

from kopsurat.dates import format_date
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain
from kopsurat.values import unchangeable

if TYPE_CHECKING:
    import datetime as dt

    from kopsurat.messages import Language
    from kopsurat.seal.claims import Claims
    from kopsurat.seal.trust import Origin

__all__ = ["EXIT_CODES", "Answer", "Difference", "Issuer", "Kind", "Reason", "Verdict", "because"]


class Kind(StrEnum):
    """The verdict in one word (docs/reference/seal.md)."""

    VALID = "valid"
    EXPIRED = "expired"
    STATUS_UNCHECKED = "status-unchecked"
    NOT_REGISTERED = "not-registered"
    REVOKED = "revoked"
    BAD_SIGNATURE = "bad-signature"
    UNKNOWN_KEY = "unknown-key"
    WRONG_SITE = "wrong-site"
    ALTERED = "altered"
    NOT_A_SEAL = "not-a-seal"
    UNREADABLE = "unreadable"


EXIT_CODES: Final[dict[Kind, int]] = {
    Kind.VALID: 0,
    Kind.EXPIRED: 1,
    Kind.STATUS_UNCHECKED: 2,
    Kind.NOT_REGISTERED: 2,
    Kind.REVOKED: 3,
    Kind.BAD_SIGNATURE: 4,
    Kind.UNKNOWN_KEY: 5,
    Kind.WRONG_SITE: 6,
    Kind.ALTERED: 7,
    Kind.NOT_A_SEAL: 8,
    Kind.UNREADABLE: 8,
}
"""The exit code of ``kopsurat verify`` for each verdict; part of the stable interface."""

Color = Literal["green", "yellow", "red", "gray"]
_COLORS: Final[dict[Kind, Color]] = {
    Kind.VALID: "green",
    Kind.EXPIRED: "yellow",
    Kind.STATUS_UNCHECKED: "yellow",
    Kind.NOT_REGISTERED: "yellow",
    Kind.REVOKED: "red",
    Kind.BAD_SIGNATURE: "red",
    Kind.UNKNOWN_KEY: "red",
    Kind.WRONG_SITE: "red",
    Kind.ALTERED: "red",
    Kind.NOT_A_SEAL: "gray",
    Kind.UNREADABLE: "gray",
}
_VOUCHED: Final = frozenset(
    (Kind.VALID, Kind.EXPIRED, Kind.STATUS_UNCHECKED, Kind.NOT_REGISTERED, Kind.REVOKED, Kind.ALTERED)
)


_LIST_WORDS: Final = ("revoked", "issued", "corrected", "withdrawn", "misused", "issued-in-error")
"""Facts that have a sentence of their own: kinds of lists, and why a letter was withdrawn."""


class Answer(StrEnum):
    """The answer to one of the questions that are always answered separately."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the verdict is what it is: a stable code and the facts that its sentence mentions."""

    code: str
    facts: tuple[tuple[str, Any], ...] = ()

    def sentence(self, lang: Language = "id") -> str:
        """Return the sentence for people; facts that are words of the lists are said in its language."""
        told = {
            name: explain(f"fact-{fact}", lang) if fact in _LIST_WORDS else fact for name, fact in self.facts
        }
        return explain(KopsuratError(self.code, **told), lang)

    def __str__(self) -> str:
        return self.code


def because(code: str, **facts: str | int) -> Reason:
    """Return a reason with its facts."""
    return Reason(code, tuple(facts.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Who vouches, and how that is known. Names are empty when only a bare key was given."""

    host: str
    known_by: Origin
    kid: str
    desa: str = ""
    kecamatan: str = ""
    kabupaten: str = ""
    code: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A place where a file shows something else than what was sealed.

    ``field`` names it in ``surat.json`` (empty: text that was added); ``sealed`` is what was signed and
    ``shown`` what the file shows, None for nothing.
    """

    field: str
    sealed: str | None
    shown: str | None


@unchangeable
@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What may be concluded about a seal.

    Match ``kind`` first: ``claims`` is None unless a trusted key signed them. The three questions are
    answered apart: is the seal ``intact``, who is the ``issuer`` and how do we know, is the letter
    ``in_force``; and besides, was the ``signer_in_office``. A verdict has no truth value.
    """

    kind: Kind
    intact: Answer
    in_force: Answer = Answer.UNKNOWN
    signer_in_office: Answer = Answer.UNKNOWN
    issuer: Issuer | None = None
    reasons: tuple[Reason, ...] = ()
    vouched: Claims | None = None
    """What the seal says; read :attr:`claims`, which is None while nobody vouches for it."""
    seal_id: str | None = None
    differences: tuple[Difference, ...] = ()
    at: dt.datetime | None = None

    @property
    def claims(self) -> Claims | None:
        """Return what the seal says, or None when no trusted key signed it."""
        return self.vouched if self.kind in _VOUCHED else None

    @property
    def exit_code(self) -> int:
        """Return the exit code of ``kopsurat verify``."""
        return EXIT_CODES[self.kind]

    @property
    def color(self) -> Color:
        """Return green, yellow, red or gray."""
        return _COLORS[self.kind]

    def sentence(self, lang: Language = "id") -> str:
        """Return the verdict in one sentence."""
        return explain(f"verdict-{self.kind}", lang)

    def comparison(self, lang: Language = "id") -> tuple[tuple[str, str], ...]:
        """Return what to compare with the letter on the table, as label and value; empty without claims."""
        claims = self.claims
        if claims is None:
            return ()
        rows = [
            ("nomor", claims.nomor),
            ("date", format_date(claims.date)),
            ("letter-type", claims.letter_type),
            ("subject", claims.subject),
            ("signatory", claims.signatory),
            ("jabatan", claims.jabatan),
            ("summary", claims.summary),
            ("expires", format_date(claims.expires) if claims.expires else None),
        ]
        return tuple((explain(f"compare-{name}", lang), value) for name, value in rows if value)

    def to_json(self) -> dict[str, Any]:
        """Return the verdict as JSON values; the keys are stable and the same in every language."""
        return {
            "verdict": self.kind.value,
            "exit_code": self.exit_code,
            "intact": self.intact.value,
            "issuer": _issuer_json(self.issuer),
            "in_force": self.in_force.value,
            "signer_in_office": self.signer_in_office.value,
            "claims": _claims_json(self.claims),
            "seal_id": self.seal_id,
            "reasons": [{"code": each.code, **dict(each.facts)} for each in self.reasons],
            "differences": [
                {"field": each.field, "sealed": each.sealed, "shown": each.shown} for each in self.differences
            ],
            "at": self.at.isoformat() if self.at else None,
        }

    def __bool__(self) -> bool:
        raise TypeError("a verdict is neither true nor false: compare verdict.kind")


def _issuer_json(issuer: Issuer | None) -> dict[str, Any] | None:
    if issuer is None:
        return None
    return {
        "host": issuer.host,
        "known_by": issuer.known_by.value,
        "kid": issuer.kid,
        "desa": issuer.desa,
        "kecamatan": issuer.kecamatan,
        "kabupaten": issuer.kabupaten,
        "code": issuer.code,
        "publisher": issuer.publisher,
    }


def _claims_json(claims: Claims | None) -> dict[str, Any] | None:
    if claims is None:
        return None
    return {
        "host": claims.host,
        "letter_type": claims.letter_type,
        "nomor": claims.nomor,
        "date": claims.date.isoformat(),
        "signatory": claims.signatory,
        "jabatan": claims.jabatan,
        "subject": claims.subject,
        "summary": claims.summary,
        "expires": claims.expires.isoformat() if claims.expires else None,
        "commitment": claims.commitment.hex(),
    }

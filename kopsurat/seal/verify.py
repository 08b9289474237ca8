"""The judgment: a link or bytes, what the verifier believes, and a moment give a verdict. Never an error."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect, expect_moment
from kopsurat.errors import InvalidSeal
from kopsurat.seal import hosts, typed_code
from kopsurat.seal.claims import Claims, end_of
from kopsurat.seal.cose import Envelope
from kopsurat.seal.link import Link
from kopsurat.seal.records import IssuedList, RevokedList
from kopsurat.seal.text import tidy
from kopsurat.seal.trust import KnownKey, Origin, Trust
from kopsurat.seal.verdict import Answer, Issuer, Kind, Reason, Verdict, because

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LIST_AGE", "MAX_SEAL", "verify", "verify_code"]

MAX_SEAL: Final = 831
"""Largest seal in bytes: what 2,000 digits hold."""
LIST_AGE: Final = dt.timedelta(days=30)
"""A revoked or issued list older than this proves nothing."""
_CLOCK_SKEW: Final = dt.timedelta(days=1)


def verify(link_or_bytes: str | bytes, *, trust: Trust, at: dt.datetime) -> Verdict:
    """Return the verdict on a link (text) or on the bytes of a seal, as of the aware moment ``at``.

    Reads no clock and no network, and raises nothing for any text or bytes; only faults of the program
    raise :class:`~kopsurat.errors.InvalidInput`: ``wrong-type``, or ``moment-naive`` for a naive ``at``.
    """
    expect(link_or_bytes, str | bytes, "link_or_bytes")
    expect(trust, Trust, "trust")
    expect_moment(at, "at")
    try:
        host, data = _parts(link_or_bytes)
        envelope = Envelope.from_bytes(data)
        claims = Claims.from_payload(envelope.payload)
    except InvalidSeal as error:
        return _not_a_seal(error, at)
    case = _Case(envelope=envelope, claims=claims, trust=trust, at=at)
    return replace(case.verdict(host), at=at, seal_id=envelope.id.hex())


def verify_code(text: str, *, trust: Trust, host: str, kid: bytes, at: dt.datetime) -> Verdict:
    """Return what the lists say about a typed code of ``host``: registered or revoked, never ``valid``.

    The code names a seal but does not carry it, so nothing about the letter's content can be said.
    """
    expect(text, str, "text")
    expect(trust, Trust, "trust")
    expect(host, str, "host")
    expect(kid, bytes, "kid")
    expect_moment(at, "at")
    try:
        value = typed_code.parse_code(text)
    except InvalidSeal as error:
        return _not_a_seal(error, at)
    issued, revoked = trust.issued_list(host, kid), trust.revoked_list(host, kid)
    shift = 64 - typed_code.ID_BITS
    base = Verdict(kind=Kind.STATUS_UNCHECKED, intact=Answer.UNKNOWN, at=at)
    if revoked and any(int.from_bytes(each.id) >> shift == value for each in revoked.entries):
        return replace(base, kind=Kind.REVOKED, in_force=Answer.NO, reasons=(Reason("seal-revoked"),))
    if issued and any(int.from_bytes(seal_id) >> shift == value for seal_id, _ in issued.entries):
        return replace(base, reasons=(Reason("code-registered"), Reason("code-says-nothing-of-content")))
    if issued:
        return replace(base, kind=Kind.NOT_REGISTERED, reasons=(Reason("not-on-issued-list"),))
    return replace(base, reasons=(Reason("issued-list-missing"),))


def _parts(link_or_bytes: str | bytes) -> tuple[str | None, bytes]:
    if isinstance(link_or_bytes, str):
        link = Link.parse(link_or_bytes)
        host, data = link.host, link.cose
    else:
        host, data = None, link_or_bytes
    if len(data) > MAX_SEAL:
        raise InvalidSeal("link-too-long")
    return host, data


def _not_a_seal(error: InvalidSeal, at: dt.datetime) -> Verdict:
    facts = {"path": error.path, "value": error.value, **error.evidence}
    reason = Reason(error.code, tuple((name, _plain(fact)) for name, fact in facts.items() if fact))
    return Verdict(kind=Kind.NOT_A_SEAL, intact=Answer.UNKNOWN, reasons=(reason,), at=at)


def _plain(fact: object) -> object:
    """Return a fact fit for JSON: hostile texts are shortened and escaped."""
    if isinstance(fact, int):
        return fact
    return ascii(str(fact)[:60])[1:-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A well-formed seal before the judge."""

    envelope: Envelope
    claims: Claims
    trust: Trust
    at: dt.datetime

    def verdict(self, host: str | None) -> Verdict:
        if host is not None and host != self.claims.host:
            return self.refuse(Kind.WRONG_SITE, "host-differs", host=host, signed=self.claims.host)
        if fault := hosts.fault_of(self.claims.host, self.trust.listed_hosts):
            return self.refuse(Kind.WRONG_SITE, fault, host=self.claims.host)
        known = [each for each in self.trust.known_keys() if each.key.kid == self.envelope.kid]
        if not known:
            return self.refuse(Kind.UNKNOWN_KEY, "key-unknown", kid=self.envelope.kid.hex())
        signers = [each for each in known if self.envelope.is_signed_by(each.key)]
        if not signers:
            return self.refuse(Kind.BAD_SIGNATURE, "signature-wrong", intact=Answer.NO)
        return self.signed(signers)

    def refuse(self, kind: Kind, code: str, *, intact: Answer = Answer.UNKNOWN, **facts: str) -> Verdict:
        return Verdict(kind=kind, intact=intact, reasons=(because(code, **facts),))

    def signed(self, signers: list[KnownKey]) -> Verdict:
        """Judge a good signature: the key must be that of the office, on that day."""
        host, day = self.claims.host, self.claims.date
        own = [each for each in signers if each.office is None or each.office.host == host]
        if not own:
            other = signers[0].office
            return self.refuse(
                Kind.WRONG_SITE, "key-of-another-office", host=host, other=other.host if other else ""
            )
        pinned = self.trust.pinned_offices(host)
        weak = (Origin.SITE, Origin.DNS, Origin.FIRST_USE, Origin.KEY_LIST)
        own = [each for each in own if not pinned or each.source.origin not in weak]
        if not own:
            return self.refuse(Kind.UNKNOWN_KEY, "site-key-not-on-trust-list", host=host)
        covering = [each for each in own if each.record is None or each.record.covers(day)]
        if not covering:
            return self.refuse(Kind.UNKNOWN_KEY, "key-not-in-force", day=day.isoformat())
        bad = [each for each in covering if each.is_compromised]
        return self.status(covering[0], bad)

    def status(self, known: KnownKey, bad: list[KnownKey]) -> Verdict:
        """Judge the status: withdrawn, out of force, or not to be checked."""
        host, seal_id = self.claims.host, self.envelope.id
        revoked = self.trust.revoked_list(host, self.envelope.kid)
        issued = self.trust.issued_list(host, self.envelope.kid)
        registered = issued.day_of(seal_id) if issued else None
        reasons = tuple(self.remarks(known))
        if entry := revoked.find(seal_id) if revoked else None:
            why = because("seal-revoked", day=entry.day.isoformat(), reason=entry.reason)
            return self.conclude(Kind.REVOKED, known, why, *reasons)
        for each in bad:
            since = each.record.compromised_on if each.record else None
            if since and (registered is None or registered >= since):
                why = because("key-compromised", day=since.isoformat())
                return self.conclude(Kind.REVOKED, known, why, *reasons)
        unchecked = tuple(self.unchecked(known, revoked, issued))
        if self.claims.expires and self.at >= end_of(self.claims.expires):
            why = because("expired", day=self.claims.expires.isoformat())
            return self.conclude(Kind.EXPIRED, known, why, *unchecked, *reasons)
        if not self.trust.asks_status:
            return self.conclude(Kind.VALID, known, Reason("status-not-asked"), *unchecked, *reasons)
        if unchecked:
            return self.conclude(Kind.STATUS_UNCHECKED, known, *unchecked, *reasons)
        if registered is None:
            return self.conclude(Kind.NOT_REGISTERED, known, Reason("not-on-issued-list"), *reasons)
        return self.conclude(Kind.VALID, known, *reasons)

    def unchecked(
        self, known: KnownKey, revoked: RevokedList | None, issued: IssuedList | None
    ) -> Iterator[Reason]:
        """Yield why the status cannot be relied on."""
        if known.source.expires and self.at >= known.source.expires:
            yield because("trust-list-expired", day=known.source.expires.date().isoformat())
        if known.source.issued_at and known.source.issued_at - _CLOCK_SKEW > self.at:
            yield because("list-from-the-future", list=known.source.origin.value)
        if not self.trust.asks_status:
            return
        for name, kind, listing, missing in (
            ("revoked", RevokedList, revoked, "revocation-list-missing"),
            ("issued", IssuedList, issued, "issued-list-missing"),
        ):
            if listing is None:
                yield Reason(missing)
            elif listing.issued_at - _CLOCK_SKEW > self.at:
                yield because("list-from-the-future", list=name)
            elif self.at - listing.issued_at > LIST_AGE:
                days = (self.at - listing.issued_at).days
                yield because("list-stale", list=name, days=days)
            elif listing.counter < self.trust.newest_counter(self.envelope.kid, kind):
                yield because("list-superseded", list=name)

    def remarks(self, known: KnownKey) -> Iterator[Reason]:
        """Yield what a reader should know besides, without changing the verdict."""
        if self.claims.date - _CLOCK_SKEW > self.at.date():
            yield because("date-in-future", day=self.claims.date.isoformat())
        if known.source.origin is Origin.FIRST_USE:
            yield because("key-first-use", host=self.claims.host)
        if self.signer_in_office(known) is Answer.NO:
            day = self.claims.date.isoformat()
            yield because("signer-not-in-office", name=self.claims.signatory, day=day)
        yield Reason("compare-with-the-letter")

    def signer_in_office(self, known: KnownKey) -> Answer:
        """Answer whether the signatory was in office on the letter's date, by the office's own list."""
        terms = known.office.signers if known.office else ()
        name = tidy(self.claims.signatory).casefold()
        own = [term for term in terms if tidy(term.name).casefold() == name]
        if not terms:
            return Answer.UNKNOWN
        return Answer.YES if any(term.covers(self.claims.date) for term in own) else Answer.NO

    def conclude(self, kind: Kind, known: KnownKey, *reasons: Reason) -> Verdict:
        return Verdict(
            kind=kind,
            intact=Answer.YES,
            in_force=_IN_FORCE[kind],
            signer_in_office=self.signer_in_office(known),
            issuer=_issuer(self.claims.host, known),
            reasons=reasons,
            vouched=self.claims,
        )


_IN_FORCE: Final = {
    Kind.VALID: Answer.YES,
    Kind.EXPIRED: Answer.NO,
    Kind.REVOKED: Answer.NO,
    Kind.STATUS_UNCHECKED: Answer.UNKNOWN,
    Kind.NOT_REGISTERED: Answer.UNKNOWN,
}


def _issuer(host: str, known: KnownKey) -> Issuer:
    office = known.office
    return Issuer(
        host=host,
        known_by=known.source.origin,
        kid=known.key.kid.hex(),
        desa=office.desa if office else "",
        kecamatan=office.kecamatan if office else "",
        kabupaten=office.kabupaten if office else "",
        code=office.code if office else None,
        publisher=known.source.publisher,
    )

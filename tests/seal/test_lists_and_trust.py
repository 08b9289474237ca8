"""What an office or a regency publishes, and whom a verifier believes on the strength of it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopsurat.errors import KopsuratError, TrustError
from kopsurat.seal import (
    Answer,
    KeyList,
    KeyStatus,
    Kind,
    OfficeRecord,
    Origin,
    RevokedEntry,
    RevokedList,
    Trust,
    TrustList,
    build_issued_list,
    build_key_list,
    build_revoked_list,
    build_trust_list,
    dns_record,
    has_proof,
    parse_dns_record,
    parse_list,
    parse_trust_list,
    prove,
    seal_claims,
    verify,
    verify_code,
)
from kopsurat.seal.lists import SignedList

DAY = dt.timedelta(days=1)


def a_key_list(sample: ModuleType, **changes: Any) -> bytes:
    listing = KeyList(office=sample.an_office(), issued_at=sample.FRESH, counter=4)
    return build_key_list(replace(listing, **changes), sample.KEY)


def a_trust_list(sample: ModuleType, *offices: Any, **changes: Any) -> TrustList:
    listing = TrustList(
        publisher="Dinas PMD Kabupaten Sukamulya",
        offices=offices or (sample.an_office(),),
        issued_at=sample.FRESH,
        expires=sample.NOW + 300 * DAY,
        counter=12,
        signer=sample.STRANGER.public,
    )
    return replace(listing, **changes)


class TestListsOfAnOffice:
    def test_every_list_comes_back_as_it_was_built(self, sample: ModuleType) -> None:
        keys = KeyList(
            office=sample.an_office(),
            issued_at=sample.FRESH,
            counter=4,
            revoked_counters=((sample.KEY.public.kid.hex(), 7),),
        )
        signed = parse_list(build_key_list(keys, sample.KEY))
        assert signed.listing == keys
        assert signed.is_signed_by(sample.KEY.public)
        assert not signed.is_signed_by(sample.STRANGER.public)

    def test_the_same_list_gives_the_same_bytes(self, sample: ModuleType) -> None:
        assert a_key_list(sample) == a_key_list(sample)

    def test_entries_are_sorted_whatever_their_order(self, sample: ModuleType) -> None:
        entries = tuple(
            RevokedEntry(id=bytes([n] * 8), day=dt.date(2026, 1, 1), reason="x") for n in (3, 1, 2)
        )
        listing = RevokedList(
            host=sample.HOST, kid=sample.KEY.public.kid, entries=entries, issued_at=sample.FRESH, counter=1
        )
        reverse = replace(listing, entries=entries[::-1])
        built = build_revoked_list(listing, sample.KEY)
        assert built == build_revoked_list(reverse, sample.KEY)
        assert [row[0] for row in json.loads(built)["payload"]["entries"]] == [
            "01" * 8,
            "02" * 8,
            "03" * 8,
        ]

    def test_a_published_list_names_no_person_of_the_public(self, sample: ModuleType) -> None:
        for each in sample.sites()["complete"]["lists"]:
            assert all(len(row) <= 3 for row in each["payload"]["entries"])
            assert "Siti" not in json.dumps(each)

    def test_a_key_proves_that_its_publisher_holds_it(self, sample: ModuleType) -> None:
        record = sample.a_record(sample.KEY)
        assert has_proof(record, sample.HOST)
        assert not has_proof(record, "sukasari.desa.id")
        assert not has_proof(replace(record, proof=prove(sample.STRANGER, sample.HOST)), sample.HOST)
        assert not has_proof(replace(record, proof=None), sample.HOST)

    @pytest.mark.parametrize(
        "change",
        [
            lambda c: c["payload"].update(host="evil.desa.id"),
            lambda c: c["payload"].update(counter=5),
            lambda c: c["payload"]["keys"][0].update(to="2036-12-31"),
            lambda c: c["payload"]["keys"][0].update(status="retired"),
            lambda c: c["payload"]["signers"].clear(),
            lambda c: c["signature"].update(value=c["signature"]["value"][::-1]),
        ],
    )
    def test_a_changed_key_list_is_refused(self, sample: ModuleType, change: Any) -> None:
        content = json.loads(a_key_list(sample))
        change(content)
        with pytest.raises(TrustError, match=r"list-(bad-signature|malformed)"):
            Trust.load(json.dumps(content).encode())

    @pytest.mark.parametrize(
        "change",
        [
            lambda c: c.pop("payload"),
            lambda c: c.pop("signature"),
            lambda c: c["payload"].update(type="other"),
            lambda c: c["payload"].update(counter=-1),
            lambda c: c["payload"].update(counter=True),
            lambda c: c["payload"].update(counter="1"),
            lambda c: c["payload"].update(issued_at=10**16),
            lambda c: c["payload"].update(keys={}),
            lambda c: c["payload"]["keys"][0].update(crv="P-384"),
            lambda c: c["payload"]["keys"][0].update(x="AAAA"),
            lambda c: c["payload"]["keys"][0].update(kid="00000000"),
            lambda c: c["payload"]["keys"][0].update(status="new"),
            lambda c: c["payload"]["keys"][0].update(compromised_on="2026-01-01"),
            lambda c: c["payload"]["keys"][0].update({"from": "2026-13-01"}),
            lambda c: c["payload"]["keys"][0].update({"from": "20260101"}),
            lambda c: c["signature"].update(kid="zz"),
            lambda c: c["signature"].update(value="="),
        ],
    )
    def test_a_malformed_list_is_refused_by_our_error(self, sample: ModuleType, change: Any) -> None:
        content = json.loads(a_key_list(sample))
        change(content)
        with pytest.raises(TrustError, match="list-malformed"):
            parse_list(json.dumps(content).encode())

    @settings(max_examples=150, deadline=None)
    @given(
        st.one_of(
            st.binary(max_size=80),
            st.recursive(
                st.none() | st.booleans() | st.integers() | st.text(max_size=8),
                lambda inner: (
                    st.lists(inner, max_size=3)
                    | st.dictionaries(
                        st.sampled_from(["payload", "signature", "type", "keys", "host", "entries"]),
                        inner,
                        max_size=4,
                    )
                ),
            ).map(lambda value: json.dumps(value).encode()),
        )
    )
    def test_any_bytes_are_a_list_or_our_error(self, data: bytes) -> None:
        for parse in (parse_list, parse_trust_list, Trust.load):
            try:
                assert isinstance(parse(data), (SignedList, TrustList, Trust))
            except KopsuratError as error:
                assert isinstance(error, TrustError)


class TestTrustLists:
    """A COSE_Sign1 file of a regency or bank with the keys of many offices."""

    def test_it_comes_back_as_it_was_built(self, sample: ModuleType) -> None:
        neighbor = sample.an_office(host="sukasari.desa.id", code=None, signers=(), keys=())
        listing = a_trust_list(sample, sample.an_office(), neighbor)
        offices = tuple(
            replace(office, keys=tuple(replace(key, proof=None) for key in office.keys))
            for office in listing.offices
        )
        assert parse_trust_list(build_trust_list(listing, sample.STRANGER)) == replace(
            listing, offices=offices
        )

    def test_a_seal_is_known_by_the_list(self, sample: ModuleType) -> None:
        data = build_trust_list(a_trust_list(sample), sample.STRANGER)
        seal = seal_claims(sample.GOOD["typical"], sample.KEY)
        verdict = verify(seal.link, trust=Trust.load(data), at=sample.NOW)
        assert verdict.kind is Kind.STATUS_UNCHECKED
        assert verdict.issuer is not None
        assert verdict.issuer.known_by is Origin.TRUST_LIST
        assert verdict.issuer.publisher == "Dinas PMD Kabupaten Sukamulya"
        assert (verdict.issuer.desa, verdict.issuer.code) == ("Desa Sukamaju", "32.15.01.2001")
        assert verdict.signer_in_office is Answer.YES

    def test_with_the_office_s_lists_the_seal_is_valid(self, sample: ModuleType) -> None:
        trust = Trust.load(build_trust_list(a_trust_list(sample), sample.STRANGER)).with_lists(
            *(json.dumps(each).encode() for each in sample.sites()["complete"]["lists"])
        )
        seal = seal_claims(sample.GOOD["typical"], sample.KEY)
        assert verify(seal.link, trust=trust, at=sample.NOW).kind is Kind.VALID

    def test_an_expired_list_makes_the_status_uncertain(self, sample: ModuleType) -> None:
        listing = a_trust_list(sample, expires=sample.NOW)
        trust = Trust.load(build_trust_list(listing, sample.STRANGER)).with_lists(
            *(json.dumps(each).encode() for each in sample.sites()["complete"]["lists"])
        )
        verdict = verify(seal_claims(sample.GOOD["typical"], sample.KEY).link, trust=trust, at=sample.NOW)
        assert (verdict.kind, verdict.reasons[0].code) == (Kind.STATUS_UNCHECKED, "trust-list-expired")

    @pytest.mark.parametrize(
        ("ahead", "kind"), [(DAY, Kind.VALID), (DAY + dt.timedelta(seconds=1), Kind.STATUS_UNCHECKED)]
    )
    def test_the_clocks_of_office_and_reader_may_be_a_day_apart(
        self, sample: ModuleType, ahead: dt.timedelta, kind: Kind
    ) -> None:
        claims, issued_at = sample.GOOD["typical"], sample.NOW + ahead
        lists = (
            sample.revoked_list(sample.KEY, issued_at=issued_at),
            sample.issued_list(sample.KEY, (claims, claims.date), issued_at=issued_at),
        )
        trust = Trust.load(a_key_list(sample)).with_lists(*(json.dumps(each).encode() for each in lists))
        assert verify(seal_claims(claims, sample.KEY).link, trust=trust, at=sample.NOW).kind is kind

    @pytest.mark.parametrize(("days", "is_remarked"), [(1, False), (2, True)])
    def test_a_letter_of_the_day_after_tomorrow_is_remarked(
        self, sample: ModuleType, days: int, is_remarked: bool
    ) -> None:
        claims = replace(sample.GOOD["typical"], date=sample.NOW.date() + days * DAY)
        verdict = verify(
            seal_claims(claims, sample.KEY).link, trust=Trust.of(sample.KEY.public), at=sample.NOW
        )
        assert ("date-in-future" in [each.code for each in verdict.reasons]) is is_remarked

    def test_only_a_publisher_that_is_trusted_may_sign(self, sample: ModuleType) -> None:
        data = build_trust_list(a_trust_list(sample), sample.STRANGER)
        assert Trust.load(data, signers=(sample.STRANGER.public,)).sources
        with pytest.raises(TrustError, match="trust-list-unknown-signer"):
            Trust.load(data, signers=(sample.KEY.public,))

    def test_another_key_than_the_one_named_may_not_sign(self, sample: ModuleType) -> None:
        with pytest.raises(TrustError, match="trust-list-wrong-signer"):
            build_trust_list(a_trust_list(sample), sample.KEY)

    def test_one_changed_byte_is_noticed(self, sample: ModuleType) -> None:
        data = build_trust_list(a_trust_list(sample), sample.STRANGER)
        changed = data.replace(b"sukamaju.desa.id", b"sukamajo.desa.id")
        with pytest.raises(TrustError, match="trust-list-bad-signature"):
            Trust.load(changed)

    def test_a_site_that_disagrees_with_the_list_is_red(self, sample: ModuleType) -> None:
        listed = sample.an_office(keys=(sample.a_record(sample.RETIRED),))
        pinned = Trust.load(build_trust_list(a_trust_list(sample, listed), sample.STRANGER))
        site = Trust.load(a_key_list(sample), origin=Origin.SITE)
        seal = seal_claims(sample.GOOD["typical"], sample.KEY)
        assert verify(seal.link, trust=site, at=sample.NOW).kind is Kind.STATUS_UNCHECKED
        verdict = verify(seal.link, trust=pinned | site, at=sample.NOW)
        assert (verdict.kind, verdict.reasons[0].code) == (Kind.UNKNOWN_KEY, "site-key-not-on-trust-list")

    def test_three_hundred_offices_fit_and_load(self, sample: ModuleType) -> None:
        offices = tuple(
            sample.an_office(host=f"desa{n}.desa.id", keys=(sample.a_record(sample.KEY),)) for n in range(300)
        )
        data = build_trust_list(a_trust_list(sample, *offices), sample.STRANGER)
        assert len(data) < 150_000
        assert len(parse_trust_list(data).offices) == 300

    def test_a_listed_host_may_vouch_although_it_is_not_official(self, sample: ModuleType) -> None:
        host = "surat.example.org"
        office = sample.an_office(host=host, keys=(sample.a_record(sample.KEY, host),))
        trust = Trust.load(build_trust_list(a_trust_list(sample, office), sample.STRANGER))
        seal = seal_claims(sample.some_claims(host=host), sample.KEY)
        assert verify(seal.link, trust=trust, at=sample.NOW).kind is Kind.STATUS_UNCHECKED


class TestTrust:
    def test_a_given_key_vouches_for_any_official_host_and_says_what_was_not_asked(
        self, sample: ModuleType
    ) -> None:
        seal = seal_claims(sample.GOOD["typical"], sample.KEY)
        verdict = verify(seal.link, trust=Trust.of(sample.KEY.public), at=sample.NOW)
        assert verdict.kind is Kind.VALID
        assert [each.code for each in verdict.reasons] == ["status-not-asked", "compare-with-the-letter"]
        assert verdict.issuer is not None
        assert verdict.issuer.known_by is Origin.GIVEN
        assert verdict.signer_in_office is Answer.UNKNOWN

    def test_lists_make_a_given_key_ask_for_the_status(self, sample: ModuleType) -> None:
        seal = seal_claims(sample.REVOKED, sample.KEY)
        revoked = json.dumps(sample.revoked_list(sample.KEY, sample.REVOKED)).encode()
        trust = Trust.of(sample.KEY.public).with_lists(revoked)
        assert verify(seal.link, trust=trust, at=sample.NOW).kind is Kind.REVOKED
        other = seal_claims(sample.GOOD["typical"], sample.KEY)
        assert verify(other.link, trust=trust, at=sample.NOW).kind is Kind.STATUS_UNCHECKED

    def test_a_path_is_read(self, sample: ModuleType, tmp_path: Path) -> None:
        path = tmp_path / "daftar kunci désa.json"
        path.write_bytes(a_key_list(sample))
        assert Trust.load(path) == Trust.load(a_key_list(sample)) == Trust.load(str(path))
        with pytest.raises(TrustError, match="trust-file-unreadable"):
            Trust.load(tmp_path / "tidak ada")
        for name in ("\ud800", "a\0b"):
            with pytest.raises(TrustError, match="trust-file-unreadable"):
                Trust.load(name)

    def test_a_list_of_letters_is_no_key_list(self, sample: ModuleType) -> None:
        with pytest.raises(TrustError, match="list-not-a-key-list"):
            Trust.load(json.dumps(sample.revoked_list(sample.KEY)).encode())

    def test_a_key_list_signed_only_by_a_leaked_key_is_refused(self, sample: ModuleType) -> None:
        leaked = sample.a_record(
            sample.LEAKED, status=KeyStatus.COMPROMISED, compromised_on=dt.date(2026, 5, 1)
        )
        listing = KeyList(office=sample.an_office(keys=(leaked,)), issued_at=sample.FRESH, counter=1)
        with pytest.raises(TrustError, match="list-bad-signature"):
            Trust.load(build_key_list(listing, sample.LEAKED))

    def test_first_use_is_marked(self, sample: ModuleType) -> None:
        trust = Trust.load(a_key_list(sample), origin=Origin.FIRST_USE)
        verdict = verify(seal_claims(sample.GOOD["typical"], sample.KEY).link, trust=trust, at=sample.NOW)
        assert "key-first-use" in [each.code for each in verdict.reasons]

    def test_the_newest_of_two_lists_counts(self, sample: ModuleType) -> None:
        seal = seal_claims(sample.REVOKED, sample.KEY)
        old = sample.revoked_list(sample.KEY, counter=6)
        new = sample.revoked_list(sample.KEY, sample.REVOKED, counter=7)
        for order in ((old, new), (new, old)):
            trust = Trust.of(sample.KEY.public).with_lists(*(json.dumps(each).encode() for each in order))
            assert verify(seal.link, trust=trust, at=sample.NOW).kind is Kind.REVOKED

    def test_keys_that_share_a_kid_are_all_tried(
        self, sample: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from kopsurat.seal import PublicKey

        monkeypatch.setattr(PublicKey, "kid", property(lambda _: b"same"))
        seal = seal_claims(sample.GOOD["typical"], sample.KEY)
        trust = Trust.of(sample.STRANGER.public, sample.NEIGHBOR.public, sample.KEY.public)
        assert verify(seal.link, trust=trust, at=sample.NOW).kind is Kind.VALID


class TestPortalOfARegency:
    """Offices without a domain share a host: each has its own keys, signers and lists."""

    PORTAL = "surat.sukamulyakab.go.id"

    def offices(self, sample: ModuleType) -> tuple[OfficeRecord, OfficeRecord]:
        first = sample.an_office(host=self.PORTAL, keys=(sample.a_record(sample.KEY, self.PORTAL),))
        second = sample.an_office(
            host=self.PORTAL,
            desa="Desa Sukasari",
            code="32.15.01.2002",
            keys=(sample.a_record(sample.NEIGHBOR, self.PORTAL),),
            signers=(),
        )
        return first, second

    def key_list(self, sample: ModuleType) -> bytes:
        first, second = self.offices(sample)
        listing = KeyList(office=first, tenants=(second,), issued_at=sample.FRESH, counter=1)
        assert parse_list(build_key_list(listing, sample.KEY)).listing == listing
        return build_key_list(listing, sample.KEY)

    def trusts(self, sample: ModuleType) -> list[Trust]:
        listing = a_trust_list(sample, *self.offices(sample))
        return [
            Trust.load(self.key_list(sample)),
            Trust.load(build_trust_list(listing, sample.STRANGER)),
        ]

    def test_the_issuer_is_the_office_of_the_key(self, sample: ModuleType) -> None:
        for trust in self.trusts(sample):
            for key, desa in ((sample.KEY, "Desa Sukamaju"), (sample.NEIGHBOR, "Desa Sukasari")):
                seal = seal_claims(sample.some_claims(host=self.PORTAL), key)
                verdict = verify(seal.link, trust=trust, at=sample.NOW)
                assert verdict.issuer is not None
                assert (verdict.issuer.host, verdict.issuer.desa) == (self.PORTAL, desa)

    def test_one_office_may_not_sign_the_lists_of_another(self, sample: ModuleType) -> None:
        seal = seal_claims(sample.some_claims(host=self.PORTAL), sample.KEY)
        for signer, kind in ((sample.KEY, Kind.REVOKED), (sample.NEIGHBOR, Kind.STATUS_UNCHECKED)):
            entry = RevokedEntry(id=seal.id, day=dt.date(2026, 4, 2), reason="withdrawn")
            listing = RevokedList(
                host=self.PORTAL, kid=seal.kid, entries=(entry,), issued_at=sample.FRESH, counter=1
            )
            for trust in self.trusts(sample):
                trust = trust.with_lists(build_revoked_list(listing, signer))  # noqa: PLW2901 - adds up
                assert verify(seal.link, trust=trust, at=sample.NOW).kind is kind

    def test_a_list_is_for_one_host(self, sample: ModuleType) -> None:
        first, _ = self.offices(sample)
        listing = KeyList(office=first, tenants=(sample.an_office(),), issued_at=sample.FRESH, counter=1)
        with pytest.raises(TrustError, match="list-tenant-elsewhere"):
            build_key_list(listing, sample.KEY)


class TestTypedCodes:
    def lists(self, sample: ModuleType) -> Trust:
        return Trust.load(a_key_list(sample), origin=Origin.SITE).with_lists(
            *(json.dumps(each).encode() for each in sample.sites()["complete"]["lists"])
        )

    def test_a_code_says_registered_or_revoked_but_never_valid(self, sample: ModuleType) -> None:
        where = {"trust": self.lists(sample), "host": sample.HOST, "kid": sample.KEY.public.kid}
        good = seal_claims(sample.GOOD["typical"], sample.KEY).code
        verdict = verify_code(good, at=sample.NOW, **where)
        assert verdict.kind is Kind.STATUS_UNCHECKED
        assert [each.code for each in verdict.reasons] == ["code-registered", "code-says-nothing-of-content"]
        assert verdict.claims is None
        gone = seal_claims(sample.REVOKED, sample.KEY).code
        assert verify_code(gone, at=sample.NOW, **where).kind is Kind.REVOKED
        never = seal_claims(sample.UNREGISTERED, sample.KEY).code
        assert verify_code(never, at=sample.NOW, **where).kind is Kind.NOT_REGISTERED
        assert verify_code("7K3M", at=sample.NOW, **where).kind is Kind.NOT_A_SEAL

    def test_without_lists_nothing_is_known(self, sample: ModuleType) -> None:
        code = seal_claims(sample.GOOD["typical"], sample.KEY).code
        kid = sample.KEY.public.kid
        verdict = verify_code(code, trust=Trust.of(), host=sample.HOST, kid=kid, at=sample.NOW)
        assert (verdict.kind, verdict.reasons[0].code) == (Kind.STATUS_UNCHECKED, "issued-list-missing")


class TestDnsRecords:
    def test_a_record_comes_back(self, sample: ModuleType) -> None:
        name, text = dns_record(sample.KEY.public, sample.HOST)
        assert name == "_kopsurat.sukamaju.desa.id"
        assert text.startswith("v=ks1; kid=")
        assert len(text) <= 255  # one string of a TXT record
        assert parse_dns_record(text) == sample.KEY.public

    @pytest.mark.parametrize("text", ["", "v=spf1 -all", "v=ks1; kid=00000000; p=" + "A" * 86])
    def test_another_record_is_refused(self, text: str) -> None:
        with pytest.raises(TrustError, match="dns-record-malformed"):
            parse_dns_record(text)


def test_an_issued_list_of_3000_letters_is_small(sample: ModuleType) -> None:
    from kopsurat.seal import IssuedList

    entries = tuple((n.to_bytes(8), dt.date(2026, 1, 1)) for n in range(3000))
    listing = IssuedList(
        host=sample.HOST, kid=sample.KEY.public.kid, entries=entries, issued_at=sample.FRESH, counter=1
    )
    assert len(build_issued_list(listing, sample.KEY)) < 110_000

"""Laws of ``verify``: a verdict for anything, never another error, never after long work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kopsurat.errors import InvalidSeal
from kopsurat.seal import Claims, Kind, Trust, seal_claims, verify
from kopsurat.seal.claims import SUMMARY_LIMIT
from kopsurat.seal.codebook import JABATAN, LETTER_TYPES
from kopsurat.seal.cose import Envelope
from kopsurat.seal.link import MAX_DIGITS, Link

NOW = dt.datetime(2026, 11, 24, 3, 0, tzinfo=dt.UTC)
SHORT = settings(max_examples=150, deadline=None)

texts = st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=20).filter(str.strip)


@st.composite
def some_claims(draw: st.DrawFn) -> Claims | None:
    try:
        return Claims(
            host="sukamaju.desa.id",
            letter_type=draw(st.one_of(texts, st.sampled_from(LETTER_TYPES))),
            nomor=draw(texts),
            date=draw(st.dates(dt.date(1970, 1, 1), dt.date(9999, 12, 31))),
            signatory=draw(texts),
            jabatan=draw(st.one_of(texts, st.sampled_from(JABATAN))),
            subject=draw(st.none() | texts),
            summary=draw(st.none() | texts.map(lambda text: text[:SUMMARY_LIMIT])),
            expires=draw(st.none() | st.dates(dt.date(1971, 1, 1), dt.date(2105, 12, 31))),
            commitment=draw(st.binary(min_size=16, max_size=16)),
        )
    except InvalidSeal:
        return None


class TestAnythingGivesAVerdict:
    @SHORT
    @given(st.text())
    @example("https://sukamaju.desa.id/v#" + "9" * MAX_DIGITS)
    @example("https://sukamaju.desa.id/v#" + "\u0663" * 50)
    @example("\ud800")
    def test_any_text(self, text: str) -> None:
        assert verify(text, trust=Trust.of(), at=NOW).kind is Kind.NOT_A_SEAL

    @SHORT
    @given(st.binary(max_size=1000))
    def test_any_bytes(self, data: bytes) -> None:
        assert verify(data, trust=Trust.of(), at=NOW).kind is Kind.NOT_A_SEAL

    @SHORT
    @given(st.from_regex(r"https://sukamaju\.desa\.id/v#[1-9][0-9]{0,1999}", fullmatch=True))
    def test_any_digits(self, text: str) -> None:
        assert verify(text, trust=Trust.of(), at=NOW).kind is Kind.NOT_A_SEAL

    @SHORT
    @given(place=st.integers(0, 209), bit=st.integers(0, 7))
    def test_any_bit_changed_is_never_valid(self, sample: ModuleType, place: int, bit: int) -> None:
        good = seal_claims(sample.GOOD["typical"], sample.KEY).cose
        place %= len(good)
        changed = good[:place] + bytes((good[place] ^ 1 << bit,)) + good[place + 1 :]
        kind = verify(changed, trust=Trust.of(sample.KEY.public), at=NOW).kind
        assert kind in (Kind.NOT_A_SEAL, Kind.BAD_SIGNATURE, Kind.UNKNOWN_KEY, Kind.WRONG_SITE)

    @SHORT
    @given(cut=st.integers(0, 209), extra=st.binary(max_size=5))
    def test_any_piece_with_anything_after_it_is_not_a_seal(
        self, sample: ModuleType, cut: int, extra: bytes
    ) -> None:
        data = seal_claims(sample.GOOD["typical"], sample.KEY).cose
        piece = data[: cut % len(data)] + extra
        if piece != data:
            kind = verify(piece, trust=Trust.of(sample.KEY.public), at=NOW).kind
            assert kind in (Kind.NOT_A_SEAL, Kind.BAD_SIGNATURE)

    @SHORT
    @given(st.datetimes(timezones=st.just(dt.UTC)))
    @example(dt.datetime.max.replace(tzinfo=dt.UTC))
    @example(dt.datetime.min.replace(tzinfo=dt.UTC))
    def test_any_moment(self, sample: ModuleType, at: dt.datetime) -> None:
        seal = seal_claims(sample.EXPIRED, sample.KEY)
        kind = verify(seal.link, trust=Trust.of(sample.KEY.public), at=at).kind
        assert kind is (Kind.EXPIRED if at >= dt.datetime(2026, 11, 23, 17, tzinfo=dt.UTC) else Kind.VALID)

    def test_a_naive_moment_is_a_fault_of_the_program(self) -> None:
        with pytest.raises(ValueError, match="moment-naive"):
            verify("x", trust=Trust.of(), at=dt.datetime(2026, 11, 24))  # noqa: DTZ001 - the point


class TestJunkIsCheap:
    @pytest.mark.parametrize(
        "junk",
        [
            lambda size: "1" * size,
            lambda size: "https://sukamaju.desa.id/v#" + "1" * size,
            lambda size: "https://" + "a." * (size // 2),
            lambda size: b"\x84" * size,
            lambda size: b"\x9a\xff\xff\xff\xff" + bytes(size),
            lambda size: "\u202e" * size,
        ],
        ids=["digits", "link", "host", "arrays", "long array", "bidi"],
    )
    def test_a_megabyte_is_refused_in_as_many_steps_as_ten_kilobytes(
        self, junk: Callable[[int], str | bytes], count_calls: Callable[[Callable[[], object]], int]
    ) -> None:
        def steps(size: int) -> int:
            given = junk(size)
            return count_calls(lambda: verify(given, trust=Trust.of(), at=NOW))

        assert verify(junk(10_000), trust=Trust.of(), at=NOW).kind is Kind.NOT_A_SEAL
        assert steps(1_000_000) == steps(10_000) < 100

    def test_a_seal_has_831_bytes_at_most(self) -> None:
        reasons = [verify(bytes(size), trust=Trust.of(), at=NOW).reasons[0].code for size in (831, 832)]
        assert [reason == "link-too-long" for reason in reasons] == [False, True]


class TestRoundTrip:
    @SHORT
    @given(claims=some_claims())
    def test_claims_come_back_from_their_payload(self, claims: Claims | None) -> None:
        if claims is not None:
            assert Claims.from_payload(claims.to_payload()) == claims

    def test_a_seal_may_expire_on_the_last_day_of_2105_and_on_no_later_one(self, sample: ModuleType) -> None:
        last = replace(sample.GOOD["typical"], expires=dt.date(2105, 12, 31))
        assert Claims.from_payload(last.to_payload()) == last
        with pytest.raises(InvalidSeal, match="seal-bad-claims"):
            replace(last, expires=dt.date(2106, 1, 1))

    @settings(max_examples=60, deadline=None)
    @given(claims=some_claims())
    def test_a_sealed_claim_is_vouched_for(self, sample: ModuleType, claims: Claims | None) -> None:
        if claims is None:
            return
        seal = seal_claims(claims, sample.KEY)
        verdict = verify(seal.link, trust=Trust.of(sample.KEY.public), at=NOW)
        assert verdict.claims == claims
        assert verdict.seal_id == seal.id.hex()
        assert verify(seal.cose, trust=Trust.of(sample.KEY.public), at=NOW) == verdict

    @SHORT
    @given(st.binary(min_size=1, max_size=831).filter(lambda data: data[0] != 0))
    def test_a_link_comes_back_from_its_text(self, data: bytes) -> None:
        link = Link(host="sukamaju.desa.id", cose=data)
        if len(str(link)) <= len("https://sukamaju.desa.id/v#") + MAX_DIGITS:
            assert Link.parse(str(link)) == link

    def test_a_reprint_is_identical(self, sample: ModuleType) -> None:
        first, second = (seal_claims(sample.GOOD["typical"], sample.KEY) for _ in range(2))
        assert first == second

    def test_the_id_does_not_depend_on_the_signature(self, sample: ModuleType) -> None:
        seal = seal_claims(sample.GOOD["typical"], sample.KEY)
        envelope = Envelope.from_bytes(seal.cose)
        other = Envelope(kid=envelope.kid, payload=envelope.payload, signature=bytes(64))
        assert other.id == seal.id


class TestByteBudget:
    """Three letters as measured when the format was chosen: 150, 210 and 377 bytes."""

    @pytest.mark.parametrize(
        ("changes", "size"),
        [
            (
                {
                    "host": "cikal.desa.id",
                    "letter_type": "Undangan",
                    "nomor": "005/3/DS/2026",
                    "signatory": "Suparman",
                    "subject": None,
                },
                150,
            ),
            ({"expires": dt.date(2026, 6, 17)}, 210),
            (
                {
                    "host": "tanjungsari-lampungselatan.desa.id",
                    "letter_type": "Keterangan Domisili Usaha dan Pengantar Izin Usaha Mikro",
                    "nomor": "474.3/0127/PEM-DS.TJK/XI/2026",
                    "date": dt.date(2026, 11, 9),
                    "signatory": "Drs. H. Muhammad Zulkarnain Nasution, M.Si.",
                    "jabatan": "a.n. Kepala Desa, Sekretaris Desa,",
                    "subject": "CV Berkah Tani Sejahtera Abadi",
                    "summary": "Dusun III RT 004/RW 002",
                    "expires": dt.date(2027, 5, 9),
                },
                378,
            ),
        ],
        ids=["small", "typical", "large"],
    )
    def test_a_seal_is_no_larger(self, sample: ModuleType, changes: dict[str, object], size: int) -> None:
        seal = seal_claims(sample.some_claims(**changes), sample.KEY)
        assert len(seal.cose) <= size

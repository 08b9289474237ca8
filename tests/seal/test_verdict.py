"""A verdict cannot be mistaken for "valid": kinds, exit codes, JSON, sentences, comparison."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

import kopsurat
from kopsurat.messages import codes, explain
from kopsurat.seal import EXIT_CODES, Kind, Reason, Trust, Verdict, seal_claims, verify
from kopsurat.seal.verdict import Answer, because

ROOT = Path(kopsurat.__file__).parent


@pytest.fixture
def valid(sample: ModuleType) -> Verdict:
    seal = seal_claims(sample.GOOD["every field, texts without numbers"], sample.KEY)
    return verify(seal.link, trust=Trust.of(sample.KEY.public), at=sample.NOW)


class TestExitCodes:
    def test_every_kind_has_one_from_0_to_8_and_only_valid_has_0(self) -> None:
        assert set(EXIT_CODES) == set(Kind)
        assert sorted(set(EXIT_CODES.values())) == list(range(9))
        assert [kind for kind, code in EXIT_CODES.items() if code == 0] == [Kind.VALID]

    def test_they_are_the_documented_ones(self) -> None:
        assert {str(kind): code for kind, code in EXIT_CODES.items()} == {
            "valid": 0,
            "expired": 1,
            "status-unchecked": 2,
            "not-registered": 2,
            "revoked": 3,
            "bad-signature": 4,
            "unknown-key": 5,
            "wrong-site": 6,
            "altered": 7,
            "not-a-seal": 8,
            "unreadable": 8,
        }


class TestMisuse:
    def test_a_verdict_has_no_truth_value(self, valid: Verdict) -> None:
        with pytest.raises(TypeError, match="kind"):
            assert valid

    @pytest.mark.parametrize(
        "kind", ["bad-signature", "unknown-key", "wrong-site", "not-a-seal", "unreadable"]
    )
    def test_claims_that_nobody_vouches_for_are_not_given(self, valid: Verdict, kind: str) -> None:
        other = Verdict(kind=Kind(kind), intact=Answer.NO, vouched=valid.claims)
        assert other.claims is None
        assert other.comparison() == ()
        assert other.to_json()["claims"] is None

    def test_green_is_for_valid_alone(self) -> None:
        colors = {kind: Verdict(kind=kind, intact=Answer.UNKNOWN).color for kind in Kind}
        assert [kind for kind, color in colors.items() if color == "green"] == [Kind.VALID]

    def test_valid_always_asks_to_compare(self, valid: Verdict) -> None:
        assert "compare-with-the-letter" in [each.code for each in valid.reasons]
        assert "cocokkan" in valid.sentence()


class TestComparison:
    def test_it_lists_what_stands_on_the_letter(self, valid: Verdict) -> None:
        assert valid.comparison() == (
            ("Nomor", "470/012/DS-SKM/III/2026"),
            ("Tanggal", "17 Maret 2026"),
            ("Jenis/perihal", "Keterangan Domisili Usaha dan Pengantar Izin Usaha Mikro"),
            ("Tentang", "Siti Aminah binti Karto"),
            ("Penanda tangan", "H. Ahmad Sudrajat, S.Sos."),
            ("Jabatan", "a.n. Keuchik, Sekretaris Gampong"),
            ("Ringkasan", "Dusun III RT 004/RW 002"),
            ("Berlaku sampai", "9 Mei 2027"),
        )

    def test_labels_are_in_the_language_asked_for(self, valid: Verdict) -> None:
        assert [label for label, _ in valid.comparison("en")][:2] == ["Number (nomor)", "Date"]


class TestJson:
    def test_it_answers_the_questions_apart(self, valid: Verdict) -> None:
        content = json.loads(json.dumps(valid.to_json()))
        assert content["verdict"] == "valid"
        assert content["exit_code"] == 0
        assert (content["intact"], content["in_force"]) == ("yes", "yes")
        assert content["issuer"]["known_by"] == "given"
        assert content["signer_in_office"] == "unknown"
        assert content["claims"]["expires"] == "2027-05-09"
        assert content["reasons"][0] == {"code": "status-not-asked"}

    def test_hostile_text_arrives_escaped(self) -> None:
        at = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
        verdict = verify(b"\x84\x43\xa1\x01\x05\xa0\x41x\x58\x40" + bytes(64), trust=Trust.of(), at=at)
        assert json.dumps(verdict.to_json()).isascii()


class TestSentences:
    @pytest.mark.parametrize("kind", Kind)
    @pytest.mark.parametrize("lang", ["id", "en"])
    def test_every_kind_has_one(self, kind: Kind, lang: str) -> None:
        sentence = Verdict(kind=kind, intact=Answer.UNKNOWN).sentence(lang)  # type: ignore[arg-type]
        assert sentence.endswith(".")

    def test_a_reason_is_told_with_its_facts(self) -> None:
        reason = because("seal-revoked", day="2026-04-02", reason="corrected")
        assert "2026-04-02" in reason.sentence("id")
        assert "…" not in reason.sentence("en")
        assert str(reason) == "seal-revoked"
        assert Reason("expired").sentence()

    def test_every_code_in_the_source_has_a_sentence(self) -> None:
        raising = re.compile(
            r"(?:InvalidSeal|SealError|TrustError|KeyFileError|ScanError|because|Reason|fail|refuse|MissingExtra)"
            r'\(\s*(?:Kind\.\w+, )?"([a-z0-9-]+)"'
        )
        used = {
            code
            for folder in ("seal", "qr", "scanning")
            for file in (ROOT / folder).glob("*.py")
            for code in raising.findall(file.read_text(encoding="utf-8"))
        }
        assert len(used) > 60
        assert used <= set(codes())

    def test_sentences_that_judge_a_link_say_what_to_do_or_what_is_wrong(self) -> None:
        for code in ("link-malformed", "code-mistyped", "host-look-alike", "scan-heic"):
            assert len(explain(code).split()) >= 5

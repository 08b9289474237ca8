"""What a village secretary and an auditor expect of the register, on both databases."""

from __future__ import annotations

import datetime as dt
import io
import json

import pytest

from kopsurat.errors import RegisterError
from kopsurat.register import Record, Register, Revocation, Shipment
from kopsurat.register.schema import VERSION

_NEWER = json.dumps({"format": "kopsurat-register-1", "version": VERSION + 1})
NOW = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 24)


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def register(address: str, clock: Clock):
    with Register(address, clock=clock) as register:
        yield register


def a_letter(number: int = 1, **changes: object) -> Record:
    facts: dict[str, object] = {
        "direction": "keluar",
        "nomor": f"005/{number:03}/DS-SM/XI/2026",
        "date": DAY,
        "day": DAY,
        "party": "Ketua RT se-Desa Sukamaju",
        "summary": "Undangan musyawarah desa",
        "kind": "undangan",
        "seal_id": number.to_bytes(8, "big"),
        "kid": b"\x01\x02\x03\x04",
    }
    return Record(**{**facts, **changes})  # type: ignore[arg-type]


class TestNumbers:
    def test_numbers_count_up_from_one_in_each_scope_and_year(self, register: Register) -> None:
        values = [register.reserve(scope, year).value for scope, year in _CALLS]
        assert values == [1, 2, 1, 1, 3]

    def test_a_number_given_back_is_the_next_one(self, register: Register) -> None:
        first = register.reserve("semua", 2026)
        register.reserve("semua", 2026)
        register.give_back(first)
        assert register.reserve("semua", 2026).value == first.value

    def test_a_block_that_fails_gives_its_number_back(self, register: Register) -> None:
        with pytest.raises(ZeroDivisionError), register.number("semua", 2026):
            raise ZeroDivisionError
        assert register.reserve("semua", 2026).value == 1

    def test_a_block_that_fails_after_it_used_its_number_says_why_it_failed(self, register: Register) -> None:
        def use_and_fail() -> None:
            with register.number("semua", 2026) as held:
                register.use(held, "005/001/DS-SM/XI/2026")
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            use_and_fail()
        assert register.reserve("semua", 2026).value == 2

    def test_a_number_of_a_dead_process_is_free_after_its_lease(
        self, register: Register, clock: Clock
    ) -> None:
        lost = register.reserve("semua", 2026)
        assert register.reserve("semua", 2026).value == 2
        clock.now += dt.timedelta(minutes=11)
        assert register.reserve("semua", 2026).value == 1
        with pytest.raises(RegisterError) as caught:
            register.use(lost, "005/001/DS-SM/XI/2026")
        assert caught.value.code == "reservation-lost"

    def test_a_used_number_is_never_given_again(self, register: Register, clock: Clock) -> None:
        used = register.reserve("semua", 2026)
        register.use(used, "005/001/DS-SM/XI/2026")
        clock.now += dt.timedelta(days=1)
        assert register.reserve("semua", 2026).value == 2
        with pytest.raises(RegisterError, match="reservation-lost"):
            register.give_back(used)

    def test_the_same_nomor_cannot_be_used_twice_in_a_year(self, register: Register) -> None:
        first, second = register.reserve("a", 2026), register.reserve("b", 2026)
        register.use(first, "005/001/2026")
        with pytest.raises(RegisterError) as caught:
            register.use(second, "005/001/2026")
        assert caught.value.code == "nomor-taken"

    def test_numbers_of_letters_that_were_numbered_by_hand_are_passed_over(self, register: Register) -> None:
        register.add_all([a_letter(1), a_letter(2)])
        other = register.reserve("lain", 2026)
        register.use(other, a_letter(3).nomor)
        with register.number("semua", 2026, lambda value: a_letter(value).nomor) as held:
            assert held.value == 4
            register.use(held, a_letter(4).nomor)
        assert register.reserve("semua", 2026).value == 5
        assert register.faults() == ()

    def test_a_nomor_that_never_changes_ends_with_a_fault(self, register: Register) -> None:
        register.add(a_letter(1))
        for _ in range(3):
            with pytest.raises(RegisterError, match="nomor-taken"):
                register.reserve_unprinted("semua", 2026, lambda _: a_letter(1).nomor)
        assert register.reserve("semua", 2026).value == 1

    def test_a_number_is_free_again_when_its_nomor_cannot_be_made(self, register: Register) -> None:
        with pytest.raises(ZeroDivisionError):
            register.reserve_unprinted("semua", 2026, lambda value: str(1 // (value - 1)))
        assert register.reserve("semua", 2026).value == 1


_CALLS = [("semua", 2026), ("semua", 2026), ("semua", 2027), ("keterangan", 2026), ("semua", 2026)]


class TestAgenda:
    def test_letters_get_their_order_in_the_agenda_of_their_year(self, register: Register) -> None:
        orders = [register.add(a_letter(number)).order for number in (1, 2)]
        incoming = a_letter(9, direction="masuk", nomor="005/001/DS-SM/XI/2026", seal_id=None, kid=None)
        assert orders == [1, 2]
        assert register.add(incoming).order == 1
        assert [entry.record.nomor for entry in register.entries("keluar", 2026)] == [
            "005/001/DS-SM/XI/2026",
            "005/002/DS-SM/XI/2026",
        ]

    def test_a_reprint_is_entered_only_once(self, register: Register) -> None:
        assert register.add(a_letter()) == register.add(a_letter())
        assert len(register.entries("keluar", 2026)) == 1

    def test_another_letter_with_the_same_nomor_is_refused(self, register: Register) -> None:
        register.add(a_letter())
        with pytest.raises(RegisterError) as caught:
            register.add(a_letter(seal_id=b"another!"))
        assert caught.value.code == "nomor-taken"
        assert len(register.entries("keluar", 2026)) == 1

    def test_many_letters_are_entered_in_their_order(self, register: Register) -> None:
        register.add(a_letter(1))
        entries = register.add_all(a_letter(number) for number in (3, 1, 2))
        assert [(entry.record.seal_id, entry.order) for entry in entries] == [
            (a_letter(3).seal_id, 2),
            (a_letter(1).seal_id, 1),
            (a_letter(2).seal_id, 3),
        ]
        assert register.faults() == ()

    def test_many_letters_are_entered_all_or_none_and_every_refusal_is_told(self, register: Register) -> None:
        register.add(a_letter(2))
        head = register.head()
        others = [a_letter(number, seal_id=bytes([number]) * 8) for number in (1, 2, 3)]
        with pytest.raises(ExceptionGroup) as caught:
            register.add_all([*others, a_letter(3)])
        assert [(each.code, each.path, each.value) for each in caught.value.exceptions] == [  # type: ignore[union-attr]
            ("nomor-taken", "records[1]", others[1].nomor),
            ("nomor-taken", "records[3]", others[2].nomor),
        ]
        assert len(register.entries("keluar", 2026)) == 1
        assert register.head() == head

    def test_a_thousand_letters_are_entered_in_one_step(self, register: Register) -> None:
        register.add_all(a_letter(number) for number in range(1, 1001))
        assert [entry.order for entry in register.entries("keluar", 2026)] == list(range(1, 1001))
        assert register.faults() == ()

    def test_other_offices_may_use_the_same_nomor(self, register: Register) -> None:
        for seal in (None, None):
            register.add(a_letter(direction="masuk", seal_id=seal, kid=None))
        assert len(register.entries("masuk", 2026)) == 2

    def test_issuing_uses_the_number_and_enters_the_letter_or_does_neither(self, register: Register) -> None:
        register.issue(a_letter(1), register.reserve("semua", 2026))
        second = register.reserve("semua", 2026)
        with pytest.raises(RegisterError, match="nomor-taken"):
            register.issue(a_letter(1, seal_id=b"another!"), second)
        register.give_back(second)  # still ours to give back: nothing of the failed step stayed
        assert register.reserve("semua", 2026).value == 2

    def test_search_finds_words_and_takes_wildcards_literally(self, register: Register) -> None:
        register.add(a_letter(1, summary="Diskon 100% untuk UMKM"))
        register.add(a_letter(2))
        assert [entry.record.nomor for entry in register.search("100%")] == ["005/001/DS-SM/XI/2026"]
        assert len(register.search("musyawarah")) == 1
        assert register.search("%%%") == ()

    def test_an_unknown_direction_is_refused(self, register: Register) -> None:
        with pytest.raises(RegisterError, match="direction-unknown"):
            register.add(a_letter(direction="samping"))

    def test_handed_over_letters_stand_in_the_ekspedisi_of_their_year(self, register: Register) -> None:
        shipment = Shipment(
            day=DAY, nomor="005/001/DS-SM/XI/2026", letter_date=DAY, summary="Undangan", party="Camat"
        )
        register.ship(shipment)
        assert register.shipments(2026) == (shipment,)
        assert register.shipments(2027) == ()


class TestRevocation:
    def test_a_revoked_letter_says_so_with_reason_and_replacement(self, register: Register) -> None:
        register.add(a_letter(1))
        register.add(a_letter(2))
        revocation = Revocation(
            seal_id=(1).to_bytes(8, "big"),
            kid=b"\x01\x02\x03\x04",
            day=DAY,
            reason="Salah nama",
            replacement=(2).to_bytes(8, "big"),
        )
        register.revoke(revocation)
        found = register.find_seal((1).to_bytes(8, "big"))
        assert found is not None
        assert found.revoked == revocation
        assert register.revocations(b"\x01\x02\x03\x04") == (revocation,)
        assert register.revocations(b"none") == ()
        assert register.issued(b"\x01\x02\x03\x04") == (
            ((1).to_bytes(8, "big"), DAY),
            ((2).to_bytes(8, "big"), DAY),
        )

    def test_a_typed_code_finds_its_letter_and_no_other(self, register: Register) -> None:
        register.add(a_letter(0x123456789ABCDEF7))
        register.add(a_letter(0x123456789ABCDE07))
        found = register.find_code(0x123456789ABCDEF)
        assert [entry.record.seal_id for entry in found] == [bytes.fromhex("123456789abcdef7")]
        assert register.find_code(0x1) == ()

    @pytest.mark.parametrize("seal", [b"unknown!", (1).to_bytes(8, "big")])
    def test_only_a_registered_letter_can_be_revoked_and_only_once(
        self, register: Register, seal: bytes
    ) -> None:
        register.add(a_letter(1))
        known = Revocation(seal_id=(1).to_bytes(8, "big"), kid=b"\1\2\3\4", day=DAY, reason="Salah nama")
        register.revoke(known)
        with pytest.raises(RegisterError) as caught:
            register.revoke(Revocation(seal_id=seal, kid=b"\1\2\3\4", day=DAY, reason="Lagi"))
        assert caught.value.code == ("seal-not-registered" if seal == b"unknown!" else "already-revoked")


class TestTampering:
    @pytest.fixture
    def filled(self, register: Register) -> Register:
        for number in (1, 2, 3):
            register.issue(a_letter(number), register.reserve("semua", 2026))
        register.ship(Shipment(day=DAY, nomor="1", letter_date=DAY, summary="Undangan", party="Camat"))
        return register

    def test_an_honest_register_has_no_faults(self, filled: Register) -> None:
        assert filled.faults() == ()

    @pytest.mark.parametrize(
        ("statement", "code"),
        [
            (
                "UPDATE kopsurat_log SET line = replace(line, 'Undangan', 'Izin') WHERE sequence = 2",
                "log-line-changed",
            ),
            ("DELETE FROM kopsurat_log WHERE sequence = 3", "log-line-missing"),
            ("DELETE FROM kopsurat_log WHERE sequence = (SELECT max(sequence) FROM kopsurat_log)", "log-cut"),
            ("UPDATE kopsurat_letter SET party = 'Bank' WHERE agenda = 2", "row-unlogged"),
            ("DELETE FROM kopsurat_letter WHERE agenda = 3", "row-missing"),
            ("UPDATE kopsurat_number SET nomor = '999' WHERE value = 1", "row-missing"),
            ("DELETE FROM kopsurat_shipment", "row-missing"),
        ],
    )
    def test_writing_around_the_register_is_found(self, filled: Register, statement: str, code: str) -> None:
        with filled._engine.begin() as connection:
            connection.exec_driver_sql(statement)
        assert code in {fault.code for fault in filled.faults()}

    def test_the_head_changes_with_every_entry(self, filled: Register) -> None:
        before = filled.head()
        filled.add(a_letter(7))
        assert filled.head() != before


class TestBackup:
    def test_a_restored_register_is_the_same_and_goes_on_counting(
        self, register: Register, other_address: str, clock: Clock
    ) -> None:
        register.issue(a_letter(1), register.reserve("semua", 2026))
        register.revoke(Revocation(seal_id=(1).to_bytes(8, "big"), kid=b"\1\2\3\4", day=DAY, reason="Salah"))
        held = register.reserve("semua", 2026)
        backup = io.StringIO()
        rows = register.dump(backup)
        backup.seek(0)
        with Register(other_address, clock=clock) as restored:
            assert restored.load(backup) == rows
            assert restored.faults() == ()
            assert restored.entries("keluar", 2026) == register.entries("keluar", 2026)
            assert restored.head() == register.head()
            restored.use(held, "005/002/2026")
            assert restored.reserve("semua", 2026).value == 3

    @pytest.mark.parametrize(
        ("spoil", "code"),
        [
            (lambda lines: lines[:-1], "backup-cut-off"),
            (lambda lines: lines[:2] + lines[3:], "backup-cut-off"),
            (lambda lines: ["{}", *lines[1:]], "backup-unreadable"),
            (lambda lines: [*lines[:2], "not json", *lines[2:]], "backup-unreadable"),
            (lambda lines: ["[" * 100_000, *lines[1:]], "backup-unreadable"),
            (lambda _: [json.dumps({"format": "kopsurat-register-1", "version": "3"})], "backup-unreadable"),
            (lambda _: [json.dumps({"format": "kopsurat-register-1", "version": None})], "backup-unreadable"),
            (
                lambda _: [json.dumps({"format": "kopsurat-register-1", "version": VERSION + 1})],
                "register-too-new",
            ),
        ],
    )
    def test_a_damaged_backup_restores_nothing(
        self, register: Register, other_address: str, spoil, code: str
    ) -> None:
        register.add(a_letter(1))
        backup = io.StringIO()
        register.dump(backup)
        spoiled = "\n".join(spoil(backup.getvalue().splitlines())) + "\n"
        with Register(other_address) as restored:
            with pytest.raises(RegisterError) as caught:
                restored.load(io.StringIO(spoiled))
            assert caught.value.code == code
            assert restored.entries("keluar", 2026) == ()
            assert restored.faults() == ()

    def test_a_backup_is_never_restored_over_entries(self, register: Register) -> None:
        register.add(a_letter(1))
        backup = io.StringIO()
        register.dump(backup)
        backup.seek(0)
        with pytest.raises(RegisterError, match="register-not-empty"):
            register.load(backup)


class TestOpening:
    def test_a_register_opened_again_keeps_everything(self, address: str) -> None:
        with Register(address) as register:
            register.add(a_letter(1))
        with Register(address) as register:
            assert len(register.entries("keluar", 2026)) == 1

    def test_a_register_of_the_first_version_is_brought_up_to_date(self, address: str) -> None:
        with Register(address) as register:
            register.add(a_letter(1))
            with register._engine.begin() as connection:
                connection.exec_driver_sql("DROP TABLE kopsurat_shipment")
                connection.exec_driver_sql("UPDATE kopsurat_state SET value = '1' WHERE key = 'version'")
        with Register(address) as register:
            assert register.shipments(2026) == ()
            assert len(register.entries("keluar", 2026)) == 1

    def test_a_register_of_a_newer_version_is_left_alone(self, address: str) -> None:
        with Register(address) as register, register._engine.begin() as connection:
            connection.exec_driver_sql("UPDATE kopsurat_state SET value = '99' WHERE key = 'version'")
        with pytest.raises(RegisterError, match="register-too-new"):
            Register(address)

    @pytest.mark.parametrize("address", ["oracle://host/name", "ftp://user:secret@host", "postgresql://"])
    def test_an_address_of_something_else_is_refused_without_showing_its_password(self, address: str) -> None:
        with pytest.raises(RegisterError) as caught:
            Register(address + ("" if "postgresql" not in address else "kopsurat@127.0.0.1:1/none"))
        assert "secret" not in str(caught.value)

    def test_a_folder_is_no_register(self, tmp_path) -> None:
        with pytest.raises(RegisterError, match="register-unreachable"):
            Register(tmp_path)


class TestValuesThatNoDatabaseKeeps:
    @pytest.mark.parametrize("nomor", ["005/\ud800/DS-SM", "\udcff"])
    def test_half_a_character_is_one_clear_error_and_the_number_stays_free(self, register, nomor) -> None:
        with (
            pytest.raises(RegisterError, match="register-value-unfit"),
            register.number("semua", 2026) as held,
        ):
            register.use(held, nomor)
        assert register.reserve("semua", 2026).value == 1

    def test_numbers_beyond_all_years_and_codes_are_one_clear_error(self, register) -> None:
        for ask in (
            lambda: register.reserve("semua", 10**20),
            lambda: register.entries("keluar", 10**20),
            lambda: register.find_code(-1),
            lambda: register.find_code(10**30),
        ):
            with pytest.raises(RegisterError, match="register-"):
                ask()

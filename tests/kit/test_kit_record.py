"""One record everywhere: every piece prints the contacts of the letterhead, or is told of."""

from __future__ import annotations

import functools
import hashlib
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kit_reading import KONTAK, PEJABAT, SVG, Strings, an_office, png_of, sizes_of, text_of
from PIL import Image

from kopsurat import InvalidInput, Office, compose_letterhead, find_contacts, lint_contacts, render
from kopsurat.kit import KINDS, RECORD, Kit, check_kit, make_kit, recorded_files
from kopsurat.office import Signatory

OFFICES: dict[str, dict[str, Any]] = {
    "everything": {},
    "baku": {"kontak": KONTAK, "kop_kontak": "baku"},
    "telephone only": {"kontak": {"telepon": "0267 555231"}},
    "e-mail only": {"kontak": {"email": "sekretariat@sukamaju.desa.id"}},
    "website only": {"kontak": {"website": "sukamaju.desa.id"}},
    "fax and emergency": {"kontak": KONTAK | {"faksimile": "(0267) 555232", "darurat": "112"}},
    "full line": {"profil": "karawang-74-2020", "kontak": KONTAK | {"faksimile": "(0267) 555232"}},
    "kalurahan": {"desa": {"sebutan": "Kalurahan", "nama": "Pendowoharjo"}, "profil": "bantul-134-2020"},
    "gampong": {"desa": {"sebutan": "Gampong"}, "varian": "kepala desa"},
    "bpd": {"varian": "bpd"},
    "head of legal products": {"varian": "jabatan"},
    "no letterhead on letters": {"varian": "tanpa"},
    "lkd": {"varian": "lkd", "lembaga": "Lembaga Pemberdayaan Masyarakat"},
    "rt": {"varian": "rt", "lembaga": "RT 003/RW 001"},
    "jawa": {
        "profil": "bantul-134-2020",
        "desa": {"sebutan": "Kalurahan"},
        "aksara": {"jenis": "jawa", "kabupaten": "ꦥꦼꦩꦼꦫꦶꦤ꧀ꦠꦃ ꦏꦧꦸꦥꦠꦺꦤ꧀", "kecamatan": "ꦏꦥꦤꦺꦮꦺꦴꦤ꧀", "desa": "ꦏꦭꦸꦫꦲꦤ꧀"},
    },
}
HEADS_WITHOUT_LINE = ("head of legal products", "no letterhead on letters")
WITH_LINE = ("poster", "kartu", "amplop", "tanda-email", "web", "formulir")


@functools.cache
def kit_of(name: str) -> Kit:
    """Return the whole kit of one of the offices, made once."""
    return make_kit(an_office(**OFFICES[name]))


def printed(name: str, data: bytes) -> str:
    """Return what a person can read in a file: of an SVG its description, of HTML what is no tag."""
    match name.rpartition(".")[2]:
        case "pdf":
            return text_of(data)
        case "svg":
            return ET.fromstring(data).findtext(f"{SVG}desc") or ""  # noqa: S314 - our own file
        case "html":
            return Strings(data.decode()).text
        case _:
            return data.decode()


def contacts_in(text: str) -> set[str]:
    """Return the contacts that stand in a text, as they are printed."""
    return {str(found.value) for found in find_contacts(" ".join(text.split()))}


@pytest.mark.parametrize("name", OFFICES)
class TestOneRecord:
    def test_every_piece_prints_the_contacts_of_the_letterhead_and_no_others(self, name: str) -> None:
        office = an_office(**OFFICES[name])
        card = office.contacts
        assert card is not None
        line = card.line("lengkap" if name == "full line" else office.letterhead.contact_style)
        kop = contacts_in(line)
        assert kop
        if name not in HEADS_WITHOUT_LINE:
            assert kop == contacts_in(text_of(render(compose_letterhead(office), "pdf")))
        known = {value for value, _ in card.links()} | {f"{office.host}/v/", str(office.host)}
        kit = kit_of(name)
        kinds = {file: row["kind"] for file, row in json.loads(kit.files[RECORD])["files"].items()}
        for file, kind in kinds.items():
            found = contacts_in(printed(file, kit.files[file]))
            assert found <= known, file
            if kind in WITH_LINE:
                assert found >= kop, file
            if kind == "papan":
                assert found == {str(phone) for phone in card.phones}, file
            if kind == "stempel":
                assert found == set(), file

    def test_the_drift_linter_finds_no_other_value_anywhere(self, name: str) -> None:
        office = an_office(**OFFICES[name])
        assert office.contacts is not None
        for file, data in kit_of(name).files.items():
            if file.startswith(("papan", "kartu", "amplop", "tanda-email")):
                findings = lint_contacts(printed(file, data), office.contacts)
                assert [each.code for each in findings if each.code.startswith("val-")] == [], file

    def test_the_record_holds_the_line_of_the_letterhead(self, name: str) -> None:
        office = an_office(**OFFICES[name])
        record = json.loads(kit_of(name).files[RECORD])
        if name in HEADS_WITHOUT_LINE:
            assert record["contact_line"] == office.contacts.line()  # type: ignore[union-attr]
            return
        kop = " ".join(text_of(render(compose_letterhead(office), "pdf")).split())
        for part in record["contact_line"].replace(",", " •").split(" • "):
            assert part.strip() in kop
        assert record["files"]["kontak-web.html"]["prints"]["contact-line"] == record["contact_line"]


@pytest.mark.parametrize("name", OFFICES)
def test_every_sheet_is_one_page_and_every_card_two(name: str) -> None:
    for file, data in kit_of(name).files.items():
        if file.endswith(".pdf"):
            assert len(sizes_of(data)) == (2 if file.startswith("kartu") else 1), file


class TestKit:
    def test_all_kinds_are_made_and_recorded_with_their_digests(self, office: Office) -> None:
        kit = make_kit(office)
        record = json.loads(kit.files[RECORD])
        assert set(record["files"]) == set(kit.files) - {RECORD}
        assert {row["kind"] for row in record["files"].values()} == set(KINDS)
        for file, row in record["files"].items():
            assert row["sha256"] == hashlib.sha256(kit.files[file]).hexdigest()
        assert recorded_files(kit.files[RECORD]) == tuple(record["files"])

    def test_the_same_office_gives_the_same_bytes(self, office: Office) -> None:
        assert make_kit(office).files == make_kit(an_office()).files

    def test_what_an_office_cannot_have_is_left_out_and_named(self) -> None:
        kit = make_kit(an_office(kontak={}, pejabat=[], situs=""))
        assert {error.code for _, error in kit.omitted} == {"kit-no-contacts", "site-no-host"}
        assert {"stempel-kepala-desa.svg", "papan-nama.pdf", "tanda-email.txt"} <= set(kit.files)
        assert not any(name.startswith(("kartu", "poster")) for name in kit.files)

    def test_a_kelurahan_gets_no_stamp_of_a_bpd_and_an_rt_none_at_all(self) -> None:
        kelurahan = make_kit(an_office(desa={"sebutan": "Kelurahan"}, varian="kelurahan"), ("stempel",))
        assert "stempel-kepala-desa.pdf" in kelurahan.files
        assert not any("bpd" in name for name in kelurahan.files)
        rt = make_kit(an_office(varian="rt", lembaga="RT 003/RW 001"))
        assert not any(name.startswith("stempel") for name in rt.files)
        assert "RT 003/RW 001" in rt.files["tanda-email-kades.txt"].decode()

    def test_a_kind_that_was_asked_for_and_cannot_be_made_is_an_error(self) -> None:
        with pytest.raises(ExceptionGroup) as caught:
            make_kit(an_office(pejabat=[]), ("kartu",))
        assert [fault.code for fault in caught.value.exceptions] == ["kit-nothing-to-make"]  # type: ignore[attr-defined]

    def test_an_unknown_kind_is_refused_with_the_known_ones(self, office: Office) -> None:
        with pytest.raises(InvalidInput) as caught:
            make_kit(office, ("stempel", "spanduk"))
        assert (caught.value.code, caught.value.value) == ("kit-kind-unknown", "spanduk")
        assert "stempel, papan" in caught.value.evidence["choices"]

    def test_people_with_strange_ids_get_file_names_of_their_own(self) -> None:
        ids = ["../../kades", "Kades", "kadés", "…", "kades"]
        people = tuple(Signatory(id=each, name=f"Orang {at}", jabatan="Kaur") for at, each in enumerate(ids))
        office = replace(an_office(), signatories=people)
        files = [name for name in make_kit(office, ("tanda-email",)).files if "txt" in name]
        assert len(set(files)) == 5
        assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.") for name in files)

    def test_pieces_made_earlier_stay_in_the_record(self, office: Office) -> None:
        first = make_kit(office, ("web", "papan"))
        second = make_kit(office, ("web",), earlier=first.files[RECORD])
        assert set(recorded_files(second.files[RECORD])) == {
            "kontak-web.html",
            "papan-nama.pdf",
            "papan-nama.svg",
        }


class TestDrift:
    def drifts(self, now: Office, **changes: bytes | None) -> list[tuple[str, str, str]]:
        kit = make_kit(an_office(), ("stempel", "papan", "poster", "tanda-email", "kartu"))
        present = {**kit.files, **changes}
        there = {name: data for name, data in present.items() if data is not None}
        return [
            (each.code, each.file, each.fact) for each in check_kit(kit.files[RECORD], now, present=there)
        ]

    def test_an_unchanged_office_agrees(self) -> None:
        assert self.drifts(an_office()) == []

    def test_a_new_number_is_told_of_everything_that_prints_it_and_of_nothing_else(self) -> None:
        found = self.drifts(an_office(kontak=KONTAK | {"telepon": "(0267) 555999"}))
        files = {file for _, file, _ in found}
        assert {
            "papan-nama.pdf",
            "poster-kontak-a4.pdf",
            "kartu-kades.pdf",
            "tanda-email-sekdes.txt",
        } <= files
        assert not any(file.startswith("stempel") for file in files)
        assert {(code, fact) for code, file, fact in found if file == "papan-nama.pdf"} == {
            ("kit-drift-fact", "phones")
        }

    def test_the_change_says_what_was_printed_and_what_is_right(self) -> None:
        kit = make_kit(an_office(), ("papan",))
        now = an_office(kontak=KONTAK | {"telepon": "(0267) 555999"})
        drift = check_kit(kit.files[RECORD], now, present=kit.files)[0]
        assert drift.printed == "Telp: (0267) 555231 / 0812-0000-0231 (WA)"
        assert drift.expected == "Telp: (0267) 555999"

    def test_a_new_name_of_the_village_is_told_of_the_stamps_too(self) -> None:
        found = self.drifts(an_office(desa={"nama": "Sukamakmur"}))
        assert ("kit-drift-fact", "stempel-bpd.svg", "middle") in found

    def test_a_new_website_page_or_host_is_told_of_the_posters(self) -> None:
        found = self.drifts(an_office(situs="periksa.sukamaju.desa.id"))
        assert found == [
            ("kit-drift-fact", f"poster-periksa-surat-{paper}.pdf", "host") for paper in ("a4", "a3")
        ]

    def test_somebody_who_left_is_told_of(self) -> None:
        found = self.drifts(an_office(pejabat=PEJABAT[:1]))
        assert {file for code, file, _ in found if code == "kit-drift-gone"} == {
            "kartu-sekdes.pdf", "kartu-sekdes-lembar.pdf",
            "tanda-email-sekdes.html", "tanda-email-sekdes.txt",
        }  # fmt: skip

    def test_a_missing_and_an_altered_file_are_told_of(self) -> None:
        found = self.drifts(an_office(), **{"papan-nama.svg": None, "papan-nama.pdf": b"%PDF"})
        assert found == [
            ("kit-drift-altered", "papan-nama.pdf", ""),
            ("kit-drift-missing", "papan-nama.svg", ""),
        ]

    def test_another_emblem_is_told_of(self) -> None:
        found = self.drifts(an_office(lambang=png_of(Image.new("RGB", (40, 50), "red"))))
        assert ("kit-drift-fact", "kartu-kades.pdf", "crest") in found
        assert not any(file.startswith(("papan", "stempel", "tanda")) for _, file, _ in found)


class TestDamagedRecords:
    @pytest.mark.parametrize(
        "record",
        [
            b"", b"{}", b"[]", b"null", b"\xff\xfe", b'{"format": "kopsurat-kit-1"}',
            b'{"format": "kopsurat-kit-1", "files": []}',
            b'{"format": "kopsurat-kit-1", "files": {"a.pdf": {}}}',
            b'{"format": "kopsurat-kit-1", "files": {"a.pdf": null}}',
            b'{"format": "kopsurat-kit-1", "files": {"../a": {"kind": "web", "sha256": "", "prints": {}}}}',
            b'{"format": "kopsurat-kit-1", "files": {"a": {"kind": "x", "sha256": "", "prints": {}}}}',
            b'{"format": "kopsurat-kit-1", "files": {"a": {"kind": [], "sha256": "", "prints": {}}}}',
            b'{"format": "kopsurat-kit-9", "files": {}}',
            b"[" * 100_000,
        ],
    )  # fmt: skip
    def test_whatever_is_no_record_is_refused_by_its_code(self, record: bytes, office: Office) -> None:
        with pytest.raises(InvalidInput) as caught:
            check_kit(record, office, present={})
        assert caught.value.code == "kit-record-damaged"

    @settings(max_examples=150, deadline=None)
    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(["kind", "sha256", "prints", "a"]), inner)
            ),
            max_leaves=6,
        )
    )
    def test_no_other_error_comes_out_of_it(self, rows: Any) -> None:
        record = json.dumps({"format": "kopsurat-kit-1", "files": rows}).encode()
        try:
            recorded_files(record)
        except InvalidInput as error:
            assert error.code == "kit-record-damaged"

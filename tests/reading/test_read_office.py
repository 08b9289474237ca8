"""desa.toml as spec says: every key, every fault with its place, nothing repaired in silence."""

from __future__ import annotations

import pathlib
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopsurat import Office, explain, read_office
from kopsurat.errors import InvalidImage, InvalidInput, InvalidOffice, KopsuratError
from kopsurat.letterhead import HeadPages, HeadRule, LetterheadVariant, Script, ScriptPosition
from kopsurat.office import Level
from kopsurat.reading import find_office, place_of

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x02\x00\x00\x00\x03\x08\x06\x00\x00\x00\xb9\xea\xde\x81"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)
DESA = """
[desa]
nama = "Sukamaju"
kecamatan = "Karangtengah"
kabupaten = "Sukamulya"
"""


def faults_of(text: str) -> dict[str, KopsuratError]:
    """Return the faults of a desa.toml by their keys."""
    with pytest.raises(ExceptionGroup) as caught:
        read_office(text)
    return {place_of(fault).key: fault for fault in caught.value.exceptions}  # type: ignore[arg-type]


class TestACompleteFile:
    def test_every_key_of_the_documentation_is_read(self, tmp_path: pathlib.Path) -> None:
        (tmp_path / "lambang.png").write_bytes(PNG)
        (tmp_path / "desa.toml").write_text(
            """
[desa]
kode = "32.15.01.2001"
nama = "Sukamaju"
sebutan = "Kalurahan"
kecamatan = { sebutan = "Kapanewon", nama = "Karangtengah" }
kabupaten = { sebutan = "Kota", nama = "Sukamulya" }
provinsi = "Jawa Barat"
alamat = "Jalan Raya Sukamaju Nomor 17"
kode_pos = "41355"
kepala = "Lurah"

[kontak]
telepon = ["(0267) 555231", "0812-0000-0231 (WA)"]
email = "sekretariat@sukamaju.desa.id"
website = "https://sukamaju.desa.id"
jam_layanan = "Senin–Jumat 08.00–15.00 WIB"
faksimile = "(0267) 555232"
pengelola = "Sekretaris Desa"

[kop]
lambang = "lambang.png"
lambang_kanan = "lambang.png"
tinggi_lambang = 22
varian = "kepala desa"
garis = "ganda"
halaman = "ringkas"
kertas = "a4"
profil = "umum"
kontak = "baku"
aksara = { jenis = "jawa", letak = "atas", desa = "ꦱꦸꦏꦩꦗꦸ" }

[[pejabat]]
id = "kades"
nama = "H. Ahmad Sudrajat, S.Sos."
jabatan = "Lurah"
nip = "19700101 199003 1 001"
pangkat = "Penata"
sejak = 2022-08-01
sampai = 2030-07-31

[verifikasi]
situs = "sukamaju.desa.id"
""",
            encoding="utf-8",
        )
        office = read_office(tmp_path)
        assert office.kecamatan == Level(word="Kapanewon", name="Karangtengah")
        assert office.kabupaten == Level(word="Kota", name="Sukamulya")
        assert office.desa.word == "Kalurahan"
        assert office.head_title == "Lurah"
        assert office.contacts is not None
        assert office.contacts.line() == (
            "Telp: (0267) 555231 / 0812-0000-0231 (WA) • Email: sekretariat@sukamaju.desa.id"
            " • Website: sukamaju.desa.id"
        )
        assert office.contacts.officer == "Sekretaris Desa"
        head = office.letterhead
        assert head.crest is not None
        assert (head.crest.width, head.crest.height, head.crest.name) == (2, 3, "lambang.png")
        assert head.crest_right == head.crest
        assert head.crest_height == 22
        assert (head.variant, head.rule, head.pages) == (
            LetterheadVariant.KEPALA,
            HeadRule.DOUBLE,
            HeadPages.SHORT,
        )
        assert (head.paper, head.contact_style) == ("A4", "baku")
        assert (head.script, head.script_position) == (Script.JAWA, ScriptPosition.ABOVE)
        assert [(line.line, line.text) for line in head.script_lines] == [("desa", "ꦱꦸꦏꦩꦗꦸ")]
        (person,) = office.signatories
        assert person.name == "H. Ahmad Sudrajat, S.Sos."
        assert person.nip == "19700101 199003 1 001"
        assert office.host == "sukamaju.desa.id"

    def test_a_short_file_gets_the_usual_words(self) -> None:
        office = read_office(DESA)
        assert str(office.desa) == "Desa Sukamaju"
        assert str(office.kecamatan) == "Kecamatan Karangtengah"
        assert str(office.kabupaten) == "Kabupaten Sukamulya"
        assert office.head_title == "Kepala Desa"

    @pytest.mark.parametrize(
        ("word", "head", "level"),
        [
            ("Gampong", "Keuchik", "Kecamatan"),
            ("Nagari", "Wali Nagari", "Kecamatan"),
            ("Pekon", "Peratin", "Kecamatan"),
            ("Kalurahan", "Lurah", "Kapanewon"),
            ("Kampung", "Kepala Kampung", "Kecamatan"),
        ],
    )
    def test_a_regional_word_brings_its_own_titles(self, word: str, head: str, level: str) -> None:
        office = read_office(DESA + f'sebutan = "{word}"\n')
        assert (office.head_title, office.kecamatan.word) == (head, level)

    @pytest.mark.parametrize("name", ["Tongke-Tongke", "III Koto", "de Kock", "SUKAMAJU", "Ujung  Pandang"])
    def test_a_name_keeps_its_letters(self, name: str) -> None:
        assert read_office(DESA.replace("Sukamaju", name)).desa.name == name

    def test_an_empty_optional_key_counts_as_absent(self) -> None:
        assert read_office(DESA + 'kode_pos = ""\nprovinsi = ""\n').postal_code is None


class TestFaults:
    def test_all_faults_come_at_once_in_the_order_of_the_lines(self) -> None:
        text = """[desa]
nama = "Desa Sukamaju"
kecamatn = "Karangtengah"
kabupaten = "Kota Sukamulya"
kode_pos = "413"
kode = "3215"
[kontak]
telepon = ["(0267) 555231",
  "0812"]
email = 7
fax = "x"
[kop]
lambang = "tidak-ada.png"
garis = "tebal"
tinggi_lambang = "24"
[[pejabat]]
id = "Kades"
sejak = "kemarin"
[verifikasi]
situs = "https://sukamaju.desa.id/"
[lain]
"""
        with pytest.raises(ExceptionGroup) as caught:
            read_office(text)
        found = [(place_of(fault).line, place_of(fault).key, fault.code) for fault in caught.value.exceptions]  # type: ignore[arg-type,attr-defined]
        assert found == [
            (1, "desa.kecamatan", "key-missing"),
            (2, "desa.nama", "level-word-in-name"),
            (3, "desa.kecamatn", "setting-unknown"),
            (4, "desa.kabupaten", "level-word-in-name"),
            (5, "desa.kode_pos", "postal-code-malformed"),
            (6, "desa.kode", "region-code-malformed"),
            (9, "kontak.telepon[1]", "phone-too-short"),
            (10, "kontak.email", "not-a-text"),
            (11, "kontak.fax", "setting-unknown"),
            (13, "kop.lambang", "crest-missing"),
            (14, "kop.garis", "choice-unknown"),
            (15, "kop.tinggi_lambang", "not-a-number"),
            (16, "pejabat[0].nama", "key-missing"),
            (16, "pejabat[0].jabatan", "key-missing"),
            (17, "pejabat[0].id", "identifier-malformed"),
            (18, "pejabat[0].sejak", "not-a-date"),
            (20, "verifikasi.situs", "situs-malformed"),
            (21, "lain", "setting-unknown"),
        ]

    @pytest.mark.parametrize("language", ["id", "en"])
    def test_every_fault_has_a_sentence_that_names_what_is_wrong(self, language: str) -> None:
        faults = faults_of(
            DESA + '[kop]\nlambang = "hilang.png"\ngaris = "tebal"\n[[pejabat]]\nid = "kades"\n'
        )
        for fault in faults.values():
            sentence = explain(fault, language)  # type: ignore[arg-type]
            assert len(sentence) > 20
            assert "{" not in sentence.replace("{ sebutan", "")
            assert "…" not in sentence

    def test_an_unknown_key_is_answered_with_the_nearest_known_one(self) -> None:
        fault = faults_of(DESA + "[kontak]\ntelpon = 'x'\n")["kontak.telpon"]
        assert fault.suggestion == "telepon"
        assert "telepon" in explain(fault)

    def test_a_missing_crest_names_the_path_that_was_looked_at(self, tmp_path: pathlib.Path) -> None:
        (tmp_path / "desa.toml").write_text(
            DESA + '[kop]\nlambang = "gambar\\\\lambang.png"\n', encoding="utf-8"
        )
        with pytest.raises(ExceptionGroup) as caught:
            read_office(tmp_path / "desa.toml")
        (fault,) = caught.value.exceptions
        assert isinstance(fault, InvalidImage)
        assert fault.code == "crest-missing"
        assert str(tmp_path) in explain(fault)

    def test_a_crest_that_is_no_picture_is_refused(self, tmp_path: pathlib.Path) -> None:
        (tmp_path / "lambang.png").write_text("bukan gambar", encoding="utf-8")
        (tmp_path / "desa.toml").write_text(DESA + '[kop]\nlambang = "lambang.png"\n', encoding="utf-8")
        with pytest.raises(ExceptionGroup) as caught:
            read_office(tmp_path)
        assert [fault.code for fault in caught.value.exceptions] == ["image-kind-unknown"]  # type: ignore[attr-defined]

    def test_two_signatories_may_not_share_an_identifier(self) -> None:
        person = '[[pejabat]]\nid = "kades"\nnama = "A"\njabatan = "Kepala Desa"\n'
        assert faults_of(DESA + person * 2)["pejabat[1].id"].code == "signatory-twice"

    def test_a_term_may_not_end_before_it_begins(self) -> None:
        person = (
            '[[pejabat]]\nid = "kades"\nnama = "A"\njabatan = "B"\nsejak = 2026-01-02\nsampai = 2026-01-01\n'
        )
        assert faults_of(DESA + person)["pejabat[0].sampai"].code == "term-backwards"

    def test_faults_between_keys_and_of_the_profile_are_told_with_the_others(self) -> None:
        person = (
            '[[pejabat]]\nid = "kades"\nnama = "A"\njabatan = "B"\nsejak = 2026-01-02\nsampai = 2026-01-01\n'
        )
        found = faults_of(DESA + 'telepon = "x"\n[kop]\nprofil = "jabar"\n' + person)
        assert {path: fault.code for path, fault in found.items()} == {
            "desa.telepon": "setting-unknown",
            "kop.profil": "profile-unknown",
            "pejabat[0].sampai": "term-backwards",
        }

    def test_the_head_of_an_institution_needs_its_name(self) -> None:
        assert faults_of(DESA + '[kop]\nvarian = "lkd"\n')["kop.lembaga"].code == "institution-missing"

    @pytest.mark.parametrize("character", ["\u200b", "\u202e", "\u00ad"])
    def test_an_invisible_character_is_refused_not_dropped(self, character: str) -> None:
        assert (
            faults_of(DESA.replace("Sukamaju", f"Suka{character}maju"))["desa.nama"].code == "text-invisible"
        )

    def test_a_fault_of_the_contact_card_gets_the_key_of_the_file(self) -> None:
        assert "kontak.jam_layanan" in faults_of(DESA + '[kontak]\njam_layanan = "kapan saja nanti"\n')


class TestFilesThatCannotBeRead:
    def test_a_missing_file_is_named(self, tmp_path: pathlib.Path) -> None:
        with pytest.raises(ExceptionGroup) as caught:
            read_office(tmp_path / "desa.toml")
        (fault,) = caught.value.exceptions
        assert isinstance(fault, InvalidOffice)
        assert fault.code == "file-missing"
        assert "desa.toml" in explain(fault)

    @pytest.mark.parametrize("path", ["x" * 5000, "desa\0.toml", "\ud800.toml"])
    def test_a_name_that_no_file_can_have_is_unreadable(self, path: str) -> None:
        with pytest.raises(ExceptionGroup) as caught:
            read_office(path)
        (fault,) = caught.value.exceptions
        assert isinstance(fault, InvalidOffice)
        assert fault.code == "file-unreadable"
        assert len(str(fault)) < 2000

    @pytest.mark.parametrize("given", [None, 1, b"[desa]\n", {"desa": {}}])
    def test_what_is_neither_text_nor_a_path_is_refused(self, given: object) -> None:
        with pytest.raises(ExceptionGroup) as caught:
            read_office(given)  # type: ignore[arg-type]
        (fault,) = caught.value.exceptions
        assert isinstance(fault, InvalidOffice)
        assert (fault.code, fault.path) == ("not-a-text", "desa.toml")

    def test_a_number_longer_than_python_reads_is_named_with_its_line(self) -> None:
        fault = faults_of(f"{DESA}kode_pos = {'9' * 5000}\n")[""]
        assert (fault.code, place_of(fault).line) == ("toml-syntax", 6)

    def test_a_file_in_another_encoding_says_how_to_save_it(self, tmp_path: pathlib.Path) -> None:
        (tmp_path / "desa.toml").write_bytes(DESA.replace("Sukamaju", "Sukamajú").encode("latin-1"))
        with pytest.raises(ExceptionGroup) as caught:
            read_office(tmp_path)
        (fault,) = caught.value.exceptions
        assert fault.code == "file-not-utf8"  # type: ignore[attr-defined]
        assert place_of(fault).line == 3  # type: ignore[arg-type]

    def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(self, tmp_path: pathlib.Path) -> None:
        (tmp_path / "desa.toml").write_bytes(b"\xef\xbb\xbf" + DESA.replace("\n", "\r\n").encode())
        assert read_office(tmp_path).desa.name == "Sukamaju"

    def test_a_colon_for_an_equals_sign_is_recognized(self) -> None:
        with pytest.raises(ExceptionGroup) as caught:
            read_office("[desa]\nnama: Sukamaju\n")
        (fault,) = caught.value.exceptions
        assert fault.code == "toml-colon"  # type: ignore[attr-defined]
        assert fault.suggestion == 'nama = "Sukamaju"'  # type: ignore[attr-defined]
        assert place_of(fault).line == 2  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        "text", ["[desa\nnama = 1\n", 'nama = "a\n', "\n= 3\n", "[desa]\n[desa]\n", "a = [1,\n"]
    )
    def test_broken_toml_is_one_error_with_a_line(self, text: str) -> None:
        with pytest.raises(ExceptionGroup) as caught:
            read_office(text)
        (fault,) = caught.value.exceptions
        assert fault.code.startswith("toml-")  # type: ignore[attr-defined]
        assert place_of(fault).line in range(1, 4)  # type: ignore[arg-type]

    def test_the_office_is_found_in_a_folder_above(self, tmp_path: pathlib.Path) -> None:
        (tmp_path / "desa.toml").write_text(DESA, encoding="utf-8")
        letter = tmp_path / "2026" / "undangan" / "surat.md"
        letter.parent.mkdir(parents=True)
        assert find_office(letter) == tmp_path / "desa.toml"
        assert find_office(letter.parent) == tmp_path / "desa.toml"

    def test_no_office_anywhere_says_what_to_do(self, tmp_path: pathlib.Path) -> None:
        with pytest.raises(InvalidOffice) as caught:
            find_office(tmp_path)
        assert "kopsurat init" in explain(caught.value)


class TestMappings:
    def test_a_mapping_takes_what_the_file_holds(self) -> None:
        assert Office.from_mapping(tomllib.loads(DESA)) == read_office(DESA)

    def test_a_crest_may_be_given_as_bytes(self) -> None:
        office = Office.from_mapping({**tomllib.loads(DESA), "kop": {"lambang": PNG}})
        assert office.letterhead.crest is not None
        assert office.letterhead.crest.data == PNG

    def test_a_date_may_be_text_because_json_has_none(self) -> None:
        person = {"id": "kades", "nama": "A", "jabatan": "B", "sejak": "2022-08-01"}
        office = Office.from_mapping({**tomllib.loads(DESA), "pejabat": [person]})
        assert str(office.signatories[0].since) == "2022-08-01"

    def test_faults_carry_paths_without_a_file(self) -> None:
        with pytest.raises(ExceptionGroup) as caught:
            Office.from_mapping({"desa": {"nama": 1}, "kontak": {"telepon": ["x"]}})
        paths = {fault.path for fault in caught.value.exceptions}  # type: ignore[attr-defined]
        assert paths == {"desa.nama", "desa.kecamatan", "desa.kabupaten", "kontak.telepon[0]"}

    @given(
        st.recursive(
            st.none()
            | st.booleans()
            | st.integers()
            | st.text(max_size=8)
            | st.binary(max_size=4)
            | st.dates(),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(
                        ["desa", "kontak", "kop", "pejabat", "verifikasi", "nama", "telepon", "id", "aksara"]
                    )
                    | st.text(max_size=4),
                    inner,
                    max_size=4,
                )
            ),
            max_leaves=12,
        )
    )
    def test_any_mapping_gives_an_office_or_coded_errors_and_nothing_else(self, mapping: object) -> None:
        try:
            office = Office.from_mapping(mapping)  # type: ignore[arg-type]
        except ExceptionGroup as group:
            assert all(isinstance(fault, InvalidInput) for fault in group.exceptions)
        else:
            assert isinstance(office, Office)

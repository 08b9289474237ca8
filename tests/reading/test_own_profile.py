"""An office's own profile: a file beside desa.toml, read with it, faults with the line of that file."""

from __future__ import annotations

import pathlib
import pickle

import pytest

from kopsurat import explain, read_letter, read_office
from kopsurat.errors import InvalidProfile, KopsuratError
from kopsurat.layout.compose import compose
from kopsurat.layout.measures import mm
from kopsurat.letterhead import OwnProfile
from kopsurat.reading import place_of

OWN = """nama = "kabupaten-sukamulya"
mulai_dari = "karawang-74-2020"

[kertas]
kiri = 30
"""
LETTER = """+++
jenis = "pengumuman"
nomor = "140/1/2026"
tanggal = 2026-11-24
penandatangan = "kades"
+++
Kerja bakti diadakan hari Minggu.
"""


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    """Return the folder of an office that names ``aturan/kami.toml`` on line 8."""
    (tmp_path / "aturan").mkdir()
    (tmp_path / "aturan" / "kami.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "desa.toml").write_text(
        '[desa]\nnama = "Sukamaju"\nkecamatan = "Karangtengah"\nkabupaten = "Sukamulya"\n\n'
        '[kop]\ngaris = "ganda"\nprofil = "aturan/kami.toml"\n\n'
        '[[pejabat]]\nid = "kades"\nnama = "Ahmad"\njabatan = "Kepala Desa"\n',
        encoding="utf-8",
    )
    return tmp_path


def write(folder: pathlib.Path, content: str | bytes) -> None:
    data = content.encode() if isinstance(content, str) else content
    (folder / "aturan" / "kami.toml").write_bytes(data)


def faults(folder: pathlib.Path) -> list[KopsuratError]:
    with pytest.raises(ExceptionGroup) as caught:
        read_office(folder)
    found = [each for each in caught.value.exceptions if isinstance(each, KopsuratError)]
    assert len(found) == len(caught.value.exceptions)
    assert all("…" not in explain(each, "en") for each in found)
    return found


def test_its_numbers_are_those_of_the_letters(folder: pathlib.Path) -> None:
    office = read_office(folder)
    letter = read_letter(LETTER, office=office)
    section = compose(letter, office).sections[0]
    assert section.page.left == mm(30)
    assert pickle.loads(pickle.dumps(office)) == office  # noqa: S301 - batch hands it to other processes


def test_its_path_is_read_from_the_folder_of_desa_toml(
    folder: pathlib.Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert read_office(folder).letterhead.profile == OwnProfile(text=OWN, name="aturan/kami.toml")


@pytest.mark.parametrize("path", ["../aturan/kami.toml", "aturan\\\\kami.toml"])
def test_it_may_lie_above_and_be_written_as_windows_does(folder: pathlib.Path, path: str) -> None:
    below = folder / "kantor"
    below.mkdir()
    home = below if path.startswith("..") else folder
    text = (folder / "desa.toml").read_text(encoding="utf-8").replace("aturan/kami.toml", path)
    (home / "desa.toml").write_text(text, encoding="utf-8")
    assert isinstance(read_office(home).letterhead.profile, OwnProfile)


def test_a_byte_order_mark_and_line_ends_of_windows_are_read(folder: pathlib.Path) -> None:
    write(folder, b"\xef\xbb\xbf" + OWN.replace("\n", "\r\n").encode())
    office = read_office(folder)
    assert compose(read_letter(LETTER, office=office), office).sections[0].page.left == mm(30)


@pytest.mark.parametrize(
    ("content", "code", "line", "key"),
    [
        ('mulai_dari = "umum"\n[kop]\ngaris = \n', "toml-syntax", 3, ""),
        ('mulai_dari = "umum"\n[kop]\ngaris: ganda\n', "toml-colon", 3, ""),
        ('mulai_dari = "umum"\n\n[kop]\ntingi_lambang = 20\n', "profile-key-unknown", 4, "kop.tingi_lambang"),
        ('mulai_dari = "umum"\n[isi]\nukuran = 300\n', "profile-value", 3, "isi.ukuran"),
        ('\nmulai_dari = "sendiri.toml"\n', "profile-base-unknown", 2, "mulai_dari"),
        ('mulai_dari = "umum"\n[kertas]\nkiri = 160\n', "profile-no-room", 2, "kertas"),
        ("x = " + "[" * 4000, "toml-too-nested", None, ""),
    ],
)
def test_a_fault_names_the_line_of_the_profile(
    folder: pathlib.Path, content: str, code: str, line: int | None, key: str
) -> None:
    write(folder, content)
    (fault,) = faults(folder)
    assert isinstance(fault, InvalidProfile)
    place = place_of(fault)
    assert (fault.code, place.line, place.key) == (code, line, key)
    assert place.file.endswith("kami.toml")


def test_all_its_faults_come_at_once_in_the_order_of_the_lines(folder: pathlib.Path) -> None:
    write(folder, 'mulai_dari = "umum"\n[kop]\nx = 1\n[isi]\ny = 2\nhuruf = "Comic Sans"\n')
    assert [place_of(fault).line for fault in faults(folder)] == [3, 5, 6]


@pytest.mark.parametrize(
    ("prepare", "code"),
    [
        (lambda path: path.unlink(), "profile-missing"),
        (lambda path: (path.unlink(), path.mkdir()), "profile-unreadable"),
        (lambda path: path.write_bytes(b"\xff\xfe\x00"), "profile-not-utf8"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_fault_of_desa_toml(
    folder: pathlib.Path, prepare: object, code: str
) -> None:
    assert callable(prepare)
    prepare(folder / "aturan" / "kami.toml")
    (fault,) = faults(folder)
    place = place_of(fault)
    assert (fault.code, place.line, place.key) == (code, 8, "kop.profil")


def test_a_name_that_is_no_built_in_profile_is_a_fault_of_its_line(folder: pathlib.Path) -> None:
    text = (folder / "desa.toml").read_text(encoding="utf-8")
    (folder / "desa.toml").write_text(text.replace("aturan/kami.toml", "umun"), encoding="utf-8")
    (fault,) = faults(folder)
    assert (fault.code, place_of(fault).line, fault.suggestion) == ("profile-unknown", 8, "umum")


def test_a_paper_too_small_for_its_margins_is_a_fault_of_desa_toml(folder: pathlib.Path) -> None:
    write(folder, 'mulai_dari = "umum"\n[kertas]\nkiri = 60\n')
    text = (folder / "desa.toml").read_text(encoding="utf-8").replace('garis = "ganda"', 'kertas = "A5"')
    (folder / "desa.toml").write_text(text, encoding="utf-8")
    (fault,) = faults(folder)
    assert (fault.code, place_of(fault).line, place_of(fault).key) == ("profile-no-room", 7, "kop.kertas")

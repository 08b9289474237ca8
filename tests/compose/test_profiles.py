"""Profiles are data: complete, sourced, checked, and extended by a user's own file."""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kopsurat.layout
from kopsurat import explain, letterhead
from kopsurat.errors import InvalidProfile, RenderError
from kopsurat.layout.compose import compose
from kopsurat.layout.measures import mm, pt
from kopsurat.layout.profile import _LARGEST, _LEAST, _TABLES, PROFILES, builtin_style, parse_profile
from kopsurat.layout.style import PAPERS, Style, page_setup
from kopsurat.letterhead import OwnProfile

if TYPE_CHECKING:
    from tests.compose.conftest import Layout

FOLDER = Path(kopsurat.layout.__file__).parent / "profiles"


def tables(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def codes(text: str) -> list[tuple[str, str]]:
    with pytest.raises(ExceptionGroup) as caught:
        parse_profile(text)
    ours = [each for each in caught.value.exceptions if isinstance(each, InvalidProfile)]
    assert len(ours) == len(caught.value.exceptions)
    assert all(explain(each, "id") != explain(each, "en") for each in ours)
    return [(each.code, each.path) for each in ours]


@pytest.mark.parametrize("name", PROFILES)
def test_every_number_names_its_source(name: str) -> None:
    content = tables(name)
    sourced = set(content["sumber"]) | (set() if name == "umum" else set(tables("umum")["sumber"]))
    for table, values in content.items():
        if isinstance(values, dict) and table != "sumber":
            for key, value in values.items():
                is_number = isinstance(value, int | float) and not isinstance(value, bool)
                assert not is_number or f"{table}.{key}" in sourced, f"{name}: {table}.{key}"


@pytest.mark.parametrize("name", PROFILES)
def test_every_difference_from_umum_names_its_source(name: str) -> None:
    content = tables(name)
    if name == "umum":
        return
    base = tables("umum")
    changed = [
        f"{table}.{key}"
        for table, values in content.items()
        if isinstance(values, dict) and table != "sumber"
        for key, value in values.items()
        if base[table][key] != value
    ]
    assert set(changed) <= set(content["sumber"])


@pytest.mark.parametrize("name", PROFILES)
def test_every_source_belongs_to_a_key(name: str) -> None:
    base = tables("umum")
    for key in tables(name)["sumber"]:
        table, _, field = key.partition(".")
        assert field in base[table], key


def test_the_numbers_of_umum_are_those_of_the_look() -> None:
    style = builtin_style("umum")
    assert (style.head.size, style.head.unit_size, style.head.pitch, style.head.unit_pitch) == (
        28,
        36,
        pt(17),
        pt(22),
    )
    assert (style.head.crest_height, style.head.after) == (mm(24), mm(6))
    assert (style.body.size, style.body.indent, style.body.label_least) == (24, mm(12.5), mm(30))
    assert (style.signature.start, style.signature.room) == (0.55, mm(22))
    assert (style.verification.caption_size, style.verification.stamp_gap) == (14, mm(8))


def test_a_profile_of_one_s_own_starts_from_a_built_in_one() -> None:
    style = parse_profile(
        'nama = "desa kami"\nmulai_dari = "umum"\n[isi]\nukuran = 11.5\n[kop]\ngaris = "ganda"\n'
    )
    assert (style.name, style.body.size, style.head.rule) == ("desa kami", 23, "ganda")
    assert style.signature == builtin_style("umum").signature


def test_its_sources_are_kept_beside_those_of_the_base() -> None:
    style = parse_profile('mulai_dari = "umum"\n[sumber]\n"kop.ukuran_unit" = "Perbup kami"\n')
    sources = dict(style.sources)
    assert sources["kop.ukuran_unit"] == "Perbup kami"
    assert "kop.tinggi_lambang" in sources


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        ("x = ", "profile-syntax", "profil.toml"),
        ('mulai_dari = "umun"', "profile-base-unknown", "profil.toml: mulai_dari"),
        ('mulai_dari = "umum"\n[kop]\nwarna = 1', "profile-key-unknown", "profil.toml: kop.warna"),
        ('mulai_dari = "umum"\nkepala = 1', "profile-key-unknown", "profil.toml: kepala"),
        ('mulai_dari = "umum"\n[kop]\nsesudah = "besar"', "profile-value", "profil.toml: kop.sesudah"),
        ('mulai_dari = "umum"\n[kop]\ncelah_garis = -3', "profile-value", "profil.toml: kop.celah_garis"),
        ('mulai_dari = "umum"\n[kop]\ncelah_garis = nan', "profile-value", "profil.toml: kop.celah_garis"),
        ('mulai_dari = "umum"\n[kop]\ncelah_garis = true', "profile-value", "profil.toml: kop.celah_garis"),
        ('mulai_dari = "umum"\n[kop]\ngaris = "miring"', "profile-value", "profil.toml: kop.garis"),
        ('mulai_dari = "umum"\n[kop]\ngaruda = "ya"', "profile-value", "profil.toml: kop.garuda"),
        ('mulai_dari = "umum"\n[isi]\nhuruf = "Comic Sans"', "profile-value", "profil.toml: isi.huruf"),
        ('mulai_dari = "umum"\n[kertas]\nukuran = "B5"', "profile-value", "profil.toml: kertas.ukuran"),
        ('mulai_dari = "umum"\n[isi]\njarak_baris = 0', "profile-value", "profil.toml: isi.jarak_baris"),
        (
            'mulai_dari = "umum"\n[kop]\ntinggi_lambang = 0',
            "profile-value",
            "profil.toml: kop.tinggi_lambang",
        ),
        (
            'mulai_dari = "umum"\n[pemeriksaan]\nukuran_qr = 20',
            "profile-value",
            "profil.toml: pemeriksaan.ukuran_qr",
        ),
        ('mulai_dari = "umum"\n[kertas]\nkiri = 150', "profile-no-room", "profil.toml: kertas"),
        ('mulai_dari = "umum"\n[kertas]\natas = 250', "profile-no-room", "profil.toml: kertas"),
        ('mulai_dari = "umum"\nkop = 3', "profile-value", "profil.toml: kop"),
        ('mulai_dari = "umum"\nsumber = 3', "profile-value", "profil.toml: sumber"),
    ],
)
def test_a_fault_names_its_key(text: str, code: str, path: str) -> None:
    assert codes(text) == [(code, path)]


def test_without_a_base_every_key_is_asked_for_at_once() -> None:
    found = codes('nama = "kosong"')
    assert {code for code, _ in found} == {"profile-key-missing"}
    assert len(found) > 50


@pytest.mark.parametrize("key", ["tingi_lambang", "TINGGI-LAMBANG"])
def test_a_near_miss_is_suggested(key: str) -> None:
    with pytest.raises(ExceptionGroup) as caught:
        parse_profile(f'mulai_dari = "umum"\n[kop]\n{key} = 3')
    (error,) = caught.value.exceptions
    assert isinstance(error, InvalidProfile)
    assert error.suggestion == "tinggi_lambang"


def test_an_unknown_profile_of_an_office_is_refused(layout: Layout) -> None:
    samples = layout.samples
    with pytest.raises(ExceptionGroup) as raised:
        samples.office(profil="umun")
    (fault,) = raised.value.exceptions
    assert isinstance(fault, InvalidProfile)
    assert (fault.code, fault.path, fault.suggestion) == ("profile-unknown", "kop.profil", "umum")
    office = samples.office()
    misnamed = dataclasses.replace(office.letterhead, profile="umun")
    with pytest.raises(InvalidProfile, match="profile-unknown"):
        compose(dict(samples.letters())["judul"], dataclasses.replace(office, letterhead=misnamed))


OWN = 'mulai_dari = "umum"\n[kertas]\nukuran = "A4"\nkiri = 40\n[isi]\nhuruf = "Times New Roman"\n'


def test_an_office_made_in_python_carries_its_own_profile(layout: Layout) -> None:
    samples = layout.samples
    letter = dict(samples.letters())["judul"]
    document = compose(letter, samples.office(profil=OwnProfile(text=OWN)))
    assert document.family == "Times New Roman"
    assert document.sections[0].page.left == mm(40)
    assert document == compose(letter, samples.office(), style=parse_profile(OWN))


def test_every_fault_of_an_own_profile_is_raised_when_a_letter_is_set(layout: Layout) -> None:
    office = layout.samples.office(profil=OwnProfile(text="[kop]\nx = 1", name="kami.toml"))
    with pytest.raises(ExceptionGroup) as caught:
        compose(dict(layout.samples.letters())["judul"], office)
    assert all(
        isinstance(each, InvalidProfile) and each.path.startswith("kami.toml: ")
        for each in caught.value.exceptions
    )


def test_a_paper_on_which_the_margins_leave_no_room_is_refused(layout: Layout) -> None:
    own = OwnProfile(text='mulai_dari = "umum"\n[kertas]\nkiri = 60\n')
    with pytest.raises(InvalidProfile, match="profile-no-room"):
        compose(dict(layout.samples.letters())["judul"], layout.samples.office(profil=own, kertas="A5"))


def test_bounds_of_every_kind_of_number_can_be_set(layout: Layout) -> None:
    """The least and the largest numbers give a letter, or our own error that says what does not fit."""
    letter = dict(layout.samples.letters())["korespondensi"]
    for edges in (_LEAST, _LARGEST):
        for table, values in tables("umum").items():
            part = getattr(builtin_style("umum"), _TABLES[table][0]) if table in _TABLES else None
            for each in dataclasses.fields(part) if part else ():
                kind = each.metadata["kind"]
                if kind not in edges or table == "kertas":
                    continue
                key = each.metadata["key"]
                assert key in values
                own = f'mulai_dari = "umum"\n[{table}]\n{key} = {edges[kind]}\n'
                try:
                    layout.pages(compose(letter, layout.samples.office(profil=OwnProfile(text=own))))
                except RenderError as error:
                    assert error.code in {"block-too-tall", "head-too-tall"}, (table, key)


@given(st.text(max_size=80) | st.sampled_from(["[kop]\n", 'mulai_dari = "umum"\n[isi]\nukuran = 1e400']))
def test_any_text_is_a_profile_or_our_own_error(text: str) -> None:
    try:
        parse_profile(text)
    except ExceptionGroup as group:
        if not all(isinstance(each, InvalidProfile) for each in group.exceptions):
            raise


def test_every_paper_that_an_office_may_name_has_a_size() -> None:
    assert tuple(PAPERS) == letterhead.PAPERS


@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_can_be_set_upright_and_turned(layout: Layout, paper: str) -> None:
    style = builtin_style("umum").with_paper(paper)
    letter = dict(layout.samples.letters())["korespondensi"]
    assert layout.pages(compose(letter, layout.samples.office(), style=style)) >= 1
    upright, turned = page_setup(style), page_setup(style, landscape=True)
    assert (upright.width, upright.height) == (turned.height, turned.width)


def test_a_style_is_a_value() -> None:
    style = builtin_style("umum")
    assert isinstance(style, Style)
    assert dataclasses.replace(style) == style
    assert hash(dataclasses.replace(style)) == hash(style)


def test_the_reference_page_lists_every_key_with_its_value() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs/reference/profiles.md").read_text(encoding="utf-8")
    for table, values in tables("umum").items():
        if isinstance(values, dict) and table != "sumber":
            assert f"`[{table}]`" in page
            for key, value in values.items():
                number = isinstance(value, int | float) and not isinstance(value, bool)
                assert f"| `{key}` | {value} |" in page if number else f"| `{key}` |" in page, key

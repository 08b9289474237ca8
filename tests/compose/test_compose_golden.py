"""What every family, signature form, letterhead and profile looks like, line by line, as readable text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kopsurat.layout.compose import compose, compose_letterhead
from kopsurat.layout.profile import PROFILES, builtin_style

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.compose.conftest import Layout

FAMILIES = (
    "korespondensi",
    "catatan-kaki",
    "judul",
    "keputusan",
    "perdes",
    "surat-pengantar",
    "disposisi",
    "sppd",
    "daftar-hadir",
    "buku-agenda",
)
FORMS = ("sendiri", "an", "an-ub", "pj", "plt", "plh", "dua", "tiga", "meterai")
HEADS = (
    "pemerintah-desa",
    "pemerintah-desa-lengkap",
    "kepala-desa",
    "sekretariat",
    "bpd",
    "lkd",
    "rt",
    "kelurahan",
    "jabatan",
    "dua-lambang",
    "nama-panjang",
    "gampong",
    "kalurahan-aksara-jawa",
    "aksara-bali",
    "aksara-sunda",
    "lontara",
    "arab-melayu",
)


@pytest.mark.parametrize("name", FAMILIES)
def test_every_family_is_set_as_before(layout: Layout, golden: Callable[[str, str], None], name: str) -> None:
    letter = dict(layout.samples.letters())[name]
    link = layout.samples.LINK if letter.signatures else None
    golden(f"surat-{name}", layout.lines(compose(letter, layout.samples.office(), link=link)))


@pytest.mark.parametrize("name", FORMS)
def test_every_form_of_signature_is_set_as_before(
    layout: Layout, golden: Callable[[str, str], None], name: str
) -> None:
    letter = dict(layout.samples.signature_forms())[name]
    document = compose(letter, layout.samples.office(), link=layout.samples.LINK)
    golden(f"tanda-tangan-{name}", layout.lines(document))


@pytest.mark.parametrize("name", HEADS)
def test_every_letterhead_is_set_as_before(
    layout: Layout, golden: Callable[[str, str], None], name: str
) -> None:
    office = dict(layout.samples.letterheads())[name]
    golden(f"kop-{name}", layout.lines(compose_letterhead(office)))


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_is_set_as_before(
    layout: Layout, golden: Callable[[str, str], None], name: str
) -> None:
    letter = dict(layout.samples.letters())["korespondensi"]
    document = compose(letter, layout.samples.office(), style=builtin_style(name))
    golden(f"profil-{name}", layout.lines(document))


def test_no_sample_of_the_gallery_is_left_out(layout: Layout) -> None:
    samples = layout.samples
    assert tuple(dict(samples.letters())) == FAMILIES
    assert tuple(dict(samples.signature_forms())) == FORMS
    assert tuple(dict(samples.letterheads())) == HEADS

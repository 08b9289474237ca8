"""What the gallery shows, and every letterhead with and without its parts."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any

from gallery import gallery_samples

from kopsurat.layout.compose import compose, compose_letterhead
from kopsurat.layout.profile import PROFILES, builtin_style
from kopsurat.letterhead import HeadPages, HeadPlace, HeadRule, LetterheadVariant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.layout.model import Document
    from kopsurat.office import Office

__all__ = ["documents"]

_WITH_NOTES = frozenset({"catatan-kaki"})
"""Word sets the marks of footnotes in its own way: test_parity_of_notes."""


def documents() -> dict[str, Document]:
    """Return a document for every letterhead, family of letters, form of signature and profile."""
    return dict((*_letterheads(), *_partial_letterheads(), *_letters(), *_signatures()))


def _letterheads() -> Iterator[tuple[str, Document]]:
    samples = gallery_samples()
    letter = dict(samples.letters())["judul"]
    for name, office in samples.letterheads():
        yield f"kop-{name}", compose_letterhead(office)
        yield f"kop-{name}-semua", compose(letter, _with(office, pages=HeadPages.ALL))
        yield f"kop-{name}-isi", compose(letter, _with(office, place=HeadPlace.BODY))


def _with(office: Office, **how: Any) -> Office:
    return replace(office, letterhead=replace(office.letterhead, **how))


def _partial_letterheads() -> Iterator[tuple[str, Document]]:
    """Yield each variant with and without address, contact line and emblem, and with each rule."""
    letter = dict(gallery_samples().letters())["judul"]
    for variant in LetterheadVariant:
        for parts in product((False, True), repeat=3):
            name = "-".join(
                ("sebagian", variant.value.replace(" ", "-"), *(str(int(part)) for part in parts))
            )
            yield name, compose(letter, _partial(variant, *parts))
    for rule, has_address in product(HeadRule, (False, True)):
        office = _partial(LetterheadVariant.PEMERINTAH, has_address, False, False, garis=rule.value)
        yield f"garis-{rule.value.replace(' ', '-')}-{int(has_address)}", compose(letter, office)


def _partial(
    variant: LetterheadVariant, has_address: bool, has_contacts: bool, has_crest: bool, **kop: Any
) -> Office:
    samples = gallery_samples()
    if variant is LetterheadVariant.LKD:
        kop["lembaga"] = "Karang Taruna"
    return samples.office(
        desa={} if has_address else {"alamat": "", "kode_pos": ""},
        kontak=None if has_contacts else {},
        varian=variant.value,
        lambang=samples.CREST if has_crest else None,
        **kop,
    )


def _letters() -> Iterator[tuple[str, Document]]:
    samples = gallery_samples()
    letters = [(name, letter) for name, letter in samples.letters() if name not in _WITH_NOTES]
    for (name, letter), profile in product(letters, PROFILES):
        link = samples.LINK if letter.signatures else None
        office = samples.office(profil=profile)
        yield f"surat-{name}-{profile}", compose(letter, office, style=builtin_style(profile), link=link)
    for (name, letter), profile in product(letters[:2], PROFILES):
        narrow = builtin_style(profile).with_paper("A5")
        yield f"a5-{name}-{profile}", compose(letter, samples.office(), style=narrow, link=samples.LINK)
    for name, letter in letters:
        yield f"surat-{name}", compose(letter, samples.office())


def _signatures() -> Iterator[tuple[str, Document]]:
    samples = gallery_samples()
    for (name, letter), profile in product(samples.signature_forms(), PROFILES):
        office = samples.office(profil=profile)
        yield (
            f"tanda-tangan-{name}-{profile}",
            compose(letter, office, style=builtin_style(profile), link=samples.LINK),
        )
    forms = dict(samples.signature_forms())
    for lines in range(21, 27):
        at_foot = replace(forms["dua"], body=forms["dua"].body * lines)
        yield f"tanda-tangan-di-kaki-{lines}", compose(at_foot, samples.office())

"""Every kind of document that the project makes, by name: what is judged once for all of them.

They are made as an office makes them: read, sealed where a letter can be sealed, composed, rendered.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gallery import gallery_samples

from kopsurat import SigningKey, compose, compose_letterhead, read_letter, read_office, seal_letter
from kopsurat.content.templates import all_templates
from kopsurat.errors import SealError
from kopsurat.layout.profile import PROFILES

if TYPE_CHECKING:
    from kopsurat.layout.model import Document
    from kopsurat.letter import Letter
    from kopsurat.office import Office

__all__ = ["SCRIPTS", "documents", "quick"]

ROOT = Path(__file__).resolve().parents[2]
KEY = SigningKey.from_scalar(2026)
HOST = "sukamaju.desa.id"

Make = Callable[[], "Document"]

SCRIPTS = {
    "bali": "ᬤᬾᬰᬲᬸᬓᬫᬚᬸ",
    "jawa": "ꦏꦭꦸꦫꦲꦤ꧀ꦱꦸꦏꦩꦗꦸ",
    "sunda": "ᮓᮦᮞ ᮞᮥᮊᮙᮏᮥ",
    "lontara": "ᨉᨙᨔ ᨔᨘᨀᨆᨍᨘ",
    "arab-melayu": "ديسا سوكاماجو",
}
"""Desa Sukamaju in every local script."""

_WORDS = """
Nama desa ini ditulis **{script}** (aksara) di atas kop, dan {script} pula di dalam kalimat ini.

- Nama desa : {script}
- Dalam kurung : ({script}), 12 November 2026

1. {script}
2. Kata {script} di tengah butir ini.

| No. | Aksara | Keterangan |
|:---:|--------|------------|
| 1 | {script} | nama desa |
"""


@functools.cache
def _office() -> Office:
    return gallery_samples().office()  # type: ignore[no-any-return]


def _printed(letter: Letter, office: Office) -> Document:
    """Return a letter with its seal, or without where it is of a kind that cannot be sealed."""
    try:
        seal = seal_letter(letter, office, key=KEY, host=HOST)
    except SealError:
        return compose(letter, office)
    return compose(letter, office, seal=seal)


def _example(name: str, *, is_sealed: bool) -> Document:
    office = read_office(ROOT / "examples" / name)
    letter = read_letter(ROOT / "examples" / name / "surat.md")
    return _printed(letter, office) if is_sealed else compose(letter, office)


def _type(code: str) -> Document:
    template = next(each for each in all_templates() if each.code == code)
    return _printed(read_letter(template.example_letter(), office=_office()), _office())


def _scripted(script: str, text: str) -> Document:
    made = gallery_samples()
    office = made.office(aksara={"jenis": script, "letak": "atas", "desa": text})
    kind = dict(made.letters())["judul"].kind
    return _printed(made.letter(kind, _WORDS.format(script=text)), office)


def _families() -> Iterator[tuple[str, Make]]:
    made = gallery_samples()
    invitation = dict(made.letters())["korespondensi"]
    for name, letter in made.letters():
        yield f"keluarga/{name}", functools.partial(_printed, letter, _office())
    for name, letter in made.signature_forms():
        yield f"tanda-tangan/{name}", functools.partial(_printed, letter, _office())
    for name, office in made.letterheads():
        yield f"kop/{name}", functools.partial(_printed, invitation, office)
        yield f"kop-saja/{name}", functools.partial(compose_letterhead, office, link=made.LINK)
    for name in PROFILES:
        yield f"profil/{name}", functools.partial(_printed, invitation, made.office(profil=name))
    draft = replace(invitation, is_draft=True)
    yield "keluarga/draf", functools.partial(_printed, draft, _office())


@functools.cache
def documents() -> dict[str, Make]:
    """Return a function for every document, by a name like ``jenis/undangan``."""
    found: dict[str, Make] = {}
    for path in sorted((ROOT / "examples").glob("*/surat.md")):
        name = path.parent.name
        for is_sealed in (True, False):
            kind = "contoh-bersegel" if is_sealed else "contoh"
            found[f"{kind}/{name}"] = functools.partial(_example, name, is_sealed=is_sealed)
    found |= {
        f"jenis/{template.code}": functools.partial(_type, template.code) for template in all_templates()
    }
    found |= dict(_families())
    for script, text in SCRIPTS.items():
        found[f"aksara/{script}"] = functools.partial(_scripted, script, text)
    return found


def quick() -> list[str]:
    """Return the names of the few that stand for the rest where time is short."""
    wanted: dict[str, Any] = {}
    for name in documents():
        wanted.setdefault(name.partition("/")[0], name)
    return [*wanted.values(), *(f"aksara/{script}" for script in SCRIPTS if script != "bali")]

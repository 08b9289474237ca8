"""What is remembered between letters never gives one office the data of another.

Every field of an office is changed, also in ways that its values count as equal: websites that differ by
their scheme. The offices are printed twice in a process of their own, once from the last to the first:
whatever a memory hands on to the next office comes from another one then.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Picture

import kopsurat
from kopsurat import Letter, Office, SigningKey
from kopsurat.contacts import ContactCard, parse_email, parse_hours, parse_phone, parse_website
from kopsurat.content.images import Image, read_image
from kopsurat.letterhead import (
    HeadPages,
    HeadPlace,
    HeadRule,
    Letterhead,
    LetterheadVariant,
    OwnProfile,
    Script,
    ScriptLine,
    ScriptPosition,
)
from kopsurat.office import Level, Signatory

LETTER = """+++
jenis = "undangan"
nomor = "005/012/DS-SM/XI/2026"
perihal = "Undangan Musyawarah Desa"
tanggal = 2026-11-24
kepada = ["Ketua RT"]
penandatangan = "kades"
+++
Kami mengharap kehadiran Bapak/Ibu.

::: halaman-baru

Terima kasih.
"""


def a_crest(shade: int) -> Image:
    buffer = io.BytesIO()
    Picture.new("L", (40, 40), shade).save(buffer, "PNG")
    return read_image(buffer.getvalue())


CARD = ContactCard(
    phones=(parse_phone("(0267) 555231"),),
    emails=(parse_email("sekretariat@sukamaju.desa.id"),),
    website=parse_website("https://sukamaju.desa.id"),
)
KADES = Signatory(id="kades", name="H. Ahmad Sudrajat, S.Sos.", jabatan="Kepala Desa")
HEAD = Letterhead(crest=a_crest(0), profile="karawang-74-2020")
OFFICE = Office(
    desa=Level(word="Desa", name="Sukamaju"),
    kecamatan=Level(word="Kecamatan", name="Karangtengah"),
    kabupaten=Level(word="Kabupaten", name="Sukamulya"),
    address="Jalan Raya Sukamaju Nomor 17",
    postal_code="41355",
    contacts=CARD,
    letterhead=HEAD,
    signatories=(KADES,),
    host="sukamaju.desa.id",
)
JAWI = {"script": Script.ARAB_MELAYU, "script_lines": (ScriptLine(line="desa", text="ديسا سوكاماجو"),)}
CARDS: dict[str, Any] = {
    "phones": (parse_phone("0267-555232"),),
    "emails": (parse_email("desa@sukamaju.desa.id"),),
    "website": parse_website("http://sukamaju.desa.id"),
    "fax": parse_phone("(0267) 555239"),
    "emergency": parse_phone("0812-3456-7890"),
    "hours": parse_hours("Senin–Jumat 08.00–15.00"),
    "officer": "Siti Aminah",
}
SIGNERS: dict[str, Any] = {
    "id": "kades",
    "name": "H. Ahmad Sudrajad, S.Sos.",
    "jabatan": "Kepala Dusun",
    "nip": "196801011990031001",
    "rank": "Pembina",
    "since": dt.date(2020, 1, 1),
    "until": dt.date(2030, 1, 1),
}
HEADS: dict[str, Any] = {
    "variant": LetterheadVariant.KEPALA,
    "crest": a_crest(90),
    "crest_right": a_crest(60),
    "crest_height": 15.0,
    "rule": HeadRule.SINGLE,
    "pages": HeadPages.SHORT,
    "place": HeadPlace.BODY,
    "profile": "permendagri-1-2023",
    "paper": "A4",
    "contact_style": "lengkap",
    "script": JAWI,
    "script_position": JAWI | {"script_position": ScriptPosition.BELOW},
    "script_lines": JAWI | {"script_lines": (ScriptLine(line="desa", text="ديسا راي"),)},
    "institution": {"variant": LetterheadVariant.RT, "institution": "RT 003/RW 001"},
}
OFFICES: dict[str, Any] = {
    "desa": Level(word="Desa", name="Sukamajo"),
    "kecamatan": Level(word="Kecamatan", name="Karangtengak"),
    "kabupaten": Level(word="Kota", name="Sukamulya"),
    "provinsi": "Jawa Barat",
    "code": "32.15.01.2001",
    "address": "Jalan Raya Sukamaju Nomor 71",
    "postal_code": "41356",
    "contacts": None,
    "letterhead": Letterhead(),
    "signatories": (KADES, Signatory(id="sekdes", name="Budi", jabatan="Sekretaris Desa")),
    "head_title": "Lurah",
    "host": "karangtengah.desa.id",
}
UNSEEN = {"contacts.officer", "signatory.id", "signatory.since", "signatory.until", "office.signatories"}
"""What no letter shows, nor its seal."""


def offices() -> Iterator[tuple[str, Office]]:
    """Yield offices that differ from the first in one field each, by the name of the field."""
    yield "first", OFFICE
    for name, value in CARDS.items():
        yield (
            f"contacts.{name}",
            dataclasses.replace(OFFICE, contacts=dataclasses.replace(CARD, **{name: value})),
        )
    for name, value in SIGNERS.items():
        signer = dataclasses.replace(KADES, **{name: value})
        yield f"signatory.{name}", dataclasses.replace(OFFICE, signatories=(signer,))
    for name, value in HEADS.items():
        changes = value if isinstance(value, dict) else {name: value}
        yield (
            f"letterhead.{name}",
            dataclasses.replace(OFFICE, letterhead=dataclasses.replace(HEAD, **changes)),
        )
    for name, value in OFFICES.items():
        yield f"office.{name}", dataclasses.replace(OFFICE, **{name: value})
    for indent in (11, 13):
        own = OwnProfile(text=f'nama = "sendiri"\nmulai_dari = "umum"\n[isi]\ninden = {indent}\n')
        yield (
            f"profile {indent}",
            dataclasses.replace(OFFICE, letterhead=dataclasses.replace(HEAD, profile=own)),
        )


def printed(names: list[str]) -> dict[str, list[str]]:
    """Return digests of PDF, DOCX and seal of the offices of these names, printed in this order."""
    found, key = dict(offices()), SigningKey.from_scalar(7)
    letter = kopsurat.read_letter(LETTER)
    return {name: digests(letter, found[name], key) for name in names}


def digests(letter: Letter, office: Office, key: SigningKey) -> list[str]:
    seal = kopsurat.seal_letter(letter, office, key=key, host=office.host or "sukamaju.desa.id")
    document = kopsurat.compose(letter, office, seal=seal)
    files = [kopsurat.render(document, kind) for kind in ("pdf", "docx")]
    return [hashlib.sha256(each).hexdigest() for each in (*files, seal.letter_json)]


@pytest.fixture(scope="module")
def both_ways() -> list[dict[str, list[str]]]:
    answers = []
    for order in ("forth", "back"):
        run = subprocess.run(
            [sys.executable, str(Path(__file__)), order], capture_output=True, text=True, check=True
        )
        answers.append(json.loads(run.stdout))
    return answers


def test_every_field_of_an_office_is_changed() -> None:
    for kind, changes in (
        (Office, OFFICES),
        (Letterhead, HEADS),
        (ContactCard, CARDS),
        (Signatory, SIGNERS),
    ):
        assert set(changes) == {each.name for each in dataclasses.fields(kind)}


def test_no_office_gets_what_was_remembered_of_another(both_ways: list[dict[str, list[str]]]) -> None:
    forth, back = both_ways
    assert list(forth) == list(reversed(back))
    assert {name for name in forth if forth[name] != back[name]} == set()


def test_every_change_is_one(both_ways: list[dict[str, list[str]]]) -> None:
    forth, _ = both_ways
    assert {name for name, found in forth.items() if found == forth["first"]} == {"first"} | UNSEEN


if __name__ == "__main__":
    every = [name for name, _ in offices()]
    sys.stdout.write(json.dumps(printed(every if sys.argv[1] == "forth" else every[::-1])))

"""Letters with Jawi: PDFium reads their lines in another order, which is no change; other words are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kopsurat.scanning import verify_file
from kopsurat.scanning.directions import as_said
from kopsurat.seal import Kind

PLACE = "Demikian undangan"
BODIES = {
    "words": "ديسا سوكاماجو",
    "within Latin": "Nama desa ditulis ديسا سوكاماجو dalam Arab-Melayu.",
    "both ways": "ديسا سوكاماجو كابوڤاتن (2026) دان Sukamaju 17 راي. " * 5,
    "pages": "ديسا سوكاماجو كابوڤاتن (2026) دان Sukamaju 17 راي. " * 80,
    "numbers": "Kata (ديسا) 12 ديسا 34.",
    "bold": "**ديسا** سوكاماجو *17* دان",
    "rows": "- Nama : ديسا سوكاماجو\n- Lain : ديسا 12 (راي)",
    "cells": "| No | Nama | Lain |\n|---|---|---|\n| 1 | ديسا سوكاماجو | دان راي |\n| 2 | كابوڤاتن 17 | x |",
    "list": "1. ديسا سوكاماجو كابوڤاتن\n2. دان راي",
    "ligatures": "لااله الا الله كلا.",
    "like rows": "\n".join(f"- Nama : ديسا راي {n}\n- Lain : ديسا {n} (راي)" for n in range(30)),
    "a note": "ديسا سوكاماجو[^a] كابوڤاتن دان راي.\n\n[^a]: Catatan satu.",
    "a note within Latin": "Nama ditulis ديسا سوكاماجو[^a] dalam Jawi.\n\n[^a]: Catatan satu.",
    "a note in Jawi": "Nama desa[^a] dalam Jawi.\n\n[^a]: ديسا سوكاماجو 17.",
    "notes in cells": "| No | Nama |\n|---|---|\n| 1 | ديسا سوكاماجو[^a] راي |\n\n[^a]: Catatan.",
    "notes in a list": "1. ديسا سوكاماجو[^a] كابوڤاتن\n2. دان راي[^b]\n\n[^a]: Satu.\n[^b]: Dua.",
    "many notes": " ".join(f"ديسا راي[^{n}] Sukamaju[^{n}x] 17" for n in range(12))
    + "\n\n"
    + "\n".join(f"[^{n}]: Catatan {n}.\n[^{n}x]: راي {n}." for n in range(12)),
}


def test_a_letterhead_with_a_word_of_the_text_is_no_change(desk, office_text: str, letter_text: str) -> None:
    import kopsurat

    head = '[kop]\naksara = { jenis = "arab-melayu", desa = "ديسا" }\n'
    office = kopsurat.read_office(office_text + head)
    rows = "".join(f"| {n} | Warga {n} ديسا | ديسا سوكاماجو | Rp{n}00 |\n" for n in range(1, 6))
    table = f"| No | Nama | Aksara | Jumlah |\n|---|---|---|---|\n{rows}\n- Nama : ديسا سوكاماجو"
    body = f"Teks ديسا سوكاماجو lagi.\n\nديسا سوكاماجو\n\n{table}"
    letter = desk.write(letter_text.replace(PLACE, f"{body}\n\n{PLACE}"))
    seal = kopsurat.seal_letter(letter, office, key=desk.key, host="sukamaju.desa.id")
    file = kopsurat.render(kopsurat.compose(letter, office, seal=seal), "pdf")
    verdict = verify_file(file, trust=desk.trust, at=desk.at)
    assert (verdict.kind, verdict.differences) == (Kind.VALID, ())


def file_of(desk, text: str, printed: str, sealed: str, kind: str = "pdf") -> bytes:
    shown, meant = (desk.write(text.replace(PLACE, f"{body}\n\n{PLACE}")) for body in (printed, sealed))
    return desk.print(kind, letter=shown, seal=desk.seal_of(meant))


def kind_of(desk, text: str, printed: str, sealed: str) -> Kind:
    return verify_file(file_of(desk, text, printed, sealed), trust=desk.trust, at=desk.at).kind


@pytest.mark.parametrize("kind", ["pdf", "docx"])
@pytest.mark.parametrize("name", BODIES)
def test_a_genuine_letter_is_valid(desk, letter_text: str, name: str, kind: str) -> None:
    file = file_of(desk, letter_text, BODIES[name], BODIES[name], kind)
    verdict = verify_file(file, trust=desk.trust, at=desk.at)
    assert verdict.differences == ()
    assert verdict.kind is Kind.VALID


@pytest.mark.slow
@pytest.mark.tool
def test_a_docx_saved_by_libreoffice_is_valid(desk, letter_text: str) -> None:
    from libreoffice import convert

    files = {
        name.replace(" ", "-"): file_of(desk, letter_text, body, body, "docx")
        for name, body in BODIES.items()
    }
    saved = convert(files, target="docx", filter_name="MS Word 2007 XML")
    kinds = {name: verify_file(data, trust=desk.trust, at=desk.at).kind for name, data in saved.items()}
    assert set(saved) == set(files)
    assert kinds == dict.fromkeys(files, Kind.VALID)


@pytest.mark.parametrize(
    ("sealed", "printed"),
    [
        ("ديسا سوكاماجو", "سوكاماجو ديسا"),
        ("ديسا سوكاماجو", "ديسا سوكاماجي"),
        ("ديسا دان راي", "ديسا نادا راي"),
        ("ديسا 17 راي 71", "ديسا 71 راي 17"),
        ("Ali ديسا Budi membayar", "Budi ديسا Ali membayar"),
        ("ديسا راي", "ديسا راي راي"),
        ("ديسا[^a] راي دان.\n\n[^a]: Satu.", "ديسا راي[^a] دان.\n\n[^a]: Satu."),
        ("ديسا[^a] راي.\n\n[^a]: Satu.", "راي[^a] ديسا.\n\n[^a]: Satu."),
    ],
    ids=[
        "order",
        "letter",
        "letters in another order",
        "numbers",
        "Latin words",
        "added",
        "a note moved",
        "words around a note",
    ],
)
def test_other_words_are_a_change(desk, letter_text: str, sealed: str, printed: str) -> None:
    assert kind_of(desk, letter_text, printed, sealed) is Kind.ALTERED


def test_a_line_that_no_sealed_text_shows_stays() -> None:
    seen = ("Nomor: 1\n" + "ديسا"[::-1],)
    assert as_said(seen, [("/isi/0", "راي")]) == seen
    assert as_said(seen, [("/isi/0", "ديسا")])[0].split() == ["Nomor:", "1", "ديسا"]


NUMBERS = "Nilai 300 - 500 dan 12 / 17."
MIXED = "ديسا (12 - 34) راي dan 17."
TURNS: dict[str, tuple[str, bytes, bytes]] = {
    "a paragraph of numbers": (NUMBERS, b"<w:pPr>", b"<w:pPr><w:bidi/>"),
    "a run of numbers": (NUMBERS, b"<w:r><w:t", b"<w:r><w:rPr><w:rtl/></w:rPr><w:t"),
    "a paragraph turned back": (MIXED, b"<w:bidi/>", b""),
    "numbers turned": (MIXED, b"<w:r><w:t", b"<w:r><w:rPr><w:rtl/></w:rPr><w:t"),
    "signs turned back": (MIXED, b"<w:rtl/>", b""),
}


@pytest.mark.parametrize("name", TURNS)
def test_a_docx_whose_numbers_change_places_for_the_eye_is_altered(
    desk, letter_text: str, name: str, rezip: Callable
) -> None:
    body, old, new = TURNS[name]

    def change(part: str, data: bytes) -> bytes:
        if part != "word/document.xml":
            return data
        at = data.rindex(b"<w:p>", 0, data.index(body.split()[0].encode()))
        end = data.index(b"</w:p>", at)
        assert old in data[at:end]
        return data[:at] + data[at:end].replace(old, new) + data[end:]

    file = file_of(desk, letter_text, body, body, "docx")
    assert verify_file(file, trust=desk.trust, at=desk.at).kind is Kind.VALID
    assert verify_file(rezip(file, change), trust=desk.trust, at=desk.at).kind is Kind.ALTERED


def test_the_work_on_a_long_file_in_jawi_grows_with_its_length(
    desk, docx: bytes, rezip: Callable, count_calls: Callable[[Callable[[], object]], int]
) -> None:
    def steps(paragraphs: int, length: int) -> int:
        line = "ديسا سوكاماجو (2026). " * length
        more = "".join(
            f"<w:p><w:r><w:rPr><w:rtl/></w:rPr><w:t>{n} {line}</w:t></w:r></w:p>" for n in range(paragraphs)
        )
        file = rezip(
            docx,
            lambda name, body: (
                body.replace(b"<w:sectPr", more.encode() + b"<w:sectPr", 1)
                if name == "word/document.xml"
                else body
            ),
        )
        assert verify_file(file, trust=desk.trust, at=desk.at).kind is Kind.ALTERED
        return count_calls(lambda: verify_file(file, trust=desk.trust, at=desk.at))

    assert steps(20, 200) <= 4.2 * steps(10, 100)

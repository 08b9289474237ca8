"""The table of pieces: which files a kit consists of, what each of them prints, and how it is made."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from kopsurat.backends.pdf import draw, render
from kopsurat.errors import InvalidOffice
from kopsurat.kit.board import compose_board
from kopsurat.kit.card import compose_card, typeset_card_sheet
from kopsurat.kit.contact import contact_line, hours_line, phone_line
from kopsurat.kit.drawing import svg_of
from kopsurat.kit.envelope import ENVELOPES, compose_envelope
from kopsurat.kit.form import draw_request_form
from kopsurat.kit.head import head_names
from kopsurat.kit.pages import drawing_of
from kopsurat.kit.poster import PAPERS, compose_contact_poster, compose_verification_poster
from kopsurat.kit.stamp import LARGE, SMALL, StampOwner, StampSize, draw_stamp, stamp_words
from kopsurat.kit.stamp_sheet import compose_stamp_sheet
from kopsurat.kit.web import email_signature, email_signature_text, web_snippet
from kopsurat.layout.office_words import address_line, post_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kopsurat.layout.model import Document
    from kopsurat.office import Office, Signatory

__all__ = ["BOARD_WIDTH", "FACTS", "KINDS", "Piece", "pieces_of"]

BOARD_WIDTH: Final = 2000.0
"""The width of a board in millimetres where nobody says another."""

_UNSAFE: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One file of a kit. ``prints`` are the facts of the record that stand in it, by their names.

    ``make`` draws it and raises :class:`InvalidOffice` where this office cannot have it.
    """

    kind: str
    file: str
    prints: tuple[tuple[str, str], ...]
    make: Callable[[], bytes]


def pieces_of(
    office: Office, kinds: tuple[str, ...] = (), *, board_width: float = BOARD_WIDTH
) -> tuple[Piece, ...]:
    """Return the pieces of these kinds (keys of :data:`KINDS`), by default of all."""
    wanted = kinds or tuple(KINDS)
    return tuple(
        piece for kind, pieces in KINDS.items() if kind in wanted for piece in pieces(office, board_width)
    )


# ---- facts


def _facts(office: Office, *names: str) -> tuple[tuple[str, str], ...]:
    """Return what the record holds under these names; absent things have none."""
    found = ((name, _FACTS[name](office)) for name in names)
    return tuple((name, text) for name, text in found if text)


def _crest(office: Office) -> str:
    crest = office.letterhead.crest
    return hashlib.sha256(crest.data).hexdigest()[:16] if crest else ""


_FACTS: Final[dict[str, Callable[[Office], str]]] = {
    "kabupaten": lambda office: str(office.kabupaten),
    "kecamatan": lambda office: str(office.kecamatan),
    "desa": lambda office: str(office.desa),
    "unit": lambda office: " / ".join(name.text for name in head_names(office) if name.is_unit),
    "address": address_line,
    "contact-line": contact_line,
    "phones": phone_line,
    "hours": hours_line,
    "website": lambda office: (
        office.contacts.website.url if office.contacts and office.contacts.website else ""
    ),
    "emergency": lambda office: str(office.contacts.emergency or "") if office.contacts else "",
    "host": lambda office: office.host or "",
    "crest": _crest,
    "script": lambda office: " / ".join(each.text for each in office.letterhead.script_lines),
}
_STAMP_FACTS: Final = ("ring-top", "ring-bottom", "middle")
FACTS: Final = frozenset({*_FACTS, *_STAMP_FACTS, "name", "jabatan"})
"""The names of all facts that a piece can print."""
_ALSO: Final = ("hours", "website", "emergency")
_HEAD: Final = ("kabupaten", "kecamatan", "unit", "address", "contact-line", "crest", "script")


# ---- kinds


def _stamps(office: Office, _width: float) -> Iterator[Piece]:
    for owner in StampOwner:
        name = f"stempel-{owner.value}"
        try:
            words = stamp_words(office, owner)
        except InvalidOffice as error:
            yield Piece(kind="stempel", file=f"{name}.pdf", prints=(), make=partial(_refuse, error))
            continue
        prints = tuple(zip(_STAMP_FACTS, words, strict=True))
        for file, make in (
            (f"{name}.svg", partial(_stamp_svg, office, owner, LARGE)),
            (f"{name}-kecil.svg", partial(_stamp_svg, office, owner, SMALL)),
            (f"{name}.pdf", partial(_stamp_sheet, office, owner)),
        ):
            yield Piece(kind="stempel", file=file, prints=prints, make=make)


def _refuse(error: InvalidOffice) -> bytes:
    raise error


def _stamp_svg(office: Office, owner: StampOwner, size: StampSize) -> bytes:
    return svg_of(draw_stamp(office, owner, size=size))


def _stamp_sheet(office: Office, owner: StampOwner) -> bytes:
    return render(compose_stamp_sheet(office, owner))


def _boards(office: Office, width: float) -> Iterator[Piece]:
    prints = _facts(office, "kabupaten", "kecamatan", "unit", "address", "phones", "script")
    for file, make in (
        ("papan-nama.pdf", lambda: render(compose_board(office, width=width))),
        ("papan-nama.svg", lambda: svg_of(drawing_of(compose_board(office, width=width)))),
    ):
        yield Piece(kind="papan", file=file, prints=prints, make=make)


def _posters(office: Office, _width: float) -> Iterator[Piece]:
    contact = _facts(office, "kabupaten", "kecamatan", "unit", "address", "contact-line", "crest", *_ALSO)
    check = _facts(office, "kabupaten", "kecamatan", "unit", "contact-line", "crest", "host")
    for paper in PAPERS:
        for name, prints, compose in (
            ("poster-kontak", contact, compose_contact_poster),
            ("poster-periksa-surat", check, compose_verification_poster),
        ):
            file = f"{name}-{paper.lower()}.pdf"
            yield Piece(
                kind="poster", file=file, prints=prints, make=partial(_poster, compose, office, paper)
            )


def _poster(compose: Callable[..., Document], office: Office, paper: str) -> bytes:
    return render(compose(office, paper=paper))


def _person(office: Office, signatory: Signatory) -> tuple[tuple[str, str], ...]:
    return (("name", signatory.name), ("jabatan", post_line(signatory.jabatan, office)))


def _cards(office: Office, _width: float) -> Iterator[Piece]:
    shared = _facts(office, "desa", "kecamatan", "kabupaten", "address", "contact-line", "hours", "crest")
    for name, who in _named(office):
        prints = (*_person(office, who), *shared)
        for file, make in (
            (f"kartu-{name}.pdf", partial(_card, office, who)),
            (f"kartu-{name}-lembar.pdf", partial(_card_sheet, office, who)),
        ):
            yield Piece(kind="kartu", file=file, prints=prints, make=make)


def _card(office: Office, signatory: Signatory) -> bytes:
    return render(compose_card(office, signatory))


def _card_sheet(office: Office, signatory: Signatory) -> bytes:
    return draw(typeset_card_sheet(office, signatory))


def _envelopes(office: Office, _width: float) -> Iterator[Piece]:
    for size in ENVELOPES:
        yield Piece(
            kind="amplop",
            file=f"amplop-{size}.pdf",
            prints=_facts(office, *_HEAD),
            make=partial(_envelope, office, size),
        )


def _envelope(office: Office, size: str) -> bytes:
    return render(compose_envelope(office, size=size))


def _signatures(office: Office, _width: float) -> Iterator[Piece]:
    shared = _facts(office, "desa", "kecamatan", "kabupaten", "address", "contact-line")
    people: list[tuple[str, Signatory | None]] = [(f"-{name}", who) for name, who in _named(office)]
    for name, who in people or [("", None)]:
        prints = (*(_person(office, who) if who else ()), *shared)
        for suffix, write in (("html", email_signature), ("txt", email_signature_text)):
            yield Piece(
                kind="tanda-email",
                file=f"tanda-email{name}.{suffix}",
                prints=prints,
                make=partial(_encoded, write, office, who),
            )


def _encoded(
    write: Callable[[Office, Signatory | None], str], office: Office, signatory: Signatory | None
) -> bytes:
    return write(office, signatory).encode()


def _web(office: Office, _width: float) -> Iterator[Piece]:
    yield Piece(
        kind="web",
        file="kontak-web.html",
        prints=_facts(office, "desa", "address", "contact-line", "hours", "emergency"),
        make=lambda: web_snippet(office).encode(),
    )


def _forms(office: Office, _width: float) -> Iterator[Piece]:
    yield Piece(
        kind="formulir",
        file="formulir-permohonan-surat.pdf",
        prints=_facts(office, *_HEAD, "hours"),
        make=lambda: draw_request_form(office),
    )


KINDS: Final[dict[str, Callable[[Office, float], Iterator[Piece]]]] = {
    "stempel": _stamps,
    "papan": _boards,
    "poster": _posters,
    "kartu": _cards,
    "amplop": _envelopes,
    "tanda-email": _signatures,
    "web": _web,
    "formulir": _forms,
}
"""The kinds of pieces by the word of the command line, in the order in which they are made."""


def _named(office: Office) -> list[tuple[str, Signatory]]:
    """Return the people of the office, each with a name for files that no other has."""
    found: dict[str, Signatory] = {}
    for who in office.signatories:
        plain = unicodedata.normalize("NFKD", who.id).encode("ascii", "ignore").decode().lower()
        name = stem = _UNSAFE.sub("-", plain).strip("-") or "pejabat"
        count = 2
        while name in found:
            name, count = f"{stem}-{count}", count + 1
        found[name] = who
    return list(found.items())

"""Contacts: any text is a value or our error, and what is printed reads back as the same value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from harness import Target, text_of

from kopsurat.contacts import (
    ContactCard,
    find_contacts,
    lint_contacts,
    parse_email,
    parse_emails,
    parse_hours,
    parse_phone,
    parse_phones,
    parse_website,
    suggested_text,
)
from kopsurat.contacts.folding import LONGEST_FIELD
from kopsurat.errors import InvalidInput, KopsuratError
from kopsurat.messages import explain

__all__ = ["TARGETS"]

_CARD: Final = ContactCard.parse_line(
    "Telp: (0274) 555123 • Email: sekretariat@contoh.desa.id • Website: contoh.desa.id"
)


def _checks(
    parse: Callable[[str], Any], parse_all: Callable[[str], tuple[Any, ...]] | None = None
) -> Callable[[bytes], None]:
    """Return the check of a parser: idempotent, faults explained, suggestions good."""

    def check(data: bytes) -> None:
        text = text_of(data)
        try:
            value = parse(text)
        except InvalidInput as fault:
            assert explain(fault, "id")
            if fault.suggestion is not None:
                read = parse_all or parse
                for one in fault.suggestion.split(" / ") if parse_all is None else [fault.suggestion]:
                    read(one)
        else:
            assert parse(str(value)) == value
            assert str(parse(str(value))) == str(value)

    return check


def _phones(data: bytes) -> None:
    try:
        phones = parse_phones(text_of(data))
    except InvalidInput:
        return
    joined = " / ".join(map(str, phones))
    if len(joined) > LONGEST_FIELD:  # what was written in short is longer in full
        return
    again = parse_phones(joined)
    assert [str(one) for one in again] == list(dict.fromkeys(map(str, phones)))


def _line(data: bytes) -> None:
    try:
        card = ContactCard.parse_line(text_of(data))
    except KopsuratError:
        return
    except ExceptionGroup as group:
        assert all(isinstance(fault, KopsuratError) for fault in group.exceptions)
        return
    assert ContactCard.parse_line(card.line()).line() == card.line()
    assert card.vcard(name="Desa").endswith("END:VCARD\r\n")
    assert card.json_ld()["@type"] == "GovernmentOffice"


def _find(data: bytes) -> None:
    text = text_of(data)
    end = 0
    for one in find_contacts(text):
        start, stop = one.span
        assert end <= start < stop <= len(text)
        assert text[start:stop] == one.text
        end = stop


def _lint(data: bytes) -> None:
    text = text_of(data)
    for finding in lint_contacts(text, _CARD):
        start, end = finding.span
        assert 0 <= start <= end <= len(text)
    once = suggested_text(text, _CARD)
    assert suggested_text(once, _CARD) == once


def _seeds(*texts: str) -> tuple[bytes, ...]:
    return tuple(text.encode() for text in texts)


_LINES: Final = _seeds(
    "Telp: (0274) 555123 • Email: sekretariat@contoh.desa.id • Website: contoh.desa.id",
    "Jl. Raya Km. 5 No. 12 Kode Pos 55281 Telp./Fax (0274) 555123/555124 Hp. 0812-0000-0123 (WA)",
    "Website/Email : www.contoh.desa.id/desacontoh@gmail.com Senin s/d Jumat 08.00-15.00 WIB",
    "No. Rekening 0274555999 NIK 3404070101800001 Call Center 112 Telp. (0341) 464318 Psw. 230 Fax. 460783",
    "Telp: (0274)\n555123 \x7f Email: sekretariat@\ncontoh.desa.id ■ Laman http://www.contoh.\ndesa.id/profil",
)
TARGETS: Final[dict[str, Target]] = {
    "phone": Target(
        _checks(parse_phone, parse_phones),
        _seeds(
            "Telp : 0274 - 555123 psw. 12",
            "+62 (0)812 0000 0123 (WA)",
            "0062 274 555 123",
            "https://wa.me/6281200000123",
            "tel:+62274555123;ext=12",
            "(0411) 227911-15",
            "0812-xxxx-0123",
            "021-5551234 x12",
            "1-500-123",
            "\uff080274\uff09\u2011555\u200b123",
        ),
    ),
    "phones": Target(
        _phones, _seeds("Tlp. (0341) 464318 Psw. 230 Fax. 460783", "0812 0000 0123, 0813-0000-0124 / 112")
    ),
    "email": Target(
        _checks(parse_email, parse_emails),
        _seeds(
            "Email: SEKRETARIAT@Sukamaju.desa.id;",
            "Desa Contoh <pemdes@contoh.desa.id>",
            "mailto:a1@contoh.desa.id?subject=x",
            "sekretariat[at]contoh.desa.id",
            "pemdes@gmail.con",
            "a@cont\u043eh.desa.id",
            "a@xn--conth-mye.desa.id",
            "a1@b1.id / c1@d1.id",
        ),
    ),
    "website": Target(
        _checks(parse_website),
        _seeds(
            "Website : HTTPS://Sukamaju.desa.id/index.php",
            "http;//contoh.desa.id",
            "www,contoh.desa.id",
            "https://evil.com\\.desa.id",
            "//contoh.desa.id:443/a?utm_source=b&c=d#e",
            "http://http://contoh.desa.id",
            "http://0x7f.1/",
            "https://contoh\u3002desa\u3002id",
        ),
    ),
    "hours": Target(_checks(parse_hours), _seeds("Senin s/d Jumat pukul 08:00-15:00 WIB", "24 jam")),
    "line": Target(_line, _LINES),
    "find": Target(_find, _LINES),
    "lint": Target(_lint, _LINES),
}

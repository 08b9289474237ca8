"""The QR block, and what stands in its place on a draft."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from kopsurat.errors import RenderError
from kopsurat.layout.measures import Length, mm, pt, to_mm
from kopsurat.layout.model import (
    Align,
    Block,
    Borders,
    Cell,
    Grid,
    Paragraph,
    Role,
    Row,
    Run,
    Stroke,
    Symbol,
    TextStyle,
)
from kopsurat.layout.shared_styles import paragraph_style
from kopsurat.qr import plan
from kopsurat.shapes import moved

if TYPE_CHECKING:
    from kopsurat.layout.sealing import SealMark
    from kopsurat.layout.sheet import Sheet

__all__ = ["Verification", "verification_of"]

SCAN: Final = "Pindai untuk memeriksa surat ini."
KEEP_CLEAR: Final = "Jangan dicap di atas kode ini."
DRAFT: Final = "DRAF – BELUM DISEGEL"
DRAFT_NOTE: Final = "Surat ini belum sah. Kode QR dicetak setelah surat disegel."
_GREY: Final = "595959"
"""Dark enough for a photocopier (35 % lightness)."""
_CAPTION_GAP: Final = mm(1)
_DRAFT_WIDTH: Final = mm(52)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What vouches for a letter: a symbol, or the box of a draft, and the caption under it."""

    mark: Symbol | Grid
    caption: tuple[Paragraph, ...]
    width: Length

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The mark with its caption under it."""
        return (self.mark, *self.caption)

    @property
    def height(self) -> Length:
        """The height of the symbol and its caption; 0 for the box of a draft, which is low."""
        if isinstance(self.mark, Grid):
            return 0
        return self.mark.outer + sum(each.style.before + each.style.pitch for each in self.caption)


def verification_of(
    sheet: Sheet, *, seal: SealMark | None, link: str | None, is_draft: bool = False
) -> Verification | None:
    """Return the QR block of a seal or of the caller's own link, the box of a draft, or None.

    Raises :class:`RenderError` ``seal-and-link`` when both are given, ``draft-sealed`` for a sealed
    draft, and :class:`InvalidWebsite` for a link that is no https address.
    """
    if seal is not None and link is not None:
        raise RenderError("seal-and-link")
    if is_draft:
        if seal is not None:
            raise RenderError("draft-sealed")
        return _draft(sheet)
    if seal is not None:
        return _symbol(sheet, seal.link, seal.host, seal.code)
    if link is not None:
        url = _checked(link)
        return _symbol(sheet, url, urlsplit(url).hostname or "", "")
    return None


def _checked(link: str) -> str:
    """Return the link exactly as given, once it is known to be a public https address."""
    from kopsurat.errors import InvalidWebsite

    link = link.strip()
    address, _, fragment = link.partition("#")
    is_plain = fragment.isascii() and fragment.isalnum()  # a payload says nothing of the address
    try:
        is_https = _is_https(address if is_plain else link)
    except InvalidWebsite as error:
        raise moved(error, "link") from None
    if not is_https:
        raise InvalidWebsite("link-not-https", path="link", value=link)
    return link


@functools.lru_cache(maxsize=64)
def _is_https(link: str) -> bool:
    from kopsurat.contacts import parse_website

    return parse_website(link).url.startswith("https://") and link.startswith("https://")


def _symbol(sheet: Sheet, link: str, host: str, code: str) -> Verification:
    numbers = sheet.style.verification
    planned = plan(link, max_size=max(30, min(40, round(to_mm(numbers.size)))))
    symbol = Symbol(
        matrix=planned.matrix,
        size=mm(planned.size),
        alt=f"Kode QR untuk memeriksa surat ini di {host}",
        link=link,
        frame=Stroke(width=max(numbers.frame, pt(0.5)), color=_GREY),
    )
    lines = [(host, True), (code, True), (SCAN, False), (KEEP_CLEAR, False)]
    present = [(text, is_strong) for text, is_strong in lines if text]
    caption = tuple(
        _caption_line(sheet, text, is_strong=is_strong, is_first=at == 0)
        for at, (text, is_strong) in enumerate(present)
    )
    return Verification(mark=symbol, caption=caption, width=symbol.outer)


@functools.lru_cache(maxsize=256)
def _caption_line(sheet: Sheet, text: str, *, is_strong: bool, is_first: bool) -> Paragraph:
    numbers = sheet.style.verification
    style = TextStyle(family=sheet.style.body.family, size=numbers.caption_size, bold=is_strong)
    return Paragraph(
        inlines=(Run(text=text, style=style, no_break=is_strong),),
        style=paragraph_style(pitch=numbers.caption_pitch, before=_CAPTION_GAP if is_first else 0),
        role=Role.VERIFICATION,
    )


def _draft(sheet: Sheet) -> Verification:
    """Return the framed box that says that nothing vouches for this letter yet."""
    family = sheet.style.body.family
    size = sheet.style.verification.caption_size
    head = Paragraph(
        inlines=(Run(text=DRAFT, style=TextStyle(family=family, size=size + 6, bold=True)),),
        style=paragraph_style(pitch=pt(14), align=Align.CENTER, after=pt(2)),
        role=Role.VERIFICATION,
    )
    note = Paragraph(
        inlines=(Run(text=DRAFT_NOTE, style=TextStyle(family=family, size=size)),),
        style=paragraph_style(pitch=sheet.style.verification.caption_pitch, align=Align.CENTER),
        role=Role.VERIFICATION,
    )
    stroke = Stroke(width=pt(1), color=_GREY)
    cell = Cell(
        blocks=(head, note),
        borders=Borders(top=stroke, bottom=stroke, left=stroke, right=stroke),
        padding=mm(2),
        padding_y=mm(2),
    )
    grid = Grid(columns=(_DRAFT_WIDTH,), rows=(Row(cells=(cell,)),), layout=True, role=Role.VERIFICATION)
    return Verification(mark=grid, caption=(), width=_DRAFT_WIDTH)

"""What a file holds for a verifier, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Content"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What was found in a file.

    ``codes`` are the texts of its QR codes; ``letter_files`` its ``surat.json`` files; ``seals`` the
    bytes of seals it carries; ``others`` the names of other files; ``links`` where its links lead;
    ``lines`` what stands side by side on the pages of a PDF;
    ``texts`` the text it shows, a page or a paragraph each, None when it is only a picture; ``overlays``
    are marks that lie over a PDF page and may hide or add text.
    """

    media: str
    codes: tuple[str, ...] = ()
    letter_files: tuple[bytes, ...] = ()
    seals: tuple[bytes, ...] = ()
    others: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    texts: tuple[str, ...] | None = None
    overlays: tuple[str, ...] = ()

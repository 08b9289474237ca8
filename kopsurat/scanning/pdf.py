"""QR codes, attachments and shown text of a PDF. With ``pdf_marks``, what knows pypdfium2."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Final

from kopsurat.errors import MissingExtra, ScanError
from kopsurat.scanning.codes import find_codes, read_once
from kopsurat.scanning.content import Content
from kopsurat.scanning.pdf_letters import Seen
from kopsurat.scanning.pdf_marks import document_marks, marks_of
from kopsurat.seal.link import looks_like_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image


__all__ = ["read_pdf", "read_pdf_text"]

_DPI: Final = 200
_FINE_DPI: Final = 300
_POINTS_PER_INCH: Final = 72
_MOST_PAGES: Final = 40
"""On which codes are looked for."""
_MOST_TEXT_PAGES: Final = 400
_LADDER_PAGES: Final = 4
_LETTER: Final = "surat.json"
_SEALS: Final = (".cose", ".cbor")
_MOST_ATTACHMENTS: Final = 20
_MOST_BYTES: Final = 4_000_000
_MOST_PIXELS: Final = 40_000_000


def read_pdf(data: bytes, *, codes_only: bool = False) -> Content:
    """Return what a PDF holds; ``codes_only`` leaves out attachments and text.

    Raises :class:`~kopsurat.errors.ScanError`: ``scan-pdf-locked`` or ``scan-pdf-unreadable``.
    """
    with _opened(data) as document:
        attached = () if codes_only else tuple(_attachments(document))
        seen = Seen()
        overlays = () if codes_only else tuple(sorted(set(_overlays(document, seen))))
        return Content(
            media="pdf",
            codes=_codes(document),
            letter_files=tuple(body for name, body in attached if name.endswith(_LETTER)),
            seals=tuple(body for name, body in attached if name.endswith(_SEALS)),
            others=tuple(name for name, _ in attached if not name.endswith((_LETTER, *_SEALS))),
            links=() if codes_only else _link_targets(document),
            texts=tuple(seen.texts) if any(text.strip() for text in seen.texts) else None,
            overlays=overlays,
            lines=tuple(seen.lines),
        )


@contextlib.contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtra("extra-missing", extra="scan") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = "password" in str(error).casefold()
        raise ScanError("scan-pdf-locked" if is_locked else "scan-pdf-unreadable") from error
    try:
        yield document
    except pypdfium2.PdfiumError as error:
        raise ScanError("scan-pdf-unreadable") from error
    finally:
        document.close()


def _codes(document: Any) -> tuple[str, ...]:  # noqa: ANN401 - pypdfium2 is untyped
    """Return the codes of all pages.

    One quick try a page at 200 and then 300 dpi; the whole ladder on the first pages only when no seal
    was found, for scans, so that a long file without a seal does not take minutes.
    """
    found: dict[str, None] = {}
    for pages, dpi, read in (
        (_MOST_PAGES, _DPI, read_once),
        (_MOST_PAGES, _FINE_DPI, read_once),
        (_LADDER_PAGES, _DPI, find_codes),
    ):
        for number in range(min(len(document), pages)):
            found.update(dict.fromkeys(read(_picture(document[number], dpi))))
        if any(looks_like_link(text) for text in found):
            break
    return tuple(found)


def _picture(page: Any, dpi: int) -> Image:  # noqa: ANN401 - as _codes
    width, height = page.get_size()
    scale = dpi / _POINTS_PER_INCH
    pixels = max(1.0, width * height * scale * scale)
    scale *= min(1.0, (_MOST_PIXELS / pixels) ** 0.5)
    picture: Image = page.render(scale=scale, grayscale=True).to_pil()
    return picture.convert("L")


def _attachments(document: Any) -> Iterator[tuple[str, bytes]]:  # noqa: ANN401 - as _codes
    """Yield the attached files by name; those of a seal no larger than they may be."""
    import pypdfium2

    for number in range(min(document.count_attachments(), _MOST_ATTACHMENTS)):
        name, body = "", b""
        with contextlib.suppress(pypdfium2.PdfiumError):
            attachment = document.get_attachment(number)
            name = attachment.get_name().casefold()
            body = bytes(attachment.get_data())
        if not name.endswith((_LETTER, *_SEALS)) or 0 < len(body) <= _MOST_BYTES:
            yield name, body


def _texts(document: Any) -> Iterator[str]:  # noqa: ANN401 - as _codes
    for number in range(min(len(document), _MOST_TEXT_PAGES)):
        page = document[number]
        text_page = page.get_textpage()
        text = text_page.get_text_bounded()
        yield text.replace("\x02", "-").replace("\ufffe", "-")  # hyphens at line ends
        text_page.close()


def _overlays(document: Any, seen: Seen) -> Iterator[str]:  # noqa: ANN401 - as _codes
    for number in range(min(len(document), _MOST_TEXT_PAGES)):
        yield from marks_of(document[number], seen)
    if len(document) > _MOST_TEXT_PAGES:
        yield "unknown"
    yield from document_marks(document, seen)


def read_pdf_text(data: bytes) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the text of each page, and each link as the text that it shows and where it leads.

    Raises :class:`~kopsurat.errors.ScanError` as :func:`read_pdf`. No codes are looked for.
    """
    with _opened(data) as document:
        texts = tuple(_texts(document))
        pages = range(min(len(document), _MOST_TEXT_PAGES))
        return texts, tuple(link for number in pages for link in _links(document, number))


def _link_targets(document: Any) -> tuple[str, ...]:  # noqa: ANN401 - as _codes
    pages = range(min(len(document), _MOST_TEXT_PAGES))
    return tuple(dict.fromkeys(target for number in pages for _, target in _links(document, number)))


def _links(document: Any, number: int) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - as _codes
    """Yield the links of a page that lead to a URI."""
    import ctypes

    import pypdfium2.raw as pdfium

    page = document[number]
    text_page = page.get_textpage()
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
        action = pdfium.FPDFLink_GetAction(link)
        size = pdfium.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if not size:
            continue
        uri = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(document, action, uri, size)
        area = pdfium.FS_RECTF()
        shown = ""
        if pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(area)):
            shown = text_page.get_text_bounded(area.left, area.bottom, area.right, area.top)
        yield shown.strip(), uri.value.decode("utf-8", "replace")
    text_page.close()

"""The letterhead on a finished PDF. Of the integrations, the one that knows pikepdf and pypdfium2."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kopsurat.arguments import expect
from kopsurat.errors import MissingExtra, RenderError
from kopsurat.integrations.kop import kop_blocks
from kopsurat.layout.measures import Length, mm, points, pt
from kopsurat.layout.model import Document, PageSetup, Paragraph, ParagraphStyle, Section
from kopsurat.layout.profile import style_of
from kopsurat.layout.sheet import sheet_of
from kopsurat.layout.typeset import height_of
from kopsurat.letterhead import HeadPages
from kopsurat.office import Office

if TYPE_CHECKING:
    from kopsurat.layout.model import Block
    from kopsurat.layout.style import Style

__all__ = ["overlay_letterhead"]

_TURN: Final = 90
_DPI: Final = 100
_POINTS_PER_INCH: Final = 72
_INK: Final = 245
"""A gray value under this is ink: white paper with the noise of a JPEG is above."""

_NEAREST: Final = mm(1)
"""How near to the letterhead something may stand."""

_MARKED: Final = frozenset({"BDC", "BMC", "EMC"})
_SHOWN: Final = 60
_CLAIMS: Final = ("pdfaid:part", "pdfaid:conformance", "pdfaid:rev", "pdfuaid:part", "pdfuaid:rev")
"""Where XMP metadata says that a file is PDF/A or PDF/UA."""


def overlay_letterhead(pdf: bytes, office: Office) -> bytes:
    """Return a PDF with the letterhead of ``office`` over its first page, set for that page's size.

    Where the office's letterhead says ``semua`` it stands on every page. The page must be empty there:
    nothing is moved, and nothing is covered. The letterhead is marked as an artifact; its links work.

    Needs the extra ``overlay``. Raises :class:`RenderError`: ``pdf-unreadable``, ``pdf-locked`` (password or
    permission), ``pdf-signed`` (the signature would break), ``kop-covers-content`` (with the page and
    the text found there), ``kop-page-too-narrow``; :class:`MissingExtra`.
    """
    expect(pdf, bytes, "pdf")
    expect(office, Office, "office")
    pikepdf, _ = _libraries()
    document = _open(pikepdf, pdf)
    with document:
        numbers = range(len(document.pages)) if office.letterhead.pages is HeadPages.ALL else (0,)
        style = style_of(office.letterhead.profile)
        kops: dict[PageSetup, _Kop] = {}
        for number in numbers:
            page = document.pages[number]
            setup = _setup(page, style)
            blocks = kop_blocks(office, setup, style=style)
            _refuse_to_cover(pdf, number, setup, blocks)
            if setup not in kops:
                kops[setup] = _kop_of(pikepdf, document, _kop_pdf(blocks, setup, office))
            _put_on(pikepdf, document, page, kops[setup])
        _withdraw_claims(document)
        out = io.BytesIO()
        document.save(out, deterministic_id=True, linearize=False)
        return out.getvalue()


def _libraries() -> tuple[Any, Any]:
    try:
        import pikepdf
        import pypdfium2
    except ImportError as error:
        raise MissingExtra("extra-missing", extra="overlay", needed_for="PDF") from error
    return pikepdf, pypdfium2


def _open(pikepdf: Any, pdf: bytes) -> Any:  # noqa: ANN401 - pikepdf comes in lazily
    try:
        document = pikepdf.open(io.BytesIO(pdf))
    except pikepdf.PasswordError as error:
        raise RenderError("pdf-locked") from error
    except (pikepdf.PdfError, ValueError, OSError) as error:
        raise RenderError("pdf-unreadable") from error
    if document.is_encrypted and not document.allow.modify_other:
        raise RenderError("pdf-locked")
    if _is_signed(pikepdf, document):
        raise RenderError("pdf-signed")
    if not len(document.pages):
        raise RenderError("pdf-unreadable")
    return document


def _is_signed(pikepdf: Any, document: Any) -> bool:  # noqa: ANN401 - pikepdf
    """Return whether a field holds a signature, or one says what may be changed."""
    form = document.Root.get("/AcroForm")
    if "/Perms" in document.Root or (form is not None and int(form.get("/SigFlags", 0)) & 1):
        return True
    objects = document.objects if form is not None else ()
    fields = (each for each in objects if isinstance(each, pikepdf.Dictionary))
    return any(each.get("/FT") == "/Sig" and "/V" in each for each in fields)


def _withdraw_claims(document: Any) -> None:  # noqa: ANN401 - a document of pikepdf
    """Take back what the file says of a standard that it keeps: nobody has looked whether it still does."""
    if "/Metadata" not in document.Root:
        return
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for claim in _CLAIMS:
            if claim in metadata:
                del metadata[claim]


# ---- pages


def _visible(page: Any) -> tuple[float, float, float, float]:  # noqa: ANN401 - a page of pikepdf
    """Return what of a page is seen: the crop box as far as it lies on the paper."""
    paper, crop = _sorted(page.mediabox), _sorted(page.cropbox)
    left, bottom = map(max, paper[:2], crop[:2])
    right, top = map(min, paper[2:], crop[2:])
    return (left, bottom, right, top) if left < right and bottom < top else paper


def _sorted(box: Any) -> tuple[float, float, float, float]:  # noqa: ANN401 - an array of pikepdf
    left, bottom, right, top = (float(edge) for edge in box)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)


def _rotation(page: Any) -> int:  # noqa: ANN401 - a page of pikepdf
    """Return by how much a page is turned; viewers ignore anything but quarters."""
    turn = int(page.obj.get("/Rotate", 0) or 0) % 360
    return 0 if turn % _TURN else turn


def _setup(page: Any, style: Style) -> PageSetup:  # noqa: ANN401 - a page of pikepdf
    """Return the page as it is seen, with the margins of the profile."""
    left, bottom, right, top = _visible(page)
    width, height = pt(right - left), pt(top - bottom)
    if _rotation(page) % (2 * _TURN):
        width, height = height, width
    model = sheet_of(style).page
    return PageSetup(
        width=width,
        height=height,
        top=model.top,
        bottom=model.bottom,
        left=model.left,
        right=model.right,
        header_distance=model.header_distance,
        footer_distance=model.footer_distance,
    )


def _kop_pdf(blocks: tuple[Block, ...], setup: PageSetup, office: Office) -> bytes:
    from kopsurat.backends.pdf import render

    empty = Paragraph(inlines=(), style=ParagraphStyle(pitch=20))
    section = Section(page=setup, blocks=(empty,), first_header=blocks)
    name = str(office.desa)
    return render(
        Document(
            sections=(section,),
            family="Arial",
            title=name,
            author=name,
            subject=name,
            date=dt.date(2026, 1, 1),
        )
    )


# ---- what stands there


def _refuse_to_cover(pdf: bytes, number: int, setup: PageSetup, blocks: tuple[Block, ...]) -> None:
    room = getattr(blocks[-1], "after", 0)
    bottom: Length = setup.header_distance + height_of(blocks, setup.measure) - room + _NEAREST
    _, pypdfium2 = _libraries()
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise RenderError("pdf-unreadable") from error
    try:
        document.init_forms()
        page = document[number]
        if _has_ink(page, points(bottom)):
            found = " ".join(_text(page, points(bottom)).split())[:_SHOWN]
            raise RenderError(
                "kop-covers-content",
                value=found or "…",
                page=number + 1,
                height=round(points(bottom) / 72 * 25.4),
            )
    finally:
        document.close()


def _has_ink(page: Any, depth: float) -> bool:  # noqa: ANN401 - a page of pypdfium2
    """Return whether anything is printed in the uppermost ``depth`` points of a page, as it is seen."""
    picture = page.render(scale=_DPI / _POINTS_PER_INCH, grayscale=True, may_draw_forms=True).to_pil()
    strip = picture.crop((0, 0, picture.width, min(picture.height, round(depth * _DPI / _POINTS_PER_INCH))))
    return bool(strip.getextrema()[0] < _INK)


def _text(page: Any, depth: float) -> str:  # noqa: ANN401 - a page of pypdfium2
    """Return the text in the uppermost part of a page that is not rotated; of others all of it."""
    left, bottom, right, top = page.get_cropbox()
    text = page.get_textpage()
    if page.get_rotation():
        return str(text.get_text_range())
    return str(text.get_text_bounded(left=left, bottom=max(bottom, top - depth), right=right, top=top))


# ---- putting it on


class _Kop(NamedTuple):
    """A letterhead inside the document that it is put on, and its links."""

    drawing: Any
    links: list[tuple[list[float], str]]


def _kop_of(pikepdf: Any, document: Any, kop: bytes) -> _Kop:  # noqa: ANN401 - pikepdf
    with pikepdf.open(io.BytesIO(kop)) as made:
        source = made.pages[0]
        links = [_link(each) for each in source.obj.get("/Annots", [])]
        source.obj["/Contents"] = made.make_stream(_unmarked(pikepdf, source))
        for key in ("/Annots", "/StructParents", "/Tabs"):
            if key in source.obj:
                del source.obj[key]
        drawing = document.copy_foreign(source.as_form_xobject())
    return _Kop(drawing, [each for each in links if each])


def _put_on(pikepdf: Any, document: Any, page: Any, kop: _Kop) -> None:  # noqa: ANN401 - pikepdf
    name = page.add_resource(kop.drawing, pikepdf.Name.XObject, _free_name(pikepdf, page))
    placed = page.calc_form_xobject_placement(
        kop.drawing, name, pikepdf.Rectangle(*_visible(page)), allow_shrink=True, allow_expand=True
    )
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n" * _open_states(pikepdf, page) + placed)
    page.contents_coalesce()
    if not _rotation(page):
        _add_links(pikepdf, document, page, kop.links)


def _open_states(pikepdf: Any, page: Any) -> int:  # noqa: ANN401 - pikepdf
    """Return how many graphics states a page leaves open."""
    count = 0
    for _, operator in pikepdf.parse_content_stream(page, "q Q"):
        count = count + 1 if str(operator) == "q" else max(0, count - 1)
    return count


def _free_name(pikepdf: Any, page: Any) -> Any:  # noqa: ANN401 - pikepdf
    """Return a name that the page does not use; pikepdf would take one by chance."""
    used = page.resources.get("/XObject", {})
    number = 1
    while f"/KopSurat{number}" in used:
        number += 1
    return pikepdf.Name(f"/KopSurat{number}")


def _unmarked(pikepdf: Any, page: Any) -> bytes:  # noqa: ANN401 - pikepdf
    """Return the content of a page as one artifact: its structure does not travel along."""
    kept = [
        (operands, operator)
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) not in _MARKED
    ]
    content: bytes = pikepdf.unparse_content_stream(kept)
    return b"/Artifact BMC\n" + content + b"\nEMC\n"


def _link(annotation: Any) -> tuple[list[float], str] | None:  # noqa: ANN401 - an object of pikepdf
    action = annotation.get("/A")
    if action is None or "/URI" not in action:
        return None
    return [float(edge) for edge in annotation["/Rect"]], str(action["/URI"])


def _add_links(pikepdf: Any, document: Any, page: Any, links: list[tuple[list[float], str]]) -> None:  # noqa: ANN401
    left, bottom, _, _ = _visible(page)
    for rect, target in links:
        moved = [edge + (left if at % 2 == 0 else bottom) for at, edge in enumerate(rect)]
        annotation = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Link,
            Rect=moved,
            Border=[0, 0, 0],
            F=4,
            Contents=target,
            A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(target)),
        )
        if "/Annots" not in page.obj:
            page.obj["/Annots"] = pikepdf.Array()
        page.obj["/Annots"].append(document.make_indirect(annotation))

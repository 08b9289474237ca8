"""What stands on the pages of a PDF besides plain text that everybody sees: cover-ups, hidden text, drawings.

Our own pages are simple, so that whatever a forger needs is foreign to them: text is black, upright, 7 pt or
more and never covered; lines and the modules of the QR code are straight; emblems stand in the letterhead.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kopsurat.scanning.codes import is_bare_drawing
from kopsurat.scanning.light import LIGHT, luminance
from kopsurat.scanning.pdf_actions import written_marks
from kopsurat.scanning.pdf_letters import Letters
from kopsurat.scanning.pdf_rows import crossed_rows
from kopsurat.scanning.pdf_shapes import Box, Outline, Rows, box_of, matrix_of, near
from kopsurat.scanning.pdf_speech import speech_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.scanning.pdf_letters import Seen

__all__ = ["document_marks", "marks_of"]

_SUBTYPES: Final = """
unknown text link freetext line square circle polygon polyline highlight underline squiggly strikeout stamp
caret ink popup fileattachment sound movie widget screen printermark trapnet watermark threed richmedia
xfawidget redact
"""
_ANNOTATIONS: Final = tuple(_SUBTYPES.split())
"""Subtypes of annotations in PDFium's order (fpdf_annot.h)."""
_UNSEEN: Final = ("link", "popup")
_MOST_ANNOTATIONS: Final = 500
_MOST_OBJECTS: Final = 6_000
"""On one page; our own fullest have a tenth of it."""
_TEXT, _PATH, _IMAGE = 1, 2, 3
_KINDS: Final = {3: "picture", 4: "shading", 5: "form"}
_FILLED_MODES: Final = (0, 2)
"""Render modes in which text is filled (ISO 32000-2, table 104)."""
_OPAQUE: Final = 200
_SMALLEST: Final = 5.0
"""Points; text of the letter is 7 at least."""
_SHARED: Final = 0.35
"""Share of a line by which others may overlap: ascenders, descenders, underlines."""
_OVERHANG: Final = 3.0
"""Points by which a sign of a local script may hang over the word beside it."""
_HEAD: Final = 0.35
"""Share of the height of a page from its top in which emblems stand."""
_TALLEST: Final = 1_010.0
"""Points; longer pages are none of ours."""
_EMBLEM: Final = 120.0
"""Points, the longest side of an emblem."""
_MOST_EMBLEMS: Final = 2
_THIN: Final = 3.0
"""Points, the width of a line; what is wider is an area."""
_SHORT: Final = 12.0
"""Points; lines that are shorter can be strokes of letters."""
_FEW: Final = 100
"""Parts; the code of a seal has more."""
_MOST_CODES: Final = 8
"""Paths of a page of which it is looked whether they are a code; a letter has one."""


def marks_of(page: Any, seen: Seen) -> Iterator[str]:  # noqa: ANN401 - pypdfium2 is untyped
    """Yield the kinds of marks on an open page of pypdfium2, maybe several times.

    What the page shows is added to ``seen``.
    """
    texts: Rows[_Text] = Rows()
    yield from _objects(page, texts, seen)
    yield from _annotations(page, texts)
    yield from speech_marks(page)


def document_marks(document: Any, seen: Seen) -> Iterator[str]:  # noqa: ANN401 - as marks_of
    """Yield the kinds of marks of a whole document: what some viewers show, actions, foreign outlines."""
    import pypdfium2.raw as pdfium

    if pdfium.FPDF_GetFormType(document) in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND):
        yield "xfa"
    yield from written_marks(document)
    if not all(program.is_used_by(read) for program, read in seen.codes.items()):
        yield "font"


def _annotations(page: Any, texts: Rows[_Text]) -> Iterator[str]:  # noqa: ANN401 - as marks_of
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFPage_GetAnnotCount(page)
    if count > _MOST_ANNOTATIONS:
        yield "unknown"
    for index in range(min(count, _MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
        kind = _ANNOTATIONS[subtype] if subtype < len(_ANNOTATIONS) else "unknown"
        if kind == "widget" and _field_type(annotation) == "Sig":
            area = _area(annotation)
            if _has_drawing(annotation) and any(area.covers(text.core) for _, text in texts.near(area)):
                yield "cover"
        elif kind not in _UNSEEN or _is_drawn(annotation):
            yield kind
        pdfium.FPDFPage_CloseAnnot(annotation)


def _area(annotation: Any) -> Box:  # noqa: ANN401 - as marks_of
    import pypdfium2.raw as pdfium

    area = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, area)
    across, up = (area.left, area.right), (area.bottom, area.top)
    return Box(min(across), min(up), max(across), max(up))


def _is_drawn(annotation: Any) -> bool:  # noqa: ANN401 - as marks_of
    """Return whether something is seen of a link: an appearance of its own, or a thick border."""
    import pypdfium2.raw as pdfium

    width = ctypes.c_float()
    pdfium.FPDFAnnot_GetBorder(annotation, ctypes.c_float(), ctypes.c_float(), width)
    has_style = pdfium.FPDFAnnot_HasKey(annotation, b"AP") or pdfium.FPDFAnnot_HasKey(annotation, b"BS")
    return bool(has_style) or width.value > 1


def _has_drawing(annotation: Any) -> bool:  # noqa: ANN401 - as marks_of
    """Return whether the mark of a signature shows anything; that of an own field waits for a signature."""
    import pypdfium2.raw as pdfium

    normal = pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL
    buffer = ctypes.create_string_buffer(2 * _FEW)
    target = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    size = pdfium.FPDFAnnot_GetAP(annotation, normal, target, len(buffer))
    drawing = buffer.raw[: max(0, size - 2)].decode("utf-16-le", "replace")
    is_empty = size <= len(buffer) and set(drawing.split()) <= {"q", "Q"}
    return not is_empty or bool(pdfium.FPDFAnnot_HasKey(annotation, b"MK"))


def _field_type(annotation: Any) -> str:  # noqa: ANN401 - as marks_of
    """Return the type of a form field: ``Tx``, ``Btn``, ``Ch``, ``Sig``, or nothing."""
    import pypdfium2.raw as pdfium

    buffer = ctypes.create_string_buffer(32)
    target = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    size = pdfium.FPDFAnnot_GetStringValue(annotation, b"FT", target, len(buffer))
    return buffer.raw[: max(0, min(size, len(buffer)) - 2)].decode("utf-16-le", "replace")


def _objects(
    page: Any,  # noqa: ANN401 - as marks_of
    texts: Rows[_Text],
    seen: Seen,
) -> Iterator[str]:
    """Yield what is wrong with the objects of a page, which are painted in this order; note its texts."""
    import pypdfium2.raw as pdfium

    paper, letters = _paper(page), Letters(page, seen)
    low = paper.top - _HEAD * min(paper.height, _TALLEST)
    paths: list[_Path] = []
    pictures: list[Box] = []
    boxes: list[Box] = []
    count = pdfium.FPDFPage_CountObjects(page)
    if count > _MOST_OBJECTS:
        yield "unknown"
    for index in range(min(count, _MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        box, kind = _bounds(thing), pdfium.FPDFPageObj_GetType(thing)
        if _has_mark(thing, "OC"):
            yield "layer"
        if pdfium.FPDFClipPath_CountPaths(pdfium.FPDFPageObj_GetClipPath(thing)) > 0:
            yield "clip"
        if kind == _TEXT:
            if not paper.holds(box) or not _is_plain(thing):
                yield "hidden-text"
            is_script = letters.is_shaped(thing)
            if any(_is_over(box, text, is_script=is_script) for _, text in texts.near(box)):
                yield "text-over-text"
            yield from letters.marks_of(thing, box)
            boxes.append(box)
            texts.add(box, _Text(index, box, _core(thing, box), is_script, thing))
        elif kind == _PATH:
            paths.append(_Path(index, box, thing, Outline(thing)))
        else:
            pictures.append(box)
            is_emblem = box.bottom >= low and max(box.width, box.height) <= _EMBLEM
            if kind not in _KINDS or not is_emblem or len(pictures) > _MOST_EMBLEMS:
                yield _KINDS.get(kind, "unknown")
    if any(box.covers(text) for box in pictures for text, _ in texts.near(box)):
        yield "cover"
    yield from list(letters.ink_marks())  # which tells where letters stand
    yield from _path_marks(paths, texts, letters, low)
    yield from crossed_rows(boxes, [rule for path in paths for rule in path.rules()])


class _Text(NamedTuple):
    """A text object: its place in the order of painting, its box, the middle of its letters, if shaped."""

    order: int
    box: Box
    core: Box
    is_script: bool
    thing: Any


class _Path(NamedTuple):
    """A path: its place in the order of painting, its box, the object, and its outline."""

    order: int
    box: Box
    thing: Any
    outline: Outline

    def rules(self) -> list[Box]:
        """Return its level lines."""
        return [part for part in self.outline.parts if part.height < _THIN and part.width >= _SHORT]


def _is_over(box: Box, text: _Text, *, is_script: bool) -> bool:
    """Return whether a text lies over an earlier one: more than the signs of local scripts do."""
    if not box.covers(text.box, _SHARED) or (is_script and text.is_script):
        return False
    across = min(box.right, text.box.right) - max(box.left, text.box.left)
    return across > _OVERHANG or not (is_script or text.is_script)


def _path_marks(paths: list[_Path], texts: Rows[_Text], letters: Letters, low: float) -> Iterator[str]:
    """Yield what is wrong with paths: what lies over letters, and what may itself be letters."""
    looks = iter(range(_MOST_CODES))
    for path in paths:
        if _may_be_letters(path, low, looks):
            yield "drawing"
        near = {text.order: text for box, text in texts.near(path.box) if path.box.meets(box)}
        if any(_hides(part, path, text, letters) for text in near.values() for part in path.outline.parts):
            yield "cover"


def _may_be_letters(path: _Path, low: float, looks: Iterator[int]) -> bool:
    """Return whether a path may be letters; ``looks`` has an item for each more to be read as a code."""
    outline = path.outline
    if not outline.is_straight:
        return path.box.bottom < low
    if all(max(part.width, part.height) - 2 * outline.around >= _SHORT for part in outline.parts):
        return False
    may_be_code = len(outline.parts) > _FEW and outline.is_filled and next(looks, None) is not None
    return not (may_be_code and is_bare_drawing(outline.parts))


def _hides(part: Box, path: _Path, text: _Text, letters: Letters) -> bool:
    """Return whether a part of a path lies over a text, or is a line through it.

    An upright line may stand in a gap of a text: between columns that other programs join to one.
    """
    if min(part.width, part.height) < _THIN:
        is_upright = part.height > part.width
        return part.meets(text.core) and not (
            is_upright and not letters.stand_at(text.thing, part.left, part.right)
        )
    is_over = path.order > text.order or not _is_light(path.thing)
    return is_over and part.covers(text.box, _SHARED)


def _core(thing: Any, box: Box) -> Box:  # noqa: ANN401 - as marks_of
    """Return where a line would strike a text out: under the tops of small letters, over their feet."""
    import pypdfium2.raw as pdfium

    size, at = ctypes.c_float(), matrix_of(thing)
    pdfium.FPDFTextObj_GetFontSize(thing, size)
    em = abs(size.value * at.d)
    return Box(box.left + 0.5, at.f + 0.1 * em, box.right - 0.5, at.f + 0.6 * em)


def _paper(page: Any) -> Box:  # noqa: ANN401 - as marks_of
    """Return the part of the page that is shown; what the page says of it, or the pages that it is one of."""
    import pypdfium2.raw as pdfium

    area = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, area):
        return Box(0, 0, 1, 1)
    return Box(*map(near, (area.left, area.bottom, area.right, area.top)))


def _bounds(thing: Any) -> Box:  # noqa: ANN401 - as marks_of
    import pypdfium2.raw as pdfium

    return box_of(pdfium.FPDFPageObj_GetBounds, thing) or Box(0, 0, 0, 0)


def _has_mark(thing: Any, wanted: str) -> bool:  # noqa: ANN401 - as marks_of
    """Return whether an object is marked: ``OC`` for a layer that viewers may switch off."""
    import pypdfium2.raw as pdfium

    buffer = (pdfium.FPDF_WCHAR * 16)()
    size = ctypes.c_ulong()
    for index in range(pdfium.FPDFPageObj_CountMarks(thing)):
        mark = pdfium.FPDFPageObj_GetMark(thing, index)
        pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), size)
        if bytes(buffer)[: max(0, size.value - 2)] == wanted.encode("utf-16-le"):
            return True
    return False


def _is_plain(thing: Any) -> bool:  # noqa: ANN401 - as marks_of
    """Return whether everybody sees a text: filled, dark, opaque, and not tiny."""
    import pypdfium2.raw as pdfium

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if pdfium.FPDFTextObj_GetTextRenderMode(thing) not in _FILLED_MODES:
        return False
    if not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha):
        return False
    light = luminance(red.value, green.value, blue.value)
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(thing, size)
    pdfium.FPDFPageObj_GetMatrix(thing, matrix)
    across = abs(size.value) * (matrix.a**2 + matrix.b**2) ** 0.5
    down = abs(size.value) * (matrix.c**2 + matrix.d**2) ** 0.5
    return (
        light < LIGHT
        and alpha.value >= _OPAQUE
        and min(across, down) >= _SMALLEST
        and not pdfium.FPDFPageObj_HasTransparency(thing)
    )


def _is_light(thing: Any) -> bool:  # noqa: ANN401 - as marks_of
    """Return whether dark text can be read on a path."""
    import pypdfium2.raw as pdfium

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha):
        return False
    return luminance(red.value, green.value, blue.value) >= LIGHT

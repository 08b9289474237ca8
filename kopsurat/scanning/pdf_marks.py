"""What stands on the pages of a PDF besides plain text that everybody sees: cover-ups, hidden text, drawings.

Our own pages are simple, so that whatever a forger needs is foreign to them: text is black, upright, 7 pt or
more and never covered; lines and the modules of the QR code are straight; emblems stand in the letterhead.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["marks_of"]

_SUBTYPES: Final = """
unknown text link freetext line square circle polygon polyline highlight underline squiggly strikeout stamp
caret ink popup fileattachment sound movie widget screen printermark trapnet watermark threed richmedia
xfawidget redact
"""
_ANNOTATIONS: Final = tuple(_SUBTYPES.split())
"""Subtypes of annotations in PDFium's order (fpdf_annot.h)."""
_HARMLESS: Final = ("link", "popup", "fileattachment", "printermark", "trapnet")
_MOST_ANNOTATIONS: Final = 500
_TEXT, _PATH, _IMAGE = 1, 2, 3
_KINDS: Final = {3: "picture", 4: "shading", 5: "form"}
_FILLED_MODES: Final = (0, 2)
"""Render modes in which text is filled (ISO 32000-2, table 104)."""
_LIGHT: Final = 160
"""Luminance, of 255, from which text on paper is hard to see."""
_OPAQUE: Final = 200
_SMALLEST: Final = 5.0
"""Points; text of the letter is 7 at least."""
_TOUCH: Final = 0.5
"""Points by which bounding boxes may touch."""
_SHARED: Final = 0.35
"""Share of a line by which others may overlap: ascenders, descenders, underlines."""
_HEAD: Final = 0.65
"""Above this share of the height of a page stand emblems."""
_STRAIGHT: Final = 0.01
_BEZIER: Final = 1
_LINE: Final = 0


class _Box(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float

    def covers(self, other: _Box, share: float = 0.0) -> bool:
        """Return whether it lies over more than this share of the height of ``other``."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.top, other.top) - max(self.bottom, other.bottom)
        return width > _TOUCH and height > max(_TOUCH, share * other.height)

    def holds(self, other: _Box) -> bool:
        return (
            self.left - _TOUCH <= other.left
            and other.right <= self.right + _TOUCH
            and self.bottom - _TOUCH <= other.bottom
            and other.top <= self.top + _TOUCH
        )

    @property
    def height(self) -> float:
        return self.top - self.bottom


def marks_of(page: Any) -> Iterator[str]:  # noqa: ANN401 - pypdfium2 is untyped
    """Yield the kinds of marks on an open page of pypdfium2, maybe several times."""
    yield from _annotations(page)
    yield from _objects(page)


def _annotations(page: Any) -> Iterator[str]:  # noqa: ANN401 - as marks_of
    import pypdfium2.raw as pdfium

    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
        kind = _ANNOTATIONS[subtype] if subtype < len(_ANNOTATIONS) else "unknown"
        is_signature = kind == "widget" and _field_type(annotation) == "Sig"
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind not in _HARMLESS and not is_signature:
            yield kind


def _field_type(annotation: Any) -> str:  # noqa: ANN401 - as marks_of
    """Return the type of a form field: ``Tx``, ``Btn``, ``Ch``, ``Sig``, or nothing."""
    import pypdfium2.raw as pdfium

    buffer = ctypes.create_string_buffer(32)
    target = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    size = pdfium.FPDFAnnot_GetStringValue(annotation, b"FT", target, len(buffer))
    return buffer.raw[: max(0, min(size, len(buffer)) - 2)].decode("utf-16-le", "replace")


def _objects(page: Any) -> Iterator[str]:  # noqa: ANN401 - as marks_of
    """Yield what is wrong with the objects of a page, which are painted in this order."""
    import pypdfium2.raw as pdfium

    paper = _paper(page)
    low = paper.bottom + _HEAD * paper.height
    texts: list[_Box] = []
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        thing = pdfium.FPDFPage_GetObject(page, index)
        box, kind = _bounds(thing), pdfium.FPDFPageObj_GetType(thing)
        if _is_optional(thing):
            yield "layer"
        if pdfium.FPDFClipPath_CountPaths(pdfium.FPDFPageObj_GetClipPath(thing)) > 0:
            yield "clip"
        if kind == _TEXT:
            if not paper.holds(box) or not _is_plain(thing):
                yield "hidden-text"
            if any(box.covers(other, _SHARED) for other in texts):
                yield "text-over-text"
            texts.append(box)
        elif kind == _PATH:
            under = [other for other in texts if box.covers(other)] if _is_filled(thing) else []
            outline = _Outline(thing) if under or box.bottom < low else None
            if outline and any(part.covers(other, _SHARED) for part in outline.parts for other in under):
                yield "cover"
            if outline and box.bottom < low and not outline.is_straight:
                yield "drawing"
        elif kind != _IMAGE or box.bottom < low:
            yield _KINDS.get(kind, "unknown")
        elif any(box.covers(other) for other in texts):
            yield "cover"


def _paper(page: Any) -> _Box:  # noqa: ANN401 - as marks_of
    """Return the part of the page that is shown."""
    import pypdfium2.raw as pdfium

    media, crop = (_box_of(read, page) for read in (pdfium.FPDFPage_GetMediaBox, pdfium.FPDFPage_GetCropBox))
    return crop or media or _Box(0, 0, 1, 1)


def _box_of(read: Any, thing: Any) -> _Box | None:  # noqa: ANN401 - as marks_of
    edges = [ctypes.c_float() for _ in range(4)]
    return _Box(*(edge.value for edge in edges)) if read(thing, *edges) else None


def _bounds(thing: Any) -> _Box:  # noqa: ANN401 - as marks_of
    import pypdfium2.raw as pdfium

    return _box_of(pdfium.FPDFPageObj_GetBounds, thing) or _Box(0, 0, 0, 0)


def _is_optional(thing: Any) -> bool:  # noqa: ANN401 - as marks_of
    """Return whether an object belongs to a layer that viewers may switch off."""
    import pypdfium2.raw as pdfium

    buffer = (pdfium.FPDF_WCHAR * 16)()
    size = ctypes.c_ulong()
    for index in range(pdfium.FPDFPageObj_CountMarks(thing)):
        mark = pdfium.FPDFPageObj_GetMark(thing, index)
        pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), size)
        if bytes(buffer)[: max(0, size.value - 2)] == "OC".encode("utf-16-le"):
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
    light = 0.299 * red.value + 0.587 * green.value + 0.114 * blue.value
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(thing, size)
    pdfium.FPDFPageObj_GetMatrix(thing, matrix)
    across = abs(size.value) * (matrix.a**2 + matrix.b**2) ** 0.5
    down = abs(size.value) * (matrix.c**2 + matrix.d**2) ** 0.5
    return (
        light < _LIGHT
        and alpha.value >= _OPAQUE
        and min(across, down) >= _SMALLEST
        and not pdfium.FPDFPageObj_HasTransparency(thing)
    )


def _is_filled(thing: Any) -> bool:  # noqa: ANN401 - as marks_of
    """Return whether a path covers what lies under it; a thick line does too."""
    import pypdfium2.raw as pdfium

    mode, is_stroked, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_float()
    pdfium.FPDFPath_GetDrawMode(thing, mode, is_stroked)
    pdfium.FPDFPageObj_GetStrokeWidth(thing, width)
    return mode.value != 0 or bool(is_stroked.value and width.value > _SMALLEST)


class _Outline:
    """The ``parts`` of a path as boxes, and whether it has only level and upright lines."""

    def __init__(self, thing: Any) -> None:  # noqa: ANN401 - as marks_of
        import pypdfium2.raw as pdfium

        width, is_stroked = ctypes.c_float(), ctypes.c_int()
        pdfium.FPDFPageObj_GetStrokeWidth(thing, width)
        pdfium.FPDFPath_GetDrawMode(thing, ctypes.c_int(), is_stroked)
        self.is_straight = True
        self._around = width.value / 2 if is_stroked.value else 0.0
        self.parts: list[_Box] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        points: list[tuple[float, float]] = []
        for index in range(pdfium.FPDFPath_CountSegments(thing)):
            segment = pdfium.FPDFPath_GetPathSegment(thing, index)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            point = (x.value, y.value)
            if kind not in (_LINE, _BEZIER):
                self._close(points)
                points = []
            elif kind == _BEZIER or (points and not _is_level(points[-1], point)):
                self.is_straight = False
            points.append(point)
        self._close(points)

    def _close(self, points: list[tuple[float, float]]) -> None:
        if points:
            across, up = [x for x, _ in points], [y for _, y in points]
            around = self._around
            box = _Box(min(across) - around, min(up) - around, max(across) + around, max(up) + around)
            self.parts.append(box)


def _is_level(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return any(abs(one - other) < _STRAIGHT for one, other in zip(first, second, strict=True))

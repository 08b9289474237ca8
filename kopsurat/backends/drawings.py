"""Crests as SVG drawings: checked against a closed list, then drawn. The only module that knows svglib.

An SVG file is a program: it can read files and addresses, unfold entities without end, and use
effects that no converter of this size draws right. A crest is therefore accepted only when it
consists of plain shapes; anything else is refused with its name, rather than printed wrong.
"""

from __future__ import annotations

import functools
import io
import re
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree as ET

from kopsurat.backends.complaints import complaints_of
from kopsurat.errors import InvalidImage, MissingExtra

if TYPE_CHECKING:
    from kopsurat.content.images import Image

__all__ = ["MAX_SHAPES", "rasterize_svg", "svg_path_stream"]

MAX_SHAPES: Final = 20_000
"""Shapes after every ``use`` is followed; the most intricate provincial arms have about 3,000."""

_SHAPES: Final = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_FRAMES: Final = frozenset({"svg", "g", "defs", "use", "symbol", "a", "switch"})
_SILENT: Final = frozenset({"title", "desc", "metadata", "style"})
_HREF: Final = ("href", "{http://www.w3.org/1999/xlink}href")
_ENCODING: Final = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.-]+)[\"']")
_PLAIN: Final = (b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1")
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE[^>\[]*>")
_IDLE: Final = re.compile(r"^BT /F\d+ [\d.]+ Tf [\d.]+ TL ET\n|^n\s", re.MULTILINE)
"""What reportlab writes without need: a font for no text, an end of no path."""

_FAR: Final = re.compile(r"@import|expression\s*\(|url\(\s*['\"]?\s*(?!#)", re.IGNORECASE)


def rasterize_svg(image: Image, box: tuple[int, int]) -> bytes:
    """Return the drawing as a PNG of ``box`` pixels on a transparent ground.

    Needs the extras ``svg`` and ``scan``. Raises :class:`InvalidImage` as :func:`svg_path_stream` does.
    """
    from reportlab.graphics import renderPDF

    from kopsurat.backends.pdfium import transparent_png

    drawing = _scaled(image, box[0], box[1])
    pdf: Any = renderPDF.drawToString(drawing, msg="")  # bytes, whatever its types say
    return transparent_png(pdf, box)


@functools.lru_cache(maxsize=32)
def svg_path_stream(image: Image) -> bytes:
    """Return the drawing as PDF path operators that fill the unit square (0, 0)–(1, 1).

    Raises :class:`InvalidImage`: ``image-damaged`` (not XML), ``svg-unsafe`` (entities, external
    references, scripts), ``svg-unsupported`` (text, gradients, clipping, filters, pictures,
    transparency), ``svg-too-large``; :class:`MissingExtra` without svglib.
    """
    from reportlab.graphics import renderPDF
    from reportlab.pdfgen.canvas import Canvas

    drawing = _scaled(image, 1000, 1000)
    canvas: Any = Canvas(io.BytesIO(), pageCompression=0, invariant=1)
    canvas._code.clear()  # noqa: SLF001 - reportlab has no public way to a content stream
    renderPDF.draw(drawing, canvas, 0, 0)
    operators = _IDLE.sub("", "\n".join(canvas._code))  # noqa: SLF001 - as above
    if re.search(r"(?:^|\s)(?:gs|Do|BT|Tj|TJ|sh|scn|SCN|k|K)(?:\s|$)", operators):
        raise InvalidImage("svg-unsupported", value=image.name, element="opacity")
    return f"q .001 0 0 .001 0 0 cm {operators} Q".encode("ascii")


def _scaled(image: Image, width: float, height: float) -> Any:  # noqa: ANN401 - svglib is untyped
    _check(image)
    drawing = _drawing(image)
    if not drawing.width or not drawing.height:
        raise InvalidImage("image-damaged", value=image.name)
    drawing.scale(width / drawing.width, height / drawing.height)
    drawing.width, drawing.height = width, height
    return drawing


def _drawing(image: Image) -> Any:  # noqa: ANN401 - svglib is untyped
    try:
        from svglib.svglib import svg2rlg
    except ImportError as error:
        raise MissingExtra("extra-missing", extra="svg", needed_for="SVG") from error
    with complaints_of("svglib.svglib") as said:
        try:
            drawing = svg2rlg(io.BytesIO(_DOCTYPE.sub(b"", image.data)))
        except Exception as error:  # svglib lets any error of its parsers through
            raise InvalidImage("image-damaged", value=image.name) from error
    if drawing is None:
        raise InvalidImage("image-damaged", value=image.name)
    if said:  # it leaves out what it does not know
        raise InvalidImage("svg-unsupported", value=image.name, element=said[0][:60])
    return drawing


def _check(image: Image) -> None:
    encoding = _ENCODING.search(image.data[:300])
    if encoding and encoding.group(1).lower() not in _PLAIN:
        raise InvalidImage("svg-unsafe", value=image.name, found=encoding.group(1).decode("ascii", "replace"))
    source = _DOCTYPE.sub(b"", image.data)
    if b"<!DOCTYPE" in source or b"<!ENTITY" in source:
        raise InvalidImage("svg-unsafe", value=image.name, found="ENTITY")
    if b"<?xml-stylesheet" in source:
        raise InvalidImage("svg-unsafe", value=image.name, found="xml-stylesheet")
    try:
        root = ET.fromstring(source)  # noqa: S314 - neither DOCTYPE nor entity is left
    except (ET.ParseError, ValueError, LookupError) as error:
        raise InvalidImage("image-damaged", value=image.name) from error
    named: dict[str, ET.Element] = {}
    for element in root.iter():
        _check_element(element, image.name)
        if (_local(element) == "svg" and element is not root) or (
            _local(element) == "symbol" and element.get("viewBox")
        ):
            raise InvalidImage("svg-unsupported", value=image.name, element=f"{_local(element)} viewBox")
        if identity := element.get("id"):
            named[identity] = element
    _count(root, named, image.name)


def _check_element(element: ET.Element, name: str) -> None:
    kind = _local(element)
    if kind is None:
        return
    if kind == "script" or any(key.lower().startswith("on") for key in element.keys()):  # noqa: SIM118 - Element
        raise InvalidImage("svg-unsafe", value=name, found="script")
    for key in _HREF:
        if (target := element.get(key)) is not None and kind != "a" and not target.startswith("#"):
            raise InvalidImage("svg-unsafe", value=name, found=target[:60])
    words = " ".join([*element.attrib.values(), (element.text or "") if kind == "style" else ""])
    if _FAR.search(words):
        raise InvalidImage("svg-unsafe", value=name, found="url()")
    if "url(" in words.replace(" ", ""):
        raise InvalidImage("svg-unsupported", value=name, element="url(#…)")
    if kind not in _SHAPES | _FRAMES | _SILENT:
        raise InvalidImage("svg-unsupported", value=name, element=kind)


def _local(element: ET.Element) -> str | None:
    """Return the local name of an SVG element; None for comments and for editors' own namespaces."""
    if not isinstance(element.tag, str):
        return None
    space, _, name = element.tag.rpartition("}")
    return name if space in {"", "{http://www.w3.org/2000/svg"} else None


def _count(root: ET.Element, named: dict[str, ET.Element], name: str) -> int:
    """Return the number of shapes drawn, following every ``use``; refuse loops and explosions."""
    known: dict[ET.Element, int] = {}
    open_elements: set[ET.Element] = set()

    def weigh(element: ET.Element, depth: int) -> int:
        if element in known:
            return known[element]
        if element in open_elements or depth > 100:  # noqa: PLR2004 - deeper than any drawing
            raise InvalidImage("svg-too-large", value=name, maximum=MAX_SHAPES)
        open_elements.add(element)
        total = 1 + sum(weigh(child, depth + 1) for child in element)
        if _local(element) == "use":
            target = next((element.get(key) for key in _HREF if element.get(key)), "#")
            if (used := named.get(str(target)[1:])) is not None:
                total += weigh(used, depth + 1)
        open_elements.discard(element)
        if total > MAX_SHAPES:
            raise InvalidImage("svg-too-large", value=name, maximum=MAX_SHAPES)
        known[element] = total
        return total

    return weigh(root, 0)

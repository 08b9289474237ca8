"""The letterhead on reportlab: a canvas function, a flowable for platypus, a hook for page templates."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, assert_never

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, shapeStr
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from kopsurat.arguments import expect, expect_number, expect_pair
from kopsurat.backends.pictures import crest_png
from kopsurat.fonts import face
from kopsurat.integrations.kop import kop_blocks
from kopsurat.layout.measures import points, pt
from kopsurat.layout.model import Document, PageSetup, Paragraph, ParagraphStyle, Section
from kopsurat.layout.placed import PlacedGrid, PlacedParagraph, PlacedPicture, PlacedRule, PlacedSymbol
from kopsurat.layout.profile import style_of
from kopsurat.layout.sheet import sheet_of
from kopsurat.layout.typeset import height_of, typeset
from kopsurat.office import Office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kopsurat.fonts import Face
    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import Block
    from kopsurat.layout.placed import PlacedItem, PlacedText

__all__ = ["LetterheadFlowable", "draw_letterhead", "letterhead_bottom", "letterhead_page"]

_UNDERLINE: Final = 0.1
"""How far under the baseline a line runs, and half its thickness, as shares of the size."""


def draw_letterhead(
    canvas: Canvas,
    office: Office,
    *,
    left: float | None = None,
    right: float | None = None,
    top: float | None = None,
) -> float:
    """Draw the letterhead of ``office`` at the top of the canvas's page; return where the body may begin.

    The result is a y coordinate of reportlab: points from the bottom of the paper. ``left`` and
    ``right`` are margins, ``top`` the distance from the edge, in points; None: as the office's profile has
    it. Links work. Raises :class:`RenderError` ``kop-page-too-narrow``, and what the composer raises.
    """
    expect(canvas, Canvas, "canvas")
    expect(office, Office, "office")
    width, height = canvas._pagesize  # type: ignore[attr-defined]  # noqa: SLF001 - reportlab has no public way
    setup = _setup(office, (width, height), left, right, top)
    blocks = kop_blocks(office, setup)
    _draw(canvas, _placed(blocks, setup, office), 0.0, height)
    return float(height - points(setup.header_distance + height_of(blocks, setup.measure)))


def letterhead_bottom(office: Office, pagesize: tuple[float, float]) -> float:
    """Return how far from the top of the paper the body may begin, in points: the top margin of a frame."""
    expect(office, Office, "office")
    setup = _setup(office, pagesize, None, None, None)
    blocks = kop_blocks(office, setup)
    return points(max(setup.top, setup.header_distance + height_of(blocks, setup.measure)))


def letterhead_page(
    office: Office, *, then: Callable[[Canvas, Any], None] | None = None
) -> Callable[[Canvas, Any], None]:
    """Return a function for ``onFirstPage`` or ``onPage`` of platypus; ``then`` is called after it."""
    expect(office, Office, "office")
    expect(then, Callable | None, "then")

    def draw(canvas: Canvas, document: Any) -> None:  # noqa: ANN401 - any document template of platypus
        canvas.saveState()
        draw_letterhead(canvas, office)
        canvas.restoreState()
        if then is not None:
            then(canvas, document)

    return draw


class LetterheadFlowable(Flowable):
    """The letterhead as a flowable, as wide as its frame; the room under its rule belongs to it."""

    def __init__(self, office: Office) -> None:
        expect(office, Office, "office")
        super().__init__()
        self.office = office
        self._setup: PageSetup | None = None
        self._blocks: tuple[Block, ...] = ()

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Return the size in points for a frame of that width."""
        del aH
        expect_number(aW, "aW")
        self._setup = _bare(pt(aW))
        self._blocks = kop_blocks(self.office, self._setup)
        self.width, self.height = aW, points(height_of(self._blocks, self._setup.measure))
        return self.width, self.height

    def draw(self) -> None:
        """Draw it on the canvas that reportlab has set."""
        if self._setup is not None:
            _draw(self.canv, _placed(self._blocks, self._setup, self.office), 0.0, self.height)


# ---- pages


def _setup(
    office: Office,
    pagesize: tuple[float, float],
    left: float | None,
    right: float | None,
    top: float | None,
) -> PageSetup:
    width, height = expect_pair(pagesize, int | float, "pagesize")
    given = {"pagesize[0]": width, "pagesize[1]": height, "left": left, "right": right, "top": top}
    for name, length in given.items():
        if length is not None:
            expect_number(length, name)
    model = sheet_of(style_of(office.letterhead.profile)).page
    return PageSetup(
        width=pt(width),
        height=pt(height),
        top=model.top,
        bottom=model.bottom,
        left=model.left if left is None else pt(left),
        right=model.right if right is None else pt(right),
        header_distance=model.header_distance if top is None else pt(top),
        footer_distance=model.footer_distance,
    )


def _bare(width: Length) -> PageSetup:
    return PageSetup(
        width=width, height=pt(2000), top=0, bottom=0, left=0, right=0, header_distance=0, footer_distance=0
    )


def _placed(blocks: tuple[Block, ...], setup: PageSetup, office: Office) -> tuple[PlacedItem, ...]:
    empty = Paragraph(inlines=(), style=ParagraphStyle(pitch=20))
    name = str(office.desa)
    document = Document(
        sections=(Section(page=setup, blocks=(empty,), first_header=blocks),),
        family="Arial",
        title=name,
        author=name,
        subject=name,
        date=dt.date(2026, 1, 1),
    )
    return typeset(document).pages[0].header


# ---- drawing


def _draw(canvas: Canvas, items: Iterable[PlacedItem], x: float, top: float) -> None:
    """Draw items whose y coordinates run down from ``top``."""
    for item in items:
        match item:
            case PlacedParagraph():
                for line in item.lines:
                    for text in line.texts:
                        _draw_text(canvas, text, x + text.x, top - line.baseline)
            case PlacedRule():
                canvas.setFillGray(0)
                for left, y, width, height in item.rectangles:
                    canvas.rect(x + left, top - y - height, width, height, stroke=0, fill=1)
            case PlacedPicture():
                _draw_picture(canvas, item, x, top)
            case PlacedGrid():
                for row in item.rows:
                    for cell in row.cells:
                        _draw(canvas, cell.items, x, top)
            case PlacedSymbol():
                _draw_symbol(canvas, item, x, top)
            case _:
                assert_never(item)


def _draw_text(canvas: Canvas, text: PlacedText, x: float, y: float) -> None:
    style = text.style
    shown = face(style.family, bold=style.bold, italic=style.italic)
    name, size = _font(shown), style.size / 2
    canvas.setFillGray(0)
    canvas.setFont(name, size)
    written: Any = shapeStr(text.text, name, size) if shown.is_shaped else text.text
    canvas.drawString(x, y, written, charSpace=points(style.spacing), wordSpace=text.word_space or None)
    if style.underline:
        thick = _UNDERLINE * size / 2
        canvas.rect(x, y - _UNDERLINE * size - thick / 2, text.width, thick, stroke=0, fill=1)
    if text.link:
        box = (x, y - size / 4, x + text.width, y + size)
        canvas.linkURL(text.link, box, relative=1, thickness=0)


def _font(shown: Face) -> str:
    """Return the name of a face in reportlab; it holds the digest, the registry being one for all."""
    name = f"{shown.postscript_name}-{shown.digest[:12]}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, io.BytesIO(shown.data), shapable=shown.is_shaped))
    return name


def _draw_picture(canvas: Canvas, item: PlacedPicture, x: float, top: float) -> None:
    source = item.source
    picture = ImageReader(io.BytesIO(crest_png(source.image, source.width, source.height, flat=True)))
    canvas.drawImage(picture, x + item.x, top - item.y - item.height, item.width, item.height)


def _draw_symbol(canvas: Canvas, item: PlacedSymbol, x: float, top: float) -> None:
    matrix = item.source.matrix
    module = item.size / matrix.size
    edge = (item.outer - item.size) / 2
    path = canvas.beginPath()
    for row, column, length in matrix.dark_runs():
        y = top - item.y - edge - (row + 1) * module
        path.rect(x + item.x + edge + column * module, y, length * module, module)
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)

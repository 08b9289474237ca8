"""Pictures and QR symbols as inline drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.backends.docx.markup import attribute
from kopsurat.backends.pictures import crest_png
from kopsurat.layout.measures import EMU_PER_TWIP, Length, emu

if TYPE_CHECKING:
    from kopsurat.backends.docx.story import Story
    from kopsurat.layout.model import Picture, Stroke, Symbol

__all__ = ["picture_drawing", "symbol_drawing"]

_TWIPS_PER_INCH: Final = 1440
_MOST_PIXELS_PER_INCH: Final = 220
"""Above this Word halves pictures when it saves, and LibreOffice resamples above 300."""


def picture_drawing(picture: Picture, story: Story) -> str:
    """Return the drawing of a picture at its size, on white: paper is, and it halves the file."""
    data = crest_png(picture.image, picture.width, picture.height, flat=True)
    target = story.package.picture(data)
    return _inline(
        story.package.next_drawing(),
        name="Gambar",
        alt=picture.alt,
        embed=story.references.add("image", target),
        width=picture.width,
        height=picture.height,
    )


def symbol_drawing(symbol: Symbol, story: Story) -> str:
    """Return the drawing of a QR symbol with its quiet zone: one bit a pixel, whole pixels a module."""
    scale = max(1, symbol.size * _MOST_PIXELS_PER_INCH // (_TWIPS_PER_INCH * symbol.matrix.size))
    dpi = scale * symbol.matrix.size * _TWIPS_PER_INCH / symbol.size
    data = symbol.matrix.png(scale=scale, quiet_zone=symbol.quiet, dpi=dpi)
    target = story.package.picture(data)
    return _inline(
        story.package.next_drawing(),
        name="QR",
        alt=symbol.alt,
        embed=story.references.add("image", target),
        width=symbol.outer,
        height=symbol.outer,
        frame=symbol.frame,
        link=story.references.add("hyperlink", symbol.link, external=True) if symbol.link else "",
    )


def _inline(
    number: int,
    *,
    name: str,
    alt: str,
    embed: str,
    width: Length,
    height: Length,
    frame: Stroke | None = None,
    link: str = "",
) -> str:
    size = f'cx="{emu(width)}" cy="{emu(height)}"'
    about = f'id="{number}" name="{name} {number}" descr="{attribute(alt)}"'
    edge = emu(frame.width) // 2 if frame else 0
    effect = f'<wp:effectExtent l="{edge}" t="{edge}" r="{edge}" b="{edge}"/>' if edge else ""
    click = f'<a:hlinkClick r:id="{link}"/>' if link else ""
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>{effect}'
        f"<wp:docPr {about}>{click}</wp:docPr>"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f"<pic:cNvPr {about}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{embed}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{_outline(frame) if frame else ""}</pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _outline(stroke: Stroke) -> str:
    dash = '<a:prstDash val="dash"/>' if stroke.dashed else ""
    fill = f'<a:solidFill><a:srgbClr val="{stroke.color}"/></a:solidFill>'
    return f'<a:ln w="{stroke.width * EMU_PER_TWIP}">{fill}{dash}<a:miter lim="800000"/></a:ln>'

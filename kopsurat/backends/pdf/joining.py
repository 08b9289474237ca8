"""What a placed paragraph leaves out and readers of the text want: spaces, areas of links, their purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.layout.placed import PlacedParagraph, PlacedText

__all__ = ["Box", "described", "pieces", "widen"]

Box: TypeAlias = tuple[float, float, float, float]
"""Left, lower, right and upper edge, in points from the lower left corner of the page."""

_ACTIONS: Final = (
    ("tel:", "Telepon"),
    ("mailto:", "Kirim surel ke"),
    ("https://wa.me/", "Buka WhatsApp"),
)
_GAP: Final = 0.1
"""A gap of more than this share of the type size between two texts of a line is a tab."""


def pieces(item: PlacedParagraph) -> Iterator[tuple[PlacedText, float, str]]:
    """Yield each text with its baseline and the space that must follow it so that words do not join.

    Lines are set without the space at their end, and tabs are jumps; readers of the text want both.
    """
    lines = item.lines
    if len(lines) == 1 and len(lines[0].texts) == 1:
        yield lines[0].texts[0], lines[0].baseline, ""
        return
    source = item.source.text if len(lines) > 1 else ""
    at = 0
    for line in lines:
        texts = line.texts
        last = len(texts) - 1
        for position, piece in enumerate(texts):
            after = ""
            if position < last:
                if texts[position + 1].x - piece.x - piece.width > _GAP * piece.style.size:
                    after = " "
            elif source and line is not lines[-1]:
                found = source.find(piece.text, at)
                at = found + len(piece.text) if found >= 0 else at
                after = " " if found < 0 or source[at : at + 1].isspace() else ""
            yield piece, line.baseline, after
            if source and position < last:
                at = max(at, source.find(piece.text, at) + len(piece.text))


def widen(boxes: list[Box], box: Box) -> None:
    """Add a box, joined to the last one where it stands on the same line."""
    if boxes and boxes[-1][1] == box[1] and boxes[-1][2] <= box[0] + 1:
        x0, y0, _, y1 = boxes[-1]
        boxes[-1] = (x0, y0, box[2], max(y1, box[3]))
    else:
        boxes.append(box)


def described(link: str) -> str:
    """Return what following a link does, for those who hear it: without the hundreds of digits of a seal."""
    for scheme, action in _ACTIONS:
        if link.startswith(scheme):
            return f"{action} {link.removeprefix(scheme).partition('?')[0]}"
    return f"Buka {link.partition('#')[0]}"

"""Offices and letters to compose, and a readable picture of what came out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from gallery import gallery_samples

from kopsurat.layout.flows import paragraphs_in
from kopsurat.layout.model import Document
from kopsurat.layout.placed import (
    Page,
    PlacedGrid,
    PlacedItem,
    PlacedParagraph,
    PlacedPicture,
    PlacedRule,
    PlacedSymbol,
    PlacedText,
)
from kopsurat.layout.typeset import typeset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType


ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "golden"


class Layout(Protocol):
    """What the fixtures of this folder offer."""

    samples: ModuleType

    def text(self, document: Document) -> str: ...
    def texts(self, document: Document) -> list[str]: ...
    def lines(self, document: Document) -> str: ...
    def boxes(self, page: Page) -> list[tuple[float, float, float, float, str]]: ...
    def pages(self, document: Document) -> int: ...


class _Layout:
    samples = gallery_samples()

    @staticmethod
    def texts(document: Document) -> list[str]:
        """Return the text of every paragraph, in order: letterhead, body, footer of each section.

        A paragraph that is divided between two pages is one; a space is put where it was cut.
        """
        found: list[str] = []
        for section in document.sections:
            for paragraph in paragraphs_in((*section.first_header, *section.blocks, *section.footer)):
                if paragraph.is_continued:
                    found[-1] = f"{found[-1].rstrip()} {paragraph.text}"
                else:
                    found.append(paragraph.text)
        return found

    @classmethod
    def text(cls, document: Document) -> str:
        """Return all text of a document, a line for each paragraph."""
        return "\n".join(cls.texts(document))

    @staticmethod
    def lines(document: Document) -> str:
        """Return every line on its page with the place of its first text: the golden form."""
        out = []
        for page in typeset(document).pages:
            out.append(f"=== halaman {page.number} ({page.setup.width}×{page.setup.height})")
            for item in (*page.header, *page.body, *page.footer):
                out += _item_lines(item)
        return "\n".join(out) + "\n"

    @staticmethod
    def boxes(page: Page) -> list[tuple[float, float, float, float, str]]:
        """Return (left, top, right, bottom, what) of every text, picture and symbol of a page."""
        return [box for item in (*page.header, *page.body, *page.footer) for box in _item_boxes(item)]

    @staticmethod
    def pages(document: Document) -> int:
        return len(typeset(document).pages)


def _item_lines(item: PlacedItem) -> Iterator[str]:
    match item:
        case PlacedParagraph():
            for line in item.lines:
                left = line.texts[0].x if line.texts else 0.0
                text = "│".join(each.text for each in line.texts)
                dots = "".join(f" …{x0:.1f}–{x1:.1f}" for x0, x1, _ in line.leaders)
                if text or dots:
                    yield f"{left:7.1f} {line.baseline:7.1f}  {text}{dots}"
        case PlacedPicture():
            yield f"{item.x:7.1f} {item.y:7.1f}  [{item.source.alt} {item.width:.1f}×{item.height:.1f}]"
        case PlacedSymbol():
            yield f"{item.x:7.1f} {item.y:7.1f}  [QR {item.outer:.1f}]"
        case PlacedRule():
            for x, y, width, height in item.rectangles:
                yield f"{x:7.1f} {y:7.1f}  [garis {width:.1f}×{height:.2f}]"
        case PlacedGrid():
            for row in item.rows:
                for cell in row.cells:
                    for each in cell.items:
                        yield from _item_lines(each)


def _item_boxes(item: PlacedItem) -> Iterator[tuple[float, float, float, float, str]]:
    match item:
        case PlacedParagraph():
            for line in item.lines:
                for text in line.texts:
                    if text.text.strip():
                        yield _text_box(text, line.baseline)
        case PlacedPicture():
            yield item.x, item.y, item.x + item.width, item.y + item.height, item.source.alt
        case PlacedSymbol():
            yield item.x, item.y, item.x + item.outer, item.y + item.outer, "QR"
        case PlacedGrid():
            for row in item.rows:
                for cell in row.cells:
                    for each in cell.items:
                        yield from _item_boxes(each)
        case PlacedRule():
            for x, y, width, height in item.rectangles:
                yield x, y, x + width, y + height, "garis"


def _text_box(text: PlacedText, baseline: float) -> tuple[float, float, float, float, str]:
    size = text.style.size / 2
    return text.x, baseline - 0.7 * size, text.x + text.width, baseline, text.text


@pytest.fixture(scope="session")
def layout() -> Layout:
    return _Layout()


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a text with a file in golden/; ``KOPSURAT_GOLDEN=new`` writes the files anew."""

    def check(name: str, actual: str) -> None:
        path = GOLDEN / f"{name}.txt"
        if os.environ.get("KOPSURAT_GOLDEN") == "new":
            path.parent.mkdir(exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
        assert actual == path.read_text(encoding="utf-8"), f"{path.name} differs"

    return check

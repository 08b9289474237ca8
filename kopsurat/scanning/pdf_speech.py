"""Whether programs that read a PDF aloud say other words than stand on its pages.

A structure element may carry text that is spoken in place of its own. Ours do only where there is no text:
pictures, links and fields of forms are described.
"""

from __future__ import annotations

import ctypes
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["speech_marks"]

_DESCRIBED: Final = frozenset({"Figure", "Link", "Form"})
_MOST: Final = 20_000
"""Elements of a page; our own fullest have a twentieth of it."""
_LONGEST: Final = 64
_EMPTY: Final = 2
"""Bytes of a text of nothing but its end."""


def speech_marks(page: Any) -> Iterator[str]:  # noqa: ANN401 - pypdfium2 is untyped
    """Yield ``spoken`` where an element of an open page is read aloud as something else."""
    import pypdfium2.raw as pdfium

    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    try:
        elements = list(islice(_elements(tree), _MOST))
        if len(elements) == _MOST or any(map(_is_spoken, elements)):
            yield "spoken"
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _is_spoken(element: Any) -> bool:  # noqa: ANN401 - as speech_marks
    """Return whether an element is read aloud as something else than its text."""
    import pypdfium2.raw as pdfium

    if pdfium.FPDF_StructElement_GetActualText(element, None, 0) > _EMPTY:
        return True
    is_described = pdfium.FPDF_StructElement_GetAltText(element, None, 0) > _EMPTY
    return is_described and _text(pdfium.FPDF_StructElement_GetType, element) not in _DESCRIBED


def _elements(tree: Any) -> Iterator[Any]:  # noqa: ANN401 - as speech_marks
    """Yield all elements of a tree, without recursion: a crafted file nests as deep as it likes."""
    import pypdfium2.raw as pdfium

    places = range(pdfium.FPDF_StructTree_CountChildren(tree))
    stack = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, place) for place in places]
    while stack:
        element = stack.pop()
        if element:
            yield element
            count = pdfium.FPDF_StructElement_CountChildren(element)
            stack += [pdfium.FPDF_StructElement_GetChildAtIndex(element, place) for place in range(count)]


def _text(read: Callable[..., int], element: Any) -> str:  # noqa: ANN401 - as speech_marks
    buffer = ctypes.create_string_buffer(_LONGEST)
    size = read(element, buffer, _LONGEST)
    return buffer.raw[: max(0, min(size, _LONGEST) - 2)].decode("utf-16-le", "replace")

"""Whether a PDF does something when it is opened or clicked: runs a script or program, shows another file.

Or shows other than what stands in it: a transfer function (ISO 32000-2, 10.5) turns black into white, an
encoding one digit into another; some viewers show only the area of a page that the file names, or scale it.

Our own files hold no actions but links. Other programs say which page is shown first, which hides nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from kopsurat.scanning.pdf_encodings import exchanges_letters
from kopsurat.scanning.pdf_plain import plain_objects

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["written_marks"]

_ACTIONS: Final = re.compile(
    rb"/(?:JavaScript|Launch|SubmitForm|ImportData|GoTo[RE]|Rendition|RichMediaExecute|SetOCGState)(?![\w.-])"
    rb"|/Collection(?![\w.-])"
    rb"|/AA\s*(?:<<|\d+ \d+ R)"
)
"""Actions (ISO 32000-2, table 201) that lead neither to a page nor a site, and those that nobody clicks."""
_OPENING: Final = re.compile(
    rb"/OpenAction(?![\w.-])\s*(?:(?P<place>\[)|(?P<action><<)|(?P<number>\d+) \d+ R)?"
)
_OBJECT: Final = rb"(?<!\d)%b \d+ obj\s*(?:(?P<place>\[)|(?P<action><<))?"
_GO_TO_PAGE: Final = re.compile(
    rb"(?:\s*/(?:Type\s*/Action|S\s*/GoTo|D\s*(?:\[[^\]\[<>()]*\]|\([^()\\]*\)|<[0-9A-Fa-f]*>|/[\w.-]+))(?=[\s/>]))+\s*>>"
)
"""What stands in an action that only leads to a page; places by themselves are arrays."""
_NO_COLORS: Final = re.compile(
    rb"/Separation\s*(?:/None(?![\w.-])|\d)"
    rb"|/DeviceN\s*(?:\[[^\]]*/None(?![\w.-])|\d)"
    rb"|/Gamma\s*(?:\[[^\]]*?(?<![\d.]))?(?:0?\.[0-4]|0(?![\d.])|\d+ \d+ R)"
)
"""Colors that paint nothing (8.6.6.4), or grow light by an exponent (8.6.5.2), for viewers that know them."""
_AREAS: Final = re.compile(
    rb"/(?:View|Print)(?:Area|Clip)(?![\w.-])(?!\s*/(?:Crop|Media)Box(?![\w.-]))"
    rb"|/UserUnit(?![\w.-])(?!\s+1(?:\.0*)?[\s/>])"
)
"""Areas that viewers may show in place of the page, and the unit by which they scale it."""
_TRANSFERS: Final = re.compile(rb"/TR2?\s*(?:\d+ \d+ R|\[|<<)|/TransferFunction(?![\w.-])")
"""Transfer functions; rows of tables, which have the same name, are no keys."""


def written_marks(document: Any) -> Iterator[str]:  # noqa: ANN401 - pypdfium2 is untyped
    """Yield ``action``, ``hidden-text`` and ``font`` for such things in an open document."""
    data = plain_objects(document)
    if _ACTIONS.search(data) or not all(_only_goes_to_a_page(each, data) for each in _OPENING.finditer(data)):
        yield "action"
    if _AREAS.search(data):
        yield "page"
    if _TRANSFERS.search(data) or _NO_COLORS.search(data):
        yield "hidden-text"
    if exchanges_letters(data):
        yield "font"


def _only_goes_to_a_page(opening: re.Match[bytes], data: memoryview) -> bool:
    """Return whether what is done at opening is to show a page; the action may be an object of its own."""
    if opening["number"] is None:
        return _is_place(opening, data)
    objects = list(re.finditer(_OBJECT % opening["number"], data))
    return bool(objects) and all(_is_place(each, data) for each in objects)


def _is_place(found: re.Match[bytes], data: memoryview) -> bool:
    is_going = found["action"] is not None and _GO_TO_PAGE.match(data, found.end()) is not None
    return found["place"] is not None or is_going

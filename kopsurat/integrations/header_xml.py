"""The XML of a header of Word: the letterhead in it, found again by its styles, and what stands around it.

Elements are those of lxml, as python-docx hands them out; this module knows neither.
"""

from __future__ import annotations

from typing import Any, Final

from kopsurat.backends.docx.naming import NAMES
from kopsurat.backends.docx.textless import TEXTLESS_NAMES
from kopsurat.layout.model import Role

__all__ = ["HEAD_NAMES", "find_kop", "is_empty", "put_first", "styles_in", "targets_in", "watermarks"]

HEAD_NAMES: Final = frozenset({NAMES[Role.LETTERHEAD], NAMES[Role.CONTACT]})
"""The styles of the lines of a letterhead."""
_KOP_NAMES: Final = HEAD_NAMES | set(TEXTLESS_NAMES.values())
"""Named styles by which a letterhead is found again, also after Word or LibreOffice saved the file."""
_WATERMARK: Final = "watermark"
"""What Word puts into the names of its watermarks, in lower case."""
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def watermarks(header: Any) -> list[Any]:  # noqa: ANN401 - an element of lxml
    """Return the runs of a header that hold a watermark of Word."""
    return [
        run
        for run in header.iter(f"{_W}r")
        if any(_WATERMARK in f"{each.get('id')} {each.get('name')}".lower() for each in run.iter())
    ]


def targets_in(element: Any) -> set[str]:  # noqa: ANN401 - an element of lxml
    """Return the identifiers of the relationships that an element names: its pictures and links."""
    return {value for each in element.iter() for name, value in each.attrib.items() if name.startswith(_R)}


def find_kop(header: Any, names: dict[str, str]) -> list[Any]:  # noqa: ANN401 - an element of lxml
    """Return the elements of a letterhead: those in its styles that stand together, its lines among them."""
    found: list[Any] = []
    has_lines = False
    for child in header:
        styles = styles_in(child, names)
        if not styles:
            continue
        is_head = bool(styles & HEAD_NAMES)
        if styles <= _KOP_NAMES and (is_head or not "".join(child.itertext()).strip()):
            found.append(child)
            has_lines = has_lines or is_head
        elif has_lines:
            break
        else:
            found = []
    return found if has_lines else []


def styles_in(element: Any, names: dict[str, str]) -> set[str]:  # noqa: ANN401 - as above
    """Return the names of the styles of all paragraphs in an element, "" for those without."""
    return {
        names.get(each.get(f"{_W}val"), "") if each is not None else ""
        for paragraph in element.iter(f"{_W}p")
        for each in (paragraph.find(f"{_W}pPr/{_W}pStyle"),)
    }


def put_first(header: Any, elements: list[Any]) -> None:  # noqa: ANN401 - an element of lxml
    """Put elements before all others of a header; an empty header becomes just them."""
    if all(is_empty(child) for child in header):
        for child in list(header):
            header.remove(child)
    for place, element in enumerate(elements):
        header.insert(place, element)


def is_empty(element: Any) -> bool:  # noqa: ANN401 - an element of lxml
    """Return whether an element is a paragraph in which nothing is seen."""
    seen = (f"{_W}r", f"{_W}hyperlink", f"{_W}fldSimple", f"{_W}sdt", f"{_W}pBdr")
    return element.tag == f"{_W}p" and not any(each.tag in seen for each in element.iter())

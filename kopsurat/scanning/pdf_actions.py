"""Whether a PDF does something when it is opened or clicked: runs a script or program, shows another file.

Or shows other than what stands in it: a transfer function (ISO 32000-2, 10.5) turns black into white, an
encoding one digit into another.

Our own files hold no actions but links.
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
    rb"|/OpenAction(?!\s*\[)(?![\w.-])"
)
"""Actions (ISO 32000-2, table 201) that lead neither to a page nor to a site; places are arrays."""
_TRANSFERS: Final = re.compile(rb"/TR2?\s*(?:\d+ \d+ R|\[|<<)|/TransferFunction(?![\w.-])")
"""Transfer functions; rows of tables, which have the same name, are no keys."""


def written_marks(document: Any) -> Iterator[str]:  # noqa: ANN401 - pypdfium2 is untyped
    """Yield ``action``, ``hidden-text`` and ``font`` for such things in an open document."""
    data = plain_objects(document)
    if _ACTIONS.search(data):
        yield "action"
    if _TRANSFERS.search(data):
        yield "hidden-text"
    if exchanges_letters(data):
        yield "font"

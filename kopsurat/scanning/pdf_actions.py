"""Whether a PDF does something when it is opened or clicked: runs a script or program, shows another file.

PDFium has no function that tells. It writes the document anew, so that names stand in it plainly as PDFium
understood them: objects unpacked, unreferenced ones left out. Our own files hold no actions but links.
"""

from __future__ import annotations

import io
import re
from typing import Any, Final

__all__ = ["has_actions"]

_ACTIONS: Final = re.compile(
    rb"/(?:JavaScript|Launch|SubmitForm|ImportData|GoTo[RE]|Rendition|RichMediaExecute|SetOCGState)(?![\w.-])"
    rb"|/Collection(?![\w.-])"
    rb"|/OpenAction(?!\s*\[)(?![\w.-])"
)
"""Actions (ISO 32000-2, table 201) that lead neither to a page nor to a site; places are arrays."""


def has_actions(document: Any) -> bool:  # noqa: ANN401 - pypdfium2 is untyped
    """Return whether there are actions in an open document of pypdfium2."""
    import pypdfium2.raw as pdfium

    buffer = io.BytesIO()
    document.save(buffer, flags=pdfium.FPDF_REMOVE_SECURITY)
    return _ACTIONS.search(buffer.getbuffer()) is not None

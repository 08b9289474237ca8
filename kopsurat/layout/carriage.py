"""How a DOCX carries files inside: a custom XML part in the namespace ``urn:kopsurat:surat:1``.

::

    customXml/item1.xml        <surat xmlns="urn:kopsurat:surat:1">
                                 <attachment name="surat.json" media="application/json"
                                             description="…" encoding="utf-8">TEXT</attachment>
                                 <attachment name="segel.cose" media="application/cose"
                                             description="…">BASE64</attachment>
                               </surat>
    customXml/itemProps1.xml   names the item :data:`CARRIAGE_ID`

Text stands there as it is, which packs far better; anything else as base64.
Word and LibreOffice keep such parts when they save; some renumber them, so a reader looks through
all ``customXml/item*.xml`` for the namespace and never trusts a number.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Final

from kopsurat.layout.model import Attachment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree import ElementTree as ET

__all__ = [
    "CARRIAGE_ID",
    "CARRIAGE_NAMESPACE",
    "MAX_CARRIAGE_BYTES",
    "carriage_properties_xml",
    "carriage_xml",
    "read_carriage",
]

CARRIAGE_NAMESPACE: Final = "urn:kopsurat:surat:1"
CARRIAGE_ID: Final = "{1E3B5F47-1A8A-59F6-80BA-5B5AB9692517}"
"""The name-based UUID (RFC 9562 §5.5) of the namespace, written out: to load :mod:`uuid` takes long."""
MAX_CARRIAGE_BYTES: Final = 4_000_000
"""A larger part is not read: a letter's fields and seal take some kilobytes."""

_TEXT: Final = "utf-8"
_UNSUITED: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What XML cannot hold, or changes: a carriage return becomes a line feed."""
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PROPERTIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def carriage_xml(attachments: Iterable[Attachment]) -> str:
    """Return the custom XML part that holds ``attachments`` in their order."""
    rows = "".join(map(_row, attachments))
    return f'{_DECLARATION}<surat xmlns="{CARRIAGE_NAMESPACE}">{rows}</surat>'


def _row(attachment: Attachment) -> str:
    from xml.sax.saxutils import escape, quoteattr  # loads half of the library's network

    about = (
        f"name={quoteattr(attachment.name)} media={quoteattr(attachment.media)} "
        f"description={quoteattr(attachment.description)}"
    )
    text = attachment.data.decode(errors="replace")
    if not _UNSUITED.search(text) and text.encode() == attachment.data:
        return f'<attachment {about} encoding="{_TEXT}">{escape(text)}</attachment>'
    return f"<attachment {about}>{base64.b64encode(attachment.data).decode()}</attachment>"


def carriage_properties_xml() -> str:
    """Return the part that names the custom XML part, so that programs keep it."""
    return (
        f'{_DECLARATION}<ds:datastoreItem ds:itemID="{CARRIAGE_ID}" xmlns:ds="{_PROPERTIES}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{CARRIAGE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def read_carriage(part: bytes) -> tuple[Attachment, ...] | None:
    """Return the files that a custom XML part carries; None when it is not ours or is damaged.

    Never raises: a part comes from anybody. Entities and document types are refused unread.
    """
    if len(part) > MAX_CARRIAGE_BYTES or CARRIAGE_NAMESPACE.encode() not in part or b"<!" in part:
        return None
    from xml.etree import ElementTree as ET

    try:
        root = ET.fromstring(part)  # noqa: S314 - no document type, hence no entities
        if root.tag != f"{{{CARRIAGE_NAMESPACE}}}surat":
            return None
        return tuple(_attachment(element) for element in root.iter(f"{{{CARRIAGE_NAMESPACE}}}attachment"))
    except (ET.ParseError, binascii.Error, ValueError, LookupError):
        return None


def _attachment(element: ET.Element) -> Attachment:
    content = element.text or ""
    is_text = element.get("encoding") == _TEXT
    return Attachment(
        name=element.get("name", ""),
        media=element.get("media", ""),
        data=content.encode() if is_text else base64.b64decode("".join(content.split()), validate=True),
        description=element.get("description", ""),
    )

"""Who made what when: the information dictionary and the XMP packet, saying the same."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - part of a value type
import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kopsurat.backends.pdf.objects import text_string

if TYPE_CHECKING:
    from kopsurat.backends.pdf.levels import Level
    from kopsurat.layout.model import Document

__all__ = ["CREATOR", "Metadata", "info", "metadata_of", "pdf_date", "xmp"]

CREATOR: Final = "kopsurat"
"""Creator and producer. Without a version, so that a new release alone does not change a file."""

_RDF: Final = '<rdf:Description rdf:about="" xmlns:'
_EXTENSION: Final = (
    f'{_RDF}pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
    'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>'
    '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>'
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description></rdf:li></rdf:Seq>"
    "</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
"""PDF/A up to part 3 wants every property that it does not know explained inside the file."""


_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a file says about itself."""

    title: str
    author: str
    subject: str
    date: dt.date
    lang: str


def metadata_of(document: Document) -> Metadata:
    """Return what the file of a document says about itself."""
    return Metadata(
        title=document.title,
        author=document.author,
        subject=document.subject,
        date=document.date,
        lang=document.lang,
    )


def pdf_date(date: dt.date) -> str:
    """Return the first second of a day as a PDF date."""
    return f"(D:{date.isoformat().replace('-', '')}000000Z)"


def info(metadata: Metadata) -> bytes:
    """Return the information dictionary."""
    date = pdf_date(metadata.date)
    rows = [("Title", metadata.title), ("Author", metadata.author), ("Subject", metadata.subject)]
    texts = "".join(f"/{key}{text_string(text)}" for key, text in rows if text)
    maker = text_string(CREATOR)
    body = f"<<{texts}/Creator{maker}/Producer{maker}/CreationDate{date}/ModDate{date}>>"
    return body.encode("ascii")


def xmp(metadata: Metadata, level: Level) -> bytes:
    """Return the XMP packet, with the identification of PDF/A and PDF/UA."""
    date = f"{metadata.date.isoformat()}T00:00:00Z"
    author = f"<dc:creator><rdf:Seq><rdf:li>{_escape(metadata.author)}</rdf:li></rdf:Seq></dc:creator>"
    parts = [
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
        _identification(level),
        f'{_RDF}dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format>',
        _alternatives("title", metadata.title),
        author if metadata.author else "",
        _alternatives("description", metadata.subject),
        f"<dc:language><rdf:Bag><rdf:li>{_escape(metadata.lang)}</rdf:li></rdf:Bag></dc:language>",
        "</rdf:Description>",
        f'{_RDF}xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>',
        f"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate></rdf:Description>",
        f'{_RDF}pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>{CREATOR}</pdf:Producer></rdf:Description>',
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>',
    ]
    return "".join(parts).encode("utf-8")


def _alternatives(key: str, text: str) -> str:
    if not text:
        return ""
    return f'<dc:{key}><rdf:Alt><rdf:li xml:lang="x-default">{_escape(text)}</rdf:li></rdf:Alt></dc:{key}>'


def _identification(level: Level) -> str:
    conformance = f"<pdfaid:conformance>{level.conformance}</pdfaid:conformance>" if level.conformance else ""
    revision = "<pdfaid:rev>2020</pdfaid:rev>" if level.part == 4 else ""  # noqa: PLR2004 - ISO 19005-4:2020
    archive = (
        f'{_RDF}pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>{level.part}</pdfaid:part>'
        f"{conformance}{revision}</rdf:Description>"
    )
    if not level.ua:
        return archive
    edition = "<pdfuaid:rev>2024</pdfuaid:rev>" if level.ua == 2 else ""  # noqa: PLR2004 - ISO 14289-2:2024
    universal = f'{_RDF}pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>{level.ua}</pdfuaid:part>{edition}</rdf:Description>'
    return archive + universal + (_EXTENSION if level.ua == 1 else "")


def _escape(text: str) -> str:
    """Return a text as it stands in XML, without what XML cannot hold."""
    return html.escape(_FORBIDDEN.sub("", text), quote=False)

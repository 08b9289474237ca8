"""The text of a document, with its links, for whoever looks for contacts in it: TXT, MD, HTML, DOCX, PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final, Literal

from kopsurat.errors import ScanError

__all__ = [
    "DOCUMENT_LIMIT",
    "DocumentKind",
    "DocumentText",
    "is_document_name",
    "kind_of_document",
    "read_document",
]

DocumentKind = Literal["txt", "md", "html", "docx", "pdf"]

DOCUMENT_LIMIT: Final = 60_000_000
"""Largest document that is read, in bytes."""

_ENDINGS: Final[dict[str, DocumentKind]] = {
    "txt": "txt",
    "text": "txt",
    "csv": "txt",
    "md": "md",
    "markdown": "md",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "docx": "docx",
    "docm": "docx",
    "dotx": "docx",
    "pdf": "pdf",
}
_HTML: Final = re.compile(
    rb"\s*(?:<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<(?:!doctype html|html))", re.IGNORECASE
)
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!@~|<>-])")
_INLINE_LINK: Final = re.compile(
    r"\[([^\[\]\n]{1,200})\]\(\s*<?([^\s()<>]{1,2000})>?(?:\s+[\"'][^\"'\n]{0,200}[\"'])?\s*\)"
)
_AUTOLINK: Final = re.compile(r"<((?:https?://|mailto:|tel:)?[^\s<>]{1,300}[.@][^\s<>]{1,300})>")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentText:
    """What a document shows: its text, and each link as (text shown, where it leads)."""

    kind: DocumentKind
    text: str
    links: tuple[tuple[str, str], ...] = ()


def is_document_name(name: str) -> bool:
    """Tell whether the ending of a file's name is that of a document whose text can be read."""
    return "." in name and name.rpartition(".")[2].lower() in _ENDINGS


def kind_of_document(data: bytes, name: str = "") -> DocumentKind:
    """Return what kind of document ``data`` is, by its first bytes and else by the ending of ``name``.

    Raises :class:`~kopsurat.errors.ScanError` ``document-unknown``.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    if _HTML.match(data[:512].removeprefix(b"\xef\xbb\xbf")):
        return "html"
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    kind = _ENDINGS.get(ending, "txt" if not ending else None)
    if kind in {None, "docx", "pdf"} or (kind == "txt" and _is_binary(data)):
        raise ScanError("document-unknown", value=name or "?")
    return kind or "txt"


def _is_binary(data: bytes) -> bool:
    return b"\0" in data[:4096] and _wide_encoding(data) is None


def _wide_encoding(data: bytes) -> str | None:
    """Return the UTF-16 that a text is written in, by its mark or by where its NULs stand, or None."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = data[:4096]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if not even and odd * 4 > len(start):
        return "utf-16-le"
    return "utf-16-be" if not odd and even * 4 > len(start) else None


def read_document(data: bytes, *, name: str = "") -> DocumentText:
    """Return the text of a document: headers and footers, text boxes and split runs included.

    ``name`` is the file's name, for telling Markdown from plain text and for messages. Raises
    :class:`~kopsurat.errors.ScanError`: ``document-unknown``, ``document-too-large``,
    ``document-no-text`` for a scan, or what reading a DOCX or PDF raises; and
    :class:`~kopsurat.errors.MissingExtra` for a PDF without the extra ``scan``.
    """
    if len(data) > DOCUMENT_LIMIT:
        raise ScanError("document-too-large", value=name or "?")
    kind = kind_of_document(data, name)
    if kind == "pdf":
        from kopsurat.scanning.pdf import read_pdf_text

        pages, links = read_pdf_text(data)
        text = "\n\n".join(page.replace("\r\n", "\n").replace("\r", "\n") for page in pages)
        if not text.strip():
            raise ScanError("document-no-text", value=name or "?")
        return DocumentText(kind=kind, text=text, links=links)
    if kind == "docx":
        from kopsurat.scanning.docx_text import read_docx_text

        paragraphs, links = read_docx_text(data)
        return DocumentText(kind=kind, text="\n".join(paragraphs), links=links)
    text = _decoded(data)
    if kind == "html":
        return _html(text)
    return _markdown(text) if kind == "md" else DocumentText(kind=kind, text=text)


def _decoded(data: bytes) -> str:
    if wide := _wide_encoding(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _markdown(text: str) -> DocumentText:
    """Return Markdown as it reads: links show their text, escapes and emphasis are gone."""
    links = [(match[1], match[2]) for match in _INLINE_LINK.finditer(text)]
    shown = _INLINE_LINK.sub(lambda match: match[1], text)
    shown = _AUTOLINK.sub(lambda match: match[1].removeprefix("mailto:"), shown)
    shown = _ESCAPED.sub(lambda match: match[1], shown)
    shown = re.sub(r"(\*\*|__|(?<!\w)[*_](?=\S))(.{1,300}?)\1", r"\2", shown)
    return DocumentText(kind="md", text=shown, links=tuple(links))


class _ShownText(HTMLParser):
    """Gathers what a page shows, with a line for each block."""

    _BLOCKS: Final = frozenset(
        [
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "br",
            "caption",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "td",
            "th",
            "tr",
            "ul",
            "title",
        ],
    )
    _HIDDEN: Final = frozenset({"script", "style", "template", "noscript"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.links: list[tuple[str, str]] = []
        self._hidden = 0
        self._target: str | None = None
        self._link_start = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note blocks, links and what is hidden."""
        if tag in self._HIDDEN:
            self._hidden += 1
        if tag in self._BLOCKS:
            self.pieces.append("\n")
        if tag == "a":
            self._close_link()
            self._target = dict(attrs).get("href")
            self._link_start = len(self.pieces)

    def handle_endtag(self, tag: str) -> None:
        """End blocks, links and what is hidden."""
        if tag in self._HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        if tag in self._BLOCKS:
            self.pieces.append("\n")
        if tag == "a":
            self._close_link()

    def handle_data(self, data: str) -> None:
        """Keep shown text; line ends of the source are spaces."""
        if not self._hidden:
            self.pieces.append(re.sub(r"[ \t\r\n]+", " ", data))

    def _close_link(self) -> None:
        if self._target:
            self.links.append((" ".join("".join(self.pieces[self._link_start :]).split()), self._target))
        self._target = None


def _html(text: str) -> DocumentText:
    parser = _ShownText()
    parser.feed(text)
    parser.close()
    lines = (line.strip(" ") for line in "".join(parser.pieces).split("\n"))
    shown = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
    return DocumentText(kind="html", text=shown, links=tuple(parser.links))

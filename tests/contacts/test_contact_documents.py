"""The text and the links of documents in which contacts are looked for."""

from __future__ import annotations

import io
import zipfile

import pytest

from kopsurat.contacts import ContactCard, lint_contacts, lint_links
from kopsurat.errors import ScanError
from kopsurat.scanning.documents import read_document

LINE = "Telp: (0274) 555123 • Email: sekretariat@contoh.desa.id • Website: contoh.desa.id"
CARD = ContactCard.parse_line(LINE)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def _relations(*targets: tuple[str, str]) -> str:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{kind}/{name}" Target="{target}"/>'
        for number, (name, target) in enumerate(targets, start=1)
    )
    return f"<Relationships>{rows}</Relationships>"


def _docx(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", _relations(("officeDocument", "word/document.xml")))
        headers = [("header", name) for name in parts if name.startswith("header")]
        archive.writestr("word/_rels/document.xml.rels", _relations(*headers))
        for name, body in parts.items():
            archive.writestr(f"word/{name.replace('__', '/')}", body)
    return buffer.getvalue()


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_a_docx_gives_its_header_with_runs_joined_and_its_link_targets() -> None:
    runs = "".join(map(_run, ["Telp", ": (02", "74) 555123 • Email: "]))
    link = f'<w:hyperlink r:id="r1">{_run("sekretariat@contoh.desa.id")}</w:hyperlink>'
    header = f"<w:hdr {W} {R}><w:p>{runs}{link}{_run(' • Website: contoh.desa.id')}</w:p></w:hdr>"
    relations = _relations(("hyperlink", "mailto:lain@gmail.com"))
    body = f"<w:document {W}><w:body><w:p>{_run('Isi surat')}</w:p></w:body></w:document>"
    data = _docx(**{"header1.xml": header, "_rels__header1.xml.rels": relations, "document.xml": body})
    document = read_document(data, name="surat.docx")
    assert document.text == f"{LINE}\nIsi surat"
    assert lint_contacts(document.text, CARD) == ()
    assert [finding.code for finding in lint_links(document.links)] == ["link-mismatch"]


def test_a_text_box_speaks_once_and_deleted_text_not_at_all() -> None:
    box = f"<w:txbxContent><w:p>{_run('(0274) 555123')}</w:p></w:txbxContent>"
    fallback = '<mc:Fallback xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    body = (
        f"<w:document {W}><w:body><w:p><w:r>{box}{fallback}{box}</mc:Fallback></w:r></w:p>"
        f"<w:p><w:del>{_run('lama')}</w:del>{_run('baru')}</w:p></w:body></w:document>"
    )
    assert read_document(_docx(**{"document.xml": body})).text.split() == ["(0274)", "555123", "baru"]


def test_html_gives_what_is_shown_and_markdown_what_reads() -> None:
    page = (
        f"<html><head><style>x</style></head><p>{LINE}</p><script>0812</script><a href='tel:112'>x</a></html>"
    )
    document = read_document(page.encode(), name="a.html")
    assert lint_contacts(document.text, CARD) == ()
    assert document.links == (("x", "tel:112"),)
    markdown = read_document(b"**Telp**: [0812](tel:112) a\\_b@contoh.desa.id", name="a.md")
    assert markdown.text == "Telp: 0812 a_b@contoh.desa.id"
    assert markdown.links == (("0812", "tel:112"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_text_is_read_in_the_encodings_that_editors_write(encoding: str) -> None:
    assert read_document(LINE.encode(encoding), name="a.txt").text == LINE


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "a.png", "document-unknown"),
        (b"\0\0\0", "a.txt", "document-unknown"),
        (b"PK\x03\x04broken", "a.docx", "scan-docx-unreadable"),
        (_docx(**{"document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}), "a.docx", "scan-docx-unsafe"),
        (_docx(**{"document.xml": "<x"}), "a.docx", "scan-docx-unreadable"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(data: bytes, name: str, code: str) -> None:
    with pytest.raises(ScanError) as raised:
        read_document(data, name=name)
    assert raised.value.code == code


def test_a_deeply_nested_docx_does_not_overflow() -> None:
    body = f"<w:document {W}>" + "<w:x>" * 5_000 + _run("a") + "</w:x>" * 5_000 + "</w:document>"
    assert read_document(_docx(**{"document.xml": body})).kind == "docx"

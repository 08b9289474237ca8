"""The letterhead as a subdocument of docxtpl, for templates that say where it stands: ``{{p kop }}``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kopsurat.arguments import expect
from kopsurat.errors import MissingExtra
from kopsurat.integrations.docx import kop_elements, page_of
from kopsurat.integrations.kop import kop_blocks
from kopsurat.office import Office

if TYPE_CHECKING:
    from docxtpl import DocxTemplate
    from docxtpl.subdoc import Subdoc


__all__ = ["letterhead_subdocument"]


def letterhead_subdocument(template: DocxTemplate, office: Office) -> Subdoc:
    """Return the letterhead of ``office`` for the body of a docxtpl template, as wide as its first section.

    For a letterhead in the header of the first page call
    :func:`kopsurat.integrations.docx.add_letterhead` on ``template.docx`` after rendering instead.
    Raises :class:`MissingExtra` without docxcompose, which docxtpl needs for subdocuments;
    :class:`RenderError` ``kop-page-too-narrow``, and what the composer raises.
    """
    from docxtpl import DocxTemplate as Template

    expect(template, Template, "template")
    expect(office, Office, "office")
    try:
        subdocument = template.new_subdoc()
    except ImportError as error:
        raise MissingExtra("extra-missing", extra="docxtpl[subdoc]", needed_for="docxtpl") from error
    document = template.docx
    page = page_of(document.sections[0])
    body = subdocument.subdocx.element.body
    for element in kop_elements(kop_blocks(office, page), document.part, document, page.measure):
        body.append(element)
    return subdocument

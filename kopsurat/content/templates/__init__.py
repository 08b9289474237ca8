"""Letter types: template files that say what must be filled in and what is then printed."""

from __future__ import annotations

from kopsurat.content.templates.fields import Field, FieldType
from kopsurat.content.templates.files import all_templates, find
from kopsurat.content.templates.office_names import office_words
from kopsurat.content.templates.template import Filled, Template, Validity

__all__ = [
    "Field",
    "FieldType",
    "Filled",
    "Template",
    "Validity",
    "all_templates",
    "find",
    "office_words",
]

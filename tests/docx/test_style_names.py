"""The reader of edited letters knows every named style that the writer gives to a block of the text."""

from __future__ import annotations

from kopsurat.backends.docx import naming
from kopsurat.layout.model import Role
from kopsurat.scanning import word, word_parts

_BESIDE_THE_TEXT = {Role.LETTERHEAD, Role.CONTACT, Role.FOOTNOTE, Role.FURNITURE}
_BY_PATTERN = {Role.HEADING}


def test_each_name_is_read_as_the_role_it_was_written_for() -> None:
    written = {
        name: role.value for role, name in naming.NAMES.items() if role not in _BESIDE_THE_TEXT | _BY_PATTERN
    }
    assert written == word.STYLE_NAMES


def test_headings_are_read_with_their_level() -> None:
    found = word._HEADING.fullmatch(f"{naming.NAMES[Role.HEADING]} 2")
    assert found is not None
    assert found[1] == "2"


def test_the_rest_of_a_divided_paragraph_is_known() -> None:
    assert word_parts._CONTINUED == naming.CONTINUED


def test_a_letterhead_before_the_text_is_read_as_such() -> None:
    assert {naming.NAMES[Role.LETTERHEAD], naming.NAMES[Role.CONTACT]} == word._LETTERHEAD

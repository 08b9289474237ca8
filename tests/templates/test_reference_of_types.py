"""The reference of letter types says what the types say."""

from __future__ import annotations

import importlib.util
import pathlib
import re

from kopsurat.content.templates import FieldType, all_templates
from kopsurat.content.templates.files import _groups
from kopsurat.content.templates.loading import FIELD_KEYS, META_KEYS, OTHER_KEYS, TABLE_KEYS, TEXT_KEYS
from kopsurat.content.templates.office_names import NAMES
from kopsurat.content.templates.words import FILTERS

DOCS = pathlib.Path(__file__).resolve().parents[2] / "docs"


def test_the_page_of_types_is_the_one_the_types_make() -> None:
    spec = importlib.util.spec_from_file_location("letter_types", DOCS / "tools" / "letter_types.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.PAGE.read_text(encoding="utf-8") == tool.page()


def test_the_page_of_template_files_names_everything_that_may_stand_in_one() -> None:
    page = (DOCS / "reference" / "template-files.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_.]+)(?:\(\"x\"\))?`", page)) | {"isian", "contoh"}
    keys = {
        *TEXT_KEYS,
        *META_KEYS,
        *OTHER_KEYS,
        *TABLE_KEYS,
        *FIELD_KEYS,
        *(kind.value for kind in FieldType),
    }
    assert keys - named == set()
    assert set(FILTERS) - named == set()
    assert {f"kantor.{name}" for name in NAMES} - named == set()
    assert set(_groups()._tables) - named == set()


def test_every_type_has_its_picture_in_the_gallery() -> None:
    pictures = {path.stem for path in (DOCS / "gallery" / "jenis").glob("*.png")}
    assert pictures == {template.code for template in all_templates()}


def test_the_changelog_counts_the_types() -> None:
    text = (DOCS / "changes" / "templates.added.md").read_text(encoding="utf-8")
    assert f"{len(all_templates())} letters" in text

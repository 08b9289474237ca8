"""The root package: a short pinned list of names that costs nothing until it is used."""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import pathlib
import subprocess
import sys
import typing

import pytest

import kopsurat
from kopsurat import errors

PACKAGE = pathlib.Path(kopsurat.__file__).parent
HEAVY = (
    "reportlab",
    "docx",
    "lxml",
    "PIL",
    "cryptography",
    "sqlalchemy",
    "jinja2",
    "click",
    "rich",
    "phonenumbers",
)

PINNED = [
    "Claims",
    "ContactCard",
    "Document",
    "Email",
    "Finding",
    "Format",
    "Found",
    "InvalidEmail",
    "InvalidImage",
    "InvalidInput",
    "InvalidLetter",
    "InvalidNomor",
    "InvalidOffice",
    "InvalidPhone",
    "InvalidProfile",
    "InvalidSeal",
    "InvalidWebsite",
    "KeyFileError",
    "KopsuratError",
    "Letter",
    "Letterhead",
    "MissingExtra",
    "MissingGlyph",
    "Office",
    "Phone",
    "PublicKey",
    "RegisterError",
    "RenderError",
    "ScanError",
    "Seal",
    "SealError",
    "SigningKey",
    "Trust",
    "TrustError",
    "Verdict",
    "Website",
    "compose",
    "compose_letterhead",
    "explain",
    "find_contacts",
    "lint_contacts",
    "parse_email",
    "parse_emails",
    "parse_phone",
    "parse_phones",
    "parse_website",
    "read_letter",
    "read_office",
    "render",
    "scan",
    "seal_letter",
    "verify",
    "verify_file",
]
"""Changing this list changes what other software is written against: it takes a decision record."""


def test_the_public_names_are_these_and_sorted() -> None:
    assert kopsurat.__all__ == PINNED
    assert sorted(PINNED) == PINNED


@pytest.mark.parametrize("name", PINNED)
def test_every_public_name_loads_and_has_a_docstring(name: str) -> None:
    found = getattr(kopsurat, name)
    assert inspect.getdoc(found)
    assert name in dir(kopsurat)


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_here"):
        _ = kopsurat.nothing_here


def test_every_error_of_the_tree_is_public() -> None:
    assert set(errors.__all__) <= set(PINNED)


def test_the_names_for_type_checkers_are_the_names_at_run_time() -> None:
    tree = ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8"))
    (block,) = [node for node in tree.body if isinstance(node, ast.If)]
    declared = {
        alias.name: node.module
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if node.module != "typing"
    }
    assert sorted(declared) == PINNED
    for name, module in declared.items():
        assert getattr(importlib.import_module(typing.cast("str", module)), name) is getattr(kopsurat, name)


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = f"import sys, json, kopsurat; print(json.dumps([m for m in {HEAVY!r} if m in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert json.loads(done.stdout) == []


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        (
            "kopsurat.parse_phone('(0267) 555231')",
            ("reportlab", "docx", "lxml", "PIL", "cryptography", "sqlalchemy"),
        ),
        ("kopsurat.verify", ("reportlab", "docx", "lxml", "PIL", "sqlalchemy")),
    ],
)
def test_one_part_does_not_load_the_libraries_of_another(statement: str, absent: tuple[str, ...]) -> None:
    loaded = f"json.dumps([m for m in {absent!r} if m in sys.modules])"
    program = f"import sys, json, kopsurat; {statement}; print({loaded})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert json.loads(done.stdout) == []


def test_help_loads_nothing_but_what_reads_the_command_line() -> None:
    program = (
        "import json, sys; before = set(sys.modules)\n"
        "from kopsurat.cli.app import run\n"
        "code = run(['--help'])\n"
        "loaded = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print(json.dumps([code, sorted(loaded - set(sys.stdlib_module_names))]), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert json.loads(done.stderr) == [0, ["click", "kopsurat"]]

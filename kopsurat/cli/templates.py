"""``kopsurat templates``: which letter types there are, and what one of them asks for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from kopsurat.cli.command import Group, argument, command, option
from kopsurat.cli.problems import CommandError, UsageError
from kopsurat.cli.sources import nearest_office
from kopsurat.cli.writing import write_all
from kopsurat.errors import InvalidOffice, KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    from collections.abc import Callable

    from kopsurat.cli.console import Console
    from kopsurat.content.templates import Template

__all__ = ["templates"]


templates: Final = Group(name="templates", options_metavar="[…]", subcommand_metavar="PERINTAH …")


def _of_office(function: Callable[..., Any]) -> Callable[..., Any]:
    return option("--office", type=click.Path(path_type=Path))(function)


@command("list")
@_of_office
def list_types(console: Console, *, office: Path | None) -> int:
    """List the letter types with their classification, family and fields."""
    from kopsurat.content.templates import all_templates

    found = all_templates(_folders(office))
    language = console.settings.language
    console.data({"ok": True, "templates": [_about(template) for template in found]})
    names = ("code", "classification", "family", "fields")
    rows = [
        (template.code, _classification(template), template.family, str(len(template.fields)))
        for template in found
    ]
    console.table([explain(f"cli-template-{name}", language) for name in names], rows)
    return 0


@command("show")
@argument("code", metavar="JENIS")
@option("--fields", is_flag=True)
@option("--out", "-o", type=click.Path(path_type=Path, dir_okay=False))
@_of_office
def show(console: Console, *, code: str, fields: bool, out: Path | None, office: Path | None) -> int:
    """Print an example of a letter type that renders as it is, or its fields.

    ``out`` takes the example as UTF-8, which what a shell redirects is not everywhere.
    """
    if out is not None and fields:
        raise UsageError("cli-fields-not-written")
    template = _find(code, office)
    example = template.example_letter()
    if out is not None:
        _write_new(out, example)
    files = {} if out is None else {"files": [str(out)]}
    console.data({"ok": True, **_about(template), "example": example, **files})
    if fields:
        _show(console, template)
    elif out is None:
        console.say(example.rstrip("\n"))
    else:
        written = KopsuratError("cli-written", value=str(out))
        console.say(explain(written, console.settings.language), color="good")
    return 0


def _write_new(out: Path, text: str) -> None:
    if out.exists():
        raise CommandError("cli-out-exists", value=str(out))
    write_all({out: text.encode()})


@command("schema")
@argument("code", metavar="JENIS")
@_of_office
def schema(console: Console, *, code: str, office: Path | None) -> int:
    """Print the JSON Schema of the fields of a letter type."""
    template = _find(code, office)
    console.data({"ok": True, **_about(template), "schema": template.schema()})
    console.say(json.dumps(template.schema(), indent=2, ensure_ascii=False, default=str))
    return 0


def _find(code: str, office: Path | None) -> Template:
    from kopsurat.content.templates import find

    return find(code, folders=_folders(office))


def _classification(template: Template) -> str:
    return template.classification or template.old_classification or ""


def _folders(office: Path | None) -> tuple[Path, ...]:
    """Return the office's own folder of letter types, if there is an office."""
    from kopsurat.reading.letters import TEMPLATE_FOLDER

    try:
        found = office or nearest_office(Path())
    except InvalidOffice:
        return ()
    return ((found if found.is_dir() else found.parent) / TEMPLATE_FOLDER,)


def _about(template: Template) -> dict[str, Any]:
    return {
        "code": template.code,
        "title": template.title,
        "family": template.family,
        "classification": template.classification,
        "old_classification": template.old_classification,
        "about": template.description,
        "fields": [field.name for field in template.fields],
    }


def _show(console: Console, template: Template) -> None:
    language = console.settings.language
    console.say(f"{template.title} ({template.code})", color="strong")
    if template.description:
        console.say(template.description)
    headings = [explain(f"cli-template-{name}", language) for name in ("field", "label", "type", "example")]
    rows = [
        (
            field.name if field.is_required else f"({field.name})",
            field.label,
            field.type.value,
            ""
            if field.example is None or isinstance(field.example, list | tuple | dict)
            else str(field.example),
        )
        for field in template.fields
    ]
    if rows:
        console.table(headings, rows)
    console.say(explain("cli-template-optional", language), color="quiet")


for _command in (list_types, show, schema):
    templates.add_command(_command)

"""``kopsurat templates``: which letter types there are, and what one of them asks for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kopsurat.cli.command import argument, command, option
from kopsurat.cli.sources import nearest_office
from kopsurat.errors import InvalidOffice
from kopsurat.messages import explain

if TYPE_CHECKING:
    from kopsurat.cli.console import Console
    from kopsurat.content.templates import Template

__all__ = ["templates"]


@command("templates")
@argument("code", metavar="[JENIS]", required=False)
@option("--office", type=click.Path(path_type=Path))
@option("--example", is_flag=True)
@option("--schema", is_flag=True)
def templates(console: Console, *, code: str | None, office: Path | None, example: bool, schema: bool) -> int:
    """List the letter types, or show the fields, an example or the JSON Schema of one."""
    from kopsurat.content.templates import all_templates, find

    folders = _folders(office)
    if code is None:
        _list(console, all_templates(folders))
        return 0
    template = find(code, folders=folders)
    console.data({"ok": True, **_about(template), "schema": template.schema(), "example": template.example()})
    if schema:
        console.say(json.dumps(template.schema(), indent=2, ensure_ascii=False, default=str))
    elif example:
        console.say(template.example_letter().rstrip("\n"))
    else:
        _show(console, template)
    return 0


def _folders(office: Path | None) -> tuple[Path, ...]:
    """Return the office's own folder of letter types, if there is an office."""
    from kopsurat.reading.letters import TEMPLATE_FOLDER

    try:
        found = office or nearest_office(Path())
    except InvalidOffice:
        return ()
    return ((found if found.is_dir() else found.parent) / TEMPLATE_FOLDER,)


def _about(template: Template) -> dict[str, str]:
    return {
        "code": template.code,
        "title": template.title,
        "family": template.family,
        "about": template.description,
    }


def _list(console: Console, found: tuple[Template, ...]) -> None:
    language = console.settings.language
    console.data({"ok": True, "templates": [_about(template) for template in found]})
    headings = [explain(f"cli-template-{name}", language) for name in ("code", "title", "family")]
    console.table(headings, [(template.code, template.title, template.family) for template in found])


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

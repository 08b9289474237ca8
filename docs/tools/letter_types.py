"""Write docs/reference/letter-types.md from the letter types themselves.

Run ``python docs/tools/letter_types.py`` after every change of a type; a test compares.
"""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING

from kopsurat.content.templates import FieldType, all_templates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.content.templates import Field, Template

PAGE = pathlib.Path(__file__).parents[1] / "reference" / "letter-types.md"
FAMILIES = {
    "judul": "Under a title",
    "korespondensi": "Letters to somebody",
    "produk hukum": "Legal products",
    "tabel": "Tables and registers",
}
INTRODUCTION = """# Letter types

{count} types come with the package. `kopsurat templates show CODE` prints an example of a type that renders as
it is, `kopsurat templates schema CODE` its fields as JSON Schema; a type of the same code in the folder `templat` beside
desa.toml goes before ours ([how to](../how-to/write-a-template.md), [the files](template-files.md)).

- **The wording is our own.** Where a rule fixes the form, it is named under *basis*; the parts, their order and the signatures
  follow it. Forms of one regency (Perbup Karawang 74/2020, the most complete one for villages that we could read) are
  our default where no national form is known. The rule of your own regency goes first.
- **Classification codes are data.** The first is of Permendagri 83/2022, the second the one in use before. Villages file
  the same letter under different codes, so the first is given only as deep as it is sure; set the code of your own list in the
  nomor. A few codes of the old list are common practice, not rule.
- **Required fields are bold.** Fields in *italics* are private: they never get into the QR seal, and a redaction drops them first.
- **Letters that a citizen writes** (statements, applications, powers of attorney, N2 to N5) have no letterhead and need no nomor; a
  nomor that is given is printed, and a letter that is to be sealed needs one (that of the office's register).
- **Duty stamp.** The dashed box marks where it goes (UU 10/2020); we do not check values.
- **Not in the package:** the form F-1.01 to F-2.01 of the civil registry, which the district office gives out.
"""


def page() -> str:
    """Return the text of the page."""
    templates = all_templates()
    parts = [INTRODUCTION.format(count=len(templates))]
    for family, title in FAMILIES.items():
        parts.append(f"## {title} (`{family}`)\n")
        parts.extend(_entry(each) for each in templates if each.family == family)
    return "\n".join(parts)


def _entry(template: Template) -> str:
    codes = f"{template.classification} (before: {template.old_classification})"
    lines = [
        f"### {template.title} · `{template.code}`",
        "",
        template.description,
        "",
        f"- classification: {codes}",
        *([f"- basis: {template.basis}"] if template.basis else []),
        *(_validity(template)),
        f"- signatures: {'; '.join(_signers(template)) or 'none'}",
        f"- fields: {', '.join(map(_field, template.fields)) or 'none'}",
        f"- [how it looks](../gallery/jenis/{template.code}.png)",
        "",
    ]
    return "\n".join(lines)


def _validity(template: Template) -> Iterator[str]:
    if (validity := template.validity) is not None:
        amount = f"{validity.months} months" if validity.months else f"{validity.days} days"
        yield f"- valid for {amount}"


def _signers(template: Template) -> Iterator[str]:
    for signer in template.meta.get("penandatangan", ()):
        given = {key: getattr(value, "source", value) for key, value in signer.items()}
        who = (
            f"`{given['oleh']}`"
            if "oleh" in given
            else given.get("jabatan", "").replace("{{ ", "`").replace(" }}", "`")
        )
        heading = given.get("mengetahui")
        seen = "Mengetahui, " if heading is True else f"{heading.rstrip(',')}, " if heading else ""
        yield seen + who + (", over the duty stamp" if given.get("meterai") else "")


def _field(field: Field) -> str:
    name = f"`{field.name}`"
    name = f"**{name}**" if field.is_required else name
    name = f"*{name}*" if field.is_private else name
    kind = "" if field.type is FieldType.TEXT else f" {field.type.value}"
    columns = f" ({', '.join(each.name for each in field.columns)})" if field.columns else ""
    return f"{name}{kind}{columns}"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

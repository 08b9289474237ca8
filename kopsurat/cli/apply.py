"""``kopsurat apply``: put the office's letterhead on a document that another program made."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kopsurat.cli.command import argument, command, option
from kopsurat.cli.faults import faults_in
from kopsurat.cli.problems import UsageError
from kopsurat.cli.sources import open_office, read_bytes
from kopsurat.cli.writing import write_all
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    from kopsurat.cli.console import Console
    from kopsurat.office import Office

__all__ = ["apply"]

_LETTERHEAD: Final = Path("kop")


@command("apply")
@argument(
    "words", metavar="[kop] DOKUMEN", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False)
)
@option("--out", "-o", type=click.Path(path_type=Path, dir_okay=False))
@option("--office", type=click.Path(path_type=Path))
def apply(console: Console, *, words: tuple[Path, ...], out: Path | None, office: Path | None) -> int:
    """Write the document with the letterhead under a new name; the original stays as it is.

    What is put on may be named, as if it were a command of a group: ``kopsurat apply kop laporan.docx``.
    """
    document, *others = words[1:] if len(words) > 1 and words[0] == _LETTERHEAD else words
    if others:
        raise UsageError("cli-extra-words", value=" ".join(map(str, others)))
    kind = document.suffix.lower()
    target = out or document.with_name(f"{document.stem}-kop{document.suffix}")
    if kind not in _WAYS:
        raise UsageError("cli-format-unknown", value=str(document), choices=", ".join(_WAYS))
    if target.suffix.lower() != kind:
        raise UsageError("cli-format-unknown", value=str(target), choices=kind)
    if target.resolve() == document.resolve():
        raise UsageError("cli-output-is-input", value=str(document))
    data = read_bytes(document)
    record = open_office(office, near=document)
    with faults_in(document):
        made = _WAYS[kind](data, record)
    write_all({target: made})
    console.data({"ok": True, "files": [str(target)]})
    console.say(
        explain(KopsuratError("cli-written", value=str(target)), console.settings.language), color="good"
    )
    return 0


def _docx(data: bytes, office: Office) -> bytes:
    from kopsurat.integrations.docx import apply_letterhead

    return apply_letterhead(data, office)


def _pdf(data: bytes, office: Office) -> bytes:
    from kopsurat.integrations.pdf import overlay_letterhead

    return overlay_letterhead(data, office)


_WAYS = {".docx": _docx, ".pdf": _pdf}

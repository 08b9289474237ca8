"""Say what is wrong: a list of faults for people, the same list for programs."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING, Any

from kopsurat.errors import KopsuratError
from kopsurat.messages import explain
from kopsurat.shapes import faults_of, moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kopsurat.cli.console import Console
    from kopsurat.messages import Language

__all__ = ["as_data", "faults_in", "flattened", "report_faults", "say_remarks", "spoken_place"]

_INDEX = re.compile(r"\[(\d+)\]")


def flattened(error: BaseException) -> list[KopsuratError]:
    """Return the faults of an error or a group; a fault inside a chain of groups counts once."""
    return list(dict.fromkeys(faults_of(error)))


@contextlib.contextmanager
def faults_in(path: Path) -> Iterator[None]:
    """Put the name of the file before the path of every fault inside that has none yet."""
    from kopsurat.reading import place_of

    try:
        yield
    except (KopsuratError, ExceptionGroup) as error:
        faults = [
            fault if place_of(fault).file else moved(fault, f"{path}{_line_of(fault, path)}: {fault.path}")
            for fault in faults_of(error)
        ]
        raise ExceptionGroup("faults in a file", faults) from error


def _line_of(fault: KopsuratError, path: Path) -> str:
    """Return ``:12`` for the first line that holds the text a fault is about, or nothing."""
    texts = [each for each in (fault.evidence.get("around"), fault.value) if isinstance(each, str)]
    try:
        lines = path.read_text("utf-8-sig").splitlines() if texts and fault.path else []
    except (OSError, UnicodeError):
        return ""
    found = (number for text in texts for number, line in enumerate(lines, 1) if text in line)
    return next((f":{number}" for number in found), "")


def report_faults(
    console: Console, faults: Sequence[KopsuratError], *, count_code: str = "cli-fault-count"
) -> None:
    """Print every fault with its place and its sentence, or the JSON object that holds them."""
    language = console.settings.language
    console.data({"ok": False, "faults": as_data(faults, language)})
    for fault in faults:
        place = spoken_place(fault, language)
        if place:
            console.warn(f"✗ {place}", color="bad")
            console.warn(f"  {explain(fault, language)}")
        else:
            console.warn(f"✗ {explain(fault, language)}", color="bad")
    if len(faults) > 1:
        count = KopsuratError(count_code, count=len(faults))
        console.warn(explain(count, language))


def say_remarks(console: Console, remarks: Iterable[KopsuratError]) -> None:
    """Print what is to be looked at, although it is no fault, each with its place where it has one."""
    language = console.settings.language
    for remark in remarks:
        place = spoken_place(remark, language)
        console.say(
            f"! {place}: {explain(remark, language)}" if place else f"! {explain(remark, language)}",
            color="warn",
        )


def as_data(faults: Iterable[KopsuratError], language: Language) -> list[dict[str, Any]]:
    """Return the faults as stable JSON: code, file, line, key, value, suggestion and the sentence."""
    from kopsurat.reading import place_of

    rows = []
    for fault in faults:
        place = place_of(fault)
        rows.append(
            {
                "code": fault.code,
                "file": place.file or None,
                "line": place.line,
                "key": place.key or None,
                "value": fault.value
                if isinstance(fault.value, str | int | float | bool | None)
                else str(fault.value),
                "suggestion": fault.suggestion or fault.evidence.get("expected"),
                "message": explain(fault, language),
            }
        )
    return rows


def spoken_place(fault: KopsuratError, language: Language) -> str:
    """Return the place as people say it: ``desa.toml, baris 12, kontak.telepon ke-2``."""
    from kopsurat.reading import place_of

    place = place_of(fault)
    line, nth = ("baris", " ke-{}") if language == "id" else ("line", " no. {}")
    key = _INDEX.sub(lambda match: nth.format(int(match[1]) + 1), place.key)
    parts = [place.file, f"{line} {place.line}" if place.line else "", key]
    return ", ".join(part for part in parts if part)

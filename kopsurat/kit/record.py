"""A whole kit with its record, kit.json, and whether an earlier kit still agrees with the office."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kopsurat.arguments import expect, expect_each
from kopsurat.errors import InvalidInput, InvalidOffice
from kopsurat.kit.contact import contact_line
from kopsurat.kit.pieces import BOARD_WIDTH, FACTS, KINDS, pieces_of
from kopsurat.office import Office
from kopsurat.shapes import closest

if TYPE_CHECKING:
    from kopsurat.errors import KopsuratError
    from kopsurat.kit.pieces import Piece

__all__ = ["RECORD", "Drift", "Kit", "check_kit", "make_kit", "recorded_files"]

RECORD: Final = "kit.json"
"""The name of the record in the folder of a kit."""
_FORMAT: Final = "kopsurat-kit-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """The files of a kit by name, kit.json among them; ``omitted``: what it cannot have, and why."""

    files: Mapping[str, bytes]
    omitted: tuple[tuple[str, KopsuratError], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One way in which a file of an earlier kit does not agree with the office.

    ``code`` is ``kit-drift-fact`` (``fact`` was printed as ``printed`` and is now ``expected``),
    ``kit-drift-gone`` (the office has no such piece any more), ``kit-drift-missing`` (the file is
    not there) or ``kit-drift-altered`` (its bytes are not those that were made).
    """

    code: str
    file: str
    fact: str = ""
    printed: str = ""
    expected: str = ""


def make_kit(
    office: Office,
    kinds: tuple[str, ...] = (),
    *,
    board_width: float = BOARD_WIDTH,
    earlier: bytes | None = None,
) -> Kit:
    """Return all pieces of these kinds (keys of :data:`KINDS`), by default of every kind, and their record.

    ``earlier`` is the kit.json of a kit in the same folder: what is not made anew stays in the record.

    A piece that this office cannot have is left out and named, unless its kind was asked for and
    nothing of it can be made. Raises :class:`InvalidInput` ``kit-kind-unknown``, an
    :class:`ExceptionGroup` of :class:`InvalidOffice`, and what the drawing functions raise.
    """
    expect(office, Office, "office")
    expect_each(kinds, str, "kinds")
    expect(board_width, int | float, "board_width")
    expect(earlier, bytes | None, "earlier")
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        meant = closest(unknown[0], KINDS)
        raise InvalidInput("kit-kind-unknown", value=unknown[0], choices=", ".join(KINDS), suggestion=meant)
    files: dict[str, bytes] = {}
    rows: dict[str, dict[str, Any]] = dict(_read(earlier)["files"]) if earlier is not None else {}
    made: set[str] = set()
    omitted: list[tuple[Piece, InvalidOffice]] = []
    for piece in pieces_of(office, kinds, board_width=board_width):
        try:
            data = piece.make()
        except InvalidOffice as error:
            omitted.append((piece, error))
            continue
        files[piece.file] = data
        made.add(piece.kind)
        rows[piece.file] = {
            "kind": piece.kind,
            "sha256": hashlib.sha256(data).hexdigest(),
            "prints": dict(piece.prints),
        }
    if kinds and not made.issuperset(kinds):
        raise ExceptionGroup("pieces that cannot be made", _why_not(kinds, made, omitted))
    record = {
        "format": _FORMAT,
        "office": str(office.desa),
        "contact_line": contact_line(office),
        "board_width": board_width,
        "files": rows,
    }
    files[RECORD] = (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode()
    return Kit(files=files, omitted=tuple((piece.file, error) for piece, error in omitted))


def _why_not(
    kinds: tuple[str, ...], made: set[str], omitted: list[tuple[Piece, InvalidOffice]]
) -> list[InvalidOffice]:
    """Return why nothing was made of some kinds, each reason once."""
    faults: dict[str, InvalidOffice] = {}
    for kind in kinds:
        if kind not in made:
            reasons = [error for piece, error in omitted if piece.kind == kind]
            for error in reasons or [InvalidOffice("kit-nothing-to-make", value=kind)]:
                faults.setdefault(f"{error.code} {error.value}", error)
    return list(faults.values())


def recorded_files(record: bytes) -> tuple[str, ...]:
    """Return the names of the files of a kit, from its kit.json.

    Raises :class:`InvalidInput` ``kit-record-damaged`` for anything that is no such record.
    """
    expect(record, bytes, "record")
    return tuple(_read(record)["files"])


def check_kit(record: bytes, office: Office, *, present: Mapping[str, bytes]) -> tuple[Drift, ...]:
    """Return how the files of an earlier kit differ from what the office's record says now.

    ``record`` is its kit.json, ``present`` the files that are still there, by name. Raises what
    :func:`recorded_files` raises.
    """
    expect(record, bytes, "record")
    expect(office, Office, "office")
    expect(present, Mapping, "present")
    known = _read(record)
    now = {piece.file: dict(piece.prints) for piece in pieces_of(office)}
    found: list[Drift] = []
    for file, row in known["files"].items():
        found += _drift_of(file, row, now.get(file), present.get(file))
    return tuple(found)


def _drift_of(
    file: str, row: Mapping[str, Any], now: Mapping[str, str] | None, data: bytes | None
) -> list[Drift]:
    if data is None:
        return [Drift(code="kit-drift-missing", file=file)] if now is not None else []
    if now is None:
        return [Drift(code="kit-drift-gone", file=file)]
    found = []
    if hashlib.sha256(data).hexdigest() != row["sha256"]:
        found.append(Drift(code="kit-drift-altered", file=file))
    printed = row["prints"]
    for fact in dict.fromkeys((*printed, *now)):
        before, after = printed.get(fact, ""), now.get(fact, "")
        if before != after:
            found.append(Drift(code="kit-drift-fact", file=file, fact=fact, printed=before, expected=after))
    return found


def _read(record: bytes) -> dict[str, Any]:
    try:
        known = json.loads(record.decode("utf-8-sig"))
        is_ours = known["format"] == _FORMAT and all(_is_row(*each) for each in known["files"].items())
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InvalidInput("kit-record-damaged", value=RECORD) from error
    if not is_ours:
        raise InvalidInput("kit-record-damaged", value=RECORD)
    read: dict[str, Any] = known
    return read


def _is_row(file: str, row: Any) -> bool:  # noqa: ANN401 - of a file that anybody may have edited
    prints = row["prints"]
    texts = (row["kind"], row["sha256"], *prints.values())
    is_known = row["kind"] in KINDS and set(prints) <= FACTS
    return is_known and all(isinstance(text, str) for text in texts) and not set(file) & set("/\\:")

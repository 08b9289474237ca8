"""``kopsurat check``: the record of the office, letters, and the contacts in any document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kopsurat.cli.check_targets import kind_of, refuse_too_large, targets_of
from kopsurat.cli.command import argument, command, option
from kopsurat.cli.faults import as_data, faults_in, flattened, report_faults, spoken_place
from kopsurat.cli.sources import nearest_office, open_letter, open_office, read_bytes, today
from kopsurat.cli.starting import example_remarks
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kopsurat.cli.console import Console
    from kopsurat.office import Office

__all__ = ["check"]


@command("check")
@argument("files", metavar="[BERKAS…]", nargs=-1, type=click.Path(path_type=Path))
@option("--office", type=click.Path(path_type=Path))
@option("--online", is_flag=True)
def check(console: Console, *, files: tuple[Path, ...], office: Path | None, online: bool) -> int:
    """Check every file; faults give exit code 1, remarks alone give 0."""
    targets = targets_of(files or (office or nearest_office(Path()),))
    results = [_checked(path, office, online=online) for path in targets]
    faults = _each_once(fault for result in results for fault in result["faults"])
    _say_data(console, results)
    for result in results:
        _say(console, result)
    if faults and not console.settings.is_json:
        report_faults(console, faults, count_code="cli-faults-found")
    return 1 if faults else 0


def _each_once(faults: Iterable[KopsuratError]) -> list[KopsuratError]:
    """Return the faults without those of an office again that many letters have met."""
    return list({(fault.path, fault.code, str(fault.value)): fault for fault in faults}.values())


def _checked(path: Path, office: Path | None, *, online: bool) -> dict[str, Any]:
    """Return what is to be said about one file: its kind, faults, remarks and rows of the summary."""
    kind = kind_of(path)
    result: dict[str, Any] = {
        "path": path,
        "kind": kind,
        "faults": [],
        "remarks": [],
        "rows": [],
        "suggestion": "",
    }
    try:
        match kind:
            case "office":
                record = open_office(path, near=path)
                result["rows"] = list(_office_rows(record))
                result["remarks"] = [*_office_remarks(record), *(_liveness(record) if online else ())]
            case "letter":
                _check_letter(path, office)
            case _:
                result |= _findings(path, open_office(office, near=path))
    except (KopsuratError, ExceptionGroup) as error:
        result["faults"] = flattened(error)
    return result


def _check_letter(path: Path, office: Path | None) -> None:
    """Read the letter, find its signatories and lay it out: all that could fail when it is rendered."""
    from kopsurat import compose

    letter, record = open_letter(path, office)
    with faults_in(path):
        compose(letter, record)


def _findings(path: Path, office: Office) -> dict[str, Any]:
    """Return how the contacts of a document differ from those of the office, and what to write instead."""
    from kopsurat.contacts import lint_document, unified_suggestion
    from kopsurat.errors import InvalidInput
    from kopsurat.scanning.documents import read_document

    refuse_too_large(path)
    with faults_in(path):
        document = read_document(read_bytes(path), name=path.name)
    found: dict[str, Any] = {"faults": [], "remarks": []}
    if office.contacts is None:
        return found
    style = office.letterhead.contact_style
    for finding in lint_document(document.text, document.links, office.contacts, profile=style):
        line = document.text.count("\n", 0, finding.span[0]) + 1
        error = InvalidInput(
            finding.code,
            path=f"{path}:{line}: " if finding.span[1] else f"{path}: ",
            value=finding.found,
            found=finding.found,
            expected=finding.expected,
        )
        found["faults" if finding.severity == "error" else "remarks"].append(error)
    found["suggestion"] = unified_suggestion(document.text, office.contacts, profile=style, name=path.name)
    return found


def _liveness(office: Office) -> Iterator[KopsuratError]:
    """Ask the network about the contacts of an office; yield what cannot be reached."""
    from kopsurat.scanning.liveness import check_card

    if office.contacts is not None:
        for found in dict.fromkeys(check_card(office.contacts)):
            if found.code != "live-ok":
                yield KopsuratError(
                    found.code,
                    path="kontak",
                    value=found.value,
                    target=found.target,
                    status=found.status,
                )


def _office_rows(office: Office) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield the rows of the summary: key, what is printed, codes of remarks."""
    yield "desa", str(office.desa), ()
    yield "kecamatan", str(office.kecamatan), ()
    yield "kabupaten", str(office.kabupaten), ()
    yield "alamat", " ".join(filter(None, (office.address, office.postal_code))), ()
    card = office.contacts
    if card is not None:
        for phone in card.phones:
            yield "telepon", phone.printed, phone.warnings
        for email in card.emails:
            yield "email", email.printed, email.warnings
        if card.website is not None:
            yield "website", card.website.printed, card.website.warnings
    yield "lambang", office.letterhead.crest.name if office.letterhead.crest else "–", ()
    profile = office.letterhead.profile
    yield "profil", profile if isinstance(profile, str) else profile.name, ()
    for person in office.signatories:
        yield person.jabatan, person.name, ()
    yield "situs", office.host or "–", ()


def _office_remarks(office: Office) -> Iterator[KopsuratError]:
    """Yield what is not wrong but should be known."""
    if office.contacts is None:
        yield KopsuratError("office-no-contacts", path="kontak")
    if office.letterhead.crest is None:
        yield KopsuratError("office-no-crest", path="kop.lambang")
    if office.host is None:
        yield KopsuratError("office-no-host", path="verifikasi.situs")
    if not office.signatories:
        yield KopsuratError("office-no-signatories", path="pejabat")
    for index, person in enumerate(office.signatories):
        if person.until is not None and person.until < today():
            yield KopsuratError(
                "term-ended",
                path=f"pejabat[{index}].sampai",
                value=person.name,
                until=person.until.isoformat(),
            )
    yield from _small_letters(office)
    yield from example_remarks(office)


def _small_letters(office: Office) -> Iterator[KopsuratError]:
    """Yield a remark for each name without any capital: names are printed as they are written."""
    for level in ("desa", "kecamatan", "kabupaten"):
        name = getattr(office, level).name
        if name.islower():
            path = "desa.nama" if level == "desa" else f"desa.{level}"
            yield KopsuratError("office-small-letters", path=path, value=name, suggestion=name.title())
    for index, person in enumerate(office.signatories):
        for key, text in (("nama", person.name), ("jabatan", person.jabatan)):
            if text.islower():
                yield KopsuratError("office-small-letters", path=f"pejabat[{index}].{key}", value=text)


def _say_data(console: Console, results: Sequence[dict[str, Any]]) -> None:
    language = console.settings.language
    console.data(
        {
            "ok": not any(result["faults"] for result in results),
            "files": [
                {
                    "file": str(result["path"]),
                    "kind": result["kind"],
                    "faults": as_data(result["faults"], language),
                    "remarks": [
                        *as_data(result["remarks"], language),
                        *_warning_data(result["rows"], language),
                    ],
                    "values": [{"key": key, "printed": printed} for key, printed, _ in result["rows"]],
                    "suggestion": result["suggestion"],
                }
                for result in results
            ],
        }
    )


def _warning_data(rows: Sequence[tuple[str, str, tuple[str, ...]]], language: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - Language
    return [
        {
            "code": code,
            "key": key,
            "value": printed,
            "message": explain(KopsuratError(code, value=printed), language),
        }
        for key, printed, codes in rows
        for code in codes
    ]


def _say(console: Console, result: dict[str, Any]) -> None:
    language = console.settings.language
    rows = [
        (
            key,
            printed,
            " ".join(explain(KopsuratError(code, value=printed), language) for code in codes) or "✓",
        )
        for key, printed, codes in result["rows"]
    ]
    if rows:
        headings = (explain("cli-check-part", language), explain("cli-check-printed", language), "")
        console.table(headings, rows)
    for remark in result["remarks"]:
        console.say(f"! {spoken_place(remark, language)}: {explain(remark, language)}", color="warn")
    if result["suggestion"]:
        console.say(explain("cli-check-suggestion", language))
        console.say(result["suggestion"].rstrip("\n"), color="quiet")
    if not result["faults"]:
        console.say(
            explain(KopsuratError("cli-check-fine", value=str(result["path"])), language), color="good"
        )

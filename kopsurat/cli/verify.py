"""``kopsurat verify``: a link, a file or a folder of files against the keys that one trusts."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kopsurat.cli.command import argument, command, option
from kopsurat.cli.faults import faults_in
from kopsurat.cli.pinned import pinned_files
from kopsurat.cli.problems import CommandError, UsageError
from kopsurat.cli.signatures import signature_sentence, signatures_in, signatures_json
from kopsurat.cli.sources import now, read_bytes
from kopsurat.errors import KopsuratError, MissingExtra
from kopsurat.messages import explain
from kopsurat.shapes import suggested_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kopsurat.backends.pdf import PdfSignature
    from kopsurat.cli.console import Console
    from kopsurat.messages import Language
    from kopsurat.seal.trust import Trust
    from kopsurat.seal.verdict import Difference, Verdict

__all__ = ["NOT_ASKED", "verify"]

NOT_ASKED: Final = 9
"""The exit code where the question could not be put: a missing file, a wrong option, a bad trust file."""
_SUFFIXES: Final = frozenset({".pdf", ".docx", ".png", ".jpg", ".jpeg"})
_MARKS: Final = {"green": ("✓", "good"), "yellow": ("!", "warn"), "red": ("✗", "bad"), "gray": ("?", "quiet")}


@command("verify")
@argument("targets", metavar="TAUTAN|BERKAS|FOLDER…", nargs=-1, required=True)
@option("--trust", "trusted", multiple=True, type=click.Path(path_type=Path))
@option("--lists", "listed", multiple=True, type=click.Path(path_type=Path))
@option("--online", is_flag=True)
@option("--at", metavar="TANGGAL")
def verify(
    console: Console,
    *,
    targets: tuple[str, ...],
    trusted: tuple[Path, ...],
    listed: tuple[Path, ...],
    online: bool,
    at: str | None,
) -> int:
    """Print each verdict with what to compare; the exit code is that of the worst."""
    moment = _moment(at)
    believed = (*pinned_files(), *trusted)
    trust = _trust(believed, listed)
    contents = _contents(targets)
    verdicts = [(target, _verdict(content, trust, moment, online=online)) for target, content in contents]
    signed = [signatures_in(content, moment) for _, content in contents]
    if not verdicts:
        raise CommandError("cli-nothing-to-verify", value=", ".join(targets))
    rows = [
        {"target": target, **verdict.to_json(), "signatures": signatures_json(found)}
        for (target, verdict), found in zip(verdicts, signed, strict=True)
    ]
    console.data({"ok": all(verdict.exit_code == 0 for _, verdict in verdicts), "verdicts": rows})
    if len(verdicts) == 1:
        _say(console, *verdicts[0])
        _say_signatures(console, signed[0])
    else:
        _say_many(console, verdicts)
    if not (believed or online):
        console.say(explain("cli-no-trust", console.settings.language), color="warn")
    return max(verdict.exit_code for _, verdict in verdicts)


def _moment(text: str | None) -> dt.datetime:
    if text is None:
        return now()
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        raise UsageError("not-a-date", path="--at", value=text, suggestion=suggested_date(text)) from None
    return moment if moment.tzinfo else moment.astimezone()


def _trust(paths: Sequence[Path], lists: Sequence[Path]) -> Trust:
    from kopsurat.seal.trust import Trust

    trust = Trust.of()
    for path in paths:
        trust |= _load(path)
    for file in (file for path in lists for file in _list_files(path)):
        data = read_bytes(file)
        with faults_in(file):
            trust = trust.with_lists(data)
    return trust


def _list_files(path: Path) -> list[Path]:
    """Return a list itself, or those of a folder: one of lists, or a site that was built."""
    inside = path / ".well-known" / "kopsurat"
    folder = inside if inside.is_dir() else path
    return sorted(folder.glob("*.json")) if path.is_dir() else [path]


def _load(path: Path) -> Trust:
    from kopsurat.cli.public_key import is_public_key, read_public_key
    from kopsurat.seal.trust import Trust

    data = read_bytes(path)
    if b"PRIVATE KEY-----" in data[:100]:
        raise CommandError("cli-trust-private", value=str(path))
    with faults_in(path):
        return Trust.of(read_public_key(data)) if is_public_key(data) else Trust.load(data)


def _contents(targets: Sequence[str]) -> list[tuple[str, str | bytes]]:
    """Return every link as text and every file as bytes, folders opened."""
    contents: list[tuple[str, str | bytes]] = []
    for target in targets:
        if target.lower().startswith(("https://", "http://")):
            contents.append((target, target))
            continue
        path = Path(target)
        if not path.exists() and _is_typed_code(target):
            raise UsageError("cli-verify-typed-code", value=target)
        files = sorted(each for each in path.rglob("*") if _is_letter(each)) if path.is_dir() else [path]
        contents += [(str(file), read_bytes(file)) for file in files]
    return contents


def _is_typed_code(text: str) -> bool:
    from kopsurat.errors import InvalidSeal
    from kopsurat.seal import parse_code

    try:
        parse_code(text)
    except InvalidSeal:
        return False
    return True


def _is_letter(path: Path) -> bool:
    return path.is_file() and path.suffix.lower() in _SUFFIXES and not path.name.startswith("~$")


def _verdict(content: str | bytes, trust: Trust, moment: dt.datetime, *, online: bool) -> Verdict:
    from kopsurat import verify as verify_link
    from kopsurat import verify_file

    def ask(with_trust: Trust) -> Verdict:
        if isinstance(content, str):
            return verify_link(content, trust=with_trust, at=moment)
        return verify_file(content, trust=with_trust, at=moment)

    verdict = ask(trust)
    host = _host(content) if online else None
    return ask(trust | _online(host)) if host else verdict


def _online(host: str) -> Trust:
    from kopsurat.seal.trust import Trust

    return Trust.online(host)


def _host(content: str | bytes) -> str | None:
    """Return the host that a link or the code in a file names, to know whom to ask."""
    from kopsurat import scan
    from kopsurat.errors import InvalidSeal, ScanError
    from kopsurat.seal import Link

    try:
        texts = (content,) if isinstance(content, str) else scan(content)
    except ScanError:
        return None
    for text in texts:
        try:
            return Link.parse(text).host
        except InvalidSeal:
            continue
    return None


def _say(console: Console, target: str, verdict: Verdict) -> None:
    language = console.settings.language
    mark, color = _MARKS[verdict.color]
    console.say(f"{mark} {verdict.sentence(language)}", color=color)
    if not target.startswith("http"):
        console.say(f"  {target}", color="quiet")
    for question, answer in _answers(verdict, language):
        console.say(f"  {question} {answer}")
    for reason in verdict.reasons:
        console.say(f"  - {reason.sentence(language)}")
    for each in verdict.differences:
        console.say(f"  ✗ {_difference(each, language)}", color="bad")
    if rows := verdict.comparison(language):
        console.say()
        console.table((explain("cli-compare-what", language), explain("cli-compare-with", language)), rows)


def _say_signatures(console: Console, found: tuple[PdfSignature, ...] | MissingExtra) -> None:
    language = console.settings.language
    if isinstance(found, MissingExtra):
        console.say(f"  ! {explain(found, language)}", color="warn")
        return
    for each in found:
        text, color = signature_sentence(each, language)
        console.say(f"  {text}", color=color)


def _difference(each: Difference, language: Language) -> str:
    """Return the sentence of one difference; a part of the body is called by its number."""
    part = re.match(r"/isi/(\d+)", each.field)
    field = each.field.strip("/")
    if part:
        field = explain(KopsuratError("difference-paragraph", number=int(part[1]) + 1), language)
    how = "added" if each.sealed is None else "missing" if each.shown is None else "changed"
    how = how if field or how == "added" else "place"
    fact = KopsuratError(f"difference-{how}", field=field, sealed=each.sealed, shown=each.shown or "…")
    return explain(fact, language)


def _answers(verdict: Verdict, language: Language) -> list[tuple[str, str]]:
    issuer = verdict.issuer
    known = explain(f"cli-known-by-{issuer.known_by.value}", language) if issuer else ""
    who = f"{issuer.desa or issuer.host} ({known})" if issuer else explain("cli-answer-unknown", language)
    return [
        (explain("cli-question-intact", language), explain(f"cli-answer-{verdict.intact.value}", language)),
        (explain("cli-question-issuer", language), who),
        (
            explain("cli-question-in-force", language),
            explain(f"cli-answer-{verdict.in_force.value}", language),
        ),
        (
            explain("cli-question-in-office", language),
            explain(f"cli-answer-{verdict.signer_in_office.value}", language),
        ),
    ]


def _say_many(console: Console, verdicts: Sequence[tuple[str, Verdict]]) -> None:
    language = console.settings.language
    rows = []
    names = _short_names([target for target, _ in verdicts])
    for target, verdict in verdicts:
        claims = verdict.claims
        mark, _ = _MARKS[verdict.color]
        rows.append((mark, names[target], verdict.sentence(language), claims.nomor if claims else ""))
    console.table(("", explain("cli-file", language), explain("cli-verdict", language), "Nomor"), rows)


def _short_names(targets: Sequence[str]) -> dict[str, str]:
    """Return the names of files without their folders, where no two have the same."""
    met = Counter(Path(target).name for target in targets)
    return {
        target: Path(target).name if met[Path(target).name] == 1 else str(Path(target)) for target in targets
    }

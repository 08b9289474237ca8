"""Verdicts on files: the seal in the QR, the letter inside the file, and the text that it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect, expect_moment
from kopsurat.errors import InvalidSeal, ScanError
from kopsurat.scanning.files import read_file
from kopsurat.scanning.foreign import foreign_reason
from kopsurat.seal import typed_code
from kopsurat.seal.commitment import LetterFile
from kopsurat.seal.link import Link, looks_like_link
from kopsurat.seal.trust import Trust
from kopsurat.seal.verdict import EXIT_CODES, Answer, Difference, Kind, Reason, Verdict, because
from kopsurat.seal.verify import verify

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from kopsurat.scanning.content import Content
    from kopsurat.scanning.files import Media

__all__ = ["verify_content", "verify_file", "verify_seals"]

_MEANINGS: Final = {
    "cover": "text-covered",
    "text-over-text": "text-covered",
    "hidden-text": "text-hidden",
    "layer": "text-hidden",
    "clip": "text-hidden",
    "drawing": "foreign-drawing",
    "picture": "foreign-drawing",
    "form": "foreign-drawing",
    "text-box": "foreign-drawing",
    "frame": "foreign-drawing",
    "object": "foreign-drawing",
    "formula": "foreign-drawing",
    "symbol": "foreign-drawing",
    "floating": "text-covered",
    "shading": "text-covered",
    "numbering": "text-turned",
    "direction": "text-turned",
    "field": "text-turned",
    "chart": "foreign-drawing",
    "alternative": "text-hidden",
    "tracked-change": "text-turned",
    "hidden-cell": "text-hidden",
    "page": "text-hidden",
    "xfa": "text-turned",
    "action": "file-acts",
    "spoken": "text-spoken",
    "font": "letters-disguised",
    "glyph": "letters-disguised",
    "order": "letters-disguised",
    "turned": "letters-disguised",
}
"""What the kinds of marks on a page say; all others are notes laid over it."""
_MOST_NAMED: Final = 12
"""Hidden fields and attached files that are called by their names, and kinds of foreign codes."""
_LONGEST_NAME: Final = 60
_LONGEST_TEXT: Final = 300_000
"""Characters of a file in which contacts are looked for; a hundred pages."""
_ALTERABLE: Final = (Kind.VALID, Kind.EXPIRED, Kind.STATUS_UNCHECKED, Kind.NOT_REGISTERED)


def verify_file(data: bytes, *, trust: Trust, at: dt.datetime, media: Media | None = None) -> Verdict:
    """Return the verdict on a PDF, DOCX or picture of a letter; with several seals, on the worst of them.

    A digital file is read whole: its ``surat.json`` is held against the seal, and the text that it shows
    against ``surat.json``; a paragraph that differs makes the verdict ``altered`` and is named in
    ``differences``. A file that cannot be looked at is ``unreadable``, with the reason.
    """
    return max(verify_seals(data, trust=trust, at=at, media=media), key=lambda each: EXIT_CODES[each.kind])


def verify_seals(
    data: bytes, *, trust: Trust, at: dt.datetime, media: Media | None = None
) -> tuple[Verdict, ...]:
    """Return a verdict for every seal in the file, at least one."""
    expect(data, bytes, "data")
    expect(trust, Trust, "trust")
    expect_moment(at, "at")
    try:
        content = read_file(data, media=media)
    except ScanError as error:
        facts = {name: fact for name, fact in error.evidence.items() if isinstance(fact, (str, int))}
        reason = because(error.code, **facts)
        return (Verdict(kind=Kind.UNREADABLE, intact=Answer.UNKNOWN, reasons=(reason,), at=at),)
    return verify_content(content, trust=trust, at=at)


def verify_content(content: Content, *, trust: Trust, at: dt.datetime) -> tuple[Verdict, ...]:
    """Return a verdict for every seal in what was read out of a file, at least one."""
    links = [text.strip() for text in content.codes if looks_like_link(text)]
    foreign = _foreign(content)
    extra = (because("foreign-codes", count=len(content.codes) - len(links)), *foreign) if foreign else ()
    others = _other_files(content)
    files, faults = _letter_files(content)
    verdicts = []
    for link in dict.fromkeys([*links, *(file.link for file in files)]):
        verdict = verify(link, trust=trust, at=at)
        own = [file for file in files if _same(file.link, link)]
        stray = None if own or not files else files[0]
        checked = _checked(verdict, content, own, stray)
        verdicts.append(replace(checked, reasons=checked.reasons + faults + extra + others))
    return tuple(verdicts) or (_without_seal(content, at),)


def _foreign(content: Content) -> tuple[Reason, ...]:
    """Return what the codes are that are no seals, each kind once."""
    others = (text for text in content.codes if not looks_like_link(text))
    return tuple(dict.fromkeys(map(foreign_reason, others)))[:_MOST_NAMED]


def _other_files(content: Content) -> tuple[Reason, ...]:
    """Return the reason that names files attached to a letter besides those of its seal."""
    names = [_printable(each) for each in content.others]
    if not names:
        return ()
    return (because("other-files-attached", count=len(names), files=", ".join(names[:_MOST_NAMED])),)


def _printable(text: str) -> str:
    """Return a text of somebody else as it can be shown in a sentence."""
    return "".join(filter(str.isprintable, " ".join(text.split())))[:_LONGEST_NAME]


def _letter_files(content: Content) -> tuple[list[LetterFile], tuple[Reason, ...]]:
    files: list[LetterFile] = []
    for data in content.letter_files:
        try:
            files.append(LetterFile.parse(data))
        except InvalidSeal as error:
            return files, (Reason(error.code, (("path", error.path),)),)
    return files, ()


def _same(first: str, second: str) -> bool:
    try:
        return Link.parse(first) == Link.parse(second)
    except InvalidSeal:
        return first == second


def _without_seal(content: Content, at: dt.datetime) -> Verdict:
    if content.codes:
        is_short = any("/v/" in text for text in content.codes)
        code = "short-link" if is_short else "only-foreign-codes"
        reasons = (because(code, count=len(content.codes)), *(() if is_short else _foreign(content)))
        return Verdict(kind=Kind.NOT_A_SEAL, intact=Answer.UNKNOWN, reasons=reasons, at=at)
    code = "no-code-found" if content.media == "picture" else "no-code-in-document"
    return Verdict(kind=Kind.UNREADABLE, intact=Answer.UNKNOWN, reasons=(because(code),), at=at)


def _checked(verdict: Verdict, content: Content, own: list[LetterFile], stray: LetterFile | None) -> Verdict:
    """Return the verdict after holding the file against the seal; ``own`` are its letter files."""
    if verdict.claims is None:
        return verdict
    if stray is not None:
        return _altered(verdict, because("attachment-of-another-seal"))
    if not own:
        code = "no-attachment" if content.texts is not None else "picture-only"
        return replace(verdict, reasons=(*verdict.reasons, because(code)))
    if any(file.commitment != verdict.claims.commitment for file in own):
        return _altered(verdict, because("attachment-differs"))
    if any(seal != Link.parse(own[0].link).cose for seal in content.seals):
        return _altered(verdict, because("attachment-of-another-seal"))
    return _compared(verdict, content, own[0])


def _compared(verdict: Verdict, content: Content, file: LetterFile) -> Verdict:
    """Return the verdict after holding the shown text against the letter in the file."""
    from kopsurat.scanning.comparison import compare  # a photograph has no text to compare
    from kopsurat.scanning.rows import torn_rows

    if content.texts is None:
        return _altered(verdict, because("text-not-readable"))
    link = Link.parse(file.link)
    code = typed_code.format_code(bytes.fromhex(verdict.seal_id or ""))
    has_pages = content.media == "pdf"
    found = compare(file, content.texts, host=link.host, code=code, has_pages=has_pages)
    found = found or tuple(torn_rows(file.values(), content.lines))
    reasons: list[Reason] = []
    if hidden := [name for name, each in file.fields if isinstance(each, bytes)]:
        reasons.append(because("fields-redacted", count=len(hidden), fields=", ".join(hidden[:_MOST_NAMED])))
    found += tuple(Difference(field="", sealed=None, shown=f"[{each}]") for each in content.overlays)
    reasons += _marks(content.overlays)
    if elsewhere := _links_elsewhere(file, content, link.host):
        shown = [_printable(each) for each in elsewhere[:_MOST_NAMED]]
        found += tuple(Difference(field="", sealed=None, shown=each) for each in shown)
        reasons.append(because("link-elsewhere", count=len(elsewhere), targets=", ".join(shown)))
    if found:
        return replace(
            _altered(verdict, because("text-differs", count=len(found)), *reasons), differences=found
        )
    if not hidden:
        reasons.append(because("text-agrees"))
    return replace(verdict, reasons=(*verdict.reasons, *reasons))


def _links_elsewhere(file: LetterFile, content: Content, host: str) -> tuple[str, ...]:
    """Return where links lead that is neither said in the letterhead nor in the text."""
    from kopsurat.contacts.linked import unsaid_links

    head = f"{file.values().get('/kop/kontak', '')}\n{host}"
    links = unsaid_links(head, [each for each in content.links if each != file.link])
    text = "\n".join(content.texts or ())
    return unsaid_links(text, links) if len(text) <= _LONGEST_TEXT else ()


def _marks(kinds: tuple[str, ...]) -> Iterator[Reason]:
    """Yield what marks on the pages mean, each meaning once."""
    for code in dict.fromkeys([*_MEANINGS.values(), "marks-over-the-page"]):
        own = [each for each in kinds if _MEANINGS.get(each, "marks-over-the-page") == code]
        if own:
            yield because(code, kinds=", ".join(own))


def _altered(verdict: Verdict, *reasons: Reason) -> Verdict:
    kind = Kind.ALTERED if verdict.kind in _ALTERABLE else verdict.kind
    return replace(verdict, kind=kind, reasons=(*reasons, *verdict.reasons))

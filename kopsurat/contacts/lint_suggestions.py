"""What a text should say instead: its contact lines as the card prints them, and nothing left out."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Final, Literal

from kopsurat.arguments import expect
from kopsurat.contacts.card import ContactCard, profile_of
from kopsurat.contacts.lint import differences, of_kind, survey_of
from kopsurat.contacts.lint_blocks import Block, blocks_of, malformed_after_labels
from kopsurat.contacts.phone import Phone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.contacts.find import Survey
    from kopsurat.contacts.lint import Finding
    from kopsurat.contacts.lint_blocks import Member

__all__ = ["suggested_text", "unified_suggestion"]

_MOST_ROUNDS: Final = 12


def suggested_text(text: str, card: ContactCard, *, profile: str = "seed") -> str:
    """Return ``text`` with every contact line set as the card prints it, and other contacts mended.

    A mended value may complete a line, so this is done again until nothing changes.
    """
    expect(card, ContactCard, "card")
    for _ in range(_MOST_ROUNDS):
        mended = _mended_once(text, card, profile)
        if mended == text:
            break
        text = mended
    return text


def _mended_once(text: str, card: ContactCard, profile: str) -> str:
    seen = survey_of(text, card)
    edits: list[tuple[int, int, str]] = []
    covered: list[tuple[int, int]] = []
    findings = differences(text, seen, card, profile, once_a_line=False)
    extra = {finding.span for finding in findings if finding.code.startswith("extra-")}
    for whole in blocks_of(seen):
        block, beside = _told_apart(whole, text, card, profile, extra)
        if block.is_line:
            start, end = block.span
            end = _end_with_malformed(seen, text, end)
            covered.append((start, end))
            if any(_is_of_line(finding, start, end) for finding in findings):
                kept = "".join(_as_it_stands(text, *pair, profile) for pair in beside)
                edits.append((start, end, card.line(profile) + kept))
    for finding in findings:
        start, end = finding.span
        is_inside = any(first <= start and end <= last for first, last in covered)
        is_to_mend = start < end and finding.expected and not finding.code.startswith(("domain-", "extra-"))
        if is_to_mend and not is_inside and all(end <= first or start >= last for first, last, _ in edits):
            edits.append((start, end, finding.expected))
    edits.extend(list(_in_full(seen, edits, extra)))
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _in_full(
    seen: Survey, edits: list[tuple[int, int, str]], extra: set[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    """Write out a number of others whose area code is that of a number which is changed before it."""
    is_changed = False
    for one in of_kind(seen, "phone", "fax"):
        is_edited = any(first <= one.span[0] and one.span[1] <= last for first, last, _ in edits)
        if "phone-area-inherited" not in one.value.warnings:
            is_changed = is_edited
        elif is_changed and one.span in extra and not is_edited:
            yield (*one.span, str(one.value))


def _told_apart(
    block: Block, text: str, card: ContactCard, profile: str, extra: set[tuple[int, int]]
) -> tuple[Block, list[tuple[Member, tuple[int, int] | None]]]:
    """Return the block from the first to the last contact that the line prints, and the others inside it.

    The others are contacts that the card lacks, and a fax or an emergency number of it that the
    profile does not print: they are moved behind the line, never left out, with their label or
    that of their list; the label is None where they follow another of them.
    """
    parts = {name for name, _ in profile_of(profile).parts}
    unprinted = {
        one.digits
        for name, one in (("fax", card.fax), ("emergency", card.emergency))
        if one and name not in parts
    } - {phone.digits for phone in card.phones}

    def is_beside(member: Member) -> bool:
        value = member.found.value
        is_unprinted = isinstance(value, Phone) and (
            value.digits in unprinted
            or (member.found.kind == "fax" and card.fax is not None and "fax" not in parts)
        )
        return member.found.span in extra or is_unprinted

    printed = [index for index, member in enumerate(block.members) if not is_beside(member)]
    if not printed:
        return Block(()), []
    last = printed[-1] + 1
    while last < len(block.members) and _goes_on(block.members[last - 1], block.members[last], text):
        last += 1
    inner = block.members[printed[0] : last]
    beside: list[tuple[Member, tuple[int, int] | None]] = []
    label, is_following = (0, 0), False
    for member in inner:
        if not member.is_continued:
            label, is_following = ((member.label or member.found.span)[0], member.found.span[0]), False
        if is_beside(member):
            beside.append((member, None if is_following else label))
            is_following = True
    return Block(inner), beside


def _goes_on(before: Member, after: Member, text: str) -> bool:
    """Tell whether a list goes on with ``after`` on the same line."""
    return after.is_continued and "\n" not in text[before.found.span[1] : after.found.span[0]]


def _as_it_stands(text: str, member: Member, label: tuple[int, int] | None, profile: str) -> str:
    """Return a contact behind a separator as it stands, in full where the area code is another number's."""
    start, end = member.found.span
    shown = (
        str(member.found.value) if "phone-area-inherited" in member.found.value.warnings else text[start:end]
    )
    if label is None:
        return f" / {shown}"
    return f"{profile_of(profile).separator}{text[label[0] : label[1]]}{shown}"


def _is_of_line(finding: Finding, start: int, end: int) -> bool:
    """Tell whether a difference is mended by setting the contact line from ``start`` to ``end`` anew."""
    if finding.code.startswith("missing-"):
        return True
    is_ours = finding.code.startswith(("fmt-", "val-")) and bool(finding.expected)
    return is_ours and start <= finding.span[0] and finding.span[1] <= end


def _end_with_malformed(seen: Survey, text: str, end: int) -> int:
    """Return the end of a contact line together with what follows it and could not be read."""
    kinds: tuple[Literal["phone", "email", "website"], ...] = ("phone", "email", "website")
    for bad in sorted(
        (bad for kind in kinds for bad in malformed_after_labels(seen, text, kind)), key=lambda bad: bad.span
    ):
        if bad.span[0] > end and re.fullmatch(
            r"[\s•|/,;.\x7f-]*(?:[^\W\d_][\w.-]{0,14}[\s:.=]*){0,2}", text[end : bad.span[0]]
        ):
            end = bad.span[1]
    return end


def unified_suggestion(text: str, card: ContactCard, *, profile: str = "seed", name: str = "text") -> str:
    """Return the suggestion as a unified diff; empty when there is nothing to change."""
    expect(name, str, "name")
    mended = suggested_text(text, card, profile=profile)
    lines = difflib.unified_diff(
        text.splitlines(keepends=True),
        mended.splitlines(keepends=True),
        name,
        f"{name} (kop)",
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)

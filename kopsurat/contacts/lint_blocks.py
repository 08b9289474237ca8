"""Contact lines inside a text: contacts with nothing but labels and separators between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kopsurat.contacts.find import Found, Survey
    from kopsurat.contacts.marks import Announces, Mark

__all__ = ["Block", "Labelled", "Member", "blocks_of", "breaks_inside", "malformed_after_labels"]

_GAP: Final = re.compile(r"[\s•|/,;:.·&()*~_=-]*")
_LABEL_GAP: Final = re.compile(r"[ \t/,:.&()=-]*")
_LONGEST_GAP: Final = 60
_BREAK: Final = r"(?:[ \t]*(?:\r\n?|[\n\x0b\x0c\x85\u2028\u2029])[ \t]*)"
_SHORTEST_BROKEN: Final = 7
_ONE_WORD: Final = {
    "email": re.compile(r"[^\s,;]*(?:@|\[at\]|\(at\)|\{at\})[^\s,;]*\.[a-z]{2,}(?!\S)", re.IGNORECASE),
    "website": re.compile(r"\S*\w[.,]\w{2,}\S*(?=\s)"),
}
"""An address that is wrong but in one word: what follows it is none of it."""
_WORD_BEFORE: Final = re.compile(r"[^\s:=]{0,20}\Z")
_WORD_BEHIND: Final = re.compile(r"\S*")
_STOPS: Final = re.compile(r"[\n\t•|]|;(?!/)")
_BEGINS: Final = re.compile(r"[ \t.:=/-]*")
_WORTH: Final = {
    "phone": re.compile(r"\d[\d\s().xX*#/+-]{2,}|[xX*]{4,}"),
    "email": re.compile(r"@|\[at\]|\(at\)|[\w.-]+\.\w{2,}|\w{4,}"),
    "website": re.compile(r"\w[\w-]*[.,]\w{2,}|https?:"),
}
_ANNOUNCE: Final[dict[str, frozenset[Announces]]] = {
    "phone": frozenset({"phone", "fax", "whatsapp"}),
    "email": frozenset({"email"}),
    "website": frozenset({"website"}),
}


class Member(NamedTuple):
    """A contact with its label; ``is_continued`` when it follows another of its kind in a list."""

    found: Found
    label: tuple[int, int] | None
    is_continued: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Contacts that stand together."""

    members: tuple[Member, ...]

    @property
    def is_line(self) -> bool:
        """Whether this is a contact line: contacts of two kinds or more."""
        return len({member.found.kind for member in self.members}) > 1

    @property
    def span(self) -> tuple[int, int]:
        """From the first label to the end of the last contact."""
        first = self.members[0]
        return (first.label or first.found.span)[0], self.members[-1].found.span[1]


class Labelled(NamedTuple):
    """What stands after a label and is no contact."""

    text: str
    span: tuple[int, int]


def breaks_inside(values: Iterable[str], text: str) -> frozenset[int]:
    """Return where line ends, with the blanks around them, break one of ``values`` in ``text`` anywhere."""
    broken: set[int] = set()
    for value in values:
        if len(value) < _SHORTEST_BROKEN:
            continue
        letters = f"{_BREAK}?".join(map(re.escape, value))
        for match in re.finditer(rf"(?<![\w@.-]){letters}(?![\w@-]|\.\w)", text, re.IGNORECASE):
            for gap in re.finditer(rf"(?<=\S){_BREAK}(?=\S)", match[0]):
                broken.update(range(match.start() + gap.start(), match.start() + gap.end()))
    return frozenset(broken)


def blocks_of(seen: Survey) -> tuple[Block, ...]:
    """Return the blocks of a surveyed text, in order."""
    blocks: list[list[Member]] = []
    previous_end = 0
    for found, (start, end) in zip(seen.found, seen.spans, strict=True):
        labels = _labels_before(seen, previous_end, start)
        label_start = labels[0].start if labels else start
        is_near = bool(blocks) and _is_gap(seen.folded[previous_end:label_start])
        is_continued = is_near and not labels and blocks[-1][-1].found.kind == found.kind
        label = (seen.origins[label_start], seen.origins[labels[-1].end]) if labels else None
        member = Member(found, label, is_continued)
        if is_near:
            blocks[-1].append(member)
        else:
            blocks.append([member])
        previous_end = end
    return tuple(Block(tuple(members)) for members in blocks)


def _is_gap(between: str) -> bool:
    return len(between) <= _LONGEST_GAP and _GAP.fullmatch(between) is not None and between.count("\n") <= 2  # noqa: PLR2004 - lines of one letterhead


def _labels_before(seen: Survey, floor: int, start: int) -> list[Mark]:
    """Return the group of labels that ends right before ``start``."""
    labels: list[Mark] = []
    end = start
    for mark in reversed([mark for mark in seen.marks if floor <= mark.start and mark.end <= start]):
        if (
            mark.announces in {"address", "social", "other", "hours"}
            or (_LABEL_GAP if labels else _GAP).fullmatch(seen.folded[mark.end : end]) is None
        ):
            break
        labels.insert(0, mark)
        end = mark.start
    return labels


def malformed_after_labels(
    seen: Survey, text: str, kind: Literal["phone", "email", "website"]
) -> list[Labelled]:
    """Return what stands after a label of ``kind`` and could not be read."""
    bad: list[Labelled] = []
    for index, mark in enumerate(seen.marks):
        if mark.announces not in _ANNOUNCE[kind]:
            continue
        end = len(seen.folded)
        if index + 1 < len(seen.marks):
            end = seen.marks[index + 1].start
        first = _BEGINS.match(seen.folded, mark.end, end).end()  # type: ignore[union-attr]  # always matches
        if stop := _STOPS.search(seen.folded, first, end):
            end = stop.start()
        if any(
            start < end and mark.end <= last for start, last in seen.spans if last > mark.end and start < end
        ):
            continue
        piece = seen.folded[mark.end : end]
        worth = _WORTH[kind].search(piece)
        if worth is None:
            continue
        last = mark.end + len(piece.rstrip(" \t.,;:/-"))
        if kind == "phone":
            start, length = _whole_words(piece, worth)
            first, last = mark.end + start, mark.end + start + length
        elif whole := _ONE_WORD[kind].match(seen.folded, first, last):
            last = first + len(whole[0].rstrip(".,;:/-"))
        span = (seen.origins[first], seen.origins[last])
        bad.append(Labelled(text[span[0] : span[1]], span))
    return bad


def _whole_words(piece: str, match: re.Match[str]) -> tuple[int, int]:
    """Return where the words that a match lies in begin, and how long they are without marks behind."""
    start = match.start() - len(_WORD_BEFORE.search(piece, 0, match.start())[0])  # type: ignore[index]  # always matches
    end = _WORD_BEHIND.match(piece, match.start() + len(match[0].rstrip(" \t("))).end()  # type: ignore[union-attr]  # always matches
    return start, len(piece[start:end].rstrip(" \t\n.,;:/-("))

"""Changes that a forger could make to a letter's text with the letter's own words and those of labels."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from kopsurat.scanning.labels import LABELS
from kopsurat.scanning.spacing import squashed

Texts = tuple[str, ...]


def mutations(texts: Texts, seed: str, *, most: int) -> Iterator[tuple[str, Texts]]:
    """Yield changed texts with what was done, at most ``most`` of them; none reads like the genuine one.

    ``texts`` are pages of lines or single paragraphs: every line is left out, said twice, exchanged with
    another, replaced and followed by other words, and has a word replaced, left out, added and moved.
    """
    chance = random.Random(seed)
    lines = [(page, line) for page, text in enumerate(texts) for line in text.splitlines()]
    words = sorted({word for _, line in lines for word in line.split()} | LABELS)
    changes = [(name, at) for at in range(len(lines)) for name in _CHANGES if lines[at][1].strip()]
    chance.shuffle(changes)
    genuine = _read(lines)
    for name, at in changes[:most]:
        changed = list(lines)
        _CHANGES[name](changed, at, words, chance)
        if _read(changed) != genuine:
            pages = range(len(texts))
            pieces = ("\n".join(line for page, line in changed if page == number) for number in pages)
            yield f"{name} {at}: {lines[at][1]!r}", tuple(pieces)


Lines = list[tuple[int, str]]


def _read(lines: Lines) -> str:
    """Return what a reader takes in: dots between contacts and rows of dots to write on say nothing."""
    return re.sub(r"[•._]", "", squashed("".join(line for _, line in lines)))


def _some(words: list[str], chance: random.Random) -> str:
    return " ".join(chance.choices(words, k=chance.randint(1, 4)))


def _drop(lines: Lines, at: int, words: list[str], chance: random.Random) -> None:
    del lines[at]


def _repeat(lines: Lines, at: int, words: list[str], chance: random.Random) -> None:
    lines.insert(chance.randint(0, len(lines)), lines[at])


def _exchange(lines: Lines, at: int, words: list[str], chance: random.Random) -> None:
    other = chance.randrange(len(lines))
    (here, one), (there, two) = lines[at], lines[other]
    lines[at], lines[other] = (here, two), (there, one)


def _replace(lines: Lines, at: int, words: list[str], chance: random.Random) -> None:
    lines[at] = (lines[at][0], _some(words, chance))


def _insert(lines: Lines, at: int, words: list[str], chance: random.Random) -> None:
    lines.insert(at + 1, (lines[at][0], _some(words, chance)))


def _word(lines: Lines, at: int, words: list[str], chance: random.Random) -> None:
    own = lines[at][1].split()
    own[chance.randrange(len(own))] = chance.choice(words)
    lines[at] = (lines[at][0], " ".join(own))


def _drop_word(lines: Lines, at: int, words: list[str], chance: random.Random) -> None:
    own = lines[at][1].split()
    del own[chance.randrange(len(own))]
    lines[at] = (lines[at][0], " ".join(own))


def _add_word(lines: Lines, at: int, words: list[str], chance: random.Random) -> None:
    own = lines[at][1].split()
    own.insert(chance.randint(0, len(own)), chance.choice(words))
    lines[at] = (lines[at][0], " ".join(own))


def _move_word(lines: Lines, at: int, words: list[str], chance: random.Random) -> None:
    own = lines[at][1].split()
    moved = own.pop(chance.randrange(len(own)))
    own.insert(chance.randint(0, len(own)), moved)
    lines[at] = (lines[at][0], " ".join(own))


_CHANGES = {
    "drop": _drop,
    "repeat": _repeat,
    "exchange": _exchange,
    "replace": _replace,
    "insert": _insert,
    "word": _word,
    "drop word": _drop_word,
    "add word": _add_word,
    "move word": _move_word,
}

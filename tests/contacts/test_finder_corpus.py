"""The finder over lines in the manner of real letterheads: what it misses, and what it makes up."""

from __future__ import annotations

from collections import Counter

from contacts_cases import DATA, unescaped

from kopsurat.contacts import find_contacts


def _lines() -> list[tuple[str, Counter[str]]]:
    rows = (DATA / "finder_lines.tsv").read_text(encoding="utf-8").split("\n")[1:]
    cells = [row.partition("\t") for row in rows if row]
    return [
        (unescaped(text).replace("\\x7f", "\x7f"), Counter(found.split("; ") if found else []))
        for text, _, found in cells
    ]


def _found(text: str) -> Counter[str]:
    return Counter(f"{one.kind}={one.value}" for one in find_contacts(text))


def test_the_corpus_has_at_least_150_lines_of_both_kinds() -> None:
    lines = _lines()
    assert len(lines) >= 150
    assert sum(not expected for _, expected in lines) >= 50


def test_recall_is_97_and_precision_99_percent() -> None:
    hits = missed = invented = 0
    faults = []
    for text, expected in _lines():
        found = _found(text)
        hits += sum((found & expected).values())
        missed += sum((expected - found).values())
        invented += sum((found - expected).values())
        if found != expected:
            faults.append(f"{text!r}: missed {list(expected - found)}, invented {list(found - expected)}")
    shown = "\n".join(faults)
    assert hits / (hits + missed) >= 0.97, shown
    assert hits / (hits + invented) >= 0.99, shown


def test_a_found_text_is_what_stands_at_its_span() -> None:
    for text, _ in _lines():
        for one in find_contacts(text):
            assert text[one.span[0] : one.span[1]] == one.text


def test_the_whole_corpus_as_one_text_is_read_no_worse_than_line_by_line() -> None:
    lines = _lines()
    together = Counter(
        f"{one.kind}={one.value}" for one in find_contacts("\n\n".join(text for text, _ in lines))
    )
    expected = sum((expected for _, expected in lines), Counter[str]())
    assert sum((expected - together).values()) <= 0.03 * sum(expected.values())
    assert sum((together - expected).values()) <= 0.01 * sum(together.values())

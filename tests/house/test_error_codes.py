"""Every code has a sentence in both languages, every sentence a code: found by reading the source."""

from __future__ import annotations

import ast
import pathlib
import re
import string

import pytest

from kopsurat import errors
from kopsurat.messages import codes, sentence_of

PACKAGE = pathlib.Path(errors.__file__).parent
CATALOG = PACKAGE / "messages" / "catalog"
CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
ERRORS = set(errors.__all__) | {"CommandError", "UsageError"}


def modules() -> list[pathlib.Path]:
    """Return the source files outside the catalogue."""
    return [path for path in sorted(PACKAGE.rglob("*.py")) if CATALOG not in path.parents]


def raised_codes() -> dict[str, str]:
    """Return the literal codes with which errors are made, and where."""
    found: dict[str, str] = {}
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            first = node.args[0]
            if name in ERRORS and isinstance(first, ast.Constant) and isinstance(first.value, str):
                found[first.value] = f"{path.relative_to(PACKAGE)}:{node.lineno}"
    return found


def words_of_source() -> tuple[set[str], list[re.Pattern[str]]]:
    """Return every string of the source that could be a code, and the patterns that f-strings build."""
    whole: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
                whole.update(match.group() for match in CODE.finditer(node.value))
            if isinstance(node, ast.JoinedStr):
                parts = [str(part.value) if isinstance(part, ast.Constant) else None for part in node.values]
                if re.fullmatch(r"[a-z-]{4,}", "".join(filter(None, parts))):
                    patterns.append(
                        re.compile("".join(".+" if part is None else re.escape(part) for part in parts))
                    )
    for page in PACKAGE.rglob("*"):
        if page.suffix in {".js", ".html"}:
            text = page.read_text(encoding="utf-8")
            whole.update(match.group() for match in CODE.finditer(text))
            whole.update(place.lower().replace("_", "-") for place in re.findall(r"@([A-Z_]+)@", text))
            patterns += [
                re.compile(re.escape(start) + ".+") for start in re.findall(r'"([a-z-]{4,}-)" \+', text)
            ]
    return whole, patterns


def test_every_code_that_is_raised_has_its_sentences() -> None:
    known = set(codes())
    missing = {code: where for code, where in raised_codes().items() if code not in known}
    assert missing == {}


def test_every_sentence_belongs_to_a_code_of_the_source() -> None:
    whole, patterns = words_of_source()
    idle = [
        code
        for code in codes()
        if code not in whole and not any(pattern.fullmatch(code) for pattern in patterns)
    ]
    assert idle == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_sentence_is_whole_and_its_places_are_names(language: str) -> None:
    for code in codes():
        text = getattr(sentence_of(code), language)
        assert text.strip() == text
        assert text, code
        for _, field, _, _ in string.Formatter().parse(text):
            assert field is None or field.isidentifier(), (code, field)


def test_both_languages_name_the_same_facts() -> None:
    def facts(text: str) -> set[str]:
        return {field for _, field, _, _ in string.Formatter().parse(text) if field} - {"reason"}

    differing = [code for code in codes() if facts(sentence_of(code).id) != facts(sentence_of(code).en)]
    assert differing == []

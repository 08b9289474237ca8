"""The sentence for each code, in Indonesian and English."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import string
from typing import Literal, NamedTuple, get_args

from kopsurat.arguments import expect, expect_choice
from kopsurat.errors import KopsuratError

__all__ = ["Language", "Sentence", "codes", "explain", "sentence_of"]

Language = Literal["id", "en"]


class Sentence(NamedTuple):
    """One message: what is wrong and what to do, in both languages.

    ``{value}``, ``{suggestion}``, ``{path}`` and the names of the error's evidence may
    stand in it.
    """

    id: str
    en: str


class _Lenient(string.Formatter):
    """Formatter that prints a placeholder without a fact as an ellipsis (a code alone has no facts)."""

    def get_value(self, key: int | str, _args: object, kwargs: object) -> object:
        if isinstance(kwargs, dict) and kwargs.get(key) is not None:
            return kwargs[key]
        return "…"


def explain(error_or_code: KopsuratError | str, lang: Language = "id") -> str:
    """Return the sentence for an error, or for the code of an error or warning.

    ``lang`` is ``"id"`` or ``"en"``. Raises :class:`KeyError` for a code that does not exist, and
    :class:`~kopsurat.errors.InvalidInput` ``choice-unknown`` for another language.
    A suggestion that the error carries is added at the end.
    """
    expect(error_or_code, KopsuratError | str, "error_or_code")
    code, facts = _facts(error_or_code)
    expect_choice(lang, get_args(Language), "lang")
    text = getattr(_catalog()[code], lang)
    if lang == "id":
        facts = {name: _with_comma(fact) for name, fact in facts.items()}
    sentence = _Lenient().vformat(text, (), facts)
    suggestion = facts.get("suggestion")
    if suggestion and "{suggestion}" not in text:
        sentence += f" Maksudnya {suggestion}?" if lang == "id" else f" Did you mean {suggestion}?"
    return sentence


def _with_comma(fact: object) -> object:
    """Return a number with the decimal comma of Indonesian, anything else as it is."""
    return str(fact).replace(".", ",") if isinstance(fact, float) else fact


def sentence_of(code: str) -> Sentence:
    """Return the sentences of a code as they stand, places for facts unfilled."""
    return _catalog()[code]


def codes() -> tuple[str, ...]:
    """Return every code that has a sentence, sorted."""
    return tuple(sorted(_catalog()))


def _facts(error_or_code: KopsuratError | str) -> tuple[str, dict[str, object]]:
    if isinstance(error_or_code, str):
        return error_or_code, {}
    error = error_or_code
    return error.code, {
        **error.evidence,
        "path": error.path,
        "value": error.value,
        "suggestion": error.suggestion,
    }


@functools.cache
def _catalog() -> dict[str, Sentence]:
    from kopsurat.messages import catalog

    merged: dict[str, Sentence] = {}
    for module in pkgutil.iter_modules(catalog.__path__):
        sentences = importlib.import_module(f"{catalog.__name__}.{module.name}").SENTENCES
        if clash := merged.keys() & sentences.keys():
            raise RuntimeError(f"codes with two sentences: {sorted(clash)}")
        merged.update(sentences)
    return merged

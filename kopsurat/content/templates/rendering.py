"""Filling a template's text with values, so that no value can ever act as template or as markup.

Every value that an expression prints goes aside into :class:`Slots` and leaves a token of two
private-use characters around its number. The text is parsed as markup with the tokens in it; only then
are they replaced, inside finished text. Of Jinja only a bounded part is allowed (no calls, no
assignments, no macros), so that neither time nor output can grow beyond the values given.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from typing import TYPE_CHECKING, Any

from kopsurat.content.blocks import Paragraph, Text, TextBreak
from kopsurat.content.templates.words import FILTERS, Mark, printed
from kopsurat.errors import InvalidLetter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import jinja2

    from kopsurat.content.blocks import Block, Inline

__all__ = ["Pattern", "Slots", "restore"]

OPEN, CLOSE = "\ue000", "\ue001"
TOKEN = re.compile(rf"{OPEN}(\d+){CLOSE}")
PRIVATE = re.compile(f"[{OPEN}-\uf8ff]")
BRACE = "{"
"""What every expression and statement begins with: a text without it is no more than a text."""
MOST_SOURCE = 200_000
MOST_OUTPUT = 2_000_000
MOST_NESTED_LOOPS = 2
ALLOWED = frozenset(
    {"Template", "Output", "TemplateData", "If", "For", "Name", "Const", "Filter", "Getattr", "Getitem"}
    | {"Compare", "Operand", "And", "Or", "Not", "CondExpr", "Concat", "Add", "Sub", "Tuple", "List"}
)
"""The nodes of Jinja's syntax that a template file may use."""

ENGINE_NAMES = frozenset({"self", "super", "caller", "varargs", "kwargs"})
"""Names that Jinja gives a meaning of its own."""


class Slots:
    """The printed values of one filling, in the order in which the template prints them."""

    __slots__ = ("texts",)

    def __init__(self) -> None:
        self.texts: list[str] = []

    def token(self, value: object) -> str:
        """Put ``value`` aside and return what stands for it; nothing for an empty text, a mark itself."""
        if isinstance(value, Mark):
            return str(value)
        text = printed(value)
        if not text:
            return ""
        self.texts.append(text)
        return f"{OPEN}{len(self.texts) - 1}{CLOSE}"

    def restored(self, text: str) -> str:
        """Return ``text`` with the tokens replaced by their values."""
        return TOKEN.sub(lambda found: self.texts[int(found[1])], text)


class Pattern:
    """A checked template text. Raises :class:`InvalidLetter` when made of a text that is not allowed."""

    __slots__ = ("_compiled", "names", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        _check_source(source)
        self.names = _undeclared(_parse(source)) if BRACE in source else frozenset()
        self._compiled: jinja2.Template | None = None

    def fill(self, values: Mapping[str, Any], slots: Slots) -> str:
        """Return the text with tokens for all values printed.

        Raises :class:`InvalidLetter` when an expression does not fit its values or the output gets too long.
        """
        if BRACE not in self.source:
            return self.source

        import jinja2

        if self._compiled is None:
            self._compiled = _compile(self.source)
        parts: list[str] = []
        size = 0
        try:
            for part in self._compiled.generate(**values, _slots=slots):
                parts.append(part)
                size += len(part)
                if size > MOST_OUTPUT:
                    raise InvalidLetter("template-output-too-long", most=MOST_OUTPUT)
        except (
            jinja2.TemplateError,
            TypeError,
            ValueError,
            AttributeError,
            ArithmeticError,
            KeyError,
        ) as fault:
            if isinstance(fault, InvalidLetter):
                raise
            raise InvalidLetter("template-expression", value=str(fault)) from fault
        return "".join(parts)

    def text(self, values: Mapping[str, Any]) -> str:
        """Return the text filled, as plain text."""
        slots = Slots()
        return slots.restored(self.fill(values, slots))


@functools.cache
def _environment() -> jinja2.Environment:
    import jinja2
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    @jinja2.pass_context
    def put_aside(context: jinja2.runtime.Context, value: object) -> str:
        if isinstance(value, jinja2.Undefined):
            str(value)  # raises
        return context["_slots"].token(value)  # type: ignore[no-any-return]

    environment = ImmutableSandboxedEnvironment(
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # no HTML; every value is put aside by finalize
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=put_aside,
        loader=None,
        cache_size=0,
    )
    environment.filters = dict(FILTERS)
    environment.tests = {}
    environment.globals = {}
    return environment


def _check_source(source: str) -> None:
    if len(source) > MOST_SOURCE:
        raise InvalidLetter("template-too-large", most=MOST_SOURCE)
    if PRIVATE.search(source):
        raise InvalidLetter("template-private-use")


def _parse(source: str) -> jinja2.nodes.Template:
    import jinja2

    try:
        tree = _environment().parse(source)
    except (jinja2.TemplateSyntaxError, RecursionError) as fault:
        raise InvalidLetter(
            "template-syntax", value=str(fault), line=getattr(fault, "lineno", None)
        ) from fault
    _check_nodes(tree, loops=0)
    return tree


def _check_nodes(node: jinja2.nodes.Node, *, loops: int) -> None:
    import jinja2.nodes

    name = type(node).__name__
    if name not in ALLOWED or (name == "Filter" and node.name not in FILTERS):  # type: ignore[attr-defined]
        raise InvalidLetter("template-not-allowed", value=name, line=node.lineno)
    if isinstance(node, jinja2.nodes.Name) and (node.name.startswith("_") or node.name in ENGINE_NAMES):
        raise InvalidLetter("template-not-allowed", value=node.name, line=node.lineno)
    inside = loops + (name == "For")
    if inside > MOST_NESTED_LOOPS:
        raise InvalidLetter("template-not-allowed", value="For", line=node.lineno)
    for child in node.iter_child_nodes():
        _check_nodes(child, loops=inside)


def _undeclared(tree: jinja2.nodes.Template) -> frozenset[str]:
    from jinja2 import meta

    return frozenset(meta.find_undeclared_variables(tree))


def _compile(source: str) -> jinja2.Template:
    try:
        return _environment().from_string(source)
    except (SyntaxError, RecursionError, MemoryError) as fault:  # of the Python that Jinja makes
        raise InvalidLetter("template-syntax", value=str(fault)) from fault


def restore(blocks: tuple[Block, ...], slots: Slots) -> tuple[Block, ...]:
    """Return the blocks with every token replaced by its value, as literal text.

    A line break in a value becomes a forced break; an empty line in it starts a new paragraph.
    """
    restored: tuple[Block, ...] = _restored(blocks, slots)
    return restored


def _restored(node: Any, slots: Slots) -> Any:  # noqa: ANN401 - a walk over the whole union
    if isinstance(node, str):
        return slots.restored(node).replace("\n", " ")
    if isinstance(node, tuple):
        return tuple(each for child in node for each in _in_sequence(child, slots))
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        fields = {each.name: _restored(getattr(node, each.name), slots) for each in dataclasses.fields(node)}
        return dataclasses.replace(node, **fields)
    return node


def _in_sequence(child: Any, slots: Slots) -> Iterator[Any]:  # noqa: ANN401 - as above
    if isinstance(child, Text):
        yield from _literal(child, slots.restored(child.text))
    elif isinstance(child, Paragraph):
        yield from _paragraphs(_restored_paragraph(child, slots))
    else:
        yield _restored(child, slots)


def _restored_paragraph(paragraph: Paragraph, slots: Slots) -> Paragraph:
    return dataclasses.replace(paragraph, content=_restored(paragraph.content, slots))


def _literal(style: Text, text: str) -> Iterator[Inline]:
    for index, line in enumerate(text.split("\n")):
        if index:
            yield TextBreak()
        if line:
            yield dataclasses.replace(style, text=line)


def _paragraphs(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Split at two breaks in a row, which only a value of several paragraphs can hold."""
    part: list[Inline] = []
    for inline in _with_double_breaks_marked(paragraph.content):
        if inline is None:
            yield dataclasses.replace(paragraph, content=tuple(part))
            part = []
        else:
            part.append(inline)
    yield dataclasses.replace(paragraph, content=tuple(part))


def _with_double_breaks_marked(content: Sequence[Inline]) -> Iterator[Inline | None]:
    index = 0
    while index < len(content):
        run = index
        while run < len(content) and isinstance(content[run], TextBreak):
            run += 1
        if run - index >= 2:  # noqa: PLR2004 - an empty line
            yield None
            index = run
        else:
            yield content[index]
            index += 1

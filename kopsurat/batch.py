"""Many letters at once, on any executor of ``concurrent.futures``.

The letters are sealed here, where the key is, in the order given; composing and drawing, which take the
time, go to the executor in chunks. A process pool serves one machine; a Dask cluster's
``Client.get_executor()`` serves several. Results come in the order of the letters, and only a few
chunks are ahead of them, so that memory does not grow with the number of letters.
"""

from __future__ import annotations

import itertools
import sys
from collections import deque
from collections.abc import Iterable
from concurrent.futures import Executor
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kopsurat.arguments import expect, expect_each, expect_number
from kopsurat.errors import KopsuratError
from kopsurat.layout.style import Style
from kopsurat.letter import Letter
from kopsurat.office import Office
from kopsurat.seal import SigningKey
from kopsurat.shapes import faults_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from concurrent.futures import Future
    from contextlib import AbstractContextManager

    from kopsurat.seal import Seal

__all__ = ["Rendered", "render_many"]

CHUNK: Final = 16
"""Letters a task: few enough to balance, enough that the office's crest travels seldom."""
AHEAD: Final = 8
"""Tasks that may wait or run at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What became of one letter: ``files`` by format, or the ``faults`` that kept it from being drawn."""

    letter: Letter
    seal: Seal | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    faults: tuple[KopsuratError, ...] = ()


def render_many(
    letters: Iterable[Letter],
    office: Office,
    *,
    formats: Sequence[str] = ("pdf",),
    key: SigningKey | None = None,
    host: str | None = None,
    style: Style | None = None,
    executor: Executor | None = None,
    chunk: int = CHUNK,
) -> Iterator[Rendered]:
    """Yield what became of each letter, in order; a fault of one does not stop the others.

    With ``key`` every letter is sealed for ``host`` (by default the office's). Without ``executor`` a process
    pool of this machine is used and closed at the end; a given one is left open. Raises what the
    executor raises when its workers die.
    """
    expect(letters, Iterable, "letters")
    expect(office, Office, "office")
    expect_each(formats, str, "formats")
    expect(key, SigningKey | None, "key")
    expect(host, str | None, "host")
    expect(style, Style | None, "style")
    expect(executor, Executor | None, "executor")
    expect(chunk, int, "chunk")
    expect_number(chunk, "chunk", least=1)
    with _pool(executor) as pool:
        waiting: deque[Future[list[Rendered]]] = deque()
        sealed = (_sealed(letter, office, key, host or office.host or "") for letter in letters)
        for part in _chunks(sealed, chunk):
            waiting.append(pool.submit(draw_chunk, part, office, tuple(formats), style))
            if len(waiting) >= AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def draw_chunk(
    part: list[Rendered], office: Office, formats: tuple[str, ...], style: Style | None
) -> list[Rendered]:
    """Compose and draw the letters of one task. Runs in a worker, so it stands at the top of the module."""
    return [_drawn(each, office, formats, style) for each in part]


def _drawn(sealed: Rendered, office: Office, formats: tuple[str, ...], style: Style | None) -> Rendered:
    from kopsurat.backends import render
    from kopsurat.layout.compose import compose

    if sealed.faults:
        return sealed
    try:
        document = compose(sealed.letter, office, style=style, seal=sealed.seal)
        files = {name: render(document, name) for name in formats}
    except (KopsuratError, ExceptionGroup) as error:
        return Rendered(letter=sealed.letter, seal=sealed.seal, faults=tuple(faults_of(error)))
    return Rendered(letter=sealed.letter, seal=sealed.seal, files=files)


def _sealed(letter: Letter, office: Office, key: SigningKey | None, host: str) -> Rendered:
    from kopsurat.seal import seal_letter

    try:
        expect(letter, Letter, "letter")
        if key is None:
            return Rendered(letter=letter)
        return Rendered(letter=letter, seal=seal_letter(letter, office, key=key, host=host))
    except (KopsuratError, ExceptionGroup) as error:
        return Rendered(letter=letter, faults=tuple(faults_of(error)))


def _chunks(items: Iterable[Rendered], size: int) -> Iterator[list[Rendered]]:
    iterator = iter(items)
    while part := list(itertools.islice(iterator, min(size, sys.maxsize))):
        yield part


def _pool(executor: Executor | None) -> AbstractContextManager[Executor]:
    if executor is not None:
        return nullcontext(executor)
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn"))

"""Many letters on any executor: the same bytes as one by one, in order, faults kept apart."""

from __future__ import annotations

import dataclasses
import pathlib
import pickle
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import pytest

from kopsurat import SigningKey, compose, read_letter, read_office, render, seal_letter
from kopsurat.batch import AHEAD, Rendered, render_many

EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "examples" / "sukamaju"
OFFICE = read_office(EXAMPLE)
LETTER = read_letter(EXAMPLE / "surat.md")


def letters(count: int) -> list[Any]:
    """Return letters that differ in their number."""
    return [dataclasses.replace(LETTER, nomor=f"005/{n:03}/DS-SM/XI/2026") for n in range(1, count + 1)]


class _AtOnce(Executor):
    """An executor that works when asked and counts its tasks, to see how far ahead the batch goes."""

    def __init__(self) -> None:
        self.tasks = 0

    def submit(self, function: Any, /, *arguments: Any, **keywords: Any) -> Future[Any]:  # type: ignore[override]
        self.tasks += 1
        future: Future[Any] = Future()
        future.set_result(function(*pickle.loads(pickle.dumps(arguments)), **keywords))  # noqa: S301 - our own bytes
        return future


def test_the_bytes_are_those_of_single_letters_in_the_same_order() -> None:
    results = list(render_many(letters(5), OFFICE, formats=("pdf", "docx"), executor=_AtOnce(), chunk=2))
    assert [each.letter.nomor for each in results] == [letter.nomor for letter in letters(5)]
    for result in results:
        document = compose(result.letter, OFFICE)
        assert result.files == {"pdf": render(document, "pdf"), "docx": render(document, "docx")}


def test_a_key_seals_every_letter_and_never_leaves_this_process() -> None:
    key = SigningKey.generate()
    with pytest.raises(TypeError):
        pickle.dumps(key)
    results = list(render_many(letters(3), OFFICE, key=key, executor=_AtOnce()))
    assert [each.seal for each in results] == [
        seal_letter(each.letter, OFFICE, key=key, host="sukamaju.desa.id") for each in results
    ]


def test_a_fault_of_one_letter_does_not_stop_the_others() -> None:
    good, bad = letters(2)
    bad = dataclasses.replace(bad, signatures=(dataclasses.replace(bad.signatures[0], signatory="hantu"),))
    results = list(render_many([bad, good], OFFICE, executor=_AtOnce()))
    assert [fault.code for fault in results[0].faults] == ["signatory-unknown"]
    assert not results[0].files
    assert results[1].files["pdf"].startswith(b"%PDF-")


def test_the_batch_never_runs_far_ahead_of_whoever_takes_its_results() -> None:
    executor = _AtOnce()
    stream = render_many(letters(3 * AHEAD), OFFICE, executor=executor, chunk=1)
    first = next(stream)
    assert isinstance(first, Rendered)
    assert executor.tasks <= AHEAD


def test_no_letters_give_no_results() -> None:
    assert list(render_many([], OFFICE, executor=_AtOnce())) == []


def test_threads_serve_as_well() -> None:
    with ThreadPoolExecutor(2) as executor:
        assert len(list(render_many(letters(4), OFFICE, executor=executor, chunk=1))) == 4


@pytest.mark.slow
def test_processes_give_the_same_bytes() -> None:
    with ProcessPoolExecutor(2) as executor:
        results = list(render_many(letters(40), OFFICE, executor=executor))
    assert results[7].files["pdf"] == render(compose(results[7].letter, OFFICE), "pdf")

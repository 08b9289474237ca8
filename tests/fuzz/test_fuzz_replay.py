"""The fixed corpus of every fuzz target, replayed: seeds, and inputs that once broke a law."""

from __future__ import annotations

import random

import pytest
from harness import CORPUS, all_targets, inputs_of

TARGETS = all_targets()


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_of_the_corpus_breaks_a_law(name: str) -> None:
    for data in inputs_of(name, TARGETS[name]):
        TARGETS[name].check(data)


@pytest.mark.parametrize("name", TARGETS)
def test_no_damaged_seed_breaks_a_law(name: str) -> None:
    dice = random.Random(name)
    for seed in TARGETS[name].seeds:
        for _ in range(5):
            damaged = bytearray(seed)
            at = dice.randrange(len(damaged))
            damaged[at : at + dice.randrange(3)] = dice.randbytes(dice.randrange(3))
            TARGETS[name].check(bytes(damaged))


def test_every_folder_of_the_corpus_belongs_to_a_target() -> None:
    folders = {path.name for path in CORPUS.iterdir() if path.is_dir()} if CORPUS.is_dir() else set()
    assert folders <= TARGETS.keys()

"""The usual letter's code at 35 mm, level M, photographed under conditions of daily life.

The sample runs always; the whole, 40 frames a condition, by ``pytest -m slow tests/scan`` (its figures stand
in docs/reference/seal.md). One frame is one try, where a live camera has dozens.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kopsurat.qr import plan
from kopsurat.scanning.codes import find_codes, read_once
from kopsurat.seal import SigningKey, seal_claims

sys.path.insert(0, str(Path(__file__).parent))
import simulator
from simulator import CONDITIONS, COPIES, HARD, PLAIN

FRAMES = 40
SAMPLE = 1


@pytest.fixture(scope="module")
def link() -> str:
    import datetime as dt

    from kopsurat.seal import Claims

    claims = Claims(
        host="sukamaju.desa.id",
        letter_type="Surat Keterangan Tidak Mampu",
        nomor="470/012/DS-SKM/III/2026",
        date=dt.date(2026, 3, 17),
        signatory="H. Ahmad Sudrajat, S.Sos.",
        jabatan="Kepala Desa",
        subject="Siti Aminah binti Karto",
        expires=dt.date(2026, 6, 17),
        commitment=bytes(range(16)),
    )
    return seal_claims(claims, SigningKey.from_scalar(7)).link


def read(link: str, condition: str, frames: int, *, with_ladder: bool = True) -> int:
    """Return how many of the frames are read; a wrong text fails at once."""
    planned = plan(link)
    assert (planned.size, planned.level, planned.matrix.version) == (35, "M", 11)
    count = 0
    for seed in range(frames):
        picture = simulator.frame(planned.matrix, planned.size, condition, seed)
        found = find_codes(picture) if with_ladder else read_once(picture)
        assert set(found) <= {link}, (condition, seed)
        count += bool(found)
    return count


@pytest.mark.parametrize("condition", [*PLAIN, *COPIES])
def test_a_sample_is_read(link: str, condition: str) -> None:
    assert read(link, condition, SAMPLE) == SAMPLE


@pytest.mark.parametrize("condition", HARD)
def test_a_hard_sample_is_never_misread(link: str, condition: str) -> None:
    assert read(link, condition, SAMPLE) >= 0


@pytest.mark.slow
@pytest.mark.parametrize("condition", PLAIN)
def test_plain_pictures_are_read_99_times_in_100(link: str, condition: str) -> None:
    assert read(link, condition, FRAMES) >= 0.99 * FRAMES


@pytest.mark.slow
@pytest.mark.parametrize("condition", COPIES)
def test_copies_of_copies_are_read_95_times_in_100(link: str, condition: str) -> None:
    assert read(link, condition, FRAMES) >= 0.95 * FRAMES


@pytest.mark.slow
@pytest.mark.parametrize("condition", HARD)
def test_hard_pictures_are_read_one_time_in_three_and_never_wrong(link: str, condition: str) -> None:
    assert read(link, condition, FRAMES) >= FRAMES // 3


def test_there_are_twelve_conditions_and_more() -> None:
    assert len(CONDITIONS) >= 12


def test_the_same_seed_gives_the_same_picture(link: str) -> None:
    matrix = plan(link).matrix
    first, second = (simulator.frame(matrix, 35, "close, 10 px/mm", 3).tobytes() for _ in range(2))
    assert first == second

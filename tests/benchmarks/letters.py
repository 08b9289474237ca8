"""How long a letter takes, ours and by others, side by side.

    python tests/benchmarks/letters.py            # print the tables
    python tests/benchmarks/letters.py --write    # and put them into docs/reference/performance.md

Needs ``pip install kopsurat[scan] typst``. Every contestant makes the reference letter
(tests/benchmarks/reference), each time to another person and with another link. Rounds go A B C … A B
C …; the figures are CPU time of the process (all threads), the median of the rounds. Ours is sealed
in the measured time (claims, commitment, ECDSA), tagged, PDF/A-3a and PDF/UA-1, with two attachments.

Ours stands there twice: from Markdown text, which is read and checked, and from Python values through
``Letter``, which is what the others get. The long letters (four to six pages) are given to those that
break pages by themselves.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import reference_letter as ours
import rivals
import word

from kopsurat import compose
from kopsurat import render as render_as
from kopsurat.backends.pdf import render, write_combined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).resolve().parent
PAGE = HERE.parents[1] / "docs" / "reference" / "performance.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
_NUMBERS = count(1)


def _link(number: int) -> str:
    return f"https://sumberejo.desa.id/v#{10**590 + number * 7919**9}"


def _kopsurat(number: int) -> bytes:
    return render(ours.sealed(ours.letter(number))[0])


def _from_blocks(number: int) -> bytes:
    return render(ours.sealed(ours.from_blocks(number))[0])


def _varied(number: int) -> bytes:
    return render(ours.sealed(ours.varied(number))[0])


def _long(number: int) -> bytes:
    return render(ours.sealed(ours.long(number))[0])


CONTESTANTS: dict[str, Callable[[int], bytes]] = {
    "kopsurat: text to sealed PDF/A-3a + PDF/UA-1": _kopsurat,
    "kopsurat: Python values to the same": _from_blocks,
    "kopsurat: 50 letters that share nothing": lambda number: _varied(number % 50),
    "reportlab platypus, QR by C++": lambda number: rivals.by_platypus(number, _link(number)),
    "reportlab canvas by hand, QR by C++": lambda number: rivals.by_canvas(number, _link(number)),
    "typst (PDF/A-3a), QR by C++": lambda number: rivals.by_typst(number, _link(number)),
    "no library, no tags, QR by C++": lambda number: rivals.by_hand(number, _link(number)),
}


WORD_CONTESTANTS: dict[str, Callable[[int], bytes]] = {
    "kopsurat: text to DOCX": word.ours,
    "kopsurat: Python values to DOCX": lambda number: render_as(
        compose(ours.from_blocks(number), ours.office(), link=_link(number)), "docx"
    ),
    "python-docx, QR by C++": word.by_python_docx,
    "docxtpl, QR by C++": word.by_docxtpl,
    "no library: finished XML, QR by C++": word.floor,
}
LONG_CONTESTANTS: dict[str, Callable[[int], bytes]] = {
    "kopsurat: text to sealed PDF/A-3a + PDF/UA-1": _long,
    "reportlab platypus, QR by C++": lambda number: rivals.by_platypus(
        number, _link(number), ours.long_contents(number)
    ),
    "typst (PDF/A-3a), QR by C++": lambda number: rivals.by_typst(
        number, _link(number), ours.long_contents(number)
    ),
}


def measure(contestants: dict[str, Callable[[int], bytes]], rounds: int, letters: int) -> dict[str, float]:
    """Return the median CPU time of one letter for each contestant, in milliseconds."""
    costs: dict[str, list[float]] = {name: [] for name in contestants}
    for make in contestants.values():
        make(next(_NUMBERS))
    for _ in range(rounds):
        for name, make in contestants.items():
            gc.collect()
            begin = time.process_time()
            for _ in range(letters):
                make(next(_NUMBERS))
            costs[name].append((time.process_time() - begin) / letters * 1000)
    return {name: statistics.median(found) for name, found in costs.items()}


def stages(letters: int) -> dict[str, float]:
    """Return the median CPU time of each stage of our letter, in milliseconds."""
    from kopsurat import seal_letter
    from kopsurat.backends.pdf import draw
    from kopsurat.layout.typeset import typeset

    found: dict[str, list[float]] = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        begin = time.process_time()
        result = work()
        found.setdefault(name, []).append((time.process_time() - begin) * 1000)
        return result

    office, seal_it = ours.office(), partial(seal_letter, key=ours.key(), host=ours.HOST)
    for number in range(letters):
        made = timed("read and check the letter", partial(ours.letter, number))
        seal = timed("seal it", partial(seal_it, made, office))
        document = timed("compose it", partial(compose, made, office, seal=seal))
        placed = timed("set it on pages", partial(typeset, document))
        timed("draw the PDF", partial(draw, placed))
    return {name: statistics.median(costs) for name, costs in found.items()}


def combined(letters: int) -> tuple[float, float, int]:
    """Return the CPU time of a letter alone and in one file of all, in milliseconds, and its bytes there."""
    documents = [ours.sealed(ours.letter(number))[0] for number in range(letters)]
    alone = _timed(lambda: [render(document) for document in documents]) / letters
    out = io.BytesIO()
    together = _timed(lambda: write_combined(iter(documents), out, title="Semua surat")) / letters
    return alone, together, len(out.getvalue()) // letters


def _timed(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return (time.process_time() - begin) * 1000


_PASSPHRASE = "KOPSURAT_BENCHMARK"  # noqa: S105 - the name of a variable
_ANEW = (
    "import resource, subprocess, sys;"
    "subprocess.run(sys.argv[1:], capture_output=True);"
    "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
    "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)"
)
"""Runs a command and prints its CPU seconds and its peak in megabytes, from a process that is small."""


def cold() -> dict[str, tuple[float, float]]:
    """Return CPU seconds and peak megabytes of commands started anew, bytecode compiled as pip does."""
    letter = HERE.parents[1] / "examples" / "domisili" / "surat.md"
    with tempfile.TemporaryDirectory() as folder:
        key = Path(folder) / "kunci.pem"
        key.write_bytes(ours.key().to_pem("kata sandi uji"))
        picture = Path(folder) / "foto.png"
        picture.write_bytes(render_as(ours.sealed(ours.letter(1))[0], "png"))
        make = ["render", str(letter), "--out"]
        sealing = ["--key", str(key), "--passphrase-env", _PASSPHRASE, "--host", "sukamaju.desa.id"]
        commands = {
            "`--help`": ["--help"],
            "render to PDF": [*make, str(Path(folder) / "surat.pdf")],
            "render to PDF, sealed (opening the key is slow on purpose)": [
                *make, str(Path(folder) / "segel.pdf"), *sealing,
            ],
            "render to DOCX": [*make, str(Path(folder) / "surat.docx")],
            "verify a picture": ["verify", str(picture)],
        }  # fmt: skip
        return {name: _anew(command, folder) for name, command in commands.items()}


def _anew(command: list[str], folder: str) -> tuple[float, float]:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder, _PASSPHRASE: "kata sandi uji"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    run = [sys.executable, "-c", _ANEW, sys.executable, "-m", "kopsurat", *command]
    answers = [
        subprocess.run(run, capture_output=True, text=True, check=True, env=environment) for _ in range(6)
    ]
    pairs = [tuple(map(float, answer.stdout.split())) for answer in answers[1:]]  # the first compiles
    return statistics.median(seconds for seconds, _ in pairs), max(size for _, size in pairs)


def tables(rounds: int, letters: int) -> Iterator[str]:
    """Yield the lines of the tables."""
    yield f"Python {platform.python_version()}, {platform.machine()}; {rounds} rounds of {letters} letters."
    yield ""
    yield from _comparison("one letter", CONTESTANTS, rounds, letters)
    yield ""
    yield from _comparison("a letter of four to six pages", LONG_CONTESTANTS, rounds, max(letters // 4, 2))
    yield ""
    yield from _comparison("one letter as DOCX", WORD_CONTESTANTS, rounds, letters)
    yield ""
    yield "| stage of our letter | ms |"
    yield "| --- | ---: |"
    for name, cost in stages(2 * letters).items():
        yield f"| {name} | {cost:.2f} |"
    alone, together, size = combined(1000)
    yield ""
    yield "| 1,000 letters, from document to file | ms a letter | bytes a letter |"
    yield "| --- | ---: | ---: |"
    yield f"| as 1,000 files | {alone:.2f} | {len(_kopsurat(1)):,} |"
    yield f"| as one file | {together:.2f} ({together / alone:.0%}) | {size:,} |"
    yield ""
    yield "| `kopsurat` started anew | s of CPU | peak, MB |"
    yield "| --- | ---: | ---: |"
    for name, (seconds, megabytes) in cold().items():
        yield f"| {name} | {seconds:.2f} | {megabytes:.0f} |"


def _comparison(
    title: str, contestants: dict[str, Callable[[int], bytes]], rounds: int, letters: int
) -> Iterator[str]:
    costs = measure(contestants, rounds, letters)
    first = next(iter(costs.values()))
    yield f"| {title} | ms | against ours | bytes |"
    yield "| --- | ---: | ---: | ---: |"
    for name, cost in costs.items():
        size = len(contestants[name](next(_NUMBERS)))
        yield f"| {name} | {cost:.2f} | {cost / first:.2f} × | {size:,} |"


def main() -> None:
    """Measure, print, and write when asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--letters", type=int, default=40, help="letters of a contestant in each round")
    parser.add_argument(
        "--write", action="store_true", help="put the tables into docs/reference/performance.md"
    )
    chosen = parser.parse_args()
    text = "\n".join(tables(chosen.rounds, chosen.letters))
    print(text)  # noqa: T201 - this is a command
    if chosen.write:
        page = PAGE.read_text(encoding="utf-8")
        before, _, rest = page.partition(BEGIN)
        _, _, after = rest.partition(END)
        PAGE.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

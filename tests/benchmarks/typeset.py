"""How long it takes to set the reference letter: ``python tests/benchmarks/typeset.py`` prints the figures.

The reference is one page: a kop of four lines and a rule, four reference lines, a recipient, three
paragraphs, a table of six rows, a signature and three copies (55 lines). ``fresh`` has words that were
never measured before, as the first letter of a process has; ``warm`` is any later one.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from kopsurat.layout.measures import mm  # noqa: E402 - after the path
from kopsurat.layout.model import (  # noqa: E402
    Align,
    Block,
    Cell,
    Document,
    Grid,
    PageSetup,
    Paragraph,
    ParagraphStyle,
    Row,
    Rule,
    Run,
    Section,
    Tab,
    TextStyle,
)
from kopsurat.layout.typeset import typeset  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = PageSetup(
    width=mm(215),
    height=mm(330),
    top=mm(20),
    bottom=mm(20),
    left=mm(25),
    right=mm(20),
    header_distance=mm(10),
    footer_distance=mm(10),
)


def paragraph(text: str, *, size: int = 24, bold: bool = False, pitch: int = 300, **style: Any) -> Paragraph:
    """Return a paragraph of one run."""
    run = Run(text=text, style=TextStyle(family="Arial", size=size, bold=bold))
    return Paragraph(inlines=(run,), style=ParagraphStyle(pitch=pitch, **style))


def reference(extra: str = "") -> Document:
    """Return the reference letter as composed blocks; ``extra`` makes its words new."""
    path = Path(__file__).parent / "reference" / "letter.json"
    letter = json.loads(path.read_text(encoding="utf-8"))
    kop = letter["kop"]
    header: list[Block] = [
        paragraph(line, size=28, bold=True, pitch=340, align=Align.CENTER) for line in kop["baris"]
    ]
    header += [
        paragraph(kop["alamat"], size=20, pitch=250, align=Align.CENTER),
        Rule(thick=60, gap=20, thin=15, before=113),
    ]
    return Document(
        sections=(Section(page=PAGE, blocks=tuple(_body(letter, extra)), first_header=tuple(header)),),
        family="Arial",
        title="Undangan",
        author="Desa Sumberejo",
        subject=letter["hal"],
        date=dt.date(2026, 11, 24),
    )


def _body(letter: dict[str, Any], extra: str) -> list[Block]:
    heads = [(name.capitalize(), letter[name]) for name in ("nomor", "sifat", "lampiran", "hal")]
    tabs = (Tab(position=1800),)
    blocks: list[Block] = [
        paragraph(f"{name}\t:\t{value}", left=2000, first=-2000, tabs=tabs) for name, value in heads
    ]
    blocks += [paragraph(line) for line in letter["kepada"]]
    texts = [text.replace(" ", f"{extra} ") if extra else text for text in letter["paragraf"]]
    rows = tuple(
        Row(cells=(Cell(blocks=(paragraph(name),)), Cell(blocks=(paragraph(value),))))
        for name, value in letter["tabel"]
    )
    prose = [paragraph(text, align=Align.JUSTIFY, first=709, after=120) for text in texts]
    blocks += [prose[0], Grid(columns=(mm(45), mm(125)), rows=rows, after=120), *prose[1:]]
    signature = (letter["ttd"]["jabatan"], "", "", "", letter["ttd"]["nama"])
    blocks += [paragraph(line, left=5000, align=Align.CENTER, keep_next=True) for line in signature]
    return blocks + [paragraph(line, size=20, pitch=250) for line in letter["tembusan"]]


def best(work: Callable[[], object], rounds: int) -> float:
    """Return the least CPU time of one call, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time_ns()
        work()
        times.append(time.process_time_ns() - start)
    return min(times) / 1e6


COLD = """
import time
start = time.process_time()
import typeset
typeset.typeset(typeset.reference())
print(time.process_time() - start)
"""


def cold() -> float:
    """Return the CPU time of importing and setting one letter in a new process, in milliseconds."""
    command = [sys.executable, "-c", COLD]
    here = Path(__file__).parent
    runs = [subprocess.run(command, cwd=here, check=True, capture_output=True, text=True) for _ in range(5)]
    return min(float(run.stdout) for run in runs) * 1000


def main() -> None:
    """Print the figures."""
    document = reference()
    fresh = iter([reference(f"x{number}") for number in range(20)])
    figures = (
        f"warm  {best(lambda: typeset(document), 300):6.2f} ms a letter",
        f"fresh {best(lambda: typeset(next(fresh)), 20):6.2f} ms a letter",
        f"cold  {cold():6.0f} ms, imports included",
    )
    sys.stdout.write("\n".join(figures) + "\n")


if __name__ == "__main__":
    main()

"""Fuzz a target with atheris: ``python tests/fuzz/run.py TARGET [SECONDS] [FOLDER]``.

New inputs that reach new code are kept in FOLDER (else in a temporary one); an input that breaks a law is
written to ``crash-…`` in the working directory. Move it to ``corpus/TARGET/`` when the law is mended.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parent))

with atheris.instrument_imports(include=["kopsurat"]):
    from harness import all_targets, inputs_of

    TARGETS = all_targets()

LONGEST_INPUT = 4_096


def main(arguments: list[str]) -> None:
    """Run one target until it breaks or the time is over."""
    if not arguments or arguments[0] not in TARGETS:
        sys.exit(f"usage: run.py TARGET [SECONDS] [FOLDER]\ntargets: {', '.join(TARGETS)}")
    name, seconds, folder = (
        [*arguments, "600", tempfile.mkdtemp()][:3] if len(arguments) < 3 else arguments[:3]
    )
    target = TARGETS[name]
    where = Path(folder)
    where.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(inputs_of(name, target)):
        (where / f"seed-{number:03}").write_bytes(seed)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST_INPUT}",
        "-timeout=10",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *options, str(where)], target.check)
    atheris.Fuzz()


main(sys.argv[1:])

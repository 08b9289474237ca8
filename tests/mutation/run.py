"""Try mutmut's mutants of the contacts in one process: ``python tests/mutation/run.py [PATTERN…]``.

``mutmut run`` collects the tests anew for every mutant, which takes longer than running them. Here mutmut
only writes the mutants (into ``mutants/``, as ``[tool.mutmut]`` says); the tests are collected once, run
once to learn which functions each calls, and every mutant is tried in a fork of that process, on the tests
that call its function, quickest first, until one fails or four seconds' worth have passed. Patterns are of
mutants' names (``'*phone_reading*'``, ``'*mutmut_*7'``). The outcome is written to ``mutants/outcome.json``.
"""

from __future__ import annotations

import contextlib
import fnmatch
import itertools
import json
import os
import random
import signal
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest
from mutmut.__main__ import create_mutants
from mutmut.configuration import config
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.utils.file_utils import copy_also_copy_files, copy_src_dir, setup_source_paths
from mutmut.utils.format_utils import mangled_name_from_mutant_name

KILLED, SURVIVED = 1, 0
MOST_SECONDS = 60
MOST_WORK = 4.0
"""Seconds of processor time that the tests of one mutant may take; what goes beyond is left out."""


class Mutants:
    """A pytest plugin whose test loop tries every mutant."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.outcome: dict[str, str] = {}
        self._failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a failure."""
        self._failed |= report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Learn what each test calls, then try the mutants."""
        calls: dict[str, list[tuple[float, Any]]] = defaultdict(list)
        set_mutant_under_test("stats")
        for item in session.items:
            state()._stats.clear()
            start = time.process_time()
            if not self._passes(item):
                sys.exit(f"fails without a mutant: {item.nodeid}")
            for function in state()._stats:
                calls[function].append((time.process_time() - start, item))
        for number, name in enumerate(self.names, start=1):
            tests = self._affordable(calls[mangled_name_from_mutant_name(name)])
            self.outcome[name] = self._tried(name, tests) if tests else "no tests"
            if number % 50 == 0 or number == len(self.names):
                print(number, dict(Counter(self.outcome.values())), file=sys.__stdout__, flush=True)
                Path("outcome.json").write_text(json.dumps(self.outcome, indent=1), encoding="utf-8")
        return True

    @staticmethod
    def _affordable(timed: list[tuple[float, Any]]) -> list[Any]:
        """Return the tests to run for one mutant, quickest first, as many as the time for it allows."""
        ordered = sorted(timed, key=lambda each: each[0])
        costs = itertools.accumulate(cost for cost, _ in ordered)
        return [item for (_, item), cost in zip(ordered, costs, strict=True) if cost <= MOST_WORK]

    def _passes(self, item: Any) -> bool:
        self._failed = False
        item._initrequest()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        return not self._failed

    def _tried(self, name: str, items: list[Any]) -> str:
        child = os.fork()
        if not child:
            signal.alarm(MOST_SECONDS)
            set_mutant_under_test(name)
            try:
                is_good = all(self._passes(item) for item in items)
            except BaseException:  # noqa: BLE001 - a mutant may do anything
                is_good = False
            os._exit(SURVIVED if is_good else KILLED)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return "timeout"
        return "survived" if os.WEXITSTATUS(status) == SURVIVED else "killed"


def names_of(patterns: list[str]) -> list[str]:
    """Return the names of the mutants that match a pattern."""
    metas = sorted(Path("mutants").rglob("*.py.meta"))
    names = [name for meta in metas for name in json.loads(meta.read_text())["exit_code_by_key"]]
    chosen = [name for name in names if any(fnmatch.fnmatch(name, each) for each in patterns or ["*"])]
    random.Random(0).shuffle(chosen)  # so that an unfinished run is a fair sample
    return chosen


def main(patterns: list[str]) -> None:
    """Write the mutants, try those that match, and say how many were killed in each module."""
    copy_src_dir()
    copy_also_copy_files()
    setup_source_paths()
    create_mutants(1)
    plugin = Mutants(names_of(patterns))
    selection = config().pytest_add_cli_args_test_selection
    os.chdir("mutants")
    with open(os.devnull, "w", encoding="utf-8") as nowhere, contextlib.redirect_stdout(nowhere):  # noqa: PTH123
        code = pytest.main(["-q", "-x", "-p", "no:cacheprovider", *selection], plugins=[plugin])
    if not plugin.outcome:
        sys.exit(f"the tests do not run: exit code {code}; see `pytest` in mutants/")
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for name, result in plugin.outcome.items():
        table[name.split(".")[2]][result] += 1
        table["all"][result] += 1
    for module, counts in table.items():
        killed, total = counts["killed"] + counts["timeout"], counts.total()
        print(f"{module:16} {killed:5} of {total:5}  {killed / total:6.1%}")


if __name__ == "__main__":
    main(sys.argv[1:])

"""The commands and the exit codes.

0 done · 1 what was written is wrong · 2 the command line is wrong · 130 interrupted. ``verify``
answers with its verdict (docs/reference/cli): 0 to 8, and 9 where it could not be asked.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import sys
from typing import TYPE_CHECKING, Final

import click

from kopsurat.cli.command import Group, Option
from kopsurat.cli.console import Console, OutputLost
from kopsurat.cli.faults import flattened, report_faults
from kopsurat.cli.problems import CommandError, UsageError
from kopsurat.cli.settings import Settings, settings_from
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["COMMANDS", "FAULT", "INTERRUPTED", "WRONG_USAGE", "app", "run"]

FAULT: Final = 1
WRONG_USAGE: Final = 2
INTERRUPTED: Final = 130
_SHOWN: Final = 60
_EXTRA: Final = re.compile(r"^Got unexpected extra arguments? \((.*)\)$")
"""The only message of click for which it has no class of its own."""

COMMANDS: Final = {
    "init": "kopsurat.cli.init:init",
    "check": "kopsurat.cli.check:check",
    "render": "kopsurat.cli.render:render",
    "verify": "kopsurat.cli.verify:verify",
    "key": "kopsurat.cli.key:key",
    "templates": "kopsurat.cli.templates:templates",
    "batch": "kopsurat.cli.batch:batch",
    "apply": "kopsurat.cli.apply:apply",
    "redact": "kopsurat.cli.redact:redact",
    "import": "kopsurat.cli.importing:import_file",
    "number": "kopsurat.cli.number:number",
    "revoke": "kopsurat.cli.revoke:revoke",
    "log": "kopsurat.cli.log:log",
    "site": "kopsurat.cli.site:site",
    "kit": "kopsurat.cli.kit:kit",
    "trust": "kopsurat.cli.trust:trust",
}


class App(Group):
    """``kopsurat``."""

    def command_table(self) -> dict[str, str]:
        """Return all commands."""
        return dict(COMMANDS)


def _show_version(context: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's callback
    if value and not context.resilient_parsing:
        from importlib.metadata import version

        Console(Settings()).say(f"kopsurat {version('kopsurat')}")
        context.exit()


app: Final = App(
    name="kopsurat",
    options_metavar="[…]",
    subcommand_metavar="PERINTAH …",
    params=[
        Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_show_version),
    ],
)


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code. Nothing but a defect of ours escapes.

    Where the output is closed or its disk full, the code is that of a fault.
    """
    settings = settings_from(arguments, os.environ, is_terminal=sys.stdout.isatty())
    try:
        return _answered(arguments, settings)
    except OutputLost as lost:
        if not lost.is_closed:
            with contextlib.suppress(OutputLost):
                Console(Settings(language=settings.language)).warn(
                    f"✗ {explain('cli-output-lost', settings.language)}"
                )
        return _own_codes(arguments, FAULT)


def _answered(arguments: Sequence[str], settings: Settings) -> int:
    console = Console(settings)
    try:
        _refuse_unreadable(arguments)
        code = app.main(
            list(arguments) or ["--help"], prog_name="kopsurat", standalone_mode=False, obj=settings
        )
    except click.Abort:
        return INTERRUPTED
    except (click.ClickException, UsageError) as error:
        report_faults(console, [_usage_fault(error)])
        return _own_codes(arguments, WRONG_USAGE)
    except (KopsuratError, ExceptionGroup) as error:
        report_faults(console, flattened(error))
        return _own_codes(arguments, FAULT)
    except OSError as error:  # no part of the program asked for this file in a way that could name the reason
        report_faults(console, [CommandError("cli-system-refuses", value=_name_of(error))])
        return _own_codes(arguments, FAULT)
    return code if isinstance(code, int) else 0


def _refuse_unreadable(arguments: Sequence[str]) -> None:
    """Refuse arguments that are no text, which no file in UTF-8 could hold, and words that are empty.

    An empty word is a variable of a script that holds nothing; behind an option the command judges it.
    """
    for former, argument in itertools.pairwise(["", *arguments]):
        if not argument and not former.startswith("-"):
            raise UsageError("cli-argument-empty")
        try:
            argument.encode()
        except UnicodeEncodeError:
            raise UsageError("cli-argument-unreadable", value=ascii(argument)) from None


def _name_of(error: OSError) -> str:
    """Return the name of the file that the system refuses, the end of a long one left out."""
    name = str(error.filename or error.strerror or "")
    return name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"


def _own_codes(arguments: Sequence[str], code: int) -> int:
    """Return the code for a command whose small codes mean something else."""
    names = [argument for argument in arguments if argument in COMMANDS]
    if names[:1] == ["verify"]:
        from kopsurat.cli.verify import NOT_ASKED

        return NOT_ASKED
    return code


def _usage_fault(error: Exception) -> KopsuratError:
    match error:
        case UsageError():
            return error
        case click.NoSuchOption():
            near = next(iter(error.possibilities or ()), None)
            return UsageError("cli-no-such-option", value=error.option_name, suggestion=near)
        case click.MissingParameter():
            return UsageError("cli-missing-parameter", value=_parameter(error))
        case click.BadParameter():
            return _bad_parameter(error)
        case click.BadOptionUsage():
            return UsageError("cli-option-empty", value=error.option_name)
        case click.UsageError() if extra := _EXTRA.search(error.message):
            return UsageError("cli-extra-words", value=extra[1])
        case click.ClickException():
            return UsageError("cli-usage", value=error.format_message())
        case _:
            raise error


def _bad_parameter(error: click.BadParameter) -> UsageError:
    """Return the fault of a parameter, said by its type: one of some words, a number, a file or a folder."""
    name, kind = _parameter(error), error.param.type if error.param else None
    match kind:
        case click.Choice():
            return UsageError("cli-not-a-choice", value=name, choices=", ".join(kind.choices))
        case click.IntRange():
            return UsageError("cli-not-in-range", value=name, least=kind.min, most=kind.max)
        case click.Path():
            return UsageError("cli-not-a-file" if kind.file_okay else "cli-not-a-folder", value=name)
    return UsageError("cli-bad-parameter", value=name, reason=error.message)


def _parameter(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return error.param.human_readable_name.strip("[]")

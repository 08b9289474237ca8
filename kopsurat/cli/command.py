"""Commands that speak two languages. Help is looked up by code, as every other sentence.

The help of command ``key new`` has the code ``help-key-new``, that of its option ``--since``
``help-key-new-since``, or ``help-any-since`` where several commands share one meaning.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import click

from kopsurat.cli.console import Console
from kopsurat.cli.problems import UsageError
from kopsurat.cli.settings import Settings
from kopsurat.messages import Language, codes, explain
from kopsurat.shapes import closest

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "Command",
    "Group",
    "Option",
    "argument",
    "command",
    "common_options",
    "language_of",
    "option",
    "sentence",
]


def language_of(context: click.Context) -> Language:
    """Return the language of this run."""
    settings = context.find_object(Settings)
    return settings.language if settings else "id"


def sentence(context: click.Context, code: str) -> str:
    """Return the sentence of a code in the language of this run."""
    return explain(code, language_of(context))


def _path(context: click.Context) -> str:
    names: list[str] = []
    step: click.Context | None = context
    while step is not None and step.parent is not None:
        names.insert(0, step.command.name or "")
        step = step.parent
    return "-".join(names)


class Option(click.Option):
    """An option whose help is a sentence of the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option and its help in the language of this run."""
        record = super().get_help_record(ctx)
        if record is None:
            return None
        if self.metavar is None and not self.is_flag:
            record = (record[0].replace(*_shown_type(self.type)), record[1])
        name = (self.name or "").replace("_", "-")
        own, shared = f"help-{_path(ctx)}-{name}", f"help-any-{name}"
        return record[0], sentence(ctx, own if own in _codes() else shared)


def _shown_type(kind: click.ParamType[Any]) -> tuple[str, str]:
    """Return what click calls a type in its help, and what stands there instead: an Indonesian word."""
    match kind:
        case click.Path():
            return kind.name.upper(), "BERKAS" if kind.file_okay else "FOLDER"
        case click.IntRange():
            return kind.name.upper(), "ANGKA"
    return kind.name.upper(), "TEKS"


@functools.cache
def _codes() -> frozenset[str]:
    return frozenset(codes())


class _Spoken(click.Command):
    """What commands and groups share: headings, usage and help in the language of the run."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:  # noqa: ARG002 - click's own
        """Return ``--help`` with a sentence of ours."""
        if self._help_option is None:
            self._help_option = Option(
                ["--help", "_help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help
            )
        return self._help_option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=sentence(ctx, "help-usage") + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(sentence(ctx, f"help-{_path(ctx)}" if _path(ctx) else "help-app"))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write an example, where the catalogue has one."""
        code = f"help-{_path(ctx)}-example"
        if code in _codes():
            with formatter.section(sentence(ctx, "help-example")):
                for line in sentence(ctx, code).splitlines():
                    formatter.write(f"{'':{formatter.current_indent}}{line}\n")

    def _write_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [param.get_help_record(ctx) for param in options]
        with formatter.section(sentence(ctx, "help-options")):
            formatter.write_dl([record for record in records if record])


def _show_help(context: click.Context, _param: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's callback
    if value and not context.resilient_parsing:
        _show_help_of(context)
        context.exit()


def _help_alone() -> int:
    """Show the help of a group for which no command was named."""
    context = click.get_current_context()
    return _show_help_of(context) if context.invoked_subcommand is None else 0


def _show_help_of(context: click.Context) -> int:
    Console(Settings(language=language_of(context))).say(context.get_help())
    return 0


class Command(_Spoken):
    """A command. Its callback gets the console first and returns the exit code, or None for 0."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        self._write_options(ctx, formatter)


class Group(_Spoken, click.Group):
    """A command of commands; subclasses say where these are. Takes ``--json`` and ``--lang`` as these do."""

    def __init__(self, *arguments: Any, **attributes: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(
            *arguments,
            **{
                "no_args_is_help": False,
                "invoke_without_command": True,
                "callback": _help_alone,
                **attributes,
            },
        )
        self.params += common_options()

    def command_table(self) -> dict[str, str]:
        """Return the names of the commands and where each is: ``module:attribute``."""
        return {}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        """Return the names in the order of the table."""
        return list(self.command_table() or self.commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command and return it. Raises :class:`UsageError` ``cli-no-such-command``."""
        place = self.command_table().get(cmd_name)
        if place is None:
            known = super().get_command(ctx, cmd_name)
            if known is None and not cmd_name.startswith("-"):
                near = closest(cmd_name, self.list_commands(ctx))
                raise UsageError(
                    "cli-no-such-command", value=cmd_name, suggestion=near, group=ctx.command_path
                )
            return known
        import importlib

        module, attribute = place.split(":")
        loaded: click.Command = getattr(importlib.import_module(module), attribute)
        return loaded

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands, without loading these."""
        self._write_options(ctx, formatter)
        prefix = f"help-{_path(ctx)}-" if _path(ctx) else "help-"
        rows = [(name, _first_sentence(sentence(ctx, prefix + name))) for name in self.list_commands(ctx)]
        with formatter.section(sentence(ctx, "help-commands")):
            formatter.write_dl(rows)


def _first_sentence(text: str) -> str:
    return text.split(". ", maxsplit=1)[0].removesuffix(".")


def common_options() -> list[click.Parameter]:
    """Return ``--json`` and ``--lang``, which the settings have read before click does."""
    return [
        Option(["--json", "as_json"], is_flag=True, expose_value=False),
        Option(["--lang"], type=click.Choice(["id", "en"]), expose_value=False),
    ]


def option(*names: str, **attributes: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # noqa: ANN401 - click's own
    """Declare an option of a command."""
    return click.option(*names, cls=Option, **attributes)


def argument(*names: str, **attributes: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # noqa: ANN401 - click's own
    """Declare an argument of a command."""
    return click.argument(*names, **attributes)


def command(name: str) -> Callable[[Callable[..., int | None]], Command]:
    """Make a command of a function ``(console, *, …) -> exit code``; adds ``--lang`` and ``--json``."""

    def decorate(function: Callable[..., int | None]) -> Command:
        @functools.wraps(function)
        def call(**parameters: Any) -> int | None:  # noqa: ANN401 - click's values
            context = click.get_current_context()
            settings = context.find_object(Settings) or Settings()
            return function(Console(settings), **parameters)

        made = click.command(name, cls=Command, options_metavar="[…]")(call)
        made.params += common_options()
        return made

    return decorate

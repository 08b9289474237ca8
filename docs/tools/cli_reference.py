"""Write docs/reference/cli.md from the commands themselves, so that it cannot say anything else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kopsurat.cli.app import app
from kopsurat.cli.settings import Settings
from kopsurat.messages import codes, explain

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).resolve().parents[1] / "reference" / "cli.md"

HEAD = """# Commands

<!-- written by docs/tools/cli_reference.py -->

`kopsurat COMMAND …` or `python -m kopsurat COMMAND …`. Sentences are Indonesian; `--lang en`, or the environment variable
`KOPSURAT_LANG=en`, makes them English. Colour and drawn tables appear on a terminal only, and not where `NO_COLOR` is set. A
console that cannot print a character gets a plain one.

## Exit codes

| code | all commands but `verify` | `verify` |
| --- | --- | --- |
| 0 | done | valid |
| 1 | what was written is wrong; nothing was changed | expired |
| 2 | the command line is wrong | status not checked, or not registered |
| 3 | | revoked |
| 4 | | bad signature |
| 5 | | unknown key |
| 6 | | wrong site |
| 7 | | altered: the text differs from what was sealed |
| 8 | | no seal, or unreadable |
| 9 | | could not be asked: a missing file, a wrong option, a bad trust file |
| 130 | interrupted | interrupted |

Of several files `verify` answers with the highest code.

## JSON

`--json` prints one object, in ASCII, and nothing else. `ok` is always there. Faults are a list under `faults`, each with `code`
(stable), `file`, `line`, `key`, `value`, `suggestion` and `message` (the sentence, for people). Besides `ok`:

| command | keys |
| --- | --- |
| `init`, `apply`, `key export`, `number print` | `files` |
| `check` | `files`: for each `file`, `kind` (`office`, `letter`, `document`), `faults`, `remarks`, `values` (`key`, `printed`), `suggestion` (a diff) |
| `render` | `files`, `adjustments`, `seal` (`id`, `code`, `link`, or null), `agenda` (its number in the register, or null), `remarks` (entries of the starter file that were sealed, a letter that was revoked before) |
| `verify` | `verdicts`: for each `target`, `verdict`, `exit_code`, `intact`, `issuer`, `in_force`, `signer_in_office`, `claims`, `seal_id`, `reasons`, `differences` (`field`, `sealed`, `shown`), `at`, `signatures` |
| `key new`, `key rotate` | `kid`, `private`, `public`, `list` |
| `key list` | `host`, `counter`, `keys` (`kid`, `file`, `since`, `until`, `status`, `compromised_on`) |
| `templates` | `list`: `templates`; `show`: `example`, with `-o` also `files`; `schema`: `schema`; with what the list says of the type |
| `batch` | `letters` (how many), `files`, `agenda` (the numbers of the letters in the register, in the order of the table, or null), `remarks` (letters that were revoked before) |
| `redact` | `files`, `hidden` |
| `import` | `files`, and `lost` of a letter, or `remarks` and `left_out` of an identity |
| `number take` | `nomor`, `file`, `taken` |
| `number list`, `number search` | `letters` |
| `number backup`, `number restore` | `rows` |
| `revoke` | `nomor`, `seal_id`, `reason` |
| `log verify` | `faults`; `log head`: `head` |
| `site build` | `folder`, `written`, `unchanged` (how many), `removed` |
| `kit` | `folder`, `files`, `omitted`; with `--check`: `drift` |
| `trust` | `key`: `kid`, `private`, `public`; `build`: `file`, `counter`, `offices`; `show`, `pin`: `publisher`, `signer`, `counter`, `expires`, `offices` |

## Passphrases

A key's passphrase comes from the variable named by `--passphrase-env`, else from `KOPSURAT_PASSPHRASE`, else it is asked for. It is
never an argument, because other users of a computer can see those.
"""


def commands(group: click.Group, context: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    """Yield every command below a group with its context, groups before their own commands."""
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if found is None:
            continue
        inner = click.Context(found, parent=context, info_name=name, obj=context.obj)
        yield found, inner
        if isinstance(found, click.Group):
            yield from commands(found, inner)


def section(command: click.Command, context: click.Context) -> str:
    """Return the section of one command."""
    path = context.command_path.split()
    code = "-".join(["help", *path[1:]])
    usage = " ".join(command.collect_usage_pieces(context)).replace("[…]", "[OPTIONS]")
    lines = [f"{'#' * len(path)} {context.command_path}", "", explain(code, "en"), ""]
    lines += ["```text", f"{context.command_path} {usage}".rstrip(), "```", ""]
    records = [param.get_help_record(context) for param in command.params if isinstance(param, click.Option)]
    own = [record for record in records if record and not record[0].startswith(("--json", "--lang"))]
    if own and not isinstance(command, click.Group):
        lines += ["| option | |", "| --- | --- |"]
        lines += [
            f"| `{names.replace('|', '&#124;')}` | {text.replace('|', '&#124;')} |" for names, text in own
        ]
        lines.append("")
    if f"{code}-example" in codes():
        lines += ["```console", *(f"$ {line}" for line in explain(f"{code}-example").splitlines()), "```", ""]
    return "\n".join(lines)


def reference() -> str:
    """Return the whole page."""
    context = click.Context(app, info_name="kopsurat", obj=Settings(language="en"))
    return HEAD + "\n" + "\n".join(section(*each) for each in commands(app, context)).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
    print(PAGE)

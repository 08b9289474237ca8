"""``kopsurat log``: whether anybody changed the register from outside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kopsurat.cli.command import Group, command, option
from kopsurat.cli.problems import UsageError
from kopsurat.cli.register_file import open_register, with_register
from kopsurat.errors import KopsuratError
from kopsurat.messages import explain

if TYPE_CHECKING:
    from pathlib import Path

    from kopsurat.cli.console import Console

__all__ = ["log"]

_HEAD: Final = re.compile(r"[0-9A-Fa-f]{64}")

log: Final = Group(name="log", options_metavar="[…]", subcommand_metavar="PERINTAH …")


@command("verify")
@option("--head", metavar="SIDIK")
@with_register
def verify(console: Console, *, head: str | None, address: str | None, office: Path | None) -> int:
    """Check the chain and the tables; ``--head`` also that what was noted once is still there."""
    language = console.settings.language
    if head is not None and not _HEAD.fullmatch(head):
        raise UsageError("cli-head-malformed", path="--head", value=head, count=len(head))
    with open_register(address, office, must_exist=True) as register:
        faults = list(register.faults())
        known = head is None or register.has_head(head)
    problems = [KopsuratError(fault.code, sequence=fault.sequence, detail=fault.detail) for fault in faults]
    if not known:
        problems.append(KopsuratError("log-head-unknown", value=head))
    console.data(
        {
            "ok": not problems,
            "faults": [{"code": each.code, **each.evidence} for each in problems],
        }
    )
    for problem in problems:
        console.say(f"✗ {explain(problem, language)}", color="bad")
    if not problems:
        console.say(f"✓ {explain('cli-log-sound', language)}", color="good")
    return 1 if problems else 0


@command("head")
@with_register
def head(console: Console, *, address: str | None, office: Path | None) -> int:
    """Print the hash of the last line, to be noted on paper."""
    with open_register(address, office, must_exist=True) as register:
        value = register.head()
    console.data({"ok": True, "head": value})
    console.say(value)
    return 0


for _command in (verify, head):
    log.add_command(_command)

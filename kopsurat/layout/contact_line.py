"""The contact line of a letterhead as linked runs, broken only at its separators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.contacts.card import PROFILES
from kopsurat.layout.model import Align, Inline, LineBreak, Paragraph, Role, Run
from kopsurat.layout.shared_styles import paragraph_style
from kopsurat.layout.texts import width_of

if TYPE_CHECKING:
    from kopsurat.contacts import ContactCard
    from kopsurat.layout.measures import Length
    from kopsurat.layout.model import TextStyle

__all__ = ["break_points", "contact_lines", "contact_parts", "contact_width"]

Part = tuple[Run, ...]
_SEPARATOR: Final = " • "


def contact_parts(card: ContactCard, profile: str, text: TextStyle) -> tuple[tuple[Part, ...], str]:
    """Return the parts of the line (label and values) and what stands between them.

    Joined they are exactly ``card.line(profile)``.
    """
    chosen = PROFILES.get(profile, PROFILES["seed"])
    links = dict(card.links())
    parts = []
    for name, label in chosen.parts:
        value = getattr(card, name)
        values = value if isinstance(value, tuple) else (value,)
        printed = [str(each) for each in values if each is not None and str(each)]
        if printed:
            parts.append(_part(label, printed, links, text))
    return tuple(parts), chosen.separator


def _part(label: str, values: list[str], links: dict[str, str], text: TextStyle) -> Part:
    runs = [Run(text=label, style=text, no_break=True)]
    for at, value in enumerate(values):
        if at:
            runs.append(Run(text=" / ", style=text))
        runs.append(
            Run(text=value, style=text, link=links.get(value), no_break=True, break_at=break_points(value))
        )
    return tuple(runs)


def break_points(value: str) -> tuple[int, ...]:
    """Return where a value may break if it is wider than a line: after ``@``, before ``.`` and ``/``."""
    if "@" not in value and "." not in value:
        return ()
    return tuple(
        at
        for at in range(1, len(value))
        if value[at - 1] == "@" or (value[at] in "./" and value[at - 1] != "/")
    )


def contact_width(card: ContactCard, profile: str, text: TextStyle) -> Length:
    """Return the width of the contacts on one line."""
    parts, separator = contact_parts(card, profile, text)
    return width_of(run for part in _joined(parts, separator, text) for run in part)


def _joined(parts: tuple[Part, ...], separator: str, text: TextStyle) -> list[Part]:
    """Return the parts with the separator at the end of every part but the last."""
    between = Run(text=separator, style=text, no_break=True)
    return [(*part, between) if at + 1 < len(parts) else part for at, part in enumerate(parts)]


def contact_lines(
    card: ContactCard, profile: str, text: TextStyle, pitch: Length, width: Length
) -> Paragraph:
    """Return the contacts as a centred paragraph; a separator at which it breaks is dropped."""
    parts, separator = contact_parts(card, profile, text)
    between = Run(text=separator, style=text, no_break=True)
    inlines: list[Inline] = []
    used = 0
    for part in parts:
        needed = width_of(part)
        if inlines and used + width_of((between,)) + needed <= width:
            inlines.append(between)
            used += width_of((between,)) + needed
        else:
            if inlines:
                if separator != _SEPARATOR:
                    inlines.append(Run(text=separator.rstrip(), style=text, no_break=True))
                inlines.append(LineBreak())
            used = needed
        inlines += part
    return Paragraph(
        inlines=tuple(inlines), style=paragraph_style(pitch=pitch, align=Align.CENTER), role=Role.CONTACT
    )

"""The styles of a DOCX: by identifier, with those on which they are based, and those in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.scanning.word_archive import WORD, is_on_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree import ElementTree as ET

    from kopsurat.scanning.word_archive import WordArchive

__all__ = ["chain", "is_default_style", "style_id", "style_of", "styles_by_id", "used_styles"]

_STYLED: Final = tuple(f"{WORD}{name}" for name in ("pStyle", "rStyle", "tblStyle"))


def used_styles(archive: WordArchive) -> tuple[ET.Element, ...]:
    """Return the styles of what is shown, those on which they are based, and the defaults."""
    name = archive.companion("styles")
    if name is None:
        return ()
    root = archive.root(name)
    own = styles_by_id(root.iter(f"{WORD}style"))
    asked = {key for key, each in own.items() if is_default_style(each)}
    for part in archive.shown:
        for element in archive.root(part).iter():
            if element.tag in _STYLED:
                asked.add(_value(element, "val").casefold())
    chains = {each for key in asked if key in own for each in chain(key, own[key], own)}
    return (*root.iter(f"{WORD}docDefaults"), *(own[key] for key in sorted(chains) if key in own))


def chain(name: str, style: ET.Element, own: dict[str, ET.Element]) -> Iterator[str]:
    """Yield a style and those on which it is based."""
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        yield name
        base = style.find(f"{WORD}basedOn")
        name = _value(base, "val").casefold() if base is not None else name
        style = own.get(name, style)


def style_of(element: ET.Element, properties: str, name: str) -> str:
    """Return the identifier of the style that a paragraph, run or table asks for, or nothing."""
    found = element.find(f"{WORD}{properties}/{WORD}{name}")
    return _value(found, "val").casefold() if found is not None else ""


def styles_by_id(styles: Iterable[ET.Element]) -> dict[str, ET.Element]:
    """Return styles by their identifiers; of several with one, the last."""
    return {style_id(each): each for each in styles}


def style_id(style: ET.Element) -> str:
    """Return the identifier of a style as it is compared: programs differ on whether case counts."""
    return _value(style, "styleId").casefold()


def is_default_style(style: ET.Element) -> bool:
    """Return whether a style is that of whatever asks for none of its kind."""
    return is_on_value(_value(style, "default", "0"))


def _value(element: ET.Element, name: str, otherwise: str = "") -> str:
    return element.get(f"{WORD}{name}", otherwise)

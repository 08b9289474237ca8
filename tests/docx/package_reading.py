"""A DOCX opened for the tests: its parts as trees."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as ET

__all__ = ["Parts", "W", "texts"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Parts:
    """The parts of a package by name."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            self.infos = archive.infolist()
            self.data = {name: archive.read(name) for name in archive.namelist()}

    def tree(self, name: str) -> ET.Element:
        """Return the root of an XML part."""
        return ET.fromstring(self.data[name])  # noqa: S314 - our own file

    def named(self, prefix: str) -> list[str]:
        """Return the names that begin so, relationships left out."""
        return [name for name in self.data if name.startswith(prefix) and "_rels" not in name]


def texts(root: ET.Element) -> list[str]:
    """Return the text of each paragraph, tabs and breaks as white space."""
    found = []
    for paragraph in root.iter(f"{W}p"):
        pieces = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "-"}
        runs = (child for run in paragraph.iter(f"{W}r") for child in run)
        found.append(
            "".join(
                (child.text or "") if child.tag == f"{W}t" else pieces.get(child.tag, "") for child in runs
            )
        )
    return found

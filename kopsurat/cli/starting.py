"""The files that ``init`` begins with, and what in an office is still as they have it."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TYPE_CHECKING

from kopsurat.errors import KopsuratError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kopsurat.office import Office

__all__ = ["example_remarks", "starter_file"]


def starter_file(name: str) -> bytes:
    """Return a starter file as it is shipped, with ``@…@`` where a name is to be put."""
    return resources.files("kopsurat.cli").joinpath("starter", name).read_bytes()


def example_remarks(office: Office) -> Iterator[KopsuratError]:
    """Yield a remark for each entry that still holds the text of the starter file."""
    starter = tomllib.loads(starter_file("desa.toml").decode())
    crest = office.letterhead.crest
    entries = [
        ("desa.alamat", office.address, {starter["desa"]["alamat"]}),
        ("kop.lambang", crest.name if crest else None, {starter["kop"]["lambang"]}),
    ]
    phones = office.contacts.phones if office.contacts else ()
    entries += [("kontak.telepon", phone.printed, set(starter["kontak"]["telepon"])) for phone in phones]
    names = {person["nama"] for person in starter["pejabat"]}
    entries += [
        (f"pejabat[{index}].nama", person.name, names) for index, person in enumerate(office.signatories)
    ]
    for path, value, examples in entries:
        if value in examples:
            yield KopsuratError("office-still-example", path=path, value=value)

"""``penandatangan`` in the front matter: an identifier, a table, or a list of them."""

from __future__ import annotations

from typing import Final

from kopsurat.errors import InvalidInput
from kopsurat.letter import Capacity, Signature
from kopsurat.office import Signatory
from kopsurat.shapes import Key, choice, read_flag, read_table, read_text

__all__ = ["read_signature"]

_KNOWN_BY: Final = "Mengetahui,"


def read_signature(raw: object) -> Signature:
    """Return the signature that a text (the identifier of a signatory) or a table describes.

    ``oleh`` names a signatory of the office; ``nama`` gives one in full, from outside the office.
    """
    if isinstance(raw, str):
        return Signature(signatory=read_text(raw))
    fields = read_table(raw, _SIGNATURE)
    identifier, name = fields.pop("identifier", None), fields.pop("name", None)
    jabatan, nip, rank = (fields.pop(key, None) for key in ("jabatan", "nip", "rank"))
    if (identifier is None) == (name is None):
        raise InvalidInput("signer-not-named" if name is None else "signer-named-twice", path="oleh")
    if identifier is not None:
        if nip or rank:
            raise InvalidInput("signer-named-twice", path="nip" if nip else "pangkat")
        return Signature(signatory=identifier, jabatan_line=jabatan, **fields)
    person = Signatory(id="", name=name, jabatan=jabatan or "", nip=nip, rank=rank)
    return Signature(signatory=person, is_external=True, **fields)


def _read_heading(raw: object) -> str | None:
    """Return the line above the block: ``true`` means the usual word, a text stands as it is."""
    if isinstance(raw, bool):
        return _KNOWN_BY if raw else None
    return read_text(raw)


_SIGNATURE: Final[dict[str, Key]] = {
    "oleh": Key("identifier", read_text),
    "a_n": Key("on_behalf", read_text),
    "u_b": Key("through", read_text),
    "status": Key("capacity", choice(Capacity, pj=Capacity.ACTING, plt=Capacity.DUTIES, plh=Capacity.DAILY)),
    "nama": Key("name", read_text),
    "jabatan": Key("jabatan", read_text),
    "nip": Key("nip", read_text),
    "pangkat": Key("rank", read_text),
    "mengetahui": Key("heading", _read_heading),
    "meterai": Key("has_meterai", read_flag),
}

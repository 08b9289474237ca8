"""The link in the QR: ``https://HOST/v#DIGITS``, the digits being the seal as one big number."""

from __future__ import annotations

import re
from typing import Final

from kopsurat.arguments import expect
from kopsurat.errors import InvalidSeal
from kopsurat.values import value_class

__all__ = ["MAX_DIGITS", "Link", "looks_like_link"]

MAX_DIGITS: Final = 2000
_SHAPE: Final = re.compile(r"https://(?P<host>[a-z0-9.-]{1,253})/v/?#(?P<digits>[0-9]+)", re.ASCII)
_ROUGH: Final = re.compile(r"\s*https?://[^/?#]{1,300}/v/?#[0-9]{20}", re.ASCII | re.IGNORECASE)


@value_class
class Link:
    """A verification link: the host that vouches and the bytes of the seal. ``str`` writes it."""

    host: str
    cose: bytes

    @classmethod
    def parse(cls, text: str) -> Link:
        """Return the link that ``text`` is.

        Raises :class:`~kopsurat.errors.InvalidSeal`: ``link-malformed``, ``link-too-long`` (over 2,000
        digits) or ``link-leading-zero``.
        """
        expect(text, str, "text")
        if len(text) > MAX_DIGITS + 300:
            raise InvalidSeal("link-too-long" if looks_like_link(text) else "link-malformed")
        shape = _SHAPE.fullmatch(text.strip(" \t\r\n"))
        if shape is None:
            raise InvalidSeal("link-malformed")
        digits = shape["digits"]
        if len(digits) > MAX_DIGITS:
            raise InvalidSeal("link-too-long")
        if digits.startswith("0"):
            raise InvalidSeal("link-leading-zero")
        number = int(digits)
        return cls(host=shape["host"], cose=number.to_bytes((number.bit_length() + 7) // 8))

    def __str__(self) -> str:
        return f"https://{self.host}/v#{int.from_bytes(self.cose)}"


def looks_like_link(text: str) -> bool:
    """Return whether ``text`` means to be one of our links, well formed or not."""
    return _ROUGH.match(text) is not None

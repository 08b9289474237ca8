"""The same contact record on stamps, boards, posters, cards, envelopes, forms and web pages."""

from __future__ import annotations

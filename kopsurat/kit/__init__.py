"""The same contact record on stamps, boards, posters, cards, envelopes, forms and web pages.

:func:`make_kit` makes everything at once; the other functions make one thing each, as a
:class:`Document` for :func:`kopsurat.render`, as a :class:`Drawing` for :func:`svg_of`, or as text.
"""

from __future__ import annotations

from kopsurat.kit.board import compose_board
from kopsurat.kit.card import card_vcard, compose_card, typeset_card_sheet
from kopsurat.kit.drawing import Drawing, svg_of
from kopsurat.kit.envelope import ENVELOPES, compose_envelope
from kopsurat.kit.form import compose_request_form, draw_request_form
from kopsurat.kit.pages import drawing_of
from kopsurat.kit.pieces import KINDS
from kopsurat.kit.poster import PAPERS, compose_contact_poster, compose_verification_poster
from kopsurat.kit.record import RECORD, Drift, Kit, check_kit, make_kit, recorded_files
from kopsurat.kit.stamp import LARGE, SMALL, StampOwner, StampSize, draw_stamp
from kopsurat.kit.stamp_sheet import compose_stamp_sheet
from kopsurat.kit.web import email_signature, email_signature_text, web_snippet

__all__ = [
    "ENVELOPES",
    "KINDS",
    "LARGE",
    "PAPERS",
    "RECORD",
    "SMALL",
    "Drawing",
    "Drift",
    "Kit",
    "StampOwner",
    "StampSize",
    "card_vcard",
    "check_kit",
    "compose_board",
    "compose_card",
    "compose_contact_poster",
    "compose_envelope",
    "compose_request_form",
    "compose_stamp_sheet",
    "compose_verification_poster",
    "draw_request_form",
    "draw_stamp",
    "drawing_of",
    "email_signature",
    "email_signature_text",
    "make_kit",
    "recorded_files",
    "svg_of",
    "typeset_card_sheet",
    "web_snippet",
]

"""For any office: what a piece prints of the contacts is what the letterhead prints, letter by letter."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from kit_reading import Strings, an_office, codes_of, shapes_of, sizes_of, text_of

from kopsurat import InvalidOffice, Office, render
from kopsurat.kit import (
    LARGE,
    StampOwner,
    card_vcard,
    compose_board,
    compose_card,
    compose_contact_poster,
    draw_stamp,
    email_signature,
    email_signature_text,
    svg_of,
    web_snippet,
)
from kopsurat.kit.contact import contact_line, phone_line

SLOW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
names = st.from_regex(r"[A-Z][a-z]{1,11}( [A-Z][a-z]{2,9}){0,2}", fullmatch=True)
labels = st.from_regex(r"[a-z]{4,16}(-[a-z]{3,8})?", fullmatch=True)
fixed = st.integers(min_value=200_001, max_value=989_999).map(lambda number: f"(0267) {number}")
mobile = st.integers(min_value=1_000_001, max_value=98_999_999).map(lambda number: f"0812{number:08}")
phones = st.lists(
    fixed | mobile | mobile.map(lambda number: f"{number} (WA)"), min_size=1, max_size=3, unique=True
)


@st.composite
def offices(draw: st.DrawFn) -> Office:
    site = draw(labels)
    kontak: dict[str, Any] = {"telepon": draw(phones)}
    if draw(st.booleans()):
        kontak["email"] = f"{draw(st.sampled_from(['sekretariat', 'pemdes', 'info.layanan']))}@{site}.desa.id"
    if draw(st.booleans()):
        kontak["website"] = f"https://{site}.desa.id"
    desa = {
        "nama": draw(names),
        "kecamatan": draw(names),
        "kabupaten": draw(names),
        "sebutan": draw(st.sampled_from(["Desa", "Gampong", "Nagari", "Kalurahan", "Kampung", "Pekon"])),
    }
    pejabat = [{"id": "kades", "nama": draw(names), "jabatan": "Sekretaris Desa"}]
    style = draw(st.sampled_from(["seed", "baku"]))
    try:
        return an_office(desa=desa, kontak=kontak, pejabat=pejabat, kop_kontak=style)
    except ExceptionGroup:  # a number or domain that looks made up
        assume(False)
        raise


def squeezed(text: str) -> str:
    """Return a text without spaces and bullets, which may fall away where a line breaks."""
    return "".join(text.replace("•", " ").split())


@SLOW
@given(offices())
def test_texts_and_pages_print_the_line_of_the_letterhead(office: Office) -> None:
    line = contact_line(office)
    assert office.contacts is not None
    assert line == office.contacts.line(office.letterhead.contact_style)
    person = office.signatories[0]
    assert email_signature_text(office, person).splitlines()[-1] == line
    for page in (email_signature(office, person), web_snippet(office)):
        assert line in Strings(page).text.splitlines()
    for document in (compose_contact_poster(office), compose_card(office, person)):
        told = squeezed(text_of(render(document, "pdf")))
        for part in line.split(" • "):
            for word in part.split(", "):
                assert squeezed(word) in told
    assert squeezed(phone_line(office)) in squeezed(text_of(render(compose_board(office), "pdf")))


@SLOW
@given(offices())
def test_a_card_is_two_pages_whose_code_a_phone_reads(office: Office) -> None:
    pdf = render(compose_card(office, office.signatories[0]), "pdf")
    assert sizes_of(pdf) == [(90.0, 55.0)] * 2
    assert codes_of(pdf, 300, page=1) == [card_vcard(office, office.signatories[0])]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(offices(), st.sampled_from(StampOwner))
def test_a_stamp_keeps_its_letters_in_their_places_or_is_refused(office: Office, owner: StampOwner) -> None:
    try:
        found = shapes_of(svg_of(draw_stamp(office, owner)))
    except InvalidOffice as error:
        assert error.code in {"stamp-ring-too-long", "stamp-middle-too-long"}
        return
    ring, left, right, middle = found.areas
    for contour in (*ring, *left, *right):
        for x, y in contour:
            assert (
                LARGE.inner / 2 < ((x - 20) ** 2 + (y - 20) ** 2) ** 0.5 < LARGE.middle / 2 - LARGE.lines[1]
            )
    upper, lower = sorted(line[0][1] for _, line in found.lines)
    assert lower - upper <= LARGE.bar
    for contour in middle:
        for x, y in contour:
            assert upper < y < lower
            assert ((x - 20) ** 2 + (y - 20) ** 2) ** 0.5 < LARGE.inner / 2 - 0.9


@pytest.mark.parametrize(
    "word", ["Desa", "Gampong", "Nagari", "Kalurahan", "Kelurahan", "Kampung", "Lembang", "Negeri"]
)
def test_every_word_for_a_village_gives_a_stamp_of_its_head(word: str) -> None:
    office = an_office(desa={"sebutan": word})
    assert office.head_title.upper() in draw_stamp(office).description

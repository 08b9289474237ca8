"""Which part of the pages of a PDF viewers show, how large, in which colors, and which page first."""

from __future__ import annotations

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String
from test_pdf_letters import Change, changed

from kopsurat.scanning import verify_file
from kopsurat.seal import Kind

HALF = (0, 500, 595, 1000)


def on_page(**entries: Any) -> Change:
    def change(document: Any, page: Any) -> None:
        for key, value in entries.items():
            page.obj[f"/{key}"] = value

    return change


def preferring(**entries: Any) -> Change:
    def change(document: Any, page: Any) -> None:
        document.Root.ViewerPreferences = Dictionary(**entries)

    return change


def opening(**entries: Any) -> Change:
    """Return a change after which an action is done at opening, by default to show a page."""

    def change(document: Any, page: Any) -> None:
        action = Dictionary(S=Name.GoTo, D=Array([page.obj, Name.Fit]))
        for key, value in entries.items():
            action[f"/{key}"] = value
        document.Root.OpenAction = action

    return change


def an_object_of_its_own(change: Change) -> Change:
    def changed_so(document: Any, page: Any) -> None:
        change(document, page)
        document.Root.OpenAction = document.make_indirect(document.Root.OpenAction)

    return changed_so


def cropped_by_all_pages(document: Any, page: Any) -> None:
    document.Root.Pages.CropBox = Array(HALF)


def measured_by_all_pages(document: Any, page: Any) -> None:
    for key in ("/MediaBox", "/Resources"):
        if key in page.obj:
            document.Root.Pages[key] = page.obj[key]
            del page.obj[key]


SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
SITE = Dictionary(S=Name.URI, URI=String("https://example.com"))
FUNCTION = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1)
WHITE_POINT = Array([0.95, 1, 1.09])


def colored(*space: Any, by: bytes = b"1") -> Change:
    """Return a change after which the text has a color of a space of its own."""

    def change(document: Any, page: Any) -> None:
        page.Resources.ColorSpace = Dictionary(Own=Array(space))
        content = page.Contents.read_bytes()
        page.Contents = document.make_stream(b"/Own cs " + by + b" scn " + content)

    return change


FORGERIES = {
    "a color that paints nothing": (
        colored(Name.DeviceN, Array([Name("/None")]), Name.DeviceGray, FUNCTION),
        "hidden-text",
    ),
    "a gray that grows white": (
        colored(Name.CalGray, Dictionary(WhitePoint=WHITE_POINT, Gamma=0.001), by=b"0.3"),
        "hidden-text",
    ),
    "a color that grows white": (
        colored(Name.CalRGB, Dictionary(WhitePoint=WHITE_POINT, Gamma=[1, 1, 0.01]), by=b"0.1 0.1 0.3"),
        "hidden-text",
    ),
    "a crop of the page": (on_page(CropBox=Array(HALF)), "hidden-text"),
    "a crop of all pages": (cropped_by_all_pages, "hidden-text"),
    "a small sheet with a large crop": (
        on_page(MediaBox=Array(HALF), CropBox=Array([0, 0, 595, 1000])),
        "hidden-text",
    ),
    "a unit that makes it tiny": (on_page(UserUnit=0.1), "page"),
    "a unit that makes it huge": (on_page(UserUnit=10), "page"),
    "an area that is viewed": (preferring(ViewArea=Name.ArtBox), "page"),
    "an area that is cut out": (preferring(ViewClip=Name.TrimBox), "page"),
    "an area that is printed": (preferring(PrintArea=Name.BleedBox), "page"),
    "an area that is cut out in print": (preferring(PrintClip=Name.ArtBox), "page"),
    "a script at opening": (opening(S=Name.JavaScript, JS=SCRIPT.JS), "action"),
    "a script after the first page": (opening(Next=SCRIPT), "action"),
    "a script after the first page, elsewhere": (an_object_of_its_own(opening(Next=SCRIPT)), "action"),
    "a site after the first page": (opening(Next=Array([SITE])), "action"),
    "a site at opening": (opening(S=Name.URI, URI=SITE.URI), "action"),
    "printing at opening": (opening(S=Name.Named, N=Name.Print), "action"),
    "a site with a page": (on_page(AA=Dictionary(O=SITE)), "action"),
    "a page of another file": (opening(S=Name.GoToR, F=String("other.pdf")), "action"),
}
GENUINE = {
    "a measured gray": colored(Name.CalGray, Dictionary(WhitePoint=WHITE_POINT, Gamma=2.2), by=b"0"),
    "a measured color": colored(
        Name.CalRGB, Dictionary(WhitePoint=WHITE_POINT, Gamma=[1.8, 2.2, 1.45]), by=b"0 0 0"
    ),
    "a margin cut off": on_page(CropBox=Array([5, 5, 590, 1000])),
    "measures of all pages": measured_by_all_pages,
    "boxes of printers": on_page(TrimBox=Array(HALF), BleedBox=Array(HALF), ArtBox=Array(HALF)),
    "the unit of others": on_page(UserUnit=1),
    "the area of others": preferring(ViewArea=Name.CropBox, PrintClip=Name.MediaBox, FitWindow=True),
    "the page shown first": opening(),
    "the page shown first, by name": opening(D=String("surat")),
    "the page shown first, with its type": opening(Type=Name.Action),
    "the page shown first, elsewhere": an_object_of_its_own(opening()),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_page_shown_in_part_or_an_action_makes_it_altered(desk: Any, pdf: bytes, name: str) -> None:
    change, kind = FORGERIES[name]
    verdict = verify_file(changed(pdf, change), trust=desk.trust, at=desk.at)
    assert verdict.kind is Kind.ALTERED
    assert f"[{kind}]" in [each.shown for each in verdict.differences]


@pytest.mark.parametrize("name", GENUINE)
def test_what_hides_nothing_is_no_mark(desk: Any, pdf: bytes, name: str) -> None:
    verdict = verify_file(changed(pdf, GENUINE[name]), trust=desk.trust, at=desk.at)
    assert (verdict.kind, verdict.differences) == (Kind.VALID, ())

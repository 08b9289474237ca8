"""Every rule that a file keeps is worth a judge: break it, and somebody notices."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from kopsurat.backends.pdf import Level, render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.tool


def _elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    def walk(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        yield element
        kids = element.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield from walk(kid)

    return walk(pdf.Root.StructTreeRoot.K)


def _tagged(pdf: pikepdf.Pdf, tag: str) -> pikepdf.Object:
    return next(element for element in _elements(pdf) if Name("/" + tag) == element.S)


def _replace_in_content(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    content = pdf.pages[0].Contents
    data = content.read_bytes()
    assert old in data
    content.write(data.replace(old, new, 1))


def _replace_in_xmp(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    data = pdf.Root.Metadata.read_bytes()
    assert old in data
    pdf.Root.Metadata = pdf.make_stream(data.replace(old, new), Type=Name.Metadata, Subtype=Name.XML)


def _font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.pages[0].Resources.Font.F1


def _link(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return next(note for note in pdf.pages[0].Annots if note.Subtype == Name.Link)


def _no_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def _no_marks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def _no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _no_title_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def _no_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def _other_part(pdf: pikepdf.Pdf) -> None:
    _replace_in_xmp(pdf, b"<pdfaid:part>3", b"<pdfaid:part>2")


def _no_ua_claim(pdf: pikepdf.Pdf) -> None:
    _replace_in_xmp(pdf, b"pdfuaid:part>", b"pdfuaid:teil>")


def _no_unicode_map(pdf: pikepdf.Pdf) -> None:
    del _font(pdf)["/ToUnicode"]


def _font_not_embedded(pdf: pikepdf.Pdf) -> None:
    del _font(pdf).FontDescriptor["/FontFile2"]


def _wrong_widths(pdf: pikepdf.Pdf) -> None:
    _font(pdf).Widths = Array([int(width) + 40 for width in _font(pdf).Widths])


def _no_alternative(pdf: pikepdf.Pdf) -> None:
    del _tagged(pdf, "Figure")["/Alt"]


def _text_outside(pdf: pikepdf.Pdf) -> None:
    content = pdf.pages[0].Contents
    content.write(content.read_bytes() + b"\nBT 1 0 0 1 72 72 Tm(x)Tj ET")


def _unknown_tag(pdf: pikepdf.Pdf) -> None:
    _tagged(pdf, "P").S = Name("/Alinea")


def _cell_outside_a_row(pdf: pikepdf.Pdf) -> None:
    _tagged(pdf, "TR").S = Name.Div


def _heading_skipped(pdf: pikepdf.Pdf) -> None:
    _tagged(pdf, "H1").S = Name.H3


def _no_scope(pdf: pikepdf.Pdf) -> None:
    for element in _elements(pdf):
        if element.S == Name.TH:
            del element["/A"]


def _link_without_purpose(pdf: pikepdf.Pdf) -> None:
    del _link(pdf)["/Contents"]


def _link_not_printed(pdf: pikepdf.Pdf) -> None:
    _link(pdf).F = 0


def _link_outside_the_tree(pdf: pikepdf.Pdf) -> None:
    del _link(pdf)["/StructParent"]


def _tab_order_lost(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Tabs = Name.R


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _relation_lost(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF[0]["/AFRelationship"]


def _media_type_lost(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AF[0].EF.F["/Subtype"]


def _printer_colors(pdf: pikepdf.Pdf) -> None:
    _replace_in_content(pdf, b" re f", b" re 0 0 0 1 k f")


def _transparency(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources.XObject.P1.Interpolate = True


def _empty_list_item(pdf: pikepdf.Pdf) -> None:
    _tagged(pdf, "LBody").S = Name.TD


MUTANTS: list[Callable[[pikepdf.Pdf], None]] = [
    _no_output_intent,
    _no_marks,
    _no_language,
    _no_title_shown,
    _no_metadata,
    _other_part,
    _no_ua_claim,
    _no_unicode_map,
    _font_not_embedded,
    _wrong_widths,
    _no_alternative,
    _text_outside,
    _unknown_tag,
    _cell_outside_a_row,
    _heading_skipped,
    _no_scope,
    _link_without_purpose,
    _link_not_printed,
    _link_outside_the_tree,
    _tab_order_lost,
    _script,
    _relation_lost,
    _media_type_lost,
    _printer_colors,
    _transparency,
    _empty_list_item,
]


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.preserve, deterministic_id=True)
    return out.getvalue()


def test_a_file_saved_by_the_mutating_tool_still_conforms(letter: bytes, verapdf: Any) -> None:
    with pikepdf.open(io.BytesIO(letter)) as pdf:
        verapdf.accepts(_saved(pdf), "3a,ua1")


@pytest.mark.parametrize("mutate", MUTANTS, ids=lambda mutate: mutate.__name__.strip("_"))
def test_a_single_fault_is_noticed(
    mutate: Callable[[pikepdf.Pdf], None], letter: bytes, verapdf: Any
) -> None:
    with pikepdf.open(io.BytesIO(letter)) as pdf:
        mutate(pdf)
        judged = verapdf.judge(_saved(pdf), "3a,ua1")
    assert "ERROR" not in {each.verdict for each in judged}
    assert "FAIL" in {each.verdict for each in judged}


@pytest.mark.parametrize(("level", "flavour"), [(Level.A1B, "1b"), (Level.A2B, "2b"), (Level.A3B, "3b")])
def test_pikepdf_finds_nothing_but_what_it_does_not_know(level: Level, flavour: str, make: Any) -> None:
    """It approves of 1b as it is; in 2b and 3b it does not know that files may also claim PDF/UA."""
    checker = pytest.importorskip("pikepdf.pdfa")
    document = make.document(attachments=make.attachments())
    with pikepdf.open(io.BytesIO(render(document, level=level))) as pdf:
        findings = checker.check(pdf, flavour).findings
    unknown = ("pdfaExtension", "pdfaSchema", "pdfaProperty", "pdfuaid")
    assert [each for each in findings if not any(name in each.message for name in unknown)] == []

"""Forms: fields that every common program can fill in, in files that stay archivable and accessible."""

from __future__ import annotations

import ctypes
import io
from typing import TYPE_CHECKING, Any

import pypdf
import pytest

from kopsurat.backends.pdf import Level
from kopsurat.backends.pdf.forms import (
    CheckBox,
    DateField,
    Option,
    RadioGroup,
    TextField,
    field_rows,
    render_form,
    slot,
)
from kopsurat.errors import MissingGlyph, RenderError
from kopsurat.layout.model import Align, Role
from kopsurat.messages import explain

if TYPE_CHECKING:
    from kopsurat.layout.model import Document

FIELDS = (
    TextField(name="nama", label="Nama lengkap", value="Siti Rahmawati", is_required=True),
    TextField(name="nik", label="NIK", max_length=16),
    DateField(name="lahir", label="Tanggal lahir"),
    TextField(
        name="alamat",
        label="Alamat",
        lines=3,
        value="Dusun Mekarsari RT 002 RW 005, Desa Sukamaju, Kecamatan "
        "Karangtengah, Kabupaten Sukamulya (41355)",
    ),
    RadioGroup(
        name="kelamin",
        label="Jenis kelamin",
        value="P",
        options=(Option(key="L", label="Laki-laki"), Option(key="P", label="Perempuan")),
    ),
    CheckBox(name="setuju", label="Saya menyetujui pemrosesan data pribadi saya"),
)


def a_form(make: Any, fields: Any = FIELDS) -> Document:
    title = make.paragraph(make.run("FORMULIR PERMOHONAN", bold=True), role=Role.TITLE, align=Align.CENTER)
    rows = field_rows(fields, style=make.style(), width=make.page.measure)
    return make.document(title, *rows, title="Formulir Permohonan Surat")


@pytest.fixture(scope="module")
def form(make: Any) -> bytes:
    return render_form(a_form(make), FIELDS)


def _values(pdf: bytes) -> dict[str, str]:
    fields = pypdf.PdfReader(io.BytesIO(pdf)).get_fields() or {}
    return {name: str(field.get("/V")) for name, field in fields.items()}


def test_every_field_has_its_value_and_its_tooltip(form: bytes) -> None:
    fields = pypdf.PdfReader(io.BytesIO(form)).get_fields() or {}
    assert _values(form) == {
        "nama": "Siti Rahmawati",
        "nik": "",
        "lahir": "",
        "alamat": FIELDS[3].value,
        "kelamin": "/P",
        "setuju": "/Off",
    }
    assert fields["nama"]["/TU"] == "Nama lengkap"
    assert fields["lahir"]["/TU"] == "Tanggal lahir, tulis TT-BB-TTTT"


def test_fields_are_tabbed_in_the_order_of_the_page(form: bytes) -> None:
    page = pypdf.PdfReader(io.BytesIO(form)).pages[0]
    assert page["/Tabs"] == "/S"
    tops = [
        float(note.get_object()["/Rect"][3])
        for note in page["/Annots"]
        if note.get_object()["/Subtype"] == "/Widget"
    ]
    assert tops == sorted(tops, reverse=True)


def test_no_script_travels_in_a_form(form: bytes) -> None:
    import pikepdf

    with pikepdf.open(io.BytesIO(form)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary):
                assert item.get("/S") != pikepdf.Name.JavaScript
                assert "/AA" not in item


def test_a_form_filled_by_pypdf_keeps_the_values(form: bytes) -> None:
    assert _values(_filled_by_pypdf(form))["nama"] == "Désa “Asep”"


def test_a_form_filled_by_pdfium_as_in_chromium_keeps_the_values(form: bytes) -> None:
    values = _values(_filled_by_pdfium(form))
    assert (values["nama"], values["nik"], values["setuju"]) == ("Asep Suherman", "3215", "/Ya")


def test_a_value_that_the_encoding_lacks_is_told(make: Any) -> None:
    fields = (TextField(name="nama", label="Nama", value="ꦱꦶꦠꦶ"),)
    with pytest.raises(MissingGlyph):
        render_form(a_form(make, fields), fields)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ((*FIELDS, TextField(name="lain", label="Lain")), "form-field-without-slot"),
        (FIELDS[1:], "form-slot-unknown"),
        ((*FIELDS, FIELDS[0]), "form-name-twice"),
        (
            (
                *FIELDS[:4],
                RadioGroup(name="kelamin", label="Jenis kelamin", options=FIELDS[4].options, value="X"),
                FIELDS[5],
            ),
            "form-option-unknown",
        ),
    ],
)
def test_fields_and_slots_must_match(fields: Any, code: str, make: Any) -> None:
    with pytest.raises(RenderError) as caught:
        render_form(a_form(make), fields)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("field", "code"),
    [
        (TextField(name="", label="Nama"), "form-name-unfit"),
        (TextField(name="a.b", label="Nama"), "form-name-unfit"),
        (CheckBox(name="a/b", label="Setuju"), "form-name-unfit"),
        (TextField(name="a", label=" "), "form-label-empty"),
        (DateField(name="a", label=""), "form-label-empty"),
        (TextField(name="a", label="Nama", lines=0), "form-size-unfit"),
        (TextField(name="a", label="Nama", width=-1), "form-size-unfit"),
        (TextField(name="a", label="Nama", value="dua\nbaris"), "form-value-too-long"),
        (TextField(name="a", label="Nama", value="panjang", max_length=3), "form-value-too-long"),
        (DateField(name="a", label="Tanggal", value="12 November 2026"), "form-value-too-long"),
        (RadioGroup(name="a", label="Pilih", options=()), "form-options-unfit"),
        (RadioGroup(name="a", label="Pilih", options=(Option(key="Off", label="x"),)), "form-options-unfit"),
        (
            RadioGroup(name="a", label="Pilih", options=(Option(key="x", label="x"),) * 2),
            "form-options-unfit",
        ),
    ],
)
def test_a_field_that_no_viewer_could_show_is_refused(field: Any, code: str, make: Any) -> None:
    with pytest.raises(RenderError) as caught:
        render_form(a_form(make, (field,)), (field,))
    assert caught.value.code == code
    assert caught.value.value in explain(caught.value)


@pytest.mark.tool
def test_every_character_of_the_code_page_may_be_in_a_value(make: Any, verapdf: Any) -> None:
    everything = bytes(code for code in range(32, 256) if code not in {127, 129, 141, 143, 144, 157})
    value = "\n".join(everything[at : at + 40].decode("cp1252") for at in range(0, len(everything), 40))
    field = TextField(name="a", label="Semua", lines=8, value=value + "\n\nakhir")
    verapdf.accepts(render_form(a_form(make, (field,)), (field,)), "2a,ua1")


@pytest.mark.parametrize("value", ["a\tb", "a\x81", "\u200b"])
def test_a_control_character_is_told(value: str, make: Any) -> None:
    fields = (TextField(name="a", label="Nama", value=value),)
    with pytest.raises(MissingGlyph):
        render_form(a_form(make, fields), fields)


def test_an_empty_line_of_a_value_stays_empty(make: Any) -> None:
    field = TextField(name="a", label="Nama", lines=4, value="satu\n\ntiga")
    page = pypdf.PdfReader(io.BytesIO(render_form(a_form(make, (field,)), (field,)))).pages[0]
    notes = [note.get_object() for note in page["/Annots"]]
    (look,) = [note["/AP"]["/N"].get_data() for note in notes if note["/Subtype"] == "/Widget"]
    assert look.count(b"Td") == 3


def test_a_form_is_not_offered_for_pdfa_1(make: Any) -> None:
    with pytest.raises(RenderError) as caught:
        render_form(a_form(make), FIELDS, level=Level.A1B)
    assert caught.value.code == "form-level"


def test_a_field_may_stand_inside_a_sentence(make: Any) -> None:
    sentence = make.paragraph(
        make.run("Saya "), slot("setuju", make.style()), make.run(" setuju dengan ketentuan di atas.")
    )
    pdf = render_form(make.document(sentence), (FIELDS[5],))
    page = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]
    (box,) = [n.get_object()["/Rect"] for n in page["/Annots"] if n.get_object()["/Subtype"] == "/Widget"]
    assert 9 < float(box[2]) - float(box[0]) < 13


@pytest.mark.tool
def test_forms_conform_empty_and_filled(form: bytes, make: Any, verapdf: Any) -> None:
    verapdf.accepts(form, "2a,ua1")
    verapdf.accepts(_filled_by_pypdf(form), "2a,ua1")
    verapdf.accepts(_filled_by_pdfium(form), "2a,ua1")
    verapdf.accepts(render_form(a_form(make), FIELDS, level=Level.A4), "4,ua2")


def _filled_by_pypdf(form: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(form)))
    values = {"nama": "Désa “Asep”", "nik": "3215014567890001", "setuju": "/Ya", "kelamin": "/L"}
    writer.update_page_form_field_values(writer.pages[0], values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _filled_by_pdfium(form: bytes) -> bytes:
    import pypdfium2
    from pypdfium2 import raw

    boxes = {
        str(note.get_object().get("/T")): [float(side) for side in note.get_object()["/Rect"]]
        for note in pypdf.PdfReader(io.BytesIO(form)).pages[0]["/Annots"]
        if note.get_object()["/Subtype"] == "/Widget"
    }
    document = pypdfium2.PdfDocument(form)
    document.init_forms()
    page = document[0]
    handle = document.formenv.raw

    def click(name: str) -> None:
        x0, y0, _, y1 = boxes[name]
        for act in (raw.FORM_OnMouseMove, raw.FORM_OnLButtonDown, raw.FORM_OnLButtonUp):
            act(handle, page.raw, 0, x0 + 5, (y0 + y1) / 2)

    def write(name: str, text: str) -> None:
        click(name)
        raw.FORM_SelectAllText(handle, page.raw)
        buffer = ctypes.create_string_buffer(text.encode("utf-16-le") + b"\0\0")
        raw.FORM_ReplaceSelection(handle, page.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
        raw.FORM_ForceToKillFocus(handle)

    write("nama", "Asep Suherman")
    write("nik", "3215")
    click("setuju")
    out = io.BytesIO()
    document.save(out)
    page.close()
    document.close()
    return out.getvalue()

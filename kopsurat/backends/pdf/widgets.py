"""The widgets of a form: their boxes on the page, their looks, and the font they are filled in with."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from kopsurat.backends.pdf.corefont import subset_name, to_unicode
from kopsurat.backends.pdf.fields import CheckBox, RadioGroup, TextField
from kopsurat.backends.pdf.glyphsubset import subset_glyphs
from kopsurat.backends.pdf.objects import name, number, text_string
from kopsurat.errors import RenderError
from kopsurat.fonts import face, missing_glyph
from kopsurat.layout.measures import points

if TYPE_CHECKING:
    from kopsurat.backends.pdf.joining import Box
    from kopsurat.backends.pdf.objects import ObjectWriter
    from kopsurat.fonts import Face

__all__ = ["Widgets"]

_FONT: Final = "FW"
_CODES: Final = {
    code: ord(bytes([code]).decode("cp1252"))
    for code in range(32, 256)
    if code not in {127, 129, 141, 143, 144, 157}
}
"""Windows code page 1252: the code and the character of each."""
_CODES[0xAD] = ord("-")  # the soft hyphen is a hyphen in WinAnsiEncoding

_REQUIRED: Final = 1 << 1
_MULTILINE: Final = 1 << 12
_RADIO: Final = (1 << 15) | (1 << 14)
_NONSYMBOLIC: Final = 32
_INSET: Final = 2.0
_LEADING: Final = 1.2
_BORDER: Final = "q .4 G .75 w"
_CIRCLE: Final = 0.5523
"""Where the handles of a quarter circle lie, as a share of its radius."""


class Widgets:
    """The fields of one file and the widgets placed for them."""

    def __init__(
        self, writer: ObjectWriter, fields: tuple[TextField | CheckBox | RadioGroup, ...], *, family: str
    ) -> None:
        self._writer = writer
        self._fields = {field.name: field for field in fields}
        self._face = face(family)
        self._font = _write_font(writer, self._face)
        self._groups = {field.name: writer.reserve() for field in fields if isinstance(field, RadioGroup)}
        self._kids: dict[str, list[int]] = {group: [] for group in self._groups}
        self._top: list[int] = []
        self._placed: set[tuple[str, str]] = set()

    def place(self, slot: str, own: int, box: Box, *, middle: float, size: float, page: int) -> None:
        """Write the widget ``own`` for a slot (``NAME`` or ``NAME/OPTION``).

        ``box`` is its line, up to the margin, ``middle`` the height of the middle of its
        letters, on which everything one line high is centred.
        """
        title, _, option = slot.partition("/")
        field = self._fields.get(title)
        known = {each.key for each in field.options} if isinstance(field, RadioGroup) else {""}
        if field is None or option not in known or (title, option) in self._placed:
            raise RenderError("form-slot-unknown", value=slot)
        self._placed.add((title, option))
        match field:
            case TextField():
                right = min(box[2], box[0] + points(field.width)) if field.width else box[2]
                half = (box[3] - box[1]) / 2
                low, high = (middle - half, middle + half) if field.lines == 1 else (box[1], box[3])
                box = (box[0], low, right, high)
                entries = self._text(field, box, size)
            case CheckBox():
                box = _square(box[0], middle, size)
                entries = self._check(field, box)
            case RadioGroup():
                box = _square(box[0], middle, size)
                entries = self._radio(field, option, box)
        sides = " ".join(map(number, box))
        common = f"/Type/Annot/Subtype/Widget/F 4/Rect[{sides}]/P {page} 0 R/StructParent {own}"
        self._writer.put(own, f"<<{common}{entries}>>".encode("ascii"))
        if isinstance(field, RadioGroup):
            self._kids[title].append(own)
            if len(self._kids[title]) == 1:
                self._top.append(self._groups[title])
        else:
            self._top.append(own)

    def close(self) -> str:
        """Write the groups and return the entry of the catalog."""
        for title, field in self._fields.items():
            options = [each.key for each in field.options] if isinstance(field, RadioGroup) else [""]
            if any((title, option) not in self._placed for option in options):
                raise RenderError("form-field-without-slot", value=title)
            if isinstance(field, RadioGroup):
                kids = " ".join(f"{kid} 0 R" for kid in self._kids[title])
                flags = _RADIO | (_REQUIRED if field.is_required else 0)
                value = name(field.value or "Off")
                told = f"/T{text_string(title)}/TU{text_string(field.label)}"
                body = f"<</FT/Btn{told}/Ff {flags}/V{value}/Kids[{kids}]>>"
                self._writer.put(self._groups[title], body.encode("ascii"))
        fields = " ".join(f"{own} 0 R" for own in self._top)
        return (
            f"/AcroForm<</Fields[{fields}]/DR<</Font<</{_FONT} {self._font} 0 R>>>>/DA(/{_FONT} 11 Tf 0 g)>>"
        )

    def _text(self, field: TextField, box: Box, size: float) -> str:
        width, height = box[2] - box[0], box[3] - box[1]
        is_long = field.lines > 1
        lines = self._wrapped(field.value, width - 2 * _INSET, size) if is_long else [field.value]
        top = height - size - _INSET if is_long else (height - 0.72 * size) / 2
        shown = f" 0 {number(-_LEADING * size)} Td ".join(f"({self._encoded(line)})Tj" for line in lines)
        written = (
            f"BT/{_FONT} {number(size)} Tf 0 g {number(_INSET)} {number(top)} Td {shown} ET"
            if field.value
            else ""
        )
        frame = f"{_BORDER} .375 .375 {number(width - 0.75)} {number(height - 0.75)} re S Q"
        look = self._look(
            width,
            height,
            f"{frame}/Tx BMC q 1 1 {number(width - 2)} {number(height - 2)} re W n {written} Q EMC",
        )
        flags = (_MULTILINE if is_long else 0) | (_REQUIRED if field.is_required else 0)
        most = f"/MaxLen {field.max_length}" if field.max_length else ""
        value = text_string(field.value)
        return (
            f"/FT/Tx/T{text_string(field.name)}{_told(field.label)}/Ff {flags}{most}/V{value}/DV()"
            f"/DA(/{_FONT} {number(size)} Tf 0 g)/MK<</BC[.4]>>/BS<</W 1/S/S>>/AP<</N {look} 0 R>>"
        )

    def _check(self, field: CheckBox, box: Box) -> str:
        side = box[2] - box[0]
        frame = f"{_BORDER} .375 .375 {number(side - 0.75)} {number(side - 0.75)} re S Q"
        start = " ".join(number(share * side) for share in (0.22, 0.5))
        strokes = (
            f"{number(0.43 * side)} {number(0.25 * side)} l {number(0.8 * side)} {number(0.78 * side)} l"
        )
        tick = f"{frame} q {number(side / 8)} w {start} m {strokes} S Q"
        state = "Ya" if field.is_checked else "Off"
        flags = _REQUIRED if field.is_required else 0
        looks = f"/Ya {self._look(side, side, tick)} 0 R/Off {self._look(side, side, frame)} 0 R"
        return (
            f"/FT/Btn/T{text_string(field.name)}{_told(field.label)}/Ff {flags}/V/{state}/AS/{state}"
            f"/MK<</CA(4)>>/AP<</N<<{looks}>>>>"
        )

    def _radio(self, field: RadioGroup, option: str, box: Box) -> str:
        side = box[2] - box[0]
        ring = f"{_BORDER} {_circle(side / 2, side / 2 - 0.4)} S Q"
        dot = f"{ring} q 0 g {_circle(side / 2, side / 4.2)} f Q"
        label = next(each.label for each in field.options if each.key == option)
        state = name(option if field.value == option else "Off")
        looks = f"{name(option)} {self._look(side, side, dot)} 0 R/Off {self._look(side, side, ring)} 0 R"
        told = _told(f"{field.label}: {label}")
        return f"/Parent {self._groups[field.name]} 0 R{told}/AS{state}/MK<</CA(l)>>/AP<</N<<{looks}>>>>"

    def _look(self, width: float, height: float, code: str) -> int:
        entries = (
            f"/Type/XObject/Subtype/Form/BBox[0 0 {number(width)} {number(height)}]"
            f"/Resources<</Font<</{_FONT} {self._font} 0 R>>>>"
        )
        return self._writer.add_deflated(entries.encode("ascii"), code.encode("latin-1"))

    def _encoded(self, text: str) -> str:
        lacking = next((at for at, each in enumerate(text) if not self._can_show(each)), None)
        if lacking is not None:
            raise missing_glyph(text, lacking)
        encoded = text.encode("cp1252").decode("latin-1")
        return encoded.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")

    def _can_show(self, character: str) -> bool:
        try:
            (code,) = character.encode("cp1252")
        except UnicodeEncodeError:
            return False
        return _CODES.get(code) in self._face.glyph_ids

    def _wrapped(self, text: str, width: float, size: float) -> list[str]:
        """Return the lines of a value, broken at spaces."""
        lines: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if line and self._face.width(longer, round(2 * size)) > width:
                    lines.append(line)
                    line = word
                else:
                    line = longer
            lines.append(line)
        return lines


def _told(label: str) -> str:
    """Return what is read out for a widget: PDF/UA-1 wants it as tooltip, PDF/UA-2 as content."""
    text = text_string(label)
    return f"/TU{text}/Contents{text}"


def _square(left: float, middle: float, size: float) -> Box:
    """Return the box to tick at the left of a slot."""
    side = 0.92 * size
    return (left + 1, middle - side / 2, left + 1 + side, middle + side / 2)


def _circle(center: float, radius: float) -> str:
    c, r, h = center, radius, _CIRCLE * radius
    quarters = [
        (c + r, c + h, c + h, c + r, c, c + r),
        (c - h, c + r, c - r, c + h, c - r, c),
        (c - r, c - h, c - h, c - r, c, c - r),
        (c + h, c - r, c + r, c - h, c + r, c),
    ]
    curves = " ".join(" ".join(map(number, quarter)) + " c" for quarter in quarters)
    return f"{number(c + r)} {number(c)} m {curves}"


def _write_font(writer: ObjectWriter, shown: Face) -> int:
    """Embed a face under WinAnsiEncoding, the only encoding in which every viewer writes into fields."""
    ids = shown.glyph_ids
    glyphs = {code: ids.get(unicode, 0) for code, unicode in _CODES.items()}
    cmap = {unicode: ids[unicode] for unicode in _CODES.values() if unicode in ids}
    program, _ = subset_glyphs(shown.data, glyphs.values(), cmap=cmap)
    title = subset_name(shown, program)
    file = writer.add_stream(b"/Length1 %d/Filter/FlateDecode" % len(program), zlib.compress(program, 9))
    texts = to_unicode(
        [(f"{code:02X}", chr(unicode)) for code, unicode in _CODES.items() if glyphs[code]], bytes_=1
    )
    scale = 1000 / shown.units_per_em
    widths = " ".join(f"{shown.metrics.widths[glyphs.get(code, 0)] * scale:.5g}" for code in range(32, 256))
    box = " ".join(str(round(side * scale)) for side in shown.bbox)
    rise, fall, capitals = (round(side * scale) for side in (shown.ascent, shown.descent, shown.cap_height))
    described = writer.add(
        (
            f"<</Type/FontDescriptor/FontName/{title}/Flags {_NONSYMBOLIC}/FontBBox[{box}]/ItalicAngle 0"
            f"/Ascent {rise}/Descent {fall}/CapHeight {capitals}/StemV 80/FontFile2 {file} 0 R>>"
        ).encode("ascii")
    )
    mapped = writer.add_deflated(b"", texts)
    return writer.add(
        (
            f"<</Type/Font/Subtype/TrueType/BaseFont/{title}/Encoding/WinAnsiEncoding/FirstChar 32"
            f"/LastChar 255/Widths[{widths}]/FontDescriptor {described} 0 R/ToUnicode {mapped} 0 R>>"
        ).encode("ascii")
    )

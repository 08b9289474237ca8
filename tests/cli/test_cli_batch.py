"""Letters from a table, letter types, and letterheads on documents of others."""

from __future__ import annotations

import errno
import json
import pathlib
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, ClassVar

import pytest

from kopsurat.cli.batch import _executor
from kopsurat.cli.tables import read_rows

Run = Callable[..., Any]

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"

TABLE = """nomor;kepada;perihal
005/001/DS-SM/XI/2026;Ketua RT 001;Undangan Rapat
005/002/DS-SM/XI/2026;Ketua RT 002;Undangan Rapat
"""


@pytest.fixture
def table(office: pathlib.Path) -> pathlib.Path:
    """Return a table of two letters, as a spreadsheet saves it."""
    path = office / "warga.csv"
    path.write_bytes(b"\xef\xbb\xbf" + TABLE.replace("\n", "\r\n").encode())
    return path


class TestAnInterruption:
    def test_is_left_to_the_process_that_gives_out_the_work(self) -> None:
        with _executor(2) as executor:
            assert executor.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN

    def test_does_not_wait_for_what_was_not_begun(self) -> None:
        is_cancelled = threading.Event()
        waiting: list[Future[None]] = []

        def interrupted() -> None:
            with _executor(1) as executor:
                executor.submit(is_cancelled.wait, 10)
                waiting.append(executor.submit(print))
                waiting[0].add_done_callback(lambda _: is_cancelled.set())
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            interrupted()
        assert waiting[0].cancelled()


class TestBatch:
    def test_every_row_becomes_a_sealed_letter(
        self, run: Run, table: pathlib.Path, key: pathlib.Path
    ) -> None:
        outcome = run(
            "batch", "surat.md", table, "-o", "hasil", "-f", "pdf", "-f", "docx", "--jobs", 1, "--key", key
        )
        assert outcome.code == 0
        names = sorted(path.name for path in (table.parent / "hasil").iterdir())
        assert names == [
            "0001-005-001-DS-SM-XI-2026.docx",
            "0001-005-001-DS-SM-XI-2026.pdf",
            "0002-005-002-DS-SM-XI-2026.docx",
            "0002-005-002-DS-SM-XI-2026.pdf",
        ]
        verified = run("verify", "hasil", "--trust", key.with_suffix(".pub"), "--json")
        assert verified.code == 0
        assert {row["claims"]["nomor"] for row in verified.data["verdicts"]} == {
            "005/001/DS-SM/XI/2026",
            "005/002/DS-SM/XI/2026",
        }

    def test_faults_of_all_rows_are_reported_before_anything_is_written(
        self, run: Run, table: pathlib.Path
    ) -> None:
        table.write_text("nomor,tanggal\n1,besok\n2,2026-11-24\n2,lusa\n", encoding="utf-8")
        outcome = run("batch", "surat.md", table, "-o", "hasil", "--json")
        assert outcome.code == 1
        assert [(fault["line"], fault["key"], fault["code"]) for fault in outcome.data["faults"]] == [
            (2, "tanggal", "not-a-date"),
            (4, "tanggal", "not-a-date"),
        ]
        assert not (table.parent / "hasil").exists()

    def test_what_is_wrong_in_the_letter_itself_is_told_once_with_its_own_line(
        self, run: Run, office: pathlib.Path, table: pathlib.Path
    ) -> None:
        letter = (office / "surat.md").read_text("utf-8")
        (office / "surat.md").write_text(letter.replace("sifat =", "sifaat ="), "utf-8")
        line = 1 + letter[: letter.index("sifat =")].count("\n")
        table.write_text("nomor,tanggal\n1,besok\n2,2026-11-24\n3,lusa\n", encoding="utf-8")
        faults = run("batch", "surat.md", table, "-o", "hasil", "--json").data["faults"]
        assert [(pathlib.Path(each["file"]).name, each["line"], each["key"]) for each in faults] == [
            ("surat.md", line, "sifaat"),
            ("warga.csv", 2, "tanggal"),
            ("warga.csv", 4, "tanggal"),
        ]

    @pytest.mark.parametrize("content", ["sifat = “Biasa”", None], ids=["no TOML", "no file"])
    def test_a_letter_that_cannot_be_read_is_told_once(
        self, run: Run, office: pathlib.Path, table: pathlib.Path, content: str | None
    ) -> None:
        (office / "surat.md").unlink()
        if content:
            (office / "surat.md").write_text(f"+++\n{content}\n+++\nIsi.\n", "utf-8")
        faults = run("batch", "surat.md", table, "-o", "hasil", "--json").data["faults"]
        assert [pathlib.Path(each["file"]).name for each in faults] == ["surat.md"]

    def test_a_column_that_every_row_has_wrong_is_told_for_every_row(
        self, run: Run, table: pathlib.Path
    ) -> None:
        table.write_text("nomor,tanggal\n1,besok\n2,besok\n", encoding="utf-8")
        faults = run("batch", "surat.md", table, "-o", "hasil", "--json").data["faults"]
        assert [(each["line"], each["key"]) for each in faults] == [(2, "tanggal"), (3, "tanggal")]

    def test_a_column_that_no_letter_has_is_told_once_at_the_head(
        self, run: Run, table: pathlib.Path
    ) -> None:
        table.write_text("nomor,perihl\n1,x\n2,y\n3,\n", encoding="utf-8")
        faults = run("batch", "surat.md", table, "-o", "hasil", "--json").data["faults"]
        assert [(each["line"], each["key"], each["suggestion"]) for each in faults] == [
            (1, "perihl", "perihal")
        ]

    def test_sealed_letters_of_an_office_as_in_the_example_are_remarked_on(
        self, run: Run, office: pathlib.Path, key: pathlib.Path, table: pathlib.Path
    ) -> None:
        settings = (office / "desa.toml").read_text("utf-8")
        assert 'alamat = "Jalan Raya Sukamaju Nomor 17"' in settings
        settings = settings.replace("Jalan Raya Sukamaju Nomor 17", "Jalan Raya Desa Nomor 1")
        (office / "desa.toml").write_text(settings, "utf-8")
        table.write_text("nomor\n005/031/DS-SM/XI/2026\n", encoding="utf-8")
        sealed = run("batch", "surat.md", table, "-o", "hasil", "--key", key, "--json").data["remarks"]
        assert [(each["code"], each["key"]) for each in sealed] == [("office-still-example", "desa.alamat")]
        assert run("batch", "surat.md", table, "-o", "lain", "--json").data["remarks"] == []

    def test_the_head_is_named_where_it_stands(self, run: Run, table: pathlib.Path) -> None:
        table.write_text("\n\nnomor,perihl\n1,x\n", encoding="utf-8")
        faults = run("batch", "surat.md", table, "-o", "hasil", "--json").data["faults"]
        assert [(each["line"], each["key"]) for each in faults] == [(3, "perihl")]

    @pytest.mark.parametrize("jobs", [1, 2])
    def test_a_letter_that_cannot_be_drawn_keeps_the_files_of_all_away(
        self, run: Run, table: pathlib.Path, jobs: int
    ) -> None:
        out = table.parent / "hasil"
        out.mkdir()
        (out / "0001-1.pdf").write_bytes(b"yang lama")
        table.write_text("nomor,kepada\n1,Budi\n2,\u6f22\n3,Siti\n4,\u6f22\n", encoding="utf-8")
        outcome = run("batch", "surat.md", table, "-o", "hasil", "--jobs", jobs, "--json")
        assert outcome.code == 1
        assert [(each["line"], each["key"]) for each in outcome.data["faults"]] == [
            (3, "kepada[0]"),
            (5, "kepada[0]"),
        ]
        assert [(path.name, path.read_bytes()) for path in out.iterdir()] == [("0001-1.pdf", b"yang lama")]

    def test_a_disk_that_is_full_at_the_last_letter_leaves_none(
        self, run: Run, table: pathlib.Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from kopsurat.cli import writing

        draft = writing._draft

        def full(path: pathlib.Path, data: bytes, mode: int) -> pathlib.Path:
            if path.name.startswith("0002"):
                raise OSError(errno.ENOSPC, "full")
            return draft(path, data, mode)

        monkeypatch.setattr(writing, "_draft", full)
        outcome = run("batch", "surat.md", table, "-o", "hasil", "--jobs", 1, "--json")
        assert [each["code"] for each in outcome.data["faults"]] == ["disk-full"]
        assert not (table.parent / "hasil").exists()

    def test_a_text_too_long_to_be_sealed_is_named_as_the_table_names_it(
        self, run: Run, table: pathlib.Path, key: pathlib.Path
    ) -> None:
        table.write_text(f"nomor,perihal\n1,{'Undangan rapat ' * 20}\n", encoding="utf-8")
        outcome = run("batch", "surat.md", table, "-o", "hasil", "--jobs", 1, "--key", key)
        assert outcome.code == 1
        assert "warga.csv, baris 2, perihal" in outcome.err
        assert "Kolom perihal terlalu panjang" in outcome.err

    def test_a_number_used_twice_is_a_fault(self, run: Run, table: pathlib.Path) -> None:
        table.write_text(TABLE.replace("002/", "001/"), encoding="utf-8")
        outcome = run("batch", "surat.md", table, "-o", "hasil", "--json")
        assert [fault["code"] for fault in outcome.data["faults"]] == ["cli-number-twice"]

    def test_a_table_without_numbers_is_told_once(self, run: Run, table: pathlib.Path) -> None:
        table.write_text("kepada\nBudi\nSiti\nTono\n", encoding="utf-8")
        faults = run("batch", "surat.md", table, "-o", "hasil", "--json").data["faults"]
        assert [(each["code"], each["line"], each["key"]) for each in faults] == [
            ("cli-table-without-nomor", 1, "nomor")
        ]

    def test_a_pattern_is_no_number_of_a_letter(self, run: Run, table: pathlib.Path) -> None:
        pattern = "005/{urut:03}/DS-SM/{tahun}"
        table.write_text(f"nomor\n{pattern}\n005/2/DS-SM/2026\n{pattern}\n", encoding="utf-8")
        faults = run("batch", "surat.md", table, "-o", "hasil", "--json").data["faults"]
        assert [(each["code"], each["line"]) for each in faults] == [
            ("cli-table-pattern", 2),
            ("cli-table-pattern", 4),
        ]

    @pytest.mark.parametrize("content", ["nomor\n005/…/2026\n005/…/2026\n", "kepada\nBudi\nSiti\n"])
    def test_numbers_to_be_written_by_hand_may_be_the_same(
        self, run: Run, office: pathlib.Path, table: pathlib.Path, content: str
    ) -> None:
        letter = (office / "surat.md").read_text("utf-8")
        (office / "surat.md").write_text(letter.replace("005/012/DS-SM/XI/2026", "005/…/2026"), "utf-8")
        table.write_text(content, encoding="utf-8")
        assert run("batch", "surat.md", table, "-o", "hasil", "--jobs", 1).code == 0
        assert len(list((office / "hasil").iterdir())) == 2

    @pytest.mark.parametrize("mark", ["sep=;\r\n", '"sep=;"\n', "SEP=;\n"])
    def test_the_note_of_excel_on_the_separator_is_no_row(self, table: pathlib.Path, mark: str) -> None:
        table.write_bytes(b"\xef\xbb\xbf" + mark.encode() + b"a;b\r\n1,5;2\r\n")
        assert read_rows(table) == [(2, {"a": "1,5", "b": "2"}, 1)]

    def test_cells_that_a_spreadsheet_left_out_or_added_at_the_end_are_empty(
        self, table: pathlib.Path
    ) -> None:
        table.write_text("a;b;c;\n1;2;3\n4\n5;6;7;;;\n", encoding="utf-8")
        assert [row.cells for row in read_rows(table)] == [
            {"a": "1", "b": "2", "c": "3"},
            {"a": "4", "b": "", "c": ""},
            {"a": "5", "b": "6", "c": "7"},
        ]

    def test_rows_are_numbered_as_a_spreadsheet_counts_them(self, table: pathlib.Path) -> None:
        table.write_bytes(b'a,b,,\n\n1,"x\r\ny",,\n,,,\n2,z,,\n')
        assert [(row.number, row.cells["a"]) for row in read_rows(table)] == [(3, "1"), (5, "2")]

    @pytest.mark.parametrize("column", ["office", "path_or_text", "self", "isian.office"])
    def test_any_name_of_a_column_is_a_field_or_a_fault(
        self, run: Run, table: pathlib.Path, column: str
    ) -> None:
        table.write_text(f"nomor,{column}\n005/1/DS/XI/2026,x\n", encoding="utf-8")
        outcome = run("batch", "surat.md", table, "-o", "hasil", "--json")
        found = [(fault["line"], fault["code"]) for fault in outcome.data["faults"]]
        assert found == [(1, "field-unknown")]

    @pytest.mark.parametrize("separator", [",", ";", "\t"])
    def test_the_separator_is_seen_from_the_head(self, table: pathlib.Path, separator: str) -> None:
        table.write_text(f"a{separator}b\n1{separator}2\n", encoding="utf-8")
        assert read_rows(table) == [(2, {"a": "1", "b": "2"}, 1)]

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"nomor\n", "cli-table-empty"),
            (b"a,b\n1,2,3\n", "cli-table-headless"),
            (b"a,,c\n1,2,3\n", "cli-table-headless"),
            (b"+++\nnomor = 'x'\n+++\nIsi.\n", "cli-table-is-letter"),
            (b'a,b\n"1,2\n', "cli-table-malformed"),
            (b"a,b\n\xff,2\n", "cli-table-not-utf8"),
            (b"nomor,perihal,nomor\n1,2,3\n", "cli-table-column-twice"),
        ],
    )
    def test_a_table_that_is_none_is_refused(
        self, run: Run, table: pathlib.Path, content: bytes, code: str
    ) -> None:
        table.write_bytes(content)
        outcome = run("batch", "surat.md", table, "-o", "hasil", "--json")
        assert (outcome.code, outcome.data["faults"][0]["code"]) == (1, code)


class TestTemplates:
    def test_the_list_names_code_classification_and_fields(self, run: Run) -> None:
        outcome = run("templates", "list")
        assert outcome.code == 0
        assert "keterangan-domisili" in outcome.out
        found = {each["code"]: each for each in run("templates", "list", "--json").data["templates"]}
        assert len(found) >= 65
        assert "keperluan" in found["keterangan-domisili"]["fields"]
        assert found["keterangan-domisili"]["classification"].startswith("400.")

    def test_the_fields_of_one_type_are_shown(self, run: Run) -> None:
        outcome = run("templates", "show", "keterangan-domisili", "--fields")
        assert "keperluan" in outcome.out
        assert json.loads(run("templates", "schema", "keterangan-domisili").out)["type"] == "object"

    def test_the_example_of_a_type_renders_as_it_stands(self, run: Run, office: pathlib.Path) -> None:
        outcome = run("templates", "show", "keterangan-domisili")
        (office / "contoh.md").write_text(outcome.out, encoding="utf-8")
        assert run("render", "contoh.md", "-o", "contoh.pdf").code == 0

    def test_the_example_is_written_as_a_new_file_in_utf_8(self, run: Run, office: pathlib.Path) -> None:
        assert run("templates", "show", "keterangan-domisili", "-o", "baru/contoh.md").code == 0
        example = (office / "baru" / "contoh.md").read_bytes()
        assert example.decode("utf-8") == run("templates", "show", "keterangan-domisili").out
        assert run("render", "baru/contoh.md", "-o", "contoh.pdf").code == 0
        (office / "baru" / "contoh.md").write_bytes(b"punya saya")
        again = run("templates", "show", "keterangan-domisili", "-o", "baru/contoh.md", "--json")
        assert (again.code, again.data["faults"][0]["code"]) == (1, "cli-out-exists")
        assert (office / "baru" / "contoh.md").read_bytes() == b"punya saya"
        wrong = run("templates", "show", "keterangan-domisili", "-o", "x.md", "--fields", "--json")
        assert (wrong.code, wrong.data["faults"][0]["code"]) == (2, "cli-fields-not-written")

    def test_an_unknown_type_is_answered_with_the_nearest(self, run: Run) -> None:
        outcome = run("templates", "show", "keterangan-domisil")
        assert outcome.code == 1
        assert "keterangan-domisili" in outcome.err


class TestApply:
    def test_a_word_document_of_others_gets_the_letterhead(self, run: Run, office: pathlib.Path) -> None:
        import docx

        document = docx.Document()
        document.add_paragraph("Isi dari program lain.")
        document.save(str(office / "asli.docx"))
        before = (office / "asli.docx").read_bytes()
        assert run("apply", "asli.docx").code == 0
        assert (office / "asli.docx").read_bytes() == before
        made = docx.Document(str(office / "asli-kop.docx"))
        header = made.sections[0].first_page_header
        shown = " ".join(cell.text for table in header.tables for row in table.rows for cell in row.cells)
        assert "DESA SUKAMAJU" in shown

    def test_what_is_put_on_may_be_named(self, run: Run, office: pathlib.Path) -> None:
        assert run("render", "surat.md", "-o", "asli.docx").code == 0
        outcome = run("apply", "kop", "asli.docx", "-o", "baru.docx", "--json")
        assert (outcome.code, outcome.data["files"]) == (0, ["baru.docx"])
        outcome = run("apply", "asli.docx", "kop", "--json")
        assert (outcome.code, outcome.data["faults"][0]["code"]) == (2, "cli-extra-words")

    def test_the_original_is_never_overwritten(self, run: Run, office: pathlib.Path) -> None:
        assert run("render", "surat.md", "-o", "asli.docx").code == 0
        before = (office / "asli.docx").read_bytes()
        outcome = run("apply", "asli.docx", "-o", "./hasil/../asli.docx", "--json")
        assert (outcome.code, outcome.data["faults"][0]["code"]) == (2, "cli-output-is-input")
        assert (office / "asli.docx").read_bytes() == before

    @pytest.mark.parametrize("arguments", [["a.odt"], ["surat.md"], ["a.docx", "-o", "b.pdf"]])
    def test_another_kind_of_file_is_refused(
        self, run: Run, office: pathlib.Path, arguments: list[str]
    ) -> None:
        assert run("apply", *arguments).code == 2


class TestRedact:
    @pytest.fixture
    def domicile(self, office: pathlib.Path) -> pathlib.Path:
        """Return a letter about a person, with a NIK."""
        path = office / "domisili.md"
        path.write_bytes((EXAMPLES / "domisili" / "surat.md").read_bytes())
        return path

    def test_a_hidden_field_is_nowhere_in_the_file_and_the_rest_verifies(
        self, run: Run, domicile: pathlib.Path, key: pathlib.Path
    ) -> None:
        assert run("render", domicile, "-o", "a.docx", "--key", key).code == 0
        outputs = ["-o", "b.docx", "-o", "b.pdf"]
        assert run("redact", domicile, "--hide", "nik", "--key", key, *outputs).code == 0
        import zipfile

        def everything(name: str) -> bytes:
            with zipfile.ZipFile(name) as package:
                return b"".join(package.read(part) for part in package.namelist())

        assert b"3215015206950004" in everything("a.docx")
        assert b"3215015206950004" not in everything("b.docx")
        verdicts = [
            run("verify", name, "--trust", key.with_suffix(".pub"), "--json") for name in ("b.docx", "b.pdf")
        ]
        assert [outcome.data["verdicts"][0]["verdict"] for outcome in verdicts] == ["valid", "valid"]

    def test_people_are_told_what_was_written_and_hidden(
        self, run: Run, domicile: pathlib.Path, key: pathlib.Path
    ) -> None:
        outputs = ["-o", "b.docx", "-o", "b.pdf"]
        shown = run("redact", domicile, "--hide", "nik", "--key", key, *outputs).out.splitlines()
        assert shown == ["Ditulis: b.docx", "Ditulis: b.pdf", "Disembunyikan: nik"]

    def test_the_private_fields_of_the_type_are_hidden_by_default(
        self, run: Run, domicile: pathlib.Path, key: pathlib.Path
    ) -> None:
        outcome = run("redact", domicile, "--key", key, "-o", "b.pdf", "--json")
        assert "nik" in outcome.data["hidden"]

    @pytest.mark.parametrize(
        ("name", "code"), [("nama", "redact-in-seal"), ("hantu", "redact-no-such-field")]
    )
    def test_what_cannot_be_hidden_is_refused(
        self, run: Run, domicile: pathlib.Path, key: pathlib.Path, name: str, code: str
    ) -> None:
        outcome = run("redact", domicile, "--hide", name, "--key", key, "-o", "b.pdf", "--json")
        assert (outcome.code, outcome.data["faults"][0]["code"]) == (1, code)


class TestImport:
    IDENTITY: ClassVar[dict[str, Any]] = {
        "nama_desa": "Sukamaju",
        "kode_desa": "3215012001",
        "kode_pos": "41355",
        "nama_kecamatan": "Karangtengah",
        "nama_kabupaten": "Sukamulya",
        "nama_propinsi": "Jawa Barat",
        "alamat_kantor": "Jalan Raya Sukamaju Nomor 17",
        "email_desa": "sekretariat.sukamaju.desa.id",
        "telepon": "0267555231",
        "website": "https://sukamaju.desa.id",
        "nama_kepala_desa": "H. Ahmad Sudrajat, S.Sos.",
        "lat": "-6.3",
    }

    def test_a_letter_edited_in_word_becomes_a_letter_again(self, run: Run, office: pathlib.Path) -> None:
        import docx

        assert run("render", "surat.md", "-o", "surat.docx").code == 0
        document = docx.Document("surat.docx")
        next(each for each in document.paragraphs if each.text.startswith("Demikian")).add_run(" Baru.")
        document.save("surat.docx")
        assert run("import", "surat.docx", "--json").data["faults"][0]["code"] == "cli-import-exists"
        outcome = run("import", "surat.docx", "-o", "baru.md", "--json")
        assert outcome.code == 0
        assert "Baru." in (office / "baru.md").read_text(encoding="utf-8")
        assert [each.partition(":")[0] for each in outcome.data["lost"]] == [
            "jenis surat tidak tersimpan di berkas, dipakai undangan",
            "penandatangan",
        ]
        assert run("render", "baru.md", "-o", "baru.pdf").code == 0

    def test_a_file_that_only_begins_like_word_is_refused(self, run: Run, office: pathlib.Path) -> None:
        (office / "rusak.docx").write_bytes(b"PK\x03\x04rusak")
        outcome = run("import", "rusak.docx", "--json")
        assert outcome.code == 1
        assert outcome.data["faults"][0]["code"] == "scan-docx-unreadable"
        assert not (office / "rusak.md").exists()

    def test_what_is_sound_is_taken_and_what_is_not_is_reported(
        self, run: Run, tmp_path: pathlib.Path
    ) -> None:
        from kopsurat import read_office

        (tmp_path / "identitas.json").write_text(json.dumps({"data": [self.IDENTITY]}), encoding="utf-8")
        outcome = run("import", tmp_path / "identitas.json", "-o", tmp_path / "desa.toml", "--json")
        assert outcome.code == 0
        assert [remark["code"] for remark in outcome.data["remarks"]] == ["email-no-at"]
        assert outcome.data["left_out"] == ["lat"]
        office = read_office(tmp_path)
        assert (office.code, office.host) == ("32.15.01.2001", "sukamaju.desa.id")
        assert office.contacts is not None
        assert office.contacts.emails == ()
        assert "# email" in (tmp_path / "desa.toml").read_text(encoding="utf-8")

    def test_an_office_that_is_there_is_not_overwritten(self, run: Run, office: pathlib.Path) -> None:
        (office / "identitas.json").write_text(json.dumps(self.IDENTITY), encoding="utf-8")
        before = (office / "desa.toml").read_bytes()
        assert run("import", "identitas.json").code == 1
        assert (office / "desa.toml").read_bytes() == before

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            ("{", "cli-json-malformed"),
            ("[]", "cli-json-malformed"),
            ("[" * 100_000, "cli-json-malformed"),
            ("{}", "import-not-identity"),
        ],
        ids=["cut off", "empty", "deep", "of nothing"],
    )
    @pytest.mark.parametrize("is_there", [True, False])
    def test_another_record_is_refused_whether_or_not_the_office_is_there(
        self, run: Run, tmp_path: pathlib.Path, content: str, code: str, is_there: bool
    ) -> None:
        (tmp_path / "x.json").write_text(content, encoding="utf-8")
        if is_there:
            (tmp_path / "desa.toml").write_text("ada", encoding="utf-8")
        outcome = run("import", tmp_path / "x.json", "-o", tmp_path / "desa.toml", "--json")
        assert (outcome.code, outcome.data["faults"][0]["code"]) == (1, code)

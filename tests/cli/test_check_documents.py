"""``kopsurat check`` on documents as people have them: our own, other people's, folders, odd encodings."""

from __future__ import annotations

import pathlib
from collections.abc import Callable
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from kopsurat.contacts import ContactCard
from kopsurat.scanning import liveness
from kopsurat.scanning.liveness import Liveness

Run = Callable[..., Any]
PHONES = "(0267) 555231 / 0812-0000-0231 (WA)"
MAIL = "sekretariat@sukamaju.desa.id"
LINE = f"Telp: {PHONES} • Email: {MAIL} • Website: sukamaju.desa.id"
OLD = f"Telp. 0267-555231 / 0812 0000 0231 (WA) | Email : {MAIL} | Website: sukamaju.desa.id"


def codes(outcome: Any, key: str, at: int = 0) -> list[str]:
    return [each["code"] for each in outcome.data["files"][at][key]]


class TestOwnDocuments:
    @pytest.mark.parametrize("name", ["surat.docx", "surat.pdf"])
    def test_a_letter_of_ours_has_nothing_to_remark_or_to_change(
        self, run: Run, office: pathlib.Path, name: str
    ) -> None:
        run("render", "surat.md", "-o", name)
        outcome = run("check", name, "--json")
        assert outcome.code == 0
        assert outcome.data["files"][0] == {
            "file": name,
            "kind": "document",
            "faults": [],
            "remarks": [],
            "values": [],
            "suggestion": "",
        }

    @pytest.mark.parametrize("name", ["surat.docx", "surat.pdf"])
    def test_a_letter_of_another_record_is_told_value_by_value(
        self, run: Run, office: pathlib.Path, name: str
    ) -> None:
        run("render", "surat.md", "-o", name)
        record = office / "desa.toml"
        text = record.read_text(encoding="utf-8").replace("(0267) 555231", "(0267) 555232")
        record.write_text(text.replace('"sekretariat@', '"humas@'), encoding="utf-8")
        outcome = run("check", name, "--json")
        assert outcome.code == 1
        assert codes(outcome, "faults") == ["val-phone", "val-email"]
        fault = outcome.data["files"][0]["faults"][0]
        assert (fault["value"].replace("\u00a0", " "), fault["suggestion"]) == (
            "(0267) 555231",
            "(0267) 555232",
        )
        assert fault["line"] > 1
        assert "+Telp: (0267) 555232" in outcome.data["files"][0]["suggestion"]

    @pytest.mark.parametrize(
        ("target", "faults"),
        [
            ("mailto:sekretariat@sukamaju.desa.id", []),
            ("mailto:sekretariat@sukamaju.desa.id.evil.com", ["link-mismatch"]),
        ],
    )
    def test_the_link_that_lies_over_a_text_of_a_pdf_is_followed(
        self, run: Run, office: pathlib.Path, target: str, faults: list[str]
    ) -> None:
        canvas = Canvas(str(office / "lain.pdf"))
        canvas.setFont("Helvetica", 8)
        for y, text in zip((700, 680, 660), LINE.split(" • "), strict=True):
            canvas.drawString(50, y, text)
        canvas.linkURL(target, (72, 676, 250, 690))
        canvas.save()
        outcome = run("check", "lain.pdf", "--json")
        assert (outcome.code, codes(outcome, "faults")) == (len(faults), faults)


class TestSuggestion:
    def test_it_is_a_unified_diff_of_the_contact_line_alone(self, run: Run, office: pathlib.Path) -> None:
        (office / "lama.txt").write_text(f"DESA SUKAMAJU\n{OLD}\nIsi.\n", encoding="utf-8")
        outcome = run("check", "lama.txt")
        assert outcome.code == 0
        diff = f"--- lama.txt\n+++ lama.txt (kop)\n@@ -1,3 +1,3 @@\n DESA SUKAMAJU\n-{OLD}\n+{LINE}\n Isi.\n"
        assert diff in outcome.out

    def test_the_mended_text_has_nothing_left_to_say(self, run: Run, office: pathlib.Path) -> None:
        (office / "baru.txt").write_text(LINE, encoding="utf-8")
        outcome = run("check", "baru.txt", "--json")
        assert (codes(outcome, "remarks"), outcome.data["files"][0]["suggestion"]) == ([], "")


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_a_text_is_read_as_editors_write_it(
        self, run: Run, office: pathlib.Path, encoding: str, end: str
    ) -> None:
        text = f"PEMERINTAH DESA SUKAMAJU{end}{LINE}{end}"
        (office / "a.txt").write_bytes(text.encode(encoding))
        outcome = run("check", "a.txt", "--json")
        assert (outcome.code, codes(outcome, "remarks")) == (0, [])


class TestHtml:
    PAGE = (
        '<html><meta charset="utf-8"><body><p>Hubungi kami</p><a href="{mail}">Kirim email</a> '
        '<a href="tel:0267555231">Telepon</a> <a href="https://wa.me/6281200000231">WhatsApp</a> '
        '<a href="https://sukamaju.desa.id/">Situs</a></body></html>'
    )

    def test_contacts_that_only_links_hold_are_there(self, run: Run, office: pathlib.Path) -> None:
        page = self.PAGE.format(mail="mailto:sekretariat@sukamaju.desa.id?subject=Surat")
        (office / "a.html").write_text(page, encoding="utf-8")
        outcome = run("check", "a.html", "--json")
        assert (outcome.code, codes(outcome, "faults"), codes(outcome, "remarks")) == (0, [], [])

    def test_a_link_to_somebody_else_is_told(self, run: Run, office: pathlib.Path) -> None:
        (office / "a.html").write_text(self.PAGE.format(mail="mailto:lain@gmail.com"), encoding="utf-8")
        outcome = run("check", "a.html", "--json")
        assert codes(outcome, "faults") == ["missing-email"]
        assert codes(outcome, "remarks") == ["extra-email"]


class TestTargets:
    def test_a_folder_means_its_record_letters_and_documents(self, run: Run, office: pathlib.Path) -> None:
        (office / "arsip").mkdir()
        (office / "arsip" / "lama.txt").write_text(LINE, encoding="utf-8")
        (office / "arsip" / "~$lama.docx").write_bytes(b"lock")
        (office / ".git").mkdir()
        (office / ".git" / "x.txt").write_text("x", encoding="utf-8")
        (office / "README.md").write_text(f"# Desa\n\n{LINE}\n", encoding="utf-8")
        outcome = run("check", ".", "--json")
        assert outcome.code == 0
        kinds = {each["file"]: each["kind"] for each in outcome.data["files"]}
        assert kinds == {
            "README.md": "document",
            "arsip/lama.txt": "document",
            "desa.toml": "office",
            "surat.md": "letter",
        }

    def test_a_folder_means_neither_tables_nor_what_was_made_of_the_record(
        self, run: Run, office: pathlib.Path, key: pathlib.Path
    ) -> None:
        before = {each["file"] for each in run("check", ".", "--json").data["files"]}
        (office / "warga.csv").write_text("nomor\n1\n", encoding="utf-8")
        assert run("kit", "poster", "stempel").code == 0
        assert run("site", "build", "situs", "--key", key).code == 0
        outcome = run("check", ".", "--json")
        assert (outcome.code, {each["file"] for each in outcome.data["files"]}) == (0, before)
        assert "kit/poster-kontak-a4.pdf" in {
            pathlib.Path(each["file"]).as_posix() for each in run("check", "kit", "--json").data["files"]
        }
        assert codes(run("check", "warga.csv", "--json"), "faults") != []

    def test_a_folder_with_nothing_to_check_says_so(self, run: Run, office: pathlib.Path) -> None:
        (office / "kosong").mkdir()
        outcome = run("check", "kosong", "--json")
        assert (outcome.code, outcome.data["faults"][0]["code"]) == (1, "cli-check-nothing")

    def test_a_pattern_that_the_shell_left_alone_is_expanded(self, run: Run, office: pathlib.Path) -> None:
        for name in ("b.txt", "a.txt"):
            (office / name).write_text(LINE, encoding="utf-8")
        outcome = run("check", "*.txt", "a.txt", "--json")
        assert [each["file"] for each in outcome.data["files"]] == ["a.txt", "b.txt"]

    @pytest.mark.parametrize(
        ("name", "content", "code"),
        [
            ("hilang.txt", None, "file-missing"),
            ("*.zzz", None, "file-missing"),
            ("foto.png", b"\x89PNG\r\n\x1a\n\0\0", "document-unknown"),
            ("rusak.docx", b"PK\x03\x04", "scan-docx-unreadable"),
            ("rusak.pdf", b"%PDF-1.7\nx", "scan-pdf-unreadable"),
            ("biner.txt", b"\0\1\2\3" * 10, "document-unknown"),
        ],
    )
    def test_a_file_that_cannot_be_read_is_named_and_the_others_are_checked(
        self, run: Run, office: pathlib.Path, name: str, content: bytes | None, code: str
    ) -> None:
        if content is not None:
            (office / name).write_bytes(content)
        (office / "baik.txt").write_text(LINE, encoding="utf-8")
        outcome = run("check", name, "baik.txt", "--json")
        assert outcome.code == 1
        assert codes(outcome, "faults") == [code]
        assert name in outcome.data["files"][0]["faults"][0]["file"]
        assert codes(outcome, "faults", 1) == []

    def test_a_huge_file_is_refused_before_it_is_read(
        self, run: Run, office: pathlib.Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with (office / "besar.pdf").open("wb") as stream:
            stream.truncate(60_000_001)
        monkeypatch.setattr(pathlib.Path, "read_bytes", lambda _: pytest.fail("read"))
        monkeypatch.setattr("kopsurat.cli.check.open_office", lambda *_, **__: None)
        outcome = run("check", "besar.pdf", "--json")
        assert (outcome.code, codes(outcome, "faults")) == (1, ["document-too-large"])


class TestOnline:
    def test_what_cannot_be_reached_is_a_remark_and_the_network_is_asked_only_then(
        self, run: Run, office: pathlib.Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[ContactCard] = []

        def stand_in(card: ContactCard) -> tuple[Liveness, ...]:
            asked.append(card)
            return (
                Liveness(code="live-ok", value="sekretariat@sukamaju.desa.id"),
                Liveness(
                    code="live-redirect", value="sukamaju.desa.id", target="https://lain.id/", status=301
                ),
            )

        monkeypatch.setattr(liveness, "check_card", stand_in)
        assert run("check", "--json").code == 0
        assert asked == []
        outcome = run("check", "--online", "--json")
        assert outcome.code == 0
        assert codes(outcome, "remarks") == ["live-redirect"]
        assert "https://lain.id/" in outcome.data["files"][0]["remarks"][0]["message"]
        assert len(asked) == 1

    def test_a_domain_of_two_contacts_that_is_gone_is_told_once(
        self, office: pathlib.Path, run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        gone = Liveness(code="live-no-domain", value="sukamaju.desa.id")
        monkeypatch.setattr(liveness, "check_card", lambda _card: (gone, gone))
        assert codes(run("check", "--online", "--json"), "remarks") == ["live-no-domain"]

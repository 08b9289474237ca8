"""The files of the site, and how they get into a folder."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import pathlib
import re

import pytest
from site_builders import HOST, a_key_list, a_seal, an_office, lists

from kopsurat.cli.revoke import REASONS
from kopsurat.errors import InvalidOffice, RenderError
from kopsurat.messages import codes, explain
from kopsurat.seal import Kind
from kopsurat.seal.verdict import Answer, Verdict, because
from kopsurat.site import build_site, publish

ASSETS = pathlib.Path(__file__).parents[2] / "kopsurat" / "site" / "assets"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    seal = a_seal()
    return build_site(an_office(), keys=a_key_list(), lists=lists(seal, revoked=(seal,)))


class TestFiles:
    def test_the_same_office_gives_the_same_bytes(self, files) -> None:
        seal = a_seal()
        assert build_site(an_office(), keys=a_key_list(), lists=lists(seal, revoked=(seal,))) == files

    def test_lists_come_before_the_key_list_and_the_pages_after(self, files) -> None:
        order = [name.removeprefix(".well-known/kopsurat/")[:7] for name in files]
        assert order[:3] == ["revoked", "issued-", "keys.js"]
        assert list(files)[-1] == "v/index.html"

    def test_the_page_weighs_at_most_twenty_kilobytes_on_the_wire(self, files) -> None:
        assert len(gzip.compress(files["v/index.html"], 9)) <= 20_000

    def test_its_own_script_weighs_at_most_fifteen_kibibytes(self) -> None:
        assert (ASSETS / "verify.min.js").stat().st_size <= 15 * 1024

    def test_the_built_script_is_that_of_the_sources(self) -> None:
        sources = b"".join((ASSETS / name).read_bytes() for name in ("core.js", "page.js"))
        built = (ASSETS / "verify.min.js").read_text("utf-8")
        assert built.startswith(f"/*{hashlib.sha256(sources).hexdigest()[:16]}*/"), (
            "run docs/tools/build_page.py"
        )

    def test_the_policy_allows_exactly_the_script_and_style_of_the_page(self, files) -> None:
        page = files["v/index.html"].decode()
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
        assert policy is not None
        allowed = html.unescape(policy.group(1))
        for element, directive in (("script", "script-src"), ("style", "style-src")):
            text = re.search(f"<{element}>(.*?)</{element}>", page, re.DOTALL)
            assert text is not None
            digest = base64.b64encode(hashlib.sha256(text.group(1).encode()).digest()).decode()
            assert f"{directive} 'sha256-{digest}'" in allowed
        assert allowed.startswith("default-src 'none'")
        assert "unsafe" not in allowed

    def test_nothing_on_the_page_comes_from_elsewhere(self, files) -> None:
        page = files["v/index.html"].decode()
        addresses = re.findall(r"""(?:src|href)=["']([^"']+)""", page)
        assert sorted(set(addresses)) == ["../kontak/", "icon.svg", "manifest.webmanifest"]

    def test_every_code_that_the_script_names_has_its_sentence_on_the_page(self, files) -> None:
        page = files["v/index.html"].decode()
        data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL).group(1))  # type: ignore[union-attr]
        source = (ASSETS / "core.js").read_text("utf-8") + (ASSETS / "page.js").read_text("utf-8")
        named = {code for code in re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', source) if code in set(codes())}
        failing = set(re.findall(r'fail\("([a-z0-9-]+)"\)', source))
        assert failing <= data["words"].keys()
        assert named <= data["words"].keys()

    def test_a_hostile_office_name_stays_text(self) -> None:
        from kopsurat.office import Level

        office = an_office(desa=Level(word="Desa", name="</title></script><script>alert(1)</script>"))
        pages = build_site(office, keys=a_key_list(), lists=lists(a_seal()))
        for name in ("v/index.html", "kontak/index.html"):
            assert b"<script>alert" not in pages[name]

    def test_the_contact_page_links_what_the_letterhead_prints(self, files) -> None:
        page = files["kontak/index.html"].decode()
        assert '<a href="tel:+62267555231">(0267) 555231</a>' in page
        assert '<a href="mailto:sekretariat@sukamaju.desa.id">sekretariat@sukamaju.desa.id</a>' in page
        assert b"BEGIN:VCARD" in files["kontak/kontak.vcf"]
        data = re.search(r'ld\+json">(.*?)</script>', page)
        assert data is not None
        assert json.loads(data.group(1))["@context"] == "https://schema.org"

    def test_an_office_without_a_site_is_told_so(self) -> None:
        with pytest.raises(InvalidOffice) as caught:
            build_site(an_office(host=None), keys=a_key_list())
        assert caught.value.code == "site-no-host"

    def test_keys_of_another_office_are_refused(self) -> None:
        with pytest.raises(InvalidOffice, match="site-keys-of-another-office"):
            build_site(an_office(host="lain.desa.id"), keys=a_key_list())


class TestPublishing:
    def test_a_second_run_changes_nothing(self, files, tmp_path: pathlib.Path) -> None:
        first = publish(files, tmp_path)
        second = publish(files, tmp_path)
        assert set(first.written) == set(files)
        assert second.written == ()
        assert set(second.unchanged) == set(files)

    def test_only_what_changed_is_written_and_what_went_is_removed(self, files, tmp_path) -> None:
        publish(files, tmp_path)
        fewer = {name: content for name, content in files.items() if "revoked" not in name}
        fewer["v/icon.svg"] = b"<svg/>"
        result = publish(fewer, tmp_path)
        assert result.written == ("v/icon.svg",)
        assert [name.rpartition("/")[2][:7] for name in result.removed] == ["revoked"]
        assert not (tmp_path / result.removed[0]).exists()

    def test_a_file_that_was_tampered_with_is_put_right(self, files, tmp_path) -> None:
        publish(files, tmp_path)
        (tmp_path / "v" / "index.html").write_text("ASLI", "utf-8")
        assert publish(files, tmp_path).written == ("v/index.html",)

    def test_other_peoples_files_stay_and_are_never_overwritten(self, files, tmp_path) -> None:
        (tmp_path / "index.html").write_text("situs desa", "utf-8")
        publish(files, tmp_path)
        assert (tmp_path / "index.html").read_text("utf-8") == "situs desa"
        other = tmp_path / "lain"
        (other / "v").mkdir(parents=True)
        (other / "v" / "index.html").write_text("milik orang", "utf-8")
        with pytest.raises(RenderError) as caught:
            publish(files, other)
        assert caught.value.code == "site-folder-not-ours"
        assert [each.name for each in other.iterdir()] == ["v"]

    def test_no_temporary_file_is_left(self, files, tmp_path) -> None:
        publish(files, tmp_path)
        assert not [path for path in tmp_path.rglob(".kopsurat-*") if path.name != ".kopsurat-site.json"]

    def test_a_folder_that_cannot_be_made_is_one_clear_error(self, files, tmp_path) -> None:
        (tmp_path / "file").write_text("x", "utf-8")
        with pytest.raises(RenderError, match="site-unwritable"):
            publish(files, tmp_path / "file" / "site")

    def test_the_host_stands_on_the_page_in_large_type(self, files) -> None:
        assert f'<p class="host">{HOST}</p>' in files["v/index.html"].decode()

    @pytest.mark.parametrize("name", ["../lain", "/lain", "a/../../lain", "", "a\\..\\b"])
    def test_no_name_leads_out_of_the_folder(self, tmp_path: pathlib.Path, name: str) -> None:
        folder = tmp_path / "situs"
        with pytest.raises(RenderError, match="site-path-unfit"):
            publish({"v/index.html": b"a", name: b"b"}, folder)
        assert not folder.exists()

    def test_a_note_that_somebody_changed_removes_nothing_outside(self, tmp_path: pathlib.Path) -> None:
        folder, outside = tmp_path / "situs", tmp_path / "penting.txt"
        outside.write_text("penting")
        publish({"v/index.html": b"a"}, folder)
        (folder / ".kopsurat-site.json").write_text('{"../penting.txt": "0", "v/index.html": "0"}')
        publish({"v/index.html": b"b"}, folder)
        assert outside.read_text() == "penting"

    def test_a_folder_that_no_system_can_name_is_told(self) -> None:
        with pytest.raises(RenderError, match="site-unwritable"):
            publish({"v/index.html": b"a"}, "a\0b")


class TestWhatToDo:
    """Whoever stands at the counter is told what to do, in words and not in codes."""

    def test_every_color_says_what_to_do(self) -> None:
        for color in {Verdict(kind=kind, intact=Answer.UNKNOWN).color for kind in Kind}:
            assert explain(f"page-do-{color}", "id").endswith(".")

    def test_the_page_has_the_sentence_of_every_reason_that_its_script_gives(self, files) -> None:
        data = re.search(r'id="data">(.*?)</script>', files["v/index.html"].decode(), re.DOTALL)
        assert data is not None
        words = json.loads(data.group(1))["words"]
        source = (ASSETS / "core.js").read_text("utf-8")
        given = set(re.findall(r'(?:note\(|fail\(|conclude\("[a-z-]+", )"([a-z-]+)"', source))
        assert {"expired", "seal-revoked", "host-differs", "link-too-long"} <= given
        assert given <= words.keys()

    def test_why_a_letter_was_withdrawn_is_told_in_words(self) -> None:
        for reason in REASONS:
            told = because("seal-revoked", day="2026-11-24", reason=reason).sentence("id")
            assert reason not in told

"""The rules of e-mail addresses, websites and domains one by one, at the edges where they begin and end."""

from __future__ import annotations

import pytest

from kopsurat.contacts import Email, Website, parse_email, parse_emails, parse_website
from kopsurat.contacts.domains import Policy, assess, has_known_suffix, mended, nearest_provider
from kopsurat.errors import InvalidEmail, InvalidWebsite


def email_fault(text: str, policy: Policy = "resmi") -> tuple[str, str | None]:
    with pytest.raises(InvalidEmail) as raised:
        parse_email(text, policy=policy)
    return raised.value.code, raised.value.suggestion


def web_fault(text: str, policy: Policy = "resmi") -> tuple[str, str | None]:
    with pytest.raises(InvalidWebsite) as raised:
        parse_website(text, policy=policy)
    return raised.value.code, raised.value.suggestion


class TestPolicies:
    @pytest.mark.parametrize(
        ("text", "longgar", "resmi", "ketat"),
        [
            ("sekretariat@contoh.desa.id", (), (), ()),
            ("budi@contoh.desa.id", (), (), ("email-not-role",)),
            ("info@slemankab.go.id", (), (), ()),
            ("info@contoh.or.id", (), ("email-domain-not-official",), "email-domain-not-official"),
            ("info@contoh.com", (), ("email-domain-not-official",), "email-domain-not-official"),
            ("infodesa@gmail.com", *[("email-free-provider",)] * 2, "email-free-provider"),
        ],
    )
    def test_an_email_under_each(
        self, text: str, longgar: tuple[str, ...], resmi: tuple[str, ...], ketat: tuple[str, ...] | str
    ) -> None:
        assert parse_email(text, policy="longgar").warnings == longgar
        assert parse_email(text).warnings == parse_email(text, policy="resmi").warnings == resmi
        if isinstance(ketat, str):
            assert email_fault(text, "ketat")[0] == ketat
        else:
            assert parse_email(text, policy="ketat").warnings == ketat

    @pytest.mark.parametrize(
        ("text", "longgar", "resmi", "is_official"),
        [
            ("contoh.desa.id", (), (), True),
            ("slemankab.go.id", (), (), True),
            ("contoh.or.id", (), ("web-not-official",), False),
            ("contoh.com", (), ("web-not-official",), False),
            ("contoh.wordpress.com", ("web-free-host",), ("web-not-official", "web-free-host"), False),
        ],
    )
    def test_a_website_under_each(
        self, text: str, longgar: tuple[str, ...], resmi: tuple[str, ...], is_official: bool
    ) -> None:
        assert parse_website(text, policy="longgar").warnings == longgar
        assert parse_website(text).warnings == resmi
        if is_official:
            assert parse_website(text, policy="ketat").warnings == ()
        else:
            assert web_fault(text, "ketat")[0] == "web-not-official"

    def test_a_suggestion_keeps_the_policy(self) -> None:
        assert email_fault("info@gmial.com") == ("email-domain-typo", "info@gmail.com")
        assert email_fault("info@gmial.com", "ketat") == ("email-domain-typo", None)
        assert email_fault("info@@contoh.desa.id", "ketat")[1] == "info@contoh.desa.id"
        assert web_fault("http;//contoh.com", "ketat")[1] is None
        assert web_fault("http;//contoh.desa.id", "ketat")[1] == "http://contoh.desa.id"
        (one,) = parse_emails("budi@contoh.desa.id", policy="ketat")
        assert one.warnings == ("email-not-role",)
        assert [
            e.warnings for e in parse_emails("budi@contoh.desa.id, ani@contoh.desa.id", policy="ketat")
        ] == [("email-not-role",)] * 2


class TestEmail:
    @pytest.mark.parametrize(
        ("text", "code", "suggestion"),
        [
            ("<>", "email-empty", None),
            ("mailto:", "email-empty", None),
            ("@", "email-syntax", None),
            ("info @ contoh . desa . id", "email-space", "info@contoh.desa.id"),
            ("info@contoh.desa.id humas @contoh.desa.id", "email-space", None),
            ("info at contoh dot desa dot id", "email-no-at", "info@contoh.desa.id"),
            ("info (at) contoh titik desa titik id", "email-no-at", "info@contoh.desa.id"),
            ("info{at}contoh.desa.id", "email-no-at", "info@contoh.desa.id"),
            ("info[@]contoh.desa.id", "email-no-at", "info@contoh.desa.id"),
            ("info at humas at contoh.desa.id", "email-no-at", None),
            ("https://info[at]contoh.desa.id", "email-no-at", None),
            ("info@@@contoh.desa.id", "email-syntax", "info@contoh.desa.id"),
            ("info@humas@contoh.desa.id", "email-syntax", None),
            ("info@.contoh..desa.id.", "email-syntax", "info@contoh.desa.id"),
            ("info@contoh;desa;id", "email-syntax", None),
            ("info@contoh,desa,id", "email-syntax", "info@contoh.desa.id"),
            ("info@contoh_desa.id", "email-syntax", None),
            ("info@contohdesaid", "email-syntax", "info@contoh.desa.id"),
            ("info@yahoocoid", "email-syntax", "info@yahoo.co.id"),
            ("info..desa@contoh.desa.id", "email-syntax", None),
            ("info(desa)@contoh.desa.id", "email-syntax", None),
            ("info@contoh.desaid", "email-tld-unknown", "info@contoh.desa.id"),
            ("info@contoh.co.idn", "email-tld-unknown", "info@contoh.co.id"),
            ("info@contoh.comm", "email-tld-unknown", "info@contoh.com"),
            ("info@contoh.xyzzy", "email-tld-unknown", None),
            ("a1@g\u043eogle.com", "email-homograph", "a1@google.com"),
            ("\u0430dmin@contoh.desa.id", "email-homograph", "admin@contoh.desa.id"),
            ("\u0430dmin@c\u043entoh.desa.id", "email-homograph", "admin@contoh.desa.id"),
            ("\u0430dmin@gmi\u0430l.com", "email-homograph", "admin@gmail.com"),
            ("d\u00e9sa@contoh.desa.id", "email-non-ascii", "desa@contoh.desa.id"),
            ("d\u00e9sa@gmial.com", "email-non-ascii", "desa@gmail.com"),
            ("\u6751@contoh.desa.id", "email-non-ascii", None),
            ("info@d\u00e9sa.co.id", "email-idn", "info@desa.co.id"),
            ("info@\u6751.co.id", "email-idn", None),
            ("info@xn--zzzzzzzzzz\u00e9.id", "email-idn", None),
            ("info@xn--contoh.desa.id", "email-idn", None),
            ("info@local", "email-special-use", None),
            ("info@gmail.test", "email-special-use", None),
            ("(.info@contoh.desa.id)", "email-syntax", None),
            ("info@contoh.desa.id / x", "email-space", None),
            ("info@contoh.desa.id - contoh.desa.id", "email-space", None),
            ("info@contoh.co .id", "email-space", "info@contoh.co.id"),
            ("desa contoh@gmail.com", "email-space", "desacontoh@gmail.com"),
            ("a1@gmail.con, a1@gmail.con", "email-multiple", "a1@gmail.com"),
            ("a" * 65 + "@contoh.desa.id", "email-local-too-long", None),
            (f"info@{'a' * 64}.desa.id", "email-syntax", None),
            (f"info@{'a.' * 130}desa.id", "email-syntax", None),
            ("a1@gmial.com, b1@gmial.com", "email-multiple", "a1@gmail.com / b1@gmail.com"),
            ("a1@contoh.desa.id, b1@contoh.xyzzy", "email-multiple", None),
        ],
    )
    def test_a_fault_has_its_code_and_suggestion(self, text: str, code: str, suggestion: str | None) -> None:
        assert email_fault(text) == (code, suggestion)

    @pytest.mark.parametrize(
        ("text", "printed", "warnings"),
        [
            ("Info@contoh.desa.id", "info@contoh.desa.id", ("email-case",)),
            ("info@Contoh.desa.id", "info@contoh.desa.id", ("email-case",)),
            ("\uff49nfo@contoh.desa.id", "info@contoh.desa.id", ("email-unicode-fixed",)),
            ("Desa <info@contoh.desa.id>", "info@contoh.desa.id", ("email-display-name",)),
            ("Desa <Info@contoh.desa.id>", "info@contoh.desa.id", ("email-display-name", "email-case")),
            ("info@contoh.desa.id (kantor)", "info@contoh.desa.id", ("email-display-name",)),
            ("'info@contoh.desa.id'", "info@contoh.desa.id", ()),
            ("`info@contoh.desa.id`", "info@contoh.desa.id", ()),
            ("((info@contoh.desa.id))", "info@contoh.desa.id", ()),
            ("[info@contoh.desa.id]", "info@contoh.desa.id", ()),
            ("E-mail: Email: info@contoh.desa.id", "info@contoh.desa.id", ()),
            ("Email desa.contoh@gmail.com", "desa.contoh@gmail.com", ("email-free-provider",)),
            ("Email desa. contoh@contoh.desa.id", "contoh@contoh.desa.id", ()),
            ("E.Susanto@contoh.desa.id", "e.susanto@contoh.desa.id", ("email-case",)),
            ("email.desa@contoh.desa.id", "email.desa@contoh.desa.id", ()),
            ("Email: email.desa@contoh.desa.id", "email.desa@contoh.desa.id", ()),
            ("Email: Email.desa@contoh.desa.id", "email.desa@contoh.desa.id", ("email-case",)),
            ("EMAIL.DESA@CONTOH.DESA.ID", "email.desa@contoh.desa.id", ("email-case",)),
            ("Email: EMAIL.DESA@CONTOH.DESA.ID", "email.desa@contoh.desa.id", ("email-case",)),
            ("Surel surel.desa@contoh.desa.id", "surel.desa@contoh.desa.id", ()),
            ("Mail.desa@contoh.desa.id", "mail.desa@contoh.desa.id", ("email-case",)),
            ("Web.admin@contoh.desa.id", "web.admin@contoh.desa.id", ("email-case",)),
            ("Pos-el.desa@contoh.desa.id", "desa@contoh.desa.id", ()),
            ("E-Mail.: desa@contoh.desa.id", "desa@contoh.desa.id", ()),
            ("<mailto:info@contoh.desa.id>", "info@contoh.desa.id", ()),
            ("mailto:info@contoh.desa.id?subject=a%20b", "info@contoh.desa.id", ()),
            ("a.b+c_d-e@contoh.desa.id", "a.b+c_d-e@contoh.desa.id", ("email-plus-tag",)),
            ("www.desa@contoh.desa.id", "www.desa@contoh.desa.id", ("email-www",)),
            ("desa@www.contoh.desa.id", "desa@www.contoh.desa.id", ("email-www",)),
            ("a" * 64 + "@contoh.desa.id", "a" * 64 + "@contoh.desa.id", ()),
            ("abcdef@gmail.com", "abcdef@gmail.com", ("email-free-provider",)),
            ("abcde@gmail.com", "abcde@gmail.com", ("email-free-provider", "email-gmail-impossible")),
            ("a" * 30 + "@gmail.com", "a" * 30 + "@gmail.com", ("email-free-provider",)),
            (
                "a" * 31 + "@gmail.com",
                "a" * 31 + "@gmail.com",
                ("email-free-provider", "email-gmail-impossible"),
            ),
            ("a_bcdef@yahoo.com", "a_bcdef@yahoo.com", ("email-free-provider",)),
            (
                "a_bcdef@googlemail.com",
                "a_bcdef@googlemail.com",
                ("email-free-provider", "email-gmail-impossible"),
            ),
            ("abcdef+x_y@gmail.com", "abcdef+x_y@gmail.com", ("email-free-provider", "email-plus-tag")),
        ],
    )
    def test_what_is_odd_is_warned_of(self, text: str, printed: str, warnings: tuple[str, ...]) -> None:
        email = parse_email(text)
        assert (email.printed, email.warnings) == (printed, warnings)
        assert email.uri == f"mailto:{printed}"

    @pytest.mark.parametrize(
        ("text", "printed"),
        [
            ("a1@contoh.desa.id", ["a1@contoh.desa.id"]),
            (
                "Email: a1@contoh.desa.id / Email: b1@contoh.desa.id",
                ["a1@contoh.desa.id", "b1@contoh.desa.id"],
            ),
            ("a1@contoh.desa.id, A1@contoh.desa.id", ["a1@contoh.desa.id"]),
            ("a1@contoh.desa.id dan b1@contoh.desa.id", ["a1@contoh.desa.id", "b1@contoh.desa.id"]),
            ("b1@contoh.desa.id\na1@contoh.desa.id;", ["b1@contoh.desa.id", "a1@contoh.desa.id"]),
        ],
    )
    def test_a_list_keeps_its_order_and_names_each_once(self, text: str, printed: list[str]) -> None:
        assert [email.printed for email in parse_emails(text)] == printed

    def test_two_are_equal_when_they_are_written_to_alike(self) -> None:
        assert parse_email("Info@contoh.desa.id") == parse_email("info@contoh.desa.id")
        assert parse_email("info@contoh.desa.id") != parse_email("humas@contoh.desa.id")
        assert Email(local="a", domain="b.id", tier="id").warnings == ()


class TestWebsite:
    @pytest.mark.parametrize(
        ("text", "code", "suggestion"),
        [
            ("http;//contoh.desa.id/profil", "web-syntax", "http://contoh.desa.id/profil"),
            ("https:contoh.desa.id", "web-syntax", "https://contoh.desa.id"),
            ("http://https://contoh.desa.id/a", "web-syntax", "https://contoh.desa.id/a"),
            ("/contoh.desa.id", "web-syntax", "https://contoh.desa.id"),
            (":contoh.desa.id", "web-syntax", "https://contoh.desa.id"),
            ("htp://contoh.desa.id/a", "web-scheme", "https://contoh.desa.id/a"),
            ("ftp://contoh.desa.id", "web-scheme", "https://contoh.desa.id"),
            ("gopher://contoh.desa.id", "web-scheme", None),
            ("tel:112", "web-scheme", None),
            ("javascript:1", "web-scheme", None),
            ("localhost:8080", "web-local", None),
            ("contoh.desa.id:8080", "web-port", None),
            ("https://contoh.desa.id\n", "web-control", "https://contoh.desa.id"),
            ("\tcontoh.desa.id", "web-control", "https://contoh.desa.id"),
            ("\x1fcontoh.desa.id", "web-control", "https://contoh.desa.id"),
            ("con\ntoh.desa.id\n", "web-control", None),
            ("\n", "web-empty", None),
            ("http:\\\\contoh.desa.id", "web-backslash", "http://contoh.desa.id"),
            ("contoh.desa.id\\a", "web-backslash", None),
            ("http:\\\\contoh.desa.id@evil.com", "web-backslash", None),
            ("contoh. desa.id", "web-space", "https://contoh.desa.id"),
            ("contoh.desa.id/a b", "web-space", None),
            ("https://contoh.desa.id/a b", "web-space", None),
            ("contoh.desa.id sukamaju.desa.id", "web-multiple", "contoh.desa.id / sukamaju.desa.id"),
            ("contoh.desa.id/a, sukamaju.desa.id", "web-multiple", "contoh.desa.id/a / sukamaju.desa.id"),
            ("contoh.desa.id, sukamaju.desa.id, x", "web-multiple", None),
            ("contoh.desa.id\nsukamaju.desa.id", "web-multiple", "contoh.desa.id / sukamaju.desa.id"),
            ("contoh.desa.id (resmi)", "web-space", "https://contoh.desa.id"),
            ("contoh.desa.id (sukamaju.desa.id)", "web-space", None),
            ("contohdesaid", "web-local", "https://contoh.desa.id"),
            ("contoh.desa.id/a,desacontoh.com#x", "web-multiple", "contoh.desa.id/a / desacontoh.com"),
            ("c\u043entoh.desa.id", "web-homograph", "https://contoh.desa.id"),
            ("http://c\u043entoh.desa.id/c\u043entoh", "web-homograph", "http://contoh.desa.id/c%D0%BEntoh"),
            ("http://c\u043entoh.desa.id/a", "web-homograph", "http://contoh.desa.id/a"),
            ("cont\u00f3h.desa.id/a", "web-idn", "https://contoh.desa.id/a"),
            ("\u6751.id", "web-idn", None),
            ("contoh,desa,id", "web-host", "https://contoh.desa.id"),
            ("contoh;desa.id/a", "web-host", "https://contoh.desa.id/a"),
            ("contoh_desa.id", "web-host", None),
            ("contoh..desa.id/a", "web-host", "https://contoh.desa.id/a"),
            ("http://contoh...desa..id", "web-host", "http://contoh.desa.id"),
            ("-contoh.desa.id", "web-host", None),
            (f"{'a' * 64}.desa.id", "web-host", None),
            (f"{'a.' * 130}desa.id", "web-host", None),
            (f"{'a.' * 124}desa.id", "web-host", None),
            ("http://http://contoh.desa.id/a/", "web-syntax", "http://contoh.desa.id/a"),
            ("http;//contoh.desa.id/a/", "web-syntax", "http://contoh.desa.id/a"),
            ("contoh.local", "web-local", None),
            ("a.contoh.local", "web-local", None),
            ("contoh;desa.id/a/", "web-host", "https://contoh.desa.id/a"),
            ("contoh.lan", "web-local", None),
            ("contoh", "web-local", None),
            ("contoh.desa.id:81", "web-port", None),
            ("wwww.contoh.desa.id/a", "web-typo", "https://www.contoh.desa.id/a"),
            ("http://ww.contoh.desa.id", "web-typo", "http://www.contoh.desa.id"),
            ("contoh.desa.di", "web-tld-unknown", "https://contoh.desa.id"),
            ("http://contoh.desaid", "web-tld-unknown", "http://contoh.desa.id"),
            ("contoh.xyzzy", "web-tld-unknown", None),
            ("desa.id", "web-is-suffix", None),
            ("www.desa.id", "web-is-suffix", None),
            ("contoh.example", "web-placeholder", None),
            ("a1@contoh.desa.id", "web-email", None),
            ("contoh.desa.id:a@b.id", "web-userinfo", None),
            ("contoh.desa.id/3404070101800001", "private-nik", None),
            ("contoh.desa.id/?nik=3404070101800001", "private-nik", None),
            (f"contoh.desa.id/{'a' * 977}\u00e9", "web-syntax", None),
        ],
    )
    def test_a_fault_has_its_code_and_suggestion(self, text: str, code: str, suggestion: str | None) -> None:
        assert web_fault(text) == (code, suggestion)

    @pytest.mark.parametrize(
        ("text", "url", "printed", "warnings"),
        [
            ("contoh.desa.id/a?", "https://contoh.desa.id/a", "contoh.desa.id/a", ("web-query-stripped", "web-path")),
            ("contoh.desa.id/?", "https://contoh.desa.id/", "contoh.desa.id", ("web-query-stripped",)),
            ("contoh.desa.id?", "https://contoh.desa.id/", "contoh.desa.id", ("web-query-stripped",)),
            ("contoh.desa.id/#", "https://contoh.desa.id/", "contoh.desa.id", ("web-fragment-stripped",)),
            ("contoh.desa.id/?#", "https://contoh.desa.id/", "contoh.desa.id", ("web-query-stripped", "web-fragment-stripped")),
            ("contoh.desa.id/?a=1#", "https://contoh.desa.id/?a=1", "contoh.desa.id/?a=1", ("web-fragment-stripped", "web-query")),
            ("contoh.desa.id/?#?", "https://contoh.desa.id/", "contoh.desa.id", ("web-fragment-stripped", "web-query-stripped")),
            ("contoh.desa.id/?a=1&&b=2", "https://contoh.desa.id/?a=1&b=2", "contoh.desa.id/?a=1&b=2", ("web-tracking-stripped", "web-query")),
            ("contoh.desa.id/a#b", "https://contoh.desa.id/a", "contoh.desa.id/a", ("web-fragment-stripped", "web-path")),
            ("contoh.desa.id/a.,#b", "https://contoh.desa.id/a", "contoh.desa.id/a", ("web-fragment-stripped", "web-path")),
            ("contoh.desa.id/(#b", "https://contoh.desa.id/", "contoh.desa.id", ("web-fragment-stripped",)),
            ("contoh.desa.id/?a=.&utm_id=1", "https://contoh.desa.id/?a=", "contoh.desa.id/?a=", ("web-tracking-stripped", "web-query")),
            ("contoh.desa.id/a?gclid=1", "https://contoh.desa.id/a", "contoh.desa.id/a", ("web-tracking-stripped", "web-path")),
            ("contoh.desa.id/index.php?gclid=1", "https://contoh.desa.id/", "contoh.desa.id", ("web-index-stripped", "web-tracking-stripped")),
            ("contoh.desa.id/default.aspx", "https://contoh.desa.id/", "contoh.desa.id", ("web-index-stripped",)),
            ("contoh.desa.id/a/index.php", "https://contoh.desa.id/a/index.php", "contoh.desa.id/a/index.php", ("web-path",)),
            ("http://contoh.desa.id", "http://contoh.desa.id/", "contoh.desa.id", ("web-http",)),
            ("\u00abcontoh.desa.id\u00bb", "https://contoh.desa.id/", "contoh.desa.id", ()),
            ("contoh.desa.id(", "https://contoh.desa.id/", "contoh.desa.id", ()),
            ("\u201ccontoh.desa.id\u201d.", "https://contoh.desa.id/", "contoh.desa.id", ()),
            ("Website: Situs: contoh.desa.id", "https://contoh.desa.id/", "contoh.desa.id", ()),
            ("contoh.desa.id/a//%2e(", "https://contoh.desa.id/a//", "contoh.desa.id/a//", ("web-rewritten", "web-path")),
            ("contoh.desa.id/a/../b", "https://contoh.desa.id/b", "contoh.desa.id/b", ("web-rewritten", "web-path")),
            ("contoh.desa.id/\u00e9", "https://contoh.desa.id/%C3%A9", "contoh.desa.id/%C3%A9", ("web-rewritten", "web-path")),
            ("contoh.desa.id/?a=\u00e9", "https://contoh.desa.id/?a=%C3%A9", "contoh.desa.id/?a=%C3%A9", ("web-rewritten", "web-query")),
            ("HTTP://CONTOH.desa.id?a=1", "http://contoh.desa.id/?a=1", "contoh.desa.id/?a=1", ("web-http", "web-query")),
            ("contoh.desa.id/a@b", "https://contoh.desa.id/a@b", "contoh.desa.id/a@b", ("web-path",)),
        ],
    )  # fmt: skip
    def test_what_is_taken_off_is_warned_of(
        self, text: str, url: str, printed: str, warnings: tuple[str, ...]
    ) -> None:
        website = parse_website(text)
        assert (website.url, website.printed, website.warnings) == (url, printed, warnings)
        assert website.host == "contoh.desa.id"

    def test_a_host_has_253_characters_at_most(self) -> None:
        longest = f"{'a.' * 123}desa.id"
        assert len(longest) == 253
        assert parse_website(longest).host == longest

    def test_two_are_equal_when_they_are_printed_alike(self) -> None:
        assert parse_website("http://contoh.desa.id") == parse_website("contoh.desa.id/")
        assert parse_website("www.contoh.desa.id") != parse_website("contoh.desa.id")
        assert Website(url="", printed="", host="", tier="id").warnings == ()


class TestDomains:
    @pytest.mark.parametrize(
        ("host", "tier", "marks"),
        [
            ("contoh.desa.id", "desa", set()),
            ("a.b.go.id", "gov", set()),
            ("contoh.mil.id", "gov", set()),
            ("desa.id.com", "other", set()),
            ("gmail.com", "free", {"mail-host"}),
            ("mail.contoh.desa.id", "desa", {"mail-host"}),
            ("contohdesa.id", "id", {"missing-dot"}),
            ("adesa.id", "id", set()),
            ("abdesa.id", "id", {"missing-dot"}),
            ("slemankabgo.id", "id", {"missing-dot"}),
            ("jogjakotago.id", "id", {"missing-dot"}),
            ("diyprovgo.id", "id", {"missing-dot"}),
            ("contohdesa.com", "other", set()),
            ("digitaldesa.id", "id", {"vendor"}),
            ("desacontoh.go.id", "gov", {"go-id-village"}),
            ("www.desacontoh.go.id", "gov", {"go-id-village"}),
            ("a.desacontoh.go.id", "gov", set()),
            ("desakab.go.id", "gov", set()),
            ("contoh.blogspot.com", "other", {"free-host"}),
            ("m.facebook.com", "other", {"social"}),
        ],
    )
    def test_a_host_is_judged_by_whose_it_is(self, host: str, tier: str, marks: set[str]) -> None:
        facts = assess(host)
        assert (facts.tier, set(facts.marks)) == (tier, marks)

    @pytest.mark.parametrize(
        ("host", "meant"),
        [
            ("gmial.com", "gmail.com"),
            ("gmai.com", "gmail.com"),
            ("ggmail.com", "gmail.com"),
            ("gmaol.com", "gmail.com"),
            ("gmail.com", None),
            ("mail.com", None),
            ("gmal.co", None),
            ("yahoo.co.di", "yahoo.co.id"),
            ("contoh.com", None),
            ("gmail.co.id", "gmail.com"),
        ],
    )
    def test_a_provider_is_known_by_one_slip(self, host: str, meant: str | None) -> None:
        assert nearest_provider(host) == meant

    @pytest.mark.parametrize(
        ("host", "meant"),
        [
            ("contoh.desaid", "contoh.desa.id"),
            ("contohdesaid", "contoh.desa.id"),
            ("desaid", None),
            ("a.slemankabgoid", "a.slemankab.go.id"),
            ("contoh.desa.di", "contoh.desa.id"),
            ("contoh.desa.indo", "contoh.desa.id"),
            ("desa.di", None),
            ("contoh.con", "contoh.com"),
            ("contoh.ner", "contoh.net"),
            ("contoh.orgg", "contoh.org"),
            ("contoh.idd", "contoh.id"),
            ("contoh.iid", "contoh.id"),
            ("contoh.ids", "contoh.id"),
            ("contoh.di", "contoh.id"),
            ("contoh.idx", None),
            ("contoh.xx", None),
            ("con", None),
        ],
    )
    def test_a_top_level_is_mended_where_it_is_certain(self, host: str, meant: str | None) -> None:
        assert mended(host) == meant

    @pytest.mark.parametrize(
        ("host", "fault"),
        [
            ("namadesa.slemankab.go.id", "placeholder"),
            ("a.nama-desa.slemankab.go.id", "placeholder"),
            ("namadomain.contoh.desa.id", "placeholder"),
            ("nama-domain.a.contoh.desa.id", "placeholder"),
            ("nama.contoh.desa.id", None),
            ("nama.desa.id", "placeholder"),
            ("email.id", "placeholder"),
            ("a.email.id", "placeholder"),
            ("contoh.test", "special"),
            ("a.example.com", "special"),
            ("myexample.com", None),
            ("example", "special"),
            ("contoh.xyzzy", "tld"),
            ("go.id", "suffix"),
            ("www.go.id", "suffix"),
            ("contoh.desa.id", None),
        ],
    )
    def test_a_host_that_is_nobodys_has_its_fault(self, host: str, fault: str | None) -> None:
        assert assess(host).fault == fault

    @pytest.mark.parametrize(
        ("host", "registered"),
        [
            ("a.b.contoh.desa.id", "contoh.desa.id"),
            ("www.contoh.com", "contoh.com"),
            ("contoh.id", "contoh.id"),
            ("desa.id", "desa.id"),
            ("a.contoh.co.uk", "contoh.co.uk"),
            ("a.contoh.sch.id.", "contoh.sch.id"),
        ],
    )
    def test_a_host_belongs_to_the_domain_that_was_registered(self, host: str, registered: str) -> None:
        assert assess(host).registered.rstrip(".") == registered

    def test_a_top_level_is_known_or_not(self) -> None:
        assert has_known_suffix("contoh.desa.id")
        assert has_known_suffix("id")
        assert not has_known_suffix("contoh.xyzzy")

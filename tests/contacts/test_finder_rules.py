"""What the words and marks around a number say about it, rule by rule."""

from __future__ import annotations

import pytest

from kopsurat.contacts import find_contacts


def found(text: str) -> list[str]:
    return [f"{one.kind} {one.value}" for one in find_contacts(text)]


P = "phone (0274) 555123"
M = "phone 0812-0000-0123"


class TestVetoes:
    """Numbers of accounts, persons, regulations and sums are not telephone numbers."""

    @pytest.mark.parametrize(
        "text",
        [
            "No. Rekening 0274555123",
            "Rek. 0274 555123",
            "No. Rekening Kas Desa: 0274555123",
            "No. Rekening Kas Desa Facebook: 0274555123",
            "Rekening Bank Jateng 0274-555123",
            "NIK 0274555123",
            "NIK: 34 0274 555123",
            "Rp 0812 0000 012",
            "BRI 0812-00-000123-50-1",
            "kode 0274555123",
            "0274555123",
            "Tahun 0274555123",
            "x0274555123",
            "contoh@0274555123",
            "a/0274 555123",
            "0274 555123a",
            "0274 555123%",
            "0274 555123_a",
            "#0274555123",
            "$0274555123",
            "=0274555123",
            "12.0274555123",
            "1234-0274555123",
            "0274555123.45",
            "02745551230274555123",
        ],
    )
    def test_no_telephone_is_found(self, text: str) -> None:
        assert found(text) == []

    @pytest.mark.parametrize(
        ("text", "contacts"),
        [
            ("No. Rekening\n0274555123 Email: a1@contoh.desa.id", [P, "email a1@contoh.desa.id"]),
            ("Rekening • 0274555123 a1@contoh.desa.id", [P, "email a1@contoh.desa.id"]),
            (f"Rekening {'x' * 40} 0274555123 a1@contoh.desa.id", [P, "email a1@contoh.desa.id"]),
            ("No. Rekening BRI 0123-01-012345-50-6 HP 0812-0000-0123", [M]),
            ("NIK 3404070101800001 0812-0000-0123", [M]),
            ("NIK 3404070101800001 0274555123", []),
            ("Rekening +62 274 555123", [P]),
            ("Rekening (0274) 555123", [P]),
            ("Surat a1@contoh.desa.id 0274555123", ["email a1@contoh.desa.id", P]),
        ],
    )
    def test_a_veto_reaches_as_far_as_its_line_and_number(self, text: str, contacts: list[str]) -> None:
        assert found(text) == contacts


class TestLines:
    """A run of digits is a telephone only in a line with another contact or an address."""

    @pytest.mark.parametrize(
        ("text", "contacts"),
        [
            ("Jalan Raya 1 0274555123", [P]),
            ("0274555123 Jalan Raya 1", [P]),
            ("Website: - 0274555123", [P]),
            ("Email: - 0274555123", [P]),
            ("Facebook: Desa 0274555123", [P]),
            ("Telp. ada di bawah ini yaitu sebagai berikut: 0274555123", [P]),
            ("Jalan Raya 1\n0274555123", []),
            ("0274555123\nJalan Raya 1", []),
            ("a\n0274555123 Jalan\nb", [P]),
            ("Hal 0274555123", []),
            ("0274 555123", [P]),
            ("(0274)555123", [P]),
            ("081200000123", [M]),
            ("0800 1 123456", ["phone 0800-1-123456"]),
        ],
    )
    def test_the_line_decides(self, text: str, contacts: list[str]) -> None:
        assert found(text) == contacts


class TestLabels:
    @pytest.mark.parametrize(
        ("text", "contacts"),
        [
            ("Telp0274555123", [P]),
            ("Telp.0274555123", [P]),
            ("Telp/0274555123", [P]),
            ("Telp. 1500-123", ["phone 1500-123"]),
            ("1500-123", []),
            ("Telp. 112", ["phone 112"]),
            ("Telp. 274 555123", [P]),
            ("274 555123", []),
            ("Telp. 6281200000123", [M]),
            ("0062 274 555123", [P]),
            ("+62 274 555123", [P]),
            ("62 274 555123", []),
            ("Fax 0274-555123", ["fax (0274) 555123"]),
            ("Telp/Fax 0274-555123", [P]),
            ("WA 0812-0000-0123", [f"{M} (WA)"]),
            ("WA: 0812-0000-0123, 0813-0000-0124", [f"{M} (WA)", "phone 0813-0000-0124 (WA)"]),
            ("WA: 0812-0000-0123 (Budi), 0813-0000-0124", [f"{M} (WA)", "phone 0813-0000-0124 (WA)"]),
            ("WA: 0812-0000-0123 dan 0813-0000-0124", [f"{M} (WA)", "phone 0813-0000-0124 (WA)"]),
            ("WA: 0812-0000-0123 atas nama Budi, 0813-0000-0124", [f"{M} (WA)", "phone 0813-0000-0124"]),
            ("WA • 0812-0000-0123", [M]),
            ("WA\n\n0812-0000-0123", [M]),
            (f"WA {'x' * 40} 0812-0000-0123", [M]),
            ("0812-0000-0123 WA", [f"{M} (WA)"]),
            ("0812-0000-0123 WA 0813-0000-0124", [M, "phone 0813-0000-0124 (WA)"]),
            ("0812-0000-0123 (WA)", [f"{M} (WA)"]),
            ("0812-0000-0123 (Budi)", [M]),
            ("0274-555123 ext 12", ["phone (0274) 555123 ext. 12"]),
            ("0274-555123, psw. 12", ["phone (0274) 555123 ext. 12"]),
            ("0274-555123 x12", ["phone (0274) 555123 ext. 12"]),
            ("0274-555123x12", ["phone (0274) 555123 ext. 12"]),
            ("0274-555123 psw12", ["phone (0274) 555123 ext. 12"]),
            ("Telp. 0812-0000-012x3", []),
            ("0274-555123 (ext. 12) (WA)", ["phone (0274) 555123 ext. 12 (WA)"]),
            ("0274-555123 (fax)", ["fax (0274) 555123"]),
            ("0274-555123 (fax), 0274-555124", ["fax (0274) 555123", "phone (0274) 555124"]),
            ("0812-0000-0123 (WA) / 0813-0000-0124", [f"{M} (WA)", "phone 0813-0000-0124"]),
            ("0812-0000-0123 WA / 0813-0000-0124", [f"{M} (WA)", "phone 0813-0000-0124"]),
            ("WA: 0812-0000-0123 (WA) / 0813-0000-0124", [f"{M} (WA)", "phone 0813-0000-0124 (WA)"]),
            ("0274-555123 psw. 1234567", [P]),
            ("0812-0000-0123, (WA)", [f"{M} (WA)"]),
            ("0812-0000-0123; WA", [f"{M} (WA)"]),
            ("0812-0000-0123 - WA | a1@contoh.desa.id", [f"{M} (WA)", "email a1@contoh.desa.id"]),
            ("0812-0000-0123, WA di bawah", [M]),
            ("0812-0000-0123 - WA - a1@contoh.desa.id", [f"{M} (WA)", "email a1@contoh.desa.id"]),
            ("0812-0000-0123 - WA - 0813-0000-0124", [M, "phone 0813-0000-0124 (WA)"]),
            ("Telp. [0274] 555123", [P]),
            ("0274-555123, (Fax) 0274-555124", [P, "fax (0274) 555124"]),
            ("0274-555123, (WA): 0812-0000-0123", [P, f"{M} (WA)"]),
            ("0274-555123 psw. 12-14", ["phone (0274) 555123 ext. 12"]),
            (
                "0274-555123 (psw. 12, 14), 0274-555124",
                ["phone (0274) 555123 ext. 12", "phone (0274) 555124"],
            ),
            ("0274-555123 psw 12, 0274-555124", ["phone (0274) 555123 ext. 12", "phone (0274) 555124"]),
            ("0274-555123 psw 12, 24 jam", ["phone (0274) 555123 ext. 12"]),
            ("Telp. 0274-555123 psw 12, 112", ["phone (0274) 555123 ext. 12", "phone 112"]),
            ("ext.12-14@contoh.desa.id", ["email ext.12-14@contoh.desa.id"]),
            ("Darurat 112", ["phone 112"]),
            ("https://wa.me/6281200000123", [f"{M} (WA)"]),
            ("wa.me/6281200000123?text=Halo a", [f"{M} (WA)"]),
            ("wa.me/1234567890", []),
            ("https://wa.me/6281200000123/a", ["website wa.me/6281200000123/a"]),
            ("☎0274555123", [P]),
            ("📠 0274-555123", ["fax (0274) 555123"]),
        ],
    )
    def test_a_label_says_what_a_number_is(self, text: str, contacts: list[str]) -> None:
        assert found(text) == contacts

    def test_an_emergency_number_after_its_label_is_no_warning(self) -> None:
        assert find_contacts("Darurat 112")[0].value.warnings == ()
        assert find_contacts("Telp. 112")[0].value.warnings == ("phone-emergency",)


class TestLists:
    @pytest.mark.parametrize(
        ("text", "contacts"),
        [
            ("(0274) 555123, 555124", [P, "phone (0274) 555124"]),
            ("(0274) 555123/555124", [P, "phone (0274) 555124"]),
            ("(0274) 555123-555124", [P, "phone (0274) 555124"]),
            ("(0274) 555123 555124", [P, "phone (0274) 555124"]),
            ("(0482) 21004 21005", ["phone (0482) 21004"]),
            ("(0274) 555123 dan 555124", [P, "phone (0274) 555124"]),
            ("(0274) 555123\n555124", [P]),
            ("(0274) 555123, 55281", [P]),
            ("(0274) 555123 55281", [P]),
            ("Telp. (0274) 555123, 55281", [P]),
            ("(0274) 55123, 55281", ["phone (0274) 55123", "phone (0274) 55281"]),
            ("(0274) 555123, 012345", [P]),
            ("0812-0000-0123, 555124", [M]),
            (f"(0274) 555123 {'x' * 80} Telp. 555124", [P]),
            ("(0274) 555123 Fax. 555124", [P, "fax (0274) 555124"]),
            ("(0274) 555123/24", [P]),
            ("(0274) 555123/24/2026", [P]),
            ("8432847-8432616", []),
            ("021-8432847-8432616", ["phone (021) 8432847", "phone (021) 8432616"]),
            ("021-8432847-0432616", []),
            ("021-8432847-1432616", []),
            ("0274 555123 12", [P]),
            ("0812 0000 0123 2026", [M]),
            ("(0274) 773291-3", ["phone (0274) 773291"]),
        ],
    )
    def test_a_number_without_area_code_takes_the_one_before_it(self, text: str, contacts: list[str]) -> None:
        assert found(text) == contacts

    def test_what_was_taken_over_is_warned_of(self) -> None:
        one, other = find_contacts("(0274) 555123, 555124")
        assert (one.value.warnings, other.value.warnings) == ((), ("phone-area-inherited",))

    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("a (0274) 555123 / 0812-0000-0123 b", ["(0274) 555123", "0812-0000-0123"]),
            ("Telp. ( 0274 ) 555123.", ["( 0274 ) 555123"]),
            ("Telp: ((0274) 555123)", ["(0274) 555123"]),
            ("(0274 555123)", ["(0274 555123)"]),
            ("(0274)\n555123", ["(0274)\n555123"]),
            ("0274-\n555123", ["0274-\n555123"]),
            ("(0274) 555123/24 a", ["(0274) 555123/24"]),
            ("(0274) 555123/24I4 a", ["(0274) 555123"]),
            ("(0274) 773291-3 a", ["(0274) 773291-3"]),
            ("((0274) 773291-3)", ["(0274) 773291-3"]),
            ("Telp. 112/7554'60", ["112"]),
            ("0274-555123 ext 12 a", ["0274-555123 ext 12"]),
            ("0274-555123 psw. 12-14.", ["0274-555123 psw. 12-14"]),
            ("0274-555123 psw. 12, 14 atau 16 a", ["0274-555123 psw. 12, 14 atau 16"]),
            ("0274-555123 (psw. 12 s/d 14) a", ["0274-555123 (psw. 12 s/d 14)"]),
            ("0274-555123 psw 12, 24 jam", ["0274-555123 psw 12"]),
            ("0812-0000-0123, (WA) a", ["0812-0000-0123, (WA)"]),
            ("0812-0000-0123, WA", ["0812-0000-0123, WA"]),
            ("+ 62 274 555123 a", ["+ 62 274 555123"]),
        ],
    )
    def test_the_text_of_a_number_is_what_stands_there(self, text: str, shown: list[str]) -> None:
        assert [one.text for one in find_contacts(text)] == shown


def test_that_the_first_of_several_extensions_was_kept_is_warned_of() -> None:
    for text in ("0274-555123 psw. 12-14", "0274-555123 x12/13", "0274-555123 ext 12 ext 13"):
        (one,) = find_contacts(text)
        assert one.value.warnings == ("phone-extension-several",)
        assert one.text == text
    (one,) = find_contacts("0274-555123 psw. 12, 0274")
    assert (one.value.warnings, one.text) == ((), "0274-555123 psw. 12")


class TestAddresses:
    @pytest.mark.parametrize(
        ("text", "contacts"),
        [
            ("contoh.desa.id", ["website contoh.desa.id"]),
            ("Budi, S.Kom", []),
            ("Siti, A.Md.Com", []),
            ("Website: s.com", ["website s.com"]),
            ("abc.com", []),
            ("abcd.com", ["website abcd.com"]),
            ("laporan.docx", []),
            ("contoh.xyzzy", []),
            ("www.contoh.xyzzy contoh.desa.id", []),
            ("Website: contoh.my", ["website contoh.my"]),
            ("contoh.my", []),
            ("Email: contoh.desa.id", []),
            ("Website/Email: contoh.desa.id", ["website contoh.desa.id"]),
            ("http://contoh.desa.id/a, b", ["website contoh.desa.id/a"]),
            ("contoh.desa.id/a).", ["website contoh.desa.id/a"]),
            ("contoh.desa.id:8080", []),
            ("www. contoh.desa.id", ["website www.contoh.desa.id"]),
            ("contoh.\ndesa.id", ["website contoh.desa.id"]),
            ("contoh\n.desa.id", ["website contoh.desa.id"]),
            ("contoh.desa.id\nsukamaju.desa.id", ["website contoh.desa.id", "website sukamaju.desa.id"]),
            ("a1@contoh.desa.id", ["email a1@contoh.desa.id"]),
            ("a1@contoh.\ndesa.id", ["email a1@contoh.desa.id"]),
            ("a1@\ncontoh.desa.id", ["email a1@contoh.desa.id"]),
            ("a1@contoh.desa.id.Telp", ["email a1@contoh.desa.id"]),
            ("contoh.desa.id/?q=a1@b2.id", ["website contoh.desa.id/?q=a1@b2.id"]),
            ("contoh.desa.id?a=1&q=a1@b2.id", ["website contoh.desa.id/?a=1&q=a1@b2.id"]),
            ("email=a1@contoh.desa.id", ["email a1@contoh.desa.id"]),
            ("Email.a1@contoh.desa.id", ["email a1@contoh.desa.id"]),
            ("email.a1@contoh.desa.id", ["email email.a1@contoh.desa.id"]),
            ("EMAIL.A1@CONTOH.DESA.ID", ["email email.a1@contoh.desa.id"]),
            ("Surel: Surel.a1@contoh.desa.id", ["email surel.a1@contoh.desa.id"]),
            ("a1@contoh.desa.id/b2@contoh.desa.id", ["email a1@contoh.desa.id", "email b2@contoh.desa.id"]),
            ("é1@contoh.desa.id", []),
            ("a1[at]contoh.desa.id", []),
            ("\u00bea1@contoh.desa.id", []),
            ("a1@contoh.desa.id\u2488", []),
            ("\ufb01a1@contoh.desa.id", ["email fia1@contoh.desa.id"]),
            ("@contoh", []),
            ("a1@gmial.com", []),
            ("http;//contoh.desa.id", []),
            ("htp://contoh.desa.id", []),
            ("www,contoh.desa.id", []),
            ("https://contoh.desa.id%2eevil.com/a", []),
            ("contoh.desa.id%2eevil.com lain.desa.id", ["website lain.desa.id"]),
            ("evil.com\\.desa.id lain.desa.id", ["website lain.desa.id"]),
            ("abcd.com% murah", ["website abcd.com"]),
            ("www contoh.desa.id", []),
            ("//contoh.desa.id", ["website contoh.desa.id"]),
            ("http://contoh.desa.id", ["website contoh.desa.id"]),
        ],
    )
    def test_only_what_the_parsers_accept_is_found(self, text: str, contacts: list[str]) -> None:
        assert found(text) == contacts

    def test_the_scheme_of_a_site_is_kept(self) -> None:
        assert find_contacts("http://contoh.desa.id")[0].value.url == "http://contoh.desa.id/"
        assert find_contacts("HTTPS://contoh.desa.id")[0].value.url == "https://contoh.desa.id/"

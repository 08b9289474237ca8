"""Arguments of a wrong class are refused by code, whatever public function they are given to.

The functions are those that docs/reference/api.md lists, their parameters those of their signatures. A
parameter of a kind that is not known here fails: teach it, do not leave it out.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import importlib
import inspect
import io
import os
import pathlib
import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import Any, NamedTuple

import docx
import docxtpl
import pytest
from reportlab.pdfgen.canvas import Canvas

import kopsurat
from kopsurat import contacts, kit, letterhead, nomor, register, seal
from kopsurat.arguments import expect, expect_each, expect_moment
from kopsurat.errors import InvalidInput, InvalidNomor, InvalidSeal, KopsuratError
from kopsurat.integrations.reportlab import LetterheadFlowable, draw_letterhead, letterhead_bottom
from kopsurat.layout.profile import builtin_style
from kopsurat.shapes import faults_of

ROOT = pathlib.Path(kopsurat.__file__).parent.parent
PAGE = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")
NAIVE = dt.datetime(2026, 11, 24, 12, 0)  # noqa: DTZ001 - the mistake that is tested
AT = NAIVE.replace(tzinfo=dt.UTC)
DAY = AT.date()
OFFICE = kopsurat.read_office(ROOT / "examples" / "sukamaju")
LETTER = kopsurat.read_letter(ROOT / "examples" / "sukamaju" / "surat.md", office=OFFICE)
KEY = kopsurat.SigningKey.from_scalar(7)
HOST = "sukamaju.desa.id"
OFFICE_RECORD = seal.OfficeRecord(host=HOST, desa="Desa Sukamaju")
SEAL = kopsurat.seal_letter(LETTER, OFFICE, key=KEY, host=HOST)
FRAME = {"host": HOST, "kid": KEY.public.kid, "entries": (), "issued_at": AT, "counter": 1}
TRUST_LIST = {"publisher": "Kabupaten", "offices": (), "issued_at": AT, "expires": AT, "counter": 1}
SHIPMENT = register.Shipment(day=DAY, nomor="1", letter_date=DAY, summary="Undangan", party="Camat")
SAMPLES: list[object] = [
    *(OFFICE, OFFICE.signatories[0], OFFICE.desa, OFFICE.letterhead, OFFICE.contacts, LETTER, LETTER.kind),
    *(KEY, KEY.public, SEAL, SEAL.claims, kopsurat.Trust.of(KEY.public), OFFICE_RECORD),
    kopsurat.verify(SEAL.link, trust=kopsurat.Trust.of(KEY.public), at=AT),
    seal.LetterFile.parse(SEAL.letter_json),
    seal.KeyRecord(key=KEY.public, since=DAY),
    seal.KeyList(office=OFFICE_RECORD, issued_at=AT, counter=1),
    seal.RevokedList(**FRAME),
    seal.IssuedList(**FRAME),
    seal.TrustList(**TRUST_LIST, signer=KEY.public),
    *(
        seal.SignerTerm(name="A", jabatan="B"),
        seal.Reason("seal-revoked"),
        seal.Link(host=HOST, cose=b"\x84"),
    ),
    register.Record(direction="out", nomor="1", date=DAY, day=DAY),
    register.Reservation(scope="semua", year=2026, value=1, token="a"),  # noqa: S106 - not a password
    register.Revocation(seal_id=bytes(8), kid=bytes(4), day=DAY, reason="withdrawn"),
    *(SHIPMENT, nomor.parse_pattern("{urut}"), nomor.NomorScope.ALL, kit.StampOwner.KEPALA, kit.LARGE),
    *(kit.draw_stamp(OFFICE), kopsurat.parse_phone("112"), kopsurat.compose(LETTER, OFFICE)),
    *(LetterheadFlowable(OFFICE), builtin_style("umum"), contacts.PROFILES["seed"], seal.Origin.DNS),
    *(letterhead.LetterheadVariant.BPD, kopsurat.Format.PDF, ThreadPoolExecutor(1), KopsuratError("a-b")),
    *(docx.Document(), docxtpl.DocxTemplate(io.BytesIO()), Canvas(io.BytesIO())),
]
"""A value of every class of the package, and of other libraries, that a function takes."""
PLAIN: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "bytes": (bytes,),
    "int": (int,),
    "float": (int, float),
    "None": (type(None),),
    "dt.date": (dt.date,),
    "dt.datetime": (dt.datetime,),
    "dt.timedelta": (dt.timedelta,),
    "os.PathLike": (os.PathLike,),
    "PathOrText": (str, os.PathLike),
    "Mapping": (Mapping,),
    "Callable": (Callable,),
    "Executor": (Executor,),
    "Iterable": (),
    "Sequence": (),
    "tuple": (),
    "Media": (str,),
    "Policy": (str,),
    "Language": (str,),
    "type": (type,),
    "IO": (io.TextIOBase,),
    "bool": (object,),
    "Any": (object,),
    "WordDocument": (type(docx.Document()),),
    "SealMark": (kopsurat.Seal,),
}
"""The classes behind other annotations. Of collections only the items count; a flag takes anything."""
GIVEN: dict[str, object] = {
    "link_or_bytes": SEAL.link,
    "source": b"{}",
    "pem": b"",
    "at": AT,
    "path_or_text": "\n",
}
BY_CLASS: list[tuple[type, object]] = [
    *((str, "teks"), (bytes, b"teks"), (int, 3), (dt.datetime, AT), (dt.date, DAY)),
    *((dt.timedelta, dt.timedelta(1)), (Mapping, {}), (os.PathLike, pathlib.Path("berkas"))),
]
WRONG = [
    None,
    "teks",
    b"teks",
    3,
    2.5,
    {"nama": 1},
    [None],
    object(),
    pathlib.Path("berkas"),
    DAY,
    NAIVE,
    OFFICE,
]


def _key_list(office: seal.OfficeRecord) -> bytes:
    return seal.build_key_list(seal.KeyList(office=office, issued_at=AT, counter=1), KEY)


def _with_register(action: str, *more: object) -> Callable[[Any], object]:
    def use(value: object) -> object:
        with register.Register(":memory:") as agenda:
            return getattr(agenda, action)(value, *more)

    return use


USES: list[tuple[object, Callable[[Any], object]]] = [
    (OFFICE, lambda office: kopsurat.compose(LETTER, office)),
    (OFFICE.desa, lambda level: dataclasses.replace(OFFICE, desa=level)),
    (OFFICE.signatories[0], lambda person: dataclasses.replace(OFFICE, signatories=(person,))),
    (
        OFFICE.letterhead,
        lambda head: kopsurat.compose_letterhead(dataclasses.replace(OFFICE, letterhead=head)),
    ),
    (LETTER, lambda letter: kopsurat.compose(letter, OFFICE)),
    (LETTER.kind, lambda kind: kopsurat.compose(dataclasses.replace(LETTER, kind=kind), OFFICE)),
    (
        LETTER.signatures[0],
        lambda each: kopsurat.compose(dataclasses.replace(LETTER, signatures=(each,)), OFFICE),
    ),
    (SEAL.claims, lambda claims: seal.seal_claims(claims, KEY)),
    (kopsurat.Trust.of(KEY.public), lambda trust: kopsurat.verify(SEAL.link, trust=trust, at=AT)),
    (OFFICE_RECORD, _key_list),
    (
        seal.KeyRecord(key=KEY.public, since=DAY),
        lambda key: _key_list(dataclasses.replace(OFFICE_RECORD, keys=(key,))),
    ),
    (
        seal.SignerTerm(name="A", jabatan="B"),
        lambda term: _key_list(dataclasses.replace(OFFICE_RECORD, signers=(term,))),
    ),
    (
        seal.KeyList(office=OFFICE_RECORD, issued_at=AT, counter=1),
        lambda listing: seal.build_key_list(listing, KEY),
    ),
    (seal.RevokedList(**FRAME), lambda listing: seal.build_revoked_list(listing, KEY)),
    (seal.IssuedList(**FRAME), lambda listing: seal.build_issued_list(listing, KEY)),
    (
        seal.TrustList(**TRUST_LIST, signer=KEY.public),
        lambda listing: seal.build_trust_list(listing, KEY),
    ),
    (register.Record(direction="keluar", nomor="1", date=DAY, day=DAY), _with_register("add")),
    (
        register.Revocation(seal_id=bytes(8), kid=bytes(4), day=DAY, reason="withdrawn"),
        _with_register("revoke"),
    ),
    (register.Reservation(scope="semua", year=2026, value=1, token="a"), _with_register("use", "1")),  # noqa: S106
    (SHIPMENT, _with_register("ship")),
    (kit.LARGE, lambda size: kit.draw_stamp(OFFICE, size=size)),
    (kit.draw_stamp(OFFICE), kit.svg_of),
    (kopsurat.compose(LETTER, OFFICE), lambda document: kopsurat.render(document, "pdf")),
]
"""Values that people put together, and what they are for."""


class Case(NamedTuple):
    name: str
    function: Callable[..., Any]
    parameter: str
    annotation: str


def public() -> Iterator[tuple[str, Any]]:
    """Yield what the page lists as public, by name."""
    section = PAGE.split("## Public modules")[1].split("\n## ")[0]
    for module, names in re.findall(r"^\| `(kopsurat[a-z_.]*)` \| (.*?) \|", section, re.MULTILINE):
        home = importlib.import_module(module)
        for name in home.__all__ if names == "all" else re.findall(r"`(\w+)`", names):
            yield f"{module}.{name}", getattr(home, name)


def functions() -> dict[str, Callable[..., Any]]:
    """Return every public function, and the methods of the public classes."""
    found: dict[str, Callable[..., Any]] = {}
    names: dict[Any, str] = {}
    for name, each in public():
        if names.setdefault(each, name) != name if callable(each) else True:
            continue
        if inspect.isfunction(each):
            found[name] = each
        elif inspect.isclass(each) and not issubclass(each, BaseException):
            found |= {f"{name}.{method}": bound for method, bound in methods(each)}
    return found


def methods(kind: type) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, raw in vars(kind).items():
        is_of_class = isinstance(raw, classmethod)
        if not name.startswith("_") and (is_of_class or inspect.isfunction(raw)):
            yield name, getattr(kind if is_of_class else sample_of(kind), name)


def sample_of(kind: type) -> object:
    if kind is register.Register:
        return register.Register(":memory:")
    return next(each for each in SAMPLES if isinstance(each, kind))


def cases() -> Iterator[Case]:
    for name, function in functions().items():
        for parameter in inspect.signature(function).parameters.values():
            yield Case(name, function, parameter.name, str(parameter.annotation))


def taken(annotation: str) -> tuple[type, ...]:
    """Return the classes that a parameter takes; an annotation that is not known here is an error."""
    by_name = {type(each).__name__: (type(each),) for each in SAMPLES} | PLAIN
    bare = re.sub(
        r"\[[^|]*?\](?= \||$)", "", re.sub(r"\[.*\]", lambda m: m.group().replace("|", ""), annotation)
    )
    return tuple(kind for part in bare.split(" | ") for kind in by_name[part])


def arguments(case: Case, wrong: object) -> tuple[list[object], dict[str, object]]:
    """Return arguments of the right classes for everything else, and the wrong one."""
    positional: list[object] = []
    named: dict[str, object] = {}
    for parameter in inspect.signature(case.function).parameters.values():
        if parameter.name == case.parameter:
            value = wrong
        elif parameter.default is not parameter.empty or parameter.kind is parameter.VAR_KEYWORD:
            continue
        else:
            value = right(parameter)
        if parameter.kind in (parameter.POSITIONAL_ONLY, parameter.VAR_POSITIONAL):
            positional.append(value)
        elif parameter.kind is parameter.VAR_KEYWORD:
            named["lain"] = value
        else:
            named[parameter.name] = value
    return positional, named


def right(parameter: inspect.Parameter) -> object:
    if parameter.name in GIVEN:
        return GIVEN[parameter.name]
    kinds = taken(str(parameter.annotation))
    plain = [value for kind, value in BY_CLASS if kind in kinds]
    return (
        next(iter(plain), None) if plain else next((s for s in SAMPLES if kinds and isinstance(s, kinds)), ())
    )


def called(case: Case, wrong: object) -> None:
    positional, named = arguments(case, wrong)
    result = case.function(*positional, **named)
    if isinstance(result, contextlib.AbstractContextManager):
        with result:
            pass
    elif isinstance(result, Iterator):
        for each in result:
            if getattr(each, "faults", ()):
                raise each.faults[0]


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.name}-{case.parameter}") for case in cases()])
def test_a_wrong_class_is_refused_by_code(
    case: Case, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kinds = taken(case.annotation)
    for wrong in WRONG:
        if isinstance(wrong, kinds):
            continue
        try:
            called(case, wrong)
        except (KopsuratError, ExceptionGroup) as error:
            assert all(fault.code for fault in faults_of(error))
        except Exception as error:
            raise AssertionError(f"{case.parameter}={wrong!r} ends in {error!r}") from error
        else:
            pytest.fail(f"{case.parameter}={wrong!r} is taken")
    assert list(tmp_path.iterdir()) == []


def test_the_page_lists_functions_that_exist() -> None:
    names = set(functions())
    assert {
        "kopsurat.compose",
        "kopsurat.kit.make_kit",
        "kopsurat.integrations.pdf.overlay_letterhead",
    } <= names
    assert len(names) > 100


class TestWhatIsSaid:
    def test_the_parameter_the_class_given_and_the_class_wanted_are_named(self) -> None:
        with pytest.raises(InvalidInput) as raised:
            kopsurat.compose({"nomor": "1"}, OFFICE)  # type: ignore[arg-type] - the mistake that is tested
        assert (raised.value.code, raised.value.path) == ("wrong-type", "letter")
        assert kopsurat.explain(raised.value) == "“letter” harus berupa Letter, bukan dict."
        assert kopsurat.explain(raised.value, "en") == "“letter” must be Letter, not dict."

    def test_classes_that_will_do_are_all_named(self) -> None:
        with pytest.raises(InvalidInput) as raised:
            expect(3, str | os.PathLike | None, "berkas")
        assert raised.value.evidence["expected"] == "str | PathLike | None"

    def test_where_only_text_will_do_the_code_is_that_of_the_files(self) -> None:
        with pytest.raises(InvalidInput) as raised:
            kopsurat.seal_letter(LETTER, OFFICE, key=KEY, host=None)  # type: ignore[arg-type] - as above
        assert (raised.value.code, raised.value.path) == ("not-a-text", "host")

    @pytest.mark.parametrize(
        ("given", "code", "path"),
        [
            ("teks", "not-a-list", "huruf"),
            ({"a": 1}, "not-a-list", "huruf"),
            (3, "wrong-type", "huruf"),
            (["a", 3], "not-a-text", "huruf[1]"),
        ],
    )
    def test_an_item_of_a_collection_has_its_place(self, given: object, code: str, path: str) -> None:
        with pytest.raises(InvalidInput) as raised:
            expect_each(given, str, "huruf")
        assert (raised.value.code, raised.value.path) == (code, path)

    def test_collections_of_every_make_are_read_once(self) -> None:
        assert expect_each(iter("ab"), str, "huruf") == expect_each(["a", "b"], str, "huruf") == ("a", "b")

    def test_a_wrong_letter_among_many_does_not_stop_the_others(self) -> None:
        from kopsurat.batch import render_many

        with ThreadPoolExecutor(1) as executor:
            letters: list[Any] = [None, LETTER]
            results = list(render_many(letters, OFFICE, executor=executor))
        assert [fault.code for fault in results[0].faults] == ["wrong-type"]
        assert results[1].files["pdf"]


class TestValuesThatSomebodyPutTogether:
    @pytest.mark.parametrize(
        ("field", "wrong", "code", "path"),
        [
            ("kind", "undangan", "wrong-type", "letter.kind"),
            ("kind", dataclasses.replace(LETTER.kind, family="judul"), "wrong-type", "letter.kind.family"),
            ("nomor", None, "not-a-text", "letter.nomor"),
            ("date", "2026-11-24", "wrong-type", "letter.date"),
            ("date", AT, "wrong-type", "letter.date"),
            ("expires", AT, "wrong-type", "letter.expires"),
            ("perihal", 3, "wrong-type", "letter.perihal"),
            ("body", "teks", "wrong-type", "letter.body"),
            ("body", ("teks",), "wrong-type", "letter.body[0]"),
            ("recipients", ["Camat"], "wrong-type", "letter.recipients"),
            ("tembusan", ("Camat", 3), "not-a-text", "letter.tembusan[1]"),
            ("signatures", ("kades",), "wrong-type", "letter.signatures[0]"),
            ("letterhead_variant", "garuda", "choice-unknown", "letter.letterhead_variant"),
        ],
    )
    def test_a_letter_with_a_wrong_field_is_neither_set_nor_sealed(
        self, field: str, wrong: Any, code: str, path: str
    ) -> None:
        mistaken = dataclasses.replace(LETTER, **{field: wrong})
        for work in (
            lambda: kopsurat.compose(mistaken, OFFICE),
            lambda: kopsurat.seal_letter(mistaken, OFFICE, key=KEY, host=HOST),
        ):
            with pytest.raises(InvalidInput) as raised:
                work()
            assert (raised.value.code, raised.value.path) == (code, path)

    def test_a_number_that_is_still_a_pattern_stands_on_drafts_alone(self) -> None:
        pattern = dataclasses.replace(LETTER, nomor="{klasifikasi}/{urut:03}/DS-SM/{tahun}")
        for work in (
            lambda: kopsurat.compose(pattern, OFFICE),
            lambda: kopsurat.seal_letter(pattern, OFFICE, key=KEY, host=HOST),
        ):
            with pytest.raises(InvalidNomor) as raised:
                work()
            assert (raised.value.code, raised.value.path) == ("nomor-is-pattern", "nomor")
            assert "kopsurat number take" in kopsurat.explain(raised.value)
        assert kopsurat.compose(dataclasses.replace(pattern, is_draft=True), OFFICE)

    @pytest.mark.parametrize(("value", "use"), USES, ids=lambda each: type(each).__name__)
    def test_a_wrong_class_in_any_field_of_a_value_is_refused_or_does_no_harm(
        self, value: Any, use: Callable[[Any], object]
    ) -> None:
        refused = set()
        for field in dataclasses.fields(value):
            for wrong in (*WRONG, ("a", 3), float("nan"), AT):
                try:
                    use(dataclasses.replace(value, **{field.name: wrong}))
                except (KopsuratError, ExceptionGroup) as error:
                    assert all(fault.code for fault in faults_of(error))
                    refused.add(field.name)
                except Exception as error:
                    raise AssertionError(f"{field.name}={wrong!r} ends in {error!r}") from error
        assert refused == {field.name for field in dataclasses.fields(value)}

    def test_the_path_is_that_of_the_field_inside(self) -> None:
        named = dataclasses.replace(OFFICE.signatories[0], name=None)
        with pytest.raises(InvalidInput) as raised:
            dataclasses.replace(OFFICE, signatories=(OFFICE.signatories[0], named))
        assert (raised.value.code, raised.value.path) == ("not-a-text", "signatories[1].name")
        record = dataclasses.replace(OFFICE_RECORD, keys=(seal.KeyRecord(key=KEY.public, since=AT),))
        with pytest.raises(InvalidInput) as raised:
            seal.build_key_list(seal.KeyList(office=record, issued_at=AT, counter=1), KEY)
        assert raised.value.path == "listing.office.keys[0].since"
        assert raised.value.evidence["expected"] == "date"


class TestValuesThatNothingCanBeDoneWith:
    @pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
    def test_an_endless_number_is_no_number(self, number: float) -> None:
        canvas = Canvas(io.BytesIO())
        for call in (
            lambda: draw_letterhead(canvas, OFFICE, left=number),
            lambda: draw_letterhead(canvas, OFFICE, top=number),
            lambda: letterhead_bottom(OFFICE, (number, 800)),
            lambda: LetterheadFlowable(OFFICE).wrap(number, 100),
        ):
            with pytest.raises(InvalidInput, match="not-a-number"):
                call()

    def test_a_chunk_of_no_letters_would_lose_them_all(self) -> None:
        from kopsurat.batch import render_many

        for chunk in (0, -1):
            with pytest.raises(InvalidInput, match="not-a-number"):
                next(render_many([LETTER], OFFICE, chunk=chunk))

    def test_a_size_that_does_not_exist_is_told_with_those_that_do(self) -> None:
        for call in (
            lambda: kit.compose_envelope(OFFICE, size="A4"),
            lambda: kit.compose_contact_poster(OFFICE, paper="A5"),
            lambda: kit.compose_verification_poster(OFFICE, paper=""),
            lambda: kopsurat.scan(b"", media="gif"),  # type: ignore[arg-type] - the mistake that is tested
        ):
            with pytest.raises(InvalidInput) as raised:
                call()
            assert raised.value.code == "choice-unknown"
            assert raised.value.evidence["choices"]

    @pytest.mark.parametrize("color", ["", "merah", "#4B2A86", '"/><script>', "4B2A86 "])
    def test_a_color_has_six_hexadecimal_digits(self, color: str) -> None:
        with pytest.raises(InvalidInput, match="color-malformed"):
            kit.draw_stamp(OFFICE, color=color)
        assert b'"#00ff7F"' in kit.svg_of(kit.draw_stamp(OFFICE, color="00ff7F"))

    @pytest.mark.parametrize(
        "link", ["", "http://sukamaju.desa.id/a", "https://a b", "ftp://a.desa.id", "halo"]
    )
    def test_a_link_that_leads_nowhere_is_called_the_link(self, link: str) -> None:
        for call in (
            lambda: kopsurat.compose(LETTER, OFFICE, link=link),
            lambda: kopsurat.compose_letterhead(OFFICE, link=link),
        ):
            with pytest.raises(kopsurat.InvalidWebsite) as raised:
                call()
            assert raised.value.path == "link"

    def test_a_pair_has_two_items(self) -> None:
        for pair in ((), (1,), (1, 2, 3)):
            with pytest.raises(InvalidInput) as raised:
                letterhead_bottom(OFFICE, pair)  # type: ignore[arg-type] - as above
            assert (raised.value.code, raised.value.path) == ("wrong-type", "pagesize")

    def test_an_id_of_a_seal_has_eight_bytes(self) -> None:
        for identifier in (b"", bytes(7), bytes(9)):
            with pytest.raises(InvalidSeal, match="seal-id-size"):
                seal.format_code(identifier)


class TestMoments:
    def test_one_without_a_time_zone_is_refused_by_name(self) -> None:
        trust = kopsurat.Trust.of(KEY.public)
        for verify in (kopsurat.verify, kopsurat.verify_file):
            with pytest.raises(InvalidInput) as raised:
                verify(b"", trust=trust, at=NAIVE)
            assert (raised.value.code, raised.value.path) == ("moment-naive", "at")
        assert "zona waktu" in kopsurat.explain(raised.value)

    def test_nor_does_it_go_into_a_list_or_come_from_a_clock(self) -> None:
        naive = FRAME | {"issued_at": NAIVE}
        builds: list[tuple[Callable[[], object], str]] = [
            (lambda: seal.build_revoked_list(seal.RevokedList(**naive), KEY), "listing.issued_at"),
            (lambda: seal.build_issued_list(seal.IssuedList(**naive), KEY), "listing.issued_at"),
            (
                lambda: seal.build_key_list(
                    seal.KeyList(office=OFFICE_RECORD, issued_at=NAIVE, counter=1), KEY
                ),
                "listing.issued_at",
            ),
            (lambda: _trust_list(issued_at=NAIVE), "listing.issued_at"),
            (lambda: _trust_list(expires=NAIVE), "listing.expires"),
            (lambda: register.Register(":memory:", clock=lambda: NAIVE).ship(SHIPMENT), "clock"),
        ]
        for build, path in builds:
            with pytest.raises(InvalidInput) as raised:
                build()
            assert (raised.value.code, raised.value.path) == ("moment-naive", path)

    def test_a_zone_that_does_not_know_its_offset_is_none(self) -> None:
        class Nowhere(dt.tzinfo):
            def utcoffset(self, _moment: dt.datetime | None) -> None:
                return None

        with pytest.raises(InvalidInput, match="moment-naive"):
            expect_moment(NAIVE.replace(tzinfo=Nowhere()), "at")


def _trust_list(**changed: Any) -> bytes:
    return seal.build_trust_list(seal.TrustList(**TRUST_LIST | changed, signer=KEY.public), KEY)

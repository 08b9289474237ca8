"""The value types in pydantic models, and JSON schema, without a dependency on pydantic."""

import subprocess
import sys
from pathlib import Path

import pydantic
import pytest
from pydantic import TypeAdapter, ValidationError

from kopsurat.contacts import ContactCard, Email, Phone, ServiceHours, Website, parse_phone


class Office(pydantic.BaseModel):
    """A model of another program."""

    phone: Phone
    email: Email
    website: Website | None = None
    hours: ServiceHours | None = None
    line: ContactCard | None = None


DATA = {
    "phone": "0274 555123",
    "email": "Sekretariat@contoh.desa.id",
    "website": "https://contoh.desa.id",
    "hours": "24 jam",
}


def test_text_becomes_values_and_values_become_text() -> None:
    office = Office.model_validate(DATA)
    assert office.phone == parse_phone("(0274) 555123")
    assert office.model_dump(mode="json", exclude_none=True) == {
        "phone": "(0274) 555123",
        "email": "sekretariat@contoh.desa.id",
        "website": "contoh.desa.id",
        "hours": "24 jam",
    }
    assert Office.model_validate_json(office.model_dump_json()) == office


def test_a_value_is_taken_as_it_is() -> None:
    phone = parse_phone("0274555123")
    assert Office(phone=phone, email=DATA["email"]).phone is phone  # type: ignore[arg-type]


def test_a_card_is_its_line() -> None:
    line = "Telp: (0274) 555123 • Website: contoh.desa.id"
    office = Office.model_validate({**DATA, "line": line})
    assert office.model_dump(mode="json")["line"] == line
    with pytest.raises(pydantic.ValidationError) as raised:
        Office.model_validate({**DATA, "line": "Telp: 0812 • Email: a@b@c"})
    assert raised.value.errors()[0]["type"] == "phone-too-short"


def test_errors_carry_our_codes_and_sentences() -> None:
    with pytest.raises(pydantic.ValidationError) as raised:
        Office.model_validate({**DATA, "phone": "0812", "email": "a@gmial.com", "website": 7})
    errors = {error["loc"][0]: error for error in raised.value.errors()}
    assert errors["phone"]["type"] == "phone-too-short"
    assert "too short" in errors["phone"]["msg"]
    assert errors["email"]["type"] == "email-domain-typo"
    assert errors["email"]["ctx"]["suggestion"] == "a@gmail.com"
    assert errors["website"]["type"] == "string_type"


def test_braces_in_what_somebody_wrote_do_not_break_the_message() -> None:
    with pytest.raises(pydantic.ValidationError) as raised:
        Office.model_validate({**DATA, "phone": "{x} {0} {{a}} 0812"})
    assert "{0}" in str(raised.value)


def test_the_json_schema_says_what_is_taken() -> None:
    schema = Office.model_json_schema()
    assert schema["properties"]["phone"]["type"] == "string"
    assert schema["properties"]["email"]["format"] == "email"
    assert "(0274) 555123" in schema["properties"]["phone"]["examples"]
    assert schema["required"] == ["phone", "email"]


def test_a_card_is_written_with_every_field_and_reads_back() -> None:
    line = "Telp: (0274) 555123 • Fax: (0274) 555124 • Darurat: 112 • Jam layanan: 24 jam"
    adapter = TypeAdapter(ContactCard)
    assert adapter.dump_python(ContactCard.parse_line(line), mode="json") == line
    assert adapter.validate_python(line).line("lengkap") == line


@pytest.mark.parametrize("given", [5, None, b"0274555123", ["0274555123"]])
def test_what_is_no_text_is_pydantics_own_error(given: object) -> None:
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(Phone).validate_python(given)
    (error,) = raised.value.errors()
    assert (error["type"], error["msg"]) == ("string_type", "Input should be a valid string")


def test_an_error_of_ours_keeps_its_code_sentence_and_suggestion() -> None:
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(Phone).validate_python("O274 555123")
    (error,) = raised.value.errors()
    assert (error["type"], error["ctx"]) == ("phone-letters", {"suggestion": "(0274) 555123"})
    assert "O274 555123" in error["msg"]
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(Phone).validate_python("{0274} 5551")
    assert raised.value.errors()[0]["type"] == "phone-too-short"
    assert "{0274} 5551" in raised.value.errors()[0]["msg"]
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(ContactCard).validate_python("Telp. 0812 Email: a@ b.desa.id")
    assert raised.value.errors()[0]["type"] == "phone-too-short"


def test_pydantic_is_not_loaded_by_ourselves() -> None:
    code = (
        "import sys; from kopsurat.contacts import parse_phone, parse_email, ContactCard, parse_hours; "
        "parse_phone('0274555123'); ContactCard(); parse_hours('24 jam'); "
        "assert not [n for n in sys.modules if n.startswith('pydantic')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_the_parsers_load_their_libraries_when_they_are_first_used() -> None:
    code = (
        "import sys; import kopsurat.contacts; "
        "heavy = {'phonenumbers', 'email_validator', 'ada_url', 'publicsuffixlist', 'lokal', 'dns'}; "
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])

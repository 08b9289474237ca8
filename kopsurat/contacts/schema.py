"""What pydantic asks of the value types; pydantic is loaded only when it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kopsurat.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["core_schema_of", "json_schema_of"]

_JSON_SCHEMAS: Final[dict[str, dict[str, Any]]] = {
    "phone": {
        "type": "string",
        "title": "Phone",
        "description": "Nomor telepon Indonesia seperti tercetak / Indonesian telephone number as printed",
        "examples": ["(0274) 555123", "0812-0000-0123 (WA)", "1500-123"],
    },
    "email": {
        "type": "string",
        "format": "email",
        "title": "Email",
        "description": "Alamat email kantor / e-mail address of an office",
        "examples": ["sekretariat@sukamaju.desa.id"],
    },
    "website": {
        "type": "string",
        "title": "Website",
        "description": "Alamat situs web, boleh tanpa https:// / website address, https:// may be left out",
        "examples": ["https://sukamaju.desa.id", "sukamaju.desa.id"],
    },
    "hours": {
        "type": "string",
        "title": "ServiceHours",
        "description": "Jam layanan dengan zona waktu / service hours with time zone",
        "examples": ["Senin–Jumat 08.00–15.00 WIB", "24 jam"],
    },
    "card": {
        "type": "string",
        "title": "ContactCard",
        "description": "Baris kontak kop surat / contact line of a letterhead",
        "examples": ["Telp: (0274) 555123 • Email: sekretariat@sukamaju.desa.id • Website: sukamaju.desa.id"],
    },
}


def core_schema_of(
    value_type: type[Any],
    parse: Callable[[str], Any],
    *,
    write: Callable[[Any], str] = str,
) -> Any:  # noqa: ANN401 - pydantic's own type
    """Return a pydantic core schema: takes the value or its text, gives the value, writes the text.

    Of several faults at once, pydantic is told the first.
    """
    from pydantic_core import PydanticCustomError, core_schema

    def validated(given: object) -> object:
        if isinstance(given, value_type):
            return given
        if not isinstance(given, str):
            raise PydanticCustomError("string_type", "Input should be a valid string")
        try:
            return parse(given)
        except InvalidInput as fault:
            raise _custom_error(fault) from fault
        except ExceptionGroup as group:
            raise _custom_error(group.exceptions[0]) from group

    def _custom_error(fault: Any) -> PydanticCustomError:  # noqa: ANN401 - a fault of this package
        from kopsurat.messages import explain

        context = {"suggestion": fault.suggestion} if fault.suggestion else {}
        return PydanticCustomError(fault.code, explain(fault, "en"), context)

    return core_schema.no_info_plain_validator_function(
        validated,
        serialization=core_schema.plain_serializer_function_ser_schema(write, when_used="json"),
    )


def json_schema_of(kind: str) -> dict[str, Any]:
    """Return the JSON schema of a value type; a fresh copy that pydantic may change."""
    return {**_JSON_SCHEMAS[kind]}

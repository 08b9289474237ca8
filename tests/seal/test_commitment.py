"""The commitment to the whole letter, ``surat.json`` and redaction."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopsurat.errors import InvalidSeal
from kopsurat.seal import LetterFile, SigningKey, jcs
from kopsurat.seal.commitment import commit, written_with_leaves

KEY = SigningKey.from_scalar(20261124)
FIELDS: dict[str, Any] = {
    "nomor": "470/012/DS-SKM/III/2026",
    "isi": ["Siti Aminah, NIK 3215014501900001, ialah warga kami.", {"label": "Alamat", "nilai": "RT 003"}],
    "isian": {"nama": "Siti Aminah", "nik": "3215014501900001", "a/b~c": "x"},
    "kosong": [],
}

models = st.dictionaries(
    st.text(max_size=6),
    st.recursive(
        st.none() | st.booleans() | st.integers(-1000, 1000) | st.text(max_size=10),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
        max_leaves=6,
    ),
    max_size=5,
).filter(lambda model: "\ud800" not in repr(model))


class TestTree:
    def test_the_commitment_follows_the_formula(self) -> None:
        file = commit({"b": "x", "a": 5}, KEY)
        secret = KEY.derive(b"letter secret", b'{"a":5,"b":"x"}')
        leaves = b""
        for name, value in (("/a", b"5"), ("/b", b'"x"')):
            import hmac

            salt = hmac.digest(secret, name.encode(), "sha256")[:16]
            leaf = b'["' + name.encode() + b'",' + value + b"]"
            leaves += hashlib.sha256(b"\x00" + salt + leaf).digest()
        assert file.commitment == hashlib.sha256(b"\x01" + leaves).digest()[:16]

    def test_fields_are_the_leaves_of_the_model_by_json_pointer(self) -> None:
        text, leaves = written_with_leaves(FIELDS)
        assert text.encode() == jcs.canonical(FIELDS)
        assert {pointer: value for pointer, (value, _) in leaves.items()} == {
            "/nomor": "470/012/DS-SKM/III/2026",
            "/isi/0": "Siti Aminah, NIK 3215014501900001, ialah warga kami.",
            "/isi/1/label": "Alamat",
            "/isi/1/nilai": "RT 003",
            "/isian/nama": "Siti Aminah",
            "/isian/nik": "3215014501900001",
            "/isian/a~1b~0c": "x",
            "/kosong": [],
        }

    @settings(max_examples=80, deadline=None)
    @given(models)
    def test_every_leaf_is_there_with_its_canonical_json(self, model: dict[str, Any]) -> None:
        text, leaves = written_with_leaves(model)
        assert text.encode() == jcs.canonical(model)
        assert all(written.encode() == jcs.canonical(value) for value, written in leaves.values())

    def test_the_same_letter_and_key_give_the_same_file(self) -> None:
        assert commit(FIELDS, KEY).to_json() == commit(FIELDS, KEY).to_json()

    def test_another_key_gives_other_salts(self) -> None:
        other = commit(FIELDS, SigningKey.from_scalar(5))
        assert other.commitment != commit(FIELDS, KEY).commitment
        assert other.values() == commit(FIELDS, KEY).values()

    @settings(max_examples=80, deadline=None)
    @given(models, models)
    def test_different_letters_have_different_commitments(
        self, first: dict[str, Any], second: dict[str, Any]
    ) -> None:
        # a letter of no field and one empty object have the same leaves, as the model never has them
        if written_with_leaves(first)[1] != written_with_leaves(second)[1]:
            assert commit(first, KEY).commitment != commit(second, KEY).commitment


class TestLetterFile:
    @settings(max_examples=80, deadline=None)
    @given(models)
    def test_it_comes_back_from_its_bytes(self, model: dict[str, Any]) -> None:
        file = commit(model, KEY)
        assert LetterFile.parse(file.to_json()) == file
        assert LetterFile.parse(file.to_json()).commitment == file.commitment

    def test_the_order_of_fields_in_the_file_does_not_matter(self) -> None:
        file = commit(FIELDS, KEY)
        content = json.loads(file.to_json())
        content["fields"] = dict(reversed(content["fields"].items()))
        assert LetterFile.parse(json.dumps(content, indent=3).encode()) == file

    @pytest.mark.parametrize(
        "change",
        [
            lambda fields: fields["/nomor"].update(value="470/013"),
            lambda fields: fields["/nomor"].update(salt="00" * 16),
            lambda fields: fields.pop("/nomor"),
            lambda fields: fields.update({"/x": {"salt": "00" * 16, "value": "x"}}),
            lambda fields: fields.update({"/nama": fields.pop("/nomor")}),
            lambda fields: fields["/nomor"].update(value=["470/012/DS-SKM/III/2026"]),
        ],
        ids=["value", "salt", "removed", "added", "renamed", "type"],
    )
    def test_any_change_of_a_field_is_noticed(self, change: Any) -> None:
        file = commit(FIELDS, KEY)
        content = json.loads(file.to_json())
        change(content["fields"])
        assert LetterFile.parse(json.dumps(content).encode()).commitment != file.commitment

    @pytest.mark.parametrize(
        "text",
        [
            "[]",
            "{}",
            '{"kopsurat":1,"link":"","fields":[]}',
            '{"kopsurat":2,"link":"","fields":{}}',
            '{"kopsurat":1,"link":5,"fields":{}}',
            '{"kopsurat":1,"link":"","fields":{"/a":5}}',
            '{"kopsurat":1,"link":"","fields":{"/a":{"leaf":"00"}}}',
            '{"kopsurat":1,"link":"","fields":{"/a":{"salt":"zz","value":1}}}',
            '{"kopsurat":1,"link":"","fields":{},"more":1}',
        ],
    )
    def test_another_shape_is_refused(self, text: str) -> None:
        with pytest.raises(InvalidSeal, match="letter-file-malformed"):
            LetterFile.parse(text.encode())


class TestRedaction:
    def test_a_hidden_field_keeps_the_commitment(self) -> None:
        file = commit(FIELDS, KEY)
        hidden = file.redacted("/isian/nik")
        assert hidden.commitment == file.commitment
        assert "/isian/nik" not in hidden.values()
        assert LetterFile.parse(hidden.to_json()) == hidden

    def test_a_name_hides_every_field_that_holds_its_value(self) -> None:
        hidden = commit(FIELDS, KEY).redacted("nik")
        assert set(hidden.values()) == {
            "/nomor",
            "/isi/1/label",
            "/isi/1/nilai",
            "/isian/nama",
            "/isian/a~1b~0c",
            "/kosong",
        }
        assert b"3215014501900001" not in hidden.to_json()

    def test_a_pointer_hides_everything_under_it(self) -> None:
        hidden = commit(FIELDS, KEY).redacted("/isi")
        assert not [name for name in hidden.values() if name.startswith("/isi/")]

    def test_hiding_twice_changes_nothing(self) -> None:
        hidden = commit(FIELDS, KEY).redacted("nik")
        assert hidden.redacted("/isian/nik") == hidden

    def test_a_name_with_a_slash_is_found(self) -> None:
        assert "/isian/a~1b~0c" not in commit(FIELDS, KEY).redacted("a/b~c").values()

    def test_a_field_that_is_not_there_is_an_error(self) -> None:
        with pytest.raises(InvalidSeal, match="redact-no-such-field"):
            commit(FIELDS, KEY).redacted("telepon")

    def test_the_fields_there_are_and_the_nearest_are_named(self) -> None:
        with pytest.raises(InvalidSeal) as caught:
            commit({"isian": {"nama": "Siti", "nik": "1"}, "nomor": "1"}, KEY).redacted("NIK")
        assert caught.value.evidence["choices"] == "nama, nik"
        assert caught.value.suggestion == "nik"

    def test_a_hidden_value_cannot_be_found_by_trying(self) -> None:
        file = commit(FIELDS, KEY)
        (leaf,) = [each for name, each in file.redacted("/isian/nik").fields if name == "/isian/nik"]
        assert isinstance(leaf, bytes)
        for salt in (b"", bytes(16), file.commitment):
            tried = hashlib.sha256(b"\x00" + salt + b'["/isian/nik","3215014501900001"]').digest()
            assert tried != leaf

"""The encoder against ``qrcode`` (an independent encoder) and zxing-cpp (an independent decoder)."""

from __future__ import annotations

import io
import itertools
import random
import subprocess
import sys

import pytest
import qrcode
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from qrcode import constants

from kopsurat.errors import KopsuratError, RenderError
from kopsurat.qr import LEVELS, Level, QrMatrix, encode

ORACLE_LEVELS = {
    "L": constants.ERROR_CORRECT_L,
    "M": constants.ERROR_CORRECT_M,
    "Q": constants.ERROR_CORRECT_Q,
    "H": constants.ERROR_CORRECT_H,
}
PREFIX = "https://sukamaju.desa.id/v#"


def a_text(version: int) -> str:
    """Return a text that fits the version at every level: a link where it can, else digits."""
    rng = random.Random(version)
    digits = "".join(rng.choice("0123456789") for _ in range(9 + 4 * version))
    return PREFIX + digits if version >= 8 else digits


def by_oracle(text: str, version: int, level: Level, mask: int) -> tuple[tuple[bool, ...], ...]:
    code = qrcode.QRCode(version=version, error_correction=ORACLE_LEVELS[level], mask_pattern=mask, border=0)
    code.add_data(text, optimize=20)
    code.make(fit=False)
    return tuple(tuple(bool(module) for module in row) for row in code.modules)


def decode(matrix: QrMatrix, scale: int = 3) -> str:
    image = Image.open(io.BytesIO(matrix.png(scale=scale))).convert("L")
    (found,) = zxingcpp.read_barcodes(image)
    return str(found.text)


class TestTheOracleDrawsTheSameModules:
    @pytest.mark.parametrize("version", [1, 2, 6, 7, 9, 10, 11, 13, 16, 20, 26, 27, 32, 40])
    def test_sampled_versions_with_one_level_and_mask_each(self, version: int) -> None:
        level = LEVELS[version % 4]
        mask = version % 8
        text = a_text(version)
        ours = encode(text, level=level, mask=mask, version=version)
        assert ours.rows() == by_oracle(text, version, level, mask)

    @pytest.mark.parametrize("mask", range(8))
    def test_every_mask_of_the_usual_version(self, mask: int) -> None:
        text = a_text(11)
        assert encode(text, level="M", mask=mask, version=11).rows() == by_oracle(text, 11, "M", mask)

    @pytest.mark.slow
    @pytest.mark.parametrize("version", range(1, 41))
    def test_every_version_level_and_mask(self, version: int) -> None:
        text = a_text(version)
        for level, mask in itertools.product(LEVELS, range(8)):
            ours = encode(text, level=level, mask=mask, version=version)
            assert ours.rows() == by_oracle(text, version, level, mask), (level, mask)

    @pytest.mark.parametrize(
        "text",
        [
            "7" * 21,
            "a",
            "7",
            "0123456789012345",
            "HTTPS://SUKAMAJU.DESA.ID/V",
            "https://sukamaju.desa.id/v/7K3M-9QX2",
            "A" * 30 + "5" * 25 + "b",
            "A" * 5 + "5" * 25 + "B" * 21,
            "5" * 19 + "a" + "5" * 20,
            "Nomor 5 — Désa",
        ],
    )
    def test_every_kind_of_segment(self, text: str) -> None:
        ours = encode(text, level="M", mask=3)
        assert ours.rows() == by_oracle(text, ours.version, "M", 3)


def reference_penalty(rows: tuple[tuple[bool, ...], ...]) -> int:
    """Return the penalty of ISO/IEC 18004:2015 §7.8.3, written down module by module."""
    size = len(rows)
    lines = [*rows, *zip(*rows, strict=True)]
    points = 0
    for line in lines:
        for _, run in itertools.groupby(line):
            length = len(list(run))
            points += length - 2 if length >= 5 else 0
        for start in range(size - 10):
            window = line[start : start + 11]
            core = (True, False, True, True, True, False, True)
            points += 40 * (window == (*core, False, False, False, False))
            points += 40 * (window == (False, False, False, False, *core))
    for i, j in itertools.product(range(size - 1), repeat=2):
        points += 3 * (len({rows[i][j], rows[i][j + 1], rows[i + 1][j], rows[i + 1][j + 1]}) == 1)
    dark = sum(map(sum, rows))
    return points + 10 * int(abs(dark / size**2 - 0.5) * 20 + 1e-9)


@pytest.mark.parametrize("version", [1, 3, 7, 11])
def test_the_mask_chosen_has_the_lowest_penalty(version: int) -> None:
    text = a_text(version)
    penalties = [
        reference_penalty(encode(text, level="M", mask=mask, version=version).rows()) for mask in range(8)
    ]
    assert encode(text, level="M", version=version).mask == penalties.index(min(penalties))


@settings(max_examples=25, deadline=None)
@given(
    st.one_of(
        st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=120),
        st.from_regex(r"https://[a-z]{3,20}\.desa\.id/v#[1-9][0-9]{100,700}", fullmatch=True),
    ),
    st.sampled_from(LEVELS),
)
def test_an_independent_decoder_reads_back_the_text(text: str, level: Level) -> None:
    assert decode(encode(text, level=level)) == text


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400), st.sampled_from(LEVELS))
def test_any_text_is_encoded_or_refused_by_our_own_error(text: str, level: Level) -> None:
    try:
        matrix = encode(text, level=level)
    except UnicodeEncodeError:
        raise
    except KopsuratError as error:
        assert error.code == "qr-too-long"
    else:
        assert matrix.size == len(matrix.rows())


def test_a_text_longer_than_version_40_is_refused() -> None:
    with pytest.raises(RenderError) as caught:
        encode("x" * 3000, level="M")
    assert caught.value.code == "qr-too-long"
    assert caught.value.evidence["length"] == 3000


def test_a_text_that_does_not_fit_the_version_asked_for_is_refused() -> None:
    with pytest.raises(RenderError):
        encode("x" * 100, level="M", version=1)


def test_dark_runs_cover_exactly_the_dark_modules() -> None:
    matrix = encode(a_text(11), level="M")
    drawn = {(row, column + k) for row, column, length in matrix.dark_runs() for k in range(length)}
    dark = {(i, j) for i, row in enumerate(matrix.rows()) for j, module in enumerate(row) if module}
    assert drawn == dark


class TestPng:
    def test_it_has_one_bit_and_whole_pixels_per_module(self) -> None:
        matrix = encode("7" * 20, level="M")
        image = Image.open(io.BytesIO(matrix.png(scale=4, dpi=220)))
        assert image.mode == "1"
        assert image.size == ((matrix.size + 8) * 4,) * 2
        assert image.info["dpi"] == pytest.approx((220, 220), abs=0.02)
        pixels = [image.getpixel((16 + 4 * column + 2, 16 + 2)) for column in range(matrix.size)]
        assert [not pixel for pixel in pixels] == list(matrix.rows()[0])

    def test_the_same_matrix_gives_the_same_bytes(self) -> None:
        first, second = (encode("Sukamaju", level="Q").png(scale=3) for _ in range(2))
        assert first == second


def test_no_heavy_library_is_loaded() -> None:
    program = (
        "import sys, kopsurat.qr as q; q.plan('7' * 400)\n"
        "print({'PIL', 'qrcode', 'cryptography', 'reportlab', 'docx', 'lxml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"

"""Speed of the QR encoder against other encoders, for the code of a usual letter.

Run it from the checkout::

    python tests/benchmarks/qr.py

The encoders run in turn, several rounds; the best round of each counts, so that a busy machine slows all
alike. With ``--check`` the exit code is 1 when ours is not at least 8 times as fast as ``qrcode``.
"""

from __future__ import annotations

import argparse
import sys
import timeit
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

sys.path.insert(0, str(Path(__file__).parents[2]))

LINK = (
    "https://sukamaju.desa.id/v#"
    + "27776145618616926646998153778432456887297826" * 11
    + "2777614561861692664699"
)
LEAST_RATIO = 8


def ours() -> object:
    from kopsurat.qr import encode

    return encode(LINK, level="Q")


def by_qrcode() -> object:
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q)
    code.add_data(LINK, optimize=20)
    code.make()
    return code.modules


def by_segno() -> object:
    import segno

    head, digits = LINK.split("#")
    parts = [(head + "#", segno.consts.MODE_BYTE), (digits, segno.consts.MODE_NUMERIC)]
    return segno.make(parts, error="q", boost_error=False, micro=False)


def by_zxing() -> object:
    import zxingcpp

    return zxingcpp.create_barcode(LINK, zxingcpp.BarcodeFormat.QRCode, ec_level="Q")


def best(encoders: dict[str, Callable[[], object]], rounds: int = 5) -> dict[str, float]:
    """Return the milliseconds of the best round of each encoder; the first call of each does not count."""
    found = dict.fromkeys(encoders, float("inf"))
    for encoder in encoders.values():
        encoder()
    for _ in range(rounds):
        for name, encoder in encoders.items():
            count = 50 if name in ("kopsurat", "zxing-cpp") else 3
            found[name] = min(found[name], timeit.timeit(encoder, number=count) / count * 1000)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    found = best({"kopsurat": ours, "qrcode": by_qrcode, "segno": by_segno, "zxing-cpp": by_zxing})
    for name, milliseconds in found.items():
        sys.stdout.write(f"{name:10} {milliseconds:8.2f} ms  {milliseconds / found['kopsurat']:6.1f}\n")
    is_slow = found["qrcode"] / found["kopsurat"] < LEAST_RATIO
    return int(parser.parse_args().check and is_slow)


if __name__ == "__main__":
    sys.exit(main())

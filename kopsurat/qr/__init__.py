"""QR codes as values: text in, a :class:`QrMatrix` out, and the size at which to print it.

The encoder is our own because the usual libraries take 20 ms for the code of one letter and load
an image library; the library ``qrcode`` is the oracle in the tests.
"""

from __future__ import annotations

from kopsurat.qr.matrix import LEVELS, QUIET_ZONE, Level, QrMatrix
from kopsurat.qr.size import FLOOR, QrPlan, encode, plan, printed_size

__all__ = ["FLOOR", "LEVELS", "QUIET_ZONE", "Level", "QrMatrix", "QrPlan", "encode", "plan", "printed_size"]

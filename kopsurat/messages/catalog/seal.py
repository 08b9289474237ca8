"""Sentences of the QR code, the seal, keys, trust and verification."""

from __future__ import annotations

from kopsurat.messages import Sentence

SENTENCES: dict[str, Sentence] = {
    # ---- QR code
    "qr-too-dense": Sentence(
        id="Isi QR terlalu panjang ({length} karakter): modulnya hanya {module} mm, padahal paling sedikit "
        "0,49 mm supaya terbaca dari fotokopi. Kurangi kira-kira {excess} karakter.",
        en="The QR code would hold too much ({length} characters): its modules would be {module} mm, but "
        "photocopies need 0.49 mm. Shorten it by about {excess} characters.",
    ),
    "qr-too-long": Sentence(
        id="Teks sepanjang {length} karakter tidak muat dalam satu QR. Pendekkan teksnya.",
        en="A text of {length} characters does not fit in one QR code. Shorten it.",
    ),
}

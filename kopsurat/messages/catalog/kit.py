"""Sentences about stamps, boards and the other pieces of a kit."""

from __future__ import annotations

from typing import Final

from kopsurat.messages import Sentence

SENTENCES: Final[dict[str, Sentence]] = {
    "stamp-not-for-office": Sentence(
        id="Stempel {owner} tidak dikenal aturannya untuk kop “{value}”. Stempel ada untuk kepala desa, sekretariat, dan BPD.",
        en="The rule knows no stamp {owner} for a letterhead “{value}”. There are stamps of the kepala desa, the sekretariat and the BPD.",
    ),
    "stamp-ring-too-long": Sentence(
        id="Tulisan melingkar “{value}” terlalu panjang: hurufnya akan lebih rendah dari {height} mm dan tidak terbaca. Pakai nama resmi yang lebih pendek untuk desa.toml stempel ini.",
        en="The text round the stamp, “{value}”, is too long: its letters would be lower than {height} mm and not readable. Use a shorter official name in the desa.toml of this stamp.",
    ),
    "stamp-middle-too-long": Sentence(
        id="Tulisan tengah “{value}” terlalu panjang: hurufnya akan lebih rendah dari {height} mm dan tidak terbaca. Pakai nama resmi yang lebih pendek untuk desa.toml stempel ini.",
        en="The text across the stamp, “{value}”, is too long: its letters would be lower than {height} mm and not readable. Use a shorter official name in the desa.toml of this stamp.",
    ),
    "board-width": Sentence(
        id="Papan selebar {value} cm tidak dapat digambar. Lebarnya dari {least} sampai {most} cm.",
        en="A board {value} cm wide cannot be drawn. Widths are {least} to {most} cm.",
    ),
    "board-too-long": Sentence(
        id="Nama pada papan {value} terlalu panjang untuk huruf yang terbaca. Periksa nama kabupaten, kecamatan, dan desa di desa.toml.",
        en="The names on the board of {value} are too long for letters that can be read. Check the names of regency, district and village in desa.toml.",
    ),
}

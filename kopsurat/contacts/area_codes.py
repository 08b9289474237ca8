"""Which places an area code serves (facts of libphonenumber's geocoding data for Indonesia)."""

from __future__ import annotations

import functools
from typing import Final

__all__ = ["all_places", "places_of"]

_PLACES: Final = (
    "21 Jakarta/Bogor/Depok/Tangerang/Bekasi; 22 Bandung/Cimahi; 231 Cirebon; 232 Kuningan; 233 "
    "Majalengka; 234 Indramayu; 24 Semarang/Demak; 251 Bogor; 252 Rangkasbitung; 253 Pandeglang; 254 "
    "Serang/Merak; 260 Subang; 261 Sumedang; 262 Garut; 263 Cianjur; 264 Purwakarta/Cikampek; 265 "
    "Tasikmalaya/Banjar/Ciamis; 266 Sukabumi; 267 Karawang; 271 Surakarta/Sukoharjo/Karanganyar/Sragen; "
    "272 Klaten; 273 Wonogiri; 274 Yogyakarta; 275 Purworejo; 276 Boyolali; 280 Cilacap; 281 "
    "Banyumas/Purbalingga; 282 Cilacap; 283 Tegal/Brebes; 284 Pemalang; 285 Pekalongan/Batang/Comal; 286 "
    "Banjarnegara/Wonosobo; 287 Kebumen/Karanganyar; 289 Bumiayu; 291 Demak/Jepara/Kudus; 292 Purwodadi; "
    "293 Magelang/Mungkid/Temanggung; 294 Kendal; 295 Pati/Rembang; 296 Blora; 297 Karimun Jawa; 298 "
    "Salatiga/Ambarawa; 31 Surabaya; 321 Mojokerto/Jombang; 322 Lamongan; 323 Sampang; 324 Pamekasan; 325 "
    "Sangkapura; 326 Masalembu; 327 Kangean/Masalembu; 328 Sumenep; 331 Jember; 332 Bondowoso; 333 "
    "Banyuwangi; 334 Lumajang; 335 Probolinggo; 336 Jember; 338 Situbondo; 341 Malang/Batu; 342 Blitar; "
    "343 Pasuruan; 351 Madiun/Magetan/Ngawi; 352 Ponorogo; 353 Bojonegoro; 354 Kediri; 355 "
    "Tulungagung/Trenggalek; 356 Rembang/Tuban; 357 Pacitan; 358 Nganjuk; 361 Denpasar; 362 Singaraja; "
    "363 Amlapura; 365 Negara/Gilimanuk; 366 Klungkung/Bangli; 368 Baturiti; 370 Mataram/Praya; 371 "
    "Sumbawa; 372 Alas/Taliwang; 373 Dompu; 374 Bima; 376 Selong; 380 Kupang; 381 Ende; 382 Maumere; 383 "
    "Larantuka; 384 Bajawa; 385 Labuhanbajo/Ruteng; 386 Kalabahi; 387 Waingapu/Waikabubak; 388 "
    "Kefamenanu/Soe; 389 Atambua; 401 Kendari; 402 Baubau; 403 Raha; 404 Wanci; 405 Kolaka; 408 Unaaha; "
    "410 Pangkep; 411 Makassar/Maros/Sungguminasa; 413 Bulukumba/Bantaeng; 414 Kepulauan Selayar; 417 "
    "Malino; 418 Takalar; 419 Jeneponto; 420 Enrekang; 421 Parepare/Pinrang; 422 Majene; 423 "
    "Makale/Rantepao; 426 Mamuju; 427 Barru; 428 Polewali; 430 Amurang; 431 Manado/Tomohon/Tondano; 432 "
    "Tahuna; 434 Kotamobagu; 435 Gorontalo; 438 Bitung; 44 Marisa; 451 Palu; 452 Poso; 453 Tolitoli; 457 "
    "Donggala; 458 Tentena; 461 Luwuk; 462 Banggai; 463 Bunta; 464 Ampana; 465 Kolonedale; 471 Palopo; "
    "473 Masamba; 474 Malili; 481 Watampone; 482 Sinjai; 484 Watansoppeng; 485 Sengkang; 511 Banjarmasin; "
    "512 Pelaihari; 513 Muara Teweh; 517 Kandangan/Barabai/Rantau/Negara; 518 Kotabaru/Batulicin; 522 "
    "Ampah; 525 Buntok; 526 Tamiang Layang/Tanjung; 527 Amuntai; 528 Purukcahu; 531 Sampit; 532 Pangkalan "
    "Bun; 534 Ketapang; 536 Palangkaraya/Kasongan; 537 Kuala Kurun; 538 Kuala Pembuang; 539 Kuala Kuayan; "
    "541 Samarinda/Tenggarong; 542 Balikpapan; 543 Tanah Grogot; 545 Melak; 548 Bontang; 549 Sangatta; "
    "551 Tarakan; 552 Tanjungselor; 553 Malinau; 554 Tanjung Redeb; 556 Nunukan; 561 Pontianak/Mempawah; "
    "562 Singkawang/Sambas/Bengkayang; 563 Ngabang; 564 Sanggau; 565 Sintang; 567 Putussibau; 568 Nanga "
    "Pinoh; 61 Medan; 620 Pangkalan Brandan; 621 Tebing Tinggi/Sei Rampah; 622 Pematangsiantar/Pematang "
    "Raya/Limapuluh; 623 Kisaran/Tanjung Balai; 624 Panipahan/Labuhanbatu; 625 Parapat/Ajibata/Simanindo; "
    "626 Pangururan; 627 Subulussalam/Sidikalang/Salak; 628 Kabanjahe/Sibolangit; 629 Kutacane; 631 "
    "Sibolga/Pandan; 632 Balige; 633 Tarutung/Dolok Sanggul; 634 Padang Sidempuan/Sipirok; 635 Gunung "
    "Tua; 636 Panyabungan/Sibuhuan; 639 Gunung Sitoli; 641 Langsa; 642 Blang Kejeren; 643 Takengon; 644 "
    "Bireuen; 645 Lhokseumawe; 646 Idi; 650 Sinabang; 651 Banda Aceh/Jantho/Lamno; 652 Sabang; 653 Sigli; "
    "654 Calang; 655 Meulaboh; 656 Tapaktuan; 657 Bakongan; 658 Singkil; 659 Blangpidie; 70 Tebing "
    "Tinggi; 711 Palembang; 712 Kayu Agung/Tanjung Raja; 713 Prabumulih/Talang Ubi; 714 Sekayu; 715 "
    "Belinyu; 716 Muntok; 717 Pangkal Pinang/Sungailiat; 718 Koba/Toboali; 719 Manggar/Tanjung Pandan; "
    "721 Bandar Lampung; 722 Tanggamus; 723 Blambangan Umpu; 724 Kotabumi; 725 Metro; 726 Menggala; 727 "
    "Kalianda; 728 Liwa; 729 Pringsewu; 730 Pagar Alam/Kota Agung; 731 Lahat; 732 Curup; 733 "
    "Lubuklinggau/Muara Beliti; 734 Muara Enim; 735 Baturaja/Martapura/Muaradua; 736 Bengkulu; 737 Arga "
    "Makmur/Mukomuko; 738 Muara Aman; 739 Bintuhan/Manna; 741 Jambi; 742 Kualatungkal/Tebing Tinggi; 743 "
    "Muara Bulian; 744 Muara Tebo; 745 Sarolangun; 746 Bangko; 747 Muarabungo; 748 Sungai Penuh/Kerinci; "
    "751 Padang/Pariaman; 752 Bukittinggi/Padang Panjang/Payakumbuh/Batusangkar; 753 Lubuk Sikaping; 754 "
    "Sijunjung; 755 Solok; 756 Painan; 757 Balai Selasa; 760 Teluk Kuantan; 761 Pekanbaru; 762 "
    "Bangkinang/Pasir Pengaraian; 763 Selatpanjang; 764 Siak Sri Indrapura; 765 Dumai/Duri/Bagan "
    "Batu/Ujung Tanjung; 766 Bengkalis; 767 Bagansiapiapi; 768 Tembilahan; 769 Rengat/Air Molek; 771 "
    "Tanjung Pinang; 772 Tarempa; 773 Ranai; 776 Dabosingkep; 777 Karimun; 778 Batam; 779 Tanjungbatu; "
    "901 Timika; 902 Agats; 910 Bandanaira; 911 Ambon; 913 Namlea; 914 Masohi; 915 Bula; 916 Tual; 917 "
    "Dobo; 918 Saumlaku; 921 Soasiu; 922 Jailolo; 923 Morotai; 924 Tobelo; 927 Labuha; 929 Sanana; 951 "
    "Sorong; 952 Teminabuan; 955 Bintuni; 956 Fakfak; 957 Kaimana; 966 Sarmi; 967 Jayapura; 969 Wamena; "
    "971 Merauke; 975 Tanahmerah; 980 Ransiki; 981 Biak; 983 Serui; 984 Nabire; 986 Manokwari"
)


def places_of(area_code: str) -> tuple[str, ...]:
    """Return the places that an area code (``"0274"``) serves; empty for one that is unknown."""
    return _table().get(area_code.removeprefix("0"), ())


@functools.cache
def _table() -> dict[str, tuple[str, ...]]:
    rows = (row.split(" ", 1) for row in _PLACES.split("; "))
    return {area: tuple(places.split("/")) for area, places in rows}


def all_places() -> frozenset[str]:
    """Return every place that an area code is named after."""
    return frozenset(place for places in _table().values() for place in places)

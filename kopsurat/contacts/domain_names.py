"""The lists by which a domain is judged: providers, vendors, free hosts, template text."""

from __future__ import annotations

from typing import Final

__all__ = [
    "CONFUSABLE",
    "FREE_HOSTS",
    "LOCAL_NAMES",
    "MAIL_PROVIDERS",
    "NOT_TYPOS",
    "PLACEHOLDER_DOMAINS",
    "PLACEHOLDER_NAMES",
    "PLACEHOLDER_USERS",
    "ROLE_WORDS",
    "SOCIAL_HOSTS",
    "SPECIAL_DOMAINS",
    "SPECIAL_SUFFIXES",
    "TYPO_DOMAINS",
    "TYPO_TARGETS",
    "VENDORS",
]

MAIL_PROVIDERS: Final = frozenset(
    {
        "gmail.com", "googlemail.com", "yahoo.com", "yahoo.co.id", "ymail.com", "rocketmail.com",
        "hotmail.com", "hotmail.co.id", "outlook.com", "outlook.co.id", "live.com", "msn.com", "icloud.com",
        "me.com", "mac.com", "aol.com", "mail.com", "email.com", "gmx.com", "gmx.net", "zoho.com", "zohomail.com",
        "yandex.com", "yandex.ru", "proton.me", "protonmail.com", "pm.me", "tutanota.com", "fastmail.com",
        "plasa.com", "telkom.net", "yahoo.co.uk", "yahoo.com.sg", "yahoo.co.in", "yahoo.co.jp", "yahoo.com.my",
        "mail.ru", "inbox.com", "hotmail.co.uk", "gmx.de", "web.de", "qq.com", "163.com",
    },
)  # fmt: skip
"""Providers of free mailboxes; an address there is of tier ``free``."""

TYPO_DOMAINS: Final[dict[str, str]] = {
    "gmail.co.id": "gmail.com",
    "gmail.com.id": "gmail.com",
    "gmail.id": "gmail.com",
    "gmail.go.id": "gmail.com",
    "gmail.net": "gmail.com",
    "gmail.org": "gmail.com",
    "gmail.web.id": "gmail.com",
    "gmail": "gmail.com",
    "gmailcom": "gmail.com",
    "gmail.comm": "gmail.com",
    "google.mail.com": "gmail.com",
    "ymail.co.id": "ymail.com",
    "yahoo.id": "yahoo.co.id",
    "yahoo.go.id": "yahoo.co.id",
    "yahoo": "yahoo.com",
    "yahoo.web.id": "yahoo.co.id",
    "yahoocoid": "yahoo.co.id",
    "yahoocom": "yahoo.com",
    "hotmail.id": "hotmail.com",
}
"""Mistakes farther than one keystroke from the provider that is meant."""

TYPO_TARGETS: Final = (
    "gmail.com", "yahoo.com", "yahoo.co.id", "ymail.com", "rocketmail.com", "hotmail.com", "outlook.com",
    "outlook.co.id", "icloud.com", "protonmail.com", "googlemail.com",
)  # fmt: skip
NOT_TYPOS: Final = frozenset({"mail.com", "email.com", "fmail.com", "hmail.com", "emil.com", "cloud.com"})
"""Real mail domains one keystroke from a provider."""

SPECIAL_SUFFIXES: Final = frozenset(
    {
        "test", "example", "invalid", "localhost", "local", "onion", "arpa", "internal", "lan", "home", "corp",
        "localdomain", "intranet", "private", "alt",
    },
)  # fmt: skip
SPECIAL_DOMAINS: Final = frozenset({"example.com", "example.net", "example.org", "example.edu"})
LOCAL_NAMES: Final = SPECIAL_SUFFIXES - {"example", "onion", "arpa", "invalid"}

PLACEHOLDER_DOMAINS: Final = frozenset(
    {"email.id", "website.go.id", "mail.id", "abc.com", "test.com", "tes.com"}
)
PLACEHOLDER_NAMES: Final = frozenset(
    {
        "domain", "domainanda", "namadomain", "nama-domain", "yourdomain", "your-domain", "mydomain", "domainname",
        "domain-desa", "domaindesa", "website", "namawebsite", "websiteanda", "yourwebsite", "alamatwebsite",
        "namadesa", "nama-desa", "desaanda", "desa-anda", "nama", "namaanda", "namakecamatan", "namakabupaten",
        "xxx", "xxxx", "xxxxx", "xxxxxx", "yoursite", "yourcompany", "perusahaan", "perusahaananda", "company",
        "example", "sample", "situs", "situsanda", "namasitus",
    },
)  # fmt: skip
"""Names that templates put where the office's own name belongs."""

PLACEHOLDER_USERS: Final = frozenset(
    {
        "nama", "namaanda", "nama.anda", "nama_anda", "namadesa", "email", "emailanda", "email.anda", "emaildesa",
        "alamatemail", "alamat.email", "namaemail", "user", "username", "yourname", "your.name", "youremail",
        "your.email", "xxx", "xxxx", "xxxxx", "xxxxxx", "xxxxxxx", "xxxxxxxx", "someone", "johndoe", "john.doe",
    },
)  # fmt: skip

ROLE_WORDS: Final = (
    "sekretariat", "pemdes", "desa", "kantor", "info", "layanan", "pelayanan", "humas", "admin", "operator",
    "pemerintah", "kelurahan", "kalurahan", "nagari", "gampong", "pekon", "kampung", "pengaduan", "ppid", "kontak",
    "surat", "balai", "umum", "kades", "sekdes", "kecamatan", "office",
)  # fmt: skip
"""Words that make a local part an office's, not a person's."""

VENDORS: Final = frozenset(
    {
        "digitaldesa.id", "digides.id", "opendesa.id", "opensid.id", "sideka.id", "simpeldesa.com", "simpeldesa.id",
        "berdesa.com", "webdesa.com", "webdesa.id", "websitedesa.com", "websitedesa.id", "desaku.id", "smartdesa.id",
        "smartdesa.com", "prodesa.id", "sistemdesa.id", "sidesa.id", "desapintar.id", "desacerdas.id", "pandadesa.id",
        "desaonline.id", "desa.online", "masterdesa.id", "openkab.id", "siedesa.id", "desadigital.id", "desahub.id",
        "desamerdeka.com", "panda.id", "kampungkb.id", "puskomedia.id", "desakita.id", "sideka.co.id", "ruangdesa.id",
    },
)  # fmt: skip
"""Firms and projects that give villages a sub-domain of their own domain."""

FREE_HOSTS: Final = frozenset(
    {
        "blogspot.com", "blogspot.co.id", "wordpress.com", "wixsite.com", "wix.com", "weebly.com", "tumblr.com",
        "medium.com", "sites.google.com", "business.site", "site123.me", "000webhostapp.com", "netlify.app",
        "vercel.app", "github.io", "gitlab.io", "pages.dev", "web.app", "firebaseapp.com", "herokuapp.com",
        "infinityfreeapp.com", "epizy.com", "byethost.com", "awardspace.com", "freehosting.com", "webnode.com",
        "webnode.page", "jimdofree.com", "jimdosite.com", "strikingly.com", "mystrikingly.com", "canva.site",
        "carrd.co", "wuaze.com", "great-site.net", "rf.gd", "blogger.com", "kompasiana.com", "webflow.io",
        "glitch.me", "surge.sh", "onrender.com", "notion.site", "framer.website", "godaddysites.com",
    },
)  # fmt: skip

SOCIAL_HOSTS: Final = frozenset(
    {
        "facebook.com", "fb.com", "fb.me", "instagram.com", "instagr.am", "twitter.com", "x.com", "t.co",
        "tiktok.com", "youtube.com", "youtu.be", "t.me", "telegram.me", "wa.me", "whatsapp.com", "linktr.ee",
        "linkedin.com", "threads.net", "threads.com", "pinterest.com", "line.me",
    },
)  # fmt: skip

CONFUSABLE: Final[dict[int, str]] = str.maketrans(
    {
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s",
        "ԁ": "d", "һ": "h", "ӏ": "l", "ԛ": "q", "ԝ": "w", "к": "k", "м": "m", "т": "t", "п": "n", "г": "r",
        "ь": "b", "в": "b", "н": "h", "ѵ": "v", "ё": "e", "ү": "y", "ҽ": "e",
        "α": "a", "ο": "o", "ν": "v", "ι": "i", "κ": "k", "ρ": "p", "τ": "t", "υ": "u", "χ": "x", "ε": "e",
        "η": "n", "ω": "w", "γ": "y", "σ": "o", "β": "b", "ϲ": "c", "ϳ": "j",
        "օ": "o", "ո": "n", "ս": "u", "հ": "h", "ց": "g", "զ": "q", "յ": "j", "ѡ": "w",
        "ı": "i", "ɡ": "g", "ɑ": "a", "ɩ": "i", "ɪ": "i", "ʟ": "l", "ᴄ": "c", "ᴏ": "o", "ᴠ": "v", "ᴡ": "w",
        "ᴢ": "z", "ꜱ": "s", "ǀ": "l", "ł": "l", "ø": "o", "đ": "d", "ḷ": "l", "ƿ": "p", "ʋ": "v", "ⲟ": "o",
        "А": "a", "В": "b", "Е": "e", "К": "k", "М": "m", "Н": "h", "О": "o", "Р": "p", "С": "c", "Т": "t",
        "Х": "x", "І": "i", "Ј": "j", "Ѕ": "s", "Α": "a", "Β": "b", "Ε": "e", "Ι": "i", "Κ": "k", "Μ": "m",
        "Ν": "n", "Ο": "o", "Ρ": "p", "Τ": "t", "Χ": "x", "Υ": "y",
    },
)  # fmt: skip
"""Letters that look like an ASCII letter (a part of Unicode's confusables, lower and upper case)."""

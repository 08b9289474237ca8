"""The parts that every letter has alike, or nearly: settings, theme, fonts, properties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kopsurat.backends.docx.markup import CONTENT_TYPE, DECLARATION, NAMESPACES, attribute, text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kopsurat.layout.model import Document

__all__ = [
    "APP_TYPE",
    "APP_XML",
    "CORE_TYPE",
    "FONTS_TYPE",
    "SETTINGS_TYPE",
    "THEME_TYPE",
    "core_xml",
    "fonts_xml",
    "settings_xml",
    "theme_xml",
]

SETTINGS_TYPE: Final = CONTENT_TYPE + "settings+xml"
FONTS_TYPE: Final = CONTENT_TYPE + "fontTable+xml"
THEME_TYPE: Final = "application/vnd.openxmlformats-officedocument.theme+xml"
CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
APP_TYPE: Final = "application/vnd.openxmlformats-officedocument.extended-properties+xml"

APP_XML: Final = (
    f"{DECLARATION}<Properties "
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>kopsurat</Application><DocSecurity>0</DocSecurity></Properties>"
)

_COMPATIBILITY: Final = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY_MODE: Final = 14
"""Mode 15 squeezes the spaces of justified lines: a third of them would break elsewhere."""

_SEPARATORS: Final = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'


def settings_xml(lang: str, *, has_fonts: bool, has_footnotes: bool) -> str:
    """Return the settings part. A missing mode would mean Word 2007.

    ``has_fonts``: the file holds fonts, and is to keep them when it is saved. ``has_footnotes``: the
    rules over them are named.
    """
    fonts = "<w:embedTrueTypeFonts/><w:saveSubsetFonts/>" if has_fonts else ""
    lang = attribute(lang)
    separators = _SEPARATORS if has_footnotes else ""
    modes = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_COMPATIBILITY}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", _COMPATIBILITY_MODE),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    )
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>{fonts}'
        '<w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{separators}'
        f"<w:compat><w:doNotExpandShiftReturn/>{modes}</w:compat>"
        f'<w:themeFontLang w:val="{lang}"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" '
        'w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
        'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
        '<w:doNotAutoCompressPictures/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def core_xml(document: Document) -> str:
    """Return the core properties, dated from the letter: a file never depends on the day it is made."""
    day = f"{document.date.isoformat()}T00:00:00Z"
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(document.title)}</dc:title><dc:subject>{text(document.subject)}</dc:subject>"
        f"<dc:creator>{text(document.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{text(document.author)}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified>'
        f"<dc:language>{text(document.lang)}</dc:language></cp:coreProperties>"
    )


def fonts_xml(families: Iterable[str]) -> str:
    """Return the font table: the families by the names that Word knows."""
    rows = "".join(
        f'<w:font w:name="{attribute(family)}"><w:charset w:val="00"/><w:family w:val="auto"/>'
        f'<w:pitch w:val="variable"/></w:font>'
        for family in families
    )
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{rows}</w:fonts>"


def theme_xml(family: str) -> str:
    """Return a plain theme: black, white and the accents of an office, one family."""
    colors = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F1F1F", "lt2": "F2F2F2", "accent1": "1F4E79",
        "accent2": "2E7D32", "accent3": "8A6D00", "accent4": "7A1F1F", "accent5": "4A4A4A",
        "accent6": "00695C", "hlink": "000000", "folHlink": "000000",
    }  # fmt: skip
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colors.items())
    face = f'<a:latin typeface="{attribute(family)}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f"{DECLARATION}<a:theme "
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Kop Surat">'
        f'<a:themeElements><a:clrScheme name="Kop Surat">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Kop Surat"><a:majorFont>{face}</a:majorFont>'
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Kop Surat"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )

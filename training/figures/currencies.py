"""Write the names and codes of the world's currencies from CLDR into the figure grammars.

Run with the project's environment: ``python -m training.figures.currencies``. It replaces what stands between
"names: begin" and "names: end" in ``src/dragoman/data/languages/<iso>/figures.yml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale
from babel.core import get_global
from training.generated import rewrite

LANGUAGES = ("en", "ar", "ru")
# Codes that texts use before or after a number, without those that are also words or names (ALL, TOP, RON).
CODES = (
    *(
        "USD",
        "EUR",
        "GBP",
        "JPY",
        "CNY",
        "RUB",
        "CHF",
        "SAR",
        "AED",
        "IQD",
        "KWD",
        "QAR",
        "EGP",
        "JOD",
        "LBP",
        "SYP",
    ),
    *(
        "IRR",
        "ILS",
        "INR",
        "PKR",
        "AFN",
        "UAH",
        "KZT",
        "NGN",
        "KES",
        "ETB",
        "ZAR",
        "BRL",
        "MXN",
        "CAD",
        "AUD",
        "NZD",
    ),
    *(
        "HKD",
        "SGD",
        "SEK",
        "NOK",
        "DKK",
        "PLN",
        "HUF",
        "CZK",
        "KRW",
        "IDR",
        "MYR",
        "THB",
        "PHP",
        "VND",
        "DZD",
        "TND",
    ),
    *("LYD", "SDG", "YER", "OMR", "BHD", "BYN", "UZS"),
)
# CLDR names an Arabic currency in one form only. After other numbers noun and adjective take these.
ARABIC_NOUNS = {
    "دولار": ("دولارا", "دولارات", "دولارين"),
    "دينار": ("دينارا", "دنانير", "دينارين"),
    "ريال": ("ريالا", "ريالات", "ريالين"),
    "جنيه": ("جنيها", "جنيهات", "جنيهين"),
    "ليرة": ("ليرات", "ليرتين"),
    "درهم": ("درهما", "دراهم", "درهمين"),
    "روبية": ("روبيات",),
    "روبل": ("روبلا", "روبلات"),
    "فرنك": ("فرنكا", "فرنكات"),
    "شلن": ("شلنا", "شلنات"),
}
RESPELT = {"أمريكي": "أميركي", "أمريكية": "أميركية", "أمريكيا": "أميركيا"}


def currencies() -> list[str]:
    """The codes of money that is legal tender somewhere today."""
    territories = get_global("territory_currencies")
    return sorted({row[0] for rows in territories.values() for row in rows if row[2] is None and row[3]})


def forms(language: str, code: str) -> Iterator[str]:
    """The names of a currency, in the forms that numbers ask for; "US dollar" also with full stops."""
    locale = Locale.parse(language)
    names = [
        locale.currencies.get(code, ""),
        *dict(locale._data["currency_names_plural"].get(code, {})).values(),
    ]
    for name in names:
        clean = name.replace("\u00a0", " ").split("(")[0].strip()
        if " " not in clean:  # one word may be the money of several countries: those are listed by hand
            continue
        yield clean.lower()
        if language == "ar":
            yield from arabic(clean)
        elif language == "en" and clean.startswith("US "):
            yield "u . s . " + clean[3:].lower()
            yield "american " + clean[3:].lower()


def arabic(name: str) -> Iterator[str]:
    """Noun and adjective as they stand after 3 to 10, after 11 to 99, and in the dual."""
    noun, *adjectives = name.split()
    if noun not in ARABIC_NOUNS or len(adjectives) != 1 or not adjectives[0].endswith(("ي", "ية")):
        return
    stem = adjectives[0].removesuffix("ة")
    for changed in (noun, *ARABIC_NOUNS[noun]):
        for adjective in (stem, stem + "ة", stem + "ا", stem + "ين"):
            yield f"{changed} {adjective}"
            if adjective in RESPELT:
                yield f"{changed} {RESPELT[adjective]}"


def block(language: str) -> str:
    """The YAML lines: codes, then names by code, each name once."""
    codes = currencies()
    lines = ["  code:", *(f"    {code}: [{code}]" for code in CODES), "  currency:"]
    seen: set[str] = set()
    for code in codes:
        fresh = [name for name in dict.fromkeys(forms(language, code)) if name not in seen]
        seen.update(fresh)
        if fresh:
            lines.append(f"    {code}: [{', '.join(fresh)}]")
    return "\n".join(lines)


def main() -> None:
    """Rewrite the three files."""
    rewrite("figures.yml", LANGUAGES, block)


if __name__ == "__main__":
    main()

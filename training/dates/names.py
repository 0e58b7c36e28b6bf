"""Write the names of months and weekdays from CLDR into the date grammars.

Run with the project's environment: ``python -m training.dates.names``. It replaces what stands between
"names: begin" and "names: end" in ``src/dragoman/data/languages/<iso>/dates.yml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale
from training.generated import rewrite

LOCALES = {
    "en": ("en",),
    "ar": ("ar", "ar_IQ", "ar_SY", "ar_LB", "ar_DZ", "ar_TN", "ar_MA", "ar_MR", "ar_SA"),
    "ru": ("ru",),
}
# Names that are also common words (wary) or people's names (maybe): they need a number or a word beside.
UNSURE = {
    "en": {"April": "maybe", "June": "maybe", "March": "wary", "May": "wary"},
    "ar": {"مارس": "wary", "ماي": "wary", "آب": "wary", "جوان": "maybe", "أوت": "maybe"},
    "ru": {"среда": "maybe"},
}


def forms(language: str, kind: str) -> Iterator[tuple[str, int, str]]:
    """Class, value and spelling of every month or weekday name that CLDR has for a language."""
    for locale in LOCALES[language]:
        tables = getattr(Locale.parse(locale), kind)
        for context in ("format", "stand-alone"):
            wide = dict(tables[context]["wide"])
            for width in ("wide", "abbreviated"):
                for value, name in tables[context][width].items():
                    clean = name.replace("\u00a0", " ").rstrip(".")
                    short = width == "abbreviated" and clean not in wide.values()
                    yield word_class(language, kind, clean, short), value, clean


def word_class(language: str, kind: str, name: str, short: bool) -> str:
    """The class of the grammar that a name belongs to."""
    noun = "month" if kind == "months" else "weekday"
    if name in UNSURE[language]:
        return f"{UNSURE[language][name]}_{noun}"
    if short and noun == "weekday":
        return "maybe_weekday"
    return f"abbr_{noun}" if short else noun


def block(language: str) -> str:
    """The YAML lines of a language's names, each name once."""
    table: dict[str, dict[int, list[str]]] = {}
    seen: set[str] = set()
    for kind in ("months", "days"):
        for name_class, value, name in forms(language, kind):
            if name not in seen:
                seen.add(name)
                table.setdefault(name_class, {}).setdefault(value, []).append(name)
    lines = []
    for name_class, values in sorted(table.items()):
        lines.append(f"  {name_class}:")
        lines += [f"    {value}: [{', '.join(names)}]" for value, names in sorted(values.items())]
    return "\n".join(lines)


def main() -> None:
    """Rewrite the three files."""
    rewrite("dates.yml", LOCALES, block)


if __name__ == "__main__":
    main()

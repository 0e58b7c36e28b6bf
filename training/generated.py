"""The lines of a language's data file that a script makes; what stands around them is left as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

LANGUAGES = Path(__file__).parents[1] / "src" / "dragoman" / "data" / "languages"
BEGIN, END = "  # names: begin\n", "  # names: end\n"


def rewrite(file: str, languages: Iterable[str], block: Callable[[str], str]) -> None:
    """Put ``block`` of each language between the two marks of its ``file``."""
    for language in languages:
        path = LANGUAGES / language / file
        head, rest = path.read_text(encoding="utf-8").split(BEGIN)
        tail = rest.split(END)[1]
        path.write_text(f"{head}{BEGIN}{block(language)}\n{END}{tail}", encoding="utf-8")

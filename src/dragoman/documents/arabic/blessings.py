"""Pious wishes behind a name, which part a verb from its object and say nothing: حفظه الله."""

from __future__ import annotations

import re
from functools import cache

from dragoman.documents.arabic import words
from dragoman.types import Span

_DASHES = "-–—ـ"
_GOD = "لله"  # in every wish


def starts(text: str, within: Span) -> dict[int, Span]:
    """Where such wishes stand in ``text``, with the dashes or brackets around them, by where they begin."""
    if text.find(_GOD, within.start, within.stop) < 0:
        return {}
    found = (Span(*match.span()) for match in _pattern().finditer(text, within.start, within.stop))
    return {wish.start: wish for wish in found}


@cache
def _pattern() -> re.Pattern[str]:
    forms = "|".join(re.escape(form).replace(r"\ ", r"\s{1,3}") for form in words.load().blessings)
    return re.compile(rf"(?:[{_DASHES}(]\s{{0,2}})?(?<!\w)(?:{forms})(?!\w)(?:\s{{0,2}}[{_DASHES})])?")

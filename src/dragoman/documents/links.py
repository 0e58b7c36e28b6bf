"""Headlines of other reports that a page hangs on a name inside a sentence: where they begin and end.

"Sen. Jane DoeSenate backs new bill Doe calls for vote MORE said": what opens behind a name without a space
and closes with a button is no part of the sentence, though nothing but the missing space says so.
"""

from __future__ import annotations

import re

from dragoman.types import Span

_BUTTON = re.compile(r"(?<= )MORE\b")
_GLUED = re.compile(r"[a-z)](?=[A-Z][a-z]|[A-Z]{2}|20\d\d )")
_REACH = 900  # code points of headlines before the button


def find(text: str) -> tuple[Span, ...]:
    """The stretches of ``text`` from where a headline is glued to a name to the button behind the last."""
    found: list[Span] = []
    for button in _BUTTON.finditer(text):
        line = text.rfind("\n", 0, button.start()) + 1
        last = found[-1].stop if found else 0
        glued = _GLUED.search(text, max(line, last, button.start() - _REACH), button.start())
        if glued:
            found.append(Span(glued.end(), button.end()))
    return tuple(found)

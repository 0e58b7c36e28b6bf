"""Text of reports made harmless: for a terminal with ``clean``, for Markdown with ``markdown``.

Reports are written by anyone. Their text must not colour or clear a terminal, turn the direction of the words
around it, open a tag, a link or a heading, or break the line that it stands in.
"""

from __future__ import annotations

import re
import unicodedata

_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,16}[@-~]"  # colours and cursor moves
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]{0,256}(?:\x07|\x1b\\|\x9c)"  # titles, links
)
_KEPT_FORMATS = "\u200c\u200d"  # Persian spelling and emoji need the joiners
_MARKUP = re.compile(r"[\\`*_\[\]|~#]")
_LINK = re.compile(r":(?=//)|(?<=www)\.|@|:(?=[a-z_]+:)")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_ISOLATE, _END = "\u2068", "\u2069"


def clean(text: str) -> str:
    """``text`` on one line, without control characters, escape sequences and marks of direction.

    White space of every kind becomes one blank. Words that run from right to left are put between isolates,
    so that they leave the order of the line around them alone.
    """
    visible = "".join(map(_visible, _SEQUENCE.sub(" ", text)))
    line = " ".join(visible.split())
    if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in line):
        return f"{_ISOLATE}{line}{_END}"
    return line


def markdown(text: str) -> str:
    """``text`` as ``clean`` leaves it, with every character that Markdown or HTML would act on escaped."""
    line = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _MARKUP.sub(lambda found: "\\" + found[0], line)
    return _LINK.sub(lambda found: "\\" + found[0], line)


def shorten(text: str, length: int) -> str:
    """``text`` cut at a word to at most ``length`` characters, an ellipsis at the cut."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    head, blank, _ = cut.rpartition(" ")
    return (head if blank and len(head) > length // 2 else cut).rstrip() + "…"


def _visible(character: str) -> str:
    if character in _KEPT_FORMATS:
        return character
    kind = unicodedata.category(character)
    if kind in {"Zs", "Zl", "Zp"} or character in "\t\n\v\f\r\x85":
        return " "
    if kind == "Cs":
        return "\ufffd"
    return "" if kind in {"Cc", "Cf"} else character

"""Party and state behind a politician's name, which are part of it: Lee, *R-Utah*, and Reid *(D-Nev.)*."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.types import Grammar, Token

_OPENERS = {",": ",", "(": ")"}
_INSIDE = frozenset("-–.,")
_LONGEST = 9  # tokens of such an aside
_GOES_ON = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"})


def past_affiliation(tokens: Sequence[Token], at: int, grammar: Grammar) -> int:
    """The index behind an affiliation that opens at ``at``; ``at`` itself where none does.

    A comma that closes it is part of it, unless it parts the name from the next one of a row.
    """
    closer = _OPENERS.get(tokens[at].text) if at + 2 < len(tokens) else None
    if closer is None or tokens[at + 1].norm not in grammar.affiliations:
        return at
    for stop in range(at + 2, min(len(tokens), at + _LONGEST)):
        token = tokens[stop]
        if token.text == closer:
            return stop if closer == "," and _next_of_row(tokens, stop) else stop + 1
        if not (token.text in _INSIDE or token.text[0].isupper() or token.norm in grammar.genitives):
            return at
    return at


def _next_of_row(tokens: Sequence[Token], comma: int) -> bool:
    return comma + 1 < len(tokens) and tokens[comma + 1].tag in _GOES_ON

"""Whom the object of a gerund behind a comma means, whose subject acts before it: left, accusing *it*."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.documents.antecedents import Chain
from dragoman.documents.pronouns import reference
from dragoman.types import Mention, Sentence

_BODIES = frozenset({"country", "organisation", "group", "agent"})


def turned_on(sentence: Sentence | None, mention: Mention, language: str) -> bool:
    """Whether the pronoun is told, asked or accused by who acts before the comma."""
    tokens = sentence.tokens if sentence else ()
    at = next((at for at, token in enumerate(tokens) if token.span == mention.span), 0)
    if at < 2 or tokens[at - 1].form != "ger" or tokens[at - 2].text != ",":
        return False
    opens = tokens[at + 1 : at + 2]
    goes_on = bool(opens) and opens[0].tag in ("ADP", "PART", "PUNCT")
    return goes_on and tokens[at - 1].lemma in reference(language).facing


def other_party(chains: Sequence[Chain], where: int, role: str, *, quoted: bool) -> Chain | None:
    """The only body of sentence ``where`` that is no subject; None where there is none, or several."""
    several = role == "plural"
    fits = [
        chain
        for chain in chains
        if chain.kind in _BODIES
        and chain.plural == several
        and chain.sight(quoted=quoted).where == where
        and not chain.sight(quoted=quoted).subject
    ]
    return fits[0] if len(fits) == 1 else None

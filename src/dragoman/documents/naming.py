"""Whose name it is: what a mention names somebody by, and which of several namesakes a surname means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.documents.anaphora import bare, bare_head, only_title
from dragoman.documents.antecedents import Chain
from dragoman.documents.grammar import load
from dragoman.documents.pronouns import reference
from dragoman.text import fold
from dragoman.types import Mention, Sentence

_OFTEN = 2  # how many times more somebody is named than a namesake whom the surname then does not mean
_SETTLED = (
    3  # times that a listed surname is said alone, after which a full name that is not listed is another's
)


def bearer(mention: Mention, word: str, listed: Sequence[Chain], others: Sequence[Chain]) -> Chain | None:
    """Who is called by one word: of several with the surname the one most spoken of, Ethan or Tonya.

    Args:
        mention: of one word.
        word: that word, folded.
        listed: chains that share a listed name with it.
        others: the chains of other people.
    """
    named = [chain for chain in others if chain.last and bare(word) == bare(chain.last)]
    bearers = [chain for chain in (*listed, *named) if {mention.gender, chain.gender} != {"male", "female"}]
    if bearers:
        return max(bearers, key=lambda chain: (chain.seen, chain.number))
    called = sorted((chain for chain in others if word in chain.words), key=lambda chain: -chain.seen)
    if not called or mention.names:
        return None
    leads = len(called) == 1 or called[0].seen >= _OFTEN * called[1].seen
    return called[0] if leads else None


def unlike(mention: Mention, words: Sequence[str], chain: Chain) -> bool:
    """Whether the names of a chain may be the mention's though no listed one is: not both are listed.

    Nunes is he of whom the full name was told, whoever else is called so.
    """
    told = len(words) == 1 and words[0] == chain.last and len(chain.words) > 1
    return told or not (mention.names and chain.names)


def settled(mention: Mention, chain: Chain) -> bool:
    """Whether a listed surname was said so often alone that a stranger's full name is another's: his wife."""
    return bool(chain.names) and not mention.names and len(chain.words) == 1 and chain.seen >= _SETTLED


def one_office(title: str, known: str, language: str) -> bool:
    """Whether one title is the other, longer or shorter; where the head leads, heads must be equal."""
    if not (title in known or known in title) or reference(language).differ(title, known):
        return False
    if not title or not load(language).head_first:
        return True
    return bare_head(title) == bare_head(known)


def other_rank(title: str, chain: Chain, language: str) -> bool:
    """Whether the title is an official's and the chain a leader's, or the reverse."""
    refers = reference(language)
    leads = not refers.highest.isdisjoint(chain.titles)
    serves = any(not refers.lower.isdisjoint(known.split()) for known in chain.titles)
    low = not refers.lower.isdisjoint(title.split())
    return (low and leads) or (title in refers.highest and serves and not leads)


def possessed(mention: Mention, owner: Mention | None, text: str) -> Mention:
    """The mention with the country of him whose minister it is: Egypt's president and *his* minister.

    Args:
        mention: of any kind.
        owner: the last pronoun before it.
        text: of the report.
    """
    if owner is None or mention.country or not only_title(mention) or not owner.country:
        return mention
    beside = not text[owner.span.stop : mention.span.start].strip()
    state = bool(mention.sectors) and not owner.plural
    return replace(mention, country=owner.country) if beside and state else mention


def indefinite(mention: Mention, text: str, sentence: Sentence | None, language: str) -> bool:
    """Whether the title is nobody's in particular: "a sitting president", "to become president"."""
    refers = reference(language)
    inside = fold(mention.span.text(text)).split()
    if sentence is None:
        return False
    before = [token for token in sentence.tokens if token.span.stop <= mention.span.start][-3:]
    written = fold(text[mention.span.start : mention.head.start]).split()
    ranked = load(language).ranking.intersection(written)
    if ranked or refers.indefinite.intersection(inside[:1]):
        return True
    if before and before[-1].norm in refers.indefinite and before[-1].tag == "DET":
        return True
    if before and inside[:1] == [fold(mention.head.text(text)).split()[0]]:
        for token in reversed(before):
            if token.norm in refers.indefinite or token.lemma in refers.becoming:
                return True
            if token.tag not in ("ADJ", "ADV", "VERB") or token.form in ("fin", "past", "inf"):
                break
    return False

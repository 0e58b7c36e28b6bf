"""Capitalised runs that may name people and bodies nobody has listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.documents.english import words
from dragoman.documents.genders import given_names
from dragoman.types import Hit, Sentence, Token

_MONTHS = frozenset({"april", "may", "june", "august"})  # that are first names too
_CAPITALS = 0.7  # share of longer words with a capital from which a line is a headline in title case
_PAST = ("VBD", "VBN")
_LONG = 4  # letters from which a word has no capital in the middle of a sentence; so many such words it takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Tokens ``start`` to ``stop`` that form a name; ``body`` if its words say that it is an organisation."""

    start: int
    stop: int
    body: bool


def surnames(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Words that stand behind a first name, with a capital and nothing of a name behind: Jim *Banks* told.

    None of them is a place in the same report, as in *Jordan*.
    """
    found: set[str] = set()
    places: set[str] = set()
    for sentence in sentences:
        tokens = sentence.tokens
        if title_case([token.text for token in tokens]):
            continue
        for at in range(1, len(tokens)):
            if not tokens[at].text[0].isupper():
                continue
            if tokens[at - 1].norm == "in":
                places.add(tokens[at].norm)
            elif _first_name(tokens, at - 1) and not _name_follows(tokens, at + 1):
                found.add(tokens[at].norm)
    return frozenset(found - places)


def is_surname(tokens: Sequence[Token], hit: Hit, called: frozenset[str]) -> bool:
    """Whether a title, agent, party or state of one word is a surname: in ``called``, or David French."""
    if hit.kind not in ("title", "agent", "organisation", "country") or hit.stop != hit.start + 1:
        return False
    token, demonym = tokens[hit.start], hit.kind == "country" and hit.use == "demonym"
    if hit.kind == "country" and not demonym:
        return hit.use == "name" and _is_namesake(tokens, hit, called)
    if demonym or hit.kind == "organisation":
        first = tokens[hit.start - 1] if hit.start else None
        behind = tokens[hit.stop].tag if demonym and hit.stop < len(tokens) else ""
        if behind in ("NOUN", "PROPN", "ADJ", "NUM") or (demonym and first and first.norm in _MONTHS):
            return False
        if first is not None and first.norm in given_names() and first.text[0].isupper():
            return not _name_follows(tokens, hit.stop)
        if demonym:
            return False
    called_so = token.norm in called or _tail(tokens, hit.stop)
    return called_so and token.text[0].isupper() and not _name_follows(tokens, hit.stop)


def _is_namesake(tokens: Sequence[Token], hit: Hit, called: frozenset[str]) -> bool:
    """Whether a state's name is somebody's surname: Michael *Jordan*, and he alone where ``called`` so."""
    behind = tokens[hit.stop].tag if hit.stop < len(tokens) else ""
    if behind in ("NOUN", "PROPN", "ADJ", "NUM") or not tokens[hit.start].text.istitle():
        return False
    named = hit.start > 0 and _first_name(tokens, hit.start - 1)
    return (named or tokens[hit.start].norm in called) and not _name_follows(tokens, hit.stop)


def _first_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a first name stands before a surname; *May* is none, nor *Grant* Ukraine time."""
    first = tokens[at]
    if first.norm not in given_names() or first.norm in _MONTHS or first.tag != "PROPN":
        return False
    ordinary = at == 0 and not words.lexicon().get(first.norm, "NNP").startswith("NNP")
    behind = tokens[at + 2].tag if at + 2 < len(tokens) else "PUNCT"
    return first.text[0].isupper() and (not ordinary or behind in ("VERB", "AUX", "PUNCT"))


def _tail(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands behind a surname stands there: King *Jr*."""
    return at < len(tokens) and tokens[at].norm.removesuffix(".") in words.load().name_tails


def _name_follows(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens) or _tail(tokens, at):
        return False
    return tokens[at].text[0].isupper() and tokens[at].text[0].isalpha()


def title_case(written: Sequence[str]) -> bool:
    """Whether the words are a headline in capitals, where a capital says nothing: no verb is without one."""
    lower = (word for word in written if len(word) > 2 and word.islower())
    if any(word.endswith("ed") or words.lexicon().get(word, "").startswith(_PAST) for word in lower):
        return False
    long = [word for word in written if len(word) >= _LONG and word[0].isalpha() and word[-1] != "."]
    return len(long) >= _LONG and sum(word[0].isupper() for word in long) >= _CAPITALS * len(long)


def runs(tokens: Sequence[Token], taken: Sequence[bool], called: frozenset[str] = frozenset()) -> list[Run]:
    """Capitalised runs among the tokens that no known name has taken, in order; ``called`` are surnames."""
    found: list[Run] = []
    headline = title_case([token.text for token in tokens])
    at = 0
    while at < len(tokens):
        stop = _run_end(tokens, taken, at)
        if stop == at and not taken[at] and tokens[at].norm in called and not headline:
            stop += tokens[at].text[0].isupper() and not _name_follows(tokens, at + 1)
        if stop > at and _glued(tokens, at, stop):
            at = stop
        elif stop > at and not (headline and tokens[at].norm not in given_names()):
            run = _with_joined(tokens, taken, at, stop)
            found.append(run)
            at = run.stop
        else:
            at = max(stop, at + 1)
    return found


def _glued(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether a surname just written comes again with a headline on it: Doe *Jane DoeSenate* votes."""
    before = [token.text for token in tokens[max(0, start - 1) : stop] if len(token.text) >= _LONG]
    return any(
        len(other) > len(name) and other.startswith(name) and other[len(name)].isupper()
        for at, name in enumerate(before)
        for other in before[at + 1 :]
    )


def _run_end(tokens: Sequence[Token], taken: Sequence[bool], start: int) -> int:
    """Where the run that starts at ``start`` ends; ``start`` itself if there is none."""
    if taken[start] or not _named(tokens, start):
        return start
    stop = start + 1
    while stop < len(tokens) and not taken[stop]:
        token = tokens[stop]
        if _named(tokens, stop) or (token.text == "." and len(tokens[stop - 1].text) == 1):
            stop += 1
        elif (at := _past_particles(tokens, taken, stop)) > stop:
            stop = at + 1
        else:
            break
    return stop if any(len(token.norm) > 1 for token in tokens[start:stop]) else start


def _dash(tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen stands apart from the words around it, and so parts them."""
    before = tokens[at - 1].span.stop if at else 0
    return tokens[at].norm == "—" or (tokens[at].norm == "-" and tokens[at].span.start > before)


def _past_particles(tokens: Sequence[Token], taken: Sequence[bool], at: int) -> int:
    """Where the name goes on behind particles at ``at``: van der *Meer*; ``at`` if it does not."""
    inner = words.load().inner_particles | {"-"}
    start = at
    while at < min(len(tokens), start + 3) and tokens[at].norm in inner and not _dash(tokens, at):
        at += 1
    goes_on = start < at < len(tokens) and not taken[at] and _named(tokens, at)
    return at if goes_on else start


def _named(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token looks like part of a name where it stands."""
    token = tokens[at]
    lists = words.load()
    inner = token.text[0].isupper() or (
        token.norm.split("-")[0] in lists.article_prefixes and token.tag == "PROPN"
    )
    ordinary = token.norm in lists.not_names and not (at and tokens[at - 1].norm in given_names())
    if not inner or ordinary or token.norm in lists.honorifics or token.tag == "NUM":
        return False
    if not token.text[0].isalpha() or token.tag in ("PRON", "DET", "AUX", "SCONJ", "CCONJ", "ADP"):
        return False
    starts = at == 0 or tokens[at - 1].text in ("“", "”", '"', "``", "''", "«", ":", "—", "–", "(")
    return not starts or _first_word_is_name(tokens, at)


def _first_word_is_name(tokens: Sequence[Token], at: int) -> bool:
    """A sentence's first word has a capital anyway: demand that it is no ordinary word."""
    token = tokens[at]
    follows = at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper() and tokens[at + 1].tag == "PROPN"
    if token.norm in given_names():
        return True
    lexicon = words.lexicon()
    ordinary = not lexicon.get(token.norm, lexicon.get(token.text, "NNP")).startswith("NNP")
    return not ordinary and (token.tag == "PROPN" or follows)


def _with_joined(tokens: Sequence[Token], taken: Sequence[bool], start: int, stop: int) -> Run:
    """Extend a body's name over "of" and "for": Federal Service for Military-Technical Cooperation."""
    lists = words.load()
    body = any(token.norm in lists.body_words for token in tokens[start:stop])
    while body and stop + 1 < len(tokens) and tokens[stop].norm in lists.body_joiners:
        at = stop + 1
        if tokens[at].norm == "the" and at + 1 < len(tokens):
            at += 1
        if tokens[stop].norm == "and" and tokens[stop - 1].norm in lists.body_words:
            break
        end = _run_end(tokens, taken, at) if at < len(tokens) else at
        if end == at:
            break
        stop = end
    return Run(start=start, stop=stop, body=body)

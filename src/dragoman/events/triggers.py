"""Where the codebook's triggers stand in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.documents.subjects import without_object
from dragoman.events.alignment import align
from dragoman.events.codebook import GAP, Codebook, Trigger
from dragoman.types import Clauses, Token

_NEAR, _FAR = 9, 14  # tokens behind a trigger that may say another sense is meant; far where the subject is
_BEFORE, _LONG_BEFORE = 6, 10  # the same before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A trigger found: ``head`` its first word, ``stop`` after its last, ``gap`` a token of ``_``.

    ``rivals`` are matches of other rules with as many words at the same place, the likelier first.
    """

    trigger: Trigger
    head: int
    stop: int
    tokens: tuple[int, ...]
    gap: int | None
    passive: bool
    rivals: tuple[Match, ...] = ()


def find(clauses: Clauses, codebook: Codebook) -> list[Match]:
    """All triggers of the sentence, the longer hiding the shorter, in order of position."""
    found: list[Match] = []
    words = {token.norm for token in clauses.tokens} | {token.lemma for token in clauses.tokens}
    for at, token in enumerate(clauses.tokens):
        for trigger in _candidates(token, codebook):
            if _may_head(clauses, at, trigger) and _possible(trigger, words):
                match = _match(clauses, at, trigger)
                if match and not _excluded(clauses, at, trigger):
                    found.append(match)
    return _longest(found)


def _candidates(token: Token, codebook: Codebook) -> Sequence[Trigger]:
    if token.lemma == token.norm:
        return codebook.index.get(token.norm, ())
    return (*codebook.index.get(token.lemma, ()), *codebook.index.get(token.norm, ()))


def _possible(trigger: Trigger, words: set[str]) -> bool:
    """Whether the sentence holds each further word of the trigger, wherever it stands."""
    return all(GAP in word or not word.isdisjoint(words) for word in trigger.words[1:])


def _may_head(clauses: Clauses, at: int, trigger: Trigger) -> bool:
    """Whether the part of speech fits: a verb for a verb, a noun for a noun."""
    token = clauses.tokens[at]
    if trigger.noun:
        return token.tag in ("NOUN", "PROPN", "ADJ", "X")
    return token.tag == "VERB" or (token.tag == "AUX" and len(trigger.words) > 1)


def _excluded(clauses: Clauses, at: int, trigger: Trigger) -> bool:
    """Whether a word nearby says that another sense is meant."""
    if _reflexive(clauses, at, trigger):
        return True
    if not trigger.rule.unless:
        return False
    far = clauses.grammar.verb_first
    nearby = clauses.tokens[max(0, at - (_LONG_BEFORE if far else _BEFORE)) : at + (_FAR if far else _NEAR)]
    return any(token.lemma in trigger.rule.unless or token.norm in trigger.rule.unless for token in nearby)


def _reflexive(clauses: Clauses, at: int, trigger: Trigger) -> bool:
    """Whether somebody does it to himself, which is no event: he locked himself in."""
    if trigger.noun or len(trigger.words) > 1:
        return False
    return any(token.norm in clauses.grammar.reflexives for token in clauses.tokens[at + 1 : at + 2])


def _match(clauses: Clauses, at: int, trigger: Trigger) -> Match | None:
    passive = not trigger.noun and is_passive(clauses, at)
    found = align(clauses, at, trigger.words[1:], passive=passive)
    if found is None or _purpose(clauses, trigger, max(found.tokens)):
        return None
    if trigger.noun and any(_predicates(clauses.tokens[number]) for number in found.tokens):
        return None
    if not passive and _suffered(clauses, at, trigger):
        return None
    return Match(
        trigger=trigger,
        head=at,
        stop=max(found.tokens) + 1,
        tokens=tuple(sorted(found.tokens)),
        gap=found.gap,
        passive=passive,
    )


def _predicates(token: Token) -> bool:
    """Whether the word is a verb of its own and no part of a noun: the suicide bomber *attacked*."""
    return token.tag == "VERB" and token.form in ("past", "fin")


def _suffered(clauses: Clauses, at: int, trigger: Trigger) -> bool:
    """Whether the rule is of the victim only, and its verb needs no passive form to be one: قتل."""
    rule = trigger.rule
    victims = "subject" in rule.recipient and "subject" not in rule.actor
    alone = not trigger.noun and len(trigger.words) == 1
    return alone and victims and clauses.tokens[at].lemma in clauses.grammar.unmarked_passives


def _purpose(clauses: Clauses, trigger: Trigger, last: int) -> bool:
    """Whether the "to" of a visit opens an infinitive: is going *to shell* Mali."""
    opens = clauses.tokens[last].norm in clauses.grammar.infinitives
    if not opens or trigger.rule.scope or trigger.rule.type != "CONSULT":
        return False
    return any(token.form == "inf" for token in clauses.tokens[last + 1 : last + 2])


def is_passive(clauses: Clauses, at: int) -> bool:
    """Whether the verb at ``at`` is passive: a participle after "be", or one that opens a reduced clause."""
    token = clauses.tokens[at]
    if token.form == "pass":
        return True
    if token.lemma in clauses.grammar.unmarked_passives and token.form != "part":
        return without_object(clauses, clauses.at[at])
    if token.form != "part":
        return False
    part = clauses.chunks[clauses.at[at]]
    group = clauses.tokens[part.start : at]
    if any(word.lemma in clauses.grammar.having or word.norm in clauses.grammar.perfect for word in group):
        return any(word.norm in clauses.grammar.passive_perfect for word in group)
    return True


def _longest(found: list[Match]) -> list[Match]:
    """Drop a match whose first word lies inside a longer one; between equals the likelier, then the tighter.

    What loses only by a hair is kept as a rival, to be tried where the winner finds nobody.
    """
    ranked = sorted(found, key=_rank)
    kept: list[Match] = []
    for match in ranked:
        hiding = next((number for number, other in enumerate(kept) if _overlap(match, other)), None)
        if hiding is None:
            kept.append(match)
        elif match.head == kept[hiding].head and match.trigger.weight == kept[hiding].trigger.weight:
            kept[hiding] = replace(kept[hiding], rivals=(*kept[hiding].rivals, match))
    return sorted(kept, key=lambda match: match.head)


def _rank(match: Match) -> tuple[int, float, int, int]:
    return (-match.trigger.weight, -match.trigger.rule.score, match.stop - match.tokens[0], match.head)


def _overlap(one: Match, other: Match) -> bool:
    return not set(one.tokens).isdisjoint(other.tokens)

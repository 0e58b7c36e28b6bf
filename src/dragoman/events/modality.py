"""Whether what a trigger says has happened: future, negation, hypothesis, history."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.events import unreal
from dragoman.events.triggers import Match
from dragoman.types import Auxiliary, Chunk, Clauses

_AFTER_SAID = {"would": "will", "'d": "will"}
_WINDOW = 4  # chunks to the left that may govern the trigger


@dataclass(frozen=True, slots=True, kw_only=True)
class Modality:
    """The auxiliary modes of one trigger."""

    future: bool = False
    hypothetical: bool = False
    negation: bool = False
    historical: bool = False

    @property
    def names(self) -> tuple[Auxiliary, ...]:
        """The marks that hold, in PLOVER's words."""
        marks: tuple[tuple[bool, Auxiliary], ...] = (
            (self.historical, "historical"),
            (self.future, "future"),
            (self.hypothetical, "hypothetical"),
            (self.negation, "negation"),
        )
        return tuple(name for holds, name in marks if holds)


def read(clauses: Clauses, match: Match) -> Modality:
    """The modality of ``match`` from its verb group, what governs it, and the clause's opening word."""
    here = clauses.at[match.head]
    part = clauses.chunks[here]
    words = [clauses.tokens[at] for at in range(part.start, match.head)] if part.kind == "VP" else []
    grammar = clauses.grammar
    governors = _governors(clauses, here)
    norms = {word.norm for word in words} | {clauses.tokens[at].norm for at in _particles(clauses, part)}
    lemmas = {clauses.tokens[part.head].lemma for part in governors}
    governing = {clauses.tokens[at].norm for part in governors for at in range(part.start, part.stop)}
    if _reported(clauses, here):
        norms = {_AFTER_SAID.get(norm, norm) for norm in norms}
        governing = {_AFTER_SAID.get(norm, norm) for norm in governing}
    return Modality(
        future=bool(
            norms & grammar.future_words
            or lemmas & grammar.future_verbs
            or governing & grammar.future_words
            or _to_come(clauses, part, governors)
            or unreal.expected(clauses, match)
        ),
        hypothetical=bool(
            (norms & grammar.hypothetical_words and not _certain(clauses, match))
            or lemmas & grammar.hypothetical_verbs
            or governing & grammar.hypothetical_words
            or _only_meant(clauses, part, governors)
            or _conditional(clauses, here)
            or unreal.supposed(clauses, match)
        ),
        negation=bool(
            norms & grammar.negations
            or lemmas & grammar.negative_verbs
            or governing & grammar.negations
            or _denied(clauses, match)
            or unreal.lacking(clauses, match)
        ),
        historical=bool(norms & grammar.past_words),
    )


def _certain(clauses: Clauses, match: Match) -> bool:
    """Where the verb comes first, a past tells what was, whatever word goes before it: قد وعد."""
    return clauses.grammar.verb_first and clauses.tokens[match.head].form == "past"


def _reported(clauses: Clauses, here: int) -> bool:
    """Whether the clause hangs on a past verb of saying, where "would" means "will"."""
    for part in reversed(clauses.chunks[:here]):
        word = clauses.tokens[part.head]
        if part.kind == "VP":
            return word.form == "past" and word.lemma in clauses.grammar.reporting_verbs
    return False


def _to_come(clauses: Clauses, part: Chunk, governors: list[Chunk]) -> bool:
    """An infinitive that only a subject governs: Putin to meet Maliki."""
    if part.kind != "VP" or clauses.tokens[part.start].norm != "to" or governors:
        return False
    before = clauses.at[part.start] - 1
    return before >= 0 and clauses.chunks[before].kind == "NP"


def _only_meant(clauses: Clauses, part: Chunk, governors: list[Chunk]) -> bool:
    """An infinitive under a verb that does not say that it came about: voted to expel, but began to shell."""
    if part.kind != "VP" or clauses.tokens[part.start].norm != "to":
        return False
    grammar = clauses.grammar
    lemmas = {clauses.tokens[governor.head].lemma for governor in governors}
    return bool(governors) and not lemmas & (grammar.implicative_verbs | grammar.future_verbs)


def _particles(clauses: Clauses, part: Chunk) -> list[int]:
    """Tokens right before the chunk that colour it: لم, سـ, لن."""
    if part.kind != "VP" or not clauses.grammar.head_first:
        return []
    return [
        at for at in range(max(0, part.start - 2), part.start) if clauses.tokens[at].tag in ("PART", "AUX")
    ]


def _governors(clauses: Clauses, here: int) -> list[Chunk]:
    """Verb groups that govern the one at ``here`` through an infinitive or a light verb: plans to visit."""
    found: list[Chunk] = []
    at = here
    for before in range(here - 1, max(-1, here - _WINDOW - 1), -1):
        part = clauses.chunks[before]
        if part.kind == "VP":
            linked = _infinitive(clauses, clauses.chunks[at]) or clauses.chunks[here].kind == "NP"
            if not linked:
                break
            found.append(part)
            at = before
        elif part.kind in (".", "C", "W", "S") or (part.kind == "," and clauses.chunks[here].kind == "NP"):
            break
    return found


def _infinitive(clauses: Clauses, part: Chunk) -> bool:
    alone = all(clauses.tokens[at].tag == "ADV" for at in range(part.start, part.head))
    return clauses.tokens[part.start].norm == "to" or (
        alone and clauses.tokens[part.head].form in ("inf", "ger")
    )


def _conditional(clauses: Clauses, here: int) -> bool:
    """Whether the clause opens with "if" or the like."""
    for before in range(here - 1, max(-1, here - 5), -1):
        part = clauses.chunks[before]
        if part.kind == "S":
            return clauses.tokens[part.head].norm in clauses.grammar.conditionals
        if part.kind in ("VP", "."):
            return False
    return False


def _denied(clauses: Clauses, match: Match) -> bool:
    """A noun trigger with "no" before it: no talks were held."""
    if not match.trigger.noun:
        return False
    part = clauses.chunks[clauses.at[match.head]]
    return any(
        clauses.tokens[at].norm in ("no", "without") for at in range(max(0, part.start - 1), match.head)
    )

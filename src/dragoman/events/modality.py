"""Whether what a trigger says has happened: future, negation, hypothesis, history."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.documents.verbs import infinitival
from dragoman.events import doubts, unreal
from dragoman.events.conditions import conditional
from dragoman.events.triggers import Match
from dragoman.types import Auxiliary, Chunk, Clauses

_WINDOW = 4  # chunks to the left that may govern the trigger
_WIDE = 6  # the same for an infinitive: flew to Rome in January to meet
_OPENING = 9  # chunks to the left in which the clause may open


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
    here, grammar = _leader(clauses, clauses.at[match.head]), clauses.grammar
    part = clauses.chunks[here]
    governors = _governors(clauses, here)
    lemmas = {clauses.tokens[part.head].lemma for part in governors} - _efforts(clauses, match)
    above = [at for part in governors for at in range(part.start, part.stop)]
    reported = _reported(clauses, here, governors)
    norms = _as_meant(clauses, _norms(clauses, _around(clauses, match, part)), reported)
    governing = _as_meant(clauses, _norms(clauses, above), reported)
    denied = governing & grammar.negations and not (match.trigger.noun and lemmas & grammar.reporting_verbs)
    return Modality(
        future=bool(
            norms & grammar.future_words
            or lemmas & grammar.future_verbs
            or governing & grammar.future_words
            or _foretold(clauses, match, part, governors)
        ),
        hypothetical=bool(
            (norms & grammar.hypothetical_words and not _certain(clauses, match))
            or lemmas & grammar.hypothetical_verbs
            or governing & grammar.hypothetical_words
            or _only_meant(clauses, match, part, governors)
            or conditional(clauses, here, governors)
            or _after(clauses, part) in grammar.unreal_prepositions
            or unreal.supposed(clauses, match)
            or doubts.supposed(clauses, match)
        ),
        negation=bool(
            norms & grammar.negations
            or (lemmas | _predicated(clauses, clauses.at[part.start] - 1)) & grammar.negative_verbs
            or denied
            or _denied(clauses, match)
            or _after(clauses, part) in grammar.negative_prepositions
            or unreal.lacking(clauses, match)
            or doubts.lacking(clauses, match)
        ),
        historical=bool(norms & grammar.past_words) or unreal.earlier(clauses, match),
    )


def _around(clauses: Clauses, match: Match, part: Chunk) -> list[int]:
    """The tokens of the verb group before the verb, and the particles beside the group."""
    inside = range(part.start, min(part.head, match.head)) if part.kind == "VP" else range(0)
    return [*inside, *_particles(clauses, part)]


def _foretold(clauses: Clauses, match: Match, part: Chunk, governors: list[Chunk]) -> bool:
    """Whether words around the verb group or the noun say that it is to come."""
    return (
        any(_going(clauses, one) or _due(clauses, one) or _is_to(clauses, one) for one in (part, *governors))
        or _to_come(clauses, part, governors)
        or unreal.expected(clauses, match)
        or doubts.expected(clauses, match)
    )


def _leader(clauses: Clauses, here: int) -> int:
    """The verb group whose "should" or "to" a bare infinitive shares: they should pay or *leave*."""
    part = clauses.chunks[here]
    if part.kind != "VP" or part.start != part.head or clauses.tokens[part.head].form != "inf":
        return here
    joined = False
    for before in range(here - 1, max(-1, here - _OPENING - 1), -1):
        other = clauses.chunks[before]
        joined = joined or other.kind in ("C", ",")
        if other.kind == "VP":
            linked = joined and clauses.tokens[other.head].form == "inf"
            return _leader(clauses, before) if linked else here
        if other.kind in (".", "S", "W"):
            return here
    return here


def _norms(clauses: Clauses, words: list[int]) -> set[str]:
    """The words as compared, less a negation that denies nothing (not only) and what marks a past: قد أدى."""
    tokens, grammar = clauses.tokens, clauses.grammar
    adding = {at for at in words if at + 1 < len(tokens) and tokens[at + 1].norm in grammar.adding}
    sure = {
        at
        for at in words
        if grammar.verb_first and any(word.form == "past" for word in tokens[at + 1 : at + 2])
    }
    return {
        tokens[at].norm
        for at in words
        if not (at in adding and tokens[at].norm in grammar.negations)
        and not (at in sure and tokens[at].norm in grammar.hypothetical_words)
    }


def _as_meant(clauses: Clauses, norms: set[str], reported: bool) -> set[str]:
    """ "Would" is "will" after a past verb of saying, and nothing in hindsight: would later visit."""
    grammar = clauses.grammar
    meant = norms - grammar.backshifted
    unreal = norms & grammar.foreseen and norms & grammar.having
    if reported and not unreal:  # said he would have met her: he did not
        return meant | grammar.future_words if meant != norms else norms
    return meant if norms & grammar.hindsight else norms


def _certain(clauses: Clauses, match: Match) -> bool:
    """Where the verb comes first, a past tells what was, whatever word goes before it: قد وعد."""
    return clauses.grammar.verb_first and clauses.tokens[match.head].form == "past"


def _reported(clauses: Clauses, here: int, governors: list[Chunk]) -> bool:
    """Whether the clause hangs on a past verb of saying, where "would" means "will"."""
    for part in reversed(clauses.chunks[:here]):
        word = clauses.tokens[part.head]
        if part.kind == "VP" and part not in governors:
            return word.form == "past" and word.lemma in clauses.grammar.reporting_verbs
    return doubts.said_behind(clauses, here)


def _to_come(clauses: Clauses, part: Chunk, governors: list[Chunk]) -> bool:
    """An infinitive that only a subject or a plan governs: Putin to meet Maliki, a decision to leave."""
    if part.kind != "VP" or not infinitival(clauses, part) or governors:
        return False
    before = clauses.at[part.start] - 1
    if before < 0 or clauses.chunks[before].kind != "NP" or _ranked(clauses, before):
        return False
    nouns = doubts.governing_noun(clauses, before + 1)
    if nouns & clauses.grammar.future_nouns:
        return True
    return not nouns & (clauses.grammar.unreal_nouns | clauses.grammar.lacks) and _opening(clauses, before)


def _going(clauses: Clauses, part: Chunk) -> bool:
    """Whether a governing verb only says that it is to come: he's *going* to leave, not went to leave."""
    short = 0 < part.start == part.head and clauses.tokens[part.start - 1].tag == "AUX"
    helped = short or (clauses.tokens[part.start].lemma in clauses.grammar.being and part.start < part.head)
    return helped and clauses.tokens[part.head].norm in clauses.grammar.going


def _is_to(clauses: Clauses, part: Chunk) -> bool:
    """Whether a present "be" stands right before the infinitive: he *is to* leave."""
    first = clauses.tokens[part.start : part.start + 2]
    present = len(first) > 1 and first[0].lemma in clauses.grammar.being and first[0].form == "fin"
    return part.kind == "VP" and present and first[1].norm in clauses.grammar.infinitives


def _due(clauses: Clauses, part: Chunk) -> bool:
    """Whether an adjective before the infinitive says that it is to come: is *due* to hold talks."""
    infinitive = infinitival(clauses, part)
    return infinitive and bool(
        _predicated(clauses, clauses.at[part.start] - 1) & clauses.grammar.future_verbs
    )


def _opening(clauses: Clauses, at: int) -> bool:
    """Whether the phrase at ``at``, or the row that it ends, opens a clause, so that it is a subject."""
    while at > 0 and clauses.chunks[at - 1].kind in ("NP", "C", ","):
        at -= 1
    return clauses.grammar.verb_first or at == 0 or clauses.chunks[at - 1].kind not in ("P", "VP")


def _ranked(clauses: Clauses, number: int) -> bool:
    """Whether the phrase is somebody who did it before others: the first president to visit."""
    while number > 1 and [one.kind for one in clauses.chunks[number - 2 : number]] == ["NP", "P"]:
        number -= 2  # the only minister in the country's history to resign
    part = clauses.chunks[number]
    first = max(0, part.start - 2)  # "first" may stand apart, as an adverb
    return any(clauses.tokens[at].norm in clauses.grammar.ranking for at in range(first, part.stop))


def _efforts(clauses: Clauses, match: Match) -> frozenset[str]:
    """The verbs of trying, where trying is enough: who tried to press or to blame somebody did so."""
    return clauses.grammar.trying if match.trigger.rule.type in ("ACCUSE", "REQUEST") else frozenset()


def _only_meant(clauses: Clauses, match: Match, part: Chunk, governors: list[Chunk]) -> bool:
    """An infinitive under a verb that does not say that it came about: voted to expel, but began to shell."""
    if part.kind != "VP" or not infinitival(clauses, part):
        return False
    grammar = clauses.grammar
    before = clauses.at[part.start] - 1
    if before >= 0 and clauses.chunks[before].kind == "NP" and _ranked(clauses, before):
        return False
    if not governors:  # senators to vote against him, where no verb of the clause tells that they did
        bare = before >= 0 and clauses.chunks[before].kind == "NP" and not grammar.verb_first
        return bare and not _to_come(clauses, part, governors)
    lemmas = {clauses.tokens[governor.head].lemma for governor in governors} | _predicated(clauses, before)
    real = grammar.implicative_verbs | grammar.future_verbs | grammar.negative_verbs
    return not lemmas & (real | _efforts(clauses, match))


def _predicated(clauses: Clauses, at: int) -> set[str]:
    """The adjective between "be" and the infinitive: was *quick* to praise, is *reluctant* to meet."""
    if at < 1 or clauses.chunks[at].kind != "NP" or clauses.chunks[at - 1].kind != "VP":
        return set()
    token = clauses.tokens[clauses.chunks[at].head]
    return {token.norm} if token.tag == "ADJ" else set()


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
    wide = clauses.chunks[here].kind == "VP" and infinitival(clauses, clauses.chunks[here])
    for before in range(here - 1, max(-1, here - (_WIDE if wide else _WINDOW) - 1), -1):
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
    return infinitival(clauses, part) or (alone and clauses.tokens[part.head].form in ("inf", "ger"))


def _after(clauses: Clauses, part: Chunk) -> str:
    """The preposition that governs a gerund: spoke *against* lifting, left *without* signing."""
    if part.kind != "VP" or clauses.tokens[part.head].form != "ger" or not part.start:
        return ""
    before = clauses.chunks[clauses.at[part.start] - 1]
    return clauses.tokens[before.head].norm if before.kind == "P" else ""


def _denied(clauses: Clauses, match: Match) -> bool:
    """A noun trigger with "no" before it: no talks were held."""
    if not match.trigger.noun:
        return False
    part = clauses.chunks[clauses.at[match.head]]
    return any(
        clauses.tokens[at].norm in clauses.grammar.denying for at in range(max(0, part.start - 1), match.head)
    )

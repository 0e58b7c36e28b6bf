"""What a clause or noun hangs on where subjects come first: plans for strikes, fears that they will bomb."""

from __future__ import annotations

from dragoman.documents.subjects import for_whom
from dragoman.documents.verbs import infinitival
from dragoman.documents.walks import finite
from dragoman.events.triggers import Match
from dragoman.types import Chunk, Clauses

_REACH = 9  # chunks to the left in which a clause may open, or to the right in which its verb stands
_LEADING = 12  # tokens before the trigger among which "perhaps" may stand


def expected(clauses: Clauses, match: Match) -> bool:
    """Whether the noun's own words or its verb say that it is to come: planned talks, talks are due to."""
    if clauses.grammar.verb_first or not match.trigger.noun:
        return False
    words = clauses.grammar.expected
    if match.trigger.rule.reciprocal and _behind(clauses, match, clauses.grammar.prior):
        return True
    return _qualified(clauses, match, words) or bool(
        _predicate(clauses, match) & (words | clauses.grammar.future_words)
    )


def _behind(clauses: Clauses, match: Match, words: frozenset[str]) -> bool:
    """Whether one of the prepositions ``words`` governs the noun's phrase."""
    here = clauses.at[match.head]
    return here > 0 and clauses.tokens[clauses.chunks[here - 1].head].norm in words


def supposed(clauses: Clauses, match: Match) -> bool:
    """Whether it is only thought of: a threat of strikes, it is possible that, efforts to ban."""
    grammar = clauses.grammar
    if grammar.verb_first:
        return False
    if _leading(clauses, match) & grammar.doubt_words:
        return True
    here = clauses.at[match.head]
    if _provided(clauses, here):
        return True
    if match.trigger.noun:
        return (
            _qualified(clauses, match, grammar.unreal_adjectives)
            or _hangs(clauses, here)
            or _of_unreal(clauses, match)
            or bool(_predicate(clauses, match) & (grammar.hypothetical_words | grammar.unreal_adjectives))
        )
    wanted = bool(for_whom(clauses, here))  # pushed for Iran to leave
    return wanted or _noun_before(clauses, here) & grammar.unreal_nouns != set() or _doubted(clauses, here)


def _provided(clauses: Clauses, here: int) -> bool:
    """Whether it will only be on a condition told in the sentence: *if* they attack, he *will* strike."""
    part = clauses.chunks[here]
    group = {token.norm for token in clauses.tokens[part.start : part.head]}
    if part.kind != "VP" or not group & (clauses.grammar.future_words | clauses.grammar.foreseen):
        return False
    return any(
        clauses.tokens[one.head].norm in clauses.grammar.provisos and not _asked(clauses, at)
        for at, one in enumerate(clauses.chunks)
        if one.kind == "S"
    )


def _asked(clauses: Clauses, at: int) -> bool:
    """Whether a verb stands right before "if", which then asks: *asked if*."""
    before = clauses.chunks[max(0, at - 2) : at]
    return any(one.kind == "VP" for one in before) and clauses.tokens[before[-1].head].text != ","


def lacking(clauses: Clauses, match: Match) -> bool:
    """Whether it did not come about: barred from leaving, a refusal to sign, the talks were not held."""
    grammar = clauses.grammar
    if grammar.verb_first:
        return False
    here = clauses.at[match.head]
    if match.trigger.noun:
        return bool(_predicate(clauses, match) & grammar.negations)
    return bool(_noun_before(clauses, here) & grammar.lacks) or barred(clauses, here) or _left(clauses, here)


def remembered(clauses: Clauses, match: Match) -> bool:
    """Whether it is only remembered: the *anniversary of* the invasion."""
    here = clauses.at[match.head]
    if clauses.grammar.verb_first or not match.trigger.noun or here < 2:
        return False
    noun, link = clauses.chunks[here - 2 : here]
    grammar = clauses.grammar
    tied = [noun.kind, link.kind] == ["NP", "P"] and clauses.tokens[link.head].norm in grammar.genitives
    return tied and clauses.tokens[noun.head].lemma in grammar.memories


def _left(clauses: Clauses, here: int) -> bool:
    """Whether words before a gerund say that it did not come about: *far from* condemning it."""
    start = clauses.chunks[here].start
    before = " ".join(token.norm for token in clauses.tokens[max(0, start - 2) : start])
    return clauses.tokens[clauses.chunks[here].head].form == "ger" and before in clauses.grammar.refraining


def said_behind(clauses: Clauses, here: int) -> bool:
    """Whether the clause that says so follows: she would resign, *an aide said*."""
    for at in range(here + 1, len(clauses.chunks)):
        part = clauses.chunks[at]
        if part.kind in ("S", "W", ".", "C"):
            return False
        before = [one.kind for one in clauses.chunks[at - 2 : at]]
        if part.kind == "VP" and (before == [",", "NP"] or before[1:] == [","]):
            word = clauses.tokens[part.head]
            return word.form == "past" and word.lemma in clauses.grammar.reporting_verbs
    return False


def governing_noun(clauses: Clauses, here: int) -> frozenset[str]:
    """The lemmas of the nouns that the infinitive at ``here`` may hang on: a decision (by him) to leave."""
    if not infinitival(clauses, clauses.chunks[here]):
        return frozenset()
    found: list[str] = []
    at = here - 1
    while at >= 0 and clauses.chunks[at].kind == "NP":
        found.append(clauses.tokens[clauses.chunks[at].head].lemma)
        if at < 2 or clauses.chunks[at - 1].kind != "P":
            break
        at -= 2
    return frozenset(found)


def _noun_before(clauses: Clauses, here: int) -> frozenset[str]:
    """The nouns that an infinitive, or a gerund behind a preposition, hangs on: support for Iran leaving."""
    part = clauses.chunks[here]
    if clauses.tokens[part.head].form != "ger":
        return governing_noun(clauses, here)
    at = here - 1
    while at > 1 and clauses.chunks[at].kind in ("NP", "C"):  # who leaves: support for Iran and Iraq leaving
        at -= 1
    if at < 1:
        return frozenset()
    noun, link = clauses.chunks[at - 1], clauses.chunks[at]
    word = clauses.tokens[link.head].norm
    tied = [noun.kind, link.kind] == ["NP", "P"] and word in clauses.grammar.unreal_ties
    return frozenset({clauses.tokens[noun.head].lemma}) if tied else frozenset()


def _qualified(clauses: Clauses, match: Match, words: frozenset[str]) -> bool:
    """Whether one of ``words`` stands before the noun in its phrase: the *proposed* airstrikes."""
    part = clauses.chunks[clauses.at[match.head]]
    return any(clauses.tokens[at].norm in words for at in range(part.start, match.head))


def _of_unreal(clauses: Clauses, match: Match) -> bool:
    """Whether the phrase's head behind the trigger is such a noun: a sanctions *bill*."""
    part = clauses.chunks[clauses.at[match.head]]
    return part.head >= match.stop and clauses.tokens[part.head].lemma in clauses.grammar.unreal_nouns


def _hangs(clauses: Clauses, here: int) -> bool:
    """Whether a preposition ties the noun to such a noun: the threat *of* strikes."""
    if here < 2 or [part.kind for part in clauses.chunks[here - 2 : here]] != ["NP", "P"]:
        return False
    link, noun = clauses.chunks[here - 1], clauses.chunks[here - 2]
    tied = clauses.tokens[link.head].norm in clauses.grammar.unreal_ties
    return tied and clauses.tokens[noun.head].lemma in clauses.grammar.unreal_nouns


def _predicate(clauses: Clauses, match: Match) -> frozenset[str]:
    """The words of the verb whose subject the noun is, and the word behind: talks *are due* to start."""
    here = clauses.at[match.head]
    if here and clauses.chunks[here - 1].kind in ("P", "VP"):
        return frozenset()
    for at in range(here + 1, min(len(clauses.chunks), here + _REACH)):
        part = clauses.chunks[at]
        if part.kind == "VP":
            words = clauses.tokens[part.start : part.stop + 1]
            return frozenset(token.norm for token in words)
        if part.kind not in ("NP", "P", "C"):
            break
    return frozenset()


def _leading(clauses: Clauses, match: Match) -> frozenset[str]:
    """The words before the trigger back to where its clause begins."""
    words: list[str] = []
    for at in range(match.head - 1, max(-1, match.head - _LEADING), -1):
        if clauses.chunks[clauses.at[at]].kind in (".", "S", "W", "Q"):
            break
        words.append(clauses.tokens[at].norm)
    return frozenset(words)


def _doubted(clauses: Clauses, here: int) -> bool:
    """Whether the clause of the verb is what somebody fears, hopes or calls possible."""
    for at in range(here - 1, max(-1, here - _REACH), -1):
        part = clauses.chunks[at]
        if part.kind == "NP" and _wavers(clauses, part):
            return True
        if part.kind in ("S", "W"):
            that = clauses.tokens[part.head].norm in clauses.grammar.complementizers
            content = that and clauses.chunks[at + 1].kind == "NP"
            return content and at > 0 and any(_doubts(clauses, one) for one in _phrase(clauses, at - 1))
        if part.kind == "VP" and not _linked(clauses, clauses.chunks[at + 1 : here + 1]):
            return clauses.chunks[at + 1].kind == "NP" and finite(clauses, part) and _doubts(clauses, at)
        if part.kind in (".", ",", "C", "Q"):
            return False
    return False


def _phrase(clauses: Clauses, at: int) -> tuple[int, ...]:
    """The chunk, and the noun that a preposition ties it to: *skepticism* at home that they will."""
    tied = at > 1 and [one.kind for one in clauses.chunks[at - 2 : at + 1]] == ["NP", "P", "NP"]
    return (at, at - 2) if tied else (at,)


def _wavers(clauses: Clauses, part: Chunk) -> bool:
    """Whether a verb of doubt was taken for a noun before the subject: skeptics *doubt* Iran will leave."""
    if not part.mentions:
        return False
    start = clauses.mentions[part.mentions[-1]].span.start
    before = [at for at in range(part.start, part.stop) if clauses.tokens[at].span.stop < start]
    return len(before) > 1 and clauses.tokens[before[-1]].lemma in clauses.grammar.doubting_verbs


def _linked(clauses: Clauses, parts: tuple[Chunk, ...]) -> bool:
    """Whether the next verb is an infinitive or a gerund, which the verb before governs."""
    verb = next((part for part in parts if part.kind == "VP"), None)
    return verb is not None and not finite(clauses, verb)


def _doubts(clauses: Clauses, at: int) -> bool:
    """Whether the chunk is a verb, noun or adjective of doubt."""
    part, grammar = clauses.chunks[at], clauses.grammar
    token = clauses.tokens[part.head]
    if part.kind == "VP":
        return token.lemma in grammar.doubting_verbs
    denied = {token.norm for token in clauses.tokens[max(0, part.start - 1) : part.head]} & grammar.certainty
    return (
        part.kind == "NP"
        and not denied
        and (
            token.lemma in grammar.unreal_nouns
            or clauses.tokens[part.stop - 1].norm in grammar.unreal_adjectives
        )
    )


def barred(clauses: Clauses, here: int) -> bool:
    """Whether a verb of keeping away governs the gerund behind "from": barred *from* marching."""
    part = clauses.chunks[here]
    if clauses.tokens[part.head].form != "ger" or not here:
        return False
    if clauses.tokens[clauses.chunks[here - 1].head].norm not in clauses.grammar.barring:
        return False
    before = clauses.chunks[max(0, here - 4) : here - 1]
    return any(
        one.kind == "VP" and clauses.tokens[one.head].lemma in clauses.grammar.barring_verbs for one in before
    )

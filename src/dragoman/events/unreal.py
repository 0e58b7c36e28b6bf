"""What a clause or noun hangs on where verbs come first: من المقرر أن يزور, في حال فرض عقوبات, عدم تمديد."""

from __future__ import annotations

from itertools import pairwise

from dragoman.events.triggers import Match
from dragoman.types import Clauses, Token

_MEMORY = 6  # tokens before a noun among which the memory of it may stand
_DEPENDENT = frozenset({"AGREE", "CONCEDE"})
_BACK = 4  # tokens before the conjunction or the noun that may say how real it is


def expected(clauses: Clauses, match: Match) -> bool:
    """Whether words around the trigger say that it is still to come: من المقرر أن, زيارة مرتقبة."""
    words = clauses.grammar.expected
    if not clauses.grammar.verb_first:
        return False
    if not match.trigger.noun:
        return _is_any((*_above(clauses, match), clauses.tokens[match.head]), words)
    part = clauses.chunks[clauses.at[match.stop - 1]]
    behind = [clauses.tokens[at] for at in range(match.stop, min(part.stop, match.stop + _BACK))]
    before = clauses.tokens[match.head - 1 : match.head]
    return any(token.norm in words and token.norm not in _names(clauses) for token in (*behind, *before))


def supposed(clauses: Clauses, match: Match) -> bool:
    """Whether it is only thought of: a subjunctive no fact governs, a noun under such a noun, a question."""
    tokens = clauses.tokens
    if tokens and any(token.text in "?؟" for token in tokens[-2:] if token.tag == "PUNCT"):
        return True
    if not clauses.grammar.verb_first:
        return False
    if _depends(clauses, match):
        return True
    if match.trigger.noun:
        return _is_any(tokens[max(0, match.head - 2) : match.head], clauses.grammar.unreal_nouns)
    if _in_case(clauses, match) or _unconfirmed(clauses, match):
        return True
    if _conjunction(clauses, match) is None:
        return False
    above = _above(clauses, match)
    grammar = clauses.grammar
    if _is_any(above, grammar.expected):
        return False
    near = above[-1:]
    return not (_is_any(near, grammar.factive_prepositions) or _is_any(above, grammar.implicative_verbs))


def earlier(clauses: Clauses, match: Match) -> bool:
    """Whether words around the trigger say that it had been before, or long ago: سبق أن زار, ذكرى قصف."""
    if not clauses.grammar.verb_first:
        return False
    if match.trigger.noun:
        return _is_any(clauses.tokens[max(0, match.head - _MEMORY) : match.head], clauses.grammar.memories)
    here = clauses.at[match.head]
    if not here or clauses.chunks[here - 1].kind not in ("S", "C"):
        return False
    verb = next((at for at in range(here - 2, max(-1, here - _BACK - 2), -1) if _is_verb(clauses, at)), None)
    if verb is None or (clauses.chunks[here - 1].kind == "C" and verb != here - 2):
        return False
    return clauses.tokens[clauses.chunks[verb].head].lemma in clauses.grammar.earlier


def _is_verb(clauses: Clauses, at: int) -> bool:
    return clauses.chunks[at].kind == "VP"


def _depends(clauses: Clauses, match: Match) -> bool:
    """Whether a promise is kept only on a condition that follows: حريصة على التعاون *شرط أن* تغير."""
    if match.trigger.rule.type not in _DEPENDENT:
        return False
    grammar = clauses.grammar
    links = {*grammar.subjunctives, *grammar.content_prepositions}  # شرط أن, بشرط
    pairs = [(one.norm, other.norm) for one, other in pairwise(clauses.tokens[match.stop :])]
    return any({one, other} & grammar.conditions and {one, other} & links for one, other in pairs)


def _in_case(clauses: Clauses, match: Match) -> bool:
    """Whether a noun of what may be stands right before the verb: في *حال* هاجمت."""
    part = clauses.chunks[clauses.at[match.head]]
    return part.start == match.head and _is_any(
        clauses.tokens[max(0, part.start - 1) : part.start], clauses.grammar.unreal_nouns
    )


def _unconfirmed(clauses: Clauses, match: Match) -> bool:
    """Whether nobody would confirm the clause: رفض تأكيد أنباء بأن, لم يؤكد أن."""
    grammar = clauses.grammar
    here = clauses.at[match.head]
    opened = next((at for at in range(here - 1, -1, -1) if clauses.chunks[at].kind in ("S", ".", "VP")), -1)
    if opened < 0 or clauses.chunks[opened].kind != "S":
        return False
    for at in range(opened - 1, -1, -1):
        part = clauses.chunks[at]
        if part.kind == "VP":
            between = clauses.tokens[part.start : clauses.chunks[opened].start]
            lemmas = {token.lemma for token in between}
            before = {token.norm for token in clauses.tokens[max(0, part.start - 1) : part.stop]}
            denied = bool(lemmas & grammar.negative_verbs or before & grammar.negations)
            return denied and bool(lemmas & grammar.confirming)
        if part.kind not in ("NP", "P", ",", "C"):
            return False
    return False


def lacking(clauses: Clauses, match: Match) -> bool:
    """Whether a noun of lack governs the trigger's: عدم تمديد العقوبات."""
    before = clauses.tokens[max(0, match.head - 1) : match.head]
    return clauses.grammar.verb_first and match.trigger.noun and _is_any(before, clauses.grammar.lacks)


def _conjunction(clauses: Clauses, match: Match) -> int | None:
    """The chunk of أن right before a verb in the present, which then is a subjunctive."""
    here = clauses.at[match.head]
    before = clauses.chunks[here - 1] if here else None
    if before is None or before.kind != "S" or clauses.tokens[match.head].form != "fin":
        return None
    return here - 1 if clauses.tokens[before.head].norm in clauses.grammar.subjunctives else None


def _above(clauses: Clauses, match: Match) -> tuple[Token, ...]:
    """The tokens before the conjunction that govern its clause, back to the verb."""
    at = _conjunction(clauses, match)
    if at is None:
        return ()
    first = at
    while first and at - first < _BACK and clauses.chunks[first - 1].kind in ("NP", "P", "VP"):
        first -= 1
        if clauses.chunks[first].kind == "VP":
            break
    return clauses.tokens[clauses.chunks[first].start : clauses.chunks[at].start]


def _names(clauses: Clauses) -> frozenset[str]:
    """Words that belong to a mention, and so say nothing of time."""
    spans = [mention.span for mention in clauses.mentions]
    return frozenset(token.norm for token in clauses.tokens if any(span.holds(token.span) for span in spans))


def _is_any(tokens: tuple[Token, ...], words: frozenset[str]) -> bool:
    return any(token.norm in words or token.lemma in words for token in tokens)

"""Whom a row of phrases means: the mentions at their heads, or those that own what they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.documents.rows import row_right
from dragoman.events.owners import opening, owner, undergone, whole
from dragoman.events.triggers import Match
from dragoman.types import Chunk, Clauses

_BODIES = frozenset({"organisation", "group", "agent"})
_DEED = 8  # chunks behind the name of a deed within which its doer stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """The mentions found in a slot; ``direct`` if they are the phrase's head, not its owner."""

    mentions: tuple[int, ...]
    direct: bool


def filler_of(clauses: Clauses, row: Sequence[Chunk], *, of: Match | None = None) -> Filler | None:
    """The mentions that a row of phrases means; with ``of`` also whose the thing is that it happens to."""
    heads: list[int] = []
    inner: list[int] = []
    for part in row:
        holding = _holding(clauses, part, places=of is not None)
        if not holding and _counts(clauses, part):
            holding = genitive(clauses, part)
        holding = holding or _divided(clauses, part)
        if not holding and clauses.tokens[part.head].norm in clauses.grammar.sides:
            holding = list(part.mentions[:1]) or genitive(clauses, part)
        if not holding and of is not None:
            holding = opening(clauses, part)
        heads.extend(_body(clauses, part, holding))
        if not holding and of is not None:
            inner.extend(_owners(clauses, part, of))
    if heads:
        also = inner if row[0].mentions and clauses.tokens[row[0].head].norm in clauses.grammar.owned else ()
        return Filler(mentions=tuple(dict.fromkeys((*also, *heads))), direct=True)
    return Filler(mentions=tuple(inner), direct=False) if inner else None


def itself(clauses: Clauses, match: Match) -> Filler | None:
    """Whom the last word of a verb's trigger names behind the trigger's own "of": pull out of the *Union*."""
    words = {clauses.tokens[at].norm for at in match.tokens}
    if match.trigger.noun or not words & clauses.grammar.genitives:
        return None
    last = clauses.tokens[match.stop - 1].span
    inside = clauses.chunks[clauses.at[match.stop - 1]].mentions
    found = tuple(number for number in inside if clauses.mentions[number].span.holds(last))
    return Filler(mentions=found, direct=True) if found else None


def _body(clauses: Clauses, part: Chunk, holding: list[int]) -> list[int]:
    """The body whose men somebody is, where verbs come first: مسلحون من *حركة الشباب*."""
    tail = clauses.chunks[clauses.at[part.start] + 1 :][:2]
    if not clauses.grammar.verb_first or len(holding) != 1 or [one.kind for one in tail] != ["P", "NP"]:
        return holding
    man = clauses.mentions[holding[0]]
    tied = clauses.tokens[tail[0].head].norm in clauses.grammar.genitives and tail[0].start == part.stop
    if man.kind != "agent" or man.country is not None or not tied:
        return holding
    inside = [at for at in _holding(clauses, tail[1], places=False)]
    bodies = [at for at in inside if clauses.mentions[at].kind in ("organisation", "group")]
    return bodies[:1] or holding


def _counts(clauses: Clauses, part: Chunk) -> bool:
    """Whether the phrase only says how many there were: مئات, سبعة من."""
    head = clauses.tokens[part.head]
    number = clauses.grammar.verb_first and head.tag == "NUM"
    return number or (head.lemma in clauses.grammar.quantifiers and not _apart(clauses, part))


def _apart(clauses: Clauses, part: Chunk) -> bool:
    """Whether the phrase says of some that they have left the others: a *breakaway* group of them."""
    words = {token.norm for token in clauses.tokens[part.start : part.stop]}
    return not clauses.grammar.splinters.isdisjoint(words)


def _divided(clauses: Clauses, part: Chunk) -> list[int]:
    """The body of which the phrase names a part: *units* of the army."""
    if clauses.tokens[part.head].lemma not in clauses.grammar.divisions or _apart(clauses, part):
        return []
    return [at for at in genitive(clauses, part) if clauses.mentions[at].kind in _BODIES]


def _owners(clauses: Clauses, part: Chunk, match: Match) -> list[int]:
    """Whose thing a phrase names that is nobody itself."""
    partners = _partners(clauses, part, match)
    if partners:
        return partners
    if part.mentions:
        number = owner(clauses, part, match)
        return [number] if number is not None else []
    if not whole(clauses, part, match):
        return _by_whom(clauses, part) if undergone(clauses, part) else []
    return genitive(clauses, part)


def _by_whom(clauses: Clauses, part: Chunk) -> list[int]:
    """Who did what a phrase names, behind whom it hit: the killing of envoys *by rebels*."""
    here = clauses.at[part.start]
    for at in range(here + 1, min(len(clauses.chunks) - 1, here + _DEED)):
        one = clauses.chunks[at]
        if one.kind not in ("P", "NP", "C", ","):
            return []
        if one.kind == "P" and clauses.tokens[one.head].norm in clauses.grammar.agent_prepositions:
            row = row_right(clauses, at + 1, governed=True)
            return [number for each in row for number in _holding(clauses, each, places=False)]
    return []


def _partners(clauses: Clauses, part: Chunk, match: Match) -> list[int]:
    """With whom the talks were that somebody praises: hailed his meeting *with the Pope*."""
    tail = clauses.chunks[clauses.at[part.start] + 1 :][:2]
    if match.trigger.rule.type != "SUPPORT" or [one.kind for one in tail] != ["P", "NP"]:
        return []
    link, shared = clauses.tokens[tail[0].head].norm, clauses.tokens[part.head].lemma
    if link not in clauses.grammar.companions or shared not in clauses.grammar.shared:
        return []
    row = row_right(clauses, clauses.at[tail[1].start], governed=True)
    return [number for one in row for number in _holding(clauses, one, places=False)]


def _holding(clauses: Clauses, part: Chunk, *, places: bool) -> list[int]:
    """The mentions that hold the phrase's head; a place is nobody unless ``places``."""
    found = [number for number in part.mentions if _is_head(clauses, part, number)]
    return found if places else [number for number in found if clauses.mentions[number].kind != "place"]


def _each(clauses: Clauses, at: int) -> list[int]:
    """All of whom there were so many: كل من روسيا وإيران وتركيا."""
    row = row_right(clauses, at, governed=True)
    return [number for part in row for number in part.mentions[:1] or _marked(clauses, part)]


def _marked(clauses: Clauses, part: Chunk) -> list[int]:
    """Who stands in quotation marks right behind a phrase, where its owner does: عناصر «الحركة»."""
    tail = clauses.chunks[clauses.at[part.start] + 1 :][:2]
    return list(tail[1].mentions[:1]) if [one.kind for one in tail] == ["Q", "NP"] else []


def _belongs(clauses: Clauses, part: Chunk, link: Chunk) -> bool:
    """Whether "to" says whose an indefinite thing is: مواقع لداعش."""
    return (
        link.kind == "P"
        and link.start == part.stop
        and clauses.tokens[link.head].norm in clauses.grammar.belonging
        and clauses.tokens[part.head].norm in clauses.grammar.owned
    )


def _is_head(clauses: Clauses, part: Chunk, number: int) -> bool:
    return clauses.mentions[number].span.holds(clauses.tokens[part.head].span)


def _past_bound(clauses: Clauses, at: int) -> int:
    """Over "at least" behind a number where verbs come first: سبعة *على الأقل* من."""
    link = clauses.chunks[at + 1 : at + 3]
    if not clauses.grammar.verb_first or [one.kind for one in link] != ["P", "NP"]:
        return at
    return at + 2 if clauses.tokens[link[1].head].norm in clauses.grammar.bounds else at


def partitive(clauses: Clauses, part: Chunk) -> list[int]:
    """Of whom some are named by a noun in the phrase: مقتل *عدد من المسلحين*."""
    here = _past_bound(clauses, clauses.at[part.start])
    tail = clauses.chunks[here + 1 : here + 3]
    last = clauses.tokens[part.stop - 1]
    if [one.kind for one in tail] != ["P", "NP"] or not clauses.grammar.head_first:
        return []
    counts = {last.lemma, last.norm} & clauses.grammar.quantifiers or last.tag == "NUM"
    tied = clauses.tokens[tail[0].head].norm in clauses.grammar.genitives
    return _each(clauses, here + 2) if counts and tied else []


def belonging(clauses: Clauses, part: Chunk) -> list[int]:
    """Whose the last thing of the phrase is: تدمير *مواقع للمسلحين*."""
    tail = clauses.chunks[clauses.at[part.start] + 1 :][:2]
    owned = clauses.tokens[part.stop - 1].norm in clauses.grammar.owned
    if not owned or [one.kind for one in tail] != ["P", "NP"]:
        return []
    tied = clauses.tokens[tail[0].head].norm in clauses.grammar.belonging
    return list(tail[1].mentions[:1]) if tied else []


def genitive(clauses: Clauses, part: Chunk) -> list[int]:
    """Whose thing it is: efforts *of the Iraqi government*."""
    here = _past_bound(clauses, clauses.at[part.start])
    tail = clauses.chunks[here + 1 : here + 3]
    ends = (part.stop - 1, *(one.head for one in tail[:1]))
    if any(clauses.tokens[at].norm in clauses.grammar.mediating for at in ends):
        return []
    if tail and tail[0].kind == "VP" and clauses.tokens[tail[0].head].form == "part":
        tail = clauses.chunks[here + 2 : here + 4]
    if clauses.grammar.head_first:
        if len(tail) == 2 and _counts(clauses, part):
            if clauses.tokens[tail[0].head].norm in clauses.grammar.genitives and tail[1].kind == "NP":
                return _each(clauses, here + 2)
        if len(tail) == 2 and _belongs(clauses, part, tail[0]):
            tail = tail[1:]
        return list(tail[0].mentions[:1]) if tail and tail[0].kind == "NP" else []
    led = clauses.grammar.genitives | clauses.grammar.agent_prepositions
    if len(tail) == 2 and tail[0].kind == "P" and clauses.tokens[tail[0].head].norm in led:
        if not tail[1].mentions and _counts(clauses, tail[1]):  # tens of thousands of protesters
            return genitive(clauses, tail[1])
        row = row_right(clauses, clauses.at[tail[1].start], governed=True)
        each = [number for one in row for number in one.mentions if _is_head(clauses, one, number)]
        tied = [number for number in tail[1].mentions if _is_head(clauses, tail[1], number)]
        if tied and len(each) > 1:
            return each
        return (tied or [n for n in tail[1].mentions if clauses.mentions[n].kind == "country"])[-1:]
    return []

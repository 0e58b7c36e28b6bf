"""Words that point to times gone by: at the time, the days when, when he was a student, under Reagan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import msgspec

from dragoman.documents.verbs import infinitival
from dragoman.events.triggers import Match
from dragoman.resources import language_file, read_if_there
from dragoman.types import Chunk, Clauses, Span, Token

_TOLD = (["past"], ["past", "part"])  # praised, had praised
_HYPHENS = "-‐‑"
_BOUNDS = ("VP", "S", "W", ".")


class Landmark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A deed that is known to be over: who did it to whom, by which words it is called, and when it began.

    ``alone``: whether the words tell it without its doer, as "the invasion of Kuwait" does.
    """

    actor: str
    recipient: str
    words: frozenset[str]
    day: date
    alone: bool = False


class Times(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/languages/<iso>/times.yml``, which says what each list is for."""

    telling: frozenset[str] = frozenset()
    continuing: frozenset[str] = frozenset()
    dying: frozenset[str] = frozenset()
    aged: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    when: frozenset[str] = frozenset()
    tenures: frozenset[str] = frozenset()
    bygone: frozenset[str] = frozenset()
    happenings: frozenset[str] = frozenset()
    phases: frozenset[str] = frozenset()
    courtships: frozenset[str] = frozenset()
    recalling: frozenset[str] = frozenset()
    recollections: frozenset[str] = frozenset()
    current: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()
    complements: frozenset[str] = frozenset()
    formerly: frozenset[str] = frozenset()
    stretches: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    bearing: frozenset[str] = frozenset()
    counting: frozenset[str] = frozenset()
    running: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    dissolved: frozenset[str] = frozenset()
    serial: frozenset[str] = frozenset()
    during: frozenset[str] = frozenset()
    defining: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    grounds: frozenset[str] = frozenset()
    successors: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    landmarks: tuple[Landmark, ...] = ()


@cache
def load(language: str) -> Times:
    """The words of a language; none where it has no such file.

    Raises:
        ResourceError: the file is broken.
    """
    return read_if_there(language_file(language, "times.yml"), Times) or Times()


def gone_by(clauses: Clauses, match: Match, left: frozenset[Span], old: frozenset[Span]) -> bool:
    """Whether the trigger's clause points to a time gone by.

    Args:
        clauses: the sentence.
        match: the trigger.
        left: mentions of persons who left all their offices long ago.
        old: expressions of time that mean days of long ago.
    """
    words = load(clauses.grammar.language)
    here = clauses.at[match.head]
    part = clauses.chunks[here]
    group = clauses.tokens[part.start : part.head + 1]
    simple = [token.form for token in group if token.form] in _TOLD
    behind = clauses.tokens[match.head + 1 : match.head + 2]
    if simple and any(token.norm in words.behind for token in behind):
        return True
    if _used_to(clauses, here, words) or _years_after(clauses, here, words):
        return True
    pointers = (
        *_phrases(clauses, words.phrases),
        *(_phrases(clauses, words.lasting) if simple else ()),
        *_phases(clauses, words),
        *_tenures(clauses, words, left),
        *(_occasions(clauses, words, old) if not _ongoing(clauses, group, words) else ()),
    )
    return any(_reaches(clauses, here, at) for at in pointers) or _in_days_when(clauses, here, words)


def _ongoing(clauses: Clauses, group: tuple[Token, ...], words: Times) -> bool:
    """Whether it has gone on since: *since* the 2016 vote they *have* accused him."""
    perfect = any(token.norm in clauses.grammar.perfect for token in group)
    return perfect and any(token.norm in words.since for token in clauses.tokens)


def _used_to(clauses: Clauses, here: int, words: Times) -> bool:
    """Whether it was a habit that is over: *used to* criticise them."""
    part, before = clauses.chunks[here], clauses.chunks[max(0, here - 1)]
    if part.kind != "VP" or not infinitival(clauses, part):
        return False
    alone = before.kind == "VP" and before.head == before.start
    return alone and clauses.tokens[before.head].norm in words.formerly


def _years_after(clauses: Clauses, here: int, words: Times) -> bool:
    """Whether a time of years is counted from it: two *years after* it asked them."""
    if clauses.chunks[here].kind != "VP":
        return False
    for at in range(here - 1, 0, -1):
        part, before = clauses.chunks[at], clauses.chunks[at - 1]
        if clauses.tokens[part.head].norm in words.after:
            return before.kind == "NP" and clauses.tokens[before.head].norm in clauses.grammar.ages
        if part.kind not in ("NP", "P"):
            return False
    return False


def courting(clauses: Clauses, match: Match) -> bool:
    """Whether the trigger's clause says that it was while somebody ran for office: during the campaign."""
    words, here = load(clauses.grammar.language), clauses.at[match.head]
    return any(
        clauses.chunks[at - 1].kind == "P" and _runs(clauses, at, words) and _reaches(clauses, here, at - 1)
        for at in range(1, len(clauses.chunks))
        if clauses.chunks[at].kind == "NP"
    )


def _runs(clauses: Clauses, at: int, words: Times) -> bool:
    """Whether the phrase says that somebody ran: *during* the *campaign*, *as* a *candidate*."""
    link, part = clauses.tokens[clauses.chunks[at - 1].head].norm, clauses.chunks[at]
    during = link in words.during and _is(clauses, part, words.courtships)
    return during or (link in words.bearing and _is(clauses, part, words.running))


def _reaches(clauses: Clauses, here: int, at: int) -> bool:
    """Whether no other verb and no clause stands between the trigger's chunk and the phrase."""
    low, high = sorted((here, at))
    if here < at and clauses.chunks[at - 1].kind == "," and _ahead(clauses, at):
        return False
    joined = at < here and clauses.chunks[here - 1].kind == "C"  # then he came and *met* her
    bounds = [kind for kind in _BOUNDS if kind != "VP" or not joined]
    return all(one.kind not in bounds for one in clauses.chunks[low + 1 : high])


def _ahead(clauses: Clauses, at: int) -> bool:
    """Whether the phrase stands between a subject and its verb, which it then says more of."""
    end = next(
        (number for number in range(at, len(clauses.chunks)) if clauses.chunks[number].kind == ","), at
    )
    return clauses.chunks[min(end + 1, len(clauses.chunks) - 1)].kind == "VP"


def _phrases(clauses: Clauses, phrases: frozenset[str]) -> Iterator[int]:
    """Where a fixed phrase begins."""
    norms = [token.norm for token in clauses.tokens]
    longest = max((phrase.count(" ") + 1 for phrase in phrases), default=0)
    defining = load(clauses.grammar.language).defining
    for at in range(len(norms)):
        for length in range(2, longest + 1):
            behind = norms[at + length : at + length + 1]
            if " ".join(norms[at : at + length]) in phrases and not defining.intersection(behind):
                yield clauses.at[at]


def _phases(clauses: Clauses, words: Times) -> Iterator[int]:
    """Where "when he was a student" begins."""
    for at in range(len(clauses.chunks) - 3):
        opened, who, verb, what = clauses.chunks[at : at + 4]
        if [opened.kind, who.kind, verb.kind, what.kind] != ["S", "NP", "VP", "NP"]:
            continue
        head = clauses.tokens[verb.head]
        being = head.lemma in clauses.grammar.being and head.form == "past"
        noun = any(token.lemma in words.phases for token in clauses.tokens[what.start : what.stop])
        if clauses.tokens[opened.head].norm in words.opening and being and noun:
            yield at
            yield at + 3  # where it comes first


def _tenures(clauses: Clauses, words: Times, left: frozenset[Span]) -> Iterator[int]:
    """Where "during her time as minister", "under President Reagan" begins: of who left long ago."""
    for at, part in enumerate(clauses.chunks[1:], 1):
        link = clauses.chunks[at - 1]
        if part.kind != "NP" or link.kind != "P" or clauses.tokens[link.head].norm not in words.during:
            continue
        owners = [clauses.mentions[number].span for number in part.mentions]
        if left.intersection(owners) and (_is(clauses, part, words.tenures) or _names(clauses, part)):
            yield at - 1
    gone = any(mention.span in left for mention in clauses.mentions)
    for at, part in enumerate(clauses.chunks[1:], 1):
        link = clauses.chunks[at - 1]
        inside = clauses.tokens[part.start : part.stop]
        bare = part.kind == "NP" and any(token.lemma in words.phases for token in inside)
        if gone and bare and at == 1 and link.kind == "P" and clauses.tokens[link.head].norm in words.bearing:
            yield at - 1  # as president, he


def _occasions(clauses: Clauses, words: Times, old: frozenset[Span]) -> Iterator[int]:
    """Where "during the 2018 campaign", "in last year's debate" begins, if no noun stands before it."""
    for at, part in enumerate(clauses.chunks[1:], 1):
        link = clauses.chunks[at - 1]
        span = Span(clauses.tokens[part.start].span.start, clauses.tokens[part.stop - 1].span.stop)
        if part.kind != "NP" or link.kind != "P" or not any(span.holds(one) for one in old):
            continue
        during = clauses.tokens[link.head].norm in words.during
        free = at < 2 or clauses.chunks[at - 2].kind != "NP" or _counted(clauses, at, words)
        if during or (free and _is(clauses, part, words.happenings)):
            yield at - 1


def _counted(clauses: Clauses, at: int, words: Times) -> bool:
    """Whether a time before the phrase is told by it: in the *summer after* the 2012 election."""
    before, link = clauses.chunks[at - 2 : at]
    stretch = _is(clauses, before, words.stretches) or clauses.tokens[before.head].tag == "ADV"
    return stretch and clauses.tokens[link.head].norm in words.around


def _is(clauses: Clauses, part: Chunk, words: frozenset[str]) -> bool:
    token = clauses.tokens[part.head]
    return token.lemma in words or token.norm in words


def _names(clauses: Clauses, part: Chunk) -> bool:
    """Whether the phrase is a person, and no thing of a person's."""
    head = clauses.tokens[part.head].span
    return any(clauses.mentions[number].span.holds(head) for number in part.mentions)


def _in_days_when(clauses: Clauses, here: int, words: Times) -> bool:
    """Whether the trigger's clause tells what a time was like: the days *when* he led them."""
    for at in range(here - 1, 0, -1):
        part, before = clauses.chunks[at], clauses.chunks[at - 1]
        if part.kind == "S" or clauses.tokens[part.head].norm in words.opening:
            opens = clauses.tokens[part.head].norm in words.opening
            return opens and before.kind == "NP" and _is(clauses, before, words.when)
        if part.kind in ("Q", "."):
            return False
    return False


def once(clauses: Clauses, span: Span) -> bool:
    """Whether a mention is called by what it was then, or late: then-President Cole, the late governor."""
    words = load(clauses.grammar.language).bygone
    inside = [at for at, token in enumerate(clauses.tokens) if span.overlaps(token.span)]
    if not inside:
        return False
    before = inside[0] - 1
    if before > 0 and clauses.tokens[before].text in _HYPHENS:
        before -= 1
    near = clauses.tokens[max(0, before) : inside[-1] + 1]
    return any(token.norm in words or token.norm.partition("-")[0] in words for token in near)

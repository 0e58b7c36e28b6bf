"""Nouns of deeds with a verb of their own behind them, where verbs come first: غارات نفذتها فرنسا على."""

from __future__ import annotations

from dragoman.documents.rows import is_time, opens, row_right
from dragoman.documents.subjects import subject
from dragoman.documents.verbs import several, suffixed
from dragoman.events.fillers import Filler, filler_of
from dragoman.events.triggers import Match
from dragoman.types import Clauses

_NEAR = 4  # chunks behind the noun within which its verb stands


def own_verb(clauses: Clauses, match: Match) -> int | None:
    """The chunk of the verb that tells who did the deed or that it came about; None if there is none."""
    if not clauses.grammar.verb_first or clauses.tokens[match.stop - 1].tag == "VERB":
        return None
    start = clauses.at[match.stop - 1]
    for at in range(start + 1, min(len(clauses.chunks), start + _NEAR)):
        part = clauses.chunks[at]
        if part.kind == "VP":
            tells = enacting(clauses, at) or _happens(clauses, at) or _hits(clauses, at)
            return at if tells else None
        if part.kind not in ("W", ",") and not (part.kind == "NP" and _says_how(clauses, at)):
            return None
    return None


def _says_how(clauses: Clauses, at: int) -> bool:
    """Whether the phrase says when, or goes on with the noun as an adjective does."""
    part = clauses.chunks[at]
    return is_time(clauses, part) or (not part.mentions and clauses.tokens[part.head].tag in ("ADJ", "NUM"))


def _lemma(clauses: Clauses, verb: int) -> str:
    return clauses.tokens[clauses.chunks[verb].head].lemma


def enacting(clauses: Clauses, verb: int) -> bool:
    """Whether a pronoun on the verb, or behind its "with", takes the noun up: شنتها، تقوم بها."""
    grammar = clauses.grammar
    if _lemma(clauses, verb) not in grammar.light_verbs | grammar.performing:
        return False
    return _taken_up(clauses, verb) is not None


def _taken_up(clauses: Clauses, verb: int) -> int | None:
    """The chunk of the pronoun that stands for the noun."""
    if suffixed(clauses, verb + 1):
        return verb + 1
    link = clauses.chunks[verb + 1 : verb + 3]
    if [part.kind for part in link] != ["P", "NP"]:
        return None
    tied = clauses.tokens[link[0].head].norm in clauses.grammar.content_prepositions
    return verb + 2 if tied and clauses.tokens[link[1].start].tag == "PRON" else None


def _happens(clauses: Clauses, verb: int) -> bool:
    return _lemma(clauses, verb) in clauses.grammar.happening and not suffixed(clauses, verb + 1)


def _harms(clauses: Clauses, verb: int) -> bool:
    return _lemma(clauses, verb) in clauses.grammar.harming


def _suffers(clauses: Clauses, verb: int) -> bool:
    """Whether its subject is whom the noun before it hit: الهجوم الذي *تعرضت له* السفارة."""
    link = clauses.tokens[clauses.chunks[verb].stop :][:2]
    if _lemma(clauses, verb) not in clauses.grammar.suffering or len(link) < 2:
        return False
    return link[0].norm in clauses.grammar.belonging and link[1].tag == "PRON"


def _sufferer(clauses: Clauses, match: Match, pronoun: int) -> Filler | None:
    """Who stands behind the pronoun (a token) of "which befell", in its phrase or as the next."""
    part = clauses.chunks[clauses.at[pronoun]]
    at = clauses.at[pronoun] + (part.stop - part.start == 1)
    if at >= len(clauses.chunks) or clauses.chunks[at].kind != "NP":
        return None
    return filler_of(clauses, row_right(clauses, at), of=match)


def _hits(clauses: Clauses, verb: int) -> bool:
    return _harms(clauses, verb) or _suffers(clauses, verb)


def doer_of_deed(clauses: Clauses, match: Match) -> Filler | None:
    """Who did what the noun names: behind its own verb, or the subject of the clause around."""
    verb = own_verb(clauses, match)
    if verb is None or not enacting(clauses, verb):
        return None
    if match.trigger.rule.reciprocal and match.trigger.rule.type == "ASSAULT":
        return None  # a war that somebody wages is one-sided
    at = (_taken_up(clauses, verb) or verb) + 1
    while at < len(clauses.chunks) and is_time(clauses, clauses.chunks[at]):
        at += 1
    if at < len(clauses.chunks) and clauses.chunks[at].kind == "NP":
        return filler_of(clauses, row_right(clauses, at))
    if at < len(clauses.chunks) and clauses.chunks[at].kind == "Q":
        return None
    return None if several(clauses, clauses.chunks[verb].head) else _around(clauses, match)


def whose_deed(clauses: Clauses, match: Match) -> Filler | None:
    """Whose the deed is that is the verb's subject: استهدفت غارات *الجيش*، استهدفت غارات ل*لجيش*."""
    row = subject(clauses, clauses.at[match.head]) if clauses.grammar.verb_first else []
    if not row or row[0].head not in match.tokens or len(match.tokens) < 2:
        return None
    part = row[0]
    after = [
        at for at in part.mentions if clauses.mentions[at].span.start >= clauses.tokens[part.head].span.stop
    ]
    here = clauses.at[part.start]
    tail = clauses.chunks[here + 1 : here + 3]
    if not after and [one.kind for one in tail] == ["P", "NP"]:
        tied = clauses.tokens[tail[0].head].norm in clauses.grammar.belonging
        after = list(tail[1].mentions[:1]) if tied else []
    return Filler(mentions=tuple(after[:1]), direct=True) if after else None


def _around(clauses: Clauses, match: Match) -> Filler | None:
    """The subject of the verb before the noun, which its own verb shares: قال الوزير إن زيارة يؤديها."""
    here = clauses.at[match.head]
    before = [at for at in range(here) if clauses.chunks[at].kind == "VP"]
    opening = opens(clauses, here) or (here > 0 and clauses.chunks[here - 1].kind in ("VP", "P"))
    return filler_of(clauses, subject(clauses, before[-1])) if before and opening else None


def hit(clauses: Clauses, match: Match) -> Filler | None:
    """Whom or what the deed hit: الغارات استهدفت *معسكرا*، الهجوم الذي تعرضت له *السفارة*."""
    verb = own_verb(clauses, match)
    if verb is None or match.trigger.rule.type != "ASSAULT" or not _hits(clauses, verb):
        return None
    if _suffers(clauses, verb):
        return _sufferer(clauses, match, clauses.chunks[verb].stop + 1)
    at = verb + 1
    while at < len(clauses.chunks) and is_time(clauses, clauses.chunks[at]):
        at += 1
    if suffixed(clauses, verb + 1) or at >= len(clauses.chunks) or clauses.chunks[at].kind != "NP":
        return None
    return filler_of(clauses, row_right(clauses, at), of=match)

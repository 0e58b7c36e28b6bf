"""Who stands where around a trigger: subject, object, owner, adjective, or after a preposition."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.documents.apposed import with_names
from dragoman.documents.joining import companions
from dragoman.documents.rows import is_time, row_right
from dragoman.documents.subjects import subject
from dragoman.events.enacted import doer_of_deed, whose_deed
from dragoman.events.fillers import Filler, belonging, filler_of, genitive, itself, partitive
from dragoman.events.light import light_subject
from dragoman.events.objects import direct_object, held_first, last_noun, stranger
from dragoman.events.owners import frontier
from dragoman.events.scenery import not_where, of_content
from dragoman.events.triggers import Match
from dragoman.events.verbfirst import (
    behind_object,
    by_means,
    described,
    last_described,
    pairs_another,
    published,
    qualifies,
    stands_apart,
)
from dragoman.events.walls import apart, leads, stops, within
from dragoman.types import Chunk, Clauses, Mention, Span

_SURE = 0.7  # a mention below is a demonym that goes with some noun
_REACH = 14  # chunks that a walk may cross


def fill(clauses: Clauses, match: Match, places: Sequence[str], taken: Sequence[int] = ()) -> Filler | None:
    """The first of ``places`` that is filled, mentions in ``taken`` passed over; None if none is."""
    for place in held_first(clauses, match, places):
        finder = _PLACES.get(place)
        found = finder(clauses, match) if finder else _after(clauses, match, place)
        if found:
            left = tuple(number for number in found.mentions if number not in taken)
            if left:
                return Filler(mentions=left, direct=found.direct)
        if place == "object" and not found and _unnamed(clauses, match):
            return None
    return None


def _unnamed(clauses: Clauses, match: Match) -> bool:
    """Whether the object is somebody nobody knows, so that no other place stands in: both were accused."""
    if clauses.grammar.verb_first or match.trigger.noun:
        return False
    row = subject(clauses, clauses.at[match.head]) if match.passive else direct_object(clauses, match)
    if not row or any(at in match.tokens for at in range(row[0].start, row[0].stop)):
        return False
    head = clauses.tokens[row[0].head]
    if match.gap is not None and match.trigger.rule.type == "REQUEST":
        last = clauses.tokens[match.stop - 1]  # asked somebody to go *to Washington*
        return last.norm in clauses.grammar.infinitives
    known = head.tag not in ("PRON", "DET") and not stranger(match, row[0], head)
    return not known or head.lemma in clauses.grammar.attached


def _subject(clauses: Clauses, match: Match) -> Filler | None:
    if match.trigger.noun:
        return doer_of_deed(clauses, match) or light_subject(clauses, match)
    if match.passive:
        return _agent(clauses, match)
    told = behind_object(clauses, match) or whose_deed(clauses, match)
    row = _together(clauses, subject(clauses, clauses.at[match.head]))
    struck = bool(row) and "subject" in match.trigger.rule.recipient
    owned = struck and clauses.tokens[row[0].head].norm in clauses.grammar.owned
    told = told or filler_of(clauses, row, of=match if owned else None)
    return told or last_described(clauses, clauses.at[match.head])


def _object(clauses: Clauses, match: Match) -> Filler | None:
    if match.trigger.noun:
        return None
    if match.passive:
        phrase = _together(clauses, subject(clauses, clauses.at[match.head]))
        return filler_of(clauses, phrase, of=match)
    row = described(clauses, clauses.at[match.head]) or direct_object(clauses, match)
    return filler_of(clauses, _together(clauses, row), of=match)


def _together(clauses: Clauses, row: list[Chunk]) -> list[Chunk]:
    """The row with all who belong to it, called by name where the row only says what they are."""
    row = with_names(clauses, row) if row else row
    return [*row, *companions(clauses, row)]


def _owned(clauses: Clauses, match: Match) -> Filler | None:
    """Whose the object is, where it is nobody itself: seeks *Russian* support, but not seeks a minister.

    Of a noun, whose its genitive is: تدمير مواقع *الحوثيين*.
    """
    if match.trigger.noun and clauses.grammar.head_first:
        return _owned_by_noun(clauses, match)
    found = _object(clauses, match)
    return found if found and not found.direct else None


def _owned_by_noun(clauses: Clauses, match: Match) -> Filler | None:
    here = clauses.at[match.stop - 1]
    owners = belonging(clauses, clauses.chunks[here])
    if owners:
        return Filler(mentions=tuple(owners), direct=False)
    row = clauses.chunks[here + 1 : here + 2]
    return filler_of(clauses, row, of=match) if row and row[0].kind == "NP" else None


def _agent(clauses: Clauses, match: Match) -> Filler | None:
    """Who does it in a passive: the noun phrase after "by"."""
    prepositions = sorted(clauses.grammar.agent_prepositions)
    found = (_after(clauses, match, preposition) for preposition in prepositions)
    return next((filler for filler in found if filler), None)


def _after(clauses: Clauses, match: Match, preposition: str) -> Filler | None:
    """The noun phrase after ``preposition`` behind the trigger.

    In a passive its noun stands before the verb with what belongs to it: sanctions *against Sudan* were
    eased.
    """
    if preposition in clauses.grammar.agent_prepositions and clauses.grammar.verb_first:
        return _doer_after(clauses, match, preposition)
    return _led_by(clauses, match, preposition)


def _doer_after(clauses: Clauses, match: Match, preposition: str) -> Filler | None:
    """Where verbs come first, whoever did it, however that is put: من قبل، على يد، على أيدي، برصاص."""
    words = (preposition, *sorted(clauses.grammar.agent_prepositions - {preposition}))
    found = (_led_by(clauses, match, word) for word in words)
    told = next((filler for filler in found if filler), None) or by_means(clauses, match)
    return told or (None if match.trigger.noun else doer_of_deed(clauses, match))


def _led_by(clauses: Clauses, match: Match, preposition: str) -> Filler | None:
    starts = dict.fromkeys((match.stop - 1, match.head, match.tokens[0]))
    if not match.passive:
        starts.pop(match.tokens[0] if match.tokens[0] < match.head else -1, None)
    found = (_behind(clauses, match, at, preposition) for at in starts)
    filler = next((filler for filler in found if filler), None)
    if filler and match.trigger.rule.type == "REQUEST" and of_content(clauses, match, filler, preposition):
        return None
    if filler and all(published(clauses, number) for number in filler.mentions):
        return None
    if filler is None or preposition not in clauses.grammar.place_prepositions:
        return filler
    return not_where(clauses, match, filler, preposition)


def _behind(clauses: Clauses, match: Match, token: int, preposition: str) -> Filler | None:
    """The noun phrase after the first ``preposition`` behind a token, within the clause.

    The clause goes on over infinitives and participles that a trigger with a scope governs.
    """
    start, infinitives = clauses.at[token], clauses.grammar.infinitives
    opens = preposition in infinitives and clauses.tokens[token].norm == preposition
    if opens and clauses.chunks[start].kind == "VP":
        return None
    between = preposition in clauses.grammar.pairing
    row = between or leads(clauses, match)
    words = {preposition} if preposition not in infinitives else clauses.grammar.towards
    written = clauses.chunks[start].kind == "P" and clauses.tokens[token].norm in words
    if written and start + 1 < len(clauses.chunks) and clauses.chunks[start + 1].kind == "NP":
        return filler_of(clauses, _together(clauses, row_right(clauses, start + 1, governed=row)), of=match)
    for at in within(clauses, match, start, min(len(clauses.chunks) - 1, start + _REACH), preposition):
        part = clauses.chunks[at]
        if part.kind == "P" and clauses.tokens[part.head].lemma in words | {preposition}:
            if qualifies(clauses, at):
                continue
            if apart(clauses, match, at) or (between and pairs_another(clauses, match, part.start)):
                return None
            if clauses.chunks[at + 1].kind == "NP" and not is_time(clauses, clauses.chunks[at + 1]):
                return filler_of(
                    clauses, _together(clauses, row_right(clauses, at + 1, governed=row)), of=match
                )
        elif part.kind == "NP" and clauses.tokens[part.start].norm == preposition and _led(clauses, at):
            inside = part.mentions[:1] or tuple(genitive(clauses, part))
            return Filler(mentions=inside, direct=True) if inside else None
        elif at > start and stops(clauses, match, at, preposition):
            return None
    return None


def _led(clauses: Clauses, at: int) -> bool:  # by a preposition that makes one with it: *على* يد، *ب*حق
    return clauses.grammar.verb_first and at > 0 and clauses.chunks[at - 1].kind == "P"


def _possessive(clauses: Clauses, match: Match) -> Filler | None:
    """The owner before the noun (Iraq's request, his visit), or its suffix (زيارته)."""
    part = clauses.chunks[clauses.at[match.head]]
    owners = [number for number in part.mentions if _owns(clauses, part, number, match)]
    if owners:
        return Filler(mentions=tuple(owners[-1:]), direct=True)
    if clauses.grammar.head_first and clauses.at[match.stop - 1] + 1 < len(clauses.chunks):
        following = clauses.chunks[clauses.at[match.stop - 1] + 1]
        if following.start == match.stop and clauses.tokens[following.start].tag == "PRON":
            return filler_of(clauses, [following])
    return None


def _owns(clauses: Clauses, part: Chunk, number: int, match: Match) -> bool:
    inside = [
        at
        for at in range(part.start, part.stop)
        if clauses.mentions[number].span.holds(clauses.tokens[at].span)
    ]
    if not inside:
        return False
    last = inside[-1]
    if clauses.tokens[last].tag == "PRON":
        return last < match.head or clauses.grammar.head_first
    marks = clauses.grammar.possessives
    return last < match.head and last + 1 < part.stop and clauses.tokens[last + 1].norm in marks


def _adjective(clauses: Clauses, match: Match) -> Filler | None:
    """A mention in the noun's own phrase, on the side of its modifiers: Russian strikes, الغارات الروسية."""
    noun = match.head if match.trigger.noun else last_noun(clauses, match)
    part = clauses.chunks[clauses.at[noun]]
    head = clauses.tokens[noun].span
    after = clauses.grammar.head_first
    if frontier(clauses, part, match):
        return None
    found = [
        number
        for number in part.mentions
        if clauses.mentions[number].kind != "pronoun"
        and _on_side(clauses.mentions[number], head, after=after)
        and not _ofanother(clauses, match, clauses.mentions[number])
        and not _venue(clauses, match, clauses.mentions[number])
    ]
    return Filler(mentions=tuple(found[:1]), direct=True) if found else None


def _ofanother(clauses: Clauses, match: Match, mention: Mention) -> bool:
    """Whether a demonym goes with a noun behind this one: اجتياح العاصمة السورية is not done by Syria."""
    if not clauses.grammar.head_first or mention.score >= _SURE or _agent(clauses, match):
        return False
    between = (token for token in clauses.tokens[match.stop :] if token.span.stop <= mention.span.start)
    return any(token.tag in ("NOUN", "PROPN") for token in between)


def _venue(clauses: Clauses, match: Match, mention: Mention) -> bool:
    """Whether a city or a house before the noun says where they met: a White House meeting."""
    meets = match.trigger.rule.type == "CONSULT" and not clauses.grammar.head_first
    stands_for = mention.kind == "country" and mention.score < 1.0
    return meets and (stands_for or mention.kind == "place")


def _on_side(mention: Mention, head: Span, *, after: bool) -> bool:
    """Whether a mention stands where modifiers do, and says more than the noun: American drone strikes."""
    if after:
        return mention.span.start > head.start
    return mention.span.start < head.start and (
        mention.span.stop <= head.start or mention.country is not None
    )


def _of(clauses: Clauses, match: Match) -> Filler | None:
    """The genitive: "of" and its phrase, or the noun that follows directly (زيارة لافروف)."""
    here = clauses.at[match.stop - 1]
    behind = clauses.chunks[here + 1 : here + 2]
    if not clauses.grammar.head_first:
        where = behind and clauses.tokens[behind[0].head].norm in clauses.grammar.place_prepositions
        tied = behind and behind[0].kind == "P" and not where
        return _after(clauses, match, "of") if tied else itself(clauses, match)
    found = _adjective(clauses, match) or _within(clauses, match, clauses.chunks[here])
    if found:
        return found
    if behind and behind[0].kind == "NP" and not stands_apart(clauses, behind[0]):
        return filler_of(clauses, row_right(clauses, here + 1))
    some = partitive(clauses, clauses.chunks[here]) if clauses.chunks[here].stop > match.stop else []
    return Filler(mentions=tuple(some), direct=True) if some else None


def _within(clauses: Clauses, match: Match, part: Chunk) -> Filler | None:
    """Whom the trigger's last noun belongs to in its own phrase: مستمرة بدعم سوريا."""
    end = clauses.tokens[match.stop - 1].span.stop
    found = [number for number in part.mentions if clauses.mentions[number].span.start > end]
    pronouns = {token.span for token in clauses.tokens[part.start : part.stop] if token.tag == "PRON"}
    named = [number for number in found if clauses.mentions[number].span not in pronouns]
    sure = [number for number in named if not _ofanother(clauses, match, clauses.mentions[number])]
    return Filler(mentions=tuple(sure[:1]), direct=True) if sure else None


_PLACES: dict[str, Callable[[Clauses, Match], Filler | None]] = {
    "subject": _subject,
    "object": _object,
    "owner": _owned,
    "possessive": _possessive,
    "adjective": _adjective,
    "of": _of,
}

"""Who stands where around a trigger: subject, object, owner, adjective, or after a preposition."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.documents.subjects import is_time, opens, row_left, row_right, subject
from dragoman.events.triggers import Match
from dragoman.types import Chunk, Clauses, Mention, Span

_SURE = 0.7  # a mention below is a demonym that goes with some noun
_REACH = 14  # chunks that a walk may cross


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """The mentions found in a slot; ``direct`` if they are the phrase's head, not its owner."""

    mentions: tuple[int, ...]
    direct: bool


def fill(clauses: Clauses, match: Match, places: Sequence[str], taken: Sequence[int] = ()) -> Filler | None:
    """The first of ``places`` that is filled, mentions in ``taken`` passed over; None if none is."""
    for place in places:
        finder = _PLACES.get(place)
        found = finder(clauses, match) if finder else _after(clauses, match, place)
        if found:
            left = tuple(number for number in found.mentions if number not in taken)
            if left:
                return Filler(mentions=left, direct=found.direct)
    return None


def _subject(clauses: Clauses, match: Match) -> Filler | None:
    if match.trigger.noun:
        return _light_subject(clauses, match)
    if match.passive:
        return _agent(clauses, match)
    return _filler(clauses, subject(clauses, clauses.at[match.head]), owners=False)


def _object(clauses: Clauses, match: Match) -> Filler | None:
    if match.trigger.noun:
        return None
    if match.passive:
        phrase = subject(clauses, clauses.at[match.head])
        return _filler(clauses, phrase, owners=True)
    return _filler(clauses, _direct_object(clauses, match), owners=True)


def _agent(clauses: Clauses, match: Match) -> Filler | None:
    """Who does it in a passive: the noun phrase after "by"."""
    prepositions = sorted(clauses.grammar.agent_prepositions)
    found = (_after(clauses, match, preposition) for preposition in prepositions)
    return next((filler for filler in found if filler), None)


def _light_subject(clauses: Clauses, match: Match) -> Filler | None:
    """Who takes part in what a noun names: Maliki *began* a visit; Maliki said *during* the talks."""
    here = clauses.at[match.head]
    stated = _verbless(clauses, match, here)
    if stated:
        return stated
    for at in range(here - 1, max(-1, here - 5), -1):
        part = clauses.chunks[at]
        word = clauses.tokens[part.head]
        if part.kind == "VP":
            light = word.lemma in clauses.grammar.light_verbs
            return _filler(clauses, subject(clauses, at), owners=False) if light else None
        if part.kind == "P" and word.norm in clauses.grammar.participant_prepositions:
            return _attendant(clauses, at) if match.trigger.rule.type == "CONSULT" else None
        if part.kind not in ("NP", "P", "Q"):
            break
    return _able(clauses, here)


def _able(clauses: Clauses, here: int) -> Filler | None:
    """Who was able to do it, where the verb is first and far: تمكن الجيش، أمس، من اعتقال."""
    before = range(max(0, here - _REACH), here)
    verbs = [at for at in before if clauses.chunks[at].kind in ("VP", "S", "W", ".")]
    if not clauses.grammar.verb_first or not verbs or clauses.chunks[verbs[-1]].kind != "VP":
        return None
    light = clauses.tokens[clauses.chunks[verbs[-1]].head].lemma in clauses.grammar.light_verbs
    governed = clauses.chunks[here - 1].kind == "P"
    return _filler(clauses, subject(clauses, verbs[-1]), owners=False) if light and governed else None


def _verbless(clauses: Clauses, match: Match, here: int) -> Filler | None:
    """The subject of a sentence without a verb, right before what is said of it: موسكو مستعدة ل."""
    if not clauses.grammar.verb_first:
        return None
    part = clauses.chunks[here]
    start = clauses.tokens[match.head].span.start
    inside = [number for number in part.mentions if clauses.mentions[number].span.stop <= start]
    if inside and clauses.mentions[inside[0]].span.start == clauses.tokens[part.start].span.start:
        return Filler(mentions=(inside[0],), direct=True) if opens(clauses, here) else None
    back = here - 2 if here > 1 and clauses.chunks[here - 1].kind == "P" else here - 1  # بلاده بحاجة إلى
    if back >= 0 and clauses.chunks[back].kind == "NP" and opens(clauses, back):
        return _filler(clauses, row_left(clauses, back), owners=False)
    return None


def _attendant(clauses: Clauses, preposition: int) -> Filler | None:
    """The subject of the main verb that "during the talks" belongs to."""
    verbs = [at for at, part in enumerate(clauses.chunks) if part.kind == "VP"]
    before = [at for at in verbs if at < preposition]
    if before:
        return _filler(clauses, subject(clauses, before[-1]), owners=False)
    opening = preposition == 0 and verbs
    return _filler(clauses, subject(clauses, verbs[0]), owners=False) if opening else None


def _direct_object(clauses: Clauses, match: Match) -> list[Chunk]:
    """The first noun phrase after the trigger's verb that no preposition governs."""
    if match.gap is not None:
        return _in_gap(clauses, match, match.gap)
    start = clauses.at[match.stop - 1]
    skip = set(_ids(subject(clauses, clauses.at[match.head]))) if clauses.grammar.verb_first else set()
    for at in range(start, len(clauses.chunks)):
        part = clauses.chunks[at]
        if part.kind == "NP" and (part.stop > match.stop or part.mentions) and part.start not in skip:
            if not is_time(clauses, part):
                return row_right(clauses, at)
        elif (part.kind == "NP" and part.start in skip) or part.kind == "Q":
            continue
        elif at == start:
            if part.kind == "NP" and _genitive(clauses, part):
                return [part]
        elif part.kind == "S" and match.trigger.rule.scope:
            return _clause_subject(clauses, at)
        elif not (clauses.grammar.verb_first and part.kind == "C" and at < start + 3):
            return []
    return []


def _clause_subject(clauses: Clauses, at: int) -> list[Chunk]:
    """Who is to do it: demanded that *Iraq* withdraw."""
    following = clauses.chunks[at + 1 : at + 2]
    return row_right(clauses, at + 1, governed=True) if following and following[0].kind == "NP" else []


def _in_gap(clauses: Clauses, match: Match, gap: int) -> list[Chunk]:
    """The phrase that ``_`` stands for; where the verb comes first, the subject may stand in it too."""
    following = [at for at in match.tokens if at > gap]
    last = clauses.at[following[0]] if following else len(clauses.chunks)
    skip = set(_ids(subject(clauses, clauses.at[match.head]))) if clauses.grammar.verb_first else set()
    for at in range(clauses.at[gap], last):
        part = clauses.chunks[at]
        if part.kind == "NP" and part.start not in skip and not is_time(clauses, part):
            return row_right(clauses, at, governed=True)
    return []


def _ids(row: Sequence[Chunk]) -> list[int]:
    return [part.start for part in row]


def _after(clauses: Clauses, match: Match, preposition: str) -> Filler | None:
    """The noun phrase after ``preposition`` behind the trigger.

    In a passive its noun stands before the verb with what belongs to it: sanctions *against Sudan* were
    eased.
    """
    starts = dict.fromkeys((match.stop - 1, match.head, match.tokens[0]))
    if not match.passive:
        starts.pop(match.tokens[0] if match.tokens[0] < match.head else -1, None)
    through = match.trigger.rule.scope
    found = (_behind(clauses, at, preposition, through=through) for at in starts)
    return next((filler for filler in found if filler), None)


def _behind(clauses: Clauses, token: int, preposition: str, *, through: bool) -> Filler | None:
    """The noun phrase after the first ``preposition`` behind a token, within the clause.

    With ``through`` the clause goes on over infinitives and participles that the trigger governs.
    """
    start = clauses.at[token]
    between = preposition in clauses.grammar.pairing
    words = {preposition} if preposition != "to" else {"to", "toward", "towards"}
    written = clauses.chunks[start].kind == "P" and clauses.tokens[token].norm in words
    if written and start + 1 < len(clauses.chunks) and clauses.chunks[start + 1].kind == "NP":
        return _filler(clauses, row_right(clauses, start + 1, governed=between), owners=True)
    for at in range(start, min(len(clauses.chunks) - 1, start + _REACH)):
        part = clauses.chunks[at]
        if part.kind == "P" and clauses.tokens[part.head].lemma in words | {preposition}:
            if clauses.chunks[at + 1].kind == "NP" and not is_time(clauses, clauses.chunks[at + 1]):
                return _filler(clauses, row_right(clauses, at + 1, governed=between), owners=True)
        elif at > start and _closes(clauses, at, through=through):
            return None
    return None


def _closes(clauses: Clauses, at: int, *, through: bool) -> bool:
    """Whether the chunk ends the clause: a relative, a finite verb, a comma before neither phrase."""
    part = clauses.chunks[at]
    if part.kind == "VP":
        governed = clauses.tokens[part.start].norm == "to" or clauses.tokens[part.head].form == "ger"
        return not (through and governed)
    if part.kind in ("S", "W", "."):
        return True
    return part.kind == "," and clauses.chunks[at + 1].kind not in ("P", "NP")


def _possessive(clauses: Clauses, match: Match) -> Filler | None:
    """The owner before the noun (Iraq's request, his visit), or its suffix (زيارته)."""
    part = clauses.chunks[clauses.at[match.head]]
    owners = [number for number in part.mentions if _owns(clauses, part, number, match)]
    if owners:
        return Filler(mentions=tuple(owners[-1:]), direct=True)
    if clauses.grammar.head_first and clauses.at[match.stop - 1] + 1 < len(clauses.chunks):
        following = clauses.chunks[clauses.at[match.stop - 1] + 1]
        if following.start == match.stop and clauses.tokens[following.start].tag == "PRON":
            return _filler(clauses, [following], owners=False)
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
    return last < match.head and last + 1 < part.stop and clauses.tokens[last + 1].norm in ("'s", "'")


def _adjective(clauses: Clauses, match: Match) -> Filler | None:
    """A mention in the noun's own phrase, on the side of its modifiers: Russian strikes, الغارات الروسية."""
    noun = match.head if match.trigger.noun else match.stop - 1
    part = clauses.chunks[clauses.at[noun]]
    head = clauses.tokens[noun].span
    after = clauses.grammar.head_first
    found = [
        number
        for number in part.mentions
        if clauses.mentions[number].kind != "pronoun"
        and _on_side(clauses.mentions[number], head, after=after)
        and not _of_another(clauses, match, clauses.mentions[number])
    ]
    return Filler(mentions=tuple(found[:1]), direct=True) if found else None


def _of_another(clauses: Clauses, match: Match, mention: Mention) -> bool:
    """Whether a demonym goes with a noun behind this one: اجتياح العاصمة السورية is not done by Syria."""
    if not clauses.grammar.head_first or mention.score >= _SURE or _agent(clauses, match):
        return False
    between = (token for token in clauses.tokens[match.stop :] if token.span.stop <= mention.span.start)
    return any(token.tag in ("NOUN", "PROPN") for token in between)


def _on_side(mention: Mention, head: Span, *, after: bool) -> bool:
    """Whether a mention stands where modifiers do, and says more than the noun: American drone strikes."""
    if after:
        return mention.span.start > head.start
    return mention.span.start < head.start and (
        mention.span.stop <= head.start or mention.country is not None
    )


def _of(clauses: Clauses, match: Match) -> Filler | None:
    """The genitive: "of" and its phrase, or the noun that follows directly (زيارة لافروف)."""
    if not clauses.grammar.head_first:
        here = clauses.at[match.stop - 1]
        following = clauses.chunks[here + 1 : here + 2]
        return _after(clauses, match, "of") if following and following[0].kind == "P" else None
    here = clauses.at[match.stop - 1]
    found = _adjective(clauses, match) or _within(clauses, match, clauses.chunks[here])
    if found:
        return found
    if here + 1 < len(clauses.chunks) and clauses.chunks[here + 1].kind == "NP":
        return _filler(clauses, row_right(clauses, here + 1), owners=False)
    return None


def _within(clauses: Clauses, match: Match, part: Chunk) -> Filler | None:
    """Whom the trigger's last noun belongs to in its own phrase: مستمرة بدعم سوريا."""
    end = clauses.tokens[match.stop - 1].span.stop
    found = [number for number in part.mentions if clauses.mentions[number].span.start > end]
    pronouns = {token.span for token in clauses.tokens[part.start : part.stop] if token.tag == "PRON"}
    named = [number for number in found if clauses.mentions[number].span not in pronouns]
    sure = [number for number in named if not _of_another(clauses, match, clauses.mentions[number])]
    return Filler(mentions=tuple(sure[:1]), direct=True) if sure else None


def _filler(clauses: Clauses, row: Sequence[Chunk], *, owners: bool) -> Filler | None:
    """The mentions that a row of phrases means; with ``owners`` also a mention inside the phrase."""
    heads: list[int] = []
    inner: list[int] = []
    for part in row:
        holding = _holding(clauses, part, places=owners)
        if not holding and clauses.tokens[part.head].lemma in clauses.grammar.quantifiers:
            holding = _genitive(clauses, part)
        heads.extend(holding)
        if not holding and part.mentions:
            inner.append(part.mentions[-1] if not clauses.grammar.head_first else part.mentions[0])
        elif not holding and owners:
            inner.extend(_genitive(clauses, part))
    if heads:
        return Filler(mentions=tuple(heads), direct=True)
    return Filler(mentions=tuple(inner), direct=False) if inner and owners else None


def _holding(clauses: Clauses, part: Chunk, *, places: bool) -> list[int]:
    """The mentions that hold the phrase's head; a place is nobody unless ``places``."""
    head = clauses.tokens[part.head].span
    found = [number for number in part.mentions if clauses.mentions[number].span.holds(head)]
    return found if places else [number for number in found if clauses.mentions[number].kind != "place"]


def _genitive(clauses: Clauses, part: Chunk) -> list[int]:
    """Whose thing it is: efforts *of the Iraqi government*."""
    here = clauses.at[part.start]
    tail = clauses.chunks[here + 1 : here + 3]
    if tail and tail[0].kind == "VP" and clauses.tokens[tail[0].head].form == "part":
        tail = clauses.chunks[here + 2 : here + 4]
    if clauses.grammar.head_first:
        if len(tail) == 2 and clauses.tokens[part.head].lemma in clauses.grammar.quantifiers:
            tail = tail[1:] if clauses.tokens[tail[0].head].norm in clauses.grammar.genitives else tail
        return list(tail[0].mentions[:1]) if tail and tail[0].kind == "NP" else []
    if len(tail) == 2 and tail[0].kind == "P" and clauses.tokens[tail[0].head].norm in ("of", "by"):
        return list(tail[1].mentions[-1:])
    return []


_PLACES: dict[str, Callable[[Clauses, Match], Filler | None]] = {
    "subject": _subject,
    "object": _object,
    "possessive": _possessive,
    "adjective": _adjective,
    "of": _of,
}

"""Bodies, generic agents, the sides of talks, and countries: drafts of their mentions."""

from __future__ import annotations

from dataclasses import replace

from dragoman.documents.arabic import phrases, words
from dragoman.documents.arabic.complements import loyalty
from dragoman.documents.arabic.drafts import Draft
from dragoman.documents.arabic.elided import again
from dragoman.documents.arabic.patrons import OUSTED, led
from dragoman.documents.arabic.phrases import Phrase, Row
from dragoman.documents.arabic.titles import adjectival, is_rank
from dragoman.documents.arabic.weak import weak
from dragoman.types import Hit, MentionKind

_KINDS: dict[str, MentionKind] = {"country": "country", "organisation": "organisation", "group": "group"}
_QUOTES = frozenset("\"«»“”„‟'‘’()")
_SHORTEST_PLURAL = 4
_LONGEST_MODEL = 7  # tokens of a model's name, and the letters of one of its words
_SHORT = 4
_QUOTED = 6  # tokens of a name in quotation marks


def state(line: Row, at: int) -> Draft | None:
    """A country or group with the word for what it is before it: جمهورية العراق, تنظيم داعش."""
    if line.norm(at) in words.folded("state_words") and line.hit(at + 1, "country"):
        return replace(_plain(line, line.hits[at + 1]), start=at)
    if line.norm(at) in words.folded("group_words") and line.hit(at + 1, "group"):
        return replace(_plain(line, line.hits[at + 1]), start=at)
    quoted = _within_marks(line, at + 1) if line.norm(at) in words.folded("group_words") else None
    if quoted is not None:
        return replace(_plain(line, quoted), start=at, stop=quoted.stop + 1)
    return None


def body(line: Row, at: int) -> Draft | None:
    """The country, body, agent or side that begins at ``at``."""
    if line.norm(at - 1) == "ب" and line.norm(at) in words.folded("not_bodies_after_bi"):
        return None
    hit = line.hit(at, "agent")
    if hit is not None:
        return _agent(line, at, hit)
    hit = line.hit(at, "country", "organisation", "group")
    if hit is not None:
        return _plain(line, hit)
    if line.hit(at, "demonym"):
        return again(line, at) or _people(line, at)
    if line.norm(at) in words.folded("side_nouns") and line.tag(at) == "NOUN":
        return _side(line, at)
    return _headed(line, at)


def _plain(line: Row, hit: Hit) -> Draft:
    phrase = phrases.modifiers(line, Phrase(hit.stop)) if hit.kind != "country" else Phrase(hit.stop)
    return Draft(
        start=hit.start,
        stop=phrase.stop,
        head=(hit.start, hit.stop),
        kind="place" if _place(line, hit) else _KINDS[hit.kind],
        names=hit.ids,
        country=hit.country or phrase.country,
        sectors=hit.sectors,
        plural=hit.plural,
        named=True,
    )


def _place(line: Row, hit: Hit) -> bool:
    """Whether a seat of power is only where something is: في موسكو, مدينة الرياض."""
    return hit.use == "metonym" and line.norm(hit.start - 1) in words.folded("before_places")


def _people(line: Row, at: int) -> Draft | None:
    """A nation in the plural as a noun (العراقيون), or as the owner of a thing (الغارات الروسية)."""
    hit = line.hits[at]
    if not line.nominal(at - 1) and not line.definite(at):
        return _citizen(line, at, hit)
    if hit.plural and not line.nominal(at - 1):
        score = 0.8
    elif is_rank(line, at - 1):
        return None  # الدكتور التركي may be so called
    elif line.tag(at - 1) in {"NOUN", "ADJ"} and not _measured(line, at):
        score = 0.6
    else:
        return None
    return _nation(hit, plural=hit.plural, score=score)


def _citizen(line: Row, at: int, hit: Hit) -> Draft | None:
    """One or some of a nation: قتل فلسطيني, خمسة إسرائيليين."""
    feminine = line.norm(at).endswith("ية")
    if (
        line.tag(at) == "VERB"
        or feminine
        or not (hit.plural or line.tag(at - 1) in {"VERB", "NUM", "SCONJ", "PRON"})
    ):
        return None
    return _nation(hit, plural=True, score=0.9)


def _nation(hit: Hit, *, plural: bool, score: float) -> Draft:
    return Draft(
        start=hit.start,
        stop=hit.stop,
        head=(hit.start, hit.stop),
        kind="country",
        names=hit.ids,
        country=hit.country,
        plural=plural,
        score=score,
    )


def _measured(line: Row, at: int) -> bool:
    """Whether the demonym belongs to money or a language: دولار أمريكي, اللغة الإنجليزية."""
    return line.tokens[at - 1].lemma in words.folded("not_owned") or line.tag(at) == "VERB"


def _agent(line: Row, at: int, hit: Hit) -> Draft | None:
    """An agent with owner, adjectives and demonym; alone if definite, a plural or counted."""
    if adjectival(line, at, hit.stop) or weak(line, at, hit):
        return None
    closed = line.definite(hit.stop - 1)
    if line.suffixed(at) and line.norm(at) in words.folded("country_nouns"):
        return None  # حكومته is a mention of kind pronoun
    phrase = Phrase(hit.stop, closed=closed)
    if line.suffixed(hit.stop - 1):
        phrase = replace(phrase, stop=hit.stop + 1, closed=True)
    elif not closed and not _unowned(line, hit):
        phrase = phrases.owner(line, hit.stop) or _quoted(line, phrase) or _unknown(line, phrase) or phrase
    owned = phrase.stop > hit.stop
    if owned:
        phrase = _unknown(line, phrase) or phrase
    phrase = led(line, hit, phrases.modifiers(line, _model(line, phrase)))
    if not (phrase.closed or phrase.stop > hit.stop or _alone(line, at, hit)):
        return None
    if phrase.stop > hit.stop and phrase.closed:
        phrase = phrases.joined(line, phrase)
    proper = hit.stop == at + 1 and owned and line.norm(at) in words.folded("proper_bodies")
    return Draft(
        start=at,
        stop=phrase.stop,
        head=(at, phrase.stop if proper else hit.stop),
        kind="organisation" if proper else "agent",
        names=phrase.ids if proper else (*phrase.ids, *hit.ids),
        country=phrase.country or hit.country or loyalty(line, phrase.stop),
        sectors=OUSTED if phrase.former else hit.sectors,
        plural=(hit.plural or line.tag(at - 1) == "NUM") and not proper,
        score=0.9,
    )


def _model(line: Row, phrase: Phrase) -> Phrase:
    """The agent with the model of its arms before a demonym: قاذفات تو-22 روسية."""
    stop = phrase.stop
    while stop - phrase.stop < _LONGEST_MODEL and _designates(line, stop):
        stop += 1
    numbered = any(line.norm(at).isdigit() for at in range(phrase.stop, stop))
    return replace(phrase, stop=stop) if numbered and line.hit(stop, "demonym") else phrase


def _designates(line: Row, at: int) -> bool:
    norm = line.norm(at)
    mark = norm in _QUOTES or norm in {"-", "–", "طراز", "من"}
    return mark or norm.isdigit() or norm.isascii() or len(norm) <= _SHORT


def _unowned(line: Row, hit: Hit) -> bool:
    """Whether the agent's last word cannot have an owner: مسلحون, لاجئين, جنودا."""
    norm = line.norm(hit.stop - 1)
    sound = norm.endswith(("ون", "ين")) and len(norm) > _SHORTEST_PLURAL
    return (hit.plural and sound) or accusative(line, hit)


def accusative(line: Row, hit: Hit) -> bool:
    """Whether one indefinite word stands in the accusative: جنودا, صحفيا."""
    norm = line.norm(hit.start)
    return hit.stop - hit.start == 1 and norm.endswith("ا") and not line.definite(hit.start)


def _alone(line: Row, at: int, hit: Hit) -> bool:
    """Whether an indefinite agent is somebody without a word beside it: أربعة جنود, على متظاهرين."""
    before = line.tag(at - 1)
    if before == "NUM":
        return True
    if accusative(line, hit) and not hit.plural:
        subject = line.definite(at - 1) or line.norm(at - 1).endswith("ون")
        return subject or before in {"VERB", "PROPN"}
    return hit.plural


def _side(line: Row, at: int) -> Draft | None:
    """الجانب العراقي, الطرفان, الوفد الروسي."""
    norm = line.norm(at)
    if line.suffixed(at):
        return None
    phrase = Phrase(at + 1, closed=line.definite(at))
    if not phrase.closed:
        phrase = phrases.owner(line, at + 1) or phrase
    phrase = phrases.modifiers(line, phrase)
    plural = norm in words.folded("side_plurals")
    if not (phrase.country or plural):
        return None
    return Draft(
        start=at,
        stop=phrase.stop,
        head=(at, at + 1),
        kind="agent",
        country=phrase.country,
        sectors=() if plural and not phrase.country else ("GOV",),
        plural=plural,
        score=0.9,
    )


def _headed(line: Row, at: int) -> Draft | None:
    """A body that no list names, by its head: جامعة تكساس, حزب آفاق تونس, شركة «زيمبريوم», هيئة الطيران."""
    norm = line.norm(at)
    bare = norm.removeprefix("ال")
    heads = words.sectors("body_heads")
    if line.tag(at) != "NOUN" or at in line.taken or bare not in heads or line.suffixed(at):
        return None
    start = Phrase(at + 1, sectors=heads[bare], closed=line.definite(at))
    if start.closed:
        phrase = phrases.modifiers(line, start)
        if line.tag(at - 1) != "VERB" and phrase.country is None:
            return None
    else:
        found = phrases.owner(line, at + 1) or _quoted(line, start) or _unknown(line, start)
        if found is None:
            return None
        phrase = phrases.modifiers(line, _unknown(line, found) or found)
        phrase = phrases.joined(line, phrase)
        if norm in words.folded("weak_heads") and not _shown(line, at, phrase):
            return None
    phrase = _purpose(line, phrase)
    return Draft(
        start=at,
        stop=phrase.stop,
        head=(at, phrase.stop),
        kind="organisation",
        names=phrase.ids,
        country=phrase.country,
        sectors=heads[bare],
        score=_BODY_SCORE,
    )


_BODY_SCORE = 0.8


def _purpose(line: Row, phrase: Phrase) -> Phrase:
    """The body with what it is for: مركز الملك سلمان للإغاثة, الاتحاد السعودي لكرة القدم."""
    begin = phrase.stop + 1
    owned = begin in line.taken or line.suffixed(begin)
    if line.norm(phrase.stop) != "ل" or owned or line.tag(begin) != "NOUN":
        return phrase
    found = phrases.owner(line, begin)
    if found is None or found.known:
        return phrase
    return replace(phrase, stop=phrases.joined(line, phrases.modifiers(line, found)).stop)


def _shown(line: Row, at: int, phrase: Phrase) -> bool:
    """Whether a doubtful head is a body: it does something, or has a country, a listed or a quoted name."""
    named = phrase.country is not None or phrase.ids != () or line.norm(phrase.stop - 1) in _QUOTES
    return named or line.tag(at - 1) == "VERB"


def _within_marks(line: Row, at: int) -> Hit | None:
    """The listed group or body whose name alone stands between the marks of which one is at ``at``."""
    hit = line.hit(at + 1, "group", "organisation") if line.norm(at) in _QUOTES else None
    return hit if hit is not None and line.norm(hit.stop) in _QUOTES else None


def _quoted(line: Row, phrase: Phrase) -> Phrase | None:
    """A name in quotation marks after the head of a body."""
    at = phrase.stop
    if line.norm(at) not in _QUOTES:
        return None
    hit = _within_marks(line, at)
    if hit is not None:
        country = phrase.country or hit.country
        return replace(phrase, stop=hit.stop + 1, country=country, ids=hit.ids, closed=True, known=True)
    for stop in range(at + 2, min(at + 2 + _QUOTED, len(line.tokens))):
        if line.norm(stop) in _QUOTES:
            return replace(phrase, stop=stop + 1, closed=True, known=True)
    return None


def _unknown(line: Row, phrase: Phrase) -> Phrase | None:
    """Up to three words that nobody knows, after the head of a body or a town: شركة سوني."""
    if phrase.closed and line.norm(phrase.stop - 1).startswith("ال"):
        return None
    stop = phrase.stop
    while stop - phrase.stop < 3 and line.tag(stop) == "PROPN" and stop not in line.taken:
        stop += 1
    return replace(phrase, stop=stop, closed=True, known=True) if stop > phrase.stop else None

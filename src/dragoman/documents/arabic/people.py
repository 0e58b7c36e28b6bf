"""People with and without a title: from the place where one begins to a draft of the mention."""

from __future__ import annotations

from dataclasses import replace

from dragoman.documents.arabic import names, phrases, titles, words
from dragoman.documents.arabic.drafts import Draft
from dragoman.documents.arabic.phrases import Phrase, Row
from dragoman.types import Hit

_BARE_SCORE = 0.8
_OFTEN_VICTIMS = frozenset({"MIL", "COP", "JRN", "JUD", "REL", "MED", "EDU"})
_SHORTEST_STRANGER, _LONGEST_STRANGER = 2, 4  # words of an unknown name
_MOST_TITLES = 3
_CLAUSE = 12  # tokens within which the verb stands that governs a title


def named(line: Row, at: int, titled: bool) -> tuple[int, Hit | None] | None:
    """Where the personal name at ``at`` ends, and the listed person it is; None where no name stands."""
    hit = line.hit(at, "person")
    if hit is None and not names.begins(line.tokens, at, line.taken, titled):
        return None
    stop = names.end(line.tokens, at, line.taken, titled)
    if hit is None:
        return (_house(line, stop), None) if stop > at else None
    if _another(line, hit, stop):
        return stop, None
    return _house(line, max(stop, hit.stop) if _prolongs(line, hit) else hit.stop), hit


def _house(line: Row, stop: int) -> int:
    """The end of a name that goes on with a listed family: آل سعود."""
    house = line.hit(stop, "organisation", "group")
    return house.stop if house is not None and line.norm(stop) == "ال" else stop


def _prolongs(line: Row, hit: Hit) -> bool:
    """Whether a listed name goes on with a particle: محمد بن سلمان بن عبد العزيز."""
    return line.norm(hit.stop) in words.folded("name_particles") and line.tag(hit.stop) not in {
        "CCONJ",
        "ADP",
    }


def _another(line: Row, hit: Hit, stop: int) -> bool:
    """Whether a surname behind a father's name makes it another man's: عبد الله بن عبد العزيز *الربيعة*."""
    father = any(line.norm(at) in {"بن", "ابن"} for at in range(hit.start, hit.stop))
    return father and stop == hit.stop + 1 and names.surname(line.tokens[hit.stop])


def person(line: Row, at: int) -> Draft | None:
    """The person whose title, rank or name begins at ``at``."""
    listed = line.hit(at, "person")
    if listed is not None and titles.is_rank(line, at) and listed.stop > at + 1:
        return _untitled(line, at)  # الملك سلمان
    head = titles.title(line, at)
    if head is None:
        return _untitled(line, at)
    phrase, plural = head
    if titles.is_rank(line, at) and phrase.stop == at + 1:
        ranked = _ranked(line, at, phrase)
        if ranked is not None or titles.bare(line.norm(at)) in words.folded("never_alone"):
            return ranked
    return _titled(line, at, phrase, plural)


def _ranked(line: Row, at: int, phrase: Phrase) -> Draft | None:
    """A rank with a name (الدكتور محمد سالم), or before another title (السيد رئيس الجمهورية)."""
    stop = titles.ranks(line, at)
    found = named(line, stop, titled=True)
    doubtful = titles.bare(line.norm(at)) in words.folded("doubtful_ranks")
    if found is not None and not (doubtful and names.kind_at(line.tokens, stop) not in {"sure", "doubtful"}):
        sectors = next((hit.sectors for hit in titles.found(line, at, stop) if hit.sectors), ())
        return _apposed(line, _person(at, (at, stop), (stop, found), replace(phrase, sectors=sectors)))
    if titles.is_rank(line, stop) or titles.title(line, stop) is None:
        return None
    inner = person(line, stop)
    return replace(inner, start=at) if inner is not None else None


def _titled(line: Row, at: int, phrase: Phrase, plural: bool) -> Draft | None:
    """A title that is no mere rank, with the name if one follows."""
    phrase, ranks, found = _bearer(line, at, phrase)
    if found is not None and not plural:
        if not phrase.sectors:
            sectors = next((hit.sectors for hit in titles.found(line, phrase.stop, ranks) if hit.sectors), ())
            phrase = replace(phrase, sectors=sectors)
        draft = _person(at, (at, phrase.stop), (ranks, found), phrase)
        return draft if phrase.sectors and phrase.country else _apposed(line, draft)
    if not _stands_alone(line, at, phrase):
        return None
    hit = line.hit(at, "title")
    return Draft(
        start=at,
        stop=phrase.stop,
        head=(at, min(hit.stop if hit else at + 1, phrase.stop)),
        kind="person",
        country=phrase.country,
        sectors=phrase.sectors,
        title=(at, phrase.stop),
        plural=plural,
        score=_BARE_SCORE,
    )


def _bearer(line: Row, at: int, phrase: Phrase) -> tuple[Phrase, int, tuple[int, Hit | None] | None]:
    """The name after a title: beyond a rank, a comma (وزير العدل، نبيل بن صالح) or the place of office."""
    ranks = titles.ranks(line, phrase.stop)
    if not phrase.closed and ranks == phrase.stop:
        return phrase, ranks, None
    found = named(line, ranks, titled=True)
    if found is None and line.norm(phrase.stop) in {"،", ","}:
        ranks = titles.ranks(line, phrase.stop + 1)
        if ranks > phrase.stop + 1 or names.kind_at(line.tokens, ranks) in {"sure", "doubtful"}:
            found = named(line, ranks, titled=True)
    if found is None and phrase.stop > at + 1 and line.norm(phrase.stop) in {"ب", "ل", "في"}:
        return _beyond(line, phrase) or (phrase, ranks, None)
    return phrase, ranks, found


def _beyond(line: Row, phrase: Phrase) -> tuple[Phrase, int, tuple[int, Hit | None]] | None:
    """The name after the place of office: مدير الشرطة بالمنطقة الشرقية محمد العلي."""
    place = phrases.owner(line, phrase.stop + 1)
    if place is None:
        return None
    place = phrases.joined(line, phrases.modifiers(line, place))
    ranks = titles.ranks(line, place.stop)
    found = named(line, ranks, titled=True)
    if found is None:
        return None
    town = line.norm(phrase.stop + 1) in words.folded("places") and found[0] - ranks > 1
    father = line.norm(ranks + 1) in {"بن", "ابن"}
    if town or father or ranks > place.stop or names.kind_at(line.tokens, ranks) == "sure":
        return replace(phrase, stop=place.stop, country=phrase.country or place.country), ranks, found
    return None


def _stands_alone(line: Row, at: int, phrase: Phrase) -> bool:
    """Whether a title without a name means somebody."""
    longer = phrase.stop > at + 1
    word = titles.bare(line.norm(at))
    if word in words.folded("doubtful_ranks") and word not in words.folded("title_heads"):
        return False
    if word in words.folded("never_alone") and not (longer and phrase.known):
        return False
    if line.norm(at) in words.folded("role_nouns"):
        return phrase.country is not None or phrase.known
    if phrase.closed:
        return True
    if line.norm(at).endswith("ا"):
        return _victim(line, at, phrase)
    return line.tag(at - 1) in {"VERB", "NUM"}


def _victim(line: Row, at: int, phrase: Phrase) -> bool:
    """Whether an indefinite title in the accusative is somebody to whom something is done: قتلوا صحفيا."""
    alone = phrase.stop == at + 1 + (phrase.country is not None)
    if not alone or not _OFTEN_VICTIMS.intersection(phrase.sectors):
        return False
    before = line.tag(at - 1)
    if not (before in {"VERB", "NUM", "PROPN"} or line.definite(at - 1) or line.norm(at - 1).endswith("ون")):
        return False
    verbs = [token.lemma for token in line.tokens[max(0, at - _CLAUSE) : at] if token.tag in {"VERB", "AUX"}]
    return bool(verbs) and verbs[-1] not in words.folded("appointing")


def _person(
    at: int, title: tuple[int, int], name: tuple[int, tuple[int, Hit | None]], phrase: Phrase
) -> Draft:
    start, (stop, hit) = name
    return Draft(
        start=at,
        stop=stop,
        head=(start, stop),
        kind="person",
        names=hit.ids if hit else (),
        country=phrase.country,
        sectors=phrase.sectors,
        title=title,
        named=True,
        score=1.0 if hit else 0.9,
    )


def _untitled(line: Row, at: int) -> Draft | None:
    """A name by itself, or after a demonym: والتركي رجب طيب أردوغان."""
    demonym = line.hit(at, "demonym")
    if demonym is not None and line.definite(at) and line.tag(at - 1) in {"CCONJ", "VERB", "PRON", "SCONJ"}:
        sure = names.kind_at(line.tokens, demonym.stop) == "sure" or line.norm(at - 1) == "و"
        found = named(line, demonym.stop, titled=True) if sure else None
        if found is not None:
            phrase = Phrase(demonym.stop, country=demonym.country)
            return _person(at, (at, demonym.stop), (demonym.stop, found), phrase)
    found = named(line, at, titled=False) or _stranger(line, at)
    if found is None:
        return None
    stop, hit = found
    draft = Draft(
        start=at,
        stop=stop,
        head=(at, stop),
        kind="person",
        names=hit.ids if hit else (),
        named=True,
        score=1.0 if hit else 0.9,
    )
    return _apposed(line, draft)


def _stranger(line: Row, at: int) -> tuple[int, Hit | None] | None:
    """Two to four words that nobody knows, after a verb of speech or before a title: ديريك تشوليت."""
    stop = at
    while line.tag(stop) == "PROPN" and stop - at < _LONGEST_STRANGER and stop not in line.taken:
        if line.suffixed(stop) or line.norm(stop).startswith("ال"):
            break
        stop += 1
    if stop - at < _SHORTEST_STRANGER:
        return None
    if line.tag(at - 1) == "VERB" and line.tokens[at - 1].lemma in words.folded("speech_verbs"):
        return None if line.nominal(stop) and not line.hit(stop, "title") else (stop, None)
    head = titles.title(line, stop + 1 if line.norm(stop) in {"،", ","} else stop)
    return (stop, None) if head and head[0].closed and (head[0].country or head[0].sectors) else None


def _apposed(line: Row, draft: Draft) -> Draft:
    """The named person with further titles, one after the other: ولي العهد نائب رئيس مجلس الوزراء."""
    for _ in range(_MOST_TITLES):
        more = _appose(line, draft)
        if more.stop == draft.stop:
            break
        draft = replace(more, sectors=draft.sectors or more.sectors)
    return draft


def _appose(line: Row, draft: Draft) -> Draft:
    """The named person with the title that follows, after a comma or directly."""
    comma = line.norm(draft.stop) in {"،", ","}
    at = draft.stop + 1 if comma else draft.stop
    begins = line.hit(at, "title") or line.norm(at) in words.folded("title_heads")
    head = titles.title(line, at) if begins and not line.hit(at, "person") else None
    if head is None or head[1] or not head[0].closed:
        return draft
    phrase = head[0]
    if titles.is_rank(line, at) and phrase.stop == at + 1:
        return draft
    if named(line, titles.ranks(line, phrase.stop), titled=True) is not None:
        return draft
    if comma and line.nominal(phrase.stop):
        return draft
    if not comma and not _direct(line, draft) and line.norm(phrase.stop) not in {"،", ","}:
        return draft
    return replace(
        draft,
        stop=phrase.stop,
        country=draft.country or phrase.country,
        sectors=phrase.sectors or draft.sectors,
        title=(at, phrase.stop),
    )


def _direct(line: Row, draft: Draft) -> bool:
    """Whether a title right after the name can only be its own: no verb before that wants an object."""
    before = draft.start - 1
    if line.tag(before) != "VERB":
        return line.tag(before) != "PRON"
    return line.tokens[before].lemma in words.folded("speech_verbs")

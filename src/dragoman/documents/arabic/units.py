"""People with and without a title: from the place where one begins to a draft of the mention."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.documents.arabic import names, phrases, words
from dragoman.documents.arabic.phrases import Phrase, Row
from dragoman.types import Hit, MentionKind

_FORMER = ("ELI",)
_BARE_SCORE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A mention in tokens: ``start`` to ``stop``, the naming part, and the title where there is one."""

    start: int
    stop: int
    head: tuple[int, int]
    kind: MentionKind
    names: tuple[str, ...] = ()
    country: str | None = None
    sectors: tuple[str, ...] = ()
    title: tuple[int, int] | None = None
    plural: bool = False
    score: float = 1.0
    named: bool = False


def bare(norm: str) -> str:
    """The word without its article."""
    return norm[2:] if norm.startswith("ال") and len(norm) > 3 else norm


def is_rank(line: Row, at: int) -> bool:
    """Whether a rank or form of address stands at ``at`` (الدكتور, اللواء, سمو)."""
    return bare(line.norm(at)) in words.folded("ranks") and line.tag(at) in {"NOUN", "ADJ", "PROPN"}


def named(line: Row, at: int, titled: bool) -> tuple[int, Hit | None] | None:
    """Where the personal name at ``at`` ends, and the listed person it is; None where no name stands."""
    hit = line.hit(at, "person")
    if hit is None and not names.begins(line.tokens, at, line.taken, titled):
        return None
    stop = names.end(line.tokens, at, line.taken, titled)
    if hit is None:
        return (stop, None) if stop > at else None
    return max(stop, hit.stop) if _prolongs(line, hit) else hit.stop, hit


def _prolongs(line: Row, hit: Hit) -> bool:
    """Whether a listed name goes on with a particle: محمد بن سلمان بن عبد العزيز."""
    return line.norm(hit.stop) in words.folded("name_particles") and line.tag(hit.stop) not in {
        "CCONJ",
        "ADP",
    }


def person(line: Row, at: int) -> Draft | None:
    """The person whose title, rank or name begins at ``at``."""
    head = _title(line, at)
    if head is None:
        return _untitled(line, at)
    phrase, plural = head
    if is_rank(line, at) and phrase.stop == at + 1:
        ranked = _ranked(line, at, phrase)
        if ranked is not None or bare(line.norm(at)) in words.folded("never_alone"):
            return ranked
    return _titled(line, at, phrase, plural)


def _title(line: Row, at: int) -> tuple[Phrase, bool] | None:
    """The title at ``at`` as a phrase with what follows it, and whether it is a plural."""
    hit = line.hit(at, "title")
    norm = line.norm(at)
    if hit is not None:
        if adjectival(line, at, hit.stop):
            return None
        phrase = Phrase(
            hit.stop, country=hit.country, sectors=hit.sectors, closed=line.definite(hit.stop - 1)
        )
        return _whole_title(line, at, phrase), hit.plural
    plural = words.sectors("role_plurals").get(norm)
    if plural is not None and line.tag(at) == "NOUN" and at not in line.taken:
        phrase = Phrase(at + 1, sectors=plural, closed=line.definite(at))
        return _whole_title(line, at, phrase), True
    if norm in words.folded("role_nouns") and line.tag(at) == "NOUN":
        stop = at + 2 if line.suffixed(at) else at + 1
        return phrases.modifiers(line, Phrase(stop, closed=True)), False
    if norm in words.folded("title_heads") and line.tag(at) == "NOUN" and at not in line.taken:
        phrase = _whole_title(line, at, Phrase(at + 1))
        return (phrase, norm in words.folded("plural_heads")) if phrase.closed and phrase.known else None
    if is_rank(line, at):
        return Phrase(at + 1, closed=line.definite(at)), False
    return None


def _whole_title(line: Row, at: int, phrase: Phrase) -> Phrase:
    """The title with owner, adjectives, demonym and complement."""
    if line.suffixed(phrase.stop - 1):
        return phrases.modifiers(line, replace(phrase, stop=phrase.stop + 1, closed=True))
    if not phrase.closed:
        phrase = _owned(line, at, phrase)
    phrase = phrases.modifiers(line, phrase)
    if phrase.closed and phrase.stop > at + 1:
        phrase = phrases.joined(line, phrase)
    place = line.norm(at) in words.folded("titles_with_place")
    if phrase.closed or place:
        phrase = phrases.modifiers(line, _generic(line, at, phrase, place))
    return replace(phrase, sectors=_FORMER) if phrase.former else phrase


def _owned(line: Row, at: int, phrase: Phrase) -> Phrase:
    found = phrases.owner(line, phrase.stop)
    if found is None:
        return phrase
    sectors = phrase.sectors or (found.sectors if is_rank(line, at) else ())
    if bare(line.norm(at)) in words.folded("generic_titles") and phrase.stop == at + 1:
        sectors = found.sectors
    return replace(found, country=phrase.country or found.country, sectors=sectors, ids=())


def _generic(line: Row, at: int, phrase: Phrase, place: bool) -> Phrase:
    """The title with ل or باسم and a body, whose sector a generic title takes over."""
    if bare(line.norm(at)) not in words.folded("generic_titles"):
        return replace(phrases.complement(line, phrase, place), sectors=phrase.sectors, ids=())
    found = phrases.complement(line, replace(phrase, sectors=()), place)
    return replace(found, sectors=found.sectors or phrase.sectors, ids=())


def adjectival(line: Row, at: int, stop: int) -> bool:
    """Whether a one-word title or agent is an adjective here: المجال العسكري, الحزب الحاكم."""
    if stop - at > 1:
        return False
    if line.tag(at) in {"ADJ", "VERB", "ADP"}:
        return True
    norm, before = line.norm(at), line.norm(at - 1)
    if line.tag(at - 1) not in {"NOUN", "ADJ"} or not before.startswith("ال") or is_rank(line, at):
        return False
    if norm in {"الرئيس", "الرئيسة"}:
        return at - 1 not in line.taken  # التحدي الرئيس
    return bare(norm).startswith("م") and _agree(norm, before)


def _agree(one: str, other: str) -> bool:
    return all(one.endswith(ending) == other.endswith(ending) for ending in ("ة", "ون", "ين", "ات"))


def _ranked(line: Row, at: int, phrase: Phrase) -> Draft | None:
    """A rank with a name (الدكتور محمد سالم), or before another title (السيد رئيس الجمهورية)."""
    stop = _ranks(line, at)
    found = named(line, stop, titled=True)
    doubtful = bare(line.norm(at)) in words.folded("doubtful_ranks")
    if found is not None and not (doubtful and names.kind_at(line.tokens, stop) not in {"sure", "doubtful"}):
        sectors = next((hit.sectors for hit in _titles(line, at, stop) if hit.sectors), ())
        return _appose(line, _person(at, (at, stop), (stop, found), replace(phrase, sectors=sectors)))
    if is_rank(line, stop) or _title(line, stop) is None:
        return None
    inner = person(line, stop)
    return replace(inner, start=at) if inner is not None else None


def _ranks(line: Row, at: int) -> int:
    """Where a chain of ranks ends: صاحب السمو الملكي الأمير, الفريق أول ركن."""
    stop = at
    while is_rank(line, stop) or (stop > at and line.norm(stop) in _AFTER_RANK):
        hit = line.hit(stop, "title")
        stop = hit.stop if hit else stop + 1
        if line.norm(stop) == "." and line.norm(stop - 1) in {"د", "م"}:
            stop += 1
    return stop


_AFTER_RANK = frozenset(
    {"اول", "ركن", "الركن", "الملكي", "الاول", "السمو", "المعالي", "السعادة", "الله", "السيد"}
)


def _titles(line: Row, start: int, stop: int) -> list[Hit]:
    return [line.hits[at] for at in range(start, stop) if at in line.hits and line.hits[at].kind == "title"]


def _titled(line: Row, at: int, phrase: Phrase, plural: bool) -> Draft | None:
    """A title that is no mere rank, with the name if one follows."""
    phrase, ranks, found = _bearer(line, at, phrase)
    if found is not None and not plural:
        if not phrase.sectors:
            sectors = next((hit.sectors for hit in _titles(line, phrase.stop, ranks) if hit.sectors), ())
            phrase = replace(phrase, sectors=sectors)
        return _person(at, (at, phrase.stop), (ranks, found), phrase)
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
    """The name after a title: beyond a rank, a comma (وزير العدل، حافظ بن صالح) or the place of office."""
    ranks = _ranks(line, phrase.stop)
    if not phrase.closed and ranks == phrase.stop:
        return phrase, ranks, None
    found = named(line, ranks, titled=True)
    if found is None and line.norm(phrase.stop) in {"،", ","}:
        ranks = _ranks(line, phrase.stop + 1)
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
    ranks = _ranks(line, place.stop)
    found = named(line, ranks, titled=True)
    if found is None:
        return None
    town = line.norm(phrase.stop + 1) in words.folded("places") and found[0] - ranks > 1
    if town or ranks > place.stop or names.kind_at(line.tokens, ranks) == "sure":
        return replace(phrase, stop=place.stop), ranks, found
    return None


def _stands_alone(line: Row, at: int, phrase: Phrase) -> bool:
    """Whether a title without a name means somebody."""
    longer = phrase.stop > at + 1
    word = bare(line.norm(at))
    if word in words.folded("doubtful_ranks") and word not in words.folded("title_heads"):
        return False
    if word in words.folded("never_alone") and not (longer and phrase.known):
        return False
    if line.norm(at) in words.folded("role_nouns"):
        return phrase.country is not None
    if phrase.closed:
        return True
    return line.tag(at - 1) == "VERB" and not line.norm(at).endswith("ا")


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
    found = named(line, at, titled=False)
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
    return _appose(line, draft)


def _appose(line: Row, draft: Draft) -> Draft:
    """The named person with the title that follows, after a comma or directly."""
    comma = line.norm(draft.stop) in {"،", ","}
    at = draft.stop + 1 if comma else draft.stop
    begins = line.hit(at, "title") or line.norm(at) in words.folded("title_heads")
    head = _title(line, at) if begins else None
    if head is None or head[1] or not head[0].closed:
        return draft
    phrase = head[0]
    if is_rank(line, at) and phrase.stop == at + 1:
        return draft
    if named(line, _ranks(line, phrase.stop), titled=True) is not None:
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

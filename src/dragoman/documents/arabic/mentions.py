"""Arabic mentions: who is meant where, in order of position, not yet linked.

Conventions, for who links and resolves them:

* One mention is the longest unit: ranks, title, owner, demonym and name (وزير الخارجية الروسي سيرغي لافروف)
  are one ``person`` whose ``head`` is the name, ``title`` the office as written, ``country`` from the demonym
  or the owner, ``sectors`` from title or body. A title after a name (نوري المالكي، نائب رئيس الجمهورية)
  belongs to the same mention.
* A title without a name is a ``person`` with ``head`` = the title word and no ``names`` (الوزير الروسي).
* A later surname alone is a ``person`` without title; it is found only if the report names somebody so.
* Bodies are ``organisation`` or ``group`` if listed or if they have a proper part, generic ones ``agent``;
  ``names`` then holds the ids of names inside first, the agent's own id last.
* A country is ``country`` by name or metonym; a seat of power after في or مدينة is ``place``. Demonyms are
  part of units; outside of one they are a ``country`` as nouns (العراقيون, خمسة فلسطينيين), and with score
  0.6 where they go with another noun (الغارات الروسية, طائرة روسية): never the head of a phrase.
* An indefinite agent or title is somebody as a plural, after a number, or as a victim (جنودا, قاضيا).
* ``pronoun``: subject pronouns; pronouns written on verbs, on مع, ل, إلى, ضد, لدى, on أن before a verb, and
  on nouns of events (زيارته), each with the pronoun as span; and بلاده, حكومتها, سموه … whole, with
  ``head`` = the noun, and its sectors. ``plural`` is set for هم, هما, نا, نحن.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.documents.arabic import bodies, lexicon, people, phrases, titles, words
from dragoman.documents.arabic.drafts import Draft
from dragoman.documents.arabic.phrases import Row
from dragoman.types import Finder, Mention, Sentence, Span, Token

_SURNAME_SCORE = 0.8
_PLURALS = frozenset({"هم", "هما", "هن", "نا", "نحن", "كم"})
_SUBJECTS = frozenset({"هو", "هي", "هم", "هما", "نحن", "انا"})
_SHORTEST_SURNAME = 3
_NOBODY = ("no-actor",)  # the entry of the directory for names that look like somebody's: بحر الصين


def find(sentences: Sequence[Sentence], finder: Finder) -> list[Mention]:
    """The mentions of a report in order of position (``entity`` is -1)."""
    rows = [phrases.row(sentence.tokens, finder.find(sentence.tokens, "ar")) for sentence in sentences]
    drafts = [list(_drafts(line)) for line in rows]
    surnames = _surnames(rows, drafts)
    found: list[Mention] = []
    for line, known in zip(rows, drafts, strict=True):
        every = [*known, *_again(line, known, surnames)]
        every += _pronouns(line, every)
        named = (draft for draft in every if draft.names[:1] != _NOBODY)
        found += [_mention(line.tokens, draft) for draft in sorted(named, key=lambda draft: draft.start)]
    return found


def _drafts(line: Row) -> Iterator[Draft]:
    at = 0
    while at < len(line.tokens):
        draft = _draft(line, at)
        if draft is None:
            at = phrases.patron(line, at) or at + 1
        else:
            yield draft
            at = draft.stop


def _draft(line: Row, at: int) -> Draft | None:
    if phrases.patron(line, at) or (at not in line.hits and line.tag(at) in {"PUNCT", "CCONJ", "ADP"}):
        return None
    return bodies.state(line, at) or people.person(line, at) or bodies.body(line, at)


def _surnames(rows: Sequence[Row], drafts: Sequence[Sequence[Draft]]) -> frozenset[str]:
    """The words by which the named people of the report may be called again."""
    found: set[str] = set()
    for line, row in zip(rows, drafts, strict=True):
        for draft in row:
            if draft.kind == "person" and draft.named and draft.head[1] - draft.head[0] > 1:
                start, stop = draft.head
                strangers = range(start, stop - 1)
                found.add(line.norm(stop - 1))
                if draft.title and _royal(line, draft.title):
                    found.add(line.norm(start))
                found.update(
                    line.norm(at)
                    for at in strangers
                    if line.norm(at) not in words.folded_names()
                    and line.norm(at) not in words.folded("name_particles")
                    and line.tag(at) == "PROPN"
                )
    return frozenset(word for word in found if len(word) >= _SHORTEST_SURNAME)


def _royal(line: Row, title: tuple[int, int]) -> bool:
    """Whether a title is borne by people who are called by their given names: الأمير, الشيخ, الملك."""
    return any(titles.bare(line.norm(at)) in words.folded("royal") for at in range(*title))


def _again(line: Row, known: Sequence[Draft], surnames: frozenset[str]) -> Iterator[Draft]:
    """Surnames alone of people whom the report names in full."""
    drafted = {at for draft in known for at in range(draft.start, draft.stop)}
    covered = drafted | line.taken
    for at, token in enumerate(line.tokens):
        if token.norm not in surnames or at in covered or line.suffixed(at) or token.tag in {"VERB", "ADP"}:
            continue
        if line.norm(at + 1) in surnames and at + 1 not in covered:
            continue  # the next word goes on with the name
        start = at
        while start and line.norm(start - 1) in surnames and start - 1 not in covered:
            start -= 1
        if start and line.norm(start - 1) in {"ابو", "ابي", "ابا", "ال"} and start - 1 not in covered:
            start -= 1
        surname = start
        while start and start - 1 not in drafted and titles.is_rank(line, start - 1):
            start -= 1
        if start == surname and _ordinary(line, at) and not _speaks(line, start):
            continue
        yield Draft(
            start=start, stop=at + 1, head=(surname, at + 1), kind="person", named=True, score=_SURNAME_SCORE
        )


def _ordinary(line: Row, at: int) -> bool:
    """Whether the surname is an ordinary word as well; a nisba only where it can be an adjective."""
    norm = line.norm(at)
    if norm.startswith("ال") and norm.endswith("ي"):
        return line.tag(at - 1) in {"NOUN", "ADJ"}
    return lexicon.noun(norm.removeprefix("ال"))


def _speaks(line: Row, at: int) -> bool:
    """Whether a verb goes just before, whose subject is wanted."""
    return line.tag(at - 1) == "VERB"


def _pronouns(line: Row, known: Sequence[Draft]) -> list[Draft]:
    covered = {at for draft in known for at in range(draft.start, draft.stop)}
    found = []
    for at, token in enumerate(line.tokens):
        if token.tag == "PRON" and at not in covered:
            draft = _pronoun(line, at, covered)
            if draft is not None:
                found.append(draft)
    return found


def _pronoun(line: Row, at: int, covered: set[int]) -> Draft | None:
    plural = line.norm(at) in _PLURALS
    if not (at and line.suffixed(at - 1)):
        if line.norm(at) not in _SUBJECTS:
            return None
        return Draft(start=at, stop=at + 1, head=(at, at + 1), kind="pronoun", plural=plural)
    host = line.tokens[at - 1]
    owned = host.norm in words.folded("country_nouns") or host.lemma in words.folded("country_nouns")
    if host.tag == "NOUN" and owned and at - 1 not in covered:
        hit = line.hit(at - 1, "agent")
        sectors = hit.sectors if hit else ()
        return Draft(
            start=at - 1, stop=at + 1, head=(at - 1, at), kind="pronoun", plural=plural, sectors=sectors
        )
    if host.norm in words.folded("honorifics") and at - 1 not in covered:
        return Draft(start=at - 1, stop=at + 1, head=(at - 1, at), kind="pronoun", plural=plural)
    if _refers(line, host, at):
        return Draft(start=at, stop=at + 1, head=(at, at + 1), kind="pronoun", plural=plural)
    return None


def _refers(line: Row, host: Token, at: int) -> bool:
    """Whether the pronoun on ``host`` can be somebody."""
    if host.tag == "VERB":
        return True
    if host.tag == "ADP":
        return host.norm in words.folded("pronoun_prepositions")
    if host.tag == "SCONJ":
        return line.tag(at + 1) in {"VERB", "AUX", "PART"}
    return host.tag == "NOUN" and host.lemma in words.folded("event_nouns")


def _mention(tokens: Sequence[Token], draft: Draft) -> Mention:
    return Mention(
        span=_span(tokens, draft.start, draft.stop),
        head=_span(tokens, *draft.head),
        kind=draft.kind,
        entity=-1,
        score=draft.score,
        names=draft.names,
        country=draft.country,
        sectors=draft.sectors,
        title=_span(tokens, *draft.title) if draft.title else None,
        plural=draft.plural,
    )


def _span(tokens: Sequence[Token], start: int, stop: int) -> Span:
    return Span(tokens[start].span.start, tokens[stop - 1].span.stop)

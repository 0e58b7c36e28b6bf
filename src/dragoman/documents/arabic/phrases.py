"""Noun phrases around a title or a body: what belongs to it, and which country and sector that gives.

Arabic puts everything after the head: an owner (وزير الخارجية), agreeing adjectives and demonyms (الروسي),
further owners with و (الثقافة والإعلام) and prepositional complements (لدى الأمم المتحدة).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.documents.arabic import forms, lexicon, names, words
from dragoman.types import Hit, Token

_NOMINAL = frozenset({"NOUN", "ADJ", "PROPN"})
_PEOPLE = ("ون", "ين")
_COMPLETE = frozenset({"الشريفين"})  # end titles that no adjective follows
_WORD = 5  # letters from which these endings are plurals
_LONGEST = 7  # tokens of an owner


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with the names known in it. ``taken`` are the tokens of names that cannot be a person's."""

    tokens: Sequence[Token]
    hits: dict[int, Hit]
    taken: frozenset[int]

    def norm(self, at: int) -> str:
        """The folded word at ``at``, "" beyond the end."""
        return self.tokens[at].norm if 0 <= at < len(self.tokens) else ""

    def tag(self, at: int) -> str:
        """The part of speech at ``at``, "" beyond the ends."""
        return self.tokens[at].tag if 0 <= at < len(self.tokens) else ""

    def hit(self, at: int, *kinds: str) -> Hit | None:
        """The name that begins at ``at``, if it is of one of ``kinds`` ("demonym" is a kind of its own)."""
        hit = self.hits.get(at)
        if hit is None:
            return None
        kind = "demonym" if hit.use == "demonym" else hit.kind
        return hit if kind in kinds else None

    def definite(self, at: int) -> bool:
        """Whether the word at ``at`` has the article or a pronoun."""
        return (self.norm(at).startswith("ال") and len(self.norm(at)) > 3) or self.suffixed(at)

    def suffixed(self, at: int) -> bool:
        """Whether a pronoun is written on the word at ``at``."""
        if not 0 <= at < len(self.tokens) - 1:
            return False
        after = self.tokens[at + 1]
        return after.tag == "PRON" and after.span.start == self.tokens[at].span.stop

    def nominal(self, at: int) -> bool:
        """Whether a noun, adjective or name stands at ``at``."""
        return self.tag(at) in _NOMINAL


@dataclass(frozen=True, slots=True)
class Phrase:
    """How far a phrase goes and what it says: ``closed`` once nothing more can own it."""

    stop: int
    country: str | None = None
    sectors: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    closed: bool = False
    former: bool = False
    known: bool = field(default=False)  # whether a name of the directory or the head of a body stands in it


def row(tokens: Sequence[Token], hits: Sequence[Hit]) -> Row:
    """The sentence ready to be read."""
    kept = {hit.start: _adjective(tokens, hit) for hit in hits if _holds(tokens, hit)}
    taken = {
        at
        for hit in kept.values()
        if hit.kind != "person" and hit.use != "demonym"
        for at in range(hit.start, hit.stop)
    }
    return Row(tokens, kept, frozenset(taken))


def _adjective(tokens: Sequence[Token], hit: Hit) -> Hit:
    """السعودية is a country, but after a noun with the article the demonym (القوات السعودية)."""
    first = tokens[hit.start]
    if hit.kind != "country" or hit.use != "name" or hit.stop - hit.start > 1 or not hit.start:
        return hit
    before = tokens[hit.start - 1]
    people = before.norm.endswith(_PEOPLE) and len(before.norm) > _WORD
    definite = before.norm.startswith("ال") and before.tag in {"NOUN", "ADJ"} and not people
    man = before.norm.removeprefix("ال") in words.folded("men") or (
        before.tag == "ADJ" and before.norm.endswith("ي")
    )
    if definite and not man and first.norm.startswith("ال") and first.norm.endswith("ية"):
        return replace(hit, known=replace(hit.known, use="demonym"))  # but حذر الرئيس الإيراني السعودية
    return hit


def _holds(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether the words stand for what the list says, and not for a name, a number or another word."""
    first = tokens[hit.start]
    common = hit.kind in {"title", "agent"}
    if common and first.tag in {"CCONJ", "ADP", "SCONJ", "PART"}:
        return False
    if hit.stop - hit.start == 1:
        if hit.kind in {"organisation", "group"} and first.tag == "VERB":
            return False  # أفاد is "said", and a body
        return not (common and _another_word(first, hit.kind)) and not (
            hit.kind == "title" and _in_name(tokens, hit)
        )
    address = (
        hit.kind == "title"
        and not hit.sectors
        and first.norm.removeprefix("ال") in words.folded("never_alone")
    )
    return not (address and tokens[hit.stop - 1].norm in words.folded("title_heads"))


def _another_word(token: Token, kind: str) -> bool:
    """Whether a one-word title or agent is a number, or a word that only folds alike (الأمر, الموسيقى)."""
    if token.tag in {"NUM", "VERB"}:
        return True
    if kind != "title":
        return False
    if token.norm in words.folded("not_titles") and "آ" not in token.text:
        return True
    bare = token.norm.removeprefix("ال")
    if bare.endswith("ة") and bare[:-1] in words.folded("officers"):
        return True  # عقيدة is faith, مقدمة a preface
    help_or_music = token.norm in forms.masdars() or token.text.endswith("ى")  # مساعدة, موسيقى
    return help_or_music or bare in words.sectors("body_heads")


def _in_name(tokens: Sequence[Token], hit: Hit) -> bool:
    """A one-word title that stands within a name: a prince is سلطان, but so is many a man called."""
    first = tokens[hit.start]
    before = tokens[hit.start - 1].norm if hit.start else ""
    after = tokens[hit.stop] if hit.stop < len(tokens) else None
    if first.norm.removeprefix("ال") in words.folded("ranks") and first.norm.startswith("ال"):
        given = hit.start > 0 and names.kind(tokens[hit.start - 1]) in {"sure", "doubtful"}
        return given and (after is None or not names.kind(after))  # ماجد المهندس
    if not names.kind(first):
        return False
    if before in {"بن", "ابن", "ال"} or (hit.start and names.kind(tokens[hit.start - 1]) == "sure"):
        return True
    return after is not None and (after.norm in words.folded("name_particles") or names.kind(after) == "sure")


def owner(line: Row, at: int) -> Phrase | None:
    """The owner that begins at ``at`` (idafa): الخارجية, مجلس النواب, حركة النهضة; None if none does."""
    if line.hit(at, "demonym") and not line.definite(at):
        return None  # قراصنة روس
    phrase = Phrase(at)
    while phrase.stop - at < _LONGEST and not phrase.closed:
        step = _owner_step(line, phrase)
        if step is None:
            break
        phrase = step
    if phrase.stop == at or not phrase.closed:
        return None
    return phrase


def _owner_step(line: Row, phrase: Phrase) -> Phrase | None:
    at = phrase.stop
    named = patron(line, at)
    if named:
        return replace(phrase, stop=named, closed=True, known=True)
    hit = line.hit(at, "country", "organisation", "group", "agent", "title")
    if hit is not None:
        return _take_hit(line, phrase, hit)
    return None if line.norm(at) in words.folded("weekdays") else _common_step(line, phrase)


def _common_step(line: Row, phrase: Phrase) -> Phrase | None:
    """One more ordinary word of an owner."""
    at = phrase.stop
    norm = line.norm(at)
    if norm in words.folded("places"):
        return replace(phrase, stop=at + 1, closed=True)
    heads = words.sectors("body_heads")
    if norm in heads and not line.definite(at):
        sectors = phrase.sectors or heads[norm]
        return replace(phrase, stop=at + 1, sectors=sectors, known=True)
    if not line.nominal(at) or line.hit(at, "person") or names.kind(line.tokens[at]) == "sure":
        return None
    if line.suffixed(at):
        return replace(phrase, stop=at + 2, closed=True)
    if line.tag(at) == "PROPN" and not phrase.known:
        return None
    return replace(phrase, stop=at + 1, closed=line.definite(at) or line.tag(at) == "PROPN")


def patron(line: Row, at: int) -> int:
    """Where the name of a patron ends, after what is named after him (جامعة الأمير سطام), else 0."""
    if line.norm(at - 1) not in words.folded("named_after"):
        return 0
    ranked = line.norm(at).removeprefix("ال") in words.folded("ranks")
    start = at + 1 if ranked else at
    if not names.begins(line.tokens, start, line.taken, ranked):
        return 0
    return names.end(line.tokens, start, line.taken, ranked)


def _take_hit(line: Row, phrase: Phrase, hit: Hit) -> Phrase:
    common = hit.kind in {"agent", "title"}
    proper = hit.kind in {"organisation", "group"}
    team = line.norm(hit.start).removeprefix("ال") in words.folded("doubtful_ranks")
    return replace(
        phrase,
        stop=hit.stop,
        country=phrase.country or hit.country,
        sectors=phrase.sectors or (() if team else hit.sectors),
        ids=phrase.ids or (hit.ids if proper else ()),
        closed=not common or line.definite(hit.stop - 1),
        known=True,
    )


def modifiers(line: Row, phrase: Phrase) -> Phrase:
    """The phrase with the adjectives and demonyms that follow it."""
    begin = phrase.stop
    while phrase.stop - begin < _LONGEST:
        at = phrase.stop
        demonym = line.hit(at, "demonym")
        if demonym is not None and _disagree(line, at):
            break
        if demonym is not None and line.tag(at) != "VERB":
            phrase = replace(
                phrase, stop=demonym.stop, country=demonym.country or phrase.country, closed=True
            )
        elif line.norm(at) in words.folded("former"):
            phrase = replace(phrase, stop=at + 1, former=True)
        elif _modifies(line, at, phrase.closed):
            phrase = replace(phrase, stop=at + 1)
        else:
            break
    return phrase


def _disagree(line: Row, at: int) -> bool:
    """Whether the demonym cannot go on who is before it: الحوثيون السعودية، الجيش الإسرائيلي الفلسطينيين."""
    before = line.norm(at - 1)
    if line.tag(at - 1) == "ADJ" and lexicon.many_on_one(before, line.norm(at)):
        return True
    return line.norm(at).endswith("ية") and before.endswith(_PEOPLE) and len(before) > _WORD


def _modifies(line: Row, at: int, closed: bool) -> bool:
    if line.norm(at - 1) in _COMPLETE:
        return False  # قرارات خادم الحرمين الشريفين التاريخية
    if line.suffixed(at) or (closed and not line.norm(at).startswith("ال")):
        return False
    if line.norm(at) in words.folded("modifiers") and line.tag(at) != "VERB":
        hit = line.hits.get(at)
        return hit is None or hit.stop == at + 1
    return line.tag(at) == "ADJ" and at not in line.taken and names.kind(line.tokens[at]) == ""


def joined(line: Row, phrase: Phrase) -> Phrase:
    """The phrase with one or two more owners after و: الثقافة والإعلام."""
    for _ in range(2):
        at = phrase.stop
        if line.tag(at) != "CCONJ" or line.norm(at) != "و" or not line.definite(at - 1):
            break
        after = at + 1
        if line.tag(after) != "NOUN" or not line.norm(after).startswith("ال") or after in line.taken:
            break
        if line.hit(after, "person", "demonym") or line.suffixed(after):
            break
        phrase = modifiers(line, replace(phrase, stop=after + 1))
    return phrase

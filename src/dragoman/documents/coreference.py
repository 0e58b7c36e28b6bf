"""Mentions of one somebody get one number: names, titles, pronouns and "his country" in reading order.

A chain is closed knowledge of the report alone; who it is in the world is resolved in ``actors``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.documents import grammar as grammars
from dragoman.documents.grammar import load
from dragoman.documents.pronouns import reference
from dragoman.text import fold
from dragoman.types import Mention, Sentence

_NEAR = 1  # sentences over which "it" and "they" may reach
_BACK = 4  # sentences over which a pronoun or a bare title may reach


@dataclass(slots=True, kw_only=True)
class Chain:
    """What is known of one somebody while the report is read."""

    number: int
    kind: str
    names: set[str] = field(default_factory=set)
    last: str = ""
    words: frozenset[str] = frozenset()
    country: str | None = None
    sectors: tuple[str, ...] = ()
    titles: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False
    seen: int = -1
    order: int = -1
    subject: bool = False


def link(
    text: str, language: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The mentions with ``entity`` set, and what a chain knows (names, country) given to those that lack it.

    Args:
        text: the report's text.
        language: ISO 639-1.
        sentences: in order.
        mentions: in order of position, ``entity`` unset.

    Returns:
        As many mentions in the same order. One that points to nobody known gets a chain of its own.
    """
    linker = _Linker(text, language)
    verb_first = load(language).verb_first
    where = 0
    linked: list[Mention] = []
    for mention in mentions:
        while where + 1 < len(sentences) and sentences[where].span.stop <= mention.span.start:
            where += 1
        linked.append(linker.add(mention, where, _leads(sentences[where], mention, linked, verb_first)))
    return tuple(linked)


def _leads(sentence: Sentence, mention: Mention, before: Sequence[Mention], verb_first: bool) -> bool:
    """Whether the mention is a subject: beside a verb, or the first name of its sentence."""
    if _beside_verb(sentence, mention, verb_first):
        return True
    earlier = [other for other in before[-4:] if other.span.start >= sentence.span.start]
    return mention.kind != "pronoun" and all(other.kind == "pronoun" for other in earlier)


def _beside_verb(sentence: Sentence, mention: Mention, verb_first: bool) -> bool:
    """Whether a verb follows at once, or stands right before a name as where the verb comes first."""
    for at, token in enumerate(sentence.tokens):
        if token.span.start >= mention.span.stop:
            return token.tag in ("VERB", "AUX") and token.form not in ("ger", "part")
        if verb_first and at and token.span.start == mention.span.start and mention.kind != "pronoun":
            earlier = sentence.tokens[at - 1]
            if earlier.tag == "VERB" and earlier.form == "past":
                return True
    return False


class _Linker:
    """The chains of one report, built from left to right."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.chains: list[Chain] = []
        self.read = 0

    def add(self, mention: Mention, where: int, leads: bool) -> Mention:
        """Number one mention and remember what it tells."""
        self.read += 1
        if mention.kind == "pronoun":
            return self._pronoun(mention, where, leads)
        chain = self._find(mention, where) or self._new(mention.kind)
        self._learn(chain, mention, where, leads)
        return self._told(mention, chain)

    def _told(self, mention: Mention, chain: Chain) -> Mention:
        return replace(
            mention,
            entity=chain.number,
            country=mention.country or chain.country,
            sectors=mention.sectors or chain.sectors,
        )

    def _new(self, kind: str) -> Chain:
        chain = Chain(number=len(self.chains), kind=kind)
        self.chains.append(chain)
        return chain

    def _learn(self, chain: Chain, mention: Mention, where: int, leads: bool) -> None:
        head = fold(mention.head.text(self.text))
        if mention.kind == "person" and mention.head != mention.title and not _only_title(mention):
            words = frozenset(head.split())
            chain.last = head.split()[-1] if not chain.last or len(words) > len(chain.words) else chain.last
            chain.words = chain.words | words
        if mention.title:
            chain.titles.add(fold(mention.title.text(self.text)))
        chain.names.update(mention.names)
        chain.country = chain.country or mention.country
        chain.sectors = chain.sectors or mention.sectors
        chain.plural = chain.plural or mention.plural
        chain.seen, chain.order, chain.subject = where, self.read, leads

    def _find(self, mention: Mention, where: int) -> Chain | None:
        if mention.kind == "person":
            return self._person(mention, where)
        if mention.names:
            return self._by_names(mention)
        head = fold(mention.span.text(self.text))
        same = (chain for chain in self.chains if chain.kind == mention.kind and head in chain.titles)
        found = next(same, None)
        if found is None:
            found = self._new(mention.kind)
            found.titles.add(head)
        return found

    def _by_names(self, mention: Mention) -> Chain | None:
        """Known bodies and states by id; generic agents also by country: two armies are not one."""
        for chain in self.chains:
            if chain.kind != mention.kind or not chain.names.intersection(mention.names[:1]):
                continue
            if mention.kind != "agent" or chain.country == mention.country:
                return chain
        return None

    def _person(self, mention: Mention, where: int) -> Chain | None:
        people = [chain for chain in self.chains if chain.kind == "person"]
        if not _only_title(mention):
            return self._named(mention, people)
        recent = [chain for chain in people if where - chain.seen <= 3 * _BACK and not chain.plural]
        recent = [
            chain
            for chain in reversed(sorted(recent, key=lambda chain: (chain.seen, chain.subject, chain.order)))
        ]
        if mention.plural:
            return None
        fits = [chain for chain in recent if self._title_fits(mention, chain)]
        return fits[0] if fits else None

    def _named(self, mention: Mention, people: Sequence[Chain]) -> Chain | None:
        for chain in reversed(people):
            if mention.names and chain.names.intersection(mention.names):
                return chain
        words = fold(mention.head.text(self.text)).split()
        for chain in reversed(people):
            if not chain.words or not chain.last or (mention.names and chain.names):
                continue
            if len(words) == 1 and (words[0] == chain.last or _bare(words[0]) == _bare(chain.last)):
                return chain
            same = words[-1] == chain.last or (
                len(chain.words) == 1 and _bare(words[-1]) == _bare(chain.last)
            )
            if same and (words[0] in chain.words or len(chain.words) == 1):
                return chain
        called = [chain for chain in people if len(words) == 1 and words[0] in chain.words]
        return called[0] if len(called) == 1 and not mention.names else None

    def _one_office(self, title: str, known: str) -> bool:
        """Whether one title is the other, longer or shorter; where the head leads, heads must be equal."""
        if not (title in known or known in title):
            return False
        if not title or not grammars.load(self.language).head_first:
            return True
        return _bare_head(title) == _bare_head(known)

    def _title_fits(self, mention: Mention, chain: Chain) -> bool:
        """Whether "the Iraqi official" or "the vice president" can be this person."""
        if mention.country and chain.country and mention.country != chain.country:
            return False
        title = fold(mention.title.text(self.text)) if mention.title else ""
        told = reference(self.language).generic
        words = [word for word in title.split() if word]
        if any(self._one_office(title, known) for known in chain.titles if known):
            return True
        generic = any(word in told for word in words)
        return generic and bool(mention.country and mention.country == chain.country)

    def _pronoun(self, mention: Mention, where: int, leads: bool) -> Mention:
        words = fold(mention.span.text(self.text)).split()
        refers = reference(self.language)
        role = refers.role(words)
        if role == "country":
            owner = self._recent(refers.owner(words), where)
            chain = self._country_of(owner)
        else:
            chain = self._recent(role, where)
        if chain is None:
            chain = self._new("pronoun")
        chain.gender = chain.gender or (role if role in ("male", "female") else "")
        chain.subject = leads or (chain.subject and chain.seen == where)
        chain.seen, chain.order = where, self.read
        return replace(
            mention,
            entity=chain.number,
            names=tuple(sorted(chain.names)) if chain.kind != "pronoun" else (),
            country=chain.country,
            sectors=chain.sectors,
        )

    def _country_of(self, owner: Chain | None) -> Chain | None:
        if owner is None or owner.country is None:
            return None
        for chain in self.chains:
            if chain.kind == "country" and owner.country in chain.names:
                return chain
        made = self._new("country")
        made.names.add(owner.country)
        made.country = owner.country
        made.sectors = ("GOV",)
        return made

    def _recent(self, role: str, where: int) -> Chain | None:
        """The chain a pronoun of ``role`` points to: the last subject; "it" and "they" reach less far."""
        reach = _BACK if role in ("male", "female") else _NEAR
        fits = [chain for chain in self.chains if 0 <= where - chain.seen <= reach and _agrees(chain, role)]
        if role not in ("male", "female"):
            fits = [chain for chain in fits if chain.subject]
        if not fits:
            return None
        return max(fits, key=lambda chain: (chain.seen - (not chain.subject), chain.subject, chain.order))


def _only_title(mention: Mention) -> bool:
    """Whether the mention is a title without a name: its head lies in its title."""
    return mention.title is not None and mention.title.holds(mention.head)


def _bare_head(title: str) -> str:
    """The first word of a title without the article: نائب is no رئيس."""
    return title.split(maxsplit=1)[0].removeprefix("ال")


def _bare(word: str) -> str:
    """A surname without its article: al-Maliki and Maliki are one, المالكي too."""
    for prefix in ("al-", "el-", "al ", "as-", "an-", "ar-", "ash-"):
        if word.startswith(prefix):
            return word[len(prefix) :]
    return word


def _agrees(chain: Chain, role: str) -> bool:
    if role in ("male", "female"):
        return chain.kind == "person" and not chain.plural and chain.gender in ("", role)
    if role == "neuter":
        return chain.kind in ("country", "organisation", "group")
    if role == "plural":
        return chain.plural or chain.kind in ("group",)
    return False

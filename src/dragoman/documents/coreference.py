"""Mentions of one somebody get one number: names, titles, pronouns and "his country" in reading order.

A chain is closed knowledge of the report alone; who it is in the world is resolved in ``actors``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.documents import grammar as grammars
from dragoman.documents import speech, suffixes
from dragoman.documents.anaphora import agent_again, bare, body_again, only_title, same_agent, suffix
from dragoman.documents.antecedents import (
    BACK,
    Chain,
    Sight,
    antecedent,
    heralded,
    leads,
    others_between,
    partisan,
    sighted,
    untold_subject,
)
from dragoman.documents.gerunds import other_party, turned_on
from dragoman.documents.naming import bearer, indefinite, one_office, other_rank, possessed, settled, unlike
from dragoman.documents.pronouns import reference
from dragoman.text import fold
from dragoman.types import Gender, Mention, Sentence, Span

FORMER = "ELI"  # PLOVER's sector of those who held an office
_GENDERS: dict[str, Gender] = {"male": "male", "female": "female"}


def link(
    text: str,
    language: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    quotations: Sequence[Span] = (),
) -> tuple[Mention, ...]:
    """The mentions with ``entity`` set, and what a chain knows (names, country) given to those that lack it.

    Args:
        text: the report's text.
        language: ISO 639-1.
        sentences: in order.
        mentions: in order of position, ``entity`` unset.
        quotations: what stands in quotation marks, in order.

    Returns:
        As many mentions in the same order. One that points to nobody known gets a chain of its own.
    """
    linker = _Linker(text, language)
    verb_first = grammars.load(language).verb_first
    speakers = speech.speakers(sentences, mentions, quotations, grammars.load(language))
    where = 0
    linked: list[Mention] = []
    for mention in mentions:
        while where + 1 < len(sentences) and sentences[where].span.stop <= mention.span.start:
            where += 1
        subject = leads(sentences[where], mention, linked, verb_first)
        linker.enter(sentences[where], where, speech.said_by(speakers, mention))
        linked.append(linker.add(mention, subject))
    named = heralded(linker.chains, reference(language).generic)
    return tuple(replace(one, entity=named.get(one.entity, one.entity)) for one in linked)


class _Linker:
    """The chains of one report, built from left to right."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.chains: list[Chain] = []
        self.read = 0
        self.where = 0
        self.sentence: Sentence | None = None
        self.before: Sentence | None = None
        self.owner: Mention | None = None
        self.last: Mention | None = None
        self.owned = False
        self.speech: speech.Speech | None = None

    def enter(self, sentence: Sentence, where: int, said: speech.Speech | None) -> None:
        """Go on in this sentence, the number ``where``, in the quotation ``said`` if in one."""
        if sentence is not self.sentence:
            self.before = self.sentence
        self.sentence, self.where, self.speech = sentence, where, said

    @property
    def quoted(self) -> bool:  # whether what is read stands in a quotation
        return self.speech is not None

    def add(self, mention: Mention, leads: bool) -> Mention:
        """Number one mention and remember what it tells."""
        self.read += 1
        if mention.kind == "pronoun":
            self.owner = self._pronoun(mention, leads)
            return self.owner
        self.last = mention
        mention = self._owned(mention)
        owned = possessed(mention, self.owner, self.text)
        self.owned, mention = owned is not mention, owned
        again = body_again(self.chains, mention, self.text) or agent_again(self.chains, mention, self.text)
        chain = again or self._find(mention) or self._new(mention.kind)
        unsure = mention.plural or indefinite(mention, self.text, self.sentence, self.language)
        if chain.heard.where < 0 and self.where == 0 and not unsure:
            chain.opening = True
        self._learn(chain, mention, leads)
        return self._told(mention, chain)

    def _owned(self, mention: Mention) -> Mention:
        """The mention with the country of whom the pronoun on it means: its citizens."""
        role = reference(self.language).owner((suffix(self.sentence, mention),))
        owner = self._meant(role) if role and mention.country is None else None
        return replace(mention, country=owner.country) if owner else mention

    def _told(self, mention: Mention, chain: Chain) -> Mention:
        return replace(
            mention,
            entity=chain.number,
            country=mention.country or chain.country,
            sectors=mention.sectors or chain.sectors,
            gender=mention.gender or chain.gender,
        )

    def _new(self, kind: str) -> Chain:
        chain = Chain(number=len(self.chains), kind=kind)
        self.chains.append(chain)
        return chain

    def _learn(self, chain: Chain, mention: Mention, leads: bool) -> None:
        head = fold(mention.head.text(self.text))
        if mention.kind == "person" and mention.head != mention.title and not only_title(mention):
            words = frozenset(head.split())
            chain.last = head.split()[-1] if not chain.last or len(words) > len(chain.words) else chain.last
            chain.words = chain.words | words
        if mention.title:
            chain.titles.add(self._office(mention))
            chain.owners.update(self._owner(mention))
        elif mention.kind in ("organisation", "group", "agent"):
            chain.titles.add(fold(mention.span.text(self.text)))
        chain.names.update(mention.names)
        if not (chain.names and only_title(mention)):  # a name may be somebody of another country
            chain.country = chain.country or mention.country
        chain.sectors = chain.sectors or mention.sectors
        chain.plural = chain.plural or mention.plural
        chain.gender = chain.gender or mention.gender
        chain.see(self._sight(mention, subject=leads), quoted=self.quoted)

    def _sight(self, mention: Mention, *, subject: bool) -> Sight:
        tokens, grammar = self.sentence.tokens if self.sentence else (), grammars.load(self.language)
        return sighted(tokens, mention, grammar, Sight(where=self.where, order=self.read, subject=subject))

    def _owner(self, mention: Mention) -> frozenset[str]:
        """Whose office it is, as written before the title: Apple, in "an Apple spokesman"."""
        before = self.text[mention.span.start : mention.head.start] if only_title(mention) else ""
        return frozenset(word for word in fold(before).split() if word[:1].isalpha())

    def _find(self, mention: Mention) -> Chain | None:
        if mention.kind == "person":
            return self._person(mention)
        if mention.names:
            return self._by_names(mention)
        head = fold(mention.span.text(self.text))
        same = (chain for chain in self.chains if chain.kind == mention.kind and head in chain.titles)
        found = next(same, None) or self._new(mention.kind)
        found.titles.add(head)
        return found

    def _by_names(self, mention: Mention) -> Chain | None:
        """Known bodies and states by id; generic agents also by country: two armies are not one."""
        for chain in self.chains:
            if chain.kind != mention.kind or not chain.names.intersection(mention.names[:1]):
                continue
            alike = chain.plural == mention.plural  # Americans are not America
            if same_agent(chain, mention, self.text, self.language) if mention.kind == "agent" else alike:
                return chain
        return None

    def _person(self, mention: Mention) -> Chain | None:
        people = [chain for chain in self.chains if chain.kind == "person"]
        if not only_title(mention):
            return self._named(mention, people)
        if mention.plural or indefinite(mention, self.text, self.sentence, self.language):
            return None
        if self._office(mention) in reference(self.language).partisans:
            return partisan(people, self.where, reference(self.language).highest)
        recent = [one for one in people if self.where - one.heard.where <= 3 * BACK and not one.plural]
        recent.sort(key=lambda chain: (chain.heard.where, chain.heard.subject, chain.heard.order))
        fitting = [chain for chain in reversed(recent) if self._title_fits(mention, chain)]
        anybody = self._office(mention) in reference(self.language).generic and mention.country is not None
        names = [chain for chain in fitting if chain.words]
        if anybody and len(names) > 1 and not grammars.load(self.language).verb_first:
            return None  # any of two Iraqis may be the Iraqi official
        return next(iter(fitting), None)

    def _office(self, mention: Mention) -> str:
        """The title as it is compared, written in full: VP is vice president."""
        title = fold(mention.title.text(self.text)) if mention.title else ""
        return reference(self.language).short.get(title, title)

    def _named(self, mention: Mention, people: Sequence[Chain]) -> Chain | None:
        listed = [chain for chain in people if mention.names and chain.names.intersection(mention.names)]
        words = fold(mention.head.text(self.text)).split()
        if listed and len(words) > 1:
            return listed[-1]
        others = [chain for chain in people if unlike(mention, words, chain)]
        if len(words) == 1:
            return bearer(mention, words[0], listed, others)
        for chain in reversed(others):
            if not chain.words or not chain.last or settled(mention, chain):
                continue
            same = words[-1] == chain.last or (len(chain.words) == 1 and bare(words[-1]) == bare(chain.last))
            if same and (words[0] in chain.words or len(chain.words) == 1):
                return chain
        return None

    def _title_fits(self, mention: Mention, chain: Chain) -> bool:
        """Whether "the Iraqi official" or "the vice president" can be this person."""
        if mention.country and (chain.country or self.owned) and mention.country != chain.country:
            return False
        if (FORMER in mention.sectors) != (FORMER in chain.sectors) and mention.sectors:
            return False
        if {mention.gender, chain.gender} == {"male", "female"}:
            return False
        owner = self._owner(mention)
        if owner and chain.owners and owner.isdisjoint(chain.owners):
            return False
        title = self._office(mention)
        refers = reference(self.language)
        if any(one_office(title, known, self.language) for known in chain.titles if known):
            return True
        exact = len(title.split()) > 1 and not grammars.load(self.language).head_first  # finance minister
        other = any(refers.differ(title, one) for one in chain.titles)
        if (
            exact
            or other
            or other_rank(title, chain, self.language)
            or refers.generic.isdisjoint(title.split())
        ):
            return False
        return bool(mention.country and mention.country == chain.country)

    def _pronoun(self, mention: Mention, leads: bool) -> Mention:
        words = fold(mention.span.text(self.text)).split()
        refers = reference(self.language)
        role = refers.role(words)
        if role == "country":
            chain = suffixes.country_of(self.chains, self._meant(refers.owner(words)), self._new)
        elif not role and (whose := suffixes.owner_role(self.text, self.language, mention)):
            itself = suffixes.of_itself(self.chains, whose, self.where)
            return suffixes.owned(mention, itself or self._meant(whose), self._new)
        else:
            told = suffixes.on_conjunction(self.sentence, mention)
            chain = suffixes.of_itself(self.chains, role, self.where) if told else None
            chain = chain or self._meant(role)
            if role in ("neuter", "plural") and turned_on(self.sentence, mention, self.language):
                other = other_party(self.chains, self.where, role, quoted=self.quoted)
                chain = other if other or role == "neuter" else chain
            people = {"plural": frozenset[str](), "male": refers.people, "female": refers.people}.get(role)
            if chain is not None and people is not None and not grammars.load(self.language).verb_first:
                start = chain.sight(quoted=self.quoted).stop
                near = [one for one in (self.before, self.sentence) if one is not None]
                grammar = grammars.load(self.language)
                chain = None if others_between(near, start, mention, people, grammar) else chain
            if chain is not None and role == "neuter" and chain.sight(quoted=self.quoted).where < self.where:
                chain = None if untold_subject(self.sentence, mention, self.last, refers.bodies) else chain
        if chain is None:
            chain = self._new("pronoun")
        chain.gender = chain.gender or _GENDERS.get(role, "")
        before = chain.sight(quoted=self.quoted)
        subject = leads or (before.subject and before.where == self.where)
        chain.see(self._sight(mention, subject=subject), quoted=self.quoted)
        return replace(
            mention,
            entity=chain.number,
            names=tuple(sorted(chain.names)) if chain.kind != "pronoun" else (),
            country=chain.country,
            sectors=chain.sectors,
            gender=chain.gender,
        )

    def _meant(self, role: str) -> Chain | None:
        """Whom a pronoun of this role means here."""
        speaker = self._speaker(role) if self.speech else None
        return antecedent(self.chains, role, self.where, quoted=self.quoted, speaker=speaker)

    def _speaker(self, role: str) -> Chain | None:
        """Who says the quotation, who may be named only behind it."""
        mention = self.speech.speaker if self.speech else None
        if mention is None:
            return None
        if mention.kind == "pronoun":
            return antecedent(self.chains, role, self.where, quoted=False)
        return self._person(mention) if mention.kind == "person" else self._by_names(mention)

"""What is known of one somebody while a report is read, and which of several a pronoun means."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from dragoman.types import Gender, Grammar, Mention, Sentence, Token

NEAR = 1  # sentences over which "it" and "they" may reach
BACK = 4  # sentences over which a pronoun or a bare title may reach
_MANY = frozenset({"COP", "MIL", "REB"})  # bodies of many, who are "they" too
_OWNED = 5  # words in which "Obama's own promise that" is told
_FORMER = "ELI"  # PLOVER's sector of those who held an office
_PERSONAL = ("male", "female")


@dataclass(slots=True, kw_only=True)
class Sight:
    """Where somebody was last mentioned: sentence, place in the order of mentions, and whether as subject.

    ``main`` unless a subordinator stands before, ``stop`` where its words end, ``owns`` if what belongs to it
    acts: *the mayor's* plan fails.
    """

    where: int = -1
    order: int = -1
    subject: bool = False
    main: bool = True
    stop: int = -1
    owns: bool = False

    def rank(self) -> tuple[int, bool, bool, int]:
        """The last sentence first, in it the main clause's subject, any subject, then the last mention.

        What is no subject counts a sentence less.
        """
        return self.where - (not self.subject), self.subject, self.main, self.order


@dataclass(slots=True, kw_only=True)
class Chain:
    """What is known of one somebody while the report is read.

    ``told`` is where the report last spoke of it, ``heard`` where anybody did, in quotations too; ``owners``
    are the bodies whose office it holds, as written; ``opening`` says that the first sentence names somebody
    definite so.
    """

    number: int
    kind: str
    names: set[str] = field(default_factory=set)
    last: str = ""
    words: frozenset[str] = frozenset()
    country: str | None = None
    sectors: tuple[str, ...] = ()
    titles: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    gender: Gender = ""
    plural: bool = False
    opening: bool = False
    seen: int = 0
    told: Sight = field(default_factory=Sight)
    heard: Sight = field(default_factory=Sight)

    def sight(self, *, quoted: bool) -> Sight:
        """Where it was last mentioned for those who read on inside, or outside, of a quotation."""
        return self.heard if quoted else self.told

    def see(self, sight: Sight, *, quoted: bool) -> None:
        """Remember a mention."""
        self.seen += 1
        self.heard = sight
        if not quoted:
            self.told = sight


def antecedent(
    chains: Sequence[Chain], role: str, where: int, *, quoted: bool, speaker: Chain | None = None
) -> Chain | None:
    """The chain a pronoun of ``role`` in sentence ``where`` points to; None where none does, or two may.

    The last subject is meant; "it" and "they" reach less far. ``speaker`` is who says the quotation that the
    pronoun stands in, who does not call himself "he".
    """
    reach = BACK if role in _PERSONAL else NEAR
    fits = [
        chain
        for chain in chains
        if chain is not speaker
        and (sight := chain.sight(quoted=quoted)).where >= 0
        and where - sight.where <= reach
        and _agrees(chain, role)
        and (role in _PERSONAL or sight.subject)
    ]
    if role == "female":
        fits = [chain for chain in fits if chain.gender] or fits
    if not fits:
        return None
    best = max(fits, key=lambda chain: chain.sight(quoted=quoted).rank())
    return None if role in _PERSONAL and _doubtful(best, fits, quoted=quoted) else best


def _doubtful(best: Chain, fits: Sequence[Chain], *, quoted: bool) -> bool:
    """Whether another of the same sentence may be meant as well: neither is its subject, or his deed is."""
    sight = best.sight(quoted=quoted)
    others = [
        seen
        for other in fits
        if other is not best and (seen := other.sight(quoted=quoted)).where == sight.where
    ]
    return any(not sight.subject or (seen.owns and seen.order > sight.order) for seen in others)


def _agrees(chain: Chain, role: str) -> bool:
    if role in _PERSONAL:
        return chain.kind == "person" and not chain.plural and chain.gender in ("", role)
    if role == "neuter":
        return chain.kind in ("country", "organisation", "group") and not chain.plural
    if role == "plural":
        many = chain.kind != "person" and bool(_MANY.intersection(chain.sectors))
        return chain.plural or chain.kind == "group" or many
    return False


def heralded(chains: Sequence[Chain], generic: AbstractSet[str]) -> dict[int, int]:
    """Chains that the opening calls by an office alone, with those to which a name is given later.

    Args:
        chains: of the whole report.
        generic: words of titles that may be anybody's: official.
    """
    found: dict[int, int] = {}
    for chain in chains:
        if not chain.opening or chain.words or chain.country is None:
            continue
        offices = {title for title in chain.titles if generic.isdisjoint(title.split())}
        named = [
            other.number
            for other in chains
            if other.words and other.country == chain.country and offices & other.titles
        ]
        if len(named) == 1:
            found[chain.number] = named[0]
    return found


def partisan(people: Sequence[Chain], where: int, highest: AbstractSet[str]) -> Chain | None:
    """Whom "the Iowa Republican" in sentence ``where`` means: the one subject just before; no leader."""
    acting = [
        chain
        for chain in people
        if chain.words and chain.told.subject and where - chain.told.where <= NEAR and not chain.plural
    ]
    fits = [chain for chain in acting if _FORMER in chain.sectors or highest.isdisjoint(chain.titles)]
    return fits[0] if len(fits) == 1 else None


def leads(sentence: Sentence, mention: Mention, before: Sequence[Mention], verb_first: bool) -> bool:
    """Whether the mention is a subject: beside a verb, or the first name of its sentence.

    Behind a pronoun that is one, it is not: he announced the killing of *X*. Nor is the first word of a
    thing's name: the *Iraqi* plan failed, it was too dear.
    """
    if _beside_verb(sentence, mention, verb_first):
        return True
    if not verb_first and _modifies(sentence, mention):
        return False
    earlier = [other for other in before[-4:] if other.span.start >= sentence.span.start]
    return mention.kind != "pronoun" and all(
        other.kind == "pronoun" and not _beside_verb(sentence, other, verb_first) for other in earlier
    )


def _modifies(sentence: Sentence, mention: Mention) -> bool:
    """Whether a state or body is named only to say which thing is meant: a noun follows at once."""
    if mention.kind not in ("country", "organisation", "group"):
        return False
    behind = (token for token in sentence.tokens if token.span.start >= mention.span.stop)
    following = next(behind, None)
    return following is not None and following.tag in ("NOUN", "ADJ")


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


def says_so(tokens: Sequence[Token], mention: Mention, grammar: Grammar) -> bool:
    """Whether what belongs to the mention is told in a clause of its own: Obama's *promise that* he …"""
    behind = [token for token in tokens if token.span.start >= mention.span.stop][:_OWNED]
    if not behind or behind[0].norm not in grammar.possessives:
        return False
    told = next((at for at, token in enumerate(behind) if token.norm in grammar.complementizers), 0)
    return told > 1 and all(token.tag in ("ADJ", "NOUN", "PART") for token in behind[:told])


def sighted(tokens: Sequence[Token], mention: Mention, grammar: Grammar, sight: Sight) -> Sight:
    """The sight of a mention with what stands around it; of no main clause behind an adjunct's opening."""
    before = [token for token in tokens if token.span.stop <= mention.span.start][-2:]
    while before and before[-1].tag == "DET":
        before.pop()
    own = says_so(tokens, mention, grammar)
    return replace(
        sight,
        subject=sight.subject or own,
        main=own or not before or before[-1].norm not in grammar.adjuncts,
        stop=mention.span.stop,
        owns=owns(tokens, mention, grammar),
    )


def untold_subject(
    sentence: Sentence | None, mention: Mention, last: Mention | None, bodies: AbstractSet[str]
) -> bool:
    """Whether a body that nobody knows is the subject before "it": *Acme* said it …, *the firm* said it …

    Args:
        sentence: of the pronoun.
        mention: the pronoun.
        last: what was mentioned before it; whoever is known there as a person is no "it".
        bodies: nouns of which "it" is said.
    """
    before = [token for token in sentence.tokens if token.span.stop <= mention.span.start] if sentence else []
    told = [token for token in before if token.tag != "ADV"]
    known = last is not None and (bool(last.names) or last.title is not None or last.head != last.span)
    return any(
        (token.tag == "PROPN" and not (known and last and last.span.holds(token.span)))
        or token.lemma in bodies
        for token, behind in pairwise(told)
        if behind.tag in ("VERB", "AUX") and behind.form in ("fin", "past")
    )


def owns(tokens: Sequence[Token], mention: Mention, grammar: Grammar) -> bool:
    """Whether what belongs to the mention is what acts: *Trump's* plan would hurt him."""
    behind = [token for token in tokens if token.span.start >= mention.span.stop][:_OWNED]
    if not behind or behind[0].norm not in grammar.possessives:
        return False
    nouns = list(takewhile(lambda token: token.tag in ("ADJ", "NOUN", "PROPN"), behind[1:]))
    follows = behind[len(nouns) + 1 : len(nouns) + 2]
    return (
        bool(nouns and follows) and follows[0].tag in ("VERB", "AUX") and follows[0].form in ("fin", "past")
    )


def _whose(sentence: Sentence, mention: Mention, teams: AbstractSet[str]) -> bool:
    """Whether a body called by somebody's name stands before: they blamed the *Obama* team and *him*."""
    before = (pair for pair in pairwise(sentence.tokens) if pair[1].span.stop <= mention.span.start)
    return any(
        owner.tag == "PROPN" and not owner.text.islower() and body.norm in teams for owner, body in before
    )


def others_between(
    sentences: Sequence[Sentence],
    start: int,
    mention: Mention,
    people: AbstractSet[str],
    grammar: Grammar,
) -> bool:
    """Whether others who are no mention stand nearer to a pronoun, which then may mean these.

    Args:
        sentences: the pronoun's and the one before.
        start: where whom it may mean was last named.
        mention: the pronoun.
        people: words for one of them, a man or the suspect; none, if the pronoun means several.
        grammar: of the language.
    """
    near = (
        token
        for sentence in sentences
        for token in sentence.tokens
        if token.tag == "NOUN" and start <= token.span.start and token.span.stop <= mention.span.start
    )
    nearer = people and sentences and start < sentences[-1].span.start
    if nearer and _whose(sentences[-1], mention, grammar.teams):
        return True
    if not people:
        ends = tuple(grammar.noun_plurals)
        return any(token.norm != token.lemma and token.norm.endswith(ends) for token in near)
    return any(token.norm in people for token in near)

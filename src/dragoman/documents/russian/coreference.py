"""Russian mentions of one person get one number: names, bare titles and pronouns, in reading order.

A pronoun means the one person of its gender who was named before it in its sentence or in the one before;
where there are two, nobody: a wrong link is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.documents.pronouns import reference
from dragoman.text import fold
from dragoman.types import Gender, Mention, Sentence, Token

_BACK = 1  # sentences in which a pronoun looks for its person,
_FAR = 4  # and a title
_FEMALE = ("ова", "ева", "ина", "ая", "овна", "евна", "ична")
_MALE = ("ов", "ев", "ин", "ский", "ович", "евич", "ий")
_LONGEST = 4  # letters of a name that tells no gender by its end


@dataclass(slots=True)
class _Person:
    number: int
    where: int
    names: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    country: str | None = None
    gender: Gender = ""


def link(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, and the pronouns that mean somebody, with ``entity`` set for persons; -1 for the others.

    Args:
        sentences: in order.
        mentions: in order of position, ``entity`` unset.
    """
    people: list[_Person] = []
    linked: list[Mention] = []
    for where, sentence in enumerate(sentences):
        inside = [one for one in mentions if sentence.span.holds(one.span)]
        rows = sorted(
            [*inside, *_pronouns(sentence, inside)], key=lambda one: (one.span.start, one.span.stop)
        )
        for mention in rows:
            if mention.kind == "pronoun":
                found = _meant(people, mention.gender, where)
                if found is not None:
                    linked.append(replace(mention, entity=found.number, names=tuple(sorted(found.names))))
            elif mention.kind == "person" and not mention.plural:
                linked.append(_person(people, mention, sentence, where))
            else:
                linked.append(mention)
    return tuple(linked)


def _pronouns(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
    refers = reference("ru")
    found = []
    for token in sentence.tokens:
        word = fold(token.text)
        gender: Gender = "male" if word in refers.male else "female" if word in refers.female else ""
        if gender and not any(one.span.overlaps(token.span) for one in mentions):
            found.append(
                Mention(span=token.span, head=token.span, kind="pronoun", entity=-1, score=0.8, gender=gender)
            )
    return found


def _meant(people: Sequence[_Person], gender: Gender, where: int) -> _Person | None:
    """The one person whom a pronoun may mean; a bare name that tells no gender may be either's."""
    near = [one for one in people if where - one.where <= _BACK and one.gender in (gender, "")]
    here = [one for one in near if one.gender == gender]
    found = here if len(here) == 1 and len(near) == 1 else near
    return found[0] if len(found) == 1 else None


def _person(people: list[_Person], mention: Mention, sentence: Sentence, where: int) -> Mention:
    """A name or a title with the number of its person."""
    tokens = [token for token in sentence.tokens if mention.span.holds(token.span)]
    titled = mention.title is not None and mention.title.holds(mention.head)
    title = _norms(tokens, mention, title=True)
    words = frozenset() if titled else _norms(tokens, mention, title=False)
    found = _titled(people, title, mention, where) if titled else _named(people, words, mention)
    if found is None:
        found = _Person(number=len(people), where=where)
        people.append(found)
    found.where = where
    found.names.update(mention.names)
    found.words |= words
    found.titles |= title
    found.country = found.country or mention.country
    found.gender = found.gender or mention.gender or ("" if titled else _gender(tokens, mention))
    return replace(mention, entity=found.number, gender=found.gender)


def _norms(tokens: Sequence[Token], mention: Mention, *, title: bool) -> frozenset[str]:
    """The look-up forms of the words of the title, or of the name."""
    part = mention.title if title else mention.head
    if part is None:
        return frozenset()
    return frozenset(token.norm for token in tokens if part.holds(token.span) and token.norm[:1].isalpha())


def _named(people: Sequence[_Person], words: frozenset[str], mention: Mention) -> _Person | None:
    """Who bears a listed name of this one's, or all of its words."""
    for one in reversed(people):
        if one.names and mention.names:
            if one.names.intersection(mention.names):
                return one
        elif words and one.words and (words <= one.words or one.words <= words):
            return one
    return None


def _titled(people: Sequence[_Person], title: frozenset[str], mention: Mention, where: int) -> _Person | None:
    """The one person named not long ago whose office the title may be, in full or by its first word."""
    fitting = [
        one
        for one in people
        if where - one.where <= _FAR
        and one.words
        and title
        and title <= one.titles
        and (mention.country is None or one.country is None or mention.country == one.country)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _gender(tokens: Sequence[Token], mention: Mention) -> Gender:
    """Whose name it is by the endings of its words in the nominative."""
    told: set[Gender] = set()
    for token in tokens:
        if mention.head.holds(token.span) and len(token.text) > _LONGEST:
            lemma = token.lemma
            if lemma.endswith(_FEMALE):
                told.add("female")
            elif lemma.endswith(_MALE):
                told.add("male")
    return told.pop() if len(told) == 1 else ""

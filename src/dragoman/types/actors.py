"""Who is known: actors with their names and offices, and what finds them in a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from dragoman.types.documents import Gender, Mention, Place, Sentence, Token

HitKind = Literal["country", "organisation", "group", "person", "agent", "title"]
ActorKind = Literal["country", "organisation", "group", "person", "agent"]
NameUse = Literal["name", "demonym", "metonym", "abbreviation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of an actor: the text as it is written in ``language``, and how it is used."""

    text: str
    language: str
    use: NameUse = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or standing of an actor between two days, either of which may be open."""

    title: str
    country: str | None
    sectors: tuple[str, ...]
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who acts: a state, a body, an armed group, a person, or a generic agent such as police."""

    id: str
    kind: ActorKind
    names: tuple[Name, ...]
    roles: tuple[Role, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the directory says of a name or a role word.

    ``ids`` are the actors that bear the name, best first (for a title or an agent the entry's own id);
    ``gender`` is male or female where a person's first name tells.
    """

    kind: HitKind
    use: NameUse
    ids: tuple[str, ...]
    country: str | None = None
    sectors: tuple[str, ...] = ()
    plural: bool = False
    gender: Gender = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A name or a role word of the directory found in a sentence: tokens ``start`` to ``stop``.

    What is ``known`` is made once for a name and not once for a hit: every sentence has some.
    """

    start: int
    stop: int
    known: Known

    @property
    def kind(self) -> HitKind:
        """What bears the name."""
        return self.known.kind

    @property
    def use(self) -> NameUse:
        """How the name is used."""
        return self.known.use

    @property
    def ids(self) -> tuple[str, ...]:
        """Who bears it, best first."""
        return self.known.ids

    @property
    def country(self) -> str | None:
        """The country that the name alone tells."""
        return self.known.country

    @property
    def sectors(self) -> tuple[str, ...]:
        """The sectors that the name alone tells."""
        return self.known.sectors

    @property
    def plural(self) -> bool:
        """Whether it is said of several."""
        return self.known.plural

    @property
    def gender(self) -> Gender:
        """That of a person, where the first name tells."""
        return self.known.gender


class Finder(Protocol):
    """What finds known names in a sentence: longest first, never overlapping, in order."""

    def find(self, tokens: Sequence[Token], language: str) -> list[Hit]:
        """Every name, title and agent among ``tokens``."""
        ...


class Locator(Protocol):
    """What finds places."""

    def locate(
        self, sentences: Sequence[Sentence], language: str, mentions: Sequence[Mention]
    ) -> tuple[Place, ...]:
        """The places named in the sentences; ``mentions`` tell which country the report is about."""
        ...

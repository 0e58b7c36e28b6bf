"""Offices without a name → whoever the report names that holds them: the Russian leader, after Putin."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.actors.chains import Chain
from dragoman.actors.roles import holds
from dragoman.actors.sounds import rules
from dragoman.documents.naming import one_office
from dragoman.documents.pronouns import reference
from dragoman.text import fold
from dragoman.types import Actor, Mention, Role


def named_holder(chain: Chain, people: Iterable[Actor]) -> tuple[Actor, str] | None:
    """The only one of those whom the report names who holds the office that a chain is called by, and why.

    Args:
        chain: of somebody; with a name, of no country, or of several people it is nobody of these.
        people: the listed persons of the report.
    """
    if chain.country is None or chain.named() or any(mention.plural for mention in chain.mentions):
        return None
    said = [mention for mention in chain.mentions if mention.title and not chain.past(mention)]
    found = {actor.id: actor for actor in people for mention in said if _holds(actor, chain, mention)}
    if len(found) != 1:
        return None
    (actor,) = found.values()
    return actor, f"named in the report, and called '{said[0].span.text(chain.text)}' there"


def _holds(actor: Actor, chain: Chain, mention: Mention) -> bool:
    title = fold(mention.title.text(chain.text)) if mention.title else ""
    return any(
        role.country == chain.country
        and (chain.on is None or holds(role, chain.on))
        and _is(title, role, chain.language)
        for role in actor.roles
    )


def _is(title: str, role: Role, language: str) -> bool:
    """Whether a role is meant by a title: just this office, or one of the highest by "leader"."""
    written = fold(role.title)
    if title in reference(language).leading:
        return written in rules().prominent
    return title in reference(language).highest and one_office(title, written, language)

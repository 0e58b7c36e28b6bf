"""Offices without a name → whoever the report names that holds them: the Russian leader, after Putin."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.actors.chains import Chain
from dragoman.actors.roles import FORMER, holds
from dragoman.actors.sounds import rules
from dragoman.documents.naming import one_office
from dragoman.documents.pronouns import reference
from dragoman.text import fold
from dragoman.types import Actor, Mention, Role

_DETERMINER = 8  # code points before an office in which its article stands


def named_holder(chain: Chain, people: Iterable[Actor]) -> tuple[Actor, str] | None:
    """The only one of those whom the report names who holds the office that a chain is called by, and why.

    Args:
        chain: of somebody; with a name, or of several people, it is nobody of these. Without a country it is
            the one who holds the office on a day that is known, if no words say whose office it is.
        people: the listed persons of the report.
    """
    if chain.named() or any(mention.plural for mention in chain.mentions):
        return None
    held = [mention for mention in chain.mentions if mention.sectors != (FORMER,)]
    said = [mention for mention in held if mention.title and not chain.past(mention)]
    if chain.country is None and (chain.on is None or not all(_of_all(chain, mention) for mention in said)):
        return None
    found = {actor.id: actor for actor in people for mention in said if _holds(actor, chain, mention)}
    if len(found) != 1:
        return None
    (actor,) = found.values()
    return actor, f"named in the report, and called '{said[0].span.text(chain.text)}' there"


def office(actor: Actor, chain: Chain) -> tuple[str, ...]:
    """The sectors of the actor's office by which the chain is called: White House chief of staff.

    () where it is called by none of them, or as somebody who held it or is to have it.
    """
    if chain.nominated or FORMER in chain.sectors:
        return ()
    titles = [
        fold(mention.title.text(chain.text))
        for mention in chain.mentions
        if mention.title and chain.filled(mention)
    ]
    offices = [(fold(role.title), role) for role in actor.roles if role.title and role.sectors]
    return next(
        (
            role.sectors
            for title in dict.fromkeys(titles)
            for written, role in offices
            if _within(title, written) and one_office(title, written, chain.language)
        ),
        (),
    )


def _of_all(chain: Chain, mention: Mention) -> bool:
    """Whether an office stands without whose it is, and as the only one: *the* president."""
    before = fold(chain.text[max(0, mention.span.start - _DETERMINER) : mention.span.start]).split()[-1:]
    return not chain.beside(mention) and not reference(chain.language).definite.isdisjoint(before)


def _within(one: str, other: str) -> bool:
    """Whether one holds the words of the other: a president is no presidential candidate."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def _holds(actor: Actor, chain: Chain, mention: Mention) -> bool:
    title = fold(mention.title.text(chain.text)) if mention.title else ""
    return any(
        chain.country in (None, role.country)
        and (chain.on is None or holds(role, chain.on))
        and _is(title, role, chain)
        for role in actor.roles
    )


def _is(title: str, role: Role, chain: Chain) -> bool:
    """Whether a role is meant by a title: just this office, or one of the highest of a state by "leader"."""
    written, refers = fold(role.title), reference(chain.language)
    if title in refers.leading:
        return chain.country is not None and written in rules().prominent
    same = title == written if chain.country is None else one_office(title, written, chain.language)
    return title in refers.highest and same

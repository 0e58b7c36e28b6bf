"""Whom a pronoun on a conjunction or a noun means, where verbs come first: قال الجيش إن*ه*، قوات*ه*."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.documents.antecedents import Chain
from dragoman.documents.pronouns import reference
from dragoman.text import fold
from dragoman.types import Mention, Sentence

_BODIES = frozenset({"organisation", "group", "country"})
New = Callable[[str], Chain]  # makes a chain of a kind
_SINGULAR = ("male", "neuter")


def of_itself(chains: Sequence[Chain], role: str, where: int) -> Chain | None:
    """The body that is the only subject of the sentence so far, no person being named in it."""
    here = [chain for chain in chains if chain.heard.where == where and chain.kind != "pronoun"]
    acting = [chain for chain in here if chain.heard.subject and not chain.plural]
    if role not in _SINGULAR or any(chain.kind == "person" for chain in here) or len(acting) != 1:
        return None
    return acting[0] if acting[0].kind in _BODIES else None


def on_conjunction(sentence: Sentence | None, mention: Mention) -> bool:
    """Whether the pronoun is written on "that": قال *إنه*."""
    tokens = sentence.tokens if sentence else ()
    return any(token.tag == "SCONJ" and token.span.stop == mention.span.start for token in tokens)


def owned(mention: Mention, owner: Chain | None, new: New) -> Mention:
    """Somebody's forces, with the country of whose they are; a group's are the group."""
    if owner is not None and owner.kind == "group":
        names = tuple(sorted(owner.names))
        return replace(
            mention, entity=owner.number, names=names, country=owner.country, sectors=owner.sectors
        )
    return replace(mention, entity=new("pronoun").number, country=owner.country if owner else None)


def country_of(chains: Sequence[Chain], owner: Chain | None, new: New) -> Chain | None:
    """The chain of the state that is the owner's: his country."""
    if owner is None or owner.country is None:
        return None
    for chain in chains:
        if chain.kind == "country" and owner.country in chain.names:
            return chain
    made = new("country")
    made.names.add(owner.country)
    made.country = owner.country
    made.sectors = ("GOV",)
    return made


def owner_role(text: str, language: str, mention: Mention) -> str:
    """The role of the pronoun at the end of a noun that is a mention whole: قواته; "" of other mentions."""
    if mention.head == mention.span or mention.head.start != mention.span.start:
        return ""
    return reference(language).owner([fold(text[mention.head.stop : mention.span.stop])])

"""Whose people common nouns mean where that stands beside them: Assad's regime, Iraqi officers and police."""

from __future__ import annotations

import re

from dragoman.actors.home import INSTITUTIONS
from dragoman.documents.anaphora import only_title
from dragoman.documents.annotator import SERVED
from dragoman.documents.grammar import load
from dragoman.documents.pronouns import reference
from dragoman.text import fold
from dragoman.types import Document, Mention

_BEHIND_NAME = re.compile(r"\s?['’]\s?s?\s(?:[\w-]+\s){0,2}")
_BEHIND_PRONOUN = re.compile(r"\s(?:[\w-]+\s){0,2}")
_AND = re.compile(r"\sand\s")
_PAIRING = re.compile(r"\b(?:between|both)\s(?:the\s)?(?:\w+\s)?$")
_PAIRED = 24  # code points before a row within which such a word stands
_OF_STATES = INSTITUTIONS | {"MIL"}
_STATE = re.compile(r"state\b", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"\sof\s(?:the\s)?")


def apart(language: str) -> bool:
    """Whether an owner stands in the language as a word of its own, with its mark: Assad's regime."""
    return language in SERVED and bool(load(language).possessives)


def owners(document: Document) -> dict[int, int]:
    """The numbers of mentions of no country, each with that of the person whose they are.

    Args:
        document: has owners here only where its language marks them.
    """
    if not apart(document.language):
        return {}
    found: dict[int, int] = {}
    for number, mention in enumerate(document.mentions):
        owned = mention.kind == "agent" or (only_title(mention) and not _elsewhere(document, mention))
        if mention.country is None and owned:
            at = owner(document, number)
            if at is not None:
                found[number] = at
    return found


def beside(document: Document) -> dict[int, int]:
    """The numbers of officials and bodies of no country, each with those that "and" joins them to.

    The demonym before the first goes with both: *Iraqi* officers and police.
    """
    if not apart(document.language):
        return {}
    text, mentions = document.report.text, document.mentions
    found: dict[int, int] = {}
    for number in range(1, len(mentions)):
        first, other = mentions[number - 1], mentions[number]
        between = text[first.span.stop : other.span.start]
        paired = _PAIRING.search(text[max(0, first.span.start - _PAIRED) : first.span.start])
        owned = other.kind == "agent" and _STATE.match(text, other.span.start)
        if _stately(first) and (_stately(other) or owned) and _AND.fullmatch(between) and not paired:
            if first.country is not None and other.country is None:
                found[number] = number - 1
    return found


def _stately(mention: Mention) -> bool:
    """Whether they are several officials, forces or bodies of some state, called by a common noun."""
    return mention.kind == "agent" and not _OF_STATES.isdisjoint(mention.sectors)


def _elsewhere(document: Document, mention: Mention) -> bool:
    """Whether it is just not of the owner's country: his counterpart."""
    words = fold(mention.span.text(document.report.text)).split()
    return not reference(document.language).counterparts.isdisjoint(words)


def owner(document: Document, number: int) -> int | None:
    """The number of the person or the pronoun whose the mention ``number`` is; None if nobody is told."""
    text, mentions = document.report.text, document.mentions
    mention = mentions[number]
    if number:
        before = mentions[number - 1]
        between = text[before.span.stop : mention.span.start]
        if before.kind == "person" and _BEHIND_NAME.fullmatch(between):
            return number - 1
        if _possessive(document, before) and _BEHIND_PRONOUN.fullmatch(between):
            return number - 1
    if number + 1 < len(mentions):
        behind = mentions[number + 1]
        if behind.kind == "person" and _BEFORE_NAME.fullmatch(text[mention.span.stop : behind.span.start]):
            return number + 1
    return None


def _possessive(document: Document, mention: Mention) -> bool:
    """Whether the mention is a pronoun that owns what follows: his, their."""
    owning = reference(document.language).owning
    return mention.kind == "pronoun" and fold(mention.span.text(document.report.text)) in owning

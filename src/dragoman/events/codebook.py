"""The codebook of a language: rules of ``data/codebook/<iso>/*.yml``, compiled for matching."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from dragoman.errors import ResourceError
from dragoman.resources import read_yaml, yaml_files
from dragoman.text import fold

GAP = "_"


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence that the rule must code, and words of the sides it must find."""

    text: str
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One sense of a family of triggers; docs/how-to/codebook.md explains the fields."""

    rule: str
    type: str
    examples: tuple[Example, ...]
    mode: str | None = None
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object",)
    noun_actor: tuple[str, ...] = ("possessive", "by", "adjective", "of")
    noun_recipient: tuple[str, ...] = ("with", "to", "against", "on")
    reciprocal: bool = False
    needs: tuple[str, ...] = ()
    scope: bool = False
    between: Literal["", "abroad", "armed", "judicial", "official"] = ""
    unless: tuple[str, ...] = ()
    score: float = 0.8
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One wording of a rule: alternatives for each word in order, ``_`` for a noun phrase."""

    rule: Rule
    words: tuple[frozenset[str], ...]
    noun: bool

    @property
    def weight(self) -> int:
        """How many words it demands: a longer trigger hides a shorter one."""
        return sum(GAP not in word for word in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """All rules of a language, and their triggers by each form of the first word."""

    language: str
    rules: tuple[Rule, ...]
    index: dict[str, tuple[Trigger, ...]]


@cache
def load(language: str) -> Codebook:
    """The codebook of ``language`` (ISO 639-1).

    Raises:
        ResourceError: a file is missing or broken; the message names it.
    """
    folder = files("dragoman") / "data" / "codebook" / language
    if not folder.is_dir():
        raise ResourceError(f"{folder}: no codebook for this language")
    rules = [_folded(rule) for path in yaml_files(folder) for rule in read_yaml(path, list[Rule])]
    index: dict[str, list[Trigger]] = {}
    for rule in rules:
        for trigger in _triggers(rule):
            for word in sorted(trigger.words[0]):
                index.setdefault(word, []).append(trigger)
    return Codebook(
        language=language,
        rules=tuple(rules),
        index={word: tuple(triggers) for word, triggers in index.items()},
    )


def _folded(rule: Rule) -> Rule:
    """The rule with its places and blocking words spelled as tokens are."""
    names = ("actor", "recipient", "noun_actor", "noun_recipient", "unless")
    return msgspec.structs.replace(rule, **{name: tuple(map(fold, getattr(rule, name))) for name in names})


def _triggers(rule: Rule) -> list[Trigger]:
    written = [(text, False) for text in rule.verb] + [(text, True) for text in rule.noun]
    wordings = [(wording, noun) for text, noun in written for wording in expand(text)]
    return [Trigger(rule=rule, words=_words(text, noun), noun=noun) for text, noun in wordings]


def expand(text: str) -> list[str]:
    """The wordings of a trigger: each alternative of a group in parentheses may have several words.

    >>> expand("(pull out of|quit) talks")
    ['pull out of talks', 'quit talks']
    """
    before, opened, rest = text.partition("(")
    if not opened:
        return [text]
    inside, _, after = rest.partition(")")
    return [wording for part in inside.split("|") for wording in expand(f"{before}{part}{after}")]


def _words(text: str, noun: bool) -> tuple[frozenset[str], ...]:
    words = tuple(frozenset(fold(part) for part in word.split("|")) for word in text.split())
    return tuple(word for at, word in enumerate(words) if at or GAP not in word) if noun else words

"""The closed-class words and word lists of Arabic, read once from ``data/languages/ar``."""

from __future__ import annotations

from functools import cache

import msgspec

from dragoman.resources import language_file, read_yaml
from dragoman.text import fold


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of words.yml as they are written there."""

    adpositions: list[str]
    coordinators: list[str]
    subordinators: list[str]
    relatives: list[str]
    pronouns: list[str]
    determiners: list[str]
    negations: list[str]
    particles: list[str]
    adverbs: list[str]
    numbers: list[str]
    auxiliaries: list[str]
    likelier: list[str]
    elatives: list[str]
    preferred_verbs: list[str]
    conjunction_clitics: list[str]
    preposition_clitics: list[str]
    noun_suffixes: list[str]
    verb_suffixes: list[str]
    whole: list[str]
    blessings: list[str]
    splits: dict[str, list[str]]
    whole_before: dict[str, list[str]]
    whole_unless_before_verb: list[str]
    nouns_in_lam: list[str]
    places: list[str]
    name_particles: list[str]
    name_endings: list[str]
    weekdays: list[str]
    ranks: list[str]
    men: list[str]
    never_alone: list[str]
    generic_titles: list[str]
    former: list[str]
    modifiers: list[str]
    role_nouns: list[str]
    role_plurals: dict[str, list[str]]
    side_nouns: list[str]
    side_plurals: list[str]
    body_heads: dict[str, list[str]]
    weak_agents: list[str]
    event_nouns: list[str]
    country_nouns: list[str]
    state_words: list[str]
    prepositions_of_titles: list[str]
    titles_with_place: list[str]
    pronoun_prepositions: list[str]
    speech_verbs: list[str]
    title_heads: list[str]
    not_titles: list[str]
    named_after: list[str]
    proper_bodies: list[str]
    doubtful_ranks: list[str]
    not_bodies_after_bi: list[str]
    before_places: list[str]
    plural_heads: list[str]
    group_words: list[str]
    office_adjectives: list[str]
    regnal: list[str]
    weak_heads: list[str]
    officers: list[str]
    not_owned: list[str]
    honorifics: list[str]
    royal: list[str]
    appointing: list[str]
    enacting: list[str]
    both_governments: list[str]
    men_in_ya: list[str]


_TAGS = (
    ("adpositions", "ADP"),
    ("coordinators", "CCONJ"),
    ("subordinators", "SCONJ"),
    ("relatives", "SCONJ"),
    ("pronouns", "PRON"),
    ("determiners", "DET"),
    ("negations", "PART"),
    ("particles", "PART"),
    ("adverbs", "ADV"),
    ("numbers", "NUM"),
    ("elatives", "ADJ"),
)


@cache
def load() -> Words:
    """The word lists of Arabic."""
    return read_yaml(language_file("ar", "words.yml"), Words)


@cache
def closed() -> dict[str, str]:
    """Folded closed-class word → part of speech."""
    lists = load()
    tags: dict[str, str] = {}
    for name, tag in _TAGS:
        for word in getattr(lists, name):
            tags.setdefault(fold(word), tag)
    return tags


@cache
def exact() -> frozenset[str]:
    """The closed-class words as they are written in the file."""
    return frozenset(word for name, _ in _TAGS for word in getattr(load(), name))


@cache
def loose(name: str) -> frozenset[str]:
    """The list ``name`` as it is written there and with bare alifs."""
    listed = getattr(load(), name)
    return frozenset(listed) | frozenset(word.translate(_BARE) for word in listed)


_BARE = str.maketrans(dict.fromkeys("أإآ", "ا"))


@cache
def names() -> dict[str, str]:
    """Parts of personal names as written → "sure", "doubtful" (an ordinary word too) or "part"."""
    kinds: dict[str, str] = {}
    for line in language_file("ar", "given_names.txt").read_text("utf-8").splitlines():
        name, _, mark = line.partition(" ")
        if name and name != "#":
            kinds[name] = {"": "sure", "?": "doubtful", "+": "part"}[mark.strip()]
    return {**{name.translate(_BARE): kind for name, kind in kinds.items()}, **kinds}


@cache
def sectors(name: str) -> dict[str, tuple[str, ...]]:
    """Folded word → sectors, of a list that is kept by sector ("-" means none)."""
    listed: dict[str, list[str]] = getattr(load(), name)
    return {
        fold(word): () if sector == "-" else (sector,) for sector, group in listed.items() for word in group
    }


@cache
def folded_names() -> dict[str, str]:
    """The parts of names, folded, with their kind."""
    return {fold(name): kind for name, kind in names().items()}


@cache
def folded(name: str) -> frozenset[str]:
    """The list ``name`` of words.yml, folded."""
    return frozenset(fold(word) for word in getattr(load(), name))

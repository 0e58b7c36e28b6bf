"""The closed-class words of English as sets, read once from ``data/languages/en/words.yml``."""

from __future__ import annotations

from functools import cache

import msgspec

from dragoman.resources import language_file, read_yaml


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of words.yml; every word is folded. ``irregular`` gives the verbs of past forms."""

    determiners: frozenset[str]
    possessives: frozenset[str]
    pronouns: frozenset[str]
    prepositions: frozenset[str]
    particles: frozenset[str]
    coordinators: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    be: frozenset[str]
    have: frozenset[str]
    do: frozenset[str]
    modals: frozenset[str]
    get: frozenset[str]
    negations: frozenset[str]
    bare_participles: frozenset[str]
    irregular: dict[str, str]
    other_verbs: frozenset[str]
    transitive_participles: frozenset[str]
    preterites: frozenset[str]
    conjunctive_prepositions: frozenset[str]
    weekdays: frozenset[str]
    times: frozenset[str]
    noun_adjectives: frozenset[str]
    demanding: frozenset[str]
    answering: frozenset[str]
    plural_nouns: frozenset[str]
    plural_modifiers: frozenset[str]
    ranks: frozenset[str]
    adverbs: frozenset[str]
    bounds: frozenset[str]
    loose_bounds: frozenset[str]
    counts: frozenset[str]
    few: frozenset[str]
    lengths: frozenset[str]
    topical: frozenset[str]
    title_modifiers: frozenset[str]
    lent_titles: frozenset[str]
    serving_titles: frozenset[str]
    sent_titles: frozenset[str]
    sent_agents: frozenset[str]
    lent_agents: frozenset[str]
    apart_agents: frozenset[str]
    name_particles: frozenset[str]
    inner_particles: frozenset[str]
    name_tails: frozenset[str]
    body_words: frozenset[str]
    body_joiners: frozenset[str]
    not_names: frozenset[str]
    honorifics: frozenset[str]
    abbreviations: frozenset[str]
    hyphen_tails: frozenset[str]
    monuments: frozenset[str]
    foreign_tails: frozenset[str]
    article_prefixes: frozenset[str]
    seats: frozenset[str]
    country_nouns: frozenset[str]
    capital_agents: frozenset[str]
    stances: frozenset[str]
    hailing: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    neuter: frozenset[str]
    plural: frozenset[str]
    first_singular: frozenset[str]
    first_plural: frozenset[str]


@cache
def load() -> Words:
    """The word lists of English."""
    return read_yaml(language_file("en", "words.yml"), Words)


@cache
def lexicon() -> dict[str, str]:
    """Word → its most frequent Penn Treebank tag, some 94,000 words.

    The list is Brill's (1992) lexicon as it ships in the textblob package; the file is found without
    importing the package.
    """
    from importlib.util import find_spec

    spec = find_spec("textblob")
    if spec is None or not spec.submodule_search_locations:
        from dragoman.errors import ResourceError

        raise ResourceError("the textblob package, which carries the English lexicon, is not installed")
    from pathlib import Path

    path = Path(spec.submodule_search_locations[0]) / "en" / "en-lexicon.txt"
    tags: dict[str, str] = {}
    for line in path.read_text("utf-8").splitlines():
        word, _, tag = line.partition(" ")
        if tag and not word.startswith(";;;"):
            tags[word] = tag
    return tags

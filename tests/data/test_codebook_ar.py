"""The Arabic codebook as data: it parses, it uses PLOVER's words, and its verbs are listed."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
import pytest

from dragoman import ontology
from dragoman.documents.arabic.forms import Verb
from dragoman.events.codebook import GAP, Rule, expand, load
from dragoman.text import fold

DATA = files("dragoman") / "data"
FILES = sorted((DATA / "codebook" / "ar").iterdir(), key=lambda path: path.name)
RULES = load("ar").rules
VERBS = msgspec.yaml.decode((DATA / "languages" / "ar" / "verbs.yml").read_bytes(), type=list[Verb])
PLACES = {"subject", "object", "of", "adjective", "possessive", "owner"}
PREPOSITIONS = {
    *(
        "مع",
        "الي",
        "من",
        "ل",
        "ب",
        "علي",
        "ضد",
        "عن",
        "في",
        "بين",
        "قبل",
        "تجاه",
        "نحو",
        "لدي",
        "امام",
        "ازاء",
    ),
    *("حيال", "حول", "بحق", "حق", "خلف", "جانب", "صوب", "باتجاه", "قرب", "قبالة", "وسط", "فوق", "بشان", "يد"),
}


def ids(rule: Rule) -> str:
    """The name under which pytest shows a rule."""
    return rule.rule


def test_has_every_type_and_mode_of_the_ontology() -> None:
    known = ontology.load().types
    used = {(rule.type, rule.mode) for rule in RULES}
    assert {kind for kind, _ in used} == set(known)
    missing = {(kind, mode) for kind, spec in known.items() for mode in spec.modes} - used
    assert missing == set()


def test_rule_names_are_unique() -> None:
    assert [name for name, count in Counter(rule.rule for rule in RULES).items() if count > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_says_its_reader_and_holds_one_type(path: Traversable) -> None:
    text = path.read_text(encoding="utf-8")
    kind = path.name.removesuffix(".yml").removesuffix("-weapons").upper()
    assert text.startswith("# Read by dragoman.events")
    assert {rule.type for rule in msgspec.yaml.decode(text, type=list[Rule])} == {kind}


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_rule_uses_known_types_modes_and_places(rule: Rule) -> None:
    spec = ontology.load().types[rule.type]
    assert rule.mode is None or rule.mode in spec.modes
    assert set(rule.contexts) <= set(ontology.load().contexts)
    assert 0.0 < rule.score <= 1.0
    assert rule.verb or rule.noun
    places = {*rule.actor, *rule.recipient}
    if rule.noun:
        places |= {*rule.noun_actor, *rule.noun_recipient}
    assert places <= PLACES | PREPOSITIONS
    assert set(rule.needs) <= {"actor", "recipient", "partner"}


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_rule_has_examples_whose_sides_stand_in_them(rule: Rule) -> None:
    assert rule.examples
    for example in rule.examples:
        sides = (*example.actor, *example.recipient)
        assert sides
        assert all(side in example.text or side.removeprefix("لل") in example.text for side in sides)


@pytest.mark.parametrize("rule", RULES, ids=ids)
def test_words_are_folded_where_they_are_compared_as_they_stand(rule: Rule) -> None:
    assert [word for word in rule.unless if word != fold(word)] == []


def test_no_two_rules_share_a_trigger_with_the_same_needs() -> None:
    seen: dict[tuple[str, bool], str] = {}
    clashes = []
    for rule in RULES:
        written = [(text, False) for text in rule.verb] + [(text, True) for text in rule.noun]
        for text, noun in dict.fromkeys(written):
            key = (" ".join(text.split()), noun)
            other = seen.setdefault(key, rule.rule)
            if other != rule.rule and not {other, rule.rule} <= VICTIM_ONLY:
                clashes.append((text, other, rule.rule))
    assert clashes == []


VICTIM_ONLY = {"death-noun", "killing-noun", "kill", "killed", "assassinated", "targeted-killing"}


def test_every_verb_of_a_trigger_is_listed() -> None:
    listed = {fold(verb.past) for verb in VERBS}
    heads = {
        (alternative, rule.rule)
        for rule in RULES
        for text in rule.verb
        for wording in expand(text)
        for alternative in wording.split()[0].split("|")
    }
    assert sorted(head for head in heads if fold(head[0]) not in listed) == []


def test_listed_verbs_are_past_and_present_of_one_word() -> None:
    for verb in VERBS:
        assert verb.present[0] == "ي", verb
        assert " " not in verb.past + verb.present
        assert GAP not in verb.past
    assert len(VERBS) > 900
    assert len({(verb.past, verb.present) for verb in VERBS}) == len(VERBS)

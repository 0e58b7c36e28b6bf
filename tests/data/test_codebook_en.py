"""The English codebook as data: it parses, uses PLOVER's words, and says each thing in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import product

import msgspec
import pytest

from dragoman import ontology
from dragoman.events.codebook import GAP, Rule, expand, load

FOLDER = files("dragoman") / "data" / "codebook" / "en"
FILES = sorted(FOLDER.iterdir(), key=lambda path: path.name)
RULES = load("en").rules
PLACES = {"subject", "object", "of", "adjective", "possessive", "owner"}
PREPOSITIONS = set(
    "with to against on of from by for between among over in into at toward towards upon about near along "
    "around outside inside behind under through across opposite alongside past as off involving".split()
)
SUFFIXES = ("-topics", "-weapons")


def name(rule: Rule) -> str:
    """The name under which pytest shows a rule."""
    return rule.rule


def wordings(rule: Rule) -> Iterator[tuple[str, bool]]:
    """Every wording of a rule with all alternatives written out, and whether a noun heads it."""
    for texts, noun in ((rule.verb, False), (rule.noun, True)):
        for text in texts:
            for part in expand(text):
                for words in product(*(word.split("|") for word in part.split())):
                    yield " ".join(words), noun


def test_codes_every_type_and_mode() -> None:
    used = {(rule.type, rule.mode) for rule in RULES}
    known = ontology.load().types
    assert {kind for kind, _ in used} == set(known)
    assert {(kind, mode) for kind, spec in known.items() for mode in spec.modes} <= used


def test_is_as_broad_as_the_wording_of_news() -> None:
    assert len(RULES) >= 450
    assert sum(1 for rule in RULES for _ in wordings(rule)) >= 2500
    assert min(Counter(rule.type for rule in RULES).values()) >= 15


def test_rule_names_are_unique() -> None:
    assert [rule for rule, count in Counter(rule.rule for rule in RULES).items() if count > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_says_its_reader_and_holds_one_type(path: Traversable) -> None:
    text = path.read_text(encoding="utf-8")
    kind = path.name.removesuffix(".yml")
    for suffix in SUFFIXES:
        kind = kind.removesuffix(suffix)
    assert text.startswith("# Read by dragoman.events")
    assert {rule.type for rule in msgspec.yaml.decode(text, type=list[Rule])} == {kind.upper()}


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_rule_uses_known_types_modes_and_places(rule: Rule) -> None:
    spec = ontology.load().types[rule.type]
    assert rule.mode is None or rule.mode in spec.modes
    assert set(rule.contexts) <= set(ontology.load().contexts)
    assert 0.0 < rule.score <= 1.0
    places = {*rule.actor, *rule.recipient, *rule.noun_actor, *rule.noun_recipient}
    assert places <= PLACES | PREPOSITIONS
    assert set(rule.needs) <= {"actor", "recipient", "content", "partner", "promise"}
    assert not {"content", "partner"} & set(rule.needs) or (rule.scope and rule.type == "AGREE")
    assert "promise" not in rule.needs or (rule.scope and rule.type in ("AGREE", "THREATEN"))


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_rule_has_examples_whose_sides_stand_in_them(rule: Rule) -> None:
    assert rule.examples
    for example in rule.examples:
        sides = (*example.actor, *example.recipient)
        assert sides
        assert all(side in example.text for side in sides)


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_triggers_are_lower_case_and_begin_with_a_word(rule: Rule) -> None:
    written = list(wordings(rule))
    assert written
    for text, noun in written:
        assert text == text.lower()
        assert GAP not in text.split()[0]
        assert not (noun and GAP in text.split())


def test_a_wording_means_one_type_and_mode() -> None:
    seen: dict[tuple[str, bool], Rule] = {}
    clashes = []
    for rule in RULES:
        for wording in wordings(rule):
            other = seen.setdefault(wording, rule)
            if (other.type, other.mode) != (rule.type, rule.mode):
                clashes.append((wording[0], other.rule, rule.rule))
    assert clashes == []

"""Past tense, participle, adjective or noun: killed, held, taken, shot."""

from __future__ import annotations

from functools import cache

from dragoman.documents.english import words
from dragoman.documents.english.rows import (
    NOUNS,
    SUBJECTS,
    Row,
    governed,
    modified,
    object_follows,
    verb_ahead,
)

_NAMING = frozenset({"DET", "PROPN"})  # behind "to", show that no infinitive follows
_CLAUSE = 7  # tokens behind a participle within which its agent stands


def past(row: Row, at: int, before: int) -> None:
    """Past tense, participle or adjective for a form such as killed, held, taken."""
    if row.tags[at] not in ("VERB", "ADJ"):
        return
    if row.tags[at] == "ADJ" and _acts(row, at):
        row.set(at, "VERB", "past")
    lists = words.load()
    while before >= 0 and (row.tags[before] == "ADV" or row.norms[before] in lists.negations):
        before -= 1
    previous = row.norm(before)
    if governed(row, before) and row.norms[at] in lists.bare_participles:
        row.set(at, "VERB", "inf")
    elif previous in lists.be or previous in lists.have or previous in lists.get:
        if row.tags[at] == "VERB" or row.norms[at].endswith("ed"):
            row.set(at, "VERB", "part")
    elif _describes(row, at, before):
        row.set(at, "ADJ")
    elif row.tags[at] == "VERB" and _shares_be(row, at):
        row.set(at, "VERB", "part")
    elif row.tags[at] == "VERB":
        row.forms[at] = "part" if _reduced(row, at, before) else "past"


def _shares_be(row: Row, at: int) -> bool:
    """Whether a second participle shares the first one's "be": was tried and *jailed* by a court."""
    if at < 3 or row.norms[at - 1] not in ("and", "or") or row.forms[at - 2] != "part":
        return False
    clause = row.norms[at + 1 : at + _CLAUSE]
    return row.norms[at - 3] in words.load().be and "by" in clause and not _is_preterite(row.norms[at])


def _describes(row: Row, at: int, before: int) -> bool:
    """Whether the form is an adjective: the *wounded* soldiers, hit *suspected* rebels, Iran-*backed*."""
    following = row.tag(at + 1)
    if row.tag(before) == "ADP" and row.norms[at].endswith("ed") and following == "NOUN":
        return before == at - 1  # in disputed waters
    if row.norm(at - 1) == "-" or (modified(row, before) and following in ("NOUN", "PROPN", "ADJ")):
        return True
    return before == at - 1 and row.tag(before) == "VERB" and following in ("NOUN", "ADJ")


def noun_or_past(row: Row, at: int, before: int) -> None:
    """A past tense that is more often a noun: soldiers shot protesters, he was shot."""
    lists = words.load()
    if row.norm(before) in lists.be | lists.have | lists.get:
        row.set(at, "VERB", "part")
    elif row.norm(at + 1) == "dead":
        row.set(at, "VERB", "past" if object_follows(row, at + 2) else "part")
    elif row.tag(before) in SUBJECTS and not modified(row, before) and object_follows(row, at + 1):
        row.set(at, "VERB", "past")
    elif row.tag(before) in NOUNS and row.norm(at + 1) == "and" and row.norm(at + 2).endswith("ed"):
        if object_follows(row, at + 3):  # police shot and killed him
            row.set(at, "VERB", "past")


def _acts(row: Row, at: int) -> bool:
    """Whether a word in -ed between a name and an article is a verb: police ringed the embassy."""
    if at == 0 or at + 1 >= len(row.tags) or not row.norms[at].endswith("ed"):
        return False
    return row.tags[at - 1] in NOUNS and row.tags[at + 1] in ("DET", "PRON", "PROPN")


def _reduced(row: Row, at: int, before: int) -> bool:
    """Whether the form is a participle that belongs to the noun before it: troops deployed in Syria."""
    norm = row.norms[at]
    if _is_preterite(norm):
        return False
    by = row.norm(at + 1) == "by" and row.norm(at + 2) != "name" and not _answers(row, at)
    if by or _is_participle(norm):
        return True
    if before < 0 or "that" in row.norms[at + 1 : at + 4] or row.norms[before] in words.load().times:
        return False
    return _follows_noun(row, at, before)


def _answers(row: Row, at: int) -> bool:
    """Whether "by" and a gerund tell how somebody answered or went on: *responded* by expelling two."""
    return row.norms[at] in words.load().answering and row.norm(at + 2).endswith("ing")


def _follows_noun(row: Row, at: int, before: int) -> bool:
    """Whether a form that may be either stands behind a noun and has no object of its own."""
    if row.norm(at + 1) == "to" and row.norm(at + 2) in ("have", "be"):
        return True
    comma = row.norms[before] == ","
    if row.tag(before - 1 if comma else before) not in NOUNS | {"NUM"} or object_follows(row, at + 1):
        return False
    if row.norms[at] in words.load().transitive_participles and row.norm(at + 1) != "to":
        return True
    led = row.tag(at + 1) in ("ADP", "ADV") or (row.norm(at + 1) == "to" and row.tag(at + 2) in _NAMING)
    return not comma and led and verb_ahead(row, at)


@cache
def _is_participle(norm: str) -> bool:
    """Whether the form cannot be a past tense: taken, known, done."""
    if norm in ("done", "gone", "begun", "sung", "drunk", "sunk", "sworn", "torn", "worn", "born", "drawn"):
        return True
    return norm.endswith(("en", "wn")) and words.lexicon().get(norm) == "VBN"


@cache
def _is_preterite(norm: str) -> bool:
    """Whether the form cannot be a participle: took, went, began."""
    return not norm.endswith("ed") and norm in words.load().preterites

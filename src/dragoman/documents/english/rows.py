"""A sentence while its tags are mended, and what its neighbours say."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.documents.english import words

QUOTATION = frozenset({"“", "”", '"', "``", "''", "«", "»", "‘", "’"})
COINS = frozenset({"$", "€", "£", "¥"})
NOMINAL = frozenset({"DET", "ADJ", "NUM"})
SUBJECTS = frozenset({"NOUN", "PROPN", "PRON"})
OBJECTS = frozenset({"DET", "PROPN", "PRON", "NUM", "ADJ"})
NOUNS = frozenset({"NOUN", "PROPN"})
WHO = frozenset({"who", "whom", "which", "that", "whose", "what", "where"})
SPEAKERS = frozenset({"they", "we", "i", "you", "he", "she", "it", "who", "which", "that"})
HELPING = ("help", "helps", "helped", "helping")
_BARE = frozenset({"to", "be", "been", "being"})  # before a verb that is not finite: to be *lifted*
_CLAUSE = 12  # words ahead in which a clause's verb is looked for


@dataclass(slots=True, kw_only=True)
class Row:
    """A sentence while its tags are being mended."""

    norms: list[str]
    tags: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)

    def norm(self, at: int) -> str:
        """The word at ``at``, "" outside the sentence."""
        return self.norms[at] if 0 <= at < len(self.norms) else ""

    def tag(self, at: int) -> str:
        """The tag at ``at``, PUNCT outside the sentence."""
        return self.tags[at] if 0 <= at < len(self.tags) else "PUNCT"

    def form(self, at: int) -> str:
        """The verb form at ``at``, "" outside the sentence."""
        return self.forms[at] if 0 <= at < len(self.forms) else ""

    def set(self, at: int, tag: str, form: str = "") -> None:
        """Give the word at ``at`` another tag and form."""
        self.tags[at], self.forms[at] = tag, form


def word_before(row: Row, at: int) -> int:
    """Index of the word before, adverbs, negations and quotation marks passed over; -1 at the start."""
    before = at - 1
    while before >= 0 and (row.tags[before] == "ADV" or row.norms[before] in QUOTATION):
        before -= 1
    return before


def modified(row: Row, before: int) -> bool:
    """Whether a noun is under way after ``before``: an article, adjective, number or owner."""
    previous, tag = row.norm(before), row.tag(before)
    return tag in NOMINAL or previous in words.load().possessives or (previous == "'s" and tag == "PART")


def object_follows(row: Row, at: int) -> bool:
    """Whether an object stands at ``at`` or behind the particle there: took *it*, shut down *a paper*."""
    while row.norm(at) in QUOTATION or _passed(row, at):
        at += 1
    if row.norm(at) in COINS and row.tag(at + 1) == "NUM":
        return True  # gave $5 million
    if row.tag(at) == "NOUN" or row.tag(at) in OBJECTS:
        return row.norm(at) not in words.load().weekdays
    described = row.norm(at).endswith("ed") or row.form(at) in (
        "inf",
        "fin",
    )  # met rejected bids, fought hate groups
    if row.tag(at) == "VERB" and described and row.tag(at + 1) in ("NOUN", "ADJ"):
        return True
    particle = row.norm(at) in words.load().particles and row.tag(at) in ("ADP", "ADV")
    return particle and row.norm(at) not in ("in", "on", "over") and (row.tag(at + 1) in (*OBJECTS, "NOUN"))


def _passed(row: Row, at: int) -> bool:
    """Whether an adverb before a number or an article stands at ``at``: killed *nearly* twenty."""
    while row.tag(at) == "ADV" and row.tag(at + 1) == "ADV":
        at += 1
    return row.tag(at) == "ADV" and row.tag(at + 1) in ("NUM", "DET", "ADJ")


def verb_ahead(row: Row, at: int) -> bool:
    """Whether the clause has a finite verb after ``at``: then what stands at ``at`` is not it."""
    lists = words.load()
    for place in range(at + 1, min(len(row.norms), at + 1 + _CLAUSE)):
        tag, norm = row.tags[place], row.norms[place]
        if tag in ("PUNCT", "SCONJ", "CCONJ") and norm not in QUOTATION:
            return False
        if (
            norm in ("'s", "'")
            and row.tag(place - 1) in NOUNS
            and row.tag(place + 1) not in OBJECTS - {"PROPN"}
        ):
            continue
        if norm in WHO or norm in SPEAKERS or norm in lists.conjunctive_prepositions:
            return False
        if tag == "AUX" and row.norm(place - 1) != "to":
            return norm not in ("be", "been", "being", "having")
        if tag == "VERB" and row.forms[place] in ("past", "fin") and row.norm(place - 1) not in _BARE:
            return True
    return False


def governed(row: Row, before: int) -> bool:
    """Whether the word at ``before`` asks for an infinitive, or joins one to another."""
    lists = words.load()
    previous = row.norm(before)
    if row.tag(before) == "CCONJ":
        earlier = [place for place in range(max(0, before - _CLAUSE), before) if row.tags[place] == "VERB"]
        return bool(earlier) and row.forms[earlier[-1]] == "inf"
    return previous in {"to", *HELPING} or previous in lists.modals or previous in lists.do

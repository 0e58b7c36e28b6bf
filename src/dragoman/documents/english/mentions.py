"""English mentions: known names, titles, agents and capitalised runs joined into units.

A unit is a match of a small grammar over the letters of a sentence (see ``pieces``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.documents.english import words
from dragoman.documents.english.names import surnames
from dragoman.documents.english.pieces import Piece, pieces
from dragoman.documents.english.units import (
    agent,
    apart,
    body,
    one_of_many,
    person,
    plain,
    serves,
    somebody,
    titled,
)
from dragoman.documents.genders import given_names
from dragoman.types import Finder, Mention, MentionKind, Sentence, Token

# Possessive quantifiers: no letter can be read in two ways, so that hostile text takes no longer than other.
_OWNER = "(?:[CDMOGBA]s?+[am]{0,3}+|[PN]s[am]{0,3}+|m)"
_TAIL = "(?:od?(?:[CDMOGBNPA]s?|[am]){1,5}(?<![sm]))?"
_TITLE = "T(?:[maAo]{0,2}T){0,2}"
_CLOSED = "(?=[,x]|$)(?!,[Th]?[PN],)"  # and no name of the office behind it: Merkel, the president, Macron,
_UNIT = re.compile(
    f"(?P<apposed>[PN],d?{_OWNER}*+{_TITLE}{_TAIL}{_CLOSED})"
    f"|(?P<named>d?{_OWNER}*+{_TITLE}{_TAIL}h?(?P<name>[PN]))(?:,d?{_OWNER}*+{_TITLE}{_TAIL}{_CLOSED})?"
    f"|(?P<heralded>d?{_OWNER}*+{_TITLE}{_TAIL},[Th]?(?P<after>[PN])(?=[,x]|$))"
    "|(?P<honoured>h(?P<who>[PN]))"
    "|(?P<body>[CDM]s?B)"
    f"|(?P<titled>d?{_OWNER}*+{_TITLE}{_TAIL})"
    "|(?P<agent>d?(?:[CDMOGB]s?+[am]{0,2}+|[mAT]s?+)*A(?:od?[CMOGP])?)"
    "|(?P<plain>[CMOGPNBD])"
    "|(?P<own>r)"
    "|(?P<pronoun>p)"
)
_HERALD = re.compile(f"d?{_OWNER}*+{_TITLE}{_TAIL},[Th]?[PN]")
_PREDICATING = frozenset({"was", "is", "were", "be", "been", "as", "became", "becoming"})
_KINDS: dict[str, MentionKind] = {
    "C": "country", "D": "country", "M": "country", "O": "organisation", "B": "organisation", "G": "group",
    "P": "person", "N": "person", "A": "agent",
}  # fmt: skip
_OFTEN = 3  # times that somebody who is only called by one word must act
_LONGEST = 5  # words that a person's name may have
_SPEECH = frozenset({"say", "tell", "add", "note", "explain", "argue", "write", "ask", "insist", "reply"})


def find(sentences: Sequence[Sentence], finder: Finder) -> list[Mention]:
    """The mentions of a report in order of position, not yet linked (``entity`` is -1).

    Demonyms that are not part of a larger unit come out as countries, with the demonym alone as their span.
    A capitalised run counts as a person only with a title, a first name, or words of speech beside it, here
    or anywhere in the report.
    """
    called = surnames(sentences)
    drafts = [(sentence, pieces(sentence.tokens, finder, called)) for sentence in sentences]
    people = _people(drafts)
    found = [
        mention for sentence, letters in drafts for mention in _in_sentence(sentence.tokens, letters, people)
    ]
    return found


def _people(drafts: Sequence[tuple[Sentence, list[Piece]]]) -> frozenset[str]:
    """Last names of everybody whom the report shows to be a person."""
    acting: Counter[str] = Counter()
    found: set[str] = set()
    for sentence, row in drafts:
        acting.update(_acting(sentence.tokens, row))
        letters = "".join(piece.letter for piece in row)
        for at, piece in enumerate(row):
            if piece.letter == "P" or (piece.letter == "N" and _is_person(sentence.tokens, row, letters, at)):
                last = sentence.tokens[piece.stop - 1].norm
                found.update((last, last.removeprefix("al-")))
            first = sentence.tokens[piece.start].norm
            if piece.letter == "P" and first not in given_names():  # Kim, who is called by the first word
                found.add(first)
    found.update(word for word, times in acting.items() if times >= _OFTEN)
    return frozenset(found)


def _acting(tokens: Sequence[Token], row: Sequence[Piece]) -> Iterator[str]:
    """Capitalised words that are subjects of verbs without an article before them: somebody then."""
    for piece in row:
        after = tokens[piece.stop] if piece.stop < len(tokens) else None
        alone = piece.letter == "N" and piece.stop == piece.start + 1
        placed = piece.start > 0 and tokens[piece.start - 1].tag in ("ADP", "DET", "ADJ")
        if alone and not placed and after is not None and after.form in ("past", "fin"):
            yield tokens[piece.start].norm


def _is_person(tokens: Sequence[Token], row: Sequence[Piece], letters: str, at: int) -> bool:
    """Whether the run at ``at`` is shown to be a person by title, first name or words of speech."""
    piece = row[at]
    before = letters[at - 1] if at else "x"
    if before in "Th" or (before == "A" and letters[at - 2 : at] == "TA"):
        return True
    if re.match(f".,d?{_OWNER}*+T", letters[at:]) and letters[at + 1] == ",":
        return True
    length = piece.stop - piece.start
    if length > _LONGEST or tokens[piece.stop - 1].norm in words.load().monuments:
        return False
    if length > 1 and tokens[piece.start].norm in given_names():
        return True
    after = tokens[piece.stop] if piece.stop < len(tokens) else None
    if length == 1 and _shares_surname(tokens, row, at):
        return True
    if length == 1 and tokens[piece.start].norm in given_names() and not _of_place(tokens, piece.start):
        return after is not None and after.tag == "VERB" and after.form in ("past", "fin")
    return after is not None and after.lemma in _SPEECH and after.tag == "VERB"


def _shares_surname(tokens: Sequence[Token], row: Sequence[Piece], at: int) -> bool:
    """Whether two first names go with the surname of the second: *Ethan* and Tonya Couch."""
    tail = row[at + 1 : at + 3]
    if len(tail) < 2 or tokens[tail[0].start].norm != "and" or tail[1].letter not in "NP":
        return False
    second = tail[1]
    firsts = {tokens[row[at].start].norm, tokens[second.start].norm}
    return second.stop - second.start > 1 and firsts <= given_names()


def _of_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether a preposition stands before, as it does before a town: in Charlotte."""
    return at > 0 and tokens[at - 1].tag == "ADP"


def _in_sentence(tokens: Sequence[Token], row: Sequence[Piece], people: frozenset[str]) -> list[Mention]:
    letters = _letters(tokens, row)
    found: list[Mention] = []
    before: re.Match[str] | None = None
    for match in _UNIT.finditer(letters):
        if (comma := apart(tokens, row, match)) is not None:
            found.extend(_either(tokens, match, row, comma))
            before = None
            continue
        mention = _mention(tokens, match, people, row)
        if mention is not None:
            shared = before is not None and _one_owner(tokens, row, before, match)
            if shared and mention.country is None:
                mention = replace(mention, country=found[-1].country)
            found.append(mention)
            before = match
    return found


def _letters(tokens: Sequence[Token], row: Sequence[Piece]) -> str:
    """The letters of a sentence, less a comma that ends a clause: when he was *president,* Obama left."""
    letters = "".join(piece.letter for piece in row)
    for match in _HERALD.finditer(letters):
        start = row[match.start()].start
        if start and tokens[start - 1].norm in _PREDICATING:
            comma = letters.index(",", match.start())
            letters = f"{letters[:comma]}x{letters[comma + 1 :]}"
    return letters


def _either(
    tokens: Sequence[Token], match: re.Match[str], row: Sequence[Piece], comma: int
) -> Iterator[Mention]:
    """Those on either side of a comma: one called by an office, the other by name."""
    for start, stop in ((match.start(), comma), (comma + 1, match.end())):
        unit = row[start:stop]
        named = next((at for at, piece in enumerate(unit) if piece.letter in "PN"), None)
        yield titled(tokens, unit) if named is None else person(tokens, unit[: named + 1], named)


def _one_owner(
    tokens: Sequence[Token], row: Sequence[Piece], first: re.Match[str], second: re.Match[str]
) -> bool:
    """Whether a demonym goes with two offices: the Kenyan president and foreign minister."""
    owned = re.match("d?[CDM]s?", first[0])
    if not (first["titled"] or first["named"]) or not owned or not second["titled"] or second[0][0] == "d":
        return False
    between = row[first.end() : second.start()]
    lower = tokens[row[second.start()].start].text[0].islower()
    return lower and [tokens[piece.start].norm for piece in between] == ["and"]


def _mention(
    tokens: Sequence[Token], match: re.Match[str], people: frozenset[str], row: Sequence[Piece]
) -> Mention | None:
    unit = row[match.start() : match.end()]
    if match["pronoun"] or match["own"]:
        return plain(tokens, unit[0], "pronoun")
    if match["body"]:
        return body(tokens, unit)
    named = [match.start(group) for group in ("name", "after", "who") if match[group]]
    if named or match["apposed"]:
        at = named[0] - match.start() if named else 0
        return titled(tokens, unit[: at + 1]) if serves(tokens, unit[:at]) else person(tokens, unit, at)
    if match["titled"]:
        return titled(tokens, unit)
    if match["agent"]:
        return agent(tokens, unit, _there(tokens, row[match.end() : match.end() + 3]))
    piece = unit[0]
    if piece.letter in "OD" and one_of_many(tokens, piece):
        return somebody(tokens, piece)
    if piece.letter == "N" and not (
        _is_person(tokens, row, match.string, match.start()) or tokens[piece.stop - 1].norm in people
    ):
        return None
    return plain(tokens, piece, _KINDS[piece.letter])


def _there(tokens: Sequence[Token], following: Sequence[Piece]) -> str | None:
    """The country that "in" names right behind an agent: lawmakers in Poland."""
    pieces = [piece for piece in following if piece.letter != "d"]
    if len(pieces) < 2 or tokens[pieces[0].start].norm != "in" or pieces[1].letter not in "CM":
        return None
    return pieces[1].hit.country if pieces[1].hit else None

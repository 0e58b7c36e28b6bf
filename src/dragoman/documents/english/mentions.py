"""English mentions: known names, titles, agents and capitalised runs joined into units.

Each stretch of a sentence is written as one letter, and a unit is a match of a small grammar over the
letters: ``D`` demonym, ``C`` country, ``M`` metonym, ``O`` organisation, ``G`` group, ``B`` unlisted body,
``P`` listed person, ``N`` capitalised run, ``T`` title, ``A`` agent, ``d`` determiner or possessive pronoun,
``m`` modifier of titles, ``a`` other noun or adjective, ``s`` possessive, ``o`` "of" or "for", ``h``
honorific, ``-`` hyphen with a participle, ``,`` comma, ``x`` anything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.documents.english import names, words
from dragoman.types import Finder, Hit, Mention, MentionKind, Sentence, Span, Token

_OWNER = "(?:[CDMOGBA]s?[am]{0,3}|m)"
_TAIL = "(?:od?(?:[CDMOGBNPA]s?|[am]){0,5}(?<![sm]))?"
_TITLE = "T(?:[maAo]{0,2}T){0,2}"
_UNIT = re.compile(
    f"(?P<apposed>[PN],d?{_OWNER}*{_TITLE}{_TAIL}(?=[,x]|$))"
    f"|(?P<named>d?{_OWNER}*{_TITLE}{_TAIL}h?(?P<name>[PN]))"
    f"|(?P<heralded>d?{_OWNER}*{_TITLE}{_TAIL},(?P<after>[PN])(?=[,x]|$))"
    "|(?P<honoured>h(?P<who>[PN]))"
    f"|(?P<titled>d?{_OWNER}*{_TITLE}{_TAIL})"
    "|(?P<agent>d?(?:[CDMOGB]s?[am]{0,2}|[mAT]s?)*A(?:od?[CMOG])?)"
    "|(?P<plain>[CMOGPNBD])"
    "|(?P<own>r)"
    "|(?P<pronoun>p)"
)
_LETTERS = {"country": "C", "organisation": "O", "group": "G", "person": "P", "agent": "A", "title": "T"}
_USES = {"demonym": "D", "metonym": "M"}
_KINDS: dict[str, MentionKind] = {
    "C": "country", "D": "country", "M": "country", "O": "organisation", "B": "organisation", "G": "group",
    "P": "person", "N": "person", "A": "agent",
}  # fmt: skip
_FORMER = frozenset({"former", "ousted", "deposed", "late", "exiled", "retired", "ex"})
_SPEECH = frozenset({"say", "tell", "add", "note", "explain", "argue", "write", "ask", "insist", "reply"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One letter of the sentence: tokens ``start`` to ``stop`` and the known name behind it, if any."""

    letter: str
    start: int
    stop: int
    hit: Hit | None = None


def find(sentences: Sequence[Sentence], finder: Finder) -> list[Mention]:
    """The mentions of a report in order of position, not yet linked (``entity`` is -1).

    Demonyms that are not part of a larger unit come out as countries, with the demonym alone as their span.
    A capitalised run counts as a person only with a title, a first name, or words of speech beside it, here
    or anywhere in the report.
    """
    drafts = [(sentence, pieces(sentence.tokens, finder)) for sentence in sentences]
    people = _people(drafts)
    found = [
        mention for sentence, letters in drafts for mention in _in_sentence(sentence.tokens, letters, people)
    ]
    return found


def pieces(tokens: Sequence[Token], finder: Finder) -> list[Piece]:
    """The sentence as a row of pieces that covers every token once."""
    hits = {hit.start: hit for hit in finder.find(tokens, "en") if _holds(tokens, hit)}
    taken = [False] * len(tokens)
    for hit in hits.values():
        taken[hit.start : hit.stop] = [True] * (hit.stop - hit.start)
    unknown = {run.start: run for run in names.runs(tokens, taken)}
    row: list[Piece] = []
    at = 0
    while at < len(tokens):
        piece = _piece(tokens, at, hits.get(at), unknown.get(at))
        row.append(piece)
        at = piece.stop
    return _join_names(row, tokens)


def _piece(tokens: Sequence[Token], at: int, hit: Hit | None, run: names.Run | None) -> Piece:
    if hit:
        letter = _USES.get(hit.use, "") if hit.kind == "country" else ""
        return Piece(letter=letter or _LETTERS[hit.kind], start=hit.start, stop=hit.stop, hit=hit)
    if run:
        return Piece(letter="B" if run.body else "N", start=run.start, stop=run.stop)
    return Piece(letter=_letter(tokens, at), start=at, stop=at + _width(tokens, at))


def _holds(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether a title or agent is used as a noun here, and is no part of a longer capitalised name."""
    if hit.kind not in ("title", "agent"):
        return True
    last = tokens[hit.stop - 1]
    if last.tag not in ("NOUN", "PROPN"):
        return False
    capital = hit.kind == "agent" and hit.start > 0 and tokens[hit.start].text[0].isupper()
    following = tokens[hit.stop] if hit.stop < len(tokens) else None
    return not (capital and following is not None and following.text == "-")


def _width(tokens: Sequence[Token], at: int) -> int:
    """A hyphen and its participle are one piece: the "-led" of US-led."""
    tail = (
        tokens[at].text == "-" and at + 1 < len(tokens) and tokens[at + 1].norm in words.load().hyphen_tails
    )
    own = _owns(tokens, at)
    return 2 if tail or own else 1


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """Whether "his country" or the like starts here."""
    lists = words.load()
    follows = at + 1 < len(tokens) and tokens[at + 1].norm in lists.country_nouns
    return tokens[at].norm in lists.possessives - {"whose"} and follows


def _letter(tokens: Sequence[Token], at: int) -> str:
    token = tokens[at]
    lists = words.load()
    if _owns(tokens, at):
        return "r"
    table = (
        (token.norm in ("'s", "'"), "s"),
        (token.norm in ("of", "for"), "o"),
        (token.text == ",", ","),
        (token.text == "-" and _tail_follows(tokens, at), "m"),
        (token.norm in lists.honorifics, "h"),
        (token.norm in lists.possessives or _refers(token), "p"),
        (token.tag == "DET", "d"),
        (token.norm in lists.title_modifiers or token.tag in ("NUM", "ADJ"), "m"),
        (token.tag in ("NOUN", "PROPN"), "a"),
    )
    return next((letter for holds, letter in table if holds), "x")


def _tail_follows(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].norm in words.load().hyphen_tails


def _refers(token: Token) -> bool:
    lists = words.load()
    return token.tag == "PRON" and token.norm in (
        lists.male | lists.female | lists.neuter | lists.plural | lists.first_singular | lists.first_plural
    )


def _join_names(row: list[Piece], tokens: Sequence[Token]) -> list[Piece]:
    """A listed person followed by a run is one longer name: Hassan | Rouhani's namesakes stay apart."""
    joined: list[Piece] = []
    for piece in row:
        last = joined[-1] if joined else None
        if last and last.letter == "N" and piece.letter == "B" and tokens[last.stop - 1].text[0].isupper():
            joined[-1] = Piece(letter="B", start=last.start, stop=piece.stop)
        else:
            joined.append(piece)
    return joined


def _people(drafts: Sequence[tuple[Sentence, list[Piece]]]) -> frozenset[str]:
    """Last names of everybody whom the report shows to be a person."""
    found: set[str] = set()
    for sentence, row in drafts:
        letters = "".join(piece.letter for piece in row)
        for at, piece in enumerate(row):
            if piece.letter == "P" or (piece.letter == "N" and _is_person(sentence.tokens, row, letters, at)):
                last = sentence.tokens[piece.stop - 1].norm
                found.update((last, last.removeprefix("al-")))
    return frozenset(found)


def _is_person(tokens: Sequence[Token], row: Sequence[Piece], letters: str, at: int) -> bool:
    """Whether the run at ``at`` is shown to be a person by title, first name or words of speech."""
    piece = row[at]
    before = letters[at - 1] if at else "x"
    if before in "Th" or (before == "A" and letters[at - 2 : at] == "TA"):
        return True
    if re.match(f".,d?{_OWNER}*T", letters[at:]) and letters[at + 1] == ",":
        return True
    length = piece.stop - piece.start
    if length > 5 or length < 2:
        return False
    if tokens[piece.start].norm in names.given_names():
        return True
    after = tokens[piece.stop] if piece.stop < len(tokens) else None
    return after is not None and after.lemma in _SPEECH and after.tag == "VERB"


def _in_sentence(tokens: Sequence[Token], row: Sequence[Piece], people: frozenset[str]) -> list[Mention]:
    letters = "".join(piece.letter for piece in row)
    found: list[Mention] = []
    for match in _UNIT.finditer(letters):
        unit = row[match.start() : match.end()]
        mention = _mention(tokens, unit, match, people, row)
        if mention is not None:
            found.append(mention)
    return found


def _mention(
    tokens: Sequence[Token],
    unit: Sequence[Piece],
    match: re.Match[str],
    people: frozenset[str],
    row: Sequence[Piece],
) -> Mention | None:
    if match["pronoun"] or match["own"]:
        return _plain(tokens, unit[0], "pronoun")
    if match["apposed"]:
        return _apposed(tokens, unit)
    if match["name"] or match["who"] or match["after"]:
        return _person(tokens, unit)
    if match["titled"]:
        return _titled(tokens, unit)
    if match["agent"]:
        return _agent(tokens, unit)
    piece = unit[0]
    if piece.letter == "N" and not (
        _is_person(tokens, row, "".join(p.letter for p in row), row.index(piece))
        or tokens[piece.stop - 1].norm in people
    ):
        return None
    return _plain(tokens, piece, _KINDS[piece.letter])


def _span(tokens: Sequence[Token], start: int, stop: int) -> Span:
    return Span(tokens[start].span.start, tokens[stop - 1].span.stop)


def _plain(tokens: Sequence[Token], piece: Piece, kind: MentionKind) -> Mention:
    hit = piece.hit
    span = _span(tokens, piece.start, piece.stop)
    return Mention(
        span=span,
        head=span,
        kind=kind,
        entity=-1,
        score=1.0 if hit or kind == "pronoun" else 0.7,
        names=hit.ids if hit else (),
        country=hit.country if hit else None,
        sectors=hit.sectors if hit else (),
        plural=kind == "pronoun" and tokens[piece.start].norm in words.load().plural,
    )


def _start(unit: Sequence[Piece]) -> int:
    """The unit's first piece that is part of the naming words: determiners do not count."""
    return next(at for at, piece in enumerate(unit) if piece.letter != "d")


def _country(unit: Sequence[Piece]) -> str | None:
    """The country that demonym, owner or complement give, the nearest to the head last."""
    given = [
        piece.hit.country for piece in unit if piece.hit and piece.letter in "CDMOG" and piece.hit.country
    ]
    return given[-1] if given else None


def _sectors(tokens: Sequence[Token], unit: Sequence[Piece]) -> tuple[str, ...]:
    if any(
        tokens[at].norm in _FORMER
        for piece in unit
        if piece.letter == "m"
        for at in range(piece.start, piece.stop)
    ):
        return ("ELI",)
    titles = [piece.hit.sectors for piece in unit if piece.hit and piece.letter == "T" and piece.hit.sectors]
    others = [
        piece.hit.sectors for piece in unit if piece.hit and piece.letter in "AOG" and piece.hit.sectors
    ]
    return titles[0] if titles else others[-1] if others else ()


def _title(tokens: Sequence[Token], unit: Sequence[Piece], stop: int) -> Span | None:
    titles = [piece for piece in unit if piece.letter == "T"]
    return _span(tokens, titles[0].start, stop) if titles else None


def _person(tokens: Sequence[Token], unit: Sequence[Piece]) -> Mention:
    head = unit[-1]
    first = unit[_start(unit)]
    title = _title(tokens, unit, unit[-2].stop) if len(unit) > 1 else None
    return Mention(
        span=_span(tokens, first.start, head.stop),
        head=_span(tokens, head.start, head.stop),
        kind="person",
        entity=-1,
        score=1.0 if head.hit else 0.9,
        names=head.hit.ids if head.hit else (),
        country=_country(unit[:-1]),
        sectors=_sectors(tokens, unit[:-1]),
        title=title,
    )


def _apposed(tokens: Sequence[Token], unit: Sequence[Piece]) -> Mention:
    """A name with its office behind a comma: Dmitry Shugaev, head of Russia's Federal Service."""
    head, office = unit[0], unit[2:]
    return Mention(
        span=_span(tokens, head.start, head.stop),
        head=_span(tokens, head.start, head.stop),
        kind="person",
        entity=-1,
        score=1.0 if head.hit else 0.9,
        names=head.hit.ids if head.hit else (),
        country=_country(office),
        sectors=_sectors(tokens, office),
        title=_title(tokens, office, office[-1].stop),
    )


def _titled(tokens: Sequence[Token], unit: Sequence[Piece]) -> Mention:
    titles = [piece for piece in unit if piece.letter == "T" and piece.hit]
    first = unit[_start(unit)]
    plural = any(piece.hit is not None and piece.hit.plural for piece in titles)
    return Mention(
        span=_span(tokens, first.start, unit[-1].stop),
        head=_span(tokens, titles[0].start, titles[0].stop),
        kind="person",
        entity=-1,
        score=0.9,
        country=_country(unit),
        sectors=_sectors(tokens, unit),
        title=_title(tokens, unit, unit[-1].stop),
        plural=plural,
    )


def _agent(tokens: Sequence[Token], unit: Sequence[Piece]) -> Mention:
    agents = [piece for piece in unit if piece.letter == "A" and piece.hit]
    head = agents[-1]
    first = unit[_start(unit)]
    return Mention(
        span=_span(tokens, first.start, unit[-1].stop),
        head=_span(tokens, head.start, head.stop),
        kind="agent",
        entity=-1,
        score=0.9,
        names=head.hit.ids if head.hit else (),
        country=_country(unit),
        sectors=_sectors(tokens, [head]) or _sectors(tokens, unit),
        plural=True,
    )

"""Units of a sentence → mentions: people with their offices, bodies, agents, pronouns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.documents import genders
from dragoman.documents.english import words
from dragoman.documents.english.pieces import Piece
from dragoman.documents.pronouns import reference
from dragoman.types import Gender, Hit, Mention, MentionKind, Span, Token

_FORMER = frozenset({"former", "ousted", "deposed", "late", "exiled", "retired", "ex"})
_OWNERS = 3  # words of a place's or a person's name
_STAFF = ("GOV",)  # of somebody's own: Obama's chief of staff
_STANDS_FOR = 0.95  # how sure it is that a city or house is meant for its state, and not as a place
_MILITARY = frozenset({"MIL", "SPY"})
_ONE = ("i", "an")  # endings of demonyms that may stand for one: an Israeli, the German
_ARTICLES = frozenset({"the", "a", "an", "another", "this", "one"})


def _span(tokens: Sequence[Token], start: int, stop: int) -> Span:
    return Span(tokens[start].span.start, tokens[stop - 1].span.stop)


def plain(tokens: Sequence[Token], piece: Piece, kind: MentionKind) -> Mention:
    """One piece that stands for itself: a country, a surname, a pronoun."""
    hit = piece.hit
    span = _span(tokens, piece.start, piece.stop)
    return Mention(
        span=span,
        head=span,
        kind=kind,
        entity=-1,
        score=(_STANDS_FOR if hit.use == "metonym" else 1.0) if hit else 1.0 if kind == "pronoun" else 0.7,
        names=hit.ids if hit else (),
        country=hit.country if hit else None,
        sectors=hit.sectors if hit else (),
        plural=_many(tokens, piece, kind),
        gender=_gender(tokens, (piece,), piece) if kind == "person" else "",
    )


def _many(tokens: Sequence[Token], piece: Piece, kind: MentionKind) -> bool:
    """Whether several are meant: they, or Americans, who are no state."""
    if kind == "pronoun":
        return tokens[piece.start].norm in words.load().plural
    return piece.hit is not None and piece.hit.use == "demonym" and piece.hit.plural


def _gender(tokens: Sequence[Token], unit: Sequence[Piece], head: Piece | None) -> Gender:
    """What Ms, spokeswoman or the first name says of somebody."""
    titles = [piece for piece in unit if piece.letter in "hT"]
    told = genders.of_title([tokens[at].norm for piece in titles for at in range(piece.start, piece.stop)])
    if told or head is None:
        return told
    if head.stop - head.start > 1:
        named = genders.of_name(" ".join(token.text for token in tokens[head.start : head.stop]))
        if named:
            return named
    return head.hit.gender if head.hit else ""


def _start(unit: Sequence[Piece]) -> int:
    """The unit's first piece that is part of the naming words: determiners do not count."""
    return next(at for at, piece in enumerate(unit) if piece.letter != "d")


def _country(tokens: Sequence[Token], unit: Sequence[Piece]) -> str | None:
    """The country that demonym, owner or complement give, the nearest to the head last.

    Who is only backed by a state is not its own: Iran-backed militia. Nor is an envoy of the state that he
    is for: the UN envoy *for* Yemen.
    """
    given = [
        piece.hit.country
        for piece in _senders(tokens, unit)
        if piece.hit and piece.letter in "CDMOGT" and piece.hit.country and not _foreign(tokens, piece)
    ]
    return given[-1] if given else None


def _senders(tokens: Sequence[Token], unit: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces but for those behind "for" where an envoy is meant."""
    sent = any(
        not words.load().sent_titles.isdisjoint(piece.hit.ids)
        for piece in unit
        if piece.hit and piece.letter in "TA"
    )
    parts = (at for at, piece in enumerate(unit) if piece.letter == "o" and tokens[piece.start].norm == "for")
    return unit[: next(parts, len(unit))] if sent else unit


def _foreign(tokens: Sequence[Token], piece: Piece) -> bool:
    tail = [token.norm for token in tokens[piece.stop : piece.stop + 2]]
    return tail[:1] == ["-"] and tail[-1] in words.load().foreign_tails


def _sectors(tokens: Sequence[Token], unit: Sequence[Piece]) -> tuple[str, ...]:
    if any(
        tokens[at].norm in _FORMER
        for piece in unit
        if piece.letter == "m"
        for at in range(piece.start, piece.stop)
    ):
        return ("ELI",)
    titles = [piece.hit for piece in unit if piece.hit and piece.letter == "T" and piece.hit.sectors]
    others = [
        piece.hit.sectors for piece in unit if piece.hit and piece.letter in "AOG" and piece.hit.sectors
    ]
    if titles and _lent(titles[0]):
        armed = not _MILITARY.isdisjoint(titles[0].sectors)
        bodies = [piece for piece in unit if piece.letter == "O" or (piece.letter == "B" and not armed)]
        owned = any(piece.letter in "PN" for piece in unit[:-1]) and armed
        if bodies or owned:
            return bodies[-1].hit.sectors if bodies and bodies[-1].hit else _STAFF if owned else ()
        return titles[0].sectors
    return titles[0].sectors if titles else others[-1] if others else ()


def _lent(title: Hit) -> bool:
    """Whether the title says less than the body whose it is: a spokesman is of the police or of a bank."""
    return any(id in words.load().lent_titles for id in title.ids)


def _title(tokens: Sequence[Token], unit: Sequence[Piece]) -> Span | None:
    """The office as written, from its first title on."""
    titles = [at for at, piece in enumerate(unit) if piece.letter == "T"]
    last = [piece for piece in unit if piece.letter not in ",h"][-1:]
    return _span(tokens, unit[titles[0]].start, last[0].stop) if titles else None


def person(tokens: Sequence[Token], unit: Sequence[Piece], at: int) -> Mention:
    """A name at ``at`` with its office before it, or behind a comma: Dmitry Shugaev, head of the service."""
    head, before, behind = unit[at], unit[:at], unit[at + 1 :]
    first = unit[_start(unit)]
    titles = [title for title in (_title(tokens, before), _title(tokens, behind)) if title]
    return Mention(
        span=_span(tokens, first.start, head.stop),
        head=_span(tokens, head.start, head.stop),
        kind="person",
        entity=-1,
        score=1.0 if head.hit else 0.9,
        names=head.hit.ids if head.hit else (),
        country=_country(tokens, before) or _country(tokens, behind),
        sectors=_former(tokens, before) or _sectors(tokens, before) or _sectors(tokens, behind),
        title=titles[0] if titles else None,
        gender=_gender(tokens, unit, head),
    )


def serves(tokens: Sequence[Token], office: Sequence[Piece]) -> bool:
    """Whether the office before a name is that of who serves him whose name it is.

    *A spokesman for* President Putin is not Putin, but the envoy for Yemen may be named behind it.
    """
    at = next((at for at, piece in enumerate(office) if piece.letter == "o"), 0)
    served = office[at - 1].hit if at and office[at - 1].letter == "T" else None
    if served is None or words.load().serving_titles.isdisjoint(served.ids):
        return False
    return tokens[office[at].start].norm == "for" and any(piece.letter in "Th" for piece in office[at:])


def _former(tokens: Sequence[Token], office: Sequence[Piece]) -> tuple[str, ...]:
    """The sector of one who held an office before which the name of its place or owner stands.

    *Former* Florida governor, *former* Fox aide.
    """
    if not any(piece.letter == "T" for piece in office):
        return ()
    at = office[0].start - 1
    least = at - _OWNERS
    while at > least and at > 0 and tokens[at].tag == "PROPN" and tokens[at].norm not in _FORMER:
        at -= 1
    return ("ELI",) if 0 <= at < office[0].start - 1 and tokens[at].norm in _FORMER else ()


def _own(tokens: Sequence[Token], unit: Sequence[Piece], head: Piece) -> Sequence[Piece]:
    """The pieces that say whose an agent is; a state's neighbours and allies are not its own people."""
    apart = tokens[head.stop - 1].norm in words.load().apart_agents
    return [piece for piece in unit if not (apart and piece.letter in "CM")]


def body(tokens: Sequence[Token], unit: Sequence[Piece]) -> Mention:
    """A body that nobody lists, with its owner: Germany's Federal Office for Migration."""
    owner, head = unit[0], unit[-1]
    return Mention(
        span=_span(tokens, owner.start, head.stop),
        head=_span(tokens, head.start, head.stop),
        kind="organisation",
        entity=-1,
        score=0.7,
        country=owner.hit.country if owner.hit else None,
    )


def titled(tokens: Sequence[Token], unit: Sequence[Piece]) -> Mention:
    """Somebody called by the office alone: the Iraqi vice president."""
    titles = [piece for piece in unit if piece.letter == "T" and piece.hit]
    first = unit[_start(unit)]
    plural = any(piece.hit is not None and piece.hit.plural for piece in titles)
    return Mention(
        span=_span(tokens, first.start, unit[-1].stop),
        head=_span(tokens, titles[0].start, titles[0].stop),
        kind="person",
        entity=-1,
        score=0.9,
        country=_country(tokens, unit),
        sectors=_former(tokens, unit) or _sectors(tokens, unit),
        title=_title(tokens, unit),
        plural=plural,
        gender=_gender(tokens, unit, None),
    )


def agent(tokens: Sequence[Token], unit: Sequence[Piece], there: str | None) -> Mention:
    """An agent; where it stands (``there``) is whose it is, but for soldiers and envoys, who are abroad."""
    agents = [piece for piece in unit if piece.letter == "A" and piece.hit]
    head = agents[-1]
    first = unit[_start(unit)]
    bodies = [piece.hit.sectors for piece in unit if piece.letter == "O" and piece.hit]
    lent = tokens[head.start].norm in words.load().lent_agents  # Border Patrol agents are no spies
    past = [piece for piece in unit if piece.letter == "m"]  # former administration officials
    sectors = _sectors(tokens, past) or (bodies[-1] if lent and bodies else ())
    sectors = sectors or _sectors(tokens, [head]) or _sectors(tokens, unit)
    called = {tokens[at].norm for at in range(head.start, head.stop)}
    local = _MILITARY.isdisjoint(sectors) and called.isdisjoint(words.load().sent_agents)
    return Mention(
        span=_span(tokens, first.start, unit[-1].stop),
        head=_span(tokens, head.start, head.stop),
        kind="agent",
        entity=-1,
        score=0.9,
        names=head.hit.ids if head.hit else (),
        country=_country(tokens, _own(tokens, unit, head)) or (there if sectors and local else None),
        sectors=sectors,
        plural=True,
    )


def apart(tokens: Sequence[Token], row: Sequence[Piece], match: re.Match[str]) -> int | None:
    """The comma at which an office and a name are two people's: in a letter to the *president, Mr. Fox* said.

    They are where what stands before the comma hangs on a preposition or a verb, and one of them acts behind
    it: a name that only explains the office has a comma behind it too.
    """
    if match["heralded"]:
        comma = match["heralded"].rindex(",")
    else:
        comma = (match["apposed"] or (match[0] if match["named"] else "")).find(",")
    at, stop = row[match.start()].start, row[match.end() - 1].stop
    if comma < 0 or not at or stop >= len(tokens) or tokens[at - 1].tag not in ("ADP", "VERB", "PART"):
        return None
    acts = tokens[stop].tag in ("VERB", "AUX") and tokens[stop].form in ("fin", "past")
    return match.start() + comma if acts else None


def one_of_many(tokens: Sequence[Token], piece: Piece) -> bool:
    """Whether a party's or a nation's adjective stands for one of its people: the Iowa *Republican* said."""
    last = tokens[piece.stop - 1]
    behind = tokens[piece.stop] if piece.stop < len(tokens) else None
    if piece.stop != piece.start + 1 or (behind and behind.tag in ("NOUN", "PROPN", "ADJ", "NUM", "CCONJ")):
        return False
    if piece.letter == "O" and last.norm not in reference("en").partisans:
        return False
    if piece.letter == "D" and (not last.norm.endswith(_ONE) or (piece.hit is not None and piece.hit.plural)):
        return False
    before = [token for token in tokens[max(0, piece.start - 3) : piece.start]]
    while before and before[-1].tag in ("PROPN", "ADJ") and piece.letter == "O":
        before.pop()
    apart = behind is None or behind.text not in ("-", "\u2010", "\u2011")
    return apart and bool(before) and before[-1].norm in _ARTICLES


def somebody(tokens: Sequence[Token], piece: Piece) -> Mention:
    """One of a party or a nation, called by it alone."""
    span = _span(tokens, piece.start, piece.stop)
    return Mention(
        span=span,
        head=span,
        kind="person",
        entity=-1,
        score=0.9,
        country=piece.hit.country if piece.hit else None,
        sectors=piece.hit.sectors if piece.hit and piece.letter == "O" else (),
        title=span,
    )

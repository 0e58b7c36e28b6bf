"""An English sentence as a row of letters, over which the grammar of mentions is a regular expression.

Each stretch of a sentence is written as one letter, and a unit is a match of a small grammar over the
letters: ``D`` demonym, ``C`` country, ``M`` metonym, ``O`` organisation, ``G`` group, ``B`` unlisted body,
``P`` listed person, ``N`` capitalised run, ``T`` title, ``A`` agent, ``d`` determiner or possessive pronoun,
``m`` modifier of titles, ``a`` other noun or adjective, ``s`` possessive, ``o`` "of" or "for", ``h``
honorific, ``-`` hyphen with a participle, ``,`` comma, ``x`` anything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from unicodedata import category

from dragoman.documents.english import names, words
from dragoman.types import Finder, Hit, Token

_LETTERS = {"country": "C", "organisation": "O", "group": "G", "person": "P", "agent": "A", "title": "T"}
_USES = {"demonym": "D", "metonym": "M"}
_NOBODY = "no-actor"  # the entry of the directory for names that look like somebody's: the Iran nuclear deal


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One letter of the sentence: tokens ``start`` to ``stop`` and the known name behind it, if any."""

    letter: str
    start: int
    stop: int
    hit: Hit | None = None


def pieces(tokens: Sequence[Token], finder: Finder, surnames: frozenset[str] = frozenset()) -> list[Piece]:
    """The sentence as a row of pieces that covers every token once.

    Args:
        tokens: of the sentence.
        finder: what knows names, titles and agents.
        surnames: of persons in the report; folded. None of these is a title or an agent, if it may be a name.
    """
    found = [hit for hit in _found(tokens, finder) if not names.is_surname(tokens, hit, surnames)]
    hits = {hit.start: hit for hit in found if _holds(tokens, hit)}
    taken = [False] * len(tokens)
    for hit in hits.values():
        taken[hit.start : hit.stop] = [True] * (hit.stop - hit.start)
    unknown = {run.start: run for run in names.runs(tokens, taken, surnames)}
    row: list[Piece] = []
    at = 0
    while at < len(tokens):
        piece = _piece(tokens, at, hits.get(at), unknown.get(at))
        row.append(piece)
        at = piece.stop
    return _join_names(row, tokens)


def _found(tokens: Sequence[Token], finder: Finder) -> list[Hit]:
    """The known names; of a body whose noun is an adjective here the demonym: Greek military and civil.

    Of an office before which a verb stands the office: soldiers ousted *the president*.
    """
    found: list[Hit] = []
    hits = finder.find(tokens, "en")
    people = {hit.start for hit in hits if hit.kind in ("title", "agent", "person")}
    held = {hit.start for hit in hits if hit.kind in ("title", "person")}
    for hit in hits:
        if _commemorates(tokens, hit):
            continue
        if hit.kind == "organisation" and hit.stop not in held and _opens_name(tokens, hit):
            continue
        start, stop = hit.start, hit.stop
        if hit.kind == "organisation" and hit.stop not in people and _only_adjective(tokens, hit):
            stop -= 1
        elif hit.kind == "title" and tokens[hit.start].form == "past":
            start += 1
        if (start, stop) != (hit.start, hit.stop):
            inner = finder.find(tokens[start:stop], "en")
            found.extend(replace(one, start=start + one.start, stop=start + one.stop) for one in inner)
        elif not _currency(tokens, hit):
            found.append(hit)
    return found


def _commemorates(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether a street or memorial bears the name, or the body's name is one: the Officers *Memorial*."""
    named = words.load().monuments
    behind = tokens[hit.stop] if hit.stop < len(tokens) else None
    if hit.kind in ("person", "agent") and behind and behind.text[0].isupper() and behind.norm in named:
        return tokens[hit.stop - 1].text[0].isupper()
    before = tokens[hit.start - 1] if hit.start else None
    alone = hit.kind == "organisation" and hit.stop == hit.start + 1 and tokens[hit.start].norm in named
    return alone and before is not None and before.text[0].isupper() and before.tag in ("PROPN", "NOUN")


def _currency(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether a name only says which money: US$5 million."""
    sign = tokens[hit.stop : hit.stop + 1]
    return (
        bool(sign)
        and category(sign[0].text[0]) == "Sc"
        and sign[0].span.start == tokens[hit.stop - 1].span.stop
    )


def _opens_name(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether an adjective that names a party opens a longer name of others: Democratic Forces Union."""
    behind = tokens[hit.stop] if hit.stop < len(tokens) else None
    one = hit.stop == hit.start + 1 and tokens[hit.start].tag == "ADJ"
    return one and behind is not None and behind.text[0].isupper() and behind.tag in ("PROPN", "NOUN", "ADJ")


def _only_adjective(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether the last word of a name is an adjective of a noun behind it, maybe with another adjective."""
    tail = [token.tag for token in tokens[hit.stop : hit.stop + 3]]
    noun = tail[:1] == ["NOUN"] or tail == ["CCONJ", "ADJ", "NOUN"]
    return hit.stop - hit.start > 1 and tokens[hit.stop - 1].tag == "ADJ" and noun


def _piece(tokens: Sequence[Token], at: int, hit: Hit | None, run: names.Run | None) -> Piece:
    if hit and hit.ids[:1] == (_NOBODY,):
        return Piece(letter="x", start=hit.start, stop=hit.stop)
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
    if last.tag not in ("NOUN", "PROPN") or _stance(tokens, hit):
        return False
    capital = hit.kind == "agent" and hit.start > 0 and tokens[hit.start].text[0].isupper()
    if hit.stop == hit.start + 1 and last.norm in words.load().capital_agents and not capital:
        return False
    following = tokens[hit.stop] if hit.stop < len(tokens) else None
    return not (capital and following is not None and following.text == "-")


def _stance(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether what is meant is being against something: opposition *to war*; not the opposition to act."""
    tail = tokens[hit.stop : hit.stop + 2]
    against = len(tail) > 1 and tail[0].norm == "to" and tail[1].form != "inf" and tail[1].tag != "AUX"
    return against and tokens[hit.stop - 1].norm in words.load().stances


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
    noun = tokens[at + 1] if at + 1 < len(tokens) else None
    follows = noun is not None and noun.norm in lists.country_nouns and not noun.text.istitle()
    return tokens[at].norm in lists.possessives - {"whose"} and follows


def _letter(tokens: Sequence[Token], at: int) -> str:
    token = tokens[at]
    lists = words.load()
    if _owns(tokens, at):
        return "r"
    table = (
        (token.norm in ("'s", "'"), "s"),
        (_belongs(tokens, at) or _hails(tokens, at), "o"),
        (token.text == ",", ","),
        (token.text == "-" and _tail_follows(tokens, at), "m"),
        (token.norm in lists.honorifics, "h"),
        (token.norm in lists.possessives or _refers(token), "p"),
        (token.tag == "DET", "d"),
        (_modifies(token), "m"),
        (token.tag in ("NOUN", "PROPN"), "a"),
    )
    return next((letter for holds, letter in table if holds), "x")


def _modifies(token: Token) -> bool:
    """Whether the word can stand before an office: the *ousted* president; not men *ousted* the president."""
    listed = token.norm in words.load().title_modifiers and token.form != "past"
    return listed or token.tag in ("NUM", "ADJ")


def _belongs(tokens: Sequence[Token], at: int) -> bool:
    """Whether whose an office is may follow: the envoy *for* Yemen; not jailed a leader *for* two years."""
    counted = at + 1 < len(tokens) and tokens[at + 1].tag == "NUM"
    return tokens[at].norm == "of" or (tokens[at].norm == "for" and not counted)


def _hails(tokens: Sequence[Token], at: int) -> bool:
    """Whether "from" says whose officials are meant: leaders *from* Greece."""
    return at > 0 and tokens[at].norm == "from" and tokens[at - 1].norm in words.load().hailing


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
        if last and last.letter == "D" and tokens[piece.start].norm in words.load().seats:
            joined[-1] = replace(last, letter="M", stop=piece.stop)
            continue
        if last and last.letter == "N" and piece.letter in "TA" and _adjective(tokens, last):
            joined[-1] = replace(last, letter="m")
        if last and last.letter == "N" and piece.letter == "B" and tokens[last.stop - 1].text[0].isupper():
            joined[-1] = Piece(letter="B", start=last.start, stop=piece.stop)
        else:
            joined.append(piece)
    return joined


def _adjective(tokens: Sequence[Token], run: Piece) -> bool:
    """Whether a capitalised word before an office is an adjective and no name: the Islamist president."""
    norm = tokens[run.start].norm
    described = words.lexicon().get(norm, "").startswith("JJ") or norm.endswith(("ist", "ite"))
    return run.stop == run.start + 1 and described

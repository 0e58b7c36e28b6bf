"""Russian mentions: known names with the titles, adjectives and states that stand right beside them.

A tagger would call every state a place. Here a state is a place behind a preposition of place, and acts
everywhere else: "в Москве" is where, "Москва согласилась" is who.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.documents.russian.tokens import cases, words
from dragoman.types import Finder, Hit, Known, Mention, MentionKind, Sentence, Span, Token

_KINDS: dict[str, MentionKind] = {
    "country": "country",
    "organisation": "organisation",
    "group": "group",
    "person": "person",
    "agent": "agent",
}
_LONGEST = 4  # words of a name that is not listed
_SOMEBODY = Known(kind="person", use="name", ids=())
_SAYS = frozenset({"country", "organisation"})  # hits that tell a country to what stands beside them


def find(sentences: Sequence[Sentence], finder: Finder) -> list[Mention]:
    """The mentions of a report in order of position, not yet linked (``entity`` is -1)."""
    return [
        mention
        for sentence in sentences
        for mention in _in_sentence(sentence.tokens, finder.find(sentence.tokens, "ru"))
    ]


def _in_sentence(tokens: Sequence[Token], hits: Sequence[Hit]) -> list[Mention]:
    found: list[Mention] = []
    for row in _rows(tokens, hits):
        found.extend(_mentions(tokens, row))
    return found


def _rows(tokens: Sequence[Token], hits: Sequence[Hit]) -> list[list[Hit]]:
    """Hits that stand side by side, with the unlisted names behind titles as hits of nobody."""
    rows: list[list[Hit]] = []
    for hit in _with_names(tokens, hits):
        last = rows[-1][-1] if rows else None
        if last is not None and _beside(tokens, last, hit):
            rows[-1].append(hit)
        else:
            rows.append([hit])
    return rows


def _beside(tokens: Sequence[Token], last: Hit, hit: Hit) -> bool:
    between = tokens[last.stop : hit.start]
    if not between:
        return not (last.kind == hit.kind == "person")
    return len(between) == 1 and (
        between[0].norm in words().links or between[0].text.lower() in words().links
    )


def _with_names(tokens: Sequence[Token], hits: Sequence[Hit]) -> list[Hit]:
    """The hits, and behind each title, or its country, the capitalised words that no hit covers."""
    taken = {at for hit in hits for at in range(hit.start, hit.stop)}
    made = list(hits)
    titled = False
    for number, hit in enumerate(hits):
        joined = number > 0 and hits[number - 1].stop == hit.start
        titled = hit.kind == "title" or (titled and joined and hit.kind in _SAYS)
        stop = hit.stop
        while (
            titled and stop < len(tokens) and stop - hit.stop < _LONGEST and _free(tokens[stop], stop, taken)
        ):
            stop += 1
        while stop > hit.stop and not tokens[stop - 1].text[-1].isalpha():
            stop -= 1  # the stop behind an initial belongs to the name, that of the sentence does not
        if stop > hit.stop and tokens[hit.stop].text[0].isupper():
            made.append(Hit(start=hit.stop, stop=stop, known=_SOMEBODY))
    return sorted(made, key=lambda one: one.start)


def _free(token: Token, at: int, taken: set[int]) -> bool:
    inner = token.text in "-." or token.text.lower() in {"аль", "бен", "ибн", "ад", "ас", "ан", "эль"}
    return at not in taken and (inner or (token.text[0].isupper() and token.tag in {"PROPN", "NOUN", "ADJ"}))


def _mentions(tokens: Sequence[Token], row: Sequence[Hit]) -> list[Mention]:
    """A row of hits as mentions: one of a person with all that is said of him, or one each."""
    people = [at for at, hit in enumerate(row) if hit.kind == "person"]
    titles = [at for at, hit in enumerate(row) if hit.kind == "title"]
    agents = [at for at, hit in enumerate(row) if hit.kind == "agent"]
    if people and titles and titles[0] < people[0]:
        first = max(titles[0] - 1, 0) if row[max(titles[0] - 1, 0)].use == "demonym" else titles[0]
        rest = [_plain(tokens, hit) for hit in (*row[:first], *row[people[0] + 1 :])]
        return sorted([_titled(tokens, row[first : people[0] + 1], people[0] - first), *rest], key=_order)
    if titles and not people:
        return [_titled(tokens, row, None)]
    if agents:
        return _with_agent(tokens, row, agents[0])
    return [_plain(tokens, hit) for hit in row if hit.kind != "title"]


def _order(mention: Mention) -> int:
    return mention.span.start


def _titled(tokens: Sequence[Token], row: Sequence[Hit], name: int | None) -> Mention:
    """A person by title, and by name where the row has one."""
    title = next(hit for hit in row if hit.kind == "title")
    told = [hit for hit in row if hit.kind in _SAYS]
    bodies = [hit for hit in told if hit.kind == "organisation" and hit.sectors]
    head = row[name] if name is not None else title
    return Mention(
        span=Span(tokens[row[0].start].span.start, tokens[row[-1].stop - 1].span.stop),
        head=_span(tokens, head),
        kind="person",
        entity=-1,
        names=head.ids if name is not None else (),
        country=title.country or next((hit.country for hit in told if hit.country), None),
        sectors=title.sectors or next((hit.sectors for hit in bodies), ()),
        title=_span(tokens, title),
        plural=title.plural and name is None,
    )


def _with_agent(tokens: Sequence[Token], row: Sequence[Hit], at: int) -> list[Mention]:
    """A generic agent with the adjective before it or the state behind it."""
    agent = row[at]
    first = at - 1 if at and row[at - 1].use == "demonym" else at
    last = at + 1 if at + 1 < len(row) and row[at + 1].kind == "country" else at
    said = next((hit.country for hit in row[first : last + 1] if hit.kind == "country"), agent.country)
    mention = Mention(
        span=Span(tokens[row[first].start].span.start, tokens[row[last].stop - 1].span.stop),
        head=_span(tokens, agent),
        kind="agent",
        entity=-1,
        names=agent.ids,
        country=said,
        sectors=agent.sectors,
        plural=agent.plural,
    )
    rest = [_plain(tokens, hit) for hit in (*row[:first], *row[last + 1 :]) if hit.kind != "title"]
    return sorted([mention, *rest], key=_order)


def _plain(tokens: Sequence[Token], hit: Hit) -> Mention:
    kind = _KINDS.get(hit.kind, "person")
    if hit.kind == "country" and hit.use != "demonym" and _is_place(tokens, hit):
        kind = "place"
    span = _span(tokens, hit)
    return Mention(
        span=span,
        head=span,
        kind=kind,
        entity=-1,
        names=hit.ids if hit.kind != "title" else (),
        country=hit.country,
        sectors=hit.sectors,
        title=span if hit.kind == "title" else None,
        plural=hit.plural,
    )


def _is_place(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether a preposition of place stands before the state."""
    before = tokens[hit.start - 1].text.lower() if hit.start else ""
    if before in words().places:
        return True
    wanted = words().places_in_case.get(before, ())
    return any(case in wanted for case in cases(tokens[hit.start].text))


def _span(tokens: Sequence[Token], hit: Hit) -> Span:
    return Span(tokens[hit.start].span.start, tokens[hit.stop - 1].span.stop)

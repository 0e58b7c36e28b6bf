"""The corpus → rows of what sentences tell: where events stand, and of each its type, sides and marks."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from training.markup import Entry, Marked, MarkedEvent
from training.reader.rows import LABELS

from dragoman.actors import directory, places
from dragoman.documents.annotator import Annotator
from dragoman.events import codebook as codebooks
from dragoman.events.answers import UNMODED
from dragoman.events.reader import NONE
from dragoman.events.tellings import word_at
from dragoman.events.triggers import Match, find
from dragoman.types import Clauses, Report, Span

KINDS = ("country", "organisation", "group", "person", "agent", "pronoun")
TRIGGERS = (NONE, *(label for label in LABELS if label != NONE))
"""What a token may be: no trigger, or the first of one of a type."""

SPEECH = ("none", "cue", "content", "speaker")
"""What a token may be of something said; what is both is the last of these."""

MENTIONS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """A sentence, the first words of its triggers with their types, its mentions and what is said in it.

    Mentions and speech are None where they are not marked.
    """

    text: str
    triggers: tuple[tuple[Span, str], ...]
    mentions: tuple[tuple[Span, str], ...] | None
    speech: tuple[tuple[Span, str], ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence with one word marked: the types it tells, who takes part, its mode and auxiliary marks.

    Mode and marks are None where they are not marked. A span of ``parts`` with no role is another name of
    somebody who takes part, and asks for nothing.
    """

    text: str
    trigger: Span
    kinds: tuple[str, ...]
    parts: tuple[tuple[Span, str | None], ...] = ()
    marks: tuple[str, ...] | None = None
    mode: str | None = None


def tagged_rows(entries: Iterable[Entry]) -> list[Tagged]:
    """One row a sentence."""
    return [
        Tagged(
            text=entry.text,
            triggers=tuple(
                (word_at(entry.text, event.trigger[0].start), event.type) for event in entry.events
            ),
            mentions=_mentions(entry) if "mentions" in entry.layers else None,
            speech=tuple(_speech(entry)) if "speech" in entry.layers else None,
        )
        for entry in entries
    ]


def _mentions(entry: Entry) -> tuple[tuple[Span, str], ...]:
    return tuple((mention.span, mention.kind) for mention in entry.mentions)


def _speech(entry: Entry) -> Iterator[tuple[Span, str]]:
    for speech in entry.speeches:
        yield speech.cue, "cue"
        yield from ((span, "content") for span in speech.content)
        speakers = [one.span for one in entry.mentions if one.letter == speech.speaker != ""]
        if speakers:
            yield min(speakers, key=lambda span: (abs(span.start - speech.cue.start), span)), "speaker"


def told_rows(entries: Iterable[Entry], seed: int = 0) -> list[Told]:
    """One row a trigger, and rows of words that tell nothing: the rules' triggers, and a verb by chance."""
    chance = random.Random(seed)
    found: list[Told] = []
    for entry in entries:
        told = list(_told(entry))
        found += told
        if "mentions" in entry.layers:
            taken = [row.trigger for row in told]
            taken += [span for event in entry.events for span in event.trigger]
            found += _untold(entry.text, taken, chance)
    return found


def _told(entry: Entry) -> Iterator[Told]:
    by_trigger: dict[tuple[Span, ...], list[MarkedEvent]] = {}
    for event in entry.events:
        by_trigger.setdefault(event.trigger, []).append(event)
    for trigger, events in by_trigger.items():
        first = events[0]
        yield Told(
            text=entry.text,
            trigger=word_at(entry.text, trigger[0].start),
            kinds=tuple(dict.fromkeys(event.type for event in events)),
            parts=tuple(_parts(entry, first)),
            marks=first.auxiliary if "auxiliary" in entry.layers else None,
            mode=_mode(first) if "modes" in entry.layers else None,
        )


def _mode(event: MarkedEvent) -> str:
    return f"{event.type}.{event.modes[0]}" if event.modes else UNMODED


def _parts(entry: Entry, event: MarkedEvent) -> Iterator[tuple[Span, str | None]]:
    """The nearest mention of each side has its role; the others of that side have none."""
    at = event.trigger[0].start
    for letters, role in ((event.actors, "actor"), (event.recipients, "recipient")):
        for letter in letters:
            spans = [mention.span for mention in entry.mentions if mention.letter == letter]
            nearest = min(spans, key=lambda span: (abs(span.start - at), span))
            yield from ((span, role if span == nearest else None) for span in spans)
    yield from (
        (one.span, "place") for one in entry.pointed if one.kind == "place" and one.letter == event.place
    )


def _untold(text: str, taken: Sequence[Span], chance: random.Random) -> Iterator[Told]:
    clauses = _clauses(text)
    heads = [part.tokens[match.head].span for part in clauses for match in find(part, _codebook())]
    verbs = [token.span for part in clauses for token in part.tokens if token.tag == "VERB"]
    heads += [chance.choice(verbs)] if verbs else []
    for word in dict.fromkeys(word_at(text, head.start) for head in heads):
        if not any(word.overlaps(span) for span in taken):
            yield Told(text=text, trigger=word, kinds=(NONE,), marks=())


def with_triggers(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Sentences of which only type and sides are marked, where the rules know one trigger of that type."""
    for entry in entries:
        heads = _heads(entry.text)
        found = [[span for span, kinds in heads if event.type in kinds] for event in entry.events]
        if found and all(len(spans) == 1 for spans in found):
            pairs = zip(entry.events, found, strict=True)
            yield replace(entry, events=tuple(replace(event, trigger=(span,)) for event, (span,) in pairs))


def codebook_entries() -> Iterator[Entry]:
    """The examples of the English codebook whose sides stand in the text once, as sentences of the corpus."""
    for rule in _codebook().rules:
        for example in rule.examples:
            sides = [_once(example.text, words) for words in (example.actor, example.recipient)]
            if None in sides or not any(sides):
                continue
            spans = [span for side in sides for span in side or ()]
            letters = [chr(ord("a") + number) for number in range(len(spans))]
            count = len(sides[0] or ())
            event = MarkedEvent(
                trigger=(), type=rule.type, actors=tuple(letters[:count]), recipients=tuple(letters[count:])
            )
            pairs = zip(spans, letters, strict=True)
            yield Entry(
                id=rule.rule,
                text=example.text,
                path="codebook",
                line=0,
                theme=rule.rule,
                split="train",
                origin="own",
                layers=(),
                mentions=tuple(Marked(span=span, letter=letter, kind="") for span, letter in pairs),
                pointed=(),
                events=(event,),
                speeches=(),
            )


def _once(text: str, words: Sequence[str]) -> list[Span] | None:
    """Where each of ``words`` stands; None where one stands nowhere or twice."""
    if any(text.count(word) != 1 for word in words):
        return None
    return [Span(text.index(word), text.index(word) + len(word)) for word in words]


def _heads(text: str) -> list[tuple[Span, set[str]]]:
    return [
        (part.tokens[match.head].span, {one.trigger.rule.type for one in (match, *match.rivals)})
        for part in _clauses(text)
        for match in _matches(part)
    ]


def _matches(part: Clauses) -> list[Match]:
    return find(part, _codebook())


def _clauses(text: str) -> tuple[Clauses, ...]:
    return _annotator().document(Report(id="", text=text, language="en")).clauses


def _codebook() -> codebooks.Codebook:
    return codebooks.load("en")


@cache
def _annotator() -> Annotator:
    return Annotator(directory.load(), places.load())

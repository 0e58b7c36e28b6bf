"""An event with its reasons, for a person to read or as JSON."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from dragoman.codec.wire import Pair, PloverRecord
from dragoman.dossiers import clean
from dragoman.types import Event, Participant, Report

if TYPE_CHECKING:
    from dragoman.events.codebook import Rule
    from dragoman.events.neighbours import Neighbour
    from dragoman.events.opinion import Opinion
    from dragoman.events.reader import Reading

_LIKELY = 3
_DIGITS = 4


class Near(msgspec.Struct, frozen=True):
    """A sentence of the corpus with what its actor does to its recipient, ``NONE`` for nothing."""

    text: str
    type: str
    actor: Pair | None
    recipient: Pair | None
    nearness: float


class Explanation(msgspec.Struct, frozen=True):
    """What ``explain --json`` says; ``reader`` and ``nearest`` are the network's, where a language has one.

    ``reasons`` are those for who the sides are, by side; ``examples`` those of the rule.
    """

    event: PloverRecord
    language: str | None
    reasons: dict[str, list[tuple[str, ...]]]
    examples: tuple[str, ...]
    reader: Reading | None
    nearest: tuple[Near, ...]


def explanation(event: Event, report: Report) -> Explanation:
    """The event with its reasons, as a record."""
    from dragoman import codec

    language = _language(report)
    said = _opinion(event, report.text, language)
    sides = (("actor", event.actors), ("recipient", event.recipients))
    return Explanation(
        event=codec.event_record(event, report),
        language=language,
        reasons={name: [one.reasons for one in given] for name, given in sides},
        examples=tuple(one.text for rule in _rules(event, language) for one in rule.examples),
        reader=_rounded(said.reading) if said else None,
        nearest=tuple(map(_record, said.nearest)) if said else (),
    )


def _rounded(reading: Reading) -> Reading:
    types = {name: round(share, _DIGITS) for name, share in reading.types.items()}
    return replace(reading, types=types, none=round(reading.none, _DIGITS))


def _record(one: Neighbour) -> Near:
    sides = [(side.start, side.stop) if side else None for side in (one.actor, one.recipient)]
    return Near(text=one.text, type=one.type, actor=sides[0], recipient=sides[1], nearness=one.nearness)


def explained(event: Event, report: Report) -> str:
    """Several lines: what was coded, the words, the rule with its triggers and examples, the sides."""
    text = report.text
    language = _language(report)
    when = (
        f"{event.date.start} ({clean(event.date.span.text(text))})" if event.date else "no date in the text"
    )
    lines = [
        f"{event.type} {' '.join(event.modes)}  score {event.score}  {event.coder}  id {event.id}",
        f"report   {clean(report.id)}  {language or ''}  published {report.published or 'unknown'}",
        f"when     {when}",
        f"where    {clean(event.place.name) if event.place else 'no place in the text'}",
        f"marks    {', '.join(event.auxiliary) or 'none: told as having happened'}",
        *(f"words    “{clean(span.text(text))}”  [{span.start}, {span.stop}]" for span in event.evidence),
        *(_side("actor", one, text) for one in event.actors),
        *(_side("recipient", one, text) for one in event.recipients),
    ]
    for rule in _rules(event, language):
        lines.append(
            f"rule     {rule.rule}: verbs {', '.join(rule.verb) or '-'}; nouns {', '.join(rule.noun) or '-'}"
        )
        lines.extend(f"example  {example.text}" for example in rule.examples)
    said = _opinion(event, text, language)
    if said:
        lines += [_likely(said.reading), *map(_near, said.nearest)]
    return "\n".join(lines) + "\n"


def _language(report: Report) -> str | None:
    from dragoman.documents.languages import detect

    return report.language or detect(report.text)


def _rules(event: Event, language: str | None) -> list[Rule]:
    """The rule that coded the event, if one did."""
    from dragoman.documents.annotator import SERVED
    from dragoman.events import codebook

    known = codebook.load(language).rules if language in SERVED else ()
    return [rule for rule in known if rule.rule == event.rule]


def _opinion(event: Event, text: str, language: str | None) -> Opinion | None:
    """What the reader holds likely of these two sides, where the language has one."""
    from dragoman.documents import sentences
    from dragoman.documents.annotator import SERVED
    from dragoman.events.opinion import opinion

    if language not in SERVED:
        return None
    spans = sentences.split(text, language)
    told = next((span for span in spans if span.overlaps(event.evidence[0])), None)
    return opinion(text, language, told, event) if told else None


def _likely(reading: Reading) -> str:
    likely = sorted(reading.types, key=lambda name: -reading.types[name])[:_LIKELY]
    shares = ", ".join(f"{name} {reading.types[name]:.2f}" for name in likely)
    return f"reader   {shares}, no event {reading.none:.2f}"


def _near(one: Neighbour) -> str:
    """A sentence of the corpus, with its reading."""
    kind = "no event" if one.type == "NONE" else one.type
    sides = (("actor", one.actor), ("recipient", one.recipient))
    named = "; ".join(f"{name} “{clean(span.text(one.text))}”" for name, span in sides if span)
    return f"nearest  {one.nearness:.2f} {kind}: {clean(one.text)} ({named})"


def _side(name: str, one: Participant, text: str) -> str:
    words = clean(one.mention.span.text(text))
    who = f"{one.country or 'no country'} {'/'.join(one.sectors) or 'no sector'}"
    reasons = "; ".join(clean(reason) for reason in one.reasons)
    return f"{name:<8} “{words}” = {clean(one.name)} ({who}, {one.score}){': ' + reasons if reasons else ''}"

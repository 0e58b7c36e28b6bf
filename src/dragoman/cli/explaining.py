"""An event with its reasons, for a person to read."""

from __future__ import annotations

from dragoman.dossiers import clean
from dragoman.types import Event, Participant, Report

_LIKELY = 3


def explained(event: Event, report: Report) -> str:
    """Several lines: what was coded, the words, the rule with its triggers and examples, the sides."""
    from dragoman.documents.annotator import SERVED
    from dragoman.documents.languages import detect
    from dragoman.events import codebook

    text = report.text
    language = report.language or detect(text)
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
    rules = codebook.load(language).rules if language in SERVED else ()
    for rule in (one for one in rules if one.rule == event.rule):
        lines.append(
            f"rule     {rule.rule}: verbs {', '.join(rule.verb) or '-'}; nouns {', '.join(rule.noun) or '-'}"
        )
        lines.extend(f"example  {example.text}" for example in rule.examples)
    lines.extend(_opinion(event, text, language or ""))
    return "\n".join(lines) + "\n"


def _opinion(event: Event, text: str, language: str) -> list[str]:
    """What the reader holds likely of these two sides, where the language has one."""
    from dragoman.documents import sentences
    from dragoman.documents.annotator import SERVED
    from dragoman.events.opinion import opinion

    spans = sentences.split(text, language) if language in SERVED else []
    told = next((span for span in spans if span.overlaps(event.evidence[0])), None)
    reading = opinion(text, language, told, event) if told else None
    if reading is None:
        return []
    likely = sorted(reading.types, key=lambda name: -reading.types[name])[:_LIKELY]
    shares = ", ".join(f"{name} {reading.types[name]:.2f}" for name in likely)
    return [f"reader   {shares}, no event {reading.none:.2f}"]


def _side(name: str, one: Participant, text: str) -> str:
    words = clean(one.mention.span.text(text))
    who = f"{one.country or 'no country'} {'/'.join(one.sectors) or 'no sector'}"
    reasons = "; ".join(clean(reason) for reason in one.reasons)
    return f"{name:<8} “{words}” = {clean(one.name)} ({who}, {one.score}){': ' + reasons if reasons else ''}"

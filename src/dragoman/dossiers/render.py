"""Dossier → Markdown or JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dragoman import codec, ontology
from dragoman.dossiers.escape import markdown, shorten
from dragoman.dossiers.records import Account, Citation, Count, Dossier, Line, Party, Saying, Used, Voice

SENTENCE = 320
"""The longest stretch of a report that a line quotes, in code points; JSON has all of it."""

AGAIN = 200
"""The same where the timeline has quoted it before."""

QUOTATION = 600
NAME = 80
NOTHING = "Nothing."
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_PLURALS = {"person": "people", "foot": "feet", "inch": "inches"} | {
    unit: f"{unit}s" for unit in ("mile", "pound", "barrel", "tonne", "acre", "hectare", "yard", "metre")
}


def to_json(dossier: Dossier) -> bytes:
    """The dossier as one JSON object, text as the reports have it."""
    return codec.encode(dossier)


def to_markdown(dossier: Dossier) -> str:
    """The dossier as Markdown; every line cites its reports by number and quotes their words."""
    sections: tuple[tuple[str, Iterable[str]], ...] = (
        ("Timeline", map(_event, dossier.timeline)),
        ("Who met whom", map(_meeting, dossier.meetings)),
        ("Asked, promised, backed, given", _ledger(dossier.ledger)),
        ("Conflict", map(_event, dossier.conflict)),
        ("Who said what", _voices(dossier.voices)),
        ("Figures", map(_figure, dossier.figures)),
        ("Reports", map(_report, dossier.reports)),
    )
    parts = [f"# {' and '.join(map(_short, dossier.parties))}", "", *_header(dossier)]
    for title, content in sections:
        parts += ["", f"## {title}", "", *(list(content) or [NOTHING])]
    return "\n".join(parts) + "\n"


def _header(dossier: Dossier) -> Iterator[str]:
    if dossier.since is not None or dossier.until is not None:
        yield f"- Asked for: {dossier.since or 'the beginning'} to {dossier.until or 'today'}"
    if dossier.first is not None and dossier.last is not None:
        yield f"- Events: {_days(dossier.first, dossier.last)}"
    quotes = sum(len(voice.sayings) for voice in dossier.voices)
    counts = (
        _number(len(dossier.reports), "report"),
        f"{_number(len(dossier.timeline), 'event')} ({dossier.undated} without a date)",
        _number(quotes, "quotation"),
        _number(len(dossier.figures), "figure"),
    )
    yield f"- {', '.join(counts)}"


def _event(line: Line) -> str:
    kind = f"{line.type} {'/'.join(line.modes)}".strip()
    facts = [f"**{_when(line)}**", *_marks(line), kind, _sides(line)]
    if line.place is not None:
        facts.append(f"at {_short(line.place)}")
    if line.contexts:
        facts.append(", ".join(context.replace("_", " ") for context in line.contexts))
    return f"- {' · '.join(facts)} — {_cited(line.citations, SENTENCE)}"


def _meeting(line: Line) -> str:
    everybody = _people((*line.actors, *line.recipients))
    modes = f" ({', '.join(line.modes)})" if line.modes else ""
    place = f", {_short(line.place)}" if line.place is not None else ""
    facts = [f"**{_when(line)}**", *_marks(line), f"{everybody}{modes}{place}"]
    return f"- {' · '.join(facts)} — {_cited(line.citations)}"


def _ledger(accounts: Sequence[Account]) -> Iterator[str]:
    for account in accounts:
        if account is not accounts[0]:
            yield ""
        yield from (f"### {account.context.replace('_', ' ')}", "")
        for title, lines in (
            ("Asked", account.asked),
            ("Promised", account.promised),
            ("Backed", account.backed),
            ("Given", account.given),
        ):
            for line in lines:
                facts = [f"{title} **{_when(line)}**", *_marks(line), _sides(line)]
                yield f"- {' · '.join(facts)} — {_cited(line.citations)}"


def _voices(voices: Sequence[Voice]) -> Iterator[str]:
    for voice in voices:
        if voice is not voices[0]:
            yield ""
        yield from (f"### {_person(voice.speaker) if voice.speaker is not None else 'Speaker not known'}", "")
        yield from map(_saying, voice.sayings)


def _saying(saying: Saying) -> str:
    to = f" to {_person(saying.addressee)}" if saying.addressee is not None else ""
    words = " … ".join(saying.citation.words)
    return f"- [{saying.citation.number}] {saying.kind}{to}: “{markdown(shorten(words, QUOTATION))}”"


def _figure(count: Count) -> str:
    low, high = _amount(count.low), _amount(count.high)
    if low == high:
        amount = low
    elif count.high is None:
        amount = f"at least {low}"
    else:
        amount = f"at most {high}" if count.low is None else f"{low} to {high}"
    about = _short(count.about) if count.about is not None else ""
    if count.kind == "ordinal":
        said = f"{_nth(count.low)} {about}"
    elif count.kind == "count":
        said = f"{amount} {about or _unit(count)}"
    else:
        said = f"{amount} {_unit(count)}" + (f", {about}" if about else "")
    return f"- {said.strip()} — {_cited((count.citation,))}"


def _nth(value: float | None) -> str:
    """2nd; as a number where it counts no turn."""
    if value is None or value != int(value):
        return _amount(value)
    teen = int(value) % 100 in range(11, 14)
    return f"{_amount(value)}{'th' if teen else _ENDINGS.get(int(value) % 10, 'th')}"


def _unit(count: Count) -> str:
    """The unit in the number that its amount wants; codes, signs and other languages stay as they are."""
    unit = _short(count.unit)
    one = count.low == count.high == 1 or count.kind not in ("count", "measure")
    return unit if one else _PLURALS.get(count.unit, unit)


def _report(used: Used) -> str:
    known = (used.publisher, used.published, used.language, used.url)
    facts = [_short(str(one), SENTENCE) for one in known if one is not None]
    title = _short(used.title or f"“{used.opening}”", SENTENCE)
    return f"- [{used.number}] {title} · {' · '.join([*facts, f'id {_short(used.id)}'])}"


def _cited(citations: Sequence[Citation], length: int = AGAIN) -> str:
    shown = (f"[{one.number}] “{_sentence(one, length)}”" for one in citations)
    return "; ".join(dict.fromkeys(shown))


def _sentence(citation: Citation, length: int) -> str:
    """The sentence or, where that is long, as much of it around the evidence as there is room for."""
    if len(citation.text) <= length:
        return markdown(citation.text)
    first = min(span.start for span in citation.evidence) - citation.sentence.start
    start = max(0, min(first - length // 3, len(citation.text) - length))
    if start > 0:
        blank = citation.text.find(" ", start, first)
        start = blank + 1 if blank >= 0 else start
    return ("…" if start else "") + markdown(shorten(citation.text[start:], length))


def _sides(line: Line) -> str:
    if not line.recipients:
        return _people(line.actors)
    return f"{_people(line.actors)} → {_people(line.recipients)}"


def _people(people: Sequence[Party]) -> str:
    named = list(dict.fromkeys(map(_person, people)))
    return " and ".join(filter(None, (", ".join(named[:-1]), *named[-1:]))) or "unknown"


def _person(one: Party) -> str:
    codes = [code for code in (one.country, one.sector) if code]
    return _short(one.name) + (f" ({' '.join(codes)})" if codes else "")


def _marks(line: Line) -> list[str]:
    return [
        f"*{'negated' if mark == 'negation' else mark}*"
        for mark in ontology.load().auxiliary
        if mark in line.marks
    ]


def _when(line: Line) -> str:
    if line.start is not None and line.end is not None:
        if line.granularity == "month":
            return f"{line.start:%Y-%m}"
        return f"{line.start:%Y}" if line.granularity == "year" else _days(line.start, line.end)
    hints = [f"“{_short(line.when)}”"] if line.when else []
    hints += [f"reported {line.published}"] if line.published is not None else []
    return f"no date{' (' + ', '.join(hints) + ')' if hints else ''}"


def _days(start: date, end: date) -> str:
    return str(start) if start == end else f"{start} to {end}"


def _amount(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) < 1e15 and value == int(value) else f"{value:,g}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _short(text: str, length: int = NAME) -> str:
    return markdown(shorten(" ".join(text.split()), length))

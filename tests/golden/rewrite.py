"""``make golden``: what the sample reports give, written down for a person to read as a difference.

The files under ``dates``, ``figures`` and ``mentions`` are written by hand and never rewritten.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib.resources import files
from pathlib import Path

from dragoman import pipeline, reports
from dragoman.documents.annotator import SERVED
from dragoman.dossiers import assemble, to_markdown
from dragoman.events.coder import FrameCoder
from dragoman.store import Store
from dragoman.types import Analysis, Document, Event, Participant, Quote, Span

HERE = Path(__file__).parent
SAMPLES = Path(str(files("dragoman") / "data" / "samples"))
README = HERE.parent.parent / "README.md"
MARK = "## What it prints\n\n```markdown\n"
SHOWN = (("Timeline", 7), ("Who said what", 4), ("Figures", 2))
"""Sections of the dossier in the README, and how many lines of each."""

WIDTH = 200
THRESHOLD = 0.5


@cache
def analyses(coder: str = FrameCoder.name) -> tuple[Analysis, ...]:
    results = pipeline.analyse(reports.read([SAMPLES]), pipeline.tools(THRESHOLD, coder))
    return tuple(one for one in results if isinstance(one, Analysis))


def dossier() -> str:
    """What ``dragoman demo`` shows."""
    with tempfile.TemporaryDirectory() as folder, Store.open(str(Path(folder) / "demo.db")) as store:
        store.add(analyses(pipeline.DEFAULT), "golden@1")
        return to_markdown(assemble(store, "RUS", "IRQ"))


def excerpt() -> str:
    """What the README shows of the dossier: its head, first events, first speaker and first figures."""
    sections = dossier().split("\n## ")
    shown = [sections[0].strip()]
    for title, count in SHOWN:
        body = next(one for one in sections if one.startswith(f"{title}\n")).splitlines()
        lines = [_cut(line) for line in body[1:] if line]
        shown.append("\n".join((f"## {title}", "", *lines[:count], *["…"][: len(lines) > count])))
    return "\n\n".join(shown) + "\n"


def _cut(line: str) -> str:
    """A long line shortened; a stretch that runs from right to left is closed where it is cut."""
    if len(line) <= WIDTH:
        return line
    kept = line[: WIDTH - 1].rstrip()
    return f"{kept}…" + "\u2069" * (kept.count("\u2068") - kept.count("\u2069"))


def readme() -> str:
    """The README with the excerpt in its place."""
    before, mark, rest = README.read_text(encoding="utf-8").partition(MARK)
    return f"{before}{mark}{excerpt()}```{rest.partition('```')[2]}"


def events(language: str) -> str:
    """Each event below the sentence that it was read from."""
    return "\n".join(_pages(language, lambda one: [_event(event, one.document) for event in one.events]))


def quotes(language: str) -> str:
    """Each quotation with its speaker."""
    return "\n".join(_pages(language, lambda one: [_quote(quote, one.document) for quote in one.quotes]))


def _pages(language: str, entries: Callable[[Analysis], list[str]]) -> Iterator[str]:
    for one in analyses():
        if one.document.language == language:
            report = one.document.report
            yield f"# {report.id} · {report.published or 'no date'} · {report.title}\n"
            yield from entries(one)


def _event(event: Event, document: Document) -> str:
    text = document.report.text
    day = f"{event.date.start} “{event.date.span.text(text)}”" if event.date else "no date"
    place = event.place.name if event.place else "no place"
    rows = [
        _sentence(event.evidence[0], document),
        f"  {'.'.join((event.type, *event.modes))} · {day} · {place} · {event.score} · {event.rule}",
    ]
    rows += [f"  {name:<11}{', '.join(values)}" for name, values in _marks(event) if values]
    rows += [f"  actor      {_person(one, text)}" for one in event.actors]
    rows += [f"  recipient  {_person(one, text)}" for one in event.recipients]
    return "\n".join(rows) + "\n"


def _marks(event: Event) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("marks", event.auxiliary), ("contexts", event.contexts)


def _quote(quote: Quote, document: Document) -> str:
    text = document.report.text
    cue = f" · cue “{quote.cue.text(text)}”" if quote.cue else ""
    speaker = _person(quote.speaker, text) if quote.speaker else "unknown"
    return f"  {quote.kind}{cue} · {speaker}\n  “{' '.join(quote.content.text(text).split())}”\n"


def _person(one: Participant, text: str) -> str:
    who = " ".join(part for part in (one.country, *one.sectors) if part) or "nobody known"
    words = " ".join(one.mention.span.text(text).split())
    return f"{one.name} [{who}]" + ("" if words == one.name else f" “{words}”")


def _sentence(span: Span, document: Document) -> str:
    whole = next((one.span for one in document.sentences if one.span.overlaps(span)), span)
    return " ".join(whole.text(document.report.text).split())


GOLDENS: tuple[tuple[Path, Callable[[], str]], ...] = (
    (README, readme),
    (HERE / "pipeline" / "demo.md", dossier),
    *((HERE / "events" / f"{iso}-samples.txt", partial(events, iso)) for iso in SERVED),
    *((HERE / "quotes" / f"{iso}-samples.txt", partial(quotes, iso)) for iso in SERVED),
)


def main() -> None:
    for path, made in GOLDENS:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made(), encoding="utf-8")
        sys.stdout.write(f"{path.relative_to(HERE.parent.parent)}\n")


if __name__ == "__main__":
    main()

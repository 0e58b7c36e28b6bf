"""A second batch on a store that holds many reports, beside the first: ``python -m bench.store``.

Reports name persons whom no list knows, by names made by chance of 156 syllables; a tenth of the names of the
second batch are those of reports in the store. Processor time of adding and of meeting; what must hold on any
machine is the ratio by the report. Nothing here passes or fails.
"""

from __future__ import annotations

import json
import random
import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from time import process_time
from typing import Any

from dragoman.codec import stable_id
from dragoman.store import Store
from dragoman.types import Analysis, Document, Mention, Participant, Quote, Report, Span

REPORTS, MORE = 2000, 20
_ONSETS, _VOWELS = ("b", "d", "f", "g", "h", "k", "l", "m", "n", "r", "s", "t", "z"), ("a", "i", "u")
_SYLLABLES = tuple(
    f"{one}{vowel}{last}" for one in _ONSETS for vowel in _VOWELS for last in ("", "l", "n", "r")
)
_GIVEN, _FAMILY = 300, 900
_SPEAKERS = 3


def analyses(first: int, count: int) -> list[Analysis]:
    """Reports from number ``first`` on, each with the words of three persons."""
    return [_analysis(number) for number in range(first, first + count)]


def _analysis(number: int) -> Analysis:
    chance = random.Random(number)
    names = [_name(chance, number, place) for place in range(_SPEAKERS)]
    text = " ".join(f"{name} said no." for name in names)
    published = date(2017, 1, 1) + timedelta(days=number // 10)
    report = Report(id=f"{number:06}", text=text, language="en", published=published)
    quotes = tuple(_quote(report, name, chance.choice(("IRQ", "SYR", "JOR"))) for name in names)
    document = Document(report=report, language="en", sentences=(), mentions=())
    return Analysis(document=document, participants=(), events=(), quotes=quotes, figures=())


def _name(chance: random.Random, number: int, place: int) -> str:
    """A new name, or one time in ten one that an earlier report has, if that is new there."""
    if number and chance.random() < 1 / 10:
        number, place = chance.randrange(number), chance.randrange(_SPEAKERS)
    own = random.Random(number * _SPEAKERS + place)
    return " ".join(_word(own.randrange(many)) for many in (_GIVEN, _FAMILY))


def _word(number: int) -> str:
    return "".join(random.Random(number).choices(_SYLLABLES, k=2)).capitalize()


def _quote(report: Report, name: str, country: str) -> Quote:
    start = report.text.index(name)
    span = Span(start, start + len(name))
    said = Span(span.stop + 6, span.stop + 8)
    mention = Mention(span=span, head=span, kind="person", entity=-1)
    speaker = Participant(mention=mention, actor=None, country=country, sectors=(), name=name, score=0.9)
    return Quote(
        id=stable_id(report.id, name),
        report=report.id,
        kind="indirect",
        content=said,
        cue=None,
        speaker=speaker,
        coder="bench",
    )


def speed(reports: int = REPORTS, more: int = MORE) -> dict[str, Any]:
    """Seconds of both batches, and the second's as a part of the first's, in all and in meeting alone."""
    with tempfile.TemporaryDirectory() as folder, Store.open(str(Path(folder) / "store.db")) as store:
        first = _batch(store, analyses(0, reports))
        second = _batch(store, analyses(reports, more))
    return {
        "reports": [reports, more],
        "seconds of adding and meeting": [[round(one, 3) for one in batch] for batch in (first, second)],
        "second batch as a part of the first": round(sum(second) / sum(first), 4),
        "meeting after the second as a part of meeting after the first": round(second[1] / first[1], 4),
    }


def _batch(store: Store, batch: Sequence[Analysis]) -> tuple[float, float]:
    start = process_time()
    store.add(batch, "bench")
    added = process_time()
    store.meet()
    return added - start, process_time() - added


def main() -> None:
    """Measure and print."""
    print(json.dumps(speed(), indent=2))


if __name__ == "__main__":
    main()

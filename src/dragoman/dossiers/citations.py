"""Numbers for reports, and citations of words in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.documents.sentences import split
from dragoman.dossiers.escape import shorten
from dragoman.dossiers.records import Citation, Used
from dragoman.types import Report, Span

OPENING = 160
"""Of how many code points of a report the opening is taken; it is half as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Reports in order of publication under numbers from 1, each cut into sentences once."""

    numbers: dict[str, int]
    reports: tuple[Report, ...]
    sentences: dict[str, list[Span]] = field(default_factory=dict)

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Shelf:
        """The reports, each once, whatever their order."""
        distinct = {report.id: report for report in reports}
        ordered = sorted(
            distinct.values(), key=lambda one: (one.published is None, one.published or date.min, one.id)
        )
        return cls(
            numbers={report.id: number for number, report in enumerate(ordered, 1)}, reports=tuple(ordered)
        )

    def cite(self, report: Report, spans: Sequence[Span]) -> Citation:
        """The words at ``spans`` and the sentence or sentences around them."""
        sentence = self._around(report, spans)
        return Citation(
            number=self.numbers[report.id],
            report=report.id,
            evidence=tuple(spans),
            words=tuple(span.text(report.text) for span in spans),
            sentence=sentence,
            text=sentence.text(report.text),
        )

    def used(self) -> tuple[Used, ...]:
        """What the dossier says of each report."""
        return tuple(
            Used(
                number=self.numbers[report.id],
                id=report.id,
                title=report.title,
                opening=shorten(" ".join(report.text[:OPENING].split()), OPENING // 2),
                publisher=report.publisher,
                published=report.published,
                url=report.url,
                language=report.language,
            )
            for report in self.reports
        )

    def nearby(self, report: Report, spans: Sequence[Span]) -> tuple[Span, ...]:
        """The sentences that ``spans`` touch and the one before the first of them."""
        cut = self._cut(report)
        touched = [at for at, one in enumerate(cut) if any(one.overlaps(span) for span in spans)]
        return tuple(cut[max(0, touched[0] - 1) : touched[-1] + 1]) if touched else tuple(spans)

    def _cut(self, report: Report) -> list[Span]:
        if report.id not in self.sentences:
            self.sentences[report.id] = split(report.text, report.language or "")
        return self.sentences[report.id]

    def _around(self, report: Report, spans: Sequence[Span]) -> Span:
        touched = [one for one in self._cut(report) if any(one.overlaps(span) for span in spans)]
        every = [*touched, *spans]
        return Span(min(one.start for one in every), max(one.stop for one in every))

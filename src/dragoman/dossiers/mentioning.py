"""Which stretches of reports name a party: what is quoted or counted there is about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.actors import directory
from dragoman.actors.roles import countries
from dragoman.documents.annotator import SERVED, language
from dragoman.dossiers.citations import Shelf
from dragoman.text import fold
from dragoman.types import Report, Span

CODE = 3
"""Letters of a country's code, which names nobody."""
NAMESAKES = 3
"""Of how many who bear a name it is asked for whom they acted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Finds a party in sentences: ``wanted`` are its code, ids and names; all of a state name the state."""

    shelf: Shelf
    wanted: frozenset[str]

    @classmethod
    def of(cls, shelf: Shelf, parties: Iterable[str]) -> Naming:
        """What finds any of several parties, each a country code, an actor's id or a name."""
        return cls(shelf=shelf, wanted=frozenset(parties))

    def near(self, report: Report, spans: Sequence[Span]) -> bool:
        """Whether the sentences around ``spans``, or the one before them, name the party."""
        around = self.shelf.nearby(report, spans)
        return any(self._listed(report, span) or self._spelt(report, span) for span in around)

    def _listed(self, report: Report, span: Span) -> bool:
        iso = report.language or ""
        if iso not in SERVED:
            return False
        hits = directory.load().find(language(iso).tokenize(report.text, span), iso)
        return any(hit.country in self.wanted or self._bears(hit.ids) for hit in hits)

    def _bears(self, ids: Sequence[str]) -> bool:
        """Whether one of those who bear a name is of the party: the minister of a state."""
        actors = (directory.load().actor(id) for id in ids[:NAMESAKES])
        states = (countries(actor) for actor in actors if actor is not None)
        return not self.wanted.isdisjoint(ids) or any(not self.wanted.isdisjoint(state) for state in states)

    def _spelt(self, report: Report, span: Span) -> bool:
        said = f" {' '.join(fold(span.text(report.text)).split())} "
        names = (fold(name) for name in self.wanted if len(name) > CODE)
        return any(f" {name} " in said for name in names)

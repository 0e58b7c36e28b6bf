"""A draft → an event: its marks, date, place, contexts, evidence and score."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.codec import stable_id
from dragoman.events import contexts, history, modes, narration, refusals, scoring, sides, timing
from dragoman.events.drafts import Draft
from dragoman.events.evidence import words_of
from dragoman.events.places import where
from dragoman.events.whose import When, belonging, on_day
from dragoman.types import Document, Event, Participant

Score = Callable[[Draft, Document], float]
STILL_WORDS = {
    **dict.fromkeys(("CONSULT", "SUPPORT", "COOPERATE", "AID"), "AGREE"),
    "RETREAT": "CONCEDE",
}
"""What a type becomes while it is still to come: a promised visit is AGREE, a promised withdrawal CONCEDE."""


class Assembly:
    """What makes events of the drafts of one report.

    Args:
        document: the report.
        participants: one for each of its mentions, in the same order.
        coder: name and version of what found the drafts.
        score: how likely a draft is an event of the document.
    """

    def __init__(
        self,
        document: Document,
        participants: Sequence[Participant],
        coder: str,
        score: Score = scoring.score,
    ) -> None:
        self._document = document
        self._coder = coder
        self._score = score
        self._contexts = contexts.of_document(document)
        self._past = narration.of_document(document, participants)

    def event(self, draft: Draft) -> Event:
        """What the draft says."""
        document, report = self._document, self._document.report.id
        sentence = draft.clauses.sentence.span
        draft = belonging(draft, [place for place in document.places if sentence.holds(place.span)])
        evidence = words_of(draft)
        date = timing.when(document, draft.clauses, draft.match)
        modality = timing.with_future(document, draft.clauses, draft.match, draft.modality, date)
        modality = history.with_history(document, draft, modality, self._past)
        date = history.dated(document, draft, modality)
        modality = replace(modality, historical=modality.historical or sides.former(draft))
        draft, modality = refusals.refused(draft, modality)
        kind, mode = draft.type, modes.mode_of(draft)
        if modality.future and kind in STILL_WORDS:
            kind, mode, modality = STILL_WORDS[kind], None, replace(modality, future=False)
            date = history.of_words(document, date)
        rule = draft.match.trigger.rule
        when = When(found=date, published=document.report.published, past=modality.historical)
        found = contexts.of_sentence(document, draft.clauses.sentence, self._contexts)
        score = self._score(replace(draft, modality=modality), document)
        score *= modes.likelihood(draft, (*found, *self._contexts.whole))
        return Event(
            id=stable_id(report, self._coder, rule.rule, kind, evidence[0].start, evidence[-1].stop),
            report=report,
            type=kind,
            modes=(mode,) if mode else (),
            contexts=tuple(sorted({*rule.contexts, *found})),
            auxiliary=modality.names,
            actors=on_day(draft.actors, replace(when, leaves=mode == "resign")),
            recipients=on_day(draft.recipients, when),
            date=date,
            place=where(document, draft.clauses, draft.match),
            evidence=evidence,
            score=round(score, 3),
            coder=self._coder,
            rule=rule.rule,
        )

"""The reader as a coder: what it finds told in the sentences of a report → events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from dragoman import ontology
from dragoman.actors import directory
from dragoman.documents import links
from dragoman.events import codebook as codebooks
from dragoman.events import parties, passing, votes
from dragoman.events.answers import TOGETHER
from dragoman.events.assembly import Assembly
from dragoman.events.codebook import Rule, Trigger
from dragoman.events.coder import FrameCoder
from dragoman.events.coding import Coder
from dragoman.events.disowned import disowned
from dragoman.events.drafts import Draft
from dragoman.events.evidence import across
from dragoman.events.modality import read
from dragoman.events.moot import moot
from dragoman.events.tellings import Teller, Telling
from dragoman.events.triggers import Match, find, is_passive
from dragoman.events.voices import sides_of
from dragoman.types import Clauses, Document, Event, Mention, Participant, Quote, Span, Token

Sides = tuple[Participant, ...]
_EDGES = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PUNCT", "SCONJ", "VERB"})  # of no name


class ReaderCoder(Coder):
    """Codes with the reader of a language, and with the rules where it has none."""

    name = "reader"

    def told(
        self, document: Document, participants: Sequence[Participant], quotes: Sequence[Quote]
    ) -> list[Event]:
        """What the reader finds told, sentence by sentence."""
        voter = votes.load(document.language)
        if voter is None:
            return FrameCoder(self.threshold).told(document, participants, quotes)
        assembly = Assembly(document, participants, self.id, voter.of_reader)
        glued = links.find(document.report.text)
        events: list[Event] = []
        for clauses in document.clauses:
            sides = sides_of(document, clauses, participants, quotes)
            coded = (assembly.event(draft) for draft in read_drafts(document, clauses, sides, voter.teller))
            events += [event for event in coded if not across(event, glued)]
        return [event for event in events if self.passes(event)]


def read_drafts(
    document: Document, clauses: Clauses, sides: Sequence[Participant], teller: Teller
) -> Iterator[Draft]:
    """What the reader finds told in a sentence that may tell something; ``sides`` are its participants."""
    matches = find(clauses, codebooks.load(document.language))
    if not passing.possible(clauses, len(matches), passing.load(document.language)):
        return
    sentence = clauses.sentence.span
    hints = [_moved(clauses.tokens[match.head].span, -sentence.start) for match in matches]
    mentions = [_moved(mention.span, -sentence.start) for mention in clauses.mentions]
    chains = {span: _chain(side, sides) for span, side in zip(mentions, sides, strict=True)}
    for telling in teller.tell(sentence.text(document.report.text), mentions, hints, chains):
        match = _matched(clauses, matches, telling)
        if disowned(clauses, match) or moot(clauses, match):
            continue
        draft = _draft(clauses, sides, match, telling)
        if draft is not None:
            yield draft


def _chain(side: Participant, sides: Sequence[Participant]) -> int:
    """The number of the first of ``sides`` who is the same."""
    return next(at for at, one in enumerate(sides) if one is side or _same(one, side))


def _among(side: Participant, others: Sequence[Participant]) -> bool:
    return any(_same(side, other) for other in others)


def _same(one: Participant, other: Participant) -> bool:
    """Whether two are one; of those known by a common noun there are many: police arrested *policemen*."""
    if one.actor and one.actor.kind == "agent":
        return one.mention.entity == other.mention.entity >= 0
    return parties.same(one, other)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.stop + by)


def _matched(clauses: Clauses, matches: Sequence[Match], telling: Telling) -> Match:
    """The rule's match at the trigger if one is of its type, else a bare one; scored as the reader does."""
    trigger = _moved(telling.trigger, clauses.sentence.span.start)
    head = next(at for at, token in enumerate(clauses.tokens) if token.span.overlaps(trigger))
    for match in matches:
        for one in (match, *match.rivals):
            if one.head == head and one.trigger.rule.type == telling.type:
                rule = msgspec.structs.replace(one.trigger.rule, score=telling.share)
                return replace(one, trigger=replace(one.trigger, rule=rule))
    token = clauses.tokens[head]
    noun = token.tag != "VERB"
    rule = Rule(rule=ReaderCoder.name, type=telling.type, examples=(), score=telling.share)
    return Match(
        trigger=Trigger(rule=rule, words=(frozenset({token.lemma}),), noun=noun),
        head=head,
        stop=head + 1,
        tokens=(head,),
        gap=None,
        passive=not noun and is_passive(clauses, head),
    )


def _draft(clauses: Clauses, sides: Sequence[Participant], match: Match, telling: Telling) -> Draft | None:
    actors = _sides(clauses, sides, telling.actors)
    recipients = tuple(
        side for side in _sides(clauses, sides, telling.recipients) if not _among(side, actors)
    )
    if not recipients and len(actors) > 1 and ontology.needs_recipient(telling.type):
        actors, recipients = actors[:1], actors[1:]
    met = len(actors) + len(recipients) > 1 or any(one.mention.plural for one in actors)
    lone = telling.type in TOGETHER and not met
    if lone or not (actors or recipients) or (ontology.needs_recipient(telling.type) and not recipients):
        return None
    rule = match.trigger.rule
    return Draft(
        match=match,
        clauses=clauses,
        type=telling.type,
        mode=rule.mode or telling.mode,
        actors=actors,
        recipients=recipients,
        modality=read(clauses, match),
        direct=True,
    )


def _sides(clauses: Clauses, sides: Sequence[Participant], spans: Sequence[Span]) -> Sides:
    """Who is meant by the spans, each once; who was found by nobody else is only known by these words."""
    found: list[Participant] = []
    for span in spans:
        side = _somebody(clauses, _side(clauses, sides, _moved(span, clauses.sentence.span.start)))
        if not _among(side, found):
            found.append(side)
    return tuple(found)


def _somebody(clauses: Clauses, side: Participant) -> Participant:
    """The side, with the sectors of those whom its words mean where nothing is known of it: the *company*."""
    if side.actor or side.country or side.sectors or side.mention.kind in ("person", "pronoun"):
        return side
    words = [token.text for token in clauses.tokens if token.span.overlaps(side.mention.span)]
    return replace(side, sectors=directory.load().sectors(words, clauses.grammar.language))


def _side(clauses: Clauses, sides: Sequence[Participant], span: Span) -> Participant:
    shared = {
        at: min(mention.span.stop, span.stop) - max(mention.span.start, span.start)
        for at, mention in enumerate(clauses.mentions)
        if mention.span.overlaps(span)
    }
    if shared:
        return sides[max(shared, key=lambda at: (shared[at], -at))]
    words = _phrase([token for token in clauses.tokens if token.span.overlaps(span)])
    whole = Span(words[0].span.start, words[-1].span.stop) if words else span
    unknown = Mention(span=whole, head=whole, kind="agent", entity=-1)
    name = " ".join(token.text for token in words)
    return Participant(mention=unknown, actor=None, country=None, sectors=(), name=name, score=0.4)


def _phrase(words: Sequence[Token]) -> Sequence[Token]:
    """Whole words without those at the edges that name nobody: of *the dead* and."""
    named = [at for at, word in enumerate(words) if word.tag not in _EDGES]
    return words[named[0] : named[-1] + 1] if named else words

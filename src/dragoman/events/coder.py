"""The frame coder: a document and its participants → events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman import ontology
from dragoman.documents import links
from dragoman.documents.topics import before_each
from dragoman.events import codebook as codebooks
from dragoman.events import enacted, merging, moot, pairs, parties, receivers, scopes, scoring, unsaid
from dragoman.events import sides as standing
from dragoman.events.assembly import Assembly, Score
from dragoman.events.blame import blamed, doer, without_victims
from dragoman.events.coding import Coder
from dragoman.events.disowned import disowned
from dragoman.events.drafts import Draft
from dragoman.events.elsewhere import elsewhere
from dragoman.events.evidence import across
from dragoman.events.fillers import Filler
from dragoman.events.light import unknown_partner
from dragoman.events.modality import read
from dragoman.events.slots import fill
from dragoman.events.triggers import Match, find
from dragoman.events.verbfirst import related
from dragoman.events.voices import sides_of
from dragoman.types import Clauses, Document, Event, Participant, Quote

Sides = tuple[Participant, ...]


class FrameCoder(Coder):
    """Codes with the rules of ``data/codebook/<iso>``."""

    name = "frames"

    def told(
        self, document: Document, participants: Sequence[Participant], quotes: Sequence[Quote]
    ) -> list[Event]:
        """What the rules find told, sentence by sentence."""
        assembly = Assembly(document, participants, self.id, self.judge(document))
        glued = links.find(document.report.text)
        events: list[Event] = []
        for clauses, matches, drafts in drafted(document, participants, quotes):
            coded = [merging.on_occasion(document, one, assembly.event(one), events) for one in drafts]
            coded = merging.foremost([event for event in coded if not across(event, glued)])
            events.extend(event for event in coded if self.passes(event))
            events = merging.recall(document, events, clauses, matches)
        return events

    def judge(self, document: Document) -> Score:
        """What says how likely a draft of ``document`` is."""
        return scoring.score


def drafted(
    document: Document, participants: Sequence[Participant], quotes: Sequence[Quote]
) -> Iterator[tuple[Clauses, list[Match], list[Draft]]]:
    """Each sentence, the rules' matches and the drafts made of them; arguments as of ``code``."""
    talking: pairs.Pair = ()
    for clauses, topic in zip(document.clauses, before_each(document), strict=True):
        sides = sides_of(document, clauses, participants, quotes)
        beyond = unsaid.Known(participants=participants, quotes=quotes, topic=topic, pair=talking)
        found = find(clauses, codebooks.load(document.language))
        matches = [match for match in found if not _names_a_month(document, clauses, match)]
        drafts = _drafts(clauses, sides, matches, beyond)
        talking = pairs.talking(drafts) or talking
        yield clauses, matches, drafts


def _names_a_month(document: Document, clauses: Clauses, match: Match) -> bool:
    """Whether a noun is part of a date: on *March* 12."""
    head = clauses.tokens[match.head].span
    return match.trigger.noun and any(date.span.holds(head) for date in document.dates)


def _drafts(
    clauses: Clauses, sides: Sequence[Participant], matches: Sequence[Match], beyond: unsaid.Known
) -> list[Draft]:
    kept = scopes.resolve(clauses, [match for match in matches if not disowned(clauses, match)])
    told = [(match, mode) for match, mode in kept if not moot.moot(clauses, match)]
    full = [(match, mode) for match, mode in told if not scopes.hollow(clauses, match, matches)]
    drafts = [_first_draft(clauses, sides, match, mode, beyond) for match, mode in full]
    found = [without_victims(draft, matches) for draft in drafts if draft is not None]
    return [one for one in found if one.recipients or not scopes.aimless(clauses, one.match, matches)]


def _first_draft(
    clauses: Clauses, sides: Sequence[Participant], match: Match, mode: str | None, beyond: unsaid.Known
) -> Draft | None:
    """What the match says, or the first of its rivals for which somebody is found."""
    tried = (
        _draft(clauses, sides, one, mode if one is match else one.trigger.rule.mode, beyond)
        for one in (match, *match.rivals)
    )
    return next((draft for draft in tried if draft is not None), None)


def _draft(
    clauses: Clauses, sides: Sequence[Participant], match: Match, mode: str | None, beyond: unsaid.Known
) -> Draft | None:
    rule = match.trigger.rule
    actor = fill(clauses, match, _actor_places(rule, match.trigger.noun))
    actors = parties.known(sides, actor) if actor else unsaid.actors(clauses, match, beyond)
    actors, struck = _parted(clauses, match, pairs.meant(clauses, match, beyond.pair) or actors)
    taken = (*(actor.mentions if actor else ()), *parties.again(clauses, sides, actors))
    recipient = _recipient(clauses, match, taken)
    met = _met(clauses, sides, match, recipient, taken)
    if met is None or (not clauses.grammar.verb_first and parties.at_odds(actors, met)):
        return None
    if (not clauses.grammar.verb_first or rule.type == "SUPPORT") and recipient and not recipient.direct:
        met = tuple(side for side in met if not parties.at_home(side, actors))
    recipients = parties.others(met, actors, beyond, clauses)
    if recipient is not None and not recipients and clauses.grammar.verb_first:
        recipient = fill(clauses, match, _recipient_places(match), (*taken, *recipient.mentions)) or recipient
        met = blamed(rule.type, parties.known(sides, recipient))
        recipients = parties.others(met, actors, beyond, clauses)
    recipients = parties.reached(rule.type, recipients, clauses) or struck
    if rule.reciprocal:
        lone = unknown_partner(clauses, match, actors, recipients)
        recipients = tuple(side for side in recipients if side.mention.kind != "place" or side.actor)
        actors, recipients = _mutual(rule, actors, recipients)
        if lone or not (len(actors) + len(recipients) > 1 or parties.many(clauses, actors)):
            return None
    unnamed = (not actors and _acts(clauses, match)) or (actors and all(map(parties.nowhere, actors)))
    if unnamed or not _satisfied(rule, actors, recipients) or _unresolved(actor, (*actors, *struck)):
        return None
    return Draft(
        match=match,
        clauses=clauses,
        type=rule.type,
        mode=mode,
        actors=actors,
        recipients=recipients,
        modality=read(clauses, match),
        direct=all(side.direct for side in (actor, recipient) if side),
        owned=recipient is not None and not recipient.direct and rule.type != "REQUEST",
    )


def _recipient(clauses: Clauses, match: Match, taken: tuple[int, ...]) -> Filler | None:
    bound = related(clauses, match) if clauses.grammar.verb_first else None
    bound = bound or enacted.hit(clauses, match)
    found = bound or fill(clauses, match, _recipient_places(match), taken)
    found = elsewhere(clauses, match, found or doer(clauses, match, taken), taken)
    return found or receivers.victims(clauses, match, taken)


def _recipient_places(match: Match) -> tuple[str, ...]:
    rule = match.trigger.rule
    return rule.noun_recipient if match.trigger.noun else rule.recipient


def _met(
    clauses: Clauses, sides: Sequence[Participant], match: Match, filler: Filler | None, taken: Sequence[int]
) -> Sides | None:
    """Who stands in the recipient's place; None where somebody is meant whom nobody knows."""
    met = parties.known(sides, filler)
    met = met or parties.known(sides, receivers.together(clauses, filler, taken))
    unknown = receivers.unknown(clauses, match, filler, met)
    return None if unknown else blamed(match.trigger.rule.type, met)


def _parted(clauses: Clauses, match: Match, found: Sides) -> tuple[Sides, Sides]:
    """Who acts; and what is named where one who strikes would be, but was struck: the Boston bombing."""
    head = clauses.tokens[match.head].span
    struck = all(
        side.mention.kind == "place"
        or (match.trigger.noun and side.mention.span.stop <= head.start and standing.harmless(side))
        for side in found
    )
    return ((), found) if struck and match.trigger.rule.type == "ASSAULT" else (found, ())


def _mutual(rule: codebooks.Rule, actors: Sides, recipients: Sides) -> tuple[Sides, Sides]:
    """Both sides of what is done together are actors; where the type needs a recipient, the first acts."""
    if not ontology.needs_recipient(rule.type):
        return (*standing.named(actors, recipients), *recipients), ()
    return (actors, recipients) if recipients else (actors[:1], actors[1:])


def _actor_places(rule: codebooks.Rule, noun: bool) -> tuple[str, ...]:
    """Where the doer may stand; who speaks during talks takes part in them."""
    if not noun:
        return rule.actor
    return (*rule.noun_actor, "subject") if rule.type == "CONSULT" else rule.noun_actor


def _unresolved(filler: Filler | None, found: Sequence[Participant]) -> bool:
    """Somebody acts whom the report does not let us know: better no event than half of one."""
    return filler is not None and not found


def _acts(clauses: Clauses, match: Match) -> bool:
    """Whether the trigger is an active verb whose subject must be written: without it nothing is known."""
    active = not (match.trigger.noun or match.passive or clauses.grammar.verb_first)
    return active and "subject" in match.trigger.rule.actor


def _satisfied(
    rule: codebooks.Rule, actors: Sequence[Participant], recipients: Sequence[Participant]
) -> bool:
    needs = set(rule.needs)
    if "actor" in needs and not actors:
        return False
    if ontology.needs_recipient(rule.type) and not recipients:
        return False
    if "recipient" in needs and not recipients and not rule.reciprocal:
        return False  # of what is done together there are several sides
    return bool(actors or recipients)

"""How likely a draft is an event: the rule's prior, less for what is missing, indirect or hardly possible.

No likelier than what is told in such a way: by measured odds, or where a language has none by rough shares.
"""

from __future__ import annotations

from bisect import bisect_left

from dragoman.documents.verbs import suffixed
from dragoman.events import odds, sides
from dragoman.events.drafts import Draft
from dragoman.events.whose import anywhere, placeless
from dragoman.types import Document, Participant

_ANONYMOUS = {"CVL": 0.65, "SOC": 0.65, "UNK": 0.65, "BUS": 0.7}  # crowds of no country: seldom news
_SPOKEN = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
_QUESTION = frozenset({"?", "؟"})
_OF_NOBODY = {"ACCUSE": 0.65, "REJECT": 0.75, "SUPPORT": 0.75}
"""What is left of words about somebody that name nobody: readers accept one such accusation in twelve."""
_UNHEARD = 0.7  # of these where subjects come first: whoever is meant stands in a clause that was not read
_VAGUE = frozenset({"REJECT", "REQUEST", "SUPPORT"})
"""Where verbs come first, what of these names neither somebody nor a deed is wrong four times in five."""
_MEANT = 0.6  # of these, and of a deed whose object is a pronoun for nobody known: استهدفتها
_STRUCK = 0.7  # where verbs come first: of force against nobody, readers accept one in four
_LEAD, _LONG = 10, 25  # sentences that tell the news, and those of a report that tells more than news
_BACKGROUND = 0.65
"""What is left far down in a long report: of such events readers accept one in three."""
_PLACELESS = 0.6
"""What is left where a side is of no country: readers accept one such event in ten."""
_TO_SOMEBODY = frozenset({"AGREE", "AID", "CONSULT", "REQUEST", "THREATEN"})


def score(draft: Draft, document: Document, *, seen: bool = False) -> float:
    """The probability that the draft is an event of ``document`` as it stands, in [0, 1].

    Of what the network has ``seen`` as well less speaks against it.
    """
    found = draft.match.trigger.rule.score * _actor(draft) * _recipient(draft) * _reality(draft)
    if not draft.direct:
        found *= 0.95
    found = min(1.0, found * sides.likelihood(draft) * max(map(_known, (*draft.actors, *draft.recipients))))
    if odds.load(document.language) is not None:
        return min(found, odds.likely(document, draft, seen=seen))
    if anywhere(document) and placeless(draft):
        found *= _PLACELESS
    return found * _BACKGROUND if _background(draft, document) else found


def as_read(draft: Draft, document: Document) -> float:
    """The same of what the reader found: its share stands for the rule's prior and for the odds."""
    found = draft.match.trigger.rule.score * _reality(draft)
    found *= max(map(_known, (*draft.actors, *draft.recipients)))
    if anywhere(document) and placeless(draft):
        found *= _PLACELESS
    return min(1.0, found)


def _background(draft: Draft, document: Document) -> bool:
    """Whether it stands far down in a long report, among what led to the news."""
    starts = [sentence.span.start for sentence in document.sentences]
    return len(starts) > _LONG and bisect_left(starts, draft.clauses.sentence.span.start) >= _LEAD


def _actor(draft: Draft) -> float:
    """Who speaks is always somebody; what is done may be told without the doer."""
    if draft.actors:
        return 1.0
    rule = draft.match.trigger.rule
    charged = draft.mode == "allege" and {"legal", "crime"}.intersection(rule.contexts)  # by a court, always
    if draft.type in _SPOKEN and not (charged or draft.clauses.grammar.verb_first):
        return 0.5
    if draft.match.passive or draft.match.trigger.noun:
        return 0.75
    return 0.5 if draft.type in _SPOKEN else 0.6


def _recipient(draft: Draft) -> float:
    if not draft.recipients:
        if draft.match.trigger.rule.reciprocal and len(draft.actors) > 1:
            return 1.0
        return _to_nobody(draft)
    things = not draft.clauses.grammar.verb_first and all(map(_thing, draft.recipients))
    if draft.type in _OF_NOBODY and things:
        return 0.5
    return 0.85 if draft.owned and draft.type in _TO_SOMEBODY else 1.0


def _to_nobody(draft: Draft) -> float:
    """What is left where nobody is named to whom it was said or done."""
    left = _OF_NOBODY.get(draft.type, 0.85)
    if not draft.clauses.grammar.verb_first:
        return left * _UNHEARD if draft.type in _OF_NOBODY else left
    if suffixed(draft.clauses, draft.clauses.at[draft.match.head] + 1):
        return _MEANT
    if draft.type in _VAGUE and not draft.mode:
        return _MEANT
    return _STRUCK if draft.type == "ASSAULT" else left


def _thing(side: Participant) -> bool:
    """Whether a pronoun that is he, she and they of nobody stands there: who vetoed *it* refused a bill."""
    mention = side.mention
    return mention.kind == "pronoun" and not mention.gender and not mention.plural


def _reality(draft: Draft) -> float:
    """A question tells nothing; what might be or was not is worth telling where both sides are named."""
    if any(token.text in _QUESTION for token in draft.clauses.tokens[-2:]):
        return 0.5
    if not (draft.modality.hypothetical or draft.modality.negation):
        return 1.0
    both = (draft.actors and draft.recipients) or len(draft.actors) > 1
    if draft.modality.hypothetical:
        return 0.75 if both else 0.55
    return 0.8 if both else 0.7


def _known(side: Participant) -> float:
    """How much is known of a side: who it is, its country, its name, its sector, or nothing."""
    generic = side.actor is None or side.actor.kind == "agent"
    if side.country is not None or not generic:
        return min(1.0, side.score + 0.2)
    if side.mention.kind == "person" and side.mention.title is None:
        return 0.9
    return _ANONYMOUS.get(side.sectors[0], 0.85) if side.sectors else 0.7

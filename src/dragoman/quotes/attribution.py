"""Quotations and statements of a report with their speakers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.codec import stable_id
from dragoman.documents.pronouns import reference
from dragoman.documents.topics import agrees, before_each
from dragoman.documents.verbs import feminine
from dragoman.quotes import cues as finding
from dragoman.quotes.contents import Statement, stated, trimmed
from dragoman.quotes.cues import Cue, vocabulary
from dragoman.quotes.speakers import named, somebody
from dragoman.text import fold
from dragoman.types import Clauses, Document, Mention, Participant, Quote, Span

CODER = "quotes@1"
_OPENING = " \"“„«‘'`"
_OPENERS = ("“", '"', "«", "„", "``")
_UNLISTED = 0.4  # score of a speaker who is only described
_SPEECH = 5  # words from which quotation marks alone show speech
_NEAR = 5  # tokens behind a cue where its quotation begins
_FRAGMENT = 3  # words from which they do beside a word of saying


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks, and how sure that is."""

    participant: Participant | None
    score: float


def attribute_quotes(document: Document, participants: Sequence[Participant]) -> tuple[Quote, ...]:
    """Direct, indirect and mixed quotes of ``document``, in order of position.

    Args:
        document: an annotated report of a served language.
        participants: one for each of the document's mentions, in the same order.
    """
    if not document.served:
        return ()
    statements = _statements(document)
    reader = _Reader(document, participants)
    quotes = [reader.quote(statement) for statement in statements]
    return _continued(document.report.text, [quote for quote in quotes if quote is not None])


def _continued(text: str, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """A quotation that runs over paragraphs, each of which opens with a mark, has the speaker of its last."""
    told: list[Quote] = []
    for quote in reversed(quotes):
        following = told[-1] if told else None
        if following is not None and quote.cue is None and _runs_on(text, quote, following):
            told.append(replace(quote, speaker=following.speaker, score=following.score))
        else:
            told.append(quote)
    return tuple(reversed(told))


def _runs_on(text: str, quote: Quote, following: Quote) -> bool:
    """Whether nothing but a line's end and an opening mark stands between two direct quotations."""
    between = text[quote.content.stop : following.content.start]
    spoken = quote.kind == following.kind == "direct" and following.speaker is not None
    return spoken and "\n" in between and between.strip() in _OPENERS


def _statements(document: Document) -> list[Statement]:
    """All that was said, in order: what cues govern, then quotations that no cue's statement holds."""
    text = document.report.text
    said = [
        span for span in document.quotations if not any(span.overlaps(rest) for rest in document.furniture)
    ]
    cues = [cue for clauses in document.clauses for cue in finding.find(clauses, said)]
    limits = [_limit(cue, cues, said) for cue in cues]
    pairs = zip(cues, limits, strict=True)
    governed = [statement for cue, limit in pairs if (statement := stated(cue, text, said, limit))]
    found = _outermost(governed)
    for span in said:
        if any(statement.content.overlaps(span) for statement in found) or _names(document, span):
            continue
        cue = _beside(document, span, cues)
        words = len(span.text(text).split())
        least = 1 if cue and _adjoins(text, cue, span) else _FRAGMENT
        if words >= _SPEECH or (cue and words >= least and not _called(cue, span)):
            found.append(Statement(cue=cue, content=trimmed(text, span), kind="direct"))
    return sorted(found, key=lambda statement: statement.content)


def _adjoins(text: str, cue: Cue, span: Span) -> bool:
    """Whether a colon or a comma alone stands between a verb of speech and the quotation: said: “No.”"""
    between = text[cue.span.stop : span.start] if cue.span.stop <= span.start else ""
    return cue.lemma in vocabulary(cue.clauses.grammar.language).bare and between.strip(_OPENING) in (
        ",",
        ":",
    )


def _called(cue: Cue, span: Span) -> bool:
    """Whether a noun that is nobody stands right before few quoted words, which are its name: برنامج «…»."""
    if not cue.clauses.grammar.head_first:
        return False
    before = [token for token in cue.clauses.tokens if token.span.stop <= span.start and token.tag != "PUNCT"]
    spoken = [cue.clauses.mentions[number].span for number in cue.speakers]
    if not before or before[-1].tag != "NOUN":
        return False
    return not any(speaker.holds(before[-1].span) for speaker in spoken)


def _names(document: Document, span: Span) -> bool:
    """Whether the quotation marks hold somebody's name: صحيفة «الشرق الأوسط»."""
    wide = Span(span.start - 1, span.stop + 1)
    held = (mention.span for mention in document.mentions if mention.kind != "pronoun")
    inner = trimmed(document.report.text, span)
    return any(name.holds(span) or (wide.holds(name) and name.holds(inner)) for name in held)


def _limit(cue: Cue, cues: Sequence[Cue], quotations: Sequence[Span]) -> int | None:
    """Where the next cue of the sentence begins that introduces a quotation of its own."""
    for other in cues:
        later = other.clauses is cue.clauses and other.token > cue.token
        if later and other.beside and _introduces_one(other, quotations):
            return other.span.start
    return None


def _introduces_one(cue: Cue, quotations: Sequence[Span]) -> bool:
    tokens = cue.clauses.tokens[cue.token + 1 : cue.token + 1 + _NEAR]
    return any(span.holds(token.span) for span in quotations for token in tokens)


def _outermost(statements: Sequence[Statement]) -> list[Statement]:
    """Of statements that overlap, the one that begins first: a report within a report is its content."""
    kept: list[Statement] = []
    for statement in sorted(statements, key=lambda found: (found.content.start, -found.content.stop)):
        if not any(statement.content.overlaps(other.content) for other in kept):
            kept.append(statement)
    return kept


def _beside(document: Document, span: Span, cues: Sequence[Cue]) -> Cue | None:
    """The cue that stands next to a quotation, in the sentence where it ends or the one where it begins."""
    scored = [(distance, cue) for cue in cues if (distance := _distance(document, span, cue)) is not None]
    return min(scored, key=lambda pair: pair[0])[1] if scored else None


def _distance(document: Document, span: Span, cue: Cue) -> int | None:
    """Tokens between quotation and cue; None if they do not share a sentence."""
    sentence = cue.clauses.sentence.span
    near = Span(span.start, span.stop + 1)
    if not sentence.overlaps(near) and not (
        0 <= span.start - sentence.stop <= 2 and _introduces(document, sentence)
    ):
        return None
    low, high = (span.stop, cue.span.start) if cue.span.start >= span.stop else (cue.span.stop, span.start)
    return sum(low <= token.span.start < high and token.tag != "PUNCT" for token in cue.clauses.tokens)


def _introduces(document: Document, sentence: Span) -> bool:
    return document.report.text[: sentence.stop].rstrip().endswith(":")


class _Reader:
    """Statements → quotes, from the first to the last: a speaker may be named once for several."""

    def __init__(self, document: Document, participants: Sequence[Participant]) -> None:
        self.document = document
        self.participants = participants
        self.last: Participant | None = None
        self.place = -10
        self.feminine: bool | None = None
        self.proper = named(document)
        starts = [clauses.sentence.span.start for clauses in document.clauses]
        self.topics = dict(zip(starts, before_each(document), strict=True))

    def quote(self, statement: Statement) -> Quote | None:
        """The quote, or None for a statement without quotation marks that nothing stands beside."""
        place = self._paragraph(statement.content)
        speaker = self._speaker(statement, place)
        if speaker.participant is None and statement.kind == "indirect" and not self._told(statement.cue):
            return None
        if speaker.participant is not None:
            if speaker.participant.mention.entity >= 0 or speaker.participant.actor:
                self.last, self.place = speaker.participant, place
            if statement.cue and statement.cue.speakers:
                self.feminine = self._feminine(statement.cue)
        report = self.document.report.id
        cue = statement.cue.span if statement.cue else None
        return Quote(
            id=stable_id(report, CODER, statement.content.start, statement.content.stop),
            report=report,
            kind=statement.kind,
            content=statement.content,
            cue=cue,
            speaker=speaker.participant,
            addressee=self._addressee(statement.cue),
            score=round(speaker.score, 3),
            coder=CODER,
        )

    def _paragraph(self, span: Span) -> int:
        for sentence in self.document.sentences:
            if sentence.span.stop > span.start:
                return sentence.paragraph
        return 0

    def _speaker(self, statement: Statement, place: int) -> Speaker:
        cue = statement.cue
        carried = Speaker(participant=self.last if place - self.place <= 2 else None, score=0.6)
        if cue is None:
            return carried
        if None not in (self.feminine, told := self._feminine(cue)) and told != self.feminine:
            carried = Speaker(participant=None, score=0.4)
        if carried.participant is None:
            carried = Speaker(participant=self._topic(cue), score=0.5)
        side = self._side(cue) or self._unlisted(cue)
        if side is None:
            return Speaker(participant=None, score=0.4) if cue.spoken else replace(carried, score=0.75)
        if side.mention.kind == "pronoun" and self._same_kind(side):
            return Speaker(participant=_as_mentioned(self.last, side), score=0.85)
        if self._contrary(side):  # "she", behind what a man said: nobody known, but not him
            return Speaker(participant=side, score=0.6)
        known = side.actor or side.country or side.mention.kind != "pronoun"
        return Speaker(participant=side, score=0.95) if known else replace(carried, score=0.6)

    def _side(self, cue: Cue) -> Participant | None:
        if not cue.speakers:
            return None
        return self.participants[cue.clauses.first + cue.speakers[0]]

    def _told(self, cue: Cue | None) -> bool:
        return (
            cue is not None and cue.words is not None and cue.lemma in vocabulary(self.document.language).bare
        )

    def _unlisted(self, cue: Cue) -> Participant | None:
        """A speaker that is no mention, as the text has it: a hospital worker, the agency; not the day."""
        if cue.words is None or not self._told(cue):
            return None
        if (words := somebody(cue.clauses, cue.words, cue.lemma, self.proper)) is None:
            return None
        mention = Mention(span=words, head=words, kind="agent", entity=-1, score=_UNLISTED)
        name = words.text(self.document.report.text)
        return Participant(
            mention=mention, actor=None, country=None, sectors=(), name=name, score=_UNLISTED, reasons=()
        )

    def _topic(self, cue: Cue) -> Participant | None:
        """Whom the sentence before spoke of, if it can be one who speaks."""
        topic = self.topics.get(cue.clauses.sentence.span.start)
        if topic is None or len(topic.mentions) > 1 or cue.prefix:
            return None
        side = self.participants[topic.mentions[0]]
        return side if agrees(topic, cue.clauses, cue.token, many=side.mention.plural) else None

    def _feminine(self, cue: Cue) -> bool | None:
        """The gender of the speaker as the verb tells it, None where it does not."""
        token = cue.clauses.tokens[cue.token]
        told = bool(cue.clauses.grammar.feminine_endings) and token.tag == "VERB" and token.form != "ger"
        if cue.prefix or not told:
            return None
        return feminine(cue.clauses, cue.token)

    def _same_kind(self, side: Participant) -> bool:
        """Whether a pronoun may mean the last speaker: nobody else is known for it, and the number fits."""
        if self.last is None or self.last.mention.plural != side.mention.plural:
            return False
        return side.actor is None and side.country is None and not self._contrary(side)

    def _contrary(self, side: Participant) -> bool:
        """Whether somebody is not the last speaker: a man and a woman, "she" and a body, "it" and a man."""
        last = self.last
        if last is None or {side.mention.gender, last.mention.gender} == {"male", "female"}:
            return last is not None
        if side.mention.kind != "pronoun" or side.actor or side.country:
            return False
        word = fold(side.mention.span.text(self.document.report.text))
        role = reference(self.document.language).owner([word])
        bodies = ("organisation", "country", "group")
        return _kind(last) in {"male": bodies, "female": bodies, "neuter": ("person",)}.get(role, ())

    def _addressee(self, cue: Cue | None) -> Participant | None:
        if cue is None or cue.lemma not in vocabulary(self.document.language).addressed:
            return None
        clauses: Clauses = cue.clauses
        if cue.chunk + 1 >= len(clauses.chunks):
            return None
        numbers = finding.heads(clauses, [clauses.chunks[cue.chunk + 1]])
        numbers = tuple(number for number in numbers if number not in cue.speakers)
        return self.participants[clauses.first + numbers[0]] if numbers else None


def _kind(one: Participant) -> str:
    return one.actor.kind if one.actor else one.mention.kind


def _as_mentioned(last: Participant | None, side: Participant) -> Participant | None:
    return replace(last, mention=side.mention) if last else None

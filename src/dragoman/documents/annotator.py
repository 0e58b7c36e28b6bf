"""Report → Document: language, sentences, tokens, dates, figures, mentions, in that order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from dragoman.documents import furniture, sentences
from dragoman.documents import grammar as grammars
from dragoman.documents.clauses import of_document
from dragoman.documents.coreference import link
from dragoman.documents.datelines import body_start
from dragoman.documents.dates import find_dates
from dragoman.documents.figures import find_figures
from dragoman.documents.languages import detect
from dragoman.documents.realms import with_realms
from dragoman.types import (
    DateExpression,
    Document,
    Figure,
    Finder,
    Locator,
    Mention,
    Place,
    Report,
    Sentence,
    Span,
    Token,
)

SERVED = ("ar", "en")
_Spanned = TypeVar("_Spanned", DateExpression, Figure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The two functions that a served language must bring."""

    tokenize: Callable[[str, Span], tuple[Token, ...]]
    mentions: Callable[[Sequence[Sentence], Finder], list[Mention]]


@cache
def language(iso: str) -> Language:
    """The module of a served language, loaded when it is first asked for."""
    if iso == "ar":
        from dragoman.documents.arabic import mentions as arabic
        from dragoman.documents.arabic.tokens import tokenize as tokenize_arabic

        return Language(tokenize=tokenize_arabic, mentions=arabic.find)
    from dragoman.documents.english import mentions as english
    from dragoman.documents.english.tokens import tokenize as tokenize_english

    return Language(tokenize=tokenize_english, mentions=english.find)


class Annotator:
    """Makes documents of reports.

    Args:
        finder: what knows the names of actors, titles and agents.
        locator: what knows places.
    """

    def __init__(self, finder: Finder, locator: Locator) -> None:
        self.finder = finder
        self.locator = locator

    def map(self, reports: Iterable[Report]) -> Iterator[Document]:
        """One document for each report, in order."""
        for report in reports:
            yield self.document(report)

    def document(self, report: Report) -> Document:
        """Everything that the report's language tells; a language not served gives an empty document."""
        iso = report.language or detect(report.text) or ""
        if iso not in SERVED:
            return Document(report=report, language=iso, sentences=(), served=False)
        text = report.text
        rubbish = tuple(furniture.find(text, report.title))
        parts = _sentences(text, iso, rubbish)
        dates = _outside(find_dates(text, iso, report.published), rubbish)
        figures = _outside(find_figures(text, iso), (*rubbish, *(date.span for date in dates)))
        found = with_realms(language(iso).mentions(parts, self.finder), parts, iso)
        found = [mention for mention in found if not any(mention.span == date.span for date in dates)]
        places = self.locator.locate(parts, iso, found)
        quotations = tuple(sentences.quotations(text, iso))
        located = _with_places(found, places, parts, grammars.load(iso).owning)
        mentions = link(text, iso, parts, located, quotations)
        document = Document(
            report=report,
            language=iso,
            sentences=parts,
            mentions=mentions,
            dates=tuple(dates),
            figures=tuple(figures),
            places=places,
            quotations=quotations,
            furniture=rubbish,
        )
        return replace(document, clauses=of_document(document, grammars.load(iso)))


def _with_places(
    found: Sequence[Mention], places: Sequence[Place], sentences: Sequence[Sentence], owning: AbstractSet[str]
) -> list[Mention]:
    """The mentions, and those places beside them that are nobody's name: Mosul can be attacked."""
    free = [
        Mention(span=place.span, head=place.span, kind="place", entity=-1, score=0.8, country=place.country)
        for place in places
        if not any(mention.span.overlaps(place.span) for mention in found)
    ]
    held = [_located(mention, places, sentences, owning) for mention in found]
    return sorted([*held, *free], key=lambda mention: (mention.span.start, mention.span.stop))


def _located(
    mention: Mention, places: Sequence[Place], sentences: Sequence[Sentence], owning: AbstractSet[str]
) -> Mention:
    """The mention with the country of the town in its title or name: the governor of Basra, Rome police."""
    said = mention.span if mention.kind == "agent" else mention.title
    if mention.country is not None or said is None:
        return mention
    towns = [place for place in places if place.resolution > 1 and said.holds(place.span)]
    inside = {place.country for place in towns if not _led_to(place, sentences, owning)}
    return replace(mention, country=inside.pop()) if len(inside) == 1 else mention


def _led_to(place: Place, sentences: Sequence[Sentence], owning: AbstractSet[str]) -> bool:
    """Whether a preposition other than "of" leads to the place: the envoy *to* Aden is of another country."""
    for sentence in sentences:
        if sentence.span.holds(place.span):
            before = [token for token in sentence.tokens if token.span.stop <= place.span.start][-1:]
            return any(token.tag == "ADP" and token.norm not in owning for token in before)
    return False


def _sentences(text: str, iso: str, rubbish: Sequence[Span]) -> tuple[Sentence, ...]:
    """The sentences that are no furniture, tokenised, with their paragraphs; a dateline is left out."""
    made: list[Sentence] = []
    paragraph, end = 0, 0
    opening = body_start(text)
    for span in sentences.split(text, iso):
        paragraph += "\n" in text[end : span.start]
        end = span.stop
        said = Span(opening, span.stop) if span.start < opening < span.stop else span
        if not any(part.overlaps(said) for part in rubbish):
            made.append(Sentence(span=said, tokens=language(iso).tokenize(text, said), paragraph=paragraph))
    return tuple(made)


def _outside(found: Sequence[_Spanned], spans: Sequence[Span]) -> list[_Spanned]:
    return [item for item in found if not any(span.overlaps(item.span) for span in spans)]

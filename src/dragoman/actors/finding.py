"""Text → every actor and place in it, with country and sectors on a day.

English and Arabic go through the annotator, so that pronouns and titles are resolved as in a report. Russian,
which has no annotator, gives what its names and titles say beside each other, and pronouns that can mean one
person alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from dragoman.actors import directory, places
from dragoman.actors.resolution import resolve
from dragoman.documents import grammar, sentences
from dragoman.documents.annotator import SERVED, Annotator
from dragoman.documents.languages import detect
from dragoman.documents.russian import coreference
from dragoman.documents.russian import mentions as russian
from dragoman.documents.russian.tokens import tokenize
from dragoman.errors import ReadError
from dragoman.text import fold, script
from dragoman.types import Document, Participant, Place, Report, Sentence, Span

PLACE = "place"
LANGUAGES = tuple(sorted((*SERVED, "ru")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An actor or a place in a text; ``id`` is the actor's, or ``geonames:`` and a number."""

    span: Span
    kind: str
    id: str | None
    name: str
    country: str | None
    sectors: tuple[str, ...]
    score: float
    reasons: tuple[str, ...] = ()


def find(text: str, language: str | None = None, on: date | None = None) -> Iterator[Found]:
    """Every actor and place in ``text``, in order.

    Args:
        text: in any language of ``LANGUAGES``.
        language: ISO 639-1; found from the text where it is None.
        on: the day on which offices count; without it, the last office that is listed.

    Raises:
        ReadError: the language is not one of them.
    """
    document = read(Report(id="text", text=text, language=language, published=on))
    where = _behind(document)
    found: list[Found] = []
    for one in resolve(document, directory.load()):
        if one.mention.kind == "country" and one.mention.span.start in where:
            found.append(_ground(one))
        elif one.mention.kind != "place":
            found.append(_actor(one))
    acting = [one.span for one in found if one.kind != PLACE]
    known = {one.span: _place(one) for one in document.places}
    found = [known.pop(one.span, one) if one.kind == PLACE else one for one in found]
    found += [one for span, one in known.items() if not any(other.overlaps(span) for other in acting)]
    return iter(sorted(found, key=lambda one: (one.span.start, one.span.stop, one.kind)))


def read(report: Report) -> Document:
    """The document of a report in any language of ``LANGUAGES``.

    Raises:
        ReadError: the language is not one of them.
    """
    iso = report.language or detect(report.text) or _by_script(report.text)
    if iso in SERVED:
        return _annotator().document(replace(report, language=iso))
    if iso != "ru":
        wanted = ", ".join(LANGUAGES)
        raise ReadError("language-not-served", f"language {iso or 'unknown'!r} is not one of {wanted}")
    return _russian(report)


def _behind(document: Document) -> frozenset[int]:
    """Where words begin behind a preposition of place: Moscow in "in Moscow", not in "Moscow agreed"."""
    if document.language not in SERVED:
        return frozenset()
    before = grammar.load(document.language).place_prepositions
    tokens = [token for part in document.sentences for token in part.tokens]
    return frozenset(behind.span.start for token, behind in pairwise(tokens) if token.norm in before)


def _by_script(text: str) -> str:
    """The language of a text too short for a model."""
    return {"latin": "en", "arabic": "ar", "cyrillic": "ru"}.get(script(text), "")


def _russian(report: Report) -> Document:
    text = report.text
    parts = tuple(
        Sentence(span=span, tokens=tokenize(text, span), paragraph=0) for span in sentences.split(text, "ru")
    )
    found = tuple(russian.find(parts, directory.load()))
    return Document(
        report=report,
        language="ru",
        sentences=parts,
        mentions=coreference.link(parts, found),
        places=places.load().locate([_as_written(part) for part in parts], "ru", found),
        served=False,
    )


def _as_written(sentence: Sentence) -> Sentence:
    """The sentence with its words in full: the tokenizer takes their endings off, and names lose theirs."""
    return replace(sentence, tokens=tuple(replace(token, norm=fold(token.text)) for token in sentence.tokens))


def _actor(one: Participant) -> Found:
    return Found(
        span=one.mention.span,
        kind=one.actor.kind if one.actor is not None else one.mention.kind,
        id=one.actor.id if one.actor is not None else None,
        name=one.name,
        country=one.country,
        sectors=one.sectors,
        score=one.score,
        reasons=one.reasons,
    )


def _ground(one: Participant) -> Found:
    """A state or its capital where it is the place of something."""
    return replace(_actor(one), kind=PLACE, id=None, sectors=(), reasons=())


def _place(one: Place) -> Found:
    return Found(
        span=one.span,
        kind=PLACE,
        id=f"geonames:{one.geonameid}" if one.geonameid is not None else None,
        name=one.name,
        country=one.country,
        sectors=(),
        score=1.0,
    )


@cache
def _annotator() -> Annotator:
    return Annotator(directory.load(), places.load())

"""Who is meant by pronouns, bare titles, institutions and surnames in whole reports."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import msgspec
import pytest

from dragoman.actors import directory, places
from dragoman.actors.resolution import resolve
from dragoman.documents.annotator import Annotator
from dragoman.resources import read_yaml
from dragoman.types import Participant, Report

GOLDEN = Path(__file__).parents[1] / "golden" / "links"


class Link(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: str
    nth: int = 1
    actor: str | msgspec.UnsetType | None = msgspec.UNSET
    country: str | msgspec.UnsetType | None = msgspec.UNSET
    sectors: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    text: str
    links: tuple[Link, ...]
    published: date | None = None


def cases() -> list[tuple[str, Case, Link]]:
    return [
        (path.stem, case, link)
        for path in sorted(GOLDEN.glob("*.yml"))
        for case in read_yaml(path, list[Case])
        for link in case.links
    ]


def meant(language: str, case: Case, link: Link) -> Participant:
    report = Report(id="1", text=case.text, language=language, published=case.published)
    known = directory.load()
    document = Annotator(known, places.load()).document(report)
    starts = [found.start() for found in re.finditer(rf"\b{re.escape(link.words)}\b", case.text)]
    start = starts[link.nth - 1]
    sides = resolve(document, known)
    held = [side for side in sides if side.mention.span.start <= start < side.mention.span.stop]
    assert len(held) == 1, [side.mention for side in held]
    return held[0]


@pytest.mark.parametrize(("language", "case", "link"), cases(), ids=lambda value: getattr(value, "words", ""))
def test_a_mention_is_linked_to_whom_it_means(language: str, case: Case, link: Link) -> None:
    side = meant(language, case, link)
    told = {
        "actor": side.actor.id if side.actor else None,
        "country": side.country,
        "sectors": side.sectors,
    }
    wanted = {name: getattr(link, name) for name in told if getattr(link, name) is not msgspec.UNSET}
    assert wanted, "a link that says nothing of whom it means"
    assert {name: told[name] for name in wanted} == wanted, side.reasons

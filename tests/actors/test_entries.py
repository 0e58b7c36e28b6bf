"""What a person writes, read."""

from __future__ import annotations

from datetime import date

import pytest
from tests.actors.conftest import Reader

from dragoman.actors.entries import actor, day
from dragoman.errors import ResourceError


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        (2014, date(2014, 1, 1), date(2014, 12, 31)),
        ("2014-02", date(2014, 2, 1), date(2014, 2, 28)),
        (date(2014, 2, 3), date(2014, 2, 3), date(2014, 2, 3)),
        ("2014-02-03", date(2014, 2, 3), date(2014, 2, 3)),
        (None, None, None),
    ],
)
def test_a_date_may_be_a_year_or_a_month(written: object, first: date | None, last: date | None) -> None:
    assert day(written, last=False) == first
    assert day(written, last=True) == last


@pytest.mark.parametrize("written", ["2014-13", "soon", "2014-02-30", "", 99999, True])
def test_no_date_is_said_to_be_none(written: object) -> None:
    with pytest.raises(ResourceError, match="no date"):
        day(written, last=False)


def test_an_entry_becomes_an_actor(listing: Reader) -> None:
    (entry,) = listing(
        """
- id: party
  kind: organisation
  code: IRQ
  sectors: [PTY]
  names: {en: [The Party], ar: [الحزب]}
  abbreviations: {en: [TP]}
  ambiguous: {en: [The Party, Party]}
  identifiers: {wikidata: Q1, geonames: 5}
  roles: [{title: ruling party, sectors: [GOV], since: 2003, until: 2005-05}]
"""
    )
    made = actor(entry)
    assert [(name.text, name.use) for name in made.names] == [
        ("The Party", "name"),
        ("الحزب", "name"),
        ("TP", "abbreviation"),
        ("Party", "name"),
    ]
    assert made.identifiers == (("wikidata", "Q1"), ("geonames", "5"))
    office, always = made.roles
    assert (office.country, office.since, office.until) == ("IRQ", date(2003, 1, 1), date(2005, 5, 31))
    assert (always.title, always.country, always.sectors) == ("", "IRQ", ("PTY",))


def test_a_title_is_no_actor(listing: Reader) -> None:
    (entry,) = listing("- {id: king, kind: title, names: {en: [king]}}")
    with pytest.raises(ValueError, match="no actor"):
        actor(entry)

"""Offices by date."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.actors.roles import namesake, plausible, standing, told
from dragoman.types import Actor, Name, Role

PREMIER = Role(
    title="prime minister", country="IRQ", sectors=("GOV",), since=date(2006, 5, 20), until=date(2014, 9, 8)
)
DEPUTY = Role(title="member of parliament", country="IRQ", sectors=("LEG",), since=date(2018, 1, 1))
SECRETARY = Role(title="leader of the party", country="IRQ", sectors=("PTY",), since=date(2007, 1, 1))


def person(*roles: Role) -> Actor:
    return Actor(id="person:x", kind="person", names=(Name(text="X Y", language="en"),), roles=roles)


@pytest.mark.parametrize(
    ("on", "said", "sectors"),
    [
        (date(2010, 1, 1), (), ("GOV",)),
        (date(2010, 1, 1), ("ELI",), ("GOV",)),
        (date(2014, 9, 8), (), ("GOV",)),
        (date(2016, 1, 1), (), ("ELI",)),
        (date(2016, 1, 1), ("GOV",), ("GOV",)),
        (date(2020, 1, 1), (), ("LEG",)),
        (date(2000, 1, 1), (), ()),
        (date(2000, 1, 1), ("OPP",), ("OPP",)),
        (None, (), ("LEG",)),
        (None, ("GOV",), ("GOV",)),
    ],
)
def test_sectors_by_the_office_of_the_day(
    on: date | None, said: tuple[str, ...], sectors: tuple[str, ...]
) -> None:
    found = standing(person(PREMIER, DEPUTY), on, said)
    assert (found.country, found.sectors) == ("IRQ", sectors)
    assert found.reason


def test_without_a_date_only_who_governed_long_is_taken_to_govern() -> None:
    brief = Role(
        title="president", country="USA", sectors=("GOV",), since=date(2009, 1, 20), until=date(2017, 1, 20)
    )
    long = Role(
        title="chancellor", country="DEU", sectors=("GOV",), since=date(2005, 1, 1), until=date(2021, 1, 1)
    )
    before = Role(title="senator", country="USA", sectors=("LEG",), until=date(2009, 1, 1))
    leader = Role(title="leader", country="USA", sectors=("GOV", "PTY"), since=date(2018, 1, 1))
    assert standing(person(before, brief), None).sectors == ()
    assert standing(person(before, brief), None).country == "USA"
    assert standing(person(before, brief), None, ("GOV",)).sectors == ("GOV",)
    assert standing(person(long), None).sectors == ("GOV",)
    assert standing(person(leader), None).sectors == ("PTY",)


def test_without_a_date_who_was_nothing_else_of_late_is_taken_to_govern() -> None:
    envoy = Role(
        title="ambassador", country="USA", sectors=("GOV",), since=date(2016, 8, 1), until=date(2019, 5, 1)
    )
    old = Role(title="minister", country="USA", sectors=("GOV",), until=date(1999, 1, 1))
    assert standing(person(envoy), None).sectors == ("GOV",)
    assert standing(person(old), None).sectors == ()


def test_without_a_date_the_country_in_the_text_says_which_office_is_meant() -> None:
    council = Role(title="president of the council", country="EUR", sectors=(), since=date(2014, 12, 1))
    premier = Role(title="premier", country="POL", sectors=("GOV",), since=date(2023, 12, 13))
    both = person(council, premier)
    stood = standing(both, None, country="EUR")
    assert (stood.country, stood.sectors) == ("EUR", ())
    assert standing(both, None, ("GOV",), "POL").country == "POL"


def test_a_title_is_given_for_a_while_after_the_office() -> None:
    envoy = Role(title="ambassador", country="IRQ", sectors=("GOV",), until=date(2019, 5, 1))
    senator = Role(title="senator", country="IRQ", sectors=("LEG",), since=date(2019, 5, 20))
    assert standing(person(envoy, senator), date(2019, 6, 1), ("GOV",)).sectors == ("GOV",)
    assert standing(person(envoy, senator), date(2021, 6, 1), ("GOV",)).sectors == ("LEG",)


def test_who_holds_another_office_long_after_is_a_namesake() -> None:
    once = person(Role(title="minister", country="USA", sectors=("GOV",), until=date(1992, 1, 1)))
    assert namesake(once, date(2017, 1, 1), ("JUD",))
    assert not namesake(once, date(2017, 1, 1), ("GOV",))
    assert not namesake(once, date(2017, 1, 1), ("ELI",))
    assert not namesake(once, date(2017, 1, 1), ("EDU",))
    assert not namesake(once, date(1992, 6, 1), ("JUD",))
    assert not namesake(once, None, ("JUD",))


def test_of_two_offices_the_one_in_the_text_comes_first() -> None:
    both = person(PREMIER, SECRETARY)
    assert standing(both, date(2010, 1, 1)).sectors == ("PTY", "GOV")
    assert standing(both, date(2010, 1, 1), ("GOV",)).sectors == ("GOV", "PTY")


def test_a_country_that_changed_is_that_of_the_office() -> None:
    envoy = Role(title="envoy", country="UNO", sectors=(), since=date(2015, 1, 1), until=date(2016, 1, 1))
    moved = person(PREMIER, envoy)
    assert standing(moved, date(2010, 1, 1)).country == "IRQ"
    assert standing(moved, date(2015, 6, 1)).country == "UNO"
    assert standing(moved, date(2000, 1, 1)).country is None
    assert standing(moved, None).country == "UNO"


def test_what_holds_at_all_times() -> None:
    body = Actor(
        id="b",
        kind="organisation",
        names=(),
        roles=(Role(title="", country="IRQ", sectors=("PTY",)),),
    )
    assert standing(body, date(1900, 1, 1)).sectors == ("PTY",)
    assert standing(body, None).country == "IRQ"


@pytest.mark.parametrize(
    ("year", "sure", "unsure"),
    [
        (1980, False, False),
        (1995, True, False),
        (2010, True, True),
        (2030, True, True),
        (2050, True, False),
        (2180, False, False),
    ],
)
def test_who_may_be_meant_in_a_year(year: int, sure: bool, unsure: bool) -> None:
    premier = person(PREMIER)
    assert plausible(premier, date(year, 6, 1), sure=True) is sure
    assert plausible(premier, date(year, 6, 1), sure=False) is unsure
    assert plausible(premier, None, sure=False)
    assert plausible(person(DEPUTY), date(2900, 1, 1), sure=False)


@pytest.mark.parametrize(
    ("title", "sectors"),
    [
        ("head of Russia's Federal Service for Cooperation", ("GOV",)),
        ("chairman of the party's central committee", ("PTY",)),
        ("commander of the 9th Division", ("MIL",)),
        ("رئيس لجنة الطوارئ", ("GOV",)),
        ("глава комитета", ("GOV",)),
        ("a friend of the family", ()),
        ("", ()),
    ],
)
def test_the_body_in_a_title_says_the_sector(title: str, sectors: tuple[str, ...]) -> None:
    assert told(title) == sectors

"""Places in text, and the choice among those of one name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.actors.conftest import tokens

from dragoman.actors import gazetteer, places
from dragoman.actors.forms import key, name_key
from dragoman.text import fold
from dragoman.types import Mention, Place, Sentence, Span, Token


def chosen(text: str, *countries: str, language: str = "en") -> dict[str, Place]:
    """What each name means in a report that names the countries in front."""
    sentence = Sentence(span=Span(0, len(text)), tokens=tokens(text, language), paragraph=0)
    mentions = [
        Mention(span=Span(0, 0), head=Span(0, 0), kind="country", entity=at, country=country)
        for at, country in enumerate(countries)
    ]
    found = places.load().locate([sentence], language, mentions)
    return {place.span.text(text): place for place in found}


@pytest.mark.parametrize(
    ("text", "words", "country", "resolution"),
    [
        ("The battle of Mosul began.", "Mosul", "IRQ", 4),
        ("Talks in St. Petersburg ended.", "St. Petersburg", "RUS", 4),
        ("They met in Moscow.", "Moscow", "RUS", 4),
        ("The war in Iraq", "Iraq", "IRQ", 1),
        ("Shelling in Donbas", "Donbas", "UKR", 2),
        ("Families left the Gaza Strip.", "Gaza Strip", "PSE", 2),
        ("They met in Geneva.", "Geneva", "CHE", 4),
        ("Voters in Wisconsin", "Wisconsin", "USA", 2),
        ("Voters in New Jersey", "New Jersey", "USA", 2),
    ],
)
def test_a_place_that_is_clear_by_itself(text: str, words: str, country: str, resolution: int) -> None:
    place = chosen(text)[words]
    assert (place.country, place.resolution) == (country, resolution)


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("في الموصل", "الموصل", "IRQ"),
        ("معركة الرقة", "الرقة", "SYR"),
        ("في محافظة الأنبار", "الأنبار", "IRQ"),
        ("وصل إلى موسكو", "موسكو", "RUS"),
        ("في سيناء", "سيناء", "EGY"),
        ("وبغداد", "بغداد", "IRQ"),
    ],
)
def test_arabic_places(text: str, words: str, country: str) -> None:
    assert chosen(text, language="ar")[words].country == country


def test_russian_places() -> None:
    assert chosen("Москва и Мосул", language="ru")["Мосул"].country == "IRQ"


def test_the_countries_of_the_report_decide() -> None:
    assert chosen("Fighting in Tripoli", "LBY")["Tripoli"].country == "LBY"
    assert chosen("Fighting in Tripoli", "LBN", "SYR")["Tripoli"].country == "LBN"
    assert chosen("A court in Georgia", "USA")["Georgia"].country == "USA"
    assert chosen("A court in Georgia", "GEO", "USA")["Georgia"].country == "GEO"
    assert chosen("A road in Birmingham", "USA")["Birmingham"].country == "USA"


@pytest.mark.parametrize(
    "text",
    [
        "Nice weather today",
        "Vice squads",
        "Reading is fun.",
        "The Mobile network",
        "Paris Hilton came.",
        "Andrew Jackson won.",
    ],
)
def test_words_and_people_that_are_also_towns(text: str) -> None:
    assert chosen(text) == {}
    assert chosen(text, "USA", "FRA", "GBR") == {}


@pytest.mark.parametrize("text", ["نشر الخبر أمس", "مع أن الأمر صعب", "في المدينة", "ثلاث نساء"])
def test_arabic_words_that_are_also_towns(text: str) -> None:
    assert chosen(text, "SAU", "JOR", language="ar") == {}


def test_a_doubtful_name_needs_a_word_before_it_and_its_country() -> None:
    assert chosen("An attack in Nice", "FRA")["Nice"].country == "FRA"
    assert "Nice" not in chosen("An attack in Nice", "USA")
    assert chosen("في مدينة الخبر", "SAU", language="ar")["الخبر"].country == "SAU"


def test_nothing_is_chosen_of_nothing() -> None:
    assert places.load().locate((), "en", ()) == ()


def test_capitals_are_wanted_and_abbreviations_are_not() -> None:
    assert chosen("the mosul front") == {}
    assert chosen("the DACA rule", "BGD") == {}


def test_the_table_is_sound() -> None:
    table = gazetteer.cities()
    assert len(table) > 10_000
    for city in table:
        assert len(city.country) == 3
        assert -90 <= city.latitude <= 90
        assert -180 <= city.longitude <= 180
        assert all(name and (name_key(name.rstrip("?!")) == name.rstrip("?!")) for name in city.names if name)
    assert table == sorted(table, key=lambda city: city.resolution)


def test_the_hand_written_regions_are_sound() -> None:
    regions = gazetteer.regions()
    assert len(regions) >= 600
    assert len({region.name for region in regions}) == len(regions)
    numbers = [region.id for region in regions if region.id is not None]
    assert len(set(numbers)) == len(numbers)
    for region in regions:
        assert region.en or region.ar
        assert -90 <= region.lat <= 90
        assert -180 <= region.lon <= 180
        assert region.country is None or len(region.country) == 3


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["New", "York", "City", "-", ".", "in", "St", "Moscow", "", "Of"]), max_size=10)
)
def test_spans_lie_within_the_row(row: list[str]) -> None:
    at = 0
    made = []
    for one in row:
        made.append(Token(span=Span(at, at + len(one)), text=one, norm=fold(one), lemma=one, tag="NOUN"))
        at += len(one) + 1
    for named in places.load().find(made, "en"):
        assert 0 <= named.start < named.stop <= len(made)
        assert key(made[named.start].norm)
        assert named.candidates

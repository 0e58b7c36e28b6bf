"""Whom somebody's counterpart means."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.actors.resolution import resolve
from dragoman.pipeline import tools
from dragoman.types import Participant, Report

ON = date(2017, 3, 6)


def last_person(text: str, language: str, on: date | None = ON) -> Participant:
    parts = tools(0.5, "frames")
    document = parts.annotator.document(Report(id="1", text=text, language=language, published=on))
    people = [one for one in resolve(document, parts.directory) if one.mention.kind == "person"]
    return people[-1]


@pytest.mark.parametrize(
    ("text", "language", "id"),
    [
        (
            "Russian Foreign Minister Sergei Lavrov called his Iranian counterpart.",
            "en",
            "mohammad-javad-zarif",
        ),
        ("Saudi Foreign Minister Adel al-Jubeir phoned his American counterpart.", "en", "rex-tillerson"),
        ("Vladimir Putin and his Turkish counterpart spoke.", "en", "recep-tayyip-erdogan"),
        ("استقبل وزير الخارجية المصري سامح شكري نظيره الإيراني.", "ar", "mohammad-javad-zarif"),
        ("التقى الرئيس التركي رجب طيب أردوغان نظيره الروسي.", "ar", "vladimir-putin"),
    ],
)
def test_a_counterpart_holds_the_same_office_that_day(text: str, language: str, id: str) -> None:
    found = last_person(text, language)
    assert found.actor is not None
    assert found.actor.id == id
    assert found.score < 0.75
    assert any("counterpart" in reason for reason in found.reasons)


def test_who_is_not_known_has_the_sectors_of_the_other() -> None:
    found = last_person("The Kuwaiti defence minister received his French counterpart.", "en")
    assert (found.actor, found.country, found.sectors) == (None, "FRA", ("GOV",))


def test_without_a_day_nobody_holds_an_office() -> None:
    found = last_person("Russian Foreign Minister Sergei Lavrov called his Iranian counterpart.", "en", None)
    assert (found.actor, found.country, found.sectors) == (None, "IRN", ("GOV",))


def test_a_president_who_does_not_govern_is_no_counterpart_of_one_who_does() -> None:
    found = last_person("Russian President Vladimir Putin called his German counterpart.", "en")
    assert (found.actor, found.country) == (None, "DEU")


def test_a_counterpart_is_not_of_the_country_of_whom_he_belongs_to() -> None:
    found = last_person("Saudi Foreign Minister Adel al-Jubeir met his counterpart.", "en")
    assert found.country is None


def test_two_who_may_be_meant_by_the_suffix_are_nobody() -> None:
    text = "قال الرئيس التركي رجب طيب أردوغان إن وزير الخارجية المصري سامح شكري التقى نظيره الروسي."
    assert last_person(text, "ar").actor is None


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [
        ("The UN special envoy for Yemen, Martin Griffiths, spoke.", "en", "UNO"),
        ("The US special envoy for Syria James Jeffrey spoke.", "en", "USA"),
        ("The EU special representative for Iran spoke.", "en", "EUR"),
        ("The envoy of Iran spoke.", "en", "IRN"),
        ("The special envoy for Yemen spoke.", "en", None),
        ("التقى المبعوث الأممي إلى اليمن مارتن غريفيث وفدا.", "ar", "UNO"),
    ],
)
def test_an_envoy_is_of_who_sends_him(text: str, language: str, country: str | None) -> None:
    assert last_person(text, language, date(2018, 9, 6)).country == country


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [
        ("Protesters attacked the US embassy in Baghdad.", "en", "USA"),
        (
            "Iraq was calm. Gunmen attacked the embassy in Baghdad. Iraq and Iraq said so.",
            "en",
            None,
        ),
        ("Western diplomats in Moscow waited.", "en", None),
        ("هاجم متظاهرون السفارة الأمريكية في بغداد.", "ar", "USA"),
        ("قال العراق ذلك. وقال العراق إن السفارة آمنة. وسكت العراق. وانتظر العراق.", "ar", None),
    ],
)
def test_an_embassy_is_of_who_sends_it(text: str, language: str, country: str | None) -> None:
    parts = tools(0.5, "frames")
    document = parts.annotator.document(Report(id="1", text=text, language=language, published=ON))
    found = resolve(document, parts.directory)
    (one,) = {one.country for one in found if one.actor and one.actor.id == "foreign-ministry"}
    assert one == country

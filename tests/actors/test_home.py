"""Whose own the cabinet, the army and the coalition of a report are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests import factory

from dragoman import pipeline
from dragoman.actors.origins import origin
from dragoman.actors.standins import meant
from dragoman.types import Analysis, Participant, Report


def found(text: str, words: str, publisher: str | None = None, on: date = date(2016, 5, 6)) -> Participant:
    """The participant whose mention is ``words``."""
    given = replace(factory.report(text, "ar", published=on), publisher=publisher)
    (analysis,) = pipeline.analyse([given], pipeline.tools(0.5, "frames"))
    assert isinstance(analysis, Analysis)
    return next(one for one in analysis.participants if one.mention.span.text(text) == words)


@pytest.mark.parametrize(
    ("publisher", "url", "country"),
    [
        ("Okaz", None, "SAU"),
        ("Jawhara FM", None, "TUN"),
        (None, "https://www.petra.example.jo/page", "JOR"),
        (None, "https://www.alriyadh.com/1", "SAU"),
        (None, "https://news.example.tv/1", None),
        ("Nobody", "http://[broken", None),
        (None, None, None),
    ],
)
def test_a_publisher_is_of_a_country(publisher: str | None, url: str | None, country: str | None) -> None:
    assert origin(Report(id="1", text="", publisher=publisher, url=url)) == country


def test_the_cabinet_of_a_paper_is_that_of_its_country() -> None:
    text = "هنأ مجلس الوزراء جمهورية الصين."
    assert found(text, "مجلس الوزراء", "عكاظ").country == "SAU"
    assert found(text, "مجلس الوزراء").country is None


def test_an_army_is_that_of_the_country_a_report_is_about() -> None:
    text = "وصل الوزير اليمني إلى صنعاء. عاد الهدوء إلى اليمن. وتقدم الجيش الوطني نحو صنعاء."
    assert found(text, "الجيش الوطني").country == "YEM"


def test_its_citizens_are_those_of_the_state_before() -> None:
    assert found("دعت السلطات الإيرانية مواطنيها إلى الحذر من تركيا.", "مواطنيها").country == "IRN"


def test_the_movement_is_the_one_named_before() -> None:
    text = "قالت حركة النهضة إنها ترفض القانون. ودعت الحركة البرلمان إلى التصويت."
    assert found(text, "الحركة").country == "TUN"


def test_the_delegation_is_the_one_of_a_country_named_before() -> None:
    text = "وصل وفد كندي إلى عمان. واجتمع الوفد مع الوزير الأردني."
    assert found(text, "الوفد").country == "CAN"


def test_a_governor_is_of_the_country_of_his_town() -> None:
    assert found("قال محافظ البصرة إن الوضع هادئ.", "محافظ البصرة").country == "IRQ"
    assert found("قال المبعوث الخاص إلى صنعاء إن الوضع هادئ.", "المبعوث الخاص إلى صنعاء").country != "YEM"


def test_planes_have_a_model_before_their_demonym() -> None:
    assert found("شنت قاذفات تو-22 روسية غارات.", "قاذفات تو-22 روسية").country == "RUS"


@pytest.mark.parametrize(
    ("main", "on", "named", "body"),
    [
        ("YEM", date(2016, 1, 1), (), "saudi-led-coalition"),
        ("YEM", date(2014, 1, 1), (), None),
        ("IRQ", date(2016, 1, 1), ("islamic-state",), "anti-isis-coalition"),
        ("IRQ", date(2016, 1, 1), (), None),
        ("YEM", None, (), None),
    ],
)
def test_the_coalition_is_that_of_the_war(
    main: str, on: date | None, named: tuple[str, ...], body: str | None
) -> None:
    assert meant("coalition-forces", main, on, named) == body


def test_a_name_with_the_ending_of_origin_is_another_name() -> None:
    text = "قال محمد منصور إن الاتفاق قريب. وصل محمد منصور أمس."
    assert found(text, "محمد منصور", on=date(2012, 5, 6)).actor is None


def test_irregulars_are_at_home_where_the_sentence_says() -> None:
    text = "قال الرئيس المصري إن الحكومة المصرية تدعم الجيش المصري في مصر. هاجم مسلحون قرية."
    assert found(text, "مسلحون").country is None


@pytest.mark.parametrize(
    ("text", "id", "country"),
    [
        (
            "The Justice Department in Manila accused two senators. Philippine President Aquino praised it.",
            "justice-ministry",
            "PHL",
        ),
        (
            "The Justice Department accused Iran. The United States imposed sanctions.",
            "us-justice-department",
            "USA",
        ),
    ],
)
def test_a_justice_department_is_that_of_the_country_of_the_report(text: str, id: str, country: str) -> None:
    given = factory.report(text, published=date(2013, 5, 6))
    (analysis,) = pipeline.analyse([given], pipeline.tools(0.5, "frames"))
    assert isinstance(analysis, Analysis)
    one = analysis.participants[0]
    assert one.actor is not None
    assert (one.actor.id, one.country) == (id, country)


def test_a_country_of_theirs_that_is_named_nowhere() -> None:
    text = "Some Israeli commentators argue that time works against their country, others disagree."
    report = Report(id="1", text=text, language="en")
    (analysis,) = pipeline.analyse([report], pipeline.tools(0.5, "frames"))
    assert isinstance(analysis, Analysis)
    assert analysis.document.served

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.wording import wordy

from dragoman.documents.dates import find_dates
from dragoman.documents.figures import LANGUAGES, find_figures, outside
from dragoman.documents.figures.vocabulary import FigureRules, read_number
from dragoman.evaluation import goldens
from dragoman.resources import language_file, read_yaml
from dragoman.types import Figure

CASES = list(goldens.cases(goldens.folder("figures")()))


@pytest.mark.parametrize(("language", "case"), CASES, ids=lambda part: getattr(part, "text", part))
def test_golden(language: str, case: goldens.Case) -> None:
    assert goldens.figures(case, language) == case.expected


def test_golden_covers_every_language() -> None:
    counts = Counter(language for language, _ in CASES)
    assert counts["en"] >= 40
    assert counts["ar"] >= 40
    assert counts["ru"] >= 20


def test_unknown_language_has_no_figures() -> None:
    assert find_figures("400 soldiers", "fr") == []


def test_figures_within_dates_are_dropped() -> None:
    text = "On 25 May 20 soldiers and in May 2014 three officers died, two days ago 400 people."
    figures, dates = find_figures(text, "en"), find_dates(text, "en", date(2017, 7, 25))
    kept = [figure.span.text(text) for figure in outside(figures, dates)]
    assert kept == ["20 soldiers", "three officers", "400 people"]
    assert outside([], dates) == []
    assert outside(figures, []) == figures


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("en", "1,500", ("number", 1500)),
        ("en", "1,500,000", ("number", 1500000)),
        ("en", "1,500.25", ("number", 1500.25)),
        ("en", "1.500", ("number", 1.5)),
        ("en", "3,5", None),
        ("ar", "3,5", ("number", 3.5)),
        ("ar", "60.417", ("dotted", 60417)),
        ("ar", "6.671.878", ("number", 6671878)),
        ("ar", "٣٫٥", ("number", 3.5)),
        ("ar", "١٬٥٠٠", ("number", 1500)),
        ("ru", "1 500 000", ("number", 1500000)),
        ("ru", "3,5", ("number", 3.5)),
        ("en", "5-7", ("pair", (5.0, 7.0))),
        ("en", "7-5", None),
        ("en", "2014-16", None),
        ("en", "2014", ("year", 2014)),
        ("en", "007", None),
        ("en", "10:30", None),
        ("en", "1.2.3", None),
        ("en", "9" * 18, None),
    ],
)
def test_numbers(language: str, body: str, expected: tuple[str, object] | None) -> None:
    found = read_number(body, "", read_yaml(language_file(language, "figures.yml"), FigureRules))
    assert (found and found[:2]) == expected


WORDS = {
    "en": (
        "a two half a dozen hundred thousand million and three of the dozens at least over nearly about "
        "$ USD 5 1,500 2014 5-7 % percent dollars people soldiers third visit km between to . - ( ) "
        "killed m bn "
    ),
    "ar": (
        "خمسة وعشرون مليون ونصف آلاف ألف ألفين مئة و من نحو أكثر من ما لا يقل عن 5 60.417 دولار عراقي في "
        "المئة جنود شخصا الزيارة الثالثة بين إلى % . ، ( ) مقتل عشرات جنديان "
    ),
    "ru": (
        "два двадцать пять тысяч миллиона млн . более до около 5 1 500 3,5 долларов % человек третий "
        "визит от с "
    ),
}


def check(text: str, figures: list[Figure]) -> None:
    last = 0
    for figure in figures:
        assert last <= figure.span.start < figure.span.stop <= len(text)
        last = figure.span.stop
        assert figure.low is not None or figure.high is not None
        if figure.low is not None and figure.high is not None:
            assert 0 <= figure.low <= figure.high < 1e16
        assert figure.unit
        if figure.about:
            assert figure.span.holds(figure.about)


@given(wordy(WORDS))
def test_figures_lie_in_the_text_in_order(case: tuple[str, str]) -> None:
    language, text = case
    check(text, find_figures(text, language))


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text(text: str, language: str) -> None:
    check(text, find_figures(text, language))


@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "five hundred ",
        "111 ",
        "million ",
        "خمسة و",
        "more than ",
        "5-",
        "$",
        "3 new ",
        "двадцать ",
        "1,",
        "a ",
    ],
)
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    for language in LANGUAGES:
        check(text, find_figures(text, language))

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import date

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.wording import wordy

from dragoman.documents.dates import LANGUAGES, find_dates
from dragoman.documents.dates.vocabulary import DateRules, read_number
from dragoman.evaluation import goldens
from dragoman.resources import language_file, read_yaml
from dragoman.types import DateExpression

ARABIC = ("ar", "ar_IQ", "ar_SY", "ar_LB", "ar_DZ", "ar_TN", "ar_MA", "ar_MR")
TUESDAY = date(2017, 7, 25)


CASES = list(goldens.cases(goldens.folder("dates")()))


@pytest.mark.parametrize(("language", "case"), CASES, ids=lambda part: getattr(part, "text", part))
def test_golden(language: str, case: goldens.Case) -> None:
    assert goldens.dates(case, language) == case.expected


def test_golden_covers_every_language() -> None:
    counts = Counter(language for language, _ in CASES)
    assert counts["en"] >= 60
    assert counts["ar"] >= 60
    assert counts["ru"] >= 30


@pytest.mark.parametrize("locale", ["en", *ARABIC, "ru"])
def test_every_month_of_cldr_is_known(locale: str) -> None:
    for month, name in Locale.parse(locale).months["format"]["wide"].items():
        text = f"5 {name} 2017"
        assert [one.start for one in find_dates(text, locale[:2], None)] == [date(2017, month, 5)], text


@pytest.mark.parametrize("locale", ["en", "ar", "ru"])
def test_every_weekday_of_cldr_is_known(locale: str) -> None:
    for weekday, name in Locale.parse(locale).days["format"]["wide"].items():
        text = f"{name}, 5/5/2017"
        assert [one.span.text(text) for one in find_dates(text, locale, None)] == [text]
        if name != "среда":  # also "environment": only a preposition shows which
            [alone] = find_dates(name, locale, TUESDAY)
            assert alone.start is not None
            assert alone.start.weekday() == weekday


@pytest.mark.parametrize("language", LANGUAGES)
def test_spelling_with_and_without_marks(language: str) -> None:
    pairs = {"en": ("MAY 5, 2017", "May 5, 2017"), "ar": ("5 ابريل 2017 غدا", "5 أبريل 2017 غدًا")}
    plain, marked = pairs.get(language, ("семь дней назад", "Семь дней назад"))
    days = [[(one.start, one.end) for one in find_dates(text, language, TUESDAY)] for text in (plain, marked)]
    assert days[0] == days[1] != []


def test_digits_of_any_script() -> None:
    texts = ("23 تموز 2017", "٢٣ تموز ٢٠١٧", "۲۳ تموز ۲۰۱۷")
    assert {find_dates(text, "ar", None)[0].start for text in texts} == {date(2017, 7, 23)}


def test_unknown_language_has_no_dates() -> None:
    assert find_dates("25 July 2017", "fr", TUESDAY) == []


def test_relative_words_need_a_reference() -> None:
    text = "today, yesterday, on Tuesday, last week, next month, two days ago, on 5 May; this year"
    assert all(one.start is not None for one in find_dates(text, "en", TUESDAY))
    without = find_dates(text, "en", None)
    assert len(without) == 8
    assert {(one.start, one.end) for one in without} == {(None, None)}


@pytest.mark.parametrize(
    ("body", "suffix", "expected"),
    [
        ("25/7/2017", "", ("date", (2017, 7, 25), False)),
        ("7/25/2017", "", ("date", (2017, 7, 25), False)),
        ("3/5/2017", "", ("unclear", None, False)),
        ("2017-07-25", "", ("date", (2017, 7, 25), False)),
        ("2011-12", "", None),
        ("2014-16", "", ("year_range", (2014, 2016), False)),
        ("2014-07", "", ("date", (2014, 7, 0), False)),
        ("5-3", "", None),
        ("3.5", "", None),
        ("10:30", "", None),
        ("1499", "", ("number", 1499, False)),
        ("2101", "", ("number", 2101, False)),
        ("1900", "", ("round_year", 1900, False)),
        ("1990", "s", ("decade", 1990, True)),
        ("25", "th", ("small", 25, True)),
    ],
)
def test_numbers(body: str, suffix: str, expected: tuple[str, object, bool] | None) -> None:
    found = read_number(body, suffix, read_yaml(language_file("en", "dates.yml"), DateRules))
    if expected is not None and suffix == "th":
        expected = ("large", 25, True)
    assert found == expected


WORDS = {
    "en": (
        "the of from to until and between since in by a May March July Tuesday Sat today last next this "
        "week month year years ago later early two few 3 14 25th 2014 1990s 31/02/2014 2017-07-25 3-5 ( "
        ") , . - / will was "
    ),
    "ar": (
        "في من إلى حتى و بين منذ قبل بعد عام شهر يوم اليوم أمس الثلاثاء تموز مارس الماضي المقبل الجاري "
        "الأول والعشرين سنوات يومين ثلاثة 3 25 2014 1436 / ( ) ، . نهاية هذا سيزور قال "
    ),
    "ru": (
        "в с по до и между год года 2014 25 июля мая вторник сегодня прошлой неделе назад два дня начале "
        "- . , "
    ),
}


def check(text: str, found: list[DateExpression]) -> None:
    last = 0
    for one in found:
        assert last <= one.span.start < one.span.stop <= len(text)
        last = one.span.stop
        assert (one.start is None) == (one.end is None)
        if one.start is not None and one.end is not None:
            assert date(1500, 1, 1) <= one.start <= one.end <= date(2100, 12, 31)
            if one.granularity == "day":
                assert one.start == one.end


@given(wordy(WORDS), st.none() | st.dates())
def test_expressions_lie_in_the_text_in_order(case: tuple[str, str], reference: date | None) -> None:
    language, text = case
    check(text, find_dates(text, language, reference))


@given(st.text(), st.sampled_from(LANGUAGES), st.none() | st.dates())
def test_any_text(text: str, language: str, reference: date | None) -> None:
    check(text, find_dates(text, language, reference))


@given(wordy(WORDS), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_a_reference_changes_no_day_that_was_certain(case: tuple[str, str], reference: date) -> None:
    language, text = case
    known = {one.span.start: one for one in find_dates(text, language, reference)}
    for one in find_dates(text, language, None):
        other = known.get(one.span.start)
        if one.start is not None and other is not None:
            assert other.start == one.start


@pytest.mark.parametrize(
    "unit",
    [
        "3 and ",
        "5-",
        "1 ",
        "May ",
        "from ",
        "2014 to ",
        "٣ و",
        "в ",
        "25 июля по ",
        "111 ",
        "1/",
        "last few ",
        "A-",
    ],
)
def test_hostile_text_is_read_to_its_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    for language in LANGUAGES:
        check(text, find_dates(text, language, TUESDAY))


def test_reading_dates_does_not_load_babel() -> None:
    code = (
        "import sys; from dragoman.documents.dates import find_dates; find_dates('5 May 2017', 'en', None);"
        "sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

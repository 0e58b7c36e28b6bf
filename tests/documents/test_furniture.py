from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import resources
from dragoman.documents import pages
from dragoman.documents.furniture import find
from dragoman.documents.sentences import split
from dragoman.errors import ResourceError

BODY = "The two ministers met on Monday and spoke about water, a spokesman said after the talks."
MORE = "They agreed to meet again in the spring."
ARABIC = "بحث الوزيران يوم الاثنين ملف المياه، كما قال ناطق باسم الوزارة بعد انتهاء المحادثات."
RUSSIAN = "Министры встретились в понедельник и говорили о воде, сообщил представитель ведомства."


def marked(text: str, title: str | None = None) -> list[str]:
    return [span.text(text) for span in find(text, title)]


@pytest.mark.parametrize(
    "line",
    [
        "Home > World > Middle East > Ministers meet for talks on water",
        "Home / News / Ministers meet",
        "News | World | Business | Sport | Opinion",
        "Advertisement",
        "ADVERTISEMENT:",
        "(Visited 41 times, 3 visits today)",
        "More in Politics",
        "Read more: Ministers to meet again in the spring",
        "READ ALSO: Ministers to meet again in the spring",
        "Related articles",
        "Share this:",
        "Facebook Twitter WhatsApp Email",
        "Share on Facebook",
        "Leave a comment",
        "12 Comments",
        "Your email address will not be published. Required fields are marked *",
        "© 2019 Example News. All rights reserved.",
        "Copyright 2019 Example News",
        "Follow us on Twitter @example",
        "Follow Jane Roe on Twitter: @roe",
        "Tags: water, ministers, talks",
        "Source: Example News",
        "Photo: Example/Jane Roe",
        "(Reporting by Jane Roe; Editing by John Doe)",
        "Sign up for our newsletter and get the news delivered to your inbox.",
        "This website uses cookies to improve your experience.",
        "Subscribe to our newsletter!",
        "3 min read",
        "#water #talks",
        "https://www.example.org/news/123",
        "desk@example.org",
        "الرئيسية / أخبار / الوزيران يبحثان ملف المياه",
        "الرئيسية » سياسة » الوزيران يبحثان ملف المياه",
        "اترك تعليقاً",
        "أضف تعليق",
        "اقرأ أيضاً: الوزيران يلتقيان مجددا في الربيع",
        "مواضيع ذات صلة",
        "عدد المشاهدات : 55",
        "جميع الحقوق محفوظة © صحيفة المثال 2019",
        "(النهاية)",
        "// انتهى //",
        "المصدر: صحيفة المثال",
        "تابعونا على تويتر",
        "لن يتم نشر عنوان بريدك الإلكتروني.",
        "فيسبوك تويتر واتساب",
        "Читайте также: Министры встретятся снова",
        "ЧИТАЙТЕ ТАКЖЕ",
        "Фото: Пример / Иван Петров",
        "Источник: Пример",
        "Подписывайтесь на наш канал в Telegram.",
        "© 2019, ИА «Пример»",
        "Все права защищены",
    ],
)
@pytest.mark.parametrize("body", [BODY, ARABIC, RUSSIAN], ids=["en", "ar", "ru"])
def test_lines_of_furniture(line: str, body: str) -> None:
    assert marked(f"{body}\n\n{line}\n\n{MORE}") == [line]
    assert marked(f"{body}\n{line}  ") == [line]


@pytest.mark.parametrize(
    "line",
    [
        ARABIC,
        RUSSIAN,
        "More in the region are fleeing, and the roads are closed.",
        "Related to this is the question of water.",
        "Home rule was promised to the province.",
        "Share prices fell on Monday.",
        "Subscribers left in droves.",
        "“Leave,” he said, “and comment later.”",
        "Facebook said on Monday that it would close the page.",
        "Getty Images said on Monday that it would sue.",
        "Copyright law was changed last year.",
        "Tag teams of envoys went to and fro.",
        "The source: an official who asked not to be named.",
        "Reporting by three papers led to the inquiry.",
        "He wrote on Twitter: we will follow the talks.",
        "The end of the talks",
        "1 | 2 | 3 | 4",
        "المزيد من القوات ستصل إلى الحدود يوم الأحد.",
        "انتهى الاجتماع دون اتفاق",
        "قال المصدر: ننتظر الرد",
        "شارك هذا الوفد في المؤتمر الذي عقد في العاصمة.",
        "Фото президента появилось в газете.",
        "Источник сообщил о переговорах.",
        "x" * 5000,
    ],
)
def test_sentences_of_the_report_are_kept(line: str) -> None:
    assert marked(f"{BODY}\n{line}\n{MORE}") == []


def test_the_headline_is_kept_once() -> None:
    headline = "Ministers meet for talks on water"
    text = f"{headline}\n\n{headline}\n{headline} - Example News\n{BODY}\n{headline}"
    again = [headline, f"{headline} - Example News", headline]
    assert marked(text) == again
    assert marked(text, headline) == again
    assert next(iter(find(text, headline))).start > 0
    assert marked(f"{headline}\n{BODY}", headline) == []
    assert marked(f"Another line stands here\n{headline}\n{BODY}\n{headline}", headline.upper()) == [headline]


def test_titles_under_a_heading_of_links_are_marked_until_the_report_goes_on() -> None:
    text = f"{BODY}\nRelated articles\nWater runs low\nMinisters to meet\n{MORE}\nA late heading\n{ARABIC}"
    assert marked(text) == ["Related articles", "Water runs low", "Ministers to meet"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (f"{ARABIC}(النهاية)", "(النهاية)"),
        (f"{ARABIC} //انتهى//", "//انتهى//"),
        (f"{BODY} (ends)", "(ends)"),
        (f"{BODY} [Read more]", "[Read more]"),
        (f"{BODY} (Visited 41 times, 3 visits today)", "(Visited 41 times, 3 visits today)"),
        ("قال:” نحن هنا منذ سنين طويلة وننتظر”.(النهاية)", "(النهاية)"),
        (f"(الوكالة)… {ARABIC}", "(الوكالة)…"),
        (f"(Example) - {BODY}", "(Example) -"),
    ],
)
def test_parts_of_a_line_are_sentences_of_their_own(text: str, part: str) -> None:
    assert marked(text) == [part]
    (span,) = find(text, None)
    for language in ("en", "ar"):
        assert span in split(text, language)


@pytest.mark.parametrize("text", [f"{ARABIC[:-1]} (النهاية)", f"{BODY} (the end of the road)", "(a) - b"])
def test_parts_that_are_not_cut_off_are_left(text: str) -> None:
    assert marked(text) == []


@given(
    st.text(alphabet=st.sampled_from("Home>/|© :#…()-–\nالرئيسيةнфoto.12"), max_size=120),
    st.text(max_size=20),
)
def test_spans_are_in_order_and_inside_lines(text: str, title: str) -> None:
    spans = find(text, title)
    assert all(before.stop <= after.start for before, after in pairwise(spans))
    assert all(
        span.text(text).strip() == span.text(text) != "" and "\n" not in span.text(text) for span in spans
    )


@pytest.mark.parametrize(
    "unit", ["Home > ", "share ", "(", "- ", "A B ", "\nRelated\n", "A. ", "#a ", "(a) - "]
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    started = time.process_time()
    assert find(text, text[:1000]) is not None
    assert time.process_time() - started < 15


def test_a_broken_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    with pytest.raises(ResourceError, match="furniture"):
        pages.table.__wrapped__()

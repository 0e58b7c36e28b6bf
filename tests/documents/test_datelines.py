from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.datelines import dateline

BODY = "The two ministers met on Monday and spoke about water, a spokesman said after the talks."
ARABIC = "بحث الوزيران يوم الاثنين ملف المياه، كما قال ناطق باسم الوزارة بعد انتهاء المحادثات."
RUSSIAN = "Министры встретились в понедельник и говорили о воде, сообщил представитель ведомства."


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"WASHINGTON (Example) - {BODY}", "WASHINGTON"),
        (f"MOSCOW: {BODY}", "MOSCOW"),
        (f"BEIRUT, Lebanon — {BODY}", "BEIRUT"),
        (f"NEW YORK, July 24 (Example) - {BODY}", "NEW YORK"),
        (f"ST. PETERSBURG – {BODY}", "ST. PETERSBURG"),
        (f"Baghdad (Example) – {BODY}", "Baghdad"),
        (f"(London) – {BODY}", "London"),
        (f"Ministers meet\n\nHome > World\nMOSCOW: {BODY}", "MOSCOW"),
        (f"بغداد (الوكالة) - {ARABIC}", "بغداد"),
        (f"بغداد – {ARABIC}", "بغداد"),
        (f"بغداد/ الوكالة/ {ARABIC}", "بغداد"),
        (f"صحيفة المثال – صنعاء\n{ARABIC}", "صحيفة المثال – صنعاء"),
        (f"МОСКВА, 1 ноя — Агентство. {RUSSIAN}", "МОСКВА"),
        (f"Москва. 1 ноября. АГЕНТСТВО - {RUSSIAN}", "Москва"),
        (BODY, None),
        (ARABIC, None),
        (RUSSIAN, None),
        (f"UPDATE: {BODY}", None),
        (f"Сегодня, 1 ноября, {RUSSIAN}", None),
        ("يغادر – بعون الله – غدا وفد الوزارة إلى الخارج لحضور المؤتمر السنوي.", None),
        ("", None),
    ],
)
def test_dateline(text: str, place: str | None) -> None:
    span = dateline(text)
    assert (span.text(text) if span else None) == place


@given(st.text(alphabet=st.sampled_from("ABCab (),.:–-/\nبغداد МОСКВАква12"), max_size=80))
def test_a_dateline_lies_within_the_text(text: str) -> None:
    span = dateline(text)
    assert span is None or span.text(text).strip() != ""


@pytest.mark.parametrize("unit", ["A ", "A B (", "- ", "ب ", "(A) ", "А-"])
def test_hostile_repetition_is_read_to_its_end(unit: str) -> None:
    assert dateline(unit * 100_000) is None

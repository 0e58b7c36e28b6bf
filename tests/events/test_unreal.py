"""What is still to come, only thought of, lacking or long past, in a language whose verb comes first."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Event, Report

CASES = [
    ("من المقرر أن يزور الرئيس الفرنسي بيروت.", "AGREE", ()),
    ("من المتوقع أن توقع مصر والسعودية اتفاقا.", "AGREE", ()),
    ("يعتزم رئيس الوزراء الهندي زيارة طهران.", "AGREE", ()),
    ("يلتقي الرئيس التركي غدا الرئيس الروسي في سوتشي.", "AGREE", ()),
    ("يزور الرئيس التركي روسيا في 20 مايو 2016.", "AGREE", ()),
    ("زار الرئيس التركي روسيا في 2 مايو 2016.", "CONSULT", ()),
    ("يمكن أن تقصف إسرائيل إيران.", "ASSAULT", ("hypothetical",)),
    ("هل تقصف روسيا تركيا؟", "ASSAULT", ("hypothetical",)),
    ("إذا هاجمت إسرائيل إيران فإن الحرب ستبدأ.", "ASSAULT", ("hypothetical",)),
    ("غادر السكان بعد أن قصفت روسيا حلب.", "ASSAULT", ()),
    ("في حال هاجمت إسرائيل إيران فإن الحرب ستبدأ.", "ASSAULT", ("hypothetical",)),
    ("أبدت اليابان استعدادها للتعاون مع الهند شرط أن تخفض الرسوم.", "AGREE", ("hypothetical",)),
    ("قصفت روسيا حلب قبل سنوات.", "ASSAULT", ("historical",)),
    ("خلال الحرب الباردة دعمت موسكو كوبا.", "SUPPORT", ("historical",)),
    ("سبق أن قصفت روسيا حلب.", "ASSAULT", ("historical",)),
    ("أحيا السكان ذكرى القصف الروسي على حلب.", "ASSAULT", ("historical",)),
    ("حكم الحزب البلاد حتى عام 1990 حيث غزاها العراق فهاجمت فرنسا العراق.", "ASSAULT", ("historical",)),
    ("لم يلتق الرئيس السوري الرئيس التركي.", "CONSULT", ("negation",)),
]


def _first(text: str) -> Event:
    report = Report(id="x", text=text, language="ar", published=date(2016, 5, 6))
    (result,) = pipeline.analyse([report], pipeline.tools(0.3, "frames"))
    assert isinstance(result, Analysis)
    return result.events[0]


@pytest.mark.parametrize(("text", "kind", "auxiliary"), CASES)
def test_what_is_no_fact_is_marked(text: str, kind: str, auxiliary: tuple[str, ...]) -> None:
    event = _first(text)
    assert (event.type, event.auxiliary) == (kind, auxiliary)

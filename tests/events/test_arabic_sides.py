"""Who does what to whom: the sides of single sentences."""

from __future__ import annotations

from datetime import date

import pytest
from tests import factory

from dragoman import pipeline
from dragoman.types import Analysis, Participant


def sides(text: str, language: str) -> list[tuple[list[str], list[str]]]:
    """The names of actors and recipients of each event, in order."""
    given = factory.report(text, language, published=date(2020, 5, 6))
    (analysis,) = pipeline.analyse([given], pipeline.tools(0.5))
    assert isinstance(analysis, Analysis)
    return [(_written(event.actors, text), _written(event.recipients, text)) for event in analysis.events]


def _written(found: tuple[Participant, ...], text: str) -> list[str]:
    return [side.mention.span.text(text) for side in found]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("قصفت طائرات فرنسية معاقل لحركة الشباب في الصومال.", ["طائرات فرنسية"], ["حركة الشباب"]),
        ("اتهم الجمهوريون، الديمقراطيين والصين بالمماطلة.", ["الجمهوريون"], ["الديمقراطيين", "الصين"]),
        ("اتهم وزير خارجية الفلبين، الصين ببناء جزر.", ["وزير خارجية الفلبين"], ["الصين"]),
        ("تطالب كل من الفلبين وماليزيا الصين بالانسحاب.", ["الفلبين", "ماليزيا"], ["الصين"]),
        ("دارت معارك بين الحوثيين من جهة والقوات السعودية من جهة أخرى.", ["الحوثيين", "القوات السعودية"], []),
        ("قال المتحدث إن الوزراء اتهموا روسيا بالقصف.", ["الوزراء"], ["روسيا"]),
        (
            "استمرت الاشتباكات بين الجيش اليمني والقوات الإماراتية من جهة وبين تنظيم القاعدة من جهة أخرى.",
            ["الجيش اليمني", "القوات الإماراتية", "تنظيم القاعدة"],
            [],
        ),
        ("إلى ذلك دعا الرئيس التركي إيران إلى سحب قواتها.", ["الرئيس التركي"], ["إيران"]),
        ("طالبت منظمة العفو الدولية بالدعاء لرجال الأمن.", ["منظمة العفو الدولية"], []),
        ("أكدت الخارجية المصرية رفض مصر للتدخل التركي في شؤونها.", ["الخارجية المصرية"], ["التركي"]),
        ('قال الرئيس العراقي: "نحتاج إلى مساهمة من جانب كندا في الإعمار".', ["نحتاج"], ["كندا"]),
        ("قال الرئيس العراقي إنه طلب أن تلعب كندا دورا.", ["ه"], ["كندا"]),
        ("أكد الرئيس العراقي أن بلاده تعتبر أن الحرب ستطول، ولذلك تطلب من كندا دعمها.", ["بلاده"], ["كندا"]),
        ("قتل فلسطيني وأصيب ابنه برصاص الجيش الإسرائيلي.", ["الجيش الإسرائيلي"], ["فلسطيني"]),
        ("أدانت كندا الغارات التي شنتها إسرائيل.", ["كندا"], ["إسرائيل"]),
        ("أدانت كندا التصريحات التي صدرت عن الرئيس التركي.", ["كندا"], ["الرئيس التركي"]),
        ("حركة الشباب التي تقصفها الطائرات الروسية هي داعش.", ["الطائرات الروسية"], ["حركة الشباب"]),
        (
            "التقى الرئيس العراقي في بغداد رئيس فرنسا، ووزير خارجية كندا.",
            ["الرئيس العراقي", "رئيس فرنسا", "وزير خارجية كندا"],
            [],
        ),
        ("اتهم الجمهوريون، الديمقراطيين بالتعطيل.", ["الجمهوريون"], ["الديمقراطيين"]),
        ("سامي المهدي اتهمت الحكومة العراقية تركيا بالقصف.", ["الحكومة العراقية"], ["تركيا"]),
        ("قال المصدر إن طائرات أمريكية قتلت سبعة من مسلحي داعش.", ["طائرات أمريكية"], ["مسلحي داعش"]),
        ("شنت القوات العراقية هجوما على تنظيم «داعش» في الموصل.", ["القوات العراقية"], ["تنظيم «داعش»"]),
        ("هاجم مسلحون من حركة الشباب قاعدة للجيش الكيني.", ["حركة الشباب"], ["لجيش الكيني"]),
        ("قتل ثلاثة مدنيين على يد قوات النظام السوري.", ["قوات النظام السوري"], ["مدنيين"]),
        ("لقي خمسة جنود مصرعهم على أيدي مسلحين في مالي.", ["مسلحين"], ["جنود مصرعهم"]),
        ("التقى الرئيس الفرنسي نظيره المصري في مقر البرلمان.", ["الرئيس الفرنسي", "نظيره المصري"], []),
        (
            "اتهم ناشطون من مدينة منبج السورية، الواقعة شرق حلب، وحدات حماية الشعب بالقتل.",
            ["ناشطون"],
            ["وحدات حماية الشعب"],
        ),
        ("استقبل ملك الأردن، في قصر عمان، الرئيس العراقي.", ["الرئيس العراقي"], ["ملك الأردن"]),
        ("أكدت الخارجية المصرية رفض القاهرة للتدخل التركي.", ["الخارجية المصرية"], ["التركي"]),
        ("رحبت القوات الموالية للرئيس اليمني بدور الكويت.", ["القوات الموالية"], ["الكويت"]),
        ("أعلنت السعودية وقفا لإطلاق النار في اليمن.", ["السعودية"], []),
        ("أشاد الوزير البحريني بالعلاقات التي تربط بلاده بالمغرب.", ["الوزير البحريني"], ["المغرب"]),
        ("أشاد الوزير التونسي بعمق العلاقات بين تونس وإيطاليا.", ["الوزير التونسي"], ["إيطاليا"]),
        ("اتهم وزير الشؤون الخارجية المغربي إيران بالتدخل.", ["وزير الشؤون الخارجية المغربي"], ["إيران"]),
    ],
)
def test_arabic_sides(text: str, actors: list[str], recipients: list[str]) -> None:
    assert sides(text, "ar") == [(actors, recipients)]


def test_what_a_verb_says_of_an_indefinite_thing_is_no_deed_of_whom_it_concerns() -> None:
    assert all("أفغانستان" not in actors for actors, _ in sides("أصبح التنظيم خطرا يهدد أفغانستان.", "ar"))


def test_an_adjective_in_the_accusative_tells_whom_and_not_who() -> None:
    found = sides("زار الوزير الكندي لندن، ودعا القادة الصوماليين إلى الحوار.", "ar")
    assert (["الوزير الكندي"], ["لندن"]) in found
    assert all("القادة الصوماليين" not in actors for actors, _ in found)


def test_people_whose_firms_stop_do_not_strike() -> None:
    assert sides("صرفت الوزارة إعانات للعمال الذين توقفت شركاتهم عن العمل.", "ar") == []


def test_a_plural_verb_has_no_subject_behind_it() -> None:
    assert all("إسرائيل" not in actors for actors, _ in sides("طالبوا إسرائيل بوقف القصف.", "ar"))


def test_talks_with_somebody_unnamed_are_not_talks_among_those_who_are_named() -> None:
    text = "سلم قادة من الحوثيين والحرس الجمهوري أنفسهم بعد مفاوضات مع ممثلين عن السكان."
    assert sides(text, "ar") == []


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("تظاهر آلاف العراقيين في الساحة ضد الحكومة.", ["IRQ", "IRQ"]),
        ("قتل مسلحون ثلاثة مدنيين في شمال مالي.", ["MLI", "MLI"]),
        ("قصفت طائرات أمريكية مدنيين في اليمن.", ["USA", "YEM"]),
    ],
)
def test_the_country_of_a_generic_side(text: str, countries: list[str | None]) -> None:
    """It is that of the people, or of the ground, that the sentence names alone."""
    given = factory.report(text, "ar", published=date(2020, 5, 6))
    (analysis,) = pipeline.analyse([given], pipeline.tools(0.5))
    assert isinstance(analysis, Analysis)
    (event,) = analysis.events
    assert [side.country for side in (*event.actors, *event.recipients)] == countries


@pytest.mark.parametrize(
    "text",
    [
        "قصفتها الطائرات الروسية أمس.",
        "دعا الوزير السوداني إلى الهدوء.",
        "اقتحمت القوات الإسرائيلية المنطقة ونشرت روسيا قواتها.",
    ],
)
def test_words_and_blows_for_nobody_are_left_out(text: str) -> None:
    assert sides(text, "ar") == []


def test_a_court_that_bans_from_travel_has_sentenced() -> None:
    text = "أدانت محكمة عراقية ثلاثة ناشطين عراقيين وقضت بسجنهم عشرين عاما ومنعهم من السفر."
    assert sides(text, "ar") == [(["محكمة عراقية"], ["ناشطين عراقيين"])]

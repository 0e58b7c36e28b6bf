from __future__ import annotations

import pytest

from dragoman.documents.arabic import forms
from dragoman.documents.arabic.forms import Verb


def spellings(past: str, present: str, form: str | None = None) -> set[str]:
    verb = Verb(past=past, present=present)
    return {spelling for spelling, found, *_ in forms.inflect(verb) if form in (None, found)}


@pytest.mark.parametrize(
    ("past", "present", "expected"),
    [
        ("كتب", "يكتب", "كتب كتبت كتبوا كتبا كتبنا كتبن يكتب تكتب نكتب أكتب يكتبون يكتبان يكتبوا تكتبين"),
        ("قال", "يقول", "قال قالت قالوا قلت قلنا يقول تقول نقول يقولون يقولوا يقل قيل يقال"),
        ("دعا", "يدعو", "دعا دعت دعوا دعوت دعونا يدعو تدعو يدعون يدع دعي"),
        ("التقى", "يلتقي", "التقى التقت التقوا التقيا التقينا يلتقي تلتقي يلتقون يلتقيان يلتق"),
        ("بقي", "يبقى", "بقي بقيت بقوا بقينا يبقى يبقون يبقيان"),
        ("رد", "يرد", "رد ردت ردوا رددت رددنا يرد ترد يردون"),
        ("أعاد", "يعيد", "أعاد أعادت أعادوا أعدت أعدنا يعيد يعيدون يعد أعيد أعيدت يعاد"),
        ("بدأ", "يبدأ", "بدأ بدأت بدأوا بدؤوا يبدأ يبدأون يبدؤون"),
        ("جاء", "يجيء", "جاء جاءت جاؤوا جئت جئنا يجيء"),
        ("عاقب", "يعاقب", "عاقب عاقبت عوقب عوقبت يعاقب"),
        ("تبادل", "يتبادل", "تبادل تبادلت تبادلوا يتبادل يتبادلون تبودل"),
        ("وصل", "يصل", "وصل وصلت وصلوا يصل تصل يصلون يوصل"),
        ("أعلن", "يعلن", "أعلن أعلنت أعلنوا أعلنا يعلن تعلن يعلنون"),
        ("استمر", "يستمر", "استمر استمرت استمررنا يستمر يستمرون"),
    ],
)
def test_a_verb_has_its_forms(past: str, present: str, expected: str) -> None:
    assert set(expected.split()) <= spellings(past, present)


def test_a_form_that_can_only_be_passive_says_so() -> None:
    table = forms.table([Verb(past="أعاد", present="يعيد"), Verb(past="قتل", present="يقتل")])
    assert table["اعيدت"][0].form == "part"
    assert table["قتل"][0].form == "past"


def test_the_third_person_goes_before_rarer_readings() -> None:
    table = forms.table([Verb(past="قال", present="يقول"), Verb(past="نقل", present="ينقل")])
    assert table["نقل"][0].lemma == "نقل"


def test_of_two_verbs_with_one_spelling_the_preferred_is_first() -> None:
    table = forms.table([Verb(past="قيم", present="يقيم"), Verb(past="أقام", present="يقيم")])
    assert table["يقيم"][0].lemma == "اقام"


def test_forms_before_a_pronoun_do_not_stand_alone() -> None:
    table = forms.table([Verb(past="التقى", present="يلتقي")])
    assert all(reading.bound for reading in table["التقا"])
    assert not table["التقي"][0].bound


def test_the_file_of_verbs_gives_a_large_table_with_sane_readings() -> None:
    table = forms.known()
    assert len(table) > 20_000
    assert table["اكدت"][0].lemma == "اكد"
    assert {reading.form for readings in table.values() for reading in readings} == {"past", "fin", "part"}


def test_participles_of_speech_are_known_by_their_verbs() -> None:
    found = forms.participles()
    assert (found["موكدا".replace("و", "ؤ")], found["مشيرا"], found["قائلا"]) == ("اكد", "اشار", "قال")
    assert "قائل" not in found


def test_verbal_nouns_know_their_verb() -> None:
    assert forms.masdars()["اجتماع"] == "اجتمع"

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.documents.arabic.tokens import tokenize
from dragoman.types import Span, Token


def tokens(text: str) -> tuple[Token, ...]:
    return tokenize(text, Span(0, len(text)))


def token(text: str, word: str) -> Token:
    return next(token for token in tokens(text) if token.text == word)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("وقال", "و قال"),
        ("فقال", "ف قال"),
        ("وبالعراق", "و ب العراق"),
        ("فالرئيس", "ف الرئيس"),
        ("بالكتاب", "ب الكتاب"),
        ("ووزير", "و وزير"),
        ("ببغداد", "ب بغداد"),
        ("لتعزيز", "ل تعزيز"),
        ("ولتعزيز", "و ل تعزيز"),
        ("وتجنيد", "و تجنيد"),
        ("سيزور", "س يزور"),
        ("وستعقد", "و س تعقد"),
        ("اجتماعه", "اجتماع ه"),
        ("قتلوهم", "قتلو هم"),
        ("عليهم", "علي هم"),
        ("وإليها", "و إلي ها"),
        ("لأنه", "لأن ه"),
        ("له", "ل ه"),
        ("به", "ب ه"),
        ("بأن", "ب أن"),
        ("وقد", "و قد"),
        ("وهو", "و هو"),
        ("باسم", "ب اسم"),
        ("وذلك", "و ذلك"),
        ("والدته", "والدت ه"),
        ("والتقاه", "و التقا ه"),
        ("بانهيارها", "ب انهيار ها"),
        ("وعبدالله", "و عبدالله"),
        ("استقالته", "استقالت ه"),
    ],
)
def test_clitics_stand_apart(word: str, pieces: str) -> None:
    assert [token.text for token in tokens(word)] == pieces.split()


@pytest.mark.parametrize(
    "word",
    (
        "وزير وفد بلد بيان لقاء لبنان كوريا فرنسا واشنطن بوتين لافروف ولي وقف وصل وجد وضع فريق فساد كلية "
        "لجنة بنك بايدن لندن باريس كردستان كلينتون والد المملكة سياسة ستة سنوات فقط كان كانت كما لذلك بعد "
        "قبل وحدة ليبيا باكستان كابول فيصل وليد كمال لقاءات برنامج ولاية وكالة واحد فيينا بينما لكن"
    ).split(),
)
def test_words_that_only_begin_like_a_clitic_stay_whole(word: str) -> None:
    assert [token.text for token in tokens(word)] == [word]


@pytest.mark.parametrize(
    ("text", "word", "norm"),
    [
        ("للعراق", "لعراق", "العراق"),
        ("للجنة", "لجنة", "اللجنة"),
        ("للبنان", "لبنان", "لبنان"),
        ("لليبيا", "ليبيا", "ليبيا"),
        ("حكومته", "حكومت", "حكومة"),
        ("وزرائه", "وزراء".replace("اء", "ائ"), "وزراء"),
        ("عليه", "علي", "علي"),
        ("إلى", "إلى", "الي"),
        ("المملكه", "المملكه", "المملكة"),
        ("أنّ", "أنّ", "ان"),
    ],
)
def test_the_norm_is_the_free_spelling(text: str, word: str, norm: str) -> None:
    assert token(text, word).norm == norm


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("المسؤولون", "مسؤول"),
        ("زيارات", "زيارة"),
        ("قرارات", "قرار"),
        ("العراق", "عراق"),
        ("وزراء", "وزراء"),
        ("دولتين", "دولة"),
        ("رئيسا", "رئيس"),
        ("أكدت", "اكد"),
        ("يلتقون", "التقي"),
        ("يقيم", "اقام"),
        ("إقالته", "اقالة"),
        ("طالبان", "طالبان"),
    ],
)
def test_lemmas_are_the_dictionary_form_in_folded_spelling(word: str, lemma: str) -> None:
    assert tokens(word)[0].lemma == lemma


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("بحث الوزير الملف", "بحث", "VERB"),
        ("في بحث الملف", "بحث", "NOUN"),
        ("هذا بحث جديد", "بحث", "NOUN"),
        ("التقى الوفد وبحث معه الملف", "بحث", "VERB"),
        ("الرجل الذي قتل جاره", "قتل", "VERB"),
        ("جريمة قتل", "قتل", "NOUN"),
        ("عقد الاجتماع أمس", "عقد", "VERB"),
        ("لم يعد قادرا", "يعد", "VERB"),
        ("قال الرئيس", "قال", "VERB"),
        ("تقدم الجيش نحو المدينة", "تقدم", "VERB"),
        ("في تقدم الجيش", "تقدم", "NOUN"),
        ("كان الوزير مريضا", "كان", "AUX"),
        ("لن يسافر", "لن", "PART"),
        ("ليس صحيحا", "ليس", "PART"),
        ("الذي جاء", "الذي", "SCONJ"),
        ("هذه المدينة", "هذه", "DET"),
        ("الوزير العراقي", "العراقي", "ADJ"),
        ("ثلاثة جنود", "ثلاثة", "NUM"),
        ("سافر أمس", "أمس", "ADV"),
        ("محمد علي حسن", "علي", "PROPN"),
        ("علي الطاولة", "علي", "ADP"),
        ("خسر 35 مليونا", "35", "NUM"),
        ("قال: نعم", ":", "PUNCT"),
    ],
)
def test_the_tag_fits_the_place(text: str, word: str, tag: str) -> None:
    assert token(text, word).tag == tag


@pytest.mark.parametrize(
    ("text", "word", "form", "lemma"),
    [
        ("أعلن الوزير", "أعلن", "past", "اعلن"),
        ("سيعلن الوزير", "يعلن", "fin", "اعلن"),
        ("أعيد المتهم إلى السجن", "أعيد", "part", "اعاد"),
        ("قال ذلك، مؤكدا دعمه", "مؤكدا", "ger", "اكد"),
        ("لم يعد قادرا", "يعد", "fin", "عاد"),
    ],
)
def test_verbs_have_a_form_and_their_past_as_lemma(text: str, word: str, form: str, lemma: str) -> None:
    found = token(text, word)
    assert (found.form, found.lemma) == (form, lemma)


def test_so_and_has_lost_are_told_apart_by_what_follows() -> None:
    assert [token.text for token in tokens("فقد أعلن الوزير")][:2] == ["ف", "قد"]
    assert tokens("فقد السيطرة")[0].text == "فقد"


def test_an_unknown_word_is_cut_where_its_rest_stands_alone_nearby() -> None:
    found = [token.text for token in tokens("وقالت زغلبوط إن لزغلبوط رأيا")]
    assert found[4:6] == ["ل", "زغلبوط"]


def test_marks_and_tatweel_do_not_hinder() -> None:
    text = "أكَّدَ لـ «الصحيفة» وقـــال"
    assert [token.norm for token in tokens(text)] == ["اكد", "ل", "«", "الصحيفة", "»", "و", "قال"]
    assert all(token.text == token.span.text(text) for token in tokens(text))


def test_presentation_forms_are_read_as_letters() -> None:
    assert tokens("ﻻ ﯾﻮﺟﺪ")[0].norm == "لا"


def test_only_the_span_is_read() -> None:
    text = "قال الوزير. أكد الرئيس."
    assert [token.text for token in tokenize(text, Span(12, 23))] == ["أكد", "الرئيس", "."]


_ARABIC = st.text(
    alphabet=st.one_of(st.sampled_from('وفبلكساإأآةىيهتمنرءئؤ ًُّّـ،."«»123٤ \n\u200f'), st.characters()),
    max_size=80,
)


@settings(max_examples=300, deadline=None)
@given(_ARABIC)
def test_spans_are_exact_in_order_and_within_any_text(text: str) -> None:
    last = 0
    for token in tokens(text):
        assert token.span.start >= last
        assert token.span.stop > token.span.start
        assert token.span.text(text) == token.text
        last = token.span.stop
    assert last <= len(text)


@pytest.mark.parametrize("piece", ["و", "وال", "بال ", "ـ", "ً", "a'", "1.", "ولل", "علي ", "زغبط "])
def test_long_hostile_text_is_read_to_its_end(piece: str) -> None:
    text = piece * 20_000
    assert tokens(text)[-1].span.stop <= len(text)


def test_a_pious_wish_is_one_mark() -> None:
    found = tokens("استقبل الملك - حفظه الله - الرئيس")
    assert [token.text for token in found] == ["استقبل", "الملك", "- حفظه الله -", "الرئيس"]
    assert found[2].tag == "PUNCT"


def test_who_could_do_something_does_not_enable_anybody() -> None:
    assert token("تمكن الجيش من الوصول.", "تمكن").lemma == "تمكن"

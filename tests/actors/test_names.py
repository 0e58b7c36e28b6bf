"""Names of people across spellings and scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.names import hopeless, match, words
from dragoman.text import fold

SAME = [
    ("Nouri al-Maliki", "Nuri Al Maliki"),
    ("Nouri al-Maliki", "نوري المالكي"),
    ("نوري كامل المالكي", "Nouri al-Maliki"),
    ("Vladimir Putin", "Путин Владимир Владимирович"),
    ("Vladimir Putin", "فلاديمير بوتين"),
    ("V. Putin", "Vladimir Putin"),
    ("Putin V.", "Vladimir Putin"),
    ("Sergey Lavrov", "سرغي لافروف"),
    ("Сергей Лавров", "سيرغي لافروف"),
    ("Abdel Fattah el-Sisi", "عبدالفتاح السيسى"),
    ("Abd al-Rahman Arif", "Abdulrahman Aref"),
    ("Saif al-Islam Gaddafi", "سيف الإسلام القذافي"),
    ("Moammar Kadhafi", "Muammar Gaddafi"),
    ("Hassan Nasrallah", "حسن نصر الله"),
    ("Mohammed bin Salman", "محمد بن سلمان"),
    ("Recep Tayyip Erdoğan", "رجب طيب أردوغان"),
    ("Xi Jinping", "شي جين بينغ"),
    ("Xi Jinping", "Си Цзиньпин"),
    ("Kim Jong-un", "كيم جونغ أون"),
    ("President Barack Obama", "Barack Hussein Obama"),
    ("الرئيس باراك أوباما", "Обама Барак"),
    ("Haider al-Abadi", "حيدر العبادي"),
    ("李明", "李明"),
]
DIFFERENT = [
    ("Donald Trump", "Ivanka Trump"),
    ("Bashar al-Assad", "Hafez al-Assad"),
    ("Bashar Hafez al-Assad", "Hafez al-Assad"),
    ("Mohammed bin Salman", "Mohammed bin Zayed"),
    ("محمد بن سلمان", "Mohammed bin Nayef"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Hassan Rouhani", "Hussein Rouhani"),
    ("حسن الأسدي", "Hussein al-Asadi"),
    ("Vladimir Putin", "Dmitry Medvedev"),
    ("Putin", "Vladimir Putin"),
    ("John Roberts", "John R. Allen"),
    ("Zhang Wei", "Zhang Wen"),
    ("", "Vladimir Putin"),
    ("123", "!!"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    found = match(one, other)
    assert found.same, found
    assert found.reasons


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_persons(one: str, other: str) -> None:
    found = match(one, other)
    assert not found.same, found
    assert found.reasons


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("President Vladimir V. Putin", ["Vladimir", "V", "Putin"]),
        ("Abd al-Rahman al-Sa'di", ["AbdRahman", "Sa'di"]),
        ("Dr. Salah ad-Din bin Yusuf", ["SalahDin", "Yusuf"]),
        ("Ursula von der Leyen", ["Ursula", "Leyen"]),
        ("عبد الله بن عبد العزيز", ["عبدالله", "عبدالعزيز"]),
        ("King", ["King"]),
    ],
)
def test_the_words_that_count(name: str, kept: list[str]) -> None:
    assert [word.text for word in words(name)] == kept


def test_reasons_are_plain() -> None:
    reasons = match("Vladimir Putin", "Путин Владимир Владимирович").reasons
    assert "'Владимирович' is a father's name" in reasons
    assert "the words stand in another order" in reasons
    assert match("Nouri Maliki", "نوري المالكي").reasons[1] == (
        "'Maliki' and 'المالكي' sound alike across scripts"
    )
    assert match("Putin", "Vladimir Putin").reasons[-1] == "only one word of the names is the same"


@given(st.text(max_size=50), st.text(max_size=50))
def test_scores_are_bounded_and_symmetric(one: str, other: str) -> None:
    there, back = match(one, other), match(other, one)
    assert 0.0 <= there.score <= 1.0
    assert there.same == (there.score >= 0.5)
    assert there.score == pytest.approx(back.score, abs=1e-6)


@given(st.text(alphabet="abdgiklmnorstuzابدرسلمنوياвагилнорт -'", min_size=1, max_size=30))
def test_a_name_is_itself(name: str) -> None:
    if words(name):
        assert match(name, name).same


_ALPHABET = "abdgiklmnorstuzابدرسلمنوياвагилнорт -'"


@given(st.text(alphabet=_ALPHABET, max_size=30), st.text(alphabet=_ALPHABET, max_size=30))
def test_what_is_hopeless_has_no_score(one: str, other: str) -> None:
    first, second = words(one), words(other)
    if first and second and fold(one) != fold(other) and hopeless(first, second):
        assert match(one, other).score < 0.01


def test_most_pairs_of_names_are_hopeless() -> None:
    names = [words(name) for pair in (*SAME, *DIFFERENT) for name in pair]
    pairs = [(one, other) for one in names for other in names if one is not other]
    assert sum(hopeless(one, other) for one, other in pairs) > 0.6 * len(pairs)
    assert not any(hopeless(words(one), words(other)) for one, other in SAME)

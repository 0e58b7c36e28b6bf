"""Russian chains: pronouns and bare titles mean the one person who was named, or nobody."""

from __future__ import annotations

import pytest

from dragoman.actors import directory
from dragoman.documents import sentences
from dragoman.documents.russian.coreference import link
from dragoman.documents.russian.mentions import find
from dragoman.documents.russian.tokens import tokenize
from dragoman.types import Sentence


def chains(text: str) -> list[list[str]]:
    """The words of every chain of more than one mention, in order."""
    parts = [
        Sentence(span=span, tokens=tokenize(text, span), paragraph=0) for span in sentences.split(text, "ru")
    ]
    found: dict[int, list[str]] = {}
    for mention in link(parts, find(parts, directory.load())):
        if mention.entity >= 0:
            found.setdefault(mention.entity, []).append(mention.span.text(text))
    return [words for words in found.values() if len(words) > 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Владимир Путин прилетел в Каир. Он выступил.", [["Владимир Путин", "Он"]]),
        ("Валентина Матвиенко уехала. Её ждут, и ей рады.", [["Валентина Матвиенко", "Её", "ей"]]),
        ("Сергей Лавров прибыл. В городе тихо. Тихо и в порту. Он спит.", []),
        ("Владимир Путин принял Сергея Лаврова. Он доволен.", []),
        ("Валентина Матвиенко приняла Сергея Лаврова. Он доволен.", [["Сергея Лаврова", "Он"]]),
        (
            "Министр обороны Иван Незнамов ушёл. Министр молчит, его жаль.",
            [["Министр обороны Иван Незнамов", "Министр", "его"]],
        ),
        ("Министр обороны Иван Незнамов ушёл. Президент молчит.", []),
        ("Сергей Лавров прибыл. Лавров устал.", [["Сергей Лавров", "Лавров"]]),
        ("Он ушёл.", []),
    ],
)
def test_who_is_meant(text: str, expected: list[list[str]]) -> None:
    assert chains(text) == expected

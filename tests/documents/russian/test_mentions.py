"""Russian mentions: what titles, adjectives and states beside a name say."""

from __future__ import annotations

import pytest
from tests.documents.mentioning import Reader

from dragoman.documents.russian.mentions import find
from dragoman.documents.russian.tokens import tokenize

RUSSIAN = Reader(language="ru", find=find, tokenize=tokenize)


@pytest.mark.parametrize(
    ("text", "kind", "country", "sectors"),
    [
        ("Об этом сообщил российский министр обороны.", "person", "RUS", ("GOV",)),
        ("Об этом сообщил министр обороны Ирака.", "person", "IRQ", ("GOV",)),
        ("Замбийская полиция начала обыски.", "agent", "ZMB", ("COP",)),
        ("Полиция Замбии начала обыски.", "agent", "ZMB", ("COP",)),
        ("Полиция начала обыски.", "agent", None, ("COP",)),
        ("Багдад отклонил предложение.", "country", "IRQ", ("GOV",)),
        ("Бои идут под Багдадом.", "place", "IRQ", ("GOV",)),
        ("Он вернулся с Украины.", "place", "UKR", ("GOV",)),
        ("Он договорился с Украиной.", "country", "UKR", ("GOV",)),
    ],
)
def test_what_is_said_of_a_mention(
    text: str, kind: str, country: str | None, sectors: tuple[str, ...]
) -> None:
    (mention,) = RUSSIAN.read_whole(text)
    assert (mention.kind, mention.country, mention.sectors) == (kind, country, sectors)


def test_a_name_behind_a_title_is_one_mention() -> None:
    text = "Выступил президент России Владимир Путин."
    (mention,) = RUSSIAN.read_whole(text)
    assert mention.span.text(text) == "президент России Владимир Путин"
    assert mention.head.text(text) == "Владимир Путин"
    assert mention.title is not None
    assert mention.title.text(text) == "президент"

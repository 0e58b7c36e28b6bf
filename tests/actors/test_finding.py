"""Actors and places in texts of three languages, on a day."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.actors.finding import find
from dragoman.errors import ReadError

DAY = date(2012, 5, 10)


def marked(text: str, language: str | None = None) -> list[tuple[str, str | None, str | None]]:
    return [(one.span.text(text), one.id, one.country) for one in find(text, language, DAY)]


@pytest.mark.parametrize(
    ("text", "place", "actor"),
    [
        ("They met in Moscow.", "geonames:524901", None),
        ("Moscow agreed to the plan.", None, "RUS"),
        ("التقى الوزراء في موسكو.", "geonames:524901", None),
        ("Стороны встретились в Москве.", "geonames:524901", None),
        ("Москва согласилась с планом.", None, "RUS"),
        ("Переговоры с Москвой продолжаются.", None, "RUS"),
    ],
)
def test_a_capital_is_a_place_or_a_state(text: str, place: str | None, actor: str | None) -> None:
    ids = [id for word, id, _ in marked(text) if word[:3] in {"Mos", "Мос", "موس"}]
    assert ids == [place or actor]


def test_russian_names_in_every_case() -> None:
    text = "Министр иностранных дел России Сергей Лавров звонил Валентине Матвиенко и Нури аль-Малики."
    assert [id for _, id, _ in marked(text)] == ["sergei-lavrov", "valentina-matviyenko", "nouri-al-maliki"]
    assert [id for _, id, _ in marked("Письмо передано Лаврову.", "ru")] == ["sergei-lavrov"]


def test_a_russian_title_is_its_holder_on_the_day() -> None:
    (found,) = find("Министр иностранных дел России заявил об этом.", "ru", DAY)
    assert (found.id, found.country, found.sectors) == ("sergei-lavrov", "RUS", ("GOV",))


def test_an_unlisted_person_has_what_the_title_says() -> None:
    (found,) = find("Приехал министр обороны Ирака Халис Незнамов.", "ru", DAY)
    assert (found.id, found.country, found.sectors) == (None, "IRQ", ("GOV",))
    assert found.name == "Халис Незнамов"


@pytest.mark.parametrize("text", ["Das ist ein deutscher Text über das Wetter in Berlin.", "123"])
def test_a_language_that_is_not_served(text: str) -> None:
    if text == "123":
        with pytest.raises(ReadError, match="unknown"):
            list(find(text))
    else:
        with pytest.raises(ReadError, match="'de'"):
            list(find(text))

"""Persons whom no list knows meet again, and others with a like name do not."""

from __future__ import annotations

import pytest

from dragoman.actors.meeting import Person, meet, provisional


def person(name: str, country: str = "IRQ", language: str = "en") -> Person:
    return Person(name=name, country=country, language=language)


ARABIC = person("خالد العبيدي", language="ar")


@pytest.mark.parametrize(
    ("people", "first"),
    [
        ((person("Khalid al-Obeidi"), ARABIC), [0, 0]),
        ((ARABIC, person("Khaled Obaidi"), person("Khalid al-Obeidi")), [0, 0, 0]),
        ((person("Халид аль-Обейди", language="ru"), ARABIC), [0, 0]),
        ((person("Khalid al-Obeidi", "KWT"), ARABIC), [0, 1]),
        ((person("Khalid al-Obeidi", ""), ARABIC), [0, 0]),
        ((person("Ali Obeidi"), person("Ali Obeidi", "KWT"), person("Ali Obeidi", "")), [0, 1, 2]),
        ((person("Khalid al-Obeidi"), person("Hamid al-Obeidi")), [0, 1]),
        ((person("محمد النويصر", language="ar"), person("محمد الناصر", language="ar")), [0, 1]),
    ],
)
def test_who_is_one(people: tuple[Person, ...], first: list[int]) -> None:
    assert meet(people) == first


def test_a_country_that_is_told_later_holds_for_all() -> None:
    names = [person("Khalid al-Obeidi", ""), ARABIC, person("Khalid al-Obeidi", "KWT")]
    assert meet(names) == [0, 0, 2]


def test_many_names_that_share_a_word() -> None:
    letters = "bdfgklmnrst"
    many = [person(f"Ali {one}a{two}er") for one in letters for two in letters if one != two]
    assert meet([*many, person("Ali Zabadani")])[-1] == len(many)


def test_the_first_name_makes_the_actor() -> None:
    one = provisional([person("Khalid al-Obeidi"), ARABIC, person("Khalid al-Obeidi", "")])
    assert [(name.text, name.language) for name in one.names] == [
        ("Khalid al-Obeidi", "en"),
        ("خالد العبيدي", "ar"),
    ]
    assert one.id == provisional([person("Khalid al-Obeidi")]).id
    assert one.id != provisional([person("Khalid al-Obeidi", "KWT")]).id

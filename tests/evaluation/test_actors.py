"""The tasks on actors and names, on cases of a few lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import ResourceError
from dragoman.evaluation import clustering, linking, naming
from dragoman.evaluation.records import Result


def value(result: Result, measure: str, language: str = "en") -> float:
    return next(one.value for one in result.scores if (one.measure, one.language) == (measure, language))


def test_marked_mentions(tmp_path: Path) -> None:
    (tmp_path / "en.yml").write_text(
        '- "[Moscow] agreed. | 2016-02-12 | RUS | RUS | GOV"\n'
        '- "They met in [Moscow]. | 2016-02-12 | place | RUS | -"\n'
        '- "[Tony Blair] wrote a book. | 2020-02-12 | tony-blair | GBR | GOV"\n'
        '- "[Nobody Knownson] wrote a book. | 2020-02-12 | ? | - | ?"\n',
        encoding="utf-8",
    )
    result = linking.measure(tmp_path)
    assert value(result, "actor right") == 1
    assert value(result, "country right") == 1
    assert value(result, "sector right") == 0.6667
    assert result.misses == (
        "en “Tony Blair” of 2020-02-12 in “Tony Blair wrote a book.”: sector GOV not ELI",
    )


@pytest.mark.parametrize("line", ["[Moscow] agreed.", "Moscow agreed. | 2016-02-12 | RUS | RUS | GOV"])
def test_a_case_that_is_none(tmp_path: Path, line: str) -> None:
    (tmp_path / "en.yml").write_text(f'- "{line}"\n', encoding="utf-8")
    with pytest.raises(ResourceError, match=r"en\.yml"):
        linking.measure(tmp_path)


def test_names_of_both_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming, "DRAWN", 20)
    rows = {
        "ar": [("karim", "كريم"), ("nadia", "نادية"), ("tariq", "طارق"), ("bashir", "بشير")],
        "ru": [("karim", "карим"), ("nadia", "надия"), ("tariq", "тарик"), ("bashir", "башир")],
    }
    for iso, name in naming.FILES.items():
        lines = [json.dumps({"en": en, "other": other, "count": 1}) for en, other in rows[iso]]
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    result = naming.measure(tmp_path / naming.FILES["ar"])
    assert [
        value(result, f"{pair} F1", language)
        for pair, language in (("en-ar", "ar"), ("en-ru", "ru"), ("ar-ru", "ru"))
    ] == [1, 1, 1]
    assert {one.count for one in result.scores} == {40}
    assert not any(one.gated for one in result.scores if "speed" in one.measure)


def test_a_name_that_is_no_spelling_is_a_miss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(naming, "DRAWN", 5)
    rows = [("karim", "бонд"), ("nadia", "гуров"), ("tariq", "щукин")]
    lines = [json.dumps({"en": en, "other": other}) for en, other in rows]
    (tmp_path / naming.FILES["ru"]).write_text("\n".join(lines), encoding="utf-8")
    result = naming.measure(tmp_path / naming.FILES["ar"])
    assert value(result, "en-ru recall", "ru") == 0
    assert {one.language for one in result.scores} == {"ru"}
    assert result.misses
    assert all("are one person" in line for line in result.misses)


def test_bcubed() -> None:
    assert clustering.bcubed(["a", "a", "b"], [1, 1, 2]) == (1, 1)
    assert clustering.bcubed(["a", "a", "b"], [1, 1, 1]) == (0.5556, 1)
    assert clustering.bcubed(["a", "a"], [1, 2]) == (1, 0.5)


def test_mentions_across_languages(tmp_path: Path) -> None:
    def text(id: str, lang: str, *entities: tuple[str, str, str]) -> str:
        listed = [{"surface": words, "type": kind, "id": key} for words, kind, key in entities]
        return json.dumps({"id": id, "lang": lang, "entities": listed})

    path = tmp_path / "b.jsonl"
    path.write_text(
        "\n".join(
            (
                text("1", "ru", ("Тариком Незнамовым", "PER", "P"), ("Пакистане", "LOC", "GPE-Pakistan")),
                text("2", "pl", ("Tarik Nieznamow", "PER", "P"), ("Pakistanie", "LOC", "GPE-Pakistan")),
                text("3", "uk", ("Пакистаном", "LOC", "GPE-Pakistan"), ("НАТО", "ORG", "O")),
                text("4", "ru", ("Лахоре", "LOC", "GPE-Lahore"), ("Североатлантический альянс", "ORG", "O")),
            )
        ),
        encoding="utf-8",
    )
    result = clustering.measure(path)
    assert value(result, "people F1", "ru") == 1
    assert value(result, "countries F1", "ru") == 1
    assert {one.count for one in result.scores if one.measure.startswith("countries")} == {3}
    assert 0 < value(result, "organisations F1", "ru") <= 1

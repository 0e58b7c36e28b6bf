"""The reader that ships: what it says of plain sentences, and that it says it whatever stands beside them."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dragoman.errors import ResourceError
from dragoman.events import reader
from dragoman.types import Span


def english() -> reader.Reader:
    found = reader.load("en")
    assert found is not None
    return found


def where(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def read(text: str, actor: str, recipient: str) -> reader.Reading:
    return english().read(text, where(text, actor), where(text, recipient))


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "kind"),
    [
        ("Norway recalled its ambassador from Ecuador.", "Norway", "Ecuador", "SANCTION"),
        (
            "The minister of Chad met the envoy of Gabon in Libreville.",
            "minister of Chad",
            "Gabon",
            "CONSULT",
        ),
        ("Rebels shelled an army base near the town on Friday.", "Rebels", "army", "ASSAULT"),
        ("Portugal called on Angola to free the fishermen.", "Portugal", "Angola", "REQUEST"),
    ],
)
def test_what_plain_sentences_tell(text: str, actor: str, recipient: str, kind: str) -> None:
    types = read(text, actor, recipient).types
    assert max(types, key=lambda name: types[name]) == kind


def test_a_sentence_without_an_event_tells_nothing() -> None:
    reading = read("Bolivia is three times as large as Paraguay, the office said.", "Bolivia", "Paraguay")
    assert reading.none > 0.5


def test_who_was_struck_did_not_strike() -> None:
    text = "Rebels shelled an army base near the town on Friday."
    assert read(text, "army", "Rebels").types["ASSAULT"] < read(text, "Rebels", "army").types["ASSAULT"]


def test_probabilities_sum_to_one() -> None:
    reading = read("Norway recalled its ambassador from Ecuador.", "Norway", "Ecuador")
    assert sum(reading.types.values()) + reading.none == pytest.approx(1, abs=1e-4)


def test_a_side_may_be_unknown_and_a_text_long_or_empty() -> None:
    long = "Norway " + "and so on " * 400
    for reading in (english().read(long, Span(0, 6), None), english().read("", None, None)):
        assert sum(reading.types.values()) + reading.none == pytest.approx(1, abs=1e-4)


def test_languages_without_a_model_have_none() -> None:
    assert reader.load("ar") is None


def test_files_that_are_not_the_described_ones_are_refused(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path_factory.mktemp("package")
    models = root / "data" / "models"
    models.mkdir(parents=True)
    shipped = files("dragoman") / "data" / "models" / "reader-en.yml"
    (models / "reader-en.yml").write_text(shipped.read_text(encoding="utf-8"), encoding="utf-8")
    for name in ("reader-en.onnx", "reader-en.heads.npz"):
        (models / name).write_bytes(b"another model's")
    monkeypatch.setattr(reader, "files", lambda _: root)
    with pytest.raises(ResourceError, match="another model"):
        reader.load.__wrapped__("en")

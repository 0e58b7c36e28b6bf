"""Sentences of the corpus that ship with the reader, and which of them lie near another."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest

from dragoman.errors import ResourceError
from dragoman.events import neighbours, reader
from dragoman.events.neighbours import Told
from dragoman.events.reader import NONE
from dragoman.types import Span

TOLD = (
    Told(text="A met B.", type="CONSULT", actor=(0, 1), recipient=(6, 7)),
    Told(text="A met B.", type=NONE, actor=None, recipient=(6, 7)),
    Told(text="A hit B.", type="ASSAULT", actor=(0, 1), recipient=(6, 7)),
)


def few() -> neighbours.Neighbours:
    return neighbours.unpack(neighbours.pack(TOLD, np.array([[1.0, 0.0], [0.8, 0.6], [0.0, -1.0]])))


def test_the_nearest_come_first_and_each_sentence_once() -> None:
    one, other = few().nearest(np.array([0.5, 0.0, 0.3, 0.0, 0.2, 0.0]), 5)
    assert (one.text, one.type, one.actor, one.nearness) == ("A met B.", "CONSULT", Span(0, 1), 1.0)
    assert (other.type, other.nearness) == ("ASSAULT", 0.0)


def test_a_point_is_the_sum_of_sentence_and_sides_of_length_one() -> None:
    assert neighbours.point(np.array([1.0, 0.0, 1.0, 2.0, 1.0, 2.0])).tolist() == pytest.approx([0.6, 0.8])
    assert neighbours.point(np.zeros(6)).tolist() == [0.0, 0.0]


def shipped() -> tuple[reader.Reader, neighbours.Neighbours]:
    model, known = reader.load("en"), neighbours.load("en")
    assert model is not None
    assert known is not None
    return model, known


def test_what_ships_tells_of_like_things() -> None:
    model, known = shipped()
    text = "Norway recalled its ambassador from Ecuador."
    found = known.nearest(model.features(text, Span(0, 6), Span(36, 43)), 5)
    assert len({one.text for one in found}) == 5
    assert "SANCTION" in {one.type for one in found}
    assert all(0 <= one.nearness <= 1 for one in found)


def test_a_sentence_lies_nearest_to_itself() -> None:
    model, known = shipped()
    text = "Norway recalled its ambassador from Ecuador."
    (some,) = known.nearest(model.features(text, Span(0, 6), Span(36, 43)), 1)
    (found,) = known.nearest(model.features(some.text, some.actor, some.recipient), 1)
    assert found.text == some.text
    assert found.nearness > 0.99


def test_arabic_has_none() -> None:
    assert neighbours.load("ar") is None


def test_a_file_that_is_not_the_described_one_is_refused(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    models = tmp_path_factory.mktemp("package") / "data" / "models"
    models.mkdir(parents=True)
    card = (files("dragoman") / "data" / "models" / "reader-en.yml").read_text(encoding="utf-8")
    (models / "reader-en.yml").write_text(card, encoding="utf-8")
    (models / "reader-en.examples.npz").write_bytes(b"another model's")
    monkeypatch.setattr(neighbours, "files", lambda _: models.parents[1])
    with pytest.raises(ResourceError, match="another model"):
        neighbours.load.__wrapped__("en")

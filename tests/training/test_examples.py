"""What of the corpus ships with the reader: its own sentences, of the right split, as they are now."""

from __future__ import annotations

from collections import Counter
from functools import cache

from training.markup import CORPUS, Entry, read_corpus
from training.reader.examples import EACH, chosen, kept, named

from dragoman.evaluation import reading
from dragoman.evaluation.corpora import rows
from dragoman.events import neighbours


@cache
def split(name: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in read_corpus(CORPUS) if entry.split == name)


def test_the_sentences_kept_apart_are_those_of_the_dev_split() -> None:
    """Where this fails the corpus has changed: ``python -m training.reader.examples``."""
    assert list(rows(reading.corpus(), reading.Kept)) == list(kept(split("dev")))


def test_as_many_of_each_type_and_each_sentence_once() -> None:
    found = chosen(split("train"))
    counts = Counter(row.kinds[0] for row in found)
    assert len(counts) == 17
    assert max(counts.values()) == EACH
    assert min(counts.values()) > EACH / 2
    assert len({row.text for row in found}) == len(found)


def test_what_ships_is_of_the_train_split() -> None:
    known = neighbours.load("en")
    assert known is not None
    texts = {told.text for told in known.told}
    assert len(texts) > 2000
    assert not texts & {entry.text for entry in (*split("dev"), *split("test"))}
    assert texts <= {entry.text for entry in split("train")}


def test_the_card_names_its_examples_once() -> None:
    card = "# a\nlanguage: en\n"
    assert named(named(card, "1"), "2") == card + "examples: 2\n"

"""How good it is: tasks with a gold standard, their scores, and the gate that no score falls through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from importlib.resources import files

from dragoman.evaluation import (
    classifying,
    clustering,
    examples,
    goldens,
    judged,
    linking,
    naming,
    placing,
    quoting,
    sound,
)
from dragoman.evaluation.corpora import digest, within
from dragoman.evaluation.records import Result, Run, Score, Task

TASKS = (
    Task(
        name="classify",
        about="PLOVER type of a sentence whose two sides are given",
        corpus=within("plv_dev.jsonl"),
        measure=classifying.measure,
    ),
    Task(
        name="quotes",
        about="quotations and their speakers, against PolNeAR",
        corpus=within("polnear_train.jsonl"),
        measure=quoting.measure,
    ),
    Task(
        name="invariants",
        about="real reports: no crash, spans within the text, sound events, the same bytes",
        corpus=within("news_sample.jsonl"),
        measure=sound.measure,
    ),
    Task(
        name="codebook",
        about="the codebook's own examples",
        corpus=examples.folder,
        measure=examples.measure,
        grows=True,
    ),
    Task(
        name="dates",
        about="expressions of time, and the days they mean",
        corpus=goldens.folder("dates"),
        measure=partial(goldens.measure, read=goldens.dates),
        grows=True,
    ),
    Task(
        name="figures",
        about="numbers with their bounds and units",
        corpus=goldens.folder("figures"),
        measure=partial(goldens.measure, read=goldens.figures),
        grows=True,
    ),
    Task(
        name="actors",
        about="who a marked mention is on its day, with country and sector",
        corpus=goldens.folder("actors"),
        measure=linking.measure,
        grows=True,
    ),
    Task(
        name="names",
        about="whether two names in two scripts are one person's",
        corpus=within(naming.FILES["ar"]),
        measure=naming.measure,
    ),
    Task(
        name="clusters",
        about="names of people, countries and organisations put together across languages",
        corpus=within("bsnlp_dev.jsonl"),
        measure=clustering.measure,
    ),
    Task(
        name="places",
        about="which place of several of one name is meant, or none",
        corpus=goldens.folder("places"),
        measure=placing.measure,
        grows=True,
    ),
    Task(
        name="judged",
        about="events of real reports that a careful reader accepts",
        corpus=judged.sheet,
        measure=judged.measure,
        grows=True,
    ),
)
"""In the order in which they are run."""

__all__ = ["TASKS", "Result", "Run", "Score", "Task", "languages", "run"]


def languages() -> tuple[str, ...]:
    """Every language of which the package knows something: each must be measured or named as unmeasured."""
    folder = files("dragoman") / "data" / "languages"
    return tuple(sorted(one.name for one in folder.iterdir() if one.is_dir()))


def run(tasks: Sequence[Task]) -> Iterator[Run]:
    """Each task measured on its corpus, or without a result where that is not there."""
    for task in tasks:
        corpus = task.corpus()
        if corpus.exists():
            yield Run(task=task, corpus=corpus, sha256=digest(corpus), result=task.measure(corpus))
        else:
            yield Run(task=task, corpus=corpus, sha256=None, result=None)

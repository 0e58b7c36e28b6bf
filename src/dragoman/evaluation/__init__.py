"""How good it is: tasks with a gold standard, their scores, and the gate that no score falls through."""

from __future__ import annotations

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
    reading,
    sound,
)
from dragoman.evaluation.corpora import digest
from dragoman.evaluation.records import Result, Run, Score, Task

TASKS = (
    classifying.TASK,
    reading.TASK,
    quoting.TASK,
    sound.TASK,
    examples.TASK,
    goldens.DATES,
    goldens.FIGURES,
    linking.TASK,
    naming.TASK,
    clustering.TASK,
    placing.TASK,
    judged.TASK,
)
"""In the order in which they are run."""

__all__ = ["TASKS", "Result", "Run", "Score", "Task", "languages", "run"]


def languages() -> tuple[str, ...]:
    """Every language of which the package knows something: each must be measured or named as unmeasured."""
    folder = files("dragoman") / "data" / "languages"
    return tuple(sorted(one.name for one in folder.iterdir() if one.is_dir()))


def run(task: Task) -> Run:
    """A task measured on its corpus, or without a result where that is not there."""
    corpus = task.corpus()
    if not corpus.exists():
        return Run(task=task, corpus=corpus, sha256=None, result=None)
    return Run(task=task, corpus=corpus, sha256=digest(corpus), result=task.measure(corpus))

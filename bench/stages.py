"""Which functions make up a stage, and a stopwatch around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from importlib import import_module
from time import process_time
from typing import Any, TypeVar

_Row = TypeVar("_Row")

STAGES: tuple[tuple[str, str, str], ...] = (
    ("language", "dragoman.documents.annotator", "detect"),
    ("furniture", "dragoman.documents.annotator", "furniture.find"),
    ("sentences and tokens", "dragoman.documents.annotator", "_sentences"),
    ("dates", "dragoman.documents.annotator", "find_dates"),
    ("figures", "dragoman.documents.annotator", "find_figures"),
    ("mentions", "dragoman.documents.annotator", "language"),
    ("places", "dragoman.actors.places", "Places.locate"),
    ("coreference", "dragoman.documents.annotator", "link"),
    ("clauses", "dragoman.documents.annotator", "of_document"),
    ("resolve", "dragoman.pipeline", "resolve"),
    ("quotes", "dragoman.pipeline", "attribute_quotes"),
    ("events", "dragoman.pipeline", "FrameCoder.code"),
    ("encode", "dragoman.codec", "analysis_line"),
)
"""Name, module, and the attribute by which the main path reaches the function. Before them comes reading."""


@dataclass(slots=True)
class Stopwatch:
    """Seconds of processor time by stage; a stage inside another one is counted as itself alone."""

    seconds: dict[str, float] = field(default_factory=dict)
    inner: list[float] = field(default_factory=list)

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """``function``, its time counted under ``name``."""

        @wraps(function)
        def run(*args: Any, **kwargs: Any) -> Any:
            with self.counting(name):
                return function(*args, **kwargs)

        return run

    def steps(self, name: str, rows: Iterator[_Row]) -> Iterator[_Row]:
        """``rows``, the time that each takes to come counted under ``name``."""
        while True:
            with self.counting(name):
                row = next(rows, None)
            if row is None:
                return
            yield row

    @contextmanager
    def counting(self, name: str) -> Iterator[None]:
        """Counts what is done within."""
        self.inner.append(0.0)
        start = process_time()
        try:
            yield
        finally:
            spent = process_time() - start
            own = spent - self.inner.pop()
            self.seconds[name] = self.seconds.get(name, 0.0) + own
            if self.inner:
                self.inner[-1] += spent


@contextmanager
def watched() -> Iterator[Stopwatch]:
    """A stopwatch around every stage of the main path, taken away at the end."""
    watch = Stopwatch()
    there: list[tuple[Any, str, Any]] = []
    try:
        for name, module, path in STAGES:
            *parents, attribute = path.split(".")
            holder: Any = import_module(module)
            for parent in parents:
                holder = getattr(holder, parent)
            function = getattr(holder, attribute)
            there.append((holder, attribute, function))
            setattr(holder, attribute, _wrapped(watch, name, function))
        yield watch
    finally:
        for holder, attribute, function in reversed(there):
            setattr(holder, attribute, function)


def _wrapped(watch: Stopwatch, name: str, function: Any) -> Any:
    """The function with a stopwatch; of a language its mentions alone."""
    if name == "mentions":
        return lambda iso: _language(watch, name, function(iso))
    return watch.timed(name, function)


def _language(watch: Stopwatch, name: str, language: Any) -> Any:
    return type(language)(tokenize=language.tokenize, mentions=watch.timed(name, language.mentions))

"""Speed and memory, by language and stage: ``python -m bench.run`` writes ``bench/results/<day>.json``.

Reports of any length count as so many reports of 400 words. Seconds are processor time of one process, so a
busy machine changes them little; what must hold on any machine are the ratios to two plain programs over the
same text in the same run. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from bench.stages import watched

from dragoman import __version__, codec, pipeline, reports
from dragoman.actors import directory
from dragoman.documents.annotator import SERVED
from dragoman.evaluation.corpora import news, shared
from dragoman.types import Analysis, Report, Skipped

HERE = Path(__file__).parent
WORDS = 400
"""What counts as one report."""

THRESHOLD = 0.5
_WORD = re.compile(r"\w+|[^\w\s]")
_LONGEST_NAME = 6


def texts(language: str, words: int) -> tuple[str, list[Report]]:
    """Where they come from, and reports of ``words`` words in all: news where it is there, else samples."""
    corpus = shared("news_sample.jsonl")
    if corpus.is_file():
        return corpus.name, _until(news(corpus, language, 500), words)
    found = reports.read([str(files("dragoman") / "data" / "samples")])
    samples = [one for one in found if isinstance(one, Report) and one.language == language]
    return "samples", _until(samples, words)


def _until(rows: Sequence[Report], words: int) -> list[Report]:
    taken: list[Report] = []
    count = 0
    while count < words:
        row = rows[len(taken) % len(rows)]
        taken.append(row)
        count += size(row)
    return taken


def size(report: Report) -> int:
    """Words between blanks."""
    return len(report.text.split())


def speed(language: str, words: int) -> dict[str, Any]:
    """Reports a second in all and by stage, and how many times a plain program's time the coding takes."""
    origin, rows = texts(language, words)
    pipeline.collect_seldom()
    kit = pipeline.tools(THRESHOLD)
    list(pipeline.analyse(rows[:3], kit))  # data files are loaded, caches filled
    count = sum(map(size, rows)) / WORDS
    path = _file(rows)
    start = process_time()
    _main_path(reports.read([path]), kit)
    whole = process_time() - start
    with watched() as watch:
        _main_path(watch.steps("read", reports.read([path])), kit)
    plain = {name: _time(program, rows) for name, program in PLAIN}
    return {
        "text": origin,
        "reports": len(rows),
        "reports of 400 words": round(count, 1),
        "reports a second": round(count / whole, 1),
        "milliseconds a report": {
            name: round(1000 * seconds / count, 3)
            for name, seconds in sorted(watch.seconds.items(), key=lambda item: -item[1])
        },
        "times as slow as": {name: round(whole / max(seconds, 1e-6), 1) for name, seconds in plain.items()},
    }


def _file(rows: Sequence[Report]) -> Path:
    """The reports as JSON lines, each under an id of its own."""
    folder = Path(tempfile.gettempdir()) / "dragoman-bench"
    folder.mkdir(exist_ok=True)
    path = folder / "reports.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number, row in enumerate(rows):
            fields = {"id": str(number), "text": row.text, "title": row.title, "language": row.language}
            file.write(json.dumps(fields) + "\n")
    return path


def _main_path(records: Iterable[Report | Skipped], kit: pipeline.Tools) -> None:
    """What ``dragoman analyse`` does, with the lines thrown away."""
    for result in pipeline.analyse(records, kit):
        if isinstance(result, Analysis):
            codec.analysis_line(result)


def _time(program: Callable[[Sequence[Report]], int], rows: Sequence[Report]) -> float:
    """The best of three: processor time in seconds."""
    best = float("inf")
    for _ in range(3):
        start = process_time()
        program(rows)
        best = min(best, process_time() - start)
    return best


def cut(rows: Sequence[Report]) -> int:
    """Cuts the texts into words with one regular expression, and does nothing else."""
    return sum(len(_WORD.findall(row.text)) for row in rows)


def look_up(rows: Sequence[Report]) -> int:
    """Looks every run of up to six words up in a plain dictionary of all names of the directory."""
    names = _names()
    found = 0
    for row in rows:
        words = _WORD.findall(row.text.casefold())
        for start in range(len(words)):
            stops = range(start + 1, min(len(words), start + _LONGEST_NAME) + 1)
            found += any(" ".join(words[start:stop]) in names for stop in stops)
    return found


@cache
def _names() -> frozenset[str]:
    return frozenset(name.text.casefold() for actor in directory.load().actors for name in actor.names)


PLAIN = (("a regular expression for words", cut), ("a plain scan for names", look_up))


def memory(language: str, words: int) -> dict[str, float]:
    """The most memory that a process held, in MiB: with all data loaded, and after coding."""
    code = (
        "from bench.run import loaded, peak, pipeline, texts\n"
        f"kit = loaded({language!r}); before = peak()\n"
        f"list(pipeline.analyse(texts({language!r}, {words})[1], kit))\n"
        "print(before, peak())"
    )
    before, after = _python(code).split()
    return {"loaded": float(before), "after coding": float(after)}


def peak() -> float:
    """The most memory that this process held, in MiB.

    Linux counts the parent's memory into ``ru_maxrss`` of a child, and gives the true number in a file.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
        return round(int(line.split()[1]) / 1024, 1)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 / 1024, 1)


def loaded(language: str) -> pipeline.Tools:
    """The tools with the data of one language, and of no other, in memory."""
    kit = pipeline.tools(THRESHOLD)
    list(pipeline.analyse([Report(id="a", text="Putin. بوتين.", language=language)], kit))
    return kit


def starts() -> dict[str, float]:
    """Seconds by the clock until a new process is ready: median of five, less what Python itself takes."""
    empty = _starting("pass")
    programs = {
        "import dragoman": "import dragoman",
        "dragoman --version": "import sys, dragoman.cli as c; sys.argv[1:] = ['--version']; c.main()",
        "ready to code": "from dragoman import pipeline; pipeline.tools(0.5)",
    }
    ready = {name: max(_starting(code) - empty, 0.0) for name, code in programs.items()}
    return {"python itself": round(empty, 3), **{name: round(value, 3) for name, value in ready.items()}}


def _starting(code: str) -> float:
    times = []
    for _ in range(5):
        start = perf_counter()
        _python(code)
        times.append(perf_counter() - start)
    return statistics.median(times)


def _python(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, check=True, text=True, cwd=HERE.parent).stdout


def measure(words: int) -> dict[str, Any]:
    """All numbers of one run."""
    from bench import reader  # which imports this module

    return {
        "dragoman": __version__,
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "measured": datetime.now(UTC).strftime("%Y-%m-%dT%H:%MZ"),
        "speed": {language: speed(language, words) for language in SERVED},
        "reader": reader.speed(words),
        "memory in MiB": {language: memory(language, words) for language in SERVED},
        "start in seconds": starts(),
    }


def main() -> None:
    """Measure, print, and write the result of today."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=40_000, help="words of text in each language")
    parser.add_argument("--output", type=Path, help="the file to write; by default bench/results/<day>.json")
    given = parser.parse_args()
    result = measure(given.words)
    text = json.dumps(result, indent=2, ensure_ascii=False)
    path = given.output or HERE / "results" / f"{result['measured'][:10]}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n", encoding="utf-8")
    print(text)
    print(f"written to {path}")


if __name__ == "__main__":
    main()

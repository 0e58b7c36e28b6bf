"""Verbs on names and actors: actors match, actors find, actors show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from dragoman import codec
from dragoman.cli.output import Tally, Verb, day, note, write_lines, write_text
from dragoman.errors import ReadError, SettingsError
from dragoman.types import Actor, Report, Skipped

if TYPE_CHECKING:
    from dragoman.actors.finding import Found
    from dragoman.reports import Origins

GROUP = "actors"
AsJson = Annotated[bool, typer.Option("--json", help="JSON lines instead of text.")]
StoreUrl = Annotated[
    str | None,
    typer.Option("--store", metavar="STORE", help="Path or URL of a store, to show the actor's events too."),
]
MOST = 20
"""How many mentions of an actor are shown."""


class Pair(msgspec.Struct, frozen=True):
    """Two names to be compared."""

    a: str
    b: str


class Compared(msgspec.Struct, frozen=True):
    """What ``actors match`` says of two names."""

    a: str
    b: str
    score: float
    same: bool
    reasons: tuple[str, ...]


class Marked(msgspec.Struct, frozen=True):
    """What ``actors find`` says of one actor or place; ``span`` is in code points."""

    report: str | None
    span: tuple[int, int]
    text: str
    kind: str
    id: str | None
    name: str
    country: str | None
    sectors: tuple[str, ...]
    score: float
    reasons: tuple[str, ...]


def match(
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME", help="Two names; or one file of pairs, - for standard input."),
    ],
    as_json: AsJson = False,
) -> None:
    """Say whether two names are one person's, and why.

    Names may be in Latin, Arabic or Cyrillic letters. Many pairs come from a file or from standard input:
    JSON lines {"a", "b"} or two columns with a tab between them; the answers are then always JSON lines
    {"a", "b", "score", "same", "reasons"}.
    """
    if len(names) > 2:
        raise SettingsError(f"{len(names)} names: give two, in quotation marks, or a file of pairs")
    if len(names) == 1:
        if names[0] != "-" and not _is_file(names[0]):
            raise SettingsError(f"{names[0]} cannot be read: give two names, or a file of pairs")
        from dragoman.cli import rows

        rows.answer(names[0], _answered, "pair")
        return
    found = _compared(Pair(a=names[0], b=names[1]))
    if as_json:
        write_lines([codec.encode(found)])
        return
    from dragoman.dossiers import clean

    head = f"{found.score:.2f}  {'the same person' if found.same else 'not the same person'}\n"
    write_text(head + "".join(f"      {clean(reason)}\n" for reason in found.reasons))


def _answered(line: bytes) -> bytes:
    return codec.encode(_compared(_pair(line)))


def _pair(line: bytes) -> Pair:
    if line.lstrip()[:1] == b"{":
        return codec.decode(line, Pair)
    try:
        cells = line.decode("utf-8").rstrip("\r\n").split("\t")
    except UnicodeDecodeError as error:
        raise ReadError("bad-record", f"not UTF-8: {error.reason}") from error
    if len(cells) != 2:
        raise ReadError("bad-record", f"{len(cells)} columns: two names with a tab between them are wanted")
    return Pair(a=cells[0], b=cells[1])


def _compared(pair: Pair) -> Compared:
    from dragoman.actors.names import match as compare

    found = compare(pair.a, pair.b)
    return Compared(a=pair.a, b=pair.b, score=round(found.score, 4), same=found.same, reasons=found.reasons)


def find(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="A text; or a file of reports, - for JSON lines.")
    ],
    language: Annotated[
        str | None, typer.Option(metavar="ISO", help="en, ar or ru; found where left out.")
    ] = None,
    on: Annotated[
        date | None,
        typer.Option("--on", parser=day, metavar="YYYY-MM-DD", help="The day on which offices count."),
    ] = None,
) -> None:
    """Mark every actor and place of a text.

    One JSON line each: span in code points, kind, id, name, country and sectors on the day of the report
    (or of --on), score and reasons. A place has the id of GeoNames; "in Moscow" is a place, "Moscow agreed"
    is not.
    """
    tally = Tally()
    origins: Origins = {}
    for report in _texts(text, tally, origins):
        path, line = origins.get(report.id, ("the text", None))
        found = tally.attempt(partial(_marks, report, language or report.language, on), path, line)
        tally.done += write_lines(found or ())
    tally.close("mark")


def _marks(report: Report, language: str | None, day: date | None) -> list[bytes]:
    from dragoman.actors.finding import find as marked

    name = report.id or None
    return [_line(one, report.text, name) for one in marked(report.text, language, day or report.published)]


def _texts(text: str, tally: Tally, origins: Origins) -> Iterator[Report]:
    """The text itself, without an id, or the reports of the file that it names."""
    from dragoman import reports

    if text != "-" and not _is_file(text):
        if not text.strip():
            raise SettingsError("no text")
        yield Report(id="", text=text)
        return
    for record in reports.read([text], origins=origins):
        if isinstance(record, Skipped):
            tally.skip(record)
        else:
            yield record


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False  # a text too long, or with letters that no file's name has


def _line(one: Found, text: str, report: str | None) -> bytes:
    marked = Marked(
        report=report,
        span=(one.span.start, one.span.stop),
        text=one.span.text(text),
        kind=one.kind,
        id=one.id,
        name=one.name,
        country=one.country,
        sectors=one.sectors,
        score=one.score,
        reasons=one.reasons,
    )
    return codec.encode(marked)


def show(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="An actor's id, or any of its names.")],
    store: StoreUrl = None,
    as_json: AsJson = False,
) -> None:
    """Show an actor: names, offices over time, mentions.

    Names come in all languages, offices with their days. With --store also the events of the store in
    which the actor takes part, with the reasons for taking it to be meant.
    """
    from dragoman.actors import directory
    from dragoman.actors.lookup import lookup

    id = lookup(actor)
    known = directory.load().actor(id) if id is not None else None
    if known is None:
        raise SettingsError(f"no actor {actor!r}: `dragoman actors find` shows the ids in a text")
    if as_json:
        write_lines([codec.encode(known)])
    else:
        write_text(_shown(known))
    if store is not None:
        _mentions(known.id, store)


def _shown(actor: Actor) -> str:
    from dragoman.dossiers import clean  # names may come from lists of others

    lines = [f"{clean(actor.id)}  {actor.kind}"]
    for language in sorted({name.language for name in actor.names}):
        for use in ("name", "demonym", "metonym", "abbreviation"):
            texts = [one.text for one in actor.names if (one.language, one.use) == (language, use)]
            if texts:
                lines.append(f"{language} {use:<13} {clean(', '.join(texts))}")
    for role in actor.roles:
        days = f"{role.since or '…'} to {role.until or '…'}" if role.since or role.until else "always"
        what = f"{role.title or '-'} ({role.country or '-'} {'/'.join(role.sectors) or '-'})"
        lines.append(f"office {days:<26} {clean(what)}")
    lines.extend(clean(f"identifier {scheme}: {value}") for scheme, value in actor.identifiers)
    return "\n".join(lines) + "\n"


def _mentions(id: str, url: str) -> None:
    from dragoman.dossiers import clean
    from dragoman.store import Filter, Store

    told = []
    with Store.open(url, create=False) as opened:
        for event, report in opened.events(Filter(actor=id)):
            for side in (*event.actors, *event.recipients):
                if side.actor is not None and side.actor.id == id:
                    words = clean(side.mention.span.text(report.text))
                    why = "; ".join(clean(reason) for reason in side.reasons)
                    when = report.published or "no date"
                    told.append(f"{when}  {clean(report.id)}  {event.type}  “{words}”  {why}\n")
    if not told:
        note("no events of it in the store")
    more = f"and {len(told) - MOST} more\n" if len(told) > MOST else ""
    write_text("".join(told[:MOST]) + more)


VERBS = (
    Verb(
        function=match,
        group=GROUP,
        examples=(
            "dragoman actors match 'Nouri al-Maliki' 'نوري المالكي'",
            "dragoman actors match 'Sergei Lavrov' 'Сергей Викторович Лавров' --json",
            "dragoman actors match pairs.tsv > answers.jsonl",
            "printf 'Assad\\tАсад\\n' | dragoman actors match -",
        ),
    ),
    Verb(
        function=find,
        group=GROUP,
        examples=(
            "dragoman actors find 'Nouri al-Maliki met Putin in Moscow.' --on 2017-07-25",
            "dragoman actors find reports.jsonl > actors.jsonl",
        ),
    ),
    Verb(
        function=show,
        group=GROUP,
        examples=(
            "dragoman actors show nouri-al-maliki",
            "dragoman actors show Лавров --store news.db",
        ),
    ),
)
"""In the order of the help."""

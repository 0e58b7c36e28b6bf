"""Wikidata's query service: who held an office of a state, as rows that have been looked over.

Nothing that comes from outside is taken as it is: an answer has a largest size and an end in time, and a row
whose number, names or days are not what they should be is left out and counted.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException
from importlib.resources import files
from string import Template
from time import monotonic
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import msgspec

from dragoman import __version__, ontology
from dragoman.errors import NetworkError, SettingsError
from dragoman.text import script

SERVICE = "https://query.wikidata.org/sparql"
TIMEOUT = 90.0  # seconds for a whole answer; the service itself gives up after sixty
LARGEST = 20_000_000  # bytes of an answer
MOST = 5000  # rows
EARLIEST = 2000  # offices left before that year are not asked for
_CHUNK = 1 << 16
_LONGEST = 120  # letters of a name or a title
_ENTITY = re.compile(r"https?://www\.wikidata\.org/entity/(Q[1-9]\d{0,11})")
_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d:\d\dZ")
_PARTS = {"9": 1, "10": 2, "11": 3}  # precision → parts of the date that are sure
_SCRIPTS = {"en": "latin", "ar": "arabic", "ru": "cyrillic"}

Ask = Callable[[str], bytes]
"""From a query to the answer's bytes."""


class _Value(msgspec.Struct, frozen=True):
    value: str


class _Results(msgspec.Struct, frozen=True):
    bindings: list[dict[str, _Value]]


class _Answer(msgspec.Struct, frozen=True):
    results: _Results


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Somebody's time in an office; days are YYYY, YYYY-MM or YYYY-MM-DD, as sure as they are."""

    person: str
    title: str
    since: str
    until: str | None
    dead: bool
    names: dict[str, str]


@dataclass(slots=True)
class Answer:
    """What the service knows; ``skipped`` counts by reason what was left out."""

    rows: list[Held] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)


def query(country: str, year: int = EARLIEST) -> str:
    """The question for the office holders of a state.

    Args:
        country: ISO 3166-1 alpha-3.
        year: offices left before it are not asked for.

    Raises:
        SettingsError: it is no country's code.
    """
    if country not in ontology.countries() or not re.fullmatch("[A-Z]{3}", country):
        raise SettingsError(f"{country!r} is no country's code of three letters")
    text = (files("dragoman") / "data" / "queries" / "offices.rq").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return Template("\n".join(lines)).substitute(code=country, year=int(year), most=MOST)


class _Stay(HTTPRedirectHandler):
    """Goes nowhere else: the answer comes from the service that was named."""

    def redirect_request(self, *_: object) -> None:
        """No request at all."""
        return None


def service(url: str = SERVICE, contact: str = "", timeout: float = TIMEOUT) -> Ask:
    """The query service at ``url``, as a function.

    Args:
        url: its address, with https.
        contact: an address for whoever runs the service, as its rules ask for.
        timeout: seconds for an answer.

    Raises:
        SettingsError: the address is none, or not with https; the contact is not one line of ASCII.
    """
    if urlsplit(url).scheme != "https" or not urlsplit(url).hostname:
        raise SettingsError(f"{url!r} is no address that begins with https://")
    if not (contact.isascii() and (contact.isprintable() or not contact)) or len(contact) > _LONGEST:
        raise SettingsError("a contact is one short line of ASCII letters, such as an address for mail")
    agent = f"dragoman/{__version__} (reader of news reports; {contact or 'run by its user'})"
    headers = {"Accept": "application/sparql-results+json", "User-Agent": agent}

    def ask(question: str) -> bytes:
        body = urlencode({"query": question, "format": "json"}).encode()
        return _fetch(Request(url, data=body, headers=headers), timeout)

    return ask


def _fetch(request: Request, timeout: float) -> bytes:
    host = urlsplit(request.full_url).hostname
    end = monotonic() + timeout
    try:
        with build_opener(_Stay()).open(request, timeout=timeout) as answer:
            return _read(answer, end)
    except HTTPError as error:
        busy = error.code in (429, 500, 502, 503, 504)
        more = "it is busy, or the question took too long: try again later" if busy else error.reason
        raise NetworkError(f"{host} answered {error.code}: {more}") from error
    except (URLError, HTTPException, OSError) as error:
        reason = getattr(error, "reason", None) or error
        raise NetworkError(f"{host} cannot be reached: {reason}; nothing was changed") from error


def _read(answer: IO[bytes], end: float) -> bytes:
    """All bytes of an answer, within its bounds."""
    parts: list[bytes] = []
    size = 0
    while part := answer.read(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            raise NetworkError(f"the answer is longer than {LARGEST:,} bytes")
        if monotonic() > end:
            raise NetworkError("the answer took too long; nothing was changed")
    return b"".join(parts)


def read(content: bytes) -> Answer:
    """The rows of an answer in Wikidata's JSON.

    Raises:
        NetworkError: it is something else.
    """
    try:
        bindings = msgspec.json.decode(content, type=_Answer).results.bindings
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NetworkError(f"the service's answer is not the JSON that was asked for: {error}") from error
    answer = Answer()
    for binding in bindings[:MOST]:
        held = _held({name: one.value for name, one in binding.items()}, answer.skipped)
        if held is not None:
            answer.rows.append(held)
    if len(bindings) >= MOST:
        answer.skipped["rows beyond the largest number"] += 1
    return answer


def _held(row: dict[str, str], skipped: Counter[str]) -> Held | None:
    person = _ENTITY.fullmatch(row.get("person", ""))
    title = _words(row.get("title", ""), "latin")
    since = _day(row, "since")
    names = {iso: name for iso, kind in _SCRIPTS.items() if (name := _words(row.get(iso, ""), kind))}
    if person is None or title is None:
        skipped["no person or no office"] += 1
    elif since is None:
        skipped["no first day"] += 1
    elif row.get("until") and _day(row, "until") is None:
        skipped["no last day that can be read"] += 1
    elif not names:
        skipped["no name"] += 1
    else:
        return Held(
            person=person.group(1),
            title=title,
            since=since,
            until=_day(row, "until"),
            dead=bool(row.get("died")),
            names=names,
        )
    return None


def _words(text: str, kind: str) -> str | None:
    """A name or a title in the script that it should have, without what no name has."""
    words = " ".join(text.split())
    if not 1 < len(words) <= _LONGEST or script(words) != kind:
        return None
    odd = any(
        unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn", "Nd", "Sm", "Sc"} for letter in words
    )
    return None if odd else words


def _day(row: dict[str, str], name: str) -> str | None:
    """A date as far as it is sure."""
    match, parts = _TIME.fullmatch(row.get(name, "")), _PARTS.get(row.get(f"{name}Is", ""))
    if match is None or parts is None or not 1900 <= int(match[1]) <= 2100:
        return None
    return "-".join(match.groups()[:parts])

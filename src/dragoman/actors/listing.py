"""Entries → the index of their names: every form of each, and what a hit on it says."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from dragoman.actors.entries import STATE_SECTORS, Entry
from dragoman.actors.forms import forms, hamzas
from dragoman.actors.index import Index
from dragoman.actors.telling import Form
from dragoman.documents import genders
from dragoman.types import Gender, NameUse


def build(entries: Iterable[Entry], language: str) -> Index:
    """The index of all entries' names in ``language``."""
    index = Index(language)
    add_entries(index, entries)
    return index


def add_entries(index: Index, entries: Iterable[Entry]) -> None:
    """Makes the entries' names in the language of ``index`` findable."""
    language = index.language
    for entry in entries:
        doubtful = frozenset(entry.ambiguous.get(language, ()))
        for use, spoken, text in entry.written():
            if spoken == language:
                first = replace(_form(entry, use, text), doubtful=text in doubtful)
                _add_forms(index, text, entry, first)


def _add_forms(index: Index, text: str, entry: Entry, listed: Form) -> None:
    """Adds every form of ``text``; those that are not listed differ in little, and are shared."""
    made: dict[bool, Form] = {}
    for written, plural in forms(text, index.language, entry.kind, listed.use):
        many = plural or entry.plural
        if written == text:
            index.add(written, replace(listed, plural=many))
        else:
            if many not in made:
                made[many] = replace(listed, plural=many, listed=False)
            index.add(written, made[many])


def _form(entry: Entry, use: NameUse, text: str) -> Form:
    common = entry.kind in {"agent", "title"}
    sectors = entry.sectors
    if entry.kind == "country":
        sectors = () if use == "demonym" else tuple(dict.fromkeys((*STATE_SECTORS, *entry.sectors)))
    exact = "".join(filter(str.isalnum, text)) if use == "abbreviation" else ""
    return Form(
        id=entry.id,
        kind=entry.kind,
        use=use,
        country=entry.code,
        sectors=sectors,
        exact=exact,
        capital=not common and text != text.lower(),
        hamzas=hamzas(text) if common and " " not in text else "",
        lower_end=text.rsplit(" ", 1)[-1].islower(),
        gender=_gender(entry),
    )


def _gender(entry: Entry) -> Gender:
    english = entry.names.get("en", ())
    return genders.of_name(english[0]) if entry.kind == "person" and english else ""

"""Names to hits: the longest listed form at each place in a row of tokens.

The index holds forms by key (``forms``). A row of tokens is read from left to right; where a token begins a
form, tokens are joined while they may still become one, and the longest that did is the hit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace

from dragoman.actors.entries import STATE_SECTORS, Entry, EntryKind
from dragoman.actors.evidence import Doubt, Row
from dragoman.actors.forms import forms, hamzas, heads, joined, key, name_key, same_hamzas, spelled, spellings
from dragoman.actors.sounds import rules
from dragoman.documents import genders
from dragoman.types import Gender, Hit, NameUse, Token

_CLITICS = frozenset("وفبكلس")  # may have been split off a name that begins with them
_SON = frozenset({"بن", "ابن", "بنت"})
_KINDS: tuple[EntryKind, ...] = ("country", "organisation", "group", "person", "agent", "title")
_USES: tuple[NameUse, ...] = ("name", "abbreviation", "demonym", "metonym")


class Form(msgspec.Struct, frozen=True):
    """One form of a listed name and what a hit on it says.

    ``exact``: of an abbreviation, the letters as they must stand. ``capital``: the text needs a capital where
    the name has one (``lower_end``: its last word has none). ``doubtful``: the sentence must hold something
    else that fits. ``surname``: a surname alone, not behind a first name (``ordinary``: a word as well).
    ``listed``: it stands in the directory as it is and was not made from another. ``hamzas``: those of a
    common Arabic word, which tell words apart. ``gender`` of a person, where its English first name tells.
    """

    id: str
    kind: EntryKind
    use: NameUse
    country: str | None
    sectors: tuple[str, ...]
    plural: bool = False
    exact: str = ""
    capital: bool = False
    lower_end: bool = False
    hamzas: str = ""
    doubtful: bool = False
    surname: bool = False
    ordinary: bool = False
    listed: bool = True
    gender: Gender = ""


class Index:
    """The forms of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.table: dict[str, list[Form]] = {}
        self.heads: dict[str, int] = {}

    def add(self, text: str, form: Form) -> None:
        """Makes ``text`` findable."""
        for written in spellings(spelled(text, self.language)):
            self._add(written, form)

    def _add(self, text: str, form: Form) -> None:
        found = name_key(text)
        if not found:
            return
        others = self.table.setdefault(found, [])
        if form not in others:
            others.append(form)
        for head in heads(text):  # "vice-president" begins otherwise than "vice president"
            self.heads[head] = max(self.heads.get(head, 0), len(found))

    def forms(self, text: str) -> Sequence[Form]:
        """The forms that ``text`` as a whole may be."""
        return self.table.get(name_key(spelled(text, self.language)), ())

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """The hits among ``tokens``: leftmost, then longest, never overlapping."""
        keys = [key(token.norm) for token in tokens]
        hits: list[Hit] = []
        doubts: dict[int, Form] = {}
        at = 0
        while at < len(tokens):
            stop, found = self._longest(tokens, keys, at)
            if not found:
                at += 1
                continue
            if found[0].use == "demonym" and _descent(tokens, at, stop):
                at = stop
                continue
            if all(form.doubtful or form.surname for form in found):
                doubts[len(hits)] = found[0]
            hits.append(_hit(at, stop, found))
            at = stop
        if not doubts:
            return hits
        kinds = {at: Doubt(surname=form.surname, ordinary=form.ordinary) for at, form in doubts.items()}
        row = Row(tokens, tuple(hits), kinds)
        return [hit for number, hit in enumerate(hits) if row.supported(number)]

    def _longest(self, tokens: Sequence[Token], keys: list[str], at: int) -> tuple[int, list[Form]]:
        limit = self.heads.get(keys[at])
        if limit is None:
            limit = self._rejoined(tokens, keys, at)
            if limit is None:
                return at, []
        best: tuple[int, list[Form]] = (at, [])
        for stop, row in joined(tokens, keys, at, limit):
            listed = self.table.get(row)
            if listed:
                fitting = [form for form in listed if _fits(form, tokens[at:stop])]
                if fitting:
                    best = (stop, fitting)
        return best

    def _rejoined(self, tokens: Sequence[Token], keys: list[str], at: int) -> int | None:
        """The limit for a name whose first letter was taken for a clitic: و|اشنطن."""
        if keys[at] not in _CLITICS or at + 1 == len(tokens):
            return None
        if tokens[at].span.stop != tokens[at + 1].span.start:
            return None
        return self.heads.get(keys[at] + keys[at + 1])


def build(entries: Iterable[Entry], language: str) -> Index:
    """The index of all entries' names in ``language``."""
    index = Index(language)
    for entry in entries:
        doubtful = frozenset(entry.ambiguous.get(language, ()))
        for use, spoken, text in entry.written():
            if spoken == language:
                first = replace(_form(entry, use, text), doubtful=text in doubtful)
                _add_forms(index, text, entry, first)
    return index


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


def _rank(form: Form) -> tuple[bool, int, int, bool]:
    """What is preferred among entries with the same name: the surest first."""
    return form.doubtful, _KINDS.index(form.kind), _USES.index(form.use), not form.listed


def _fits(form: Form, tokens: Sequence[Token]) -> bool:
    """Whether the letters stand as the form wants them."""
    if form.exact:
        return "".join(filter(str.isalnum, "".join(token.text for token in tokens))) == form.exact
    if form.capital:
        article = len(tokens) > 1 and tokens[0].norm in rules().particles  # "al Qaeda"
        first = article or _capital(tokens[0].text)
        return first and (form.lower_end or len(tokens) == 1 or _capital(tokens[-1].text))
    if form.hamzas and not same_hamzas(form.hamzas, hamzas(tokens[-1].text)):
        return False
    return form.kind != "agent" or len(tokens) > 1 or tokens[0].tag != "ADJ"


def _descent(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Whether the words are the name of somebody's son or father: تركي بن عبد الله is no Turk."""
    beside = (*tokens[max(start - 1, 0) : start], *tokens[stop : stop + 1])
    return any(token.norm in _SON for token in beside)


def _capital(text: str) -> bool:
    return text != text.lower() or text == text.upper()


def _hit(start: int, stop: int, found: list[Form]) -> Hit:
    best = min(found, key=_rank)
    same = [form for form in found if _rank(form) == _rank(best)]
    countries = {form.country for form in same}
    sectors = {form.sectors for form in same}
    told = {form.gender for form in same}
    return Hit(
        start=start,
        stop=stop,
        kind=best.kind,
        use=best.use,
        ids=tuple(dict.fromkeys(form.id for form in same)),
        country=best.country if len(countries) == 1 else None,
        sectors=best.sectors if len(sectors) == 1 else (),
        plural=best.plural,
        gender=best.gender if len(told) == 1 else "",
    )

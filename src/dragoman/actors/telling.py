"""What one form of a listed name says, whether tokens are written so, and what forms of one spelling say."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dragoman.actors.entries import EntryKind
from dragoman.actors.forms import hamzas, same_hamzas
from dragoman.actors.sounds import rules
from dragoman.types import Gender, Known, NameUse, Token

_KINDS: tuple[EntryKind, ...] = ("country", "organisation", "group", "person", "agent", "title")
_USES: tuple[NameUse, ...] = ("name", "abbreviation", "demonym", "metonym")


class Form(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One form of a listed name and what a hit on it says.

    ``exact``: of an abbreviation, the letters as they must stand. ``capital``: the text needs a capital where
    the name has one (``lower_end``: its last word has none). ``doubtful``: the sentence must hold something
    else that fits. ``surname``: that of a person, alone, not behind a first name.
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
    surname: str = ""
    listed: bool = True
    gender: Gender = ""


class Told(msgspec.Struct, frozen=True, gc=False):
    """What forms of one spelling say together; ``doubt`` where the sentence must hold something that fits."""

    known: Known
    demonym: bool
    doubt: Form | None


def tell(found: Sequence[Form]) -> Told:
    """What forms of one spelling say together: the surest of them, and what those as sure agree in."""
    best = min(found, key=_rank)
    same = [form for form in found if _rank(form) == _rank(best)]
    countries = {form.country for form in same}
    sectors = {form.sectors for form in same}
    told = {form.gender for form in same}
    known = Known(
        kind=best.kind,
        use=best.use,
        ids=tuple(dict.fromkeys(form.id for form in same)),
        country=best.country if len(countries) == 1 else None,
        sectors=best.sectors if len(sectors) == 1 else (),
        plural=best.plural,
        gender=best.gender if len(told) == 1 else "",
    )
    doubtful = all(form.doubtful or form.surname for form in found)
    return Told(known, found[0].use == "demonym", found[0] if doubtful else None)


def _rank(form: Form) -> tuple[bool, int, int, bool]:
    """What is preferred among entries with the same name: the surest first."""
    return form.doubtful, _KINDS.index(form.kind), _USES.index(form.use), not form.listed


def fits(form: Form, tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether the tokens from ``at`` to ``stop`` stand as the form wants them."""
    adjective = stop - at == 1 and tokens[at].tag == "ADJ"
    return written(form, tokens, at, stop) and not (adjective and noun(form))


def noun(form: Form) -> bool:
    """Whether it names nobody where the word is an adjective."""
    return form.kind == "agent" and not form.exact and not form.capital


def written(form: Form, tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether the letters of the tokens stand as the form wants them."""
    if form.exact:
        return "".join(filter(str.isalnum, "".join(token.text for token in tokens[at:stop]))) == form.exact
    if form.capital:
        article = stop - at > 1 and tokens[at].norm in rules().particles  # "al Qaeda"
        first = article or capital(tokens[at].text)
        return first and (form.lower_end or stop - at == 1 or capital(tokens[stop - 1].text))
    return not form.hamzas or same_hamzas(form.hamzas, hamzas(tokens[stop - 1].text))


def capital(text: str) -> bool:
    """Whether there is a capital among the letters, or they have none."""
    return text != text.lower() or text == text.upper()

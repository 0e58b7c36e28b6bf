"""Another nation's people of the kind just named, whose noun is not said again: القوات السورية *والروسية*."""

from __future__ import annotations

from dragoman.documents.arabic import words
from dragoman.documents.arabic.drafts import Draft
from dragoman.documents.arabic.phrases import Row

_BACK = 3  # tokens between a noun and the "and"
_OFFICIAL = ("GOV",)
_ENDINGS = ("ية", "يين", "يون", "ين", "ون", "ي")


def again(line: Row, at: int) -> Draft | None:
    """The people of the demonym at ``at`` behind "and", of the sector of the noun that goes before."""
    hit = line.hit(at, "demonym")
    if hit is None or line.tag(at - 1) != "CCONJ" or not _alike(line.norm(at - 2), line.norm(at)):
        return None
    sectors = _sectors(line, at - 1)
    if not sectors or line.hit(hit.stop, "demonym"):
        return None
    return Draft(
        start=at,
        stop=hit.stop,
        head=(at, hit.stop),
        kind="agent",
        country=hit.country,
        sectors=sectors,
        plural=True,
        score=0.9,
    )


def _sectors(line: Row, stop: int) -> tuple[str, ...]:
    """Those of the agent, office or body that the adjectives before ``stop`` go with; none of other nouns."""
    for start in range(stop - 1, max(-1, stop - _BACK - 1), -1):
        found = line.hit(start, "agent", "title", "organisation")
        if found is not None and found.stop <= stop:
            return found.sectors
        norm = line.norm(start)
        if norm in words.folded("both_governments"):
            return _OFFICIAL
        if norm in words.sectors("role_plurals"):
            return words.sectors("role_plurals")[norm]
        if line.tag(start) not in {"ADJ", "NOUN", "PRON"} and not line.hit(start, "demonym"):
            return ()
    return ()


def _alike(one: str, other: str) -> bool:
    """Whether two adjectives agree with one noun: with the article or without, of one ending."""
    if one.startswith("ال") != other.startswith("ال"):
        return False
    first, second = (next((end for end in _ENDINGS if word.endswith(end)), "") for word in (one, other))
    return first != "" and first == second

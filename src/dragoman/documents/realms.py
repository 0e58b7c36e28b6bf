"""States called by what they are, once a report has named them: the Kingdom is Saudi Arabia, or Jordan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.resources import read_yaml
from dragoman.text import fold
from dragoman.types import Mention, Sentence, Span

SURE = 0.9  # how sure it is that the state named most is meant


class Realm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of ``data/realms.yml``; the file explains its lists."""

    words: dict[str, frozenset[str]]
    states: frozenset[str]
    after: dict[str, frozenset[str]] = {}
    not_before: dict[str, frozenset[str]] = {}


@cache
def _load() -> tuple[Realm, ...]:
    return tuple(read_yaml(files("dragoman") / "data" / "realms.yml", list[Realm]))


def with_realms(found: Sequence[Mention], sentences: Sequence[Sentence], language: str) -> list[Mention]:
    """The mentions with those of a state that is only called the Kingdom or the like, in order of position.

    Where two such states are named equally often the word means neither; where none is named, what was found
    stands.

    Args:
        found: in order of position.
        sentences: of the report.
        language: ISO 639-1.
    """
    mentions = list(found)
    for realm in _load():
        spans = list(_spans(realm, sentences, language))
        spans = [span for span in spans if not any(_wider(one.span, span) for one in mentions)]
        if not spans:
            continue
        others = [one for one in mentions if one.span not in spans]
        named = Counter(one.country for one in others if one.country in realm.states)
        if named:
            state = _leading(named)
            mentions = others + [_mention(span, state) for span in spans if state is not None]
    return sorted(mentions, key=lambda one: one.span)


def _spans(realm: Realm, sentences: Sequence[Sentence], language: str) -> Iterator[Span]:
    words, after = realm.words.get(language, frozenset()), realm.after.get(language)
    for tokens in (sentence.tokens for sentence in sentences):
        for at, token in enumerate(tokens):
            if token.norm not in words or (after and not (at and tokens[at - 1].norm in after)):
                continue
            behind = tokens[at + 1] if at + 1 < len(tokens) else None
            named = behind is not None and behind.tag == "PROPN" and behind.text != fold(behind.text)
            if named or (behind is not None and behind.norm in realm.not_before.get(language, ())):
                continue
            yield token.span


def _wider(one: Span, other: Span) -> bool:
    return one != other and one.overlaps(other)


def _leading(named: Counter[str]) -> str | None:
    """The state named more often than any other; None if there is not just one."""
    (state, most), *rest = named.most_common(2)
    return state if not rest or rest[0][1] < most else None


def _mention(span: Span, state: str) -> Mention:
    return Mention(span=span, head=span, kind="country", entity=-1, score=SURE, names=(state,), country=state)

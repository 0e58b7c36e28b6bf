"""The record between a sentence and its mentions."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.types import MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A mention in tokens: ``start`` to ``stop``, the naming part, and the title where there is one."""

    start: int
    stop: int
    head: tuple[int, int]
    kind: MentionKind
    names: tuple[str, ...] = ()
    country: str | None = None
    sectors: tuple[str, ...] = ()
    title: tuple[int, int] | None = None
    plural: bool = False
    score: float = 1.0
    named: bool = False

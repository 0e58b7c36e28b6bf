"""Words such as الأمن and المقاومة, which are somebody only where their neighbours say so."""

from __future__ import annotations

from dragoman.documents.arabic import words
from dragoman.documents.arabic.phrases import Row
from dragoman.types import Hit

_ARMED = frozenset({"MIL", "REB", "PRM"})


def weak(line: Row, at: int, hit: Hit) -> bool:
    """Whether a word such as الأمن or الدفاع is no agent here."""
    if hit.stop - at > 1 or line.norm(at) not in words.folded("weak_agents"):
        return False
    if line.hit(hit.stop, "demonym") or line.tag(at - 1) == "VERB":
        return False
    return not _beside_force(line, hit)


def _beside_force(line: Row, hit: Hit) -> bool:
    """Whether "and" ties the word to those who carry arms: الجيش و*المقاومة*."""
    before = [other for other in line.hits.values() if other.stop == hit.start - 1]
    behind = line.hits.get(hit.stop + 1)
    tied = [(hit.start - 1, other) for other in before] + [(hit.stop, other) for other in (behind,) if other]
    return any(line.tag(link) == "CCONJ" and _ARMED.intersection(other.sectors) for link, other in tied)

"""Which sentences need not be read: a cheap test before the network.

``dragoman evaluate reader`` measures what it loses.
"""

from __future__ import annotations

from dragoman.types import Clauses


def possible(clauses: Clauses) -> bool:
    """Whether the sentence can hold an event: it names somebody who might act or be acted on."""
    return any(mention.kind != "place" for mention in clauses.mentions)

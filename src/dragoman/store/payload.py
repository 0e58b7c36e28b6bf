"""Events and quotes as they are kept: JSON without the actors, which stand once in a table of their own.

A leader's record holds dozens of names; without this every event would carry a copy of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import replace

from msgspec import Struct

from dragoman import codec
from dragoman.text import fold
from dragoman.types import Actor, Event, Participant, Quote

Key = str | None
_WORD = re.compile(r"\w+")


class StoredEvent(Struct, frozen=True, kw_only=True):
    """An event whose participants have no actor, and the keys of those actors in the same order."""

    event: Event
    actors: tuple[Key, ...]
    recipients: tuple[Key, ...]

    @classmethod
    def pack(cls, event: Event, known: MutableMapping[str, Actor]) -> StoredEvent:
        """The event to keep; its actors are put into ``known`` under their keys."""
        return cls(
            event=replace(event, actors=_bare(event.actors), recipients=_bare(event.recipients)),
            actors=tuple(key_of(one, known) for one in event.actors),
            recipients=tuple(key_of(one, known) for one in event.recipients),
        )

    def keys(self) -> Iterator[str]:
        """The keys of the actors that ``unpack`` needs."""
        yield from (key for key in (*self.actors, *self.recipients) if key is not None)

    def people(self) -> Iterator[tuple[Key, Participant]]:
        """The participants, each with the key of its actor."""
        yield from zip(self.actors, self.event.actors, strict=True)
        yield from zip(self.recipients, self.event.recipients, strict=True)

    def unpack(self, known: Mapping[str, Actor]) -> Event:
        """The event as it was given."""
        return replace(
            self.event,
            actors=_whole(self.event.actors, self.actors, known),
            recipients=_whole(self.event.recipients, self.recipients, known),
        )


class StoredQuote(Struct, frozen=True, kw_only=True):
    """A quotation whose speaker and addressee have no actor, and the keys of those."""

    quote: Quote
    speaker: Key
    addressee: Key

    @classmethod
    def pack(cls, quote: Quote, known: MutableMapping[str, Actor]) -> StoredQuote:
        """The quotation to keep; its actors are put into ``known`` under their keys."""
        speaker, addressee = quote.speaker, quote.addressee
        return cls(
            quote=replace(
                quote,
                speaker=_without(speaker) if speaker is not None else None,
                addressee=_without(addressee) if addressee is not None else None,
            ),
            speaker=key_of(speaker, known) if speaker is not None else None,
            addressee=key_of(addressee, known) if addressee is not None else None,
        )

    def keys(self) -> Iterator[str]:
        """The keys of the actors that ``unpack`` needs."""
        yield from (key for key in (self.speaker, self.addressee) if key is not None)

    def people(self) -> Iterator[tuple[Key, Participant]]:
        """The speaker and the addressee, each with the key of its actor."""
        for key, one in ((self.speaker, self.quote.speaker), (self.addressee, self.quote.addressee)):
            if one is not None:
                yield key, one

    def unpack(self, known: Mapping[str, Actor]) -> Quote:
        """The quotation as it was given."""
        speaker, addressee = self.quote.speaker, self.quote.addressee
        return replace(
            self.quote,
            speaker=_with(speaker, self.speaker, known) if speaker is not None else None,
            addressee=_with(addressee, self.addressee, known) if addressee is not None else None,
        )


def key_of(one: Participant, known: MutableMapping[str, Actor]) -> Key:
    """The key of the participant's actor, which is put into ``known``; None where it has none."""
    if one.actor is None:
        return None
    key = codec.stable_id(codec.encode(one.actor))
    known[key] = one.actor
    return key


def search_text(*names: str) -> str:
    """Names for look-up by whole words: folded, a blank on either side of each word, a bar between names."""
    folded = (" ".join(_WORD.findall(fold(name))) for name in names)
    distinct = sorted({name for name in folded if name})
    return "".join(f" {name} |" for name in distinct)


def _bare(side: tuple[Participant, ...]) -> tuple[Participant, ...]:
    return tuple(_without(one) for one in side)


def _without(one: Participant) -> Participant:
    return one if one.actor is None else replace(one, actor=None)


def _whole(
    side: tuple[Participant, ...], keys: tuple[Key, ...], known: Mapping[str, Actor]
) -> tuple[Participant, ...]:
    return tuple(_with(one, key, known) for one, key in zip(side, keys, strict=True))


def _with(one: Participant, key: Key, known: Mapping[str, Actor]) -> Participant:
    return one if key is None else replace(one, actor=known[key])

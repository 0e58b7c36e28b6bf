"""The tables. What is asked for has a column; the whole record stands beside it as JSON in ``payload``.

A change here needs a migration in ``migrations/versions`` and its name in ``REVISION``; a test compares them.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    func,
)

REVISION = "0003"
"""The migration that makes the tables as they stand here."""

metadata = MetaData()

Key = String().with_variant(String(collation="C"), "postgresql")
"""An id; ids have one order everywhere, whatever the language of the database."""

reports = Table(
    "reports",
    metadata,
    Column("id", Key, primary_key=True),
    Column("coder", String, nullable=False),
    Column("language", String, nullable=False),
    Column("served", Boolean, nullable=False),
    Column("published", Date),
    Column("payload", Text, nullable=False),
)

actors = Table(
    # What a participant's actor was when it was coded, kept once however often it is named.
    "actors",
    metadata,
    Column("key", Key, primary_key=True),
    Column("id", Key, nullable=False),
    Column("search", Text, nullable=False),
    Column("payload", Text, nullable=False),
)

events = Table(
    # ``since`` and ``until`` are the event's own days; where it has none, the day its report was published.
    "events",
    metadata,
    Column("report", Key, ForeignKey("reports.id"), primary_key=True),
    Column("id", Key, primary_key=True),
    Column("type", String, nullable=False),
    Column("dated", Boolean, nullable=False),
    Column("since", Date),
    Column("until", Date),
    Column("start", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    Index("events_by_id", "id"),
    Index("events_by_day", "dated", "since"),
)

participants = Table(
    # Who stands in an event (role "actor" or "recipient") or in a quote ("speaker" or "addressee").
    "participants",
    metadata,
    Column("report", Key, ForeignKey("reports.id"), primary_key=True),
    Column("record", Key, primary_key=True),
    Column("role", String, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("country", String),
    Column("sector", String),
    Column("actor", String),
    Column("actor_key", Key, ForeignKey("actors.key")),
    Column("text", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("search", Text, nullable=False),
    Index("participants_by_country", "country"),
    Index("participants_by_actor", "actor"),
)

quotes = Table(
    "quotes",
    metadata,
    Column("report", Key, ForeignKey("reports.id"), primary_key=True),
    Column("id", Key, primary_key=True),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    Index("quotes_by_id", "id"),
)

figures = Table(
    "figures",
    metadata,
    Column("report", Key, ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("payload", Text, nullable=False),
)

skipped = Table(
    "skipped",
    metadata,
    Column("id", Key, primary_key=True),
    Column("reason", String, nullable=False),
    Column("message", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("line", Integer),
)

people = Table(
    # Who is meant by a name that no list has, with the country said ("" for none). See ``people.py``.
    "people",
    metadata,
    Column("name", Key, primary_key=True),
    Column("country", Key, primary_key=True),
    Column("actor", Key, nullable=False),
    Column("payload", Text, nullable=False),
)

sightings = Table(
    # Where a full name that no list has stands first in a report; "" where country or language is not known.
    "sightings",
    metadata,
    Column("report", Key, ForeignKey("reports.id"), primary_key=True),
    Column("name", Key, primary_key=True),
    Column("country", Key, primary_key=True),
    Column("language", Key, primary_key=True),
    Column("start", Integer, nullable=False),
    Index("sightings_by_name", "name"),
)

sounds = Table(
    # What each of those names is found by.
    "sounds",
    metadata,
    Column("name", Key, primary_key=True),
    Column("country", Key, primary_key=True),
    Column("language", Key, primary_key=True),
    Column("sound", Key, primary_key=True),
    Index("sounds_by_sound", "sound"),
)

touched = Table(
    # Names of which sightings came or went since ``people`` was made.
    "touched",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Key, nullable=False),
    Column("country", Key, nullable=False),
    Column("language", Key, nullable=False),
)

editions = Table(
    # By which edition of the matcher ``sounds`` and ``people`` were made; one row, or none before that.
    "editions",
    metadata,
    Column("edition", String, primary_key=True),
)

judgements = Table(
    # What a person decided. Rows are appended and never changed: clusters are derived from them.
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("one", String, nullable=False),
    Column("other", String),
    Column("verdict", String, nullable=False),
    Column("judge", String, nullable=False),
    Column("made", DateTime, nullable=False, server_default=func.now()),
)

DERIVED = (participants, events, quotes, figures, sightings)
"""What a report gave."""

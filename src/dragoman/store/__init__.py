"""Analyses kept: one contract over SQLite and PostgreSQL.

::

    with Store.open("news.db") as store:
        store.add(analyses, coder="dragoman@0.1.0")
        for event, report in store.events(Filter(actor="RUS", with_="IRQ")):
            ...
"""

from __future__ import annotations

from dragoman.store.judgements import Judgement
from dragoman.store.queries import Filter
from dragoman.store.store import Store

__all__ = ["Filter", "Judgement", "Store"]

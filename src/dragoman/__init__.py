"""Dragoman: news reports into who did what to whom, when, where and who said it.

::

    import dragoman

    kit = dragoman.tools(threshold=0.5)
    for found in dragoman.analyse(dragoman.read(["reports.jsonl"]), kit):
        ...

Everything public can be reached from here. Nothing is loaded before it is asked for, so that
``import dragoman`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.dossiers.assemble import assemble
    from dragoman.dossiers.records import Dossier
    from dragoman.dossiers.render import to_json, to_markdown
    from dragoman.errors import DragomanError, RecordError, RunError
    from dragoman.exports import export
    from dragoman.pipeline import Tools, analyse, run, spread, tools
    from dragoman.reports import Limits, read
    from dragoman.settings import Settings
    from dragoman.store import Filter, Store
    from dragoman.types import (
        Actor,
        Analysis,
        Document,
        Event,
        Figure,
        Participant,
        Quote,
        Report,
        Skipped,
        Span,
    )

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "Analysis",
    "Document",
    "Dossier",
    "DragomanError",
    "Event",
    "Figure",
    "Filter",
    "Limits",
    "Participant",
    "Quote",
    "RecordError",
    "Report",
    "RunError",
    "Settings",
    "Skipped",
    "Span",
    "Store",
    "Tools",
    "__version__",
    "analyse",
    "assemble",
    "export",
    "read",
    "run",
    "spread",
    "to_json",
    "to_markdown",
    "tools",
]

_HOMES = {
    "dossiers": ("Dossier", "assemble", "to_json", "to_markdown"),
    "errors": ("DragomanError", "RecordError", "RunError"),
    "exports": ("export",),
    "pipeline": ("Tools", "analyse", "run", "spread", "tools"),
    "reports": ("Limits", "read"),
    "settings": ("Settings",),
    "store": ("Filter", "Store"),
    "types": (
        "Actor",
        "Analysis",
        "Document",
        "Event",
        "Figure",
        "Participant",
        "Quote",
        "Report",
        "Skipped",
        "Span",
    ),
}

if not TYPE_CHECKING:  # a type checker would take every misspelt name for one that is found here

    def __getattr__(name: str) -> object:
        for home, names in _HOMES.items():
            if name in names:
                return getattr(import_module(f"dragoman.{home}"), name)
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)

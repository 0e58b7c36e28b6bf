"""Store → dossier: what is known of one party, or of two with each other, every line tied to its words."""

from __future__ import annotations

from dragoman.dossiers.assemble import assemble
from dragoman.dossiers.escape import clean
from dragoman.dossiers.records import Dossier
from dragoman.dossiers.render import to_json, to_markdown

RENDERERS = (("md", to_markdown), ("json", to_json))
"""The formats of a dossier by name."""

__all__ = ["RENDERERS", "Dossier", "assemble", "clean", "to_json", "to_markdown"]

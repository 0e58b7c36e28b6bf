"""Document → quotes: what was said, and by whom."""

from dragoman.quotes.attribution import attribute_quotes

__all__ = ["attribute_quotes"]

"""Dragoman: news reports into who did what to whom."""

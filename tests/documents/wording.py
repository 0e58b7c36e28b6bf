"""Texts put together from the words that a grammar knows, and from anything else."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st


@st.composite
def wordy(draw: st.DrawFn, vocabulary: Mapping[str, str]) -> tuple[str, str]:
    language = draw(st.sampled_from(sorted(vocabulary)))
    words = st.sampled_from(vocabulary[language].split()) | st.text(max_size=4)
    return language, draw(st.sampled_from([" ", "", "\n", "  "])).join(draw(st.lists(words, max_size=30)))

"""A text that breaks off anywhere, as headlines and captions do, is coded and not lost."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.types import Report, Skipped

SENTENCES = {
    "en": (
        "Talks with Iran led the Norwegian minister to change her plans and join the talks with the others.",
        "The bishop is trying to reconcile the landless farmers and the sugar company with each other.",
        "The opposition alleged that the government keep calm, as the army had called for.",
        "Warning of war, Chile cancelled a visit to Peru, where its president was to meet Brazil's envoy.",
        "Support for Peru leaving the pact grew after Chile phoned its king, offering condolences.",
        "Mexico asked whether Cuba had armed the rebels and if Haiti did, too.",
    ),
    "ar": ("قالت إيران إن وزير خارجية النرويج سيزور طهران يوم الأحد بعد أن دعت بغداد إلى وقف القصف.",),
}


@pytest.mark.parametrize("coder", ["frames", "voted"])
@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in SENTENCES.items() for text in texts]
)
def test_every_beginning_and_end_is_coded(language: str, text: str, coder: str) -> None:
    words = text.split()
    cut = [" ".join(part) for at in range(len(words)) for part in (words[: at + 1], words[at:])]
    reports = [Report(id=str(at), text=part, language=language) for at, part in enumerate(cut)]
    found = list(pipeline.analyse(reports, pipeline.tools(0.0, coder)))
    assert len(found) == len(reports)
    assert [one for one in found if isinstance(one, Skipped)] == []

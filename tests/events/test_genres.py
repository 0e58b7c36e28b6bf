"""What is no politics is not coded: genres by their words."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.events import genres
from dragoman.types import Analysis, Report

_SPORT = "طالب رئيس النادي مدرب المنتخب بضم اللاعب. وقال إن المباراة المقبلة في الدوري صعبة."
_POLITICS = (
    "طالب البرلمان العراقي تركيا بتوضيح موقفها. وقال وزير الخارجية إن بلاده ستنتظر الرد، ثم غادر إلى باريس. "
    "وحضر الوزير مباراة في كرة القدم قبل سفره مع عدد من المسؤولين الذين رافقوه في زيارته إلى باريس."
)


_MATCH = "The goalkeeper urged his teammates to attack. The playoffs begin in the stadium on Sunday."
_MINISTER = (
    "The Iraqi parliament urged Turkey to explain its position. The foreign minister said that his country "
    "would wait for an answer before it takes the matter to the Security Council in New York. Before he left "
    "for Paris with his staff, the minister watched a game of football with his Turkish colleague."
)


@pytest.mark.parametrize(
    ("text", "language", "genre"),
    [(_SPORT, "ar", "sport"), (_POLITICS, "ar", None), (_MATCH, "en", "sport"), (_MINISTER, "en", None)],
)
def test_the_genre_is_what_its_words_say(text: str, language: str, genre: str | None) -> None:
    kit = pipeline.tools(0.5, "frames")
    document = kit.annotator.document(Report(id="x", text=text, language=language))
    assert genres.apolitical(document) == genre


def test_sport_is_not_coded_and_a_word_of_sport_hides_no_politics() -> None:
    reports = [Report(id="s", text=_SPORT, language="ar"), Report(id="p", text=_POLITICS, language="ar")]
    sport, politics = pipeline.analyse(reports, pipeline.tools(0.5, "frames"))
    assert isinstance(sport, Analysis)
    assert isinstance(politics, Analysis)
    assert not sport.events
    assert "REQUEST" in {event.type for event in politics.events}

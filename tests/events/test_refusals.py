"""What somebody says he will not do is a refusal; what others say of him is only denied."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Event, Report


def _events(text: str) -> tuple[Event, ...]:
    (found,) = pipeline.analyse([Report(id="x", text=text, language="en")], pipeline.tools(0.4, "frames"))
    assert isinstance(found, Analysis)
    return found.events


@pytest.mark.parametrize(
    ("text", "mode", "recipient"),
    [
        ("Norway said it would not send tanks to Latvia.", "assist", "Latvia"),
        ("Norway said it won't help Latvia.", "assist", "Latvia"),
        ("Turkey said it would not sign the treaty with Greece.", None, "Greece"),
        ("Cuba said it will never negotiate with Peru.", "meet", "Peru"),
        ("Norway told Latvia that it would not send tanks.", "assist", "Latvia"),
    ],
)
def test_who_says_that_he_will_not_refuses(text: str, mode: str | None, recipient: str) -> None:
    (event,) = _events(text)
    assert (event.type, event.modes, event.auxiliary) == ("REJECT", (mode,) if mode else (), ())
    assert [side.name for side in event.recipients] == [recipient]
    assert len(event.actors) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Norway said it would send tanks to Latvia.",
        "Norway said that Poland would not send tanks to Latvia.",
        "Norway told reporters that it would not send tanks.",
        "Norway would not send tanks to Latvia if it could.",
        "“We won't be disbanding our police,” the Norwegian premier said.",
    ],
)
def test_others_and_what_is_promised_refuse_nobody(text: str) -> None:
    assert all(event.type != "REJECT" for event in _events(text))

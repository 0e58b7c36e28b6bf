"""What a report tells of a past that is not its own."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Event, Report


def _events(text: str) -> tuple[Event, ...]:
    report = Report(id="x", text=text, language="en", published=date(2020, 5, 6))
    (result,) = pipeline.analyse([report], pipeline.tools(0.4, "frames"))
    assert isinstance(result, Analysis)
    return result.events


@pytest.mark.parametrize(
    ("text", "historical"),
    [
        ("Russia bombed Syria on Monday.", False),
        ("Russia bombed Syria last month.", True),
        ("Russia bombed Syria two weeks ago.", False),
        ("In March, Russia bombed Syria.", True),
        ("Russia bombed Syria in 2016.", True),
        ("Russia has bombed Syria since 2015.", True),
        ("Russia has bombed Syria since April.", False),
        ("Egypt condemned Libya in a 2008 letter.", True),
        ("Decades ago Russia bombed Finland.", True),
        ("Russia bombed Finland during World War II.", True),
        ("The minister, a scholar of the Cold War, said Russia bombed Syria.", False),
    ],
)
def test_dates_and_eras(text: str, historical: bool) -> None:
    (event,) = [event for event in _events(text) if event.type in ("ACCUSE", "ASSAULT")]
    assert ("historical" in event.auxiliary) == historical


def test_a_tale_goes_on_without_a_date() -> None:
    text = "In 2003 the drought was over. Chad bombed Sudan.\n\nThe government of Egypt condemned Libya."
    assert [("historical" in event.auxiliary) for event in _events(text)] == [True, False]


def test_a_year_that_names_a_thing_is_no_day_of_the_event() -> None:
    (event,) = _events("Iran condemned Egypt over the 2018 election.")
    assert (event.date, event.auxiliary) == (None, ())


def test_a_date_at_the_head_is_said_of_all_that_follows() -> None:
    (event,) = _events("In 2003 the drought was over, but Chad bombed Sudan.")
    assert "historical" in event.auxiliary


def test_who_left_office_long_ago_acted_then() -> None:
    (event,) = _events("President George W. Bush agreed to withdraw troops from Iraq.")
    assert "historical" in event.auxiliary
    (event,) = _events("President Donald Trump agreed to withdraw troops from Iraq.")
    assert "historical" not in event.auxiliary


@pytest.mark.parametrize(
    ("text", "historical"),
    [
        ("Egypt condemned Libya in February.", True),
        ("Egypt condemned Libya in April.", True),
        ("Egypt condemned Libya in a February phone call.", True),
        ("Egypt condemned Libya after the attack in March.", False),
        ("Egypt condemned Libya for the attack in March.", False),
        ("At first, Egypt condemned Libya.", True),
        ("Egypt condemned then the Libyan plan.", True),
        ("Egypt then condemned Libya.", False),
        ("For months, Egypt had condemned Libya.", True),
        ("Egypt originally condemned Libya.", True),
        ("Egypt condemned Libya last October.", True),
        ("Egypt condemned Libya last year.", True),
        ("Egypt condemned Libya over last year's drought.", False),
        ("During last year's summit, Egypt condemned Libya.", True),
        ("During the 2018 campaign, Egypt condemned Libya.", True),
        ("Egypt condemned Russia's meddling in the 2018 campaign.", False),
        ("Egypt condemned Libya at the time.", True),
        ("Egypt condemned Libya at the time of the attack.", False),
        ("Merkel condemned Libya when she was a student.", True),
        ("Merkel condemned Libya when she was asked.", False),
        ("Those were the days when Egypt condemned Libya.", True),
        ("Egypt condemned Libya under President Ronald Reagan.", True),
        ("Egypt condemned Libya under President Donald Trump.", False),
        ("The late President Gamal Abdel Nasser condemned Libya.", True),
        ("Then-President Boris Yeltsin condemned Libya.", True),
        ("Egypt eventually condemned Libya.", False),
        ("David Cameron eventually condemned Libya.", True),
    ],
)
def test_words_of_times_gone_by(text: str, historical: bool) -> None:
    (event,) = [event for event in _events(text) if event.type == "ACCUSE"]
    assert ("historical" in event.auxiliary) == historical


@pytest.mark.parametrize(
    ("second", "historical"),
    [
        ("Egypt condemned Libya.", True),
        ("Egypt condemned Libya on Monday.", False),
        ("Egypt has condemned Libya.", False),
        ("Egypt condemned Libya, a diplomat said.", False),
    ],
)
def test_a_tale_ends_with_what_is_of_the_day(second: str, historical: bool) -> None:
    events = _events(f"In 1998 the rivers dried up in the whole of the valley. The herds were sold. {second}")
    assert [("historical" in event.auxiliary) for event in events if event.type == "ACCUSE"] == [historical]


def test_a_tale_ends_with_its_paragraph() -> None:
    text = "In 1998 the rivers dried up. The herds were sold.\n\nEgypt condemned Libya."
    assert [event.auxiliary for event in _events(text)] == [()]


def test_what_the_dead_did_is_of_the_past() -> None:
    text = "John McCain, a former senator, died on Monday at age 81. He condemned Iran."
    (event,) = _events(text)
    assert event.auxiliary == ("historical",)


def test_who_has_long_been_dead_was_killed_then() -> None:
    (event,) = _events("A gunman from Texas killed President John F. Kennedy.")
    assert event.auxiliary == ("historical",)


def test_a_date_in_an_aside_between_dashes_is_not_that_of_the_main_verb() -> None:
    (event,) = _events("Egypt left the league -- a body it entered in 2008 -- but condemned Libya.")
    assert event.auxiliary == ()


@pytest.mark.parametrize(
    ("text", "kind", "historical"),
    [
        ("Iran would later bomb Iraq.", "ASSAULT", True),
        ("For years, Iran condemned Iraq.", "ACCUSE", True),
        ("For years, Iran has condemned Iraq.", "ACCUSE", False),
        ("Iran accused Iraq of bombing a town in 2010.", "ACCUSE", False),
        ("Republicans rejected Bill Clinton's proposal.", "REJECT", True),
        ("Republicans rejected Donald Trump's proposal.", "REJECT", False),
    ],
)
def test_the_past_behind_the_verb(text: str, kind: str, historical: bool) -> None:
    (event,) = [event for event in _events(text) if event.type == kind]
    assert ("historical" in event.auxiliary) == historical


def test_the_day_of_an_older_war_is_not_taken_for_this_one() -> None:
    events = _events("Iran bombed Iraq on Monday.\n\nThat attack of 1988 is remembered.")
    assert all(event.date and event.date.start == date(2020, 5, 4) for event in events)


def _marks(text: str, kind: str, published: date | None) -> tuple[str, ...]:
    """The marks of the only event of a type in a report of that day."""
    report = Report(id="x", text=text, language="en", published=published)
    (result,) = pipeline.analyse([report], pipeline.tools(0.4, "frames"))
    assert isinstance(result, Analysis)
    (event,) = [event for event in result.events if event.type == kind]
    return event.auxiliary


@pytest.mark.parametrize(
    ("text", "historical"),
    [
        ("President Donald Trump had asked James Comey to drop the case.", True),
        ("She testified that President Donald Trump asked James Comey to drop the case.", True),
        ("She said that President Donald Trump asked Marco Rubio to drop the case.", False),
    ],
)
def test_what_is_recalled_of_somebody_who_has_left_since(text: str, historical: bool) -> None:
    marks = _marks(text, "REQUEST", date(2018, 4, 13))
    assert ("historical" in marks) == historical


@pytest.mark.parametrize(
    ("text", "day", "historical"),
    [
        ("During the campaign, Iran condemned Donald Trump.", date(2017, 4, 20), True),
        ("During the campaign, Iran condemned Donald Trump.", date(2016, 9, 20), False),
        ("During the campaign, Iran condemned Libya.", date(2017, 4, 20), False),
        ("In the wake of the 9/11 attacks, Iran condemned Libya.", date(2005, 5, 5), True),
        ("Iran condemned Libya last spring.", date(2005, 12, 5), True),
        ("Senator Ted Cruz, who ran for mayor in 2012 and lost, condemned Libya.", date(2018, 5, 5), False),
    ],
)
def test_times_without_a_date(text: str, day: date, historical: bool) -> None:
    assert ("historical" in _marks(text, "ACCUSE", day)) == historical


@pytest.mark.parametrize(
    ("text", "historical"),
    [
        ("Iran condemned Libya in July.", True),
        ("Iran condemned Libya last month.", True),
        ("Iran condemned Libya this month.", False),
        ("Iran condemned Libya on Friday.", False),
    ],
)
def test_a_month_in_a_report_without_a_date(text: str, historical: bool) -> None:
    assert ("historical" in _marks(text, "ACCUSE", None)) == historical


@pytest.mark.parametrize(
    ("second", "historical"),
    [
        ("Putin asked Merkel to lift the ban.", True),
        ("Putin has asked Merkel to lift the ban.", False),
        ("On Monday Putin asked Merkel to lift the ban.", False),
        ("Putin asked Macron to lift the ban.", False),
    ],
)
def test_the_same_two_a_sentence_later_are_still_there(second: str, historical: bool) -> None:
    text = f"Whistles blew over Putin's January 25 phone call with Merkel. {second}"
    assert ("historical" in _marks(text, "REQUEST", date(2020, 5, 6))) == historical


@pytest.mark.parametrize(
    ("text", "kind", "marks"),
    [
        ("Iran is due to hold a summit with Libya.", "AGREE", ()),
        ("Iran would impose sanctions on Libya, an official said.", "SANCTION", ("future",)),
        ("Iran would impose sanctions on Libya.", "SANCTION", ("hypothetical",)),
    ],
)
def test_what_is_due_or_was_said_to_come(text: str, kind: str, marks: tuple[str, ...]) -> None:
    assert _marks(text, kind, date(2020, 5, 6)) == marks


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Friday Iran hailed the talks between Chad and Sudan.", None),
        ("On Friday Iran held talks with Sudan.", date(2020, 5, 1)),
    ],
)
def test_the_day_of_a_verb_is_not_that_of_what_it_speaks_of(text: str, day: date | None) -> None:
    talks = [event for event in _events(text) if event.type == "CONSULT"]
    assert all((event.date and event.date.start) == day for event in talks)


@pytest.mark.parametrize(
    ("text", "historical"),
    [
        ("Norway used to criticise Turkey for its prisons.", True),
        ("In the autumn after the 2012 election, Republicans accused Barack Obama of weakness.", True),
        ("Since the 2016 election, Democrats have accused Donald Trump of weakness.", False),
        ("When he was president, Barack Obama imposed sanctions on Russia.", True),
        ("As president, Barack Obama imposed sanctions on Russia.", True),
        ("Early in his first term, Barack Obama imposed sanctions on Iran.", True),
        ("Five years ago this month, France sent troops to Mali.", True),
        ("Two years after France accused Rwanda of lying, nothing has changed.", True),
        ("In January, Kenya stunned the continent by accusing Rwanda of lying.", True),
        ("The museum recalls the Soviet invasion of Hungary.", True),
        ("A monument recalls the American invasion of Iraq.", True),
        ("On 25 February France expelled a spy. The next day, Germany condemned Russia.", True),
        ("On Monday France expelled a spy. The next day, Germany condemned Russia.", False),
        ("Germany would soon condemn Russia.", True),
    ],
)
def test_what_is_told_of_another_time(text: str, historical: bool) -> None:
    found = _events(text)
    assert found
    assert ("historical" in found[-1].auxiliary) is historical, found[-1]


def test_a_year_of_a_report_without_a_day_is_later_than_what_came_before() -> None:
    text = "In 2016, Kenya accused Somalia of theft. In 2019, the judges met."
    assert _marks(text, "ACCUSE", None) == ("historical",)
    assert _marks("In 2019, Kenya accused Somalia of theft.", "ACCUSE", None) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The president, elected in 2017, met the German chancellor.", "CONSULT"),
        ("France expelled ten Russian diplomats in the greatest such step since the Cold War.", "SANCTION"),
        ("A court in Kenya jailed a Somali journalist over an article published in 2015.", "COERCE"),
        ("Police arrested a Kenyan lawmaker in connection with a murder in 2012.", "COERCE"),
        ("Ghana apologised to Togo for shelling a village in 2011.", "CONCEDE"),
    ],
)
def test_the_date_of_something_else_is_not_that_of_the_event(text: str, kind: str) -> None:
    (event,) = (event for event in _events(text) if event.type == kind)
    assert event.auxiliary == ()
    assert event.date is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("As secretary of state, Hillary Clinton praised Mali and condemned Chad.", "ACCUSE"),
        ("In July 2019, Kenya decided not to charge the Somali minister.", "ACCUSE"),
        ("Japan attacked the United States.", "ASSAULT"),
    ],
)
def test_what_shares_a_time_gone_by(text: str, kind: str) -> None:
    (event,) = (event for event in _events(text) if event.type == kind)
    assert "historical" in event.auxiliary


@pytest.mark.parametrize(
    ("noun", "historical"),
    [
        ("meetings with Vladimir Putin were friendly.", True),
        ("meetings with Vladimir Putin on Tuesday were friendly.", False),
        ("meeting with Vladimir Putin was friendly.", False),
        ("talks with Vladimir Putin were friendly.", False),
    ],
)
def test_a_plural_without_a_day_tells_of_times_gone_by(noun: str, historical: bool) -> None:
    (event,) = [one for one in _events(f"Emmanuel Macron's {noun}") if one.type == "CONSULT"]
    assert ("historical" in event.auxiliary) == historical


def test_what_is_told_as_done_has_no_day_to_come() -> None:
    (event,) = _events("Egypt accused Libya of lying. It is to answer next week.")
    assert event.date is None


@pytest.mark.parametrize(
    ("opening", "historical"),
    [("Late last year", True), ("Early last month", True), ("Earlier this year", False), ("Today", False)],
)
def test_part_of_a_time_that_is_over_is_over_whenever_it_was_written(opening: str, historical: bool) -> None:
    report = Report(id="x", text=f"{opening}, Egypt condemned Libya over the dam.", language="en")
    (result,) = pipeline.analyse([report], pipeline.tools(0.4, "frames"))
    assert isinstance(result, Analysis)
    (event,) = result.events
    assert ("historical" in event.auxiliary) == historical


@pytest.mark.parametrize(
    "text",
    [
        "Egypt complained that Libya, during a March phone call with Chad, had lied.",
        "Egypt condemned Libya. The crowd had gathered after this week's condemnation by bishops.",
        "Egypt accused Libya of lying. Malta will decide by next week over the accusation.",
    ],
)
def test_a_day_of_something_else_is_not_lent_to_the_event(text: str) -> None:
    (event,) = (event for event in _events(text) if event.type == "ACCUSE")
    assert event.auxiliary == ()
    assert event.date is None


@pytest.mark.parametrize("state", ["unhappy", "dissatisfied", "angry"])
def test_a_mood_is_no_act(state: str) -> None:
    assert not _events(f"Egypt was {state} with Libya.")


def test_what_is_past_has_no_day_to_come() -> None:
    text = "Levies were set to begin on Dec. 1, but Kenya and Uganda agreed then to a deal in 2014."
    (event,) = _events(text)
    assert (event.type, event.auxiliary, event.date) == ("AGREE", ("historical",), None)

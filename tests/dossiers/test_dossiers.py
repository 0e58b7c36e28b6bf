from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests import factory

from dragoman.dossiers import Dossier, assemble, to_json, to_markdown
from dragoman.store import Store
from dragoman.types import Analysis, Event, Participant, Report

CODER = "dragoman@1"
RUSSIA = factory.actor("country:RUS", "Russia", kind="country")
MALIKI = factory.actor("maliki", "Nouri al-Maliki")
LAVROV = factory.actor("lavrov", "Sergey Lavrov")
DAY = date(2017, 7, 24)

FIRST = factory.report(
    "Vice President Maliki met Lavrov in Moscow on Monday. He asked Russia to sell weapons. "
    "“We will help Iraq,” Lavrov said. Trade could exceed $1 billion. Lavrov did not threaten Maliki.",
    id="first",
    title="Talks in Moscow",
    publisher="Gazette",
    published=date(2017, 7, 25),
)
SECOND = factory.report(
    "التقى لافروف المالكي يوم الاثنين في موسكو.", "ar", id="second", published=date(2017, 7, 24)
)
UNDATED = factory.report("Lavrov met Maliki.", id="undated")


def _who(on: Report, words: str) -> Participant:
    known = {"Maliki": MALIKI, "المالكي": MALIKI, "Lavrov": LAVROV, "لافروف": LAVROV, "Russia": RUSSIA}[words]
    country = "IRQ" if known is MALIKI else "RUS"
    sectors = () if known is RUSSIA else ("GOV",)
    return factory.participant(on, words, country, sectors, name=known.names[0].text, known=known)


def _first() -> Analysis:
    maliki, lavrov, russia = (_who(FIRST, words) for words in ("Maliki", "Lavrov", "Russia"))
    monday = factory.on_day(FIRST, "Monday", DAY)
    met = factory.event("CONSULT", maliki, lavrov, on=FIRST, words="met", when=monday)
    met = replace(met, modes=("visit",), contexts=("diplomatic",))
    asked = factory.event("REQUEST", maliki, russia, on=FIRST, words="asked")
    asked = replace(asked, modes=("assist",), contexts=("military", "economic"))
    threat = factory.event("THREATEN", lavrov, maliki, on=FIRST, words="threaten")
    threat = replace(threat, auxiliary=("negation",))
    promised = factory.event("AGREE", lavrov, maliki, on=FIRST, words="will help")
    quote = factory.quote(FIRST, "We will help Iraq", lavrov, cue="said")
    nobody = factory.quote(FIRST, "Trade could exceed $1 billion")
    figure = replace(
        factory.figure(FIRST, "$1 billion", 1e9, None, "USD"), about=factory.span(FIRST, "Trade")
    )
    return factory.analysis(FIRST, [met, asked, threat, promised], [quote, nobody], [figure])


def _second() -> Analysis:
    maliki, lavrov = _who(SECOND, "المالكي"), _who(SECOND, "لافروف")
    return factory.analysis(SECOND, [_met(SECOND, lavrov, maliki, "التقى")])


def _met(on: Report, one: Participant, other: Participant, words: str) -> Event:
    when = factory.on_day(on, "الاثنين", DAY) if "الاثنين" in on.text else None
    both = factory.event("CONSULT", one, None, on=on, words=words, when=when)
    return replace(both, actors=(one, other))


def _undated() -> Analysis:
    return factory.analysis(UNDATED, [_met(UNDATED, _who(UNDATED, "Lavrov"), _who(UNDATED, "Maliki"), "met")])


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "store.db")) as opened:
        opened.add([_first(), _undated(), _second()], CODER)
        yield opened


@pytest.fixture
def dossier(store: Store) -> Dossier:
    return assemble(store, "RUS", "IRQ")


def test_header(dossier: Dossier) -> None:
    assert dossier.parties == ("Russia", "Iraq")
    assert (dossier.first, dossier.last) == (DAY, DAY)
    assert [used.id for used in dossier.reports] == ["second", "first", "undated"]
    assert len(dossier.timeline) == 5
    assert dossier.undated == 4


def test_two_tellings_of_a_meeting_are_one_line_whoever_is_named_first(dossier: Dossier) -> None:
    met = dossier.timeline[0]
    assert (met.type, met.start, met.modes) == ("CONSULT", DAY, ("visit",))
    assert [cited.number for cited in met.citations] == [1, 2]
    assert [cited.words for cited in met.citations] == [("التقى",), ("met",)]
    assert met.citations[1].text == "Vice President Maliki met Lavrov in Moscow on Monday."
    for cited in met.citations:
        text = {"first": FIRST, "second": SECOND}[cited.report].text
        assert cited.sentence.text(text) == cited.text


def test_an_undated_meeting_in_another_report_stays_apart(dossier: Dossier) -> None:
    assert [line.start for line in dossier.meetings] == [DAY, None]
    assert dossier.meetings[1].citations[0].report == "undated"


def test_dated_events_stand_before_the_others(dossier: Dossier) -> None:
    assert [line.start is None for line in dossier.timeline] == [False, True, True, True, True]


def test_undated_meetings_in_two_reports_are_two(store: Store) -> None:
    on = factory.report("Then Lavrov met Maliki.", id="later")
    met = _met(on, _who(on, "Lavrov"), _who(on, "Maliki"), "met")
    again = replace(met, id="again", evidence=(factory.span(on, "Then"),))
    store.add([factory.analysis(on, [met, again])], CODER)
    meetings = assemble(store, "RUS", "IRQ").meetings
    assert [len(line.citations) for line in meetings] == [2, 2, 1]
    assert [cited.words for cited in meetings[1].citations] == [("Then",), ("met",)]


@pytest.mark.parametrize(("other_day", "meetings"), [(DAY, [2]), (DAY + timedelta(days=1), [1, 1])])
def test_an_undated_meeting_reported_twice_on_a_day_is_one(
    tmp_path: Path, other_day: date, meetings: list[int]
) -> None:
    with Store.open(str(tmp_path / "twice.db")) as opened:
        for text, day in (("Lavrov met Maliki.", DAY), ("Maliki met Lavrov.", other_day)):
            on = factory.report(text, published=day)
            met = _met(on, _who(on, "Lavrov"), _who(on, "Maliki"), "met")
            opened.add([factory.analysis(on, [met])], CODER)
        assert [len(line.citations) for line in assemble(opened, "RUS", "IRQ").meetings] == meetings


def test_both_parties_are_quoted_but_nobody_else(store: Store) -> None:
    on = factory.report("Maliki told Lavrov “yes”. USA said “no”.", id="words")
    maliki, lavrov = _who(on, "Maliki"), _who(on, "Lavrov")
    american = factory.participant(on, "USA", "USA")
    said = [factory.quote(on, "yes", maliki), factory.quote(on, "no", american)]
    store.add(
        [factory.analysis(on, [factory.event("CONSULT", maliki, lavrov, on=on, words="told")], said)], CODER
    )
    names = [
        voice.speaker.name for voice in assemble(store, "RUS", "IRQ").voices if voice.speaker is not None
    ]
    assert names == ["Sergey Lavrov", "Nouri al-Maliki"]


def test_an_unlisted_person_is_one_in_any_spelling(tmp_path: Path) -> None:
    spellings = {"a": "Dmitry Shugaev", "b": "Dmitri Shugayev", "c": "دميتري شوغاييف", "d": "Dmitry Rogozin"}
    with Store.open(str(tmp_path / "spelt.db")) as store:
        for id, name in spellings.items():
            on = factory.report(f"{name} told SYR “yes” on Monday.", id=id, published=date(2017, 7, 25))
            who = factory.participant(on, name, "RUS", ("GOV", "MIL")[: 1 + (id == "b")])
            when = factory.on_day(on, "Monday", DAY)
            told = factory.event("CONSULT", who, "SYR", on=on, words="told", when=when)
            store.add([factory.analysis(on, [told], [factory.quote(on, "yes", who)])], CODER)
        found = assemble(store, "RUS")
    assert [len(line.citations) for line in found.timeline] == [3, 1]
    assert len(found.voices) == 2
    assert [len(voice.sayings) for voice in found.voices] == [3, 1]


def test_he_and_the_minister_are_who_they_are(tmp_path: Path) -> None:
    on = factory.report("Ivan Petrov said “one”. He said “two”. The minister said “three”.", id="he")
    petrov = factory.participant(on, "Ivan Petrov", "RUS", ("GOV",))
    he = factory.participant(on, "He", "RUS", name="Ivan Petrov")
    he = replace(he, mention=replace(he.mention, kind="pronoun"))
    minister = factory.participant(on, "The minister", "RUS", ("GOV", "ELI"), name="Ivan Petrov")
    minister = replace(minister, mention=replace(minister.mention, kind="agent"))
    said = [
        factory.quote(on, words, who) for words, who in (("one", petrov), ("two", he), ("three", minister))
    ]
    with Store.open(str(tmp_path / "he.db")) as store:
        store.add([factory.analysis(on, (), said)], CODER)
        (voice,) = assemble(store, "RUS").voices
    assert [saying.citation.words for saying in voice.sayings] == [("one",), ("two",), ("three",)]


def test_two_of_one_name_in_two_countries_are_two(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "two.db")) as store:
        for country in ("RUS", "USA"):
            on = factory.report(f"Ivan Petrov of {country} met SYR.", id=country)
            who = factory.participant(on, "Ivan Petrov", country)
            store.add([factory.analysis(on, (), [factory.quote(on, "met", who)])], CODER)
        assert len(assemble(store, "Ivan Petrov").voices) == 2


def test_ledger_by_context(dossier: Dossier) -> None:
    accounts = {account.context: account for account in dossier.ledger}
    assert list(accounts) == ["military", "economic", "other"]
    assert [line.type for line in accounts["economic"].asked] == ["REQUEST"]
    assert accounts["economic"].given == ()
    assert [line.type for line in accounts["other"].promised] == ["AGREE"]


def test_conflict_is_marked_where_it_did_not_happen(dossier: Dossier) -> None:
    (threat,) = dossier.conflict
    assert (threat.type, threat.marks) == ("THREATEN", ("negation",))
    assert "*negated* · THREATEN" in to_markdown(dossier)


def test_quotes_by_speaker(dossier: Dossier) -> None:
    (lavrov,) = dossier.voices
    assert lavrov.speaker is not None
    assert (lavrov.speaker.name, lavrov.speaker.country) == ("Sergey Lavrov", "RUS")
    assert [saying.citation.words for saying in lavrov.sayings] == [("We will help Iraq",)]


def test_days_bound_the_dossier(store: Store) -> None:
    assert assemble(store, "RUS", "IRQ", since=date(2018, 1, 1)).timeline == ()
    only = assemble(store, "RUS", "IRQ", until=DAY)
    assert [line.type for line in only.timeline] == ["CONSULT"]
    assert assemble(store, "USA").reports == ()


def test_markdown_in_full(dossier: Dossier) -> None:
    assert to_markdown(dossier) == (Path(__file__).parent / "expected.md").read_text("utf-8")


def test_every_line_of_an_event_cites_a_report_and_its_words(dossier: Dossier) -> None:
    numbers = {str(used.number) for used in dossier.reports}
    body = to_markdown(dossier).partition("## Timeline")[2].partition("## Reports")[0]
    items = [line for line in body.splitlines() if line.startswith("- ")]
    assert len(items) >= 10
    for line in items:
        assert re.search(r"“.+”", line)
        assert set(re.findall(r"(?<!\\)\[(\d+)\]", line)) <= numbers
        assert re.search(r"\[\d+\]", line)


def test_json_says_the_same(dossier: Dossier) -> None:
    told = json.loads(to_json(dossier))
    assert told["parties"] == ["Russia", "Iraq"]
    assert told["timeline"][0]["start"] == "2017-07-24"
    assert told["timeline"][0]["citations"][1]["words"] == ["met"]
    assert [line["type"] for line in told["conflict"]] == ["THREATEN"]
    assert told["reports"][1]["publisher"] == "Gazette"


def test_an_empty_dossier_says_so(store: Store) -> None:
    text = to_markdown(assemble(store, "USA", "SYR"))
    assert "0 reports, 0 events" in text
    assert text.count("Nothing.") == 7


def test_what_reports_say_cannot_break_the_page(tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)>\x1b[31m\n# Owned [x](http://evil)"
    on = factory.report(f"{evil} met SYR.\n\n## Also owned\u202e", id="<b>1</b>", title=evil, publisher=evil)
    who = factory.participant(on, evil, "RUS", name=evil)
    analysis = factory.analysis(
        on,
        [factory.event("CONSULT", who, "SYR", on=on, words="met")],
        [factory.quote(on, evil, who)],
        [replace(factory.figure(on, "x", 1e300, 1e300, "<u>"), about=factory.span(on, "# Owned"))],
    )
    with Store.open(str(tmp_path / "evil.db")) as store:
        store.add([analysis], CODER)
        page = to_markdown(assemble(store, "RUS", "<i>SYR"))
        assert to_markdown(assemble(store, "<i>"))
        page += to_markdown(assemble(store, "RUS"))
    assert "<" not in page
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert not [line for line in page.splitlines() if re.match(r"#+ (Also|Owned)", line)]
    assert not re.search(r"(?<!\\)\]\(", page)


def test_a_long_sentence_is_cut_around_its_evidence(tmp_path: Path) -> None:
    on = factory.report("word " * 300 + "USA finally met SYR " + "word " * 300, id="long")
    with Store.open(str(tmp_path / "long.db")) as store:
        store.add([factory.analysis(on, [factory.event("CONSULT", "USA", "SYR", on=on, words="met")])], CODER)
        found = assemble(store, "USA")
    line = next(line for line in to_markdown(found).splitlines() if line.startswith("- **"))
    quoted = line.partition("“")[2]
    assert "USA finally met SYR" in quoted
    assert len(quoted) < 340
    assert len(found.timeline[0].citations[0].text) > 2000


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (5.0, 5.0, "5 USD"),
        (1e9, None, "at least 1,000,000,000 USD"),
        (None, 2.5, "at most 2.5 USD"),
        (1.0, 3.0, "1 to 3 USD"),
    ],
)
def test_figures_say_their_bounds(tmp_path: Path, low: float | None, high: float | None, shown: str) -> None:
    on = factory.report("USA gave SYR $5.", id="f")
    analysis = factory.analysis(
        on,
        [factory.event("AID", "USA", "SYR", on=on, words="gave")],
        figures=[factory.figure(on, "$5", low, high, "USD")],
    )
    with Store.open(str(tmp_path / "f.db")) as store:
        store.add([analysis], CODER)
        assert f"- {shown} — [1] “USA gave SYR $5.”" in to_markdown(assemble(store, "USA"))


@pytest.mark.parametrize(
    ("granularity", "end", "shown"),
    [
        ("day", DAY, "**2017-07-24**"),
        ("month", date(2017, 7, 31), "**2017-07**"),
        ("year", date(2017, 12, 31), "**2017**"),
        ("range", date(2017, 7, 26), "**2017-07-24 to 2017-07-26**"),
    ],
)
def test_days_are_shown_as_exactly_as_they_are_known(
    tmp_path: Path, granularity: str, end: date, shown: str
) -> None:
    on = factory.report("USA met SYR then.", id="d")
    when = replace(factory.on_day(on, "then", DAY), end=end, granularity=granularity)  # type: ignore[arg-type]
    with Store.open(str(tmp_path / "d.db")) as store:
        event = factory.event("CONSULT", "USA", "SYR", on=on, words="met", when=when)
        store.add([factory.analysis(on, [event])], CODER)
        assert f"- {shown} · CONSULT" in to_markdown(assemble(store, "USA"))


FAR = factory.report(
    "Lavrov met Maliki. Taxes rose at home. Farmers grew 7 tonnes. “We will eat well,” Lavrov said. "
    "Rain fell. Snow fell. “Iraq is a friend,” Lavrov said. Iraq sold 9 barrels.",
    id="far",
)


@pytest.fixture
def far(tmp_path: Path) -> Iterator[Store]:
    lavrov, maliki = _who(FAR, "Lavrov"), _who(FAR, "Maliki")
    said = [factory.quote(FAR, words, lavrov) for words in ("We will eat well", "Iraq is a friend")]
    figures = [
        replace(factory.figure(FAR, "7 tonnes", 7.0, 7.0, "tonne"), kind="measure"),
        replace(factory.figure(FAR, "9 barrels", 9.0, 9.0, "barrel"), kind="measure"),
    ]
    with Store.open(str(tmp_path / "far.db")) as opened:
        opened.add([factory.analysis(FAR, [_met(FAR, lavrov, maliki, "met")], said, figures)], CODER)
        yield opened


def test_two_parties_are_quoted_on_each_other(far: Store) -> None:
    (voice,) = assemble(far, "RUS", "IRQ").voices
    assert [saying.citation.words for saying in voice.sayings] == [("Iraq is a friend",)]
    (voice,) = assemble(far, "RUS").voices
    assert len(voice.sayings) == 2


def test_figures_are_of_sentences_about_a_party(far: Store) -> None:
    assert [count.unit for count in assemble(far, "IRQ", "RUS").figures] == ["barrel"]
    assert "- 9 barrels — " in to_markdown(assemble(far, "IRQ"))


def test_a_sentence_that_a_report_repeats_is_counted_and_cited_once(tmp_path: Path) -> None:
    on = factory.report("USA gave SYR 5 tents.\n\nUSA gave SYR 5 tents.", id="twice")
    first = factory.figure(on, "5 tents", 5.0, 5.0, "tent")
    start = on.text.rindex("5 tents")
    second = replace(first, span=replace(first.span, start=start, stop=start + len("5 tents")))
    gave = factory.event("AID", "USA", "SYR", on=on, words="gave")
    again = replace(gave, id="again", evidence=(factory.span(on, "USA"),))
    with Store.open(str(tmp_path / "twice.db")) as store:
        store.add([factory.analysis(on, [gave, again], figures=[first, second])], CODER)
        found = assemble(store, "USA")
    assert len(found.figures) == 1
    timeline = to_markdown(found).partition("## Timeline")[2].partition("## Who met")[0]
    assert timeline.count("USA gave SYR 5 tents") == 1


@pytest.mark.parametrize(
    ("kind", "low", "unit", "shown"),
    [
        ("ordinal", 2.0, "ordinal", "2nd"),
        ("ordinal", 12.0, "ordinal", "12th"),
        ("count", 3.0, "person", "3 people"),
    ],
)
def test_figures_read_as_words_do(tmp_path: Path, kind: str, low: float, unit: str, shown: str) -> None:
    on = factory.report("USA gave SYR $5.", id="f")
    figure = replace(factory.figure(on, "$5", low, low, unit), kind=kind)  # type: ignore[arg-type]
    gave = factory.event("AID", "USA", "SYR", on=on, words="gave")
    with Store.open(str(tmp_path / "f.db")) as store:
        store.add([factory.analysis(on, [gave], figures=[figure])], CODER)
        assert f"- {shown} — [1]" in to_markdown(assemble(store, "USA"))

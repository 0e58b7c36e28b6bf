"""When a coded event counts as one that is marked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from training.markup import Entry, read_file
from training.reader.measure import judge, same

from dragoman.types import Analysis, Document, Event, Mention, Participant, Report, Span

LINE = "[Chad|a country] and [Mali|b country] [traded|COOPERATE a,b>], and [it|a pronoun] [fed|AID a>b] them."


def entry(tmp_path: Path) -> Entry:
    path = tmp_path / "one.txt"
    path.write_text(f"split: dev\n== theme\n{LINE}\n", encoding="utf-8")
    (found,) = read_file(path)
    return found


def analysis(one: Entry, *events: tuple[str, str, str]) -> Analysis:
    report = Report(id="r", text=one.text, language="en")
    chains = {"Chad": 1, "it": 1, "Mali": 2, "them": 2}
    mentions = {words: mention(one.text, words, chain) for words, chain in chains.items()}
    return Analysis(
        document=Document(
            report=report, language="en", sentences=(), mentions=tuple(mentions.values()), served=True
        ),
        participants=(),
        events=tuple(coded(kind, mentions[actor], mentions[other]) for kind, actor, other in events),
        quotes=(),
        figures=(),
    )


def mention(text: str, words: str, chain: int) -> Mention:
    span = Span(text.index(words), text.index(words) + len(words))
    return Mention(span=span, head=span, kind="country", entity=chain)


def coded(kind: str, actor: Mention, recipient: Mention) -> Event:
    sides = [
        Participant(mention=one, actor=None, country=None, sectors=("GOV",), name="", score=1.0)
        for one in (actor, recipient)
    ]
    return Event(
        id="e",
        report="r",
        type=kind,
        modes=(),
        contexts=(),
        auxiliary=(),
        actors=(sides[0],),
        recipients=(sides[1],),
        date=None,
        place=None,
        evidence=(actor.span,),
        score=0.75,
        coder="test@1",
        rule="test",
    )


def test_what_two_do_together_may_be_told_of_the_one_and_the_other(tmp_path: Path) -> None:
    one = entry(tmp_path)
    given = analysis(one, ("COOPERATE", "Mali", "Chad"), ("AID", "Mali", "Chad"))
    trade, aid = one.events
    assert same(one, trade, given.events[0], given.document)
    assert not same(one, aid, given.events[1], given.document)


def test_a_pronoun_stands_for_whom_it_means(tmp_path: Path) -> None:
    one = entry(tmp_path)
    given = analysis(one, ("AID", "it", "them"))
    assert same(one, one.events[1], given.events[0], given.document)


def test_a_side_that_is_not_marked_must_not_be_given(tmp_path: Path) -> None:
    one = entry(tmp_path)
    lone = replace(one.events[1], recipients=())
    given = analysis(one, ("AID", "Chad", "Mali"))
    assert not same(one, lone, given.events[0], given.document)


def test_each_marked_event_is_found_once(tmp_path: Path) -> None:
    one = entry(tmp_path)
    given = analysis(one, ("AID", "Chad", "Mali"), ("AID", "it", "Mali"))
    assert judge(one, given) == [(0.75, True), (0.75, False)]

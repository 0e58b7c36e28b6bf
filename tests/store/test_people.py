"""Persons whom no list knows are one over reports and languages, until somebody decides otherwise."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from pathlib import Path

from tests import factory

from dragoman import pipeline
from dragoman.dossiers import assemble
from dragoman.store import Filter, Judgement, Store
from dragoman.types import Analysis, Report

CODER = "dragoman@1"
ENGLISH = factory.report("Khalid Obeidi met IRQ.", id="en", published=date(2017, 1, 2))
ARABIC = factory.report("قال خالد العبيدي IRQ", "ar", id="ar", published=date(2017, 1, 3))
KUWAITI = factory.report("Khalid Obeidi left IRQ.", id="kw", published=date(2017, 1, 4))
ALONE = factory.report("Obeidi met IRQ.", id="one word", published=date(2017, 1, 5))


def analysis(on: Report, words: str, country: str, verb: str) -> Analysis:
    side = factory.participant(on, words, country)
    return factory.analysis(on, [factory.event("CONSULT", side, "IRQ", on=on, words=verb)])


ANALYSES = (
    analysis(ENGLISH, "Khalid Obeidi", "IRQ", "met"),
    analysis(ARABIC, "خالد العبيدي", "IRQ", "قال"),
    analysis(KUWAITI, "Khalid Obeidi", "KWT", "left"),
    analysis(ALONE, "Obeidi", "IRQ", "met"),
)


def ids(store: Store, asked: str | None = None) -> dict[str, str | None]:
    found = store.events(Filter(actor=asked))
    return {report.id: one.actor.id if (one := event.actors[0]).actor else None for event, report in found}


def test_one_person_in_two_languages(store: Store) -> None:
    for order in permutations(ANALYSES, 2):
        store.add(order, CODER)
    assert set(ids(store).values()) == {None}
    assert store.meet() == 2
    found = ids(store)
    assert found["en"] == found["ar"] is not None
    assert found["kw"] not in (None, found["en"])
    assert found["one word"] is None
    assert {"en", "ar"} <= ids(store, "خالد العبيدي").keys()
    assert ids(store, found["en"]).keys() >= {"en", "ar"}
    (arabic,) = [event for event, report in store.events() if report.id == "ar"]
    assert arabic.actors[0].name == "Khalid Obeidi"
    assert arabic.actors[0].reasons[-1] == "the name of Khalid Obeidi elsewhere"


def test_the_order_of_the_reports_changes_nothing(tmp_path: Path) -> None:
    seen = set()
    for number, order in enumerate(permutations(ANALYSES)):
        with Store.open(str(tmp_path / f"{number}.db")) as store:
            for one in order:
                store.add([one], CODER)
                store.meet()
            seen.add(tuple(sorted(ids(store).items(), key=str)))
    assert len(seen) == 1


def test_decisions_count_more(store: Store) -> None:
    store.add(ANALYSES, CODER)
    store.meet()
    assert len(store.same("Khalid Obeidi")) > 1
    apart = Judgement(one="خالد العبيدي", other=None, verdict="apart", judge="Layla")
    store.judge(apart)
    assert ids(store)["ar"] is None
    assert ids(store)["en"] is not None
    store.meet()
    assert ids(store)["ar"] is None
    store.judge(Judgement(one="Khalid Obeidi", other="Obeidi", verdict="same", judge="Layla"))
    found = ids(store)
    assert found["one word"] == found["en"]


def test_a_person_is_merged_under_every_name(store: Store) -> None:
    store.add(ANALYSES, CODER)
    store.meet()
    store.judge(Judgement(one="defence-minister", other="خالد العبيدي", verdict="same", judge="Layla"))
    names = {report.id: event.actors[0].name for event, report in store.events()}
    assert names["en"] == names["ar"] == "defence-minister"


def test_a_run_joins_sample_reports(tmp_path: Path) -> None:
    texts = {
        "en": "Iraqi deputy oil minister Hamid Younis met Russian Foreign Minister Sergei Lavrov in Moscow.",
        "ar": "التقى نائب وزير النفط العراقي حامد يونس وزير الخارجية الروسي سيرغي لافروف في موسكو.",
    }
    with Store.open(str(tmp_path / "news.db")) as store:
        records = [factory.report(text, language, id=language) for language, text in texts.items()]
        list(pipeline.run(records, store, threshold=0.3))
        found = {
            report.id: {one.actor.id for one in event.actors if one.actor is not None}
            for event, report in store.events()
        }
        dossier = assemble(store, "Hamid Younis")
    assert len(found["en"] & found["ar"]) == 2
    assert len(dossier.reports) == 2

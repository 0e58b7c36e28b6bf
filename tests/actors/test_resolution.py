"""Who is meant by a chain of mentions, and for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman.actors.directory import Directory
from dragoman.actors.resolution import resolve
from dragoman.types import Document, Mention, MentionKind, Participant, Report, Span


class Draft:
    """A document made mention by mention."""

    def __init__(self, text: str, published: date | None = None, language: str = "en") -> None:
        self.report = Report(id="1", text=text, language=language, published=published)
        self.mentions: list[Mention] = []

    def span(self, words: str) -> Span:
        start = self.report.text.index(words)
        return Span(start, start + len(words))

    def add(
        self, words: str, kind: MentionKind, entity: int, *, head: str = "", names: tuple[str, ...] = ()
    ) -> Draft:
        """One more mention, of the chain ``entity``."""
        span, inner = self.span(words), self.span(head or words)
        self.mentions.append(Mention(span=span, head=inner, kind=kind, entity=entity, names=names))
        return self

    def told(self, country: str | None, *sectors: str, title: str = "") -> Draft:
        """What the text says of the last mention."""
        span = self.span(title) if title else None
        self.mentions[-1] = replace(self.mentions[-1], country=country, sectors=sectors, title=span)
        return self

    def resolve(self, directory: Directory) -> tuple[Participant, ...]:
        document = Document(
            report=self.report,
            language=self.report.language or "en",
            sentences=(),
            mentions=tuple(self.mentions),
        )
        return resolve(document, directory)


def ids(participants: tuple[Participant, ...]) -> list[str | None]:
    return [one.actor.id if one.actor else None for one in participants]


def test_one_participant_for_every_mention_and_one_actor_for_a_chain(directory: Directory) -> None:
    text = "Iraqi Prime Minister Nouri al-Maliki spoke. Maliki left, he said. Russia waited."
    found = (
        Draft(text, date(2010, 5, 1))
        .add(
            "Iraqi Prime Minister Nouri al-Maliki",
            "person",
            0,
            head="Nouri al-Maliki",
            names=("person:nouri-al-maliki",),
        )
        .told("IRQ", "GOV", title="Prime Minister")
        .add("Maliki left", "person", 0, head="Maliki")
        .add("he", "pronoun", 0)
        .add("Russia", "country", 1, names=("RUS",))
        .told("RUS", "GOV")
        .resolve(directory)
    )
    assert ids(found) == ["person:nouri-al-maliki"] * 3 + ["RUS"]
    assert {(one.country, one.sectors) for one in found[:3]} == {("IRQ", ("GOV",))}
    assert {one.name for one in found} == {"Nouri al-Maliki", "Russia"}
    assert found[0].reasons[:2] == ("name 'Nouri al-Maliki'", "prime minister on 2010-05-01")
    assert "title 'Prime Minister'" in found[0].reasons


@pytest.mark.parametrize(
    ("published", "sectors"),
    [
        (date(2010, 1, 1), ("GOV",)),
        (date(2016, 1, 1), ("ELI",)),
        (date(2019, 1, 1), ("LEG",)),
        (None, ("LEG",)),
    ],
)
def test_the_office_is_that_of_the_day(
    directory: Directory, published: date | None, sectors: tuple[str, ...]
) -> None:
    draft = Draft("Nouri al-Maliki spoke.", published)
    draft.add("Nouri al-Maliki", "person", 0, names=("person:nouri-al-maliki",))
    assert draft.resolve(directory)[0].sectors == sectors


def test_another_spelling_is_found_by_sound(directory: Directory) -> None:
    (one,) = Draft("Noori Al Maleki spoke.").add("Noori Al Maleki", "person", 0).resolve(directory)
    assert ids((one,)) == ["person:nouri-al-maliki"]
    assert one.score < 0.95
    (other,) = Draft("قال نورى المالكي", language="ar").add("نورى المالكي", "person", 0).resolve(directory)
    assert ids((other,)) == ["person:nouri-al-maliki"]


def test_a_surname_needs_country_and_office(directory: Directory) -> None:
    draft = Draft("Iraqi General Maliki spoke.", date(2000, 1, 1))
    draft.add("Iraqi General Maliki", "person", 0, head="Maliki").told("IRQ", "MIL", title="General")
    assert ids(draft.resolve(directory)) == ["person:jawad-al-maliki"]
    bare = Draft("Maliki spoke.", date(2000, 1, 1)).add("Maliki", "person", 0)
    assert ids(bare.resolve(directory)) == [None]


def test_first_names_keep_people_apart(directory: Directory) -> None:
    draft = Draft("Nouri al-Maliki and Hamid al-Maliki spoke.", date(2010, 1, 1))
    draft.add("Nouri al-Maliki", "person", 0, names=("person:nouri-al-maliki",))
    draft.add("Hamid al-Maliki", "person", 1)
    assert ids(draft.resolve(directory)) == ["person:nouri-al-maliki", None]


def test_a_surname_hit_does_not_outweigh_another_first_name(directory: Directory) -> None:
    draft = Draft("Roger Stone spoke. Stone left.", date(2003, 1, 1))
    draft.add("Roger Stone", "person", 0).add(
        "Stone left", "person", 0, head="Stone left", names=("person:george-stone-junior",)
    )
    assert ids(draft.resolve(directory)) == [None, None]


def test_of_namesakes_the_one_in_office_is_meant(directory: Directory) -> None:
    both = ("person:george-stone", "person:george-stone-junior")
    for day, id in ((date(1991, 1, 1), both[0]), (date(2003, 1, 1), both[1]), (date(1998, 1, 1), None)):
        draft = Draft("George Stone spoke.", day).add("George Stone", "person", 0, names=both)
        assert ids(draft.resolve(directory)) == [id]


@pytest.mark.parametrize("year", [1950, 2190])
def test_nobody_is_meant_long_before_or_after(directory: Directory, year: int) -> None:
    draft = Draft("Nouri al-Maliki spoke.", date(year, 1, 1))
    draft.add("Nouri al-Maliki", "person", 0, names=("person:nouri-al-maliki",))
    assert ids(draft.resolve(directory)) == [None]


def test_a_country_in_the_text_speaks_against_a_namesake(directory: Directory) -> None:
    draft = Draft("American singer Nouri al-Maliki")
    draft.add(
        "American singer Nouri al-Maliki",
        "person",
        0,
        head="Nouri al-Maliki",
        names=("person:nouri-al-maliki",),
    ).told("USA")
    (one,) = draft.resolve(directory)
    assert (one.actor, one.country) == (None, "USA")


def test_who_is_not_listed_is_what_the_text_says(directory: Directory) -> None:
    text = "Oleg Petrovich Sidorov, head of Russia's federal service, spoke. Sidorov left."
    draft = Draft(text)
    draft.add("Oleg Petrovich Sidorov", "person", 3).told(
        "RUS", "GOV", title="head of Russia's federal service"
    )
    draft.add("Sidorov left", "person", 3, head="Sidorov")
    first, second = draft.resolve(directory)
    assert first.actor is None
    assert (first.country, first.sectors, first.name) == ("RUS", ("GOV",), "Oleg Petrovich Sidorov")
    assert (second.country, second.sectors, second.name) == ("RUS", ("GOV",), "Oleg Petrovich Sidorov")
    assert first.reasons[0] == "title 'head of Russia's federal service'"
    assert first.reasons[-1] == "not in the directory"


def test_a_title_without_a_name(directory: Directory) -> None:
    draft = Draft("The Iraqi foreign minister spoke.")
    draft.add("Iraqi foreign minister", "person", 0, head="foreign minister").told(
        "IRQ", "GOV", title="foreign minister"
    )
    (one,) = draft.resolve(directory)
    assert (one.actor, one.country, one.sectors, one.name) == (
        None,
        "IRQ",
        ("GOV",),
        "Iraqi foreign minister",
    )


def test_states_agents_and_groups(directory: Directory) -> None:
    text = "Baghdad and Iraqi police fought Daesh. Other police came to Abkhazia."
    found = (
        Draft(text, date(2015, 1, 1))
        .add("Baghdad", "country", 0, names=("IRQ",))
        .told("IRQ", "GOV")
        .add("Iraqi police", "agent", 1, head="police", names=("police",))
        .told("IRQ", "COP")
        .add("Daesh", "group", 2, names=("islamic-state",))
        .told("IMG", "REB")
        .add("Other police", "agent", 3, head="Other police", names=("police",))
        .told(None, "COP")
        .add("Abkhazia", "country", 4, names=("abkhazia",))
        .told("GEO")
        .resolve(directory)
    )
    assert [(one.country, one.sectors) for one in found] == [
        ("IRQ", ("GOV",)),
        ("IRQ", ("COP",)),
        ("IMG", ("REB",)),
        (None, ("COP",)),
        ("GEO", ("GOV", "PRE")),
    ]
    assert [one.name for one in found] == [
        "Iraq",
        "Iraqi police",
        "Islamic State",
        "Other police",
        "Abkhazia",
    ]


def test_a_place_is_no_government(directory: Directory) -> None:
    (one,) = Draft("in Iraq").add("Iraq", "place", 0, names=("IRQ",)).resolve(directory)
    assert (one.country, one.sectors) == ("IRQ", ())


def test_unlinked_mentions_stand_alone(directory: Directory) -> None:
    draft = Draft("Russia and he and Iraq")
    draft.add("Russia", "country", -1, names=("RUS",)).add("he", "pronoun", -1).add(
        "Iraq", "country", -1, names=("IRQ",)
    )
    found = draft.resolve(directory)
    assert ids(found) == ["RUS", None, "IRQ"]
    assert found[1].score < 0.3
    assert found[1].country is None


def test_nothing_to_resolve(directory: Directory) -> None:
    assert Draft("").resolve(directory) == ()


def test_two_spellings_of_somebody_not_listed_get_one_name(directory: Directory) -> None:
    draft = Draft("قال سيرغي إيفانوف ثم قال سرغي ايفانوف ثم قال سيرغي لافروف", language="ar")
    for entity, name in enumerate(("سيرغي إيفانوف", "سرغي ايفانوف", "سيرغي لافروف")):
        draft.add(name, "person", entity).told("RUS")
    assert [one.name for one in draft.resolve(directory)] == [
        "سيرغي إيفانوف",
        "سيرغي إيفانوف",
        "سيرغي لافروف",
    ]


def test_countries_keep_names_apart(directory: Directory) -> None:
    draft = Draft("Ivan Petrenko met Iwan Petrenko.")
    draft.add("Ivan Petrenko", "person", 0).told("UKR").add("Iwan Petrenko", "person", 1).told("RUS")
    assert [one.name for one in draft.resolve(directory)] == ["Ivan Petrenko", "Iwan Petrenko"]


def test_the_article_behind_an_arabic_preposition_is_whole_again(directory: Directory) -> None:
    draft = Draft("هدف للإرهابيين", language="ar")
    draft.add("لإرهابيين", "agent", 0, names=("police",))
    assert draft.resolve(directory)[0].name == "الإرهابيين"


@pytest.mark.parametrize(
    ("words", "language", "published", "id"),
    [
        ("Russian foreign minister", "en", date(2017, 7, 25), "person:rashid-karimov"),
        ("Russian minister of foreign affairs", "en", date(2017, 7, 25), "person:rashid-karimov"),
        ("Russian foreign minister", "en", date(2003, 7, 25), None),
        ("Russian foreign minister", "en", None, None),
        ("former Russian foreign minister", "en", date(2017, 7, 25), None),
        ("foreign minister of Russia", "en", date(2017, 7, 25), "person:rashid-karimov"),
        ("Russia’s foreign minister", "en", date(2017, 7, 25), "person:rashid-karimov"),
        ("foreign minister of the Russian club", "en", date(2017, 7, 25), None),
        ("وزير الخارجية الروسي", "ar", date(2017, 7, 25), "person:rashid-karimov"),
    ],
)
def test_an_office_without_a_name_is_its_holder(
    directory: Directory, words: str, language: str, published: date | None, id: str | None
) -> None:
    title = next(
        office
        for office in ("foreign minister", "minister of foreign affairs", "وزير الخارجية")
        if office in words
    )
    draft = Draft(words, published, language)
    draft.add(words, "person", 0, head=title).told("RUS", "GOV", title=title)
    (one,) = draft.resolve(directory)
    assert ids((one,)) == [id]
    assert one.country == "RUS"

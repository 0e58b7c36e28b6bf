"""Names found in text: which, where, and what is left alone."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.actors.conftest import Reader, tokens

from dragoman.actors.directory import Directory, load
from dragoman.errors import ResourceError
from dragoman.text import fold
from dragoman.types import Hit, Span, Token


def found(directory: Directory, text: str, language: str = "en") -> dict[str, Hit]:
    row = tokens(text, language)
    return {
        text[row[hit.start].span.start : row[hit.stop - 1].span.stop]: hit
        for hit in directory.find(row, language)
    }


@pytest.mark.parametrize(
    ("text", "words", "id", "use"),
    [
        ("Talks in Iraq ended.", "Iraq", "IRQ", "name"),
        ("The Iraqis left.", "Iraqis", "IRQ", "demonym"),
        ("Iraq's army", "Iraq", "IRQ", "name"),
        ("A US-led coalition", "US", "USA", "abbreviation"),
        ("The U.S. envoy", "U.S.", "USA", "abbreviation"),
        ("Baghdad said no.", "Baghdad", "IRQ", "metonym"),
        ("Fighters of al Qaeda fled.", "al Qaeda", "al-qaeda", "name"),
        ("Fighters of Al-Qaeda fled.", "Al-Qaeda", "al-qaeda", "name"),
        (
            "Islamic State in Iraq and the Levant fell.",
            "Islamic State in Iraq and the Levant",
            "islamic-state",
            "name",
        ),
        ("THE UNITED STATES AND IRAQ", "UNITED STATES", "USA", "name"),
        ("Two foreign ministers met.", "foreign ministers", "foreign-minister", "name"),
        ("Ministers of foreign affairs met.", "Ministers of foreign affairs", "foreign-minister", "name"),
        ("Nouri Maliki spoke.", "Nouri Maliki", "person:nouri-al-maliki", "name"),
    ],
)
def test_english_names_are_found(directory: Directory, text: str, words: str, id: str, use: str) -> None:
    hit = found(directory, text)[words]
    assert hit.ids == (id,)
    assert hit.use == use


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They told us to wait.", "us"),
        ("It is late.", "is"),
        ("An islamic state of mind", "islamic state"),
        ("The ambassador of iraqis", "iraqis"),
        ("Michael Jordan Peterson and Iraq", "Jordan"),
        ("He likes Jordan.", "Jordan"),
        ("The trooper fell asleep.", "trooper"),
    ],
)
def test_what_only_looks_like_a_name_is_left_alone(directory: Directory, text: str, words: str) -> None:
    assert words in text
    assert words not in found(directory, text)


def test_a_doubtful_name_stands_beside_a_sure_one(directory: Directory) -> None:
    assert found(directory, "Iraq and Jordan signed.")["Jordan"].ids == ("JOR",)
    assert found(directory, "An Iraqi trooper fell.")["trooper"].ids == ("officer",)


def test_country_and_sectors_come_with_the_hit(directory: Directory) -> None:
    hits = found(directory, "The Iraqi foreign minister spoke to Abkhazia about Iraq and police.")
    assert (hits["Iraqi"].country, hits["Iraqi"].sectors) == ("IRQ", ())
    assert (hits["foreign minister"].country, hits["foreign minister"].sectors) == (None, ("GOV",))
    assert (hits["Abkhazia"].country, hits["Abkhazia"].sectors) == ("GEO", ("GOV", "PRE"))
    assert hits["Iraq"].sectors == ("GOV",)
    assert hits["police"].plural


@pytest.mark.parametrize(
    ("text", "id", "plural"),
    [
        ("قال العراق إنه مستعد", "IRQ", False),
        ("زيارة للعراق", "IRQ", False),
        ("الوفد العراقي", "IRQ", False),
        ("القوات العراقية", "IRQ", False),
        ("وصل العراقيون", "IRQ", True),
        ("مع مسؤولين عراقيين", "IRQ", True),
        ("وواشنطن تراقب", "USA", False),
        ("في الولايات المتحدة", "USA", False),
        ("وزير خارجية", "foreign-minister", False),
        ("وزيرة الخارجية", "foreign-minister", False),
        ("هاجم المتظاهرين", "officer", True),
        ("الشرطة", "police", True),
        ("نوري المالكي", "person:nouri-al-maliki", False),
    ],
)
def test_arabic_forms_are_found(directory: Directory, text: str, id: str, plural: bool) -> None:
    hits = found(directory, text, "ar").values()
    assert [(hit.ids, hit.plural) for hit in hits if id in hit.ids] == [((id,), plural)]


def test_two_arabic_words_do_not_make_a_third(listing: Reader) -> None:
    directory = Directory(listing("- {id: OMN, kind: country, code: OMN, names: {ar: [عمان]}}"))
    assert not found(directory, "عم ان", "ar")
    assert found(directory, "عمان", "ar")


def test_a_demonym_may_be_a_first_name(listing: Reader) -> None:
    directory = Directory(listing("- {id: TUR, kind: country, code: TUR, names: {}, demonyms: {ar: [تركي]}}"))
    assert found(directory, "لاعب تركي", "ar")
    assert not found(directory, "الأمير تركي بن عبد الله", "ar")


def test_a_doubtful_arabic_name_is_not_the_word(listing: Reader) -> None:
    directory = Directory(
        listing(
            """
- {id: IRQ, kind: country, code: IRQ, names: {ar: [العراق]}}
- {id: base, kind: group, code: IMG, names: {ar: [القاعدة]}, ambiguous: {ar: [القاعدة]}}
"""
        )
    )
    assert "القاعدة" in found(directory, "هاجمت القاعدة العراق", "ar")
    assert "القاعدة" not in found(directory, "في القاعدة الجوية في العراق", "ar")
    assert "القاعدة" not in found(directory, "هذه هي القاعدة", "ar")


def test_an_arabic_surname_with_an_article_must_stand_as_a_name(listing: Reader) -> None:
    directory = Directory(
        listing(
            """
- id: person:x
  kind: person
  names: {ar: [نبيل العربي]}
  roles: [{title: foreign minister, country: EGY, sectors: [GOV]}]
- {id: person:y, kind: person, names: {ar: [حيدر العبادي]}, roles: [{title: prime minister, country: IRQ}]}
- {id: minister, kind: title, names: {ar: [الوزير]}}
"""
        )
    )
    assert "العربي" not in found(directory, "في العالم العربي", "ar")
    assert "العربي" in found(directory, "قال الوزير العربي", "ar")
    assert "العبادي" in found(directory, "قال العبادي إن", "ar")


def test_russian_names_are_found_as_listed(directory: Directory) -> None:
    assert found(directory, "Ирак и иракский посол", "ru").keys() == {"Ирак", "иракский"}


def test_surnames_of_the_prominent_stand_alone(directory: Directory) -> None:
    assert found(directory, "Karimov arrived.")["Karimov"].ids == ("person:rashid-karimov",)
    assert "Karimov" not in found(directory, "Ivan Karimov arrived.")
    assert found(directory, "Maliki arrived.")["Maliki"].ids == (
        "person:nouri-al-maliki",
    )  # the general is not


@pytest.mark.parametrize(
    "text",
    [
        "Stone said no.",
        "They asked Stone about it.",
        "President Stone arrived.",
        "Mr. Stone left.",
        "Stone: We won.",
        "WATCH Stone speak",
    ],
)
def test_a_surname_that_is_a_word_is_found_where_it_stands_as_a_name(directory: Directory, text: str) -> None:
    assert len(found(directory, text)["Stone"].ids) == 2


@pytest.mark.parametrize(
    "text", ["Stone walls fell.", "Roger Stone said no.", "a stone wall", "Stone Age men came."]
)
def test_and_not_where_it_stands_as_the_word(directory: Directory, text: str) -> None:
    assert found(directory, text) == {}


@pytest.mark.parametrize(
    "text", ["the foreign minister's car", "the foreign minister’s car", "the foreign minister ’ s car"]
)
def test_a_possessive_is_no_plural(directory: Directory, text: str) -> None:
    assert [hit.plural for hit in found(directory, text).values()] == [False]
    assert "foreign minister" in found(directory, text)


def test_namesakes_are_all_named(directory: Directory) -> None:
    assert found(directory, "George Stone won.")["George Stone"].ids == (
        "person:george-stone",
        "person:george-stone-junior",
    )


def test_an_unknown_language_has_no_names(directory: Directory) -> None:
    assert directory.find(tokens("Iraq"), "xx") == []


def test_persons_are_looked_up_by_spelling_in_any_script(directory: Directory) -> None:
    assert directory.person("Nuri Al Malki", "en")[0][0] == "person:nouri-al-maliki"
    assert directory.person("Рашид Каримов", "ru")[0][1].score == 1.0
    assert [id for id, _ in directory.person("نورى المالكي", "ar")] == ["person:nouri-al-maliki"]
    assert directory.person("Somebody Else", "en") == []
    assert directory.surname("المالكي") == ("person:nouri-al-maliki", "person:jawad-al-maliki")


def test_actors_by_id(directory: Directory) -> None:
    actor = directory.actor("person:nouri-al-maliki")
    assert actor is not None
    assert [role.title for role in actor.roles] == ["prime minister", "member of parliament"]
    assert directory.actor("foreign-minister") is None
    assert directory.actor("nobody") is None


WORDS = st.sampled_from(
    ["Iraq", "US", "al", "-", "Qaeda", "Islamic", "State", "in", "and", "the", "Levant", ".", "x"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(row=st.lists(WORDS, max_size=12))
def test_hits_are_in_order_and_never_overlap(directory: Directory, row: list[str]) -> None:
    at = 0
    made = []
    for one in row:
        made.append(Token(span=Span(at, at + len(one)), text=one, norm=fold(one), lemma=one, tag="PROPN"))
        at += len(one) + 1
    hits = directory.find(made, "en")
    assert all(0 <= hit.start < hit.stop <= len(made) for hit in hits)
    assert all(one.stop <= other.start for one, other in pairwise(hits))


@settings(deadline=None)
@given(text=st.text(max_size=60))
def test_no_text_breaks_the_finder(text: str) -> None:
    token = Token(span=Span(0, len(text)), text=text, norm=fold(text), lemma=text, tag="X")
    assert all(hit.stop <= 2 for hit in load().find([token, token], "en"))


def test_broken_lists_are_named(listing: Callable[[str], object]) -> None:
    with pytest.raises(ResourceError, match=r"listed\.yml.*knd"):
        listing("- {id: x, knd: country}")
    with pytest.raises(ResourceError, match=r"listed\.yml"):
        listing("- [")


def test_the_package_lists_states() -> None:
    iraq = load().actor("IRQ")
    assert iraq is not None
    assert iraq.roles[-1].country == "IRQ"
    assert "العراق" in {name.text for name in iraq.names}


@pytest.mark.parametrize(
    ("text", "id", "sectors"),
    [
        ("Several analysts warned of a crisis.", "researchers", ("EDU",)),
        ("Two scientists left.", "researchers", ("EDU",)),
        ("The teachers went on strike.", "teachers", ("EDU",)),
        ("Many students marched.", "students", ("EDU",)),
        ("Yesterday the US Justice Department sued.", "us-justice-department", ("JUD",)),
        ("Yesterday the justice ministry denied it.", "justice-ministry", ("GOV",)),
        ("Yesterday the interior ministry denied it.", "interior-ministry", ("GOV",)),
    ],
)
def test_who_teaches_studies_and_searches_are_not_the_same(
    text: str, id: str, sectors: tuple[str, ...]
) -> None:
    hits = [(hit.ids[0], hit.sectors) for hit in load().find(tokens(text, "en"), "en")]
    assert (id, sectors) in hits


def test_common_nouns_have_the_sectors_of_their_agents() -> None:
    directory = load()
    assert directory.sectors(["port", "company"], "en") == ("BUS",)
    assert directory.sectors(["Mwangi"], "en") == ()
    assert directory.sectors([], "en") == ()

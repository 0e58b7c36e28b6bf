"""Who can do what: the same verb is force from soldiers, words from senators, a journey at home."""

from __future__ import annotations

import pytest

from dragoman import pipeline
from dragoman.types import Analysis, Event, Report


def events(text: str, least: float = 0.5) -> tuple[Event, ...]:
    report = Report(id="r", text=text, language="en")
    (analysis,) = pipeline.analyse([report], pipeline.tools(least, "frames"))
    assert isinstance(analysis, Analysis)
    return analysis.events


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Russian rebels attacked the Malian army on Monday.", {"ASSAULT"}),
        ("Senators attacked the American president in Iowa.", set()),
        ("Russia warned Ukraine against a new offensive.", {"THREATEN"}),
        ("The British interior minister warned the British prime minister against a new tax.", set()),
        ("The French president flew to Mali on Monday.", {"CONSULT"}),
        ("The French president flew to France on Monday.", set()),
        ("The Israeli flew to Oslo on Monday to meet a Norwegian banker.", set()),
        ("The French prime minister was criticised.", set()),
        ("Benjamin Netanyahu was indicted on Monday.", {"ACCUSE"}),
        ("The French interior minister left the French government on Monday.", set()),
        ("The American government was tortured by doubts in Mali.", set()),
        ("The Kenyan foreign minister met a reporter of the BBC on Monday.", set()),
        ("Did Iran attack Israel?", set()),
        ("Justice Elena Kagan sided with the conservatives on Monday.", set()),
        ("The Supreme Court sided with the Republican Party on Monday.", {"SUPPORT"}),
        ("Joe Biden and Bernie Sanders met on Monday for a debate.", set()),
        ("Joe Biden and Bernie Sanders met on Monday.", {"CONSULT"}),
        ("Joe Biden and Boris Johnson met on Monday after a debate.", {"CONSULT"}),
        ("The FBI cooperated with the Department of Homeland Security.", set()),
        ("The FBI cooperated with Scotland Yard.", {"COOPERATE"}),
        ("Norway is ready to talk to Mozambique.", {"AGREE"}),
        ("Norway is ready to spend more.", set()),
        ("The French president withdrew from a US$3 billion deal.", set()),
        ("Nokia, a Finnish company, battles a Chinese rival.", set()),
        ("Spain opened an inquiry into whether the Chadian minister bribed the army.", {"ACCUSE"}),
        ("Spain opened an inquiry into how the Chadian minister was killed.", set()),
        ("Spain is investigating whether the Chadian minister was killed.", set()),
    ],
)
def test_what_is_coded(text: str, wanted: set[str]) -> None:
    assert {event.type for event in events(text)} == wanted


@pytest.mark.parametrize(
    ("text", "auxiliary"),
    [
        ("If Iran goes on to attack Israel, Russia will act.", ("hypothetical",)),
        ("Angela Merkel was the first German chancellor to visit Mali.", ()),
        ("The rebels would later attack the army.", ("historical",)),
        ("The rebels not only attacked the army in Mali.", ()),
        ("The rebels did not attack the army in Mali.", ("negation",)),
        ("The rebels might attack the army or bomb Mali.", ("hypothetical",)),
        ("If the rebels crossed a border and shelled Mali, the army will act.", ("hypothetical",)),
        ("The rebels left without attacking the army.", ("negation",)),
    ],
)
def test_how_real_it_is(text: str, auxiliary: tuple[str, ...]) -> None:
    found = [event for event in events(text, 0.0) if event.type in ("ASSAULT", "CONSULT")]
    assert found
    assert all(event.auxiliary == auxiliary for event in found), found


def test_a_place_before_a_noun_of_force_was_struck() -> None:
    (event,) = events("Nobody saw who was behind the Basra suicide bombing.", 0.2)
    assert (event.type, event.actors) == ("ASSAULT", ())
    assert [side.mention.kind for side in event.recipients] == ["place"]


def test_a_fact_takes_in_what_only_may_be() -> None:
    text = "Russia expelled two British diplomats. Poland said that Moscow may expel British diplomats."
    found = [event for event in events(text) if event.type == "SANCTION"]
    assert [event.auxiliary for event in found] == [()]


def sides(event: Event) -> tuple[list[str], list[str]]:
    return [side.name for side in event.actors], [side.name for side in event.recipients]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("The Kenyan president urged “greater” German military and civil involvement.", 1, ["Germany"]),
        ("Cuba is seeking China's “moral” support.", 1, ["China"]),
        ("Angela Merkel hailed as frank and useful her talks with Shinzo Abe.", 1, ["Shinzo Abe"]),
        ("Angela Merkel praised her meeting with Shinzo Abe.", 1, ["Shinzo Abe"]),
        ("Shinzo Abe as chairman of the group thanked Angela Merkel.", 1, ["Angela Merkel"]),
    ],
)
def test_who_is_concerned(text: str, actors: int, recipients: list[str]) -> None:
    found = [event for event in events(text) if event.type in ("REQUEST", "SUPPORT")]
    assert found, text
    assert (len(found[0].actors), sides(found[0])[1]) == (actors, recipients)
    assert all(side.actor or side.country for side in found[0].actors)


def test_a_demonym_goes_with_both_offices() -> None:
    (event,) = events(
        "Shinzo Abe held talks with the Kenyan interior minister and finance minister on Monday."
    )
    assert [side.country for side in event.actors] == ["JPN", "KEN", "KEN"]


def test_the_headline_names_by_office_who_is_named_below() -> None:
    text = "Abe to meet Kenya VP\n\nShinzo Abe will meet Kenyan Vice President William Otieno."
    (event,) = events(text)
    assert sides(event) == (["Shinzo Abe", "William Otieno"], [])


def test_a_date_in_a_relative_clause_is_that_clause_s() -> None:
    text = "Shinzo Abe, who landed in Kenya on 3 May, met Angela Merkel on 5 May 2018."
    meeting = next(event for event in events(text) if event.modes == ())
    assert meeting.date is not None
    assert meeting.date.span.text(text) == "5 May 2018"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Kenya was alarmed by Ethiopia threatening Somalia with war.", "Ethiopia"),
        ("Shinzo Abe met Angela Merkel before visiting Somalia.", "Shinzo Abe"),
        ("Shinzo Abe spoke to reporters, as well as thanking Angela Merkel.", "Shinzo Abe"),
        ("Shinzo Abe spoke after Tony Blair left, and he thanked Angela Merkel.", "Shinzo Abe"),
        ("Tony Blair told the BBC that Ethiopia threatened Somalia with war.", "Ethiopia"),
        ("Shinzo Abe praised Tony Blair despite reportedly being told not to praise France.", "Shinzo Abe"),
        ("Ann Otieno spoke. Ann Otieno left. Tim Otieno came. Otieno thanked France.", "Ann Otieno"),
    ],
)
def test_who_acts(text: str, actor: str) -> None:
    found = [event for event in events(text, 0.3) if event.type in ("THREATEN", "SUPPORT") or event.modes]
    assert [side.name for side in found[-1].actors] == [actor]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A court blocked the Kenyan government from closing the camp.", ["REJECT"]),
        ("Rebels blocked the Kenyan government from closing the camp.", []),
        ("A court blocked Safaricom from closing the plant.", []),
        ("Hamas pelted Israel with shells.", ["ASSAULT"]),
        ("Teachers pelted Israel with shells.", []),
    ],
)
def test_what_only_courts_or_armies_do(text: str, kinds: list[str]) -> None:
    assert [event.type for event in events(text, 0.5)] == kinds


def test_who_is_backed_by_a_state_is_not_its_own() -> None:
    (event,) = events("A Turkish-backed militia attacked the army in Mali on Monday.", 0.1)
    assert [side.country for side in event.actors] == ["MLI"]


def test_his_minister_is_of_his_country() -> None:
    text = "Israeli Prime Minister Benjamin Netanyahu spoke. Egypt's king ordered his prime minister to go."
    event = events(text)[-1]
    assert [(side.name, side.country) for side in event.recipients] == [("prime minister", "EGY")]


def test_they_may_be_somebody_unnamed() -> None:
    text = "Lawmakers met Shinzo Abe. Critics of the budgets left. They urged Angela Merkel to go."
    assert all(event.type != "REQUEST" for event in events(text))


def test_aid_that_is_withheld_is_its_giver_s() -> None:
    found = [event for event in events("Barack Obama withheld U.S. military aid.") if event.recipients]
    assert not found


def test_the_owner_of_an_admission_is_meant() -> None:
    text = "Tony Blair left after Barack Obama's own admission that he urged Iran to wait."
    assert [side.name for side in events(text)[-1].actors] == ["Barack Obama"]


def test_a_pronoun_is_not_the_object_s_name() -> None:
    assert not events("Tony Blair spoke. He praised Tony Blair.")


def test_the_demonym_with_an_article_is_the_state() -> None:
    (event,) = events("The Saudis condemned Iran.")
    assert [side.sectors for side in event.actors] == [("GOV",)]


def test_any_of_two_may_be_the_official() -> None:
    text = "Japanese Prime Minister Shinzo Abe and Japanese Foreign Minister Taro Aso rested."
    text += " The first Japanese official to visit Mali praised France."
    praise = next(event for event in events(text) if event.type == "SUPPORT")
    assert [(side.actor, side.country) for side in praise.actors] == [(None, "JPN")]


def test_where_they_met_took_no_part() -> None:
    (event,) = events("Russia's White House talks with the French president failed.")
    assert [side.country for side in event.actors] == ["RUS", "FRA"]
    assert not events("The White House meeting with the French president failed.")


def test_agents_are_of_the_body_before_them() -> None:
    (event,) = events("Mexican soldiers attacked U.S. Border Patrol agents on Monday.")
    assert [side.sectors for side in event.recipients] == [("COP",)]


def test_who_promises_speaks_of_himself() -> None:
    (told,) = events("The Kenyan president promised that the Somali government would send help.", 0.1)
    assert (told.type, told.recipients) == ("AGREE", ())


def test_a_second_participle_shares_the_first_one_s_be() -> None:
    found = events("The former minister was tried and jailed by a Peruvian court for fraud.", 0.2)
    assert all([side.country for side in event.actors] == ["PER"] for event in found)
    assert found


def test_he_may_be_the_man_nearer_by() -> None:
    text = "Shinzo Abe spoke to reporters. Police asked the suspect to wait until he was arrested in Osaka."
    assert all(
        side.actor is None for event in events(text) for side in event.recipients if event.type == "COERCE"
    )
    assert "Shinzo Abe" not in [side.name for event in events(text) for side in event.recipients]


def test_people_elsewhere_in_a_report_are_other_people() -> None:
    text = "Homeless people marched in Delhi on Friday. In Chad, authorities asked people to leave the town."
    request = next(event for event in events(text, 0.3) if event.type == "REQUEST")
    assert [(side.name, side.country) for side in request.actors] == [("authorities", "TCD")]
    assert [side.name for side in request.recipients] == ["people"]


def test_a_dash_apart_is_no_part_of_a_name() -> None:
    (veto,) = events("The Morning Report - Trump vetoed the resolution of the Senate.", 0.3)
    assert [side.actor.id for side in veto.actors if side.actor] == ["donald-trump"]


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("Donald Trump vetoed a resolution of the US Senate.", True),
        ("The French president criticised the delay.", False),
        ("The French president criticised Russia.", True),
    ],
)
def test_words_about_somebody_need_somebody(text: str, coded: bool) -> None:
    assert bool([event for event in events(text) if event.type in ("ACCUSE", "REJECT")]) is coded


def test_he_is_who_announced_and_not_whose_killing_he_announced() -> None:
    text = (
        "Donald Trump could not resist. The impulse was strong on Sunday, as he announced the killing of "
        "ISIS leader Abu Bakr al-Baghdadi. He thanked the Iraqi army."
    )
    (thanks,) = [event for event in events(text) if event.type == "SUPPORT"]
    assert [side.name for side in thanks.actors] == ["Donald Trump"]


@pytest.mark.parametrize(
    "text",
    [
        "The former envoy to Ukraine who resigned abruptly slept.",
        "The UN Security Council met behind closed doors to discuss an Egyptian plan.",
        "The American government capitulated on the issue.",
        "William Barr ended his investigation of Donald Trump.",
        "Bernie Sanders voted with Republicans.",
        "Dianne Feinstein teamed up with Bernie Sanders.",
    ],
)
def test_figures_of_speech_and_the_routine_of_a_parliament_are_no_deeds(text: str) -> None:
    assert {event.type for event in events(text)} <= {"CONCEDE", "CONSULT"}


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Norway condemned the recent rocket attacks on diplomatic missions in Chad.", []),
        ("Norway denounced a raid against Sudanese villages.", []),
        ("Norway condemned the attacks by Kenyan soldiers.", ["KEN"]),
        ("Norway condemned Kenya for the attacks on villages.", ["KEN"]),
        ("Norway condemned the Kenyan attack on villages.", ["KEN"]),
    ],
)
def test_who_condemns_a_deed_blames_nobody_whom_it_hit(text: str, blamed: list[str]) -> None:
    found = [event for event in events(text, 0.0) if event.type == "ACCUSE"]
    assert [side.country for event in found for side in event.recipients] == blamed


def test_where_force_is_used_is_nobody_but_what_is_aimed_at_is() -> None:
    assert all(not event.recipients for event in events("Chad carried out a bombing campaign in Niger.", 0.0))
    (fired,) = events("Chadian troops fired rockets at Niger.", 0.0)
    assert [side.country for side in fired.recipients] == ["NER"]


@pytest.mark.parametrize(
    "bound", ["around 20", "more than 20", "up to 20", "at least a dozen", "as many as 20"]
)
@pytest.mark.parametrize("told", ["Israel killed {} Palestinians.", "{} Palestinians were killed by Israel."])
def test_how_exact_a_number_is_hides_no_side(told: str, bound: str) -> None:
    text = told.format(bound)
    (event,) = events(text[0].upper() + text[1:])
    assert (event.type, [side.name for side in event.recipients]) == ("ASSAULT", ["Palestine"])

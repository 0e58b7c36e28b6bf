from __future__ import annotations

import pytest

from dragoman.documents.english.tokens import tokenize
from dragoman.types import Span, Token


def token(text: str, word: str) -> Token:
    return next(token for token in tokenize(text, Span(0, len(text))) if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "form"),
    [
        ("Troops deployed in Syria were attacked.", "deployed", "part"),
        ("Troops loyal to Haftar flew to Kufra.", "flew", "past"),
        ("Men linked to the bank were questioned.", "linked", "part"),
        ("Lavrov returned to the hotel and Tillerson left.", "returned", "past"),
        ("Talks held in Geneva ended.", "held", "part"),
        ("Talks held in Geneva ended.", "ended", "past"),
        ("Ten soldiers killed in the raid were buried.", "killed", "part"),
        ("Backed by Russia, the army advanced.", "Backed", "part"),
        ("Traders alleged to have paid bribes fled.", "alleged", "part"),
        ("Police arrested suspected militants.", "arrested", "past"),
        ("Poland last month expelled three attachés.", "expelled", "past"),
        ("The talks collapsed in May after Moscow protested.", "collapsed", "past"),
        ("Lavrov spoke by telephone with Tillerson.", "spoke", "past"),
        ("Soldiers shot protesters in Khartoum.", "shot", "past"),
        ("He was shot in Khartoum.", "shot", "part"),
        ("Norway responded by expelling two envoys.", "responded", "past"),
        ("Norway provided $5 million to Chad.", "provided", "past"),
        ("Iran agreed to talk.", "agreed", "past"),
        ("She wanted Ankara to back a truce.", "back", "inf"),
        ("It helps fund the war.", "fund", "inf"),
        ("Russia wants to veto it and demand a vote.", "demand", "inf"),
        ("Neighbours press for a truce.", "press", "fin"),
        ("The bomb killed at least 20 people.", "killed", "past"),
        ("The army retook the town.", "retook", "past"),
        ("We need a role.", "need", "fin"),
        ("The ministers visit Moscow.", "visit", "fin"),
        ("Obama Presses Putin to Accept Ukraine Peace Deal", "Presses", "fin"),
        ("Turkey demanded that Greece extradite eight soldiers.", "extradite", "fin"),
        ("Turkey demanded that Greece release the men.", "release", "fin"),
        ("Iran insists that Iraq leave the area.", "leave", "fin"),
    ],
)
def test_verbs_and_their_forms(text: str, word: str, form: str) -> None:
    found = token(text, word)
    assert (found.tag, found.form) == ("VERB", form)


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("He made a phone call.", "call", "NOUN"),
        ("Military support for Kiev grows.", "support", "NOUN"),
        ("They were stopped by Kenyan troops who waited.", "troops", "NOUN"),
        ("Tanks pounded suspected rebel positions.", "suspected", "ADJ"),
        ("Iran-backed rebels fled.", "backed", "ADJ"),
        ("The police chief resigned.", "chief", "NOUN"),
        ("The king dismissed the army chief on Monday.", "chief", "NOUN"),
        ("Rebels freed a wounded general.", "general", "NOUN"),
        ("Judges convicted the former police officer of murder.", "officer", "NOUN"),
        ("They shot a police officer in Aden.", "officer", "NOUN"),
        ("She paid an official visit to Rome.", "official", "ADJ"),
        ("Ships sailed in disputed waters.", "disputed", "ADJ"),
        ("They cleared the north of mines.", "north", "NOUN"),
        ("The military said so.", "military", "NOUN"),
        ("They asked the military to leave.", "military", "NOUN"),
        ("He was sued by the attorney general of Ohio.", "general", "NOUN"),
        ("He spoke about the general of the army.", "general", "NOUN"),
        ("Fighting in the east has killed ten.", "Fighting", "NOUN"),
        ("Turkey insisted that the Greek release of prisoners was late.", "release", "NOUN"),
        ("Turkey suggested that a Russian attack is near.", "attack", "NOUN"),
        ("The US and Iran met.", "US", "PROPN"),
        ("It happened in May in Rome.", "May", "PROPN"),
        ("She 's going home.", "'s", "AUX"),
        ("Iraq's army left.", "'s", "PART"),
    ],
)
def test_what_is_no_verb(text: str, word: str, tag: str) -> None:
    assert token(text, word).tag == tag


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("broke", "break"), ("shot", "shoot"), ("left", "leave"), ("thought", "think"), ("won", "win"),
        ("mobilised", "mobilise"), ("beheaded", "behead"), ("succeed", "succeed"), ("pressed", "press"),
        ("disbursed", "disburse"), ("trafficked", "traffic"), ("test-fired", "test-fire"),
    ],
)  # fmt: skip
def test_lemmas_of_verbs(form: str, lemma: str) -> None:
    assert token(f"They have {form} it.", form).lemma == lemma


def test_digits_are_numbers() -> None:
    assert token("They left after the March 4 meeting of ministers.", "4").tag == "NUM"


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Police arrested around 50 men.", "around", "ADV"),
        ("Police arrested more than a dozen men.", "than", "ADV"),
        ("As many as 50 men fled.", "As", "ADV"),
        ("Up to 2,000 men fled.", "to", "ADV"),
        ("They were seized by about 20 men.", "about", "ADV"),
        ("Police arrested men around 5 p.m. on Monday.", "around", "ADP"),
        ("Police fought over 12 hours.", "over", "ADP"),
        ("They clashed over 12 islands.", "over", "ADP"),
        ("They handed over 50 men.", "over", "ADP"),
        ("He was arrested over 20 murders.", "over", "ADP"),
        ("Police searched around two villages.", "around", "ADP"),
        ("She did more than they did.", "than", "ADP"),
    ],
)
def test_what_says_how_exact_a_number_is(text: str, word: str, tag: str) -> None:
    assert token(text, word).tag == tag

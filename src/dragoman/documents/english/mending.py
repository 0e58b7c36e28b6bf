"""Neighbours decide: noun or verb, adjective or noun, possessive or "is"."""

from __future__ import annotations

from dragoman.documents.english import words
from dragoman.documents.english.lemmas import lemma, verb_like, verbs
from dragoman.documents.english.participles import noun_or_past, past
from dragoman.documents.english.rows import (
    HELPING,
    NOUNS,
    OBJECTS,
    SPEAKERS,
    SUBJECTS,
    WHO,
    Row,
    governed,
    modified,
    object_follows,
    verb_ahead,
    word_before,
)

_QUARTERS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_INSERTED = frozenset(
    {"both", "all", "each", "long"}
)  # between an auxiliary and its verb: have *long* denied
_OWNERS = frozenset({"his", "her", "its", "their", "my", "our", "your", "'s"})  # in *his* first term
_THE = frozenset({"the"})  # for *the* first time


def mend(row: Row, at: int) -> None:
    """Let the neighbours of the token at ``at`` decide what it is."""
    norm = row.norms[at]
    _small_words(row, at)
    compound = row.tags[at] == "VERB" and norm.replace("-", "").isalpha()  # test-fired
    if row.tags[at] == "PROPN" or not (norm.isalpha() or compound):
        return
    if norm == "say" and row.tag(at - 1) in NOUNS:
        row.set(at, "VERB", "fin")
        return
    before = word_before(row, at)
    if row.tags[at] == "NOUN" and norm in words.load().noun_adjectives and row.tag(at + 1) == "NOUN":
        row.set(at, "ADJ")
    elif (norm.endswith("ed") and row.forms[at] != "inf" and lemma(norm, True) != norm) or row.forms[at] in (
        "past",
        "part",
    ):
        past(row, at, before)
    elif norm.endswith("ing") and row.tags[at] in ("VERB", "NOUN", "ADJ"):
        _gerund(row, at, before)
    elif row.tags[at] == "ADJ" and _stands_alone(row, at, before):
        row.tags[at] = "NOUN"
    elif row.tags[at] in ("ADJ", "ADV") and row.norm(before) == "to" and _to_do(row, at):
        row.set(at, "VERB", "inf")
    elif row.tags[at] == "NOUN" and norm in words.load().irregular:
        noun_or_past(row, at, before)
    elif row.tags[at] in ("NOUN", "VERB") or (row.tags[at] == "ADJ" and norm in verbs()):
        _base(row, at, before)


def _small_words(row: Row, at: int) -> None:
    """Possessive or "is", article or conjunction, adverb or the "there" of "there was"."""
    norm = row.norms[at]
    if norm in ("'s", "'") and row.tags[at] != "PUNCT":
        _possessive(row, at)
    elif norm == "that" and _points(row, at):
        row.tags[at] = "DET"
    elif norm in _INSERTED and row.tag(at - 1) == "AUX" and row.tag(at + 1) in ("VERB", "AUX"):
        row.set(at, "ADV")
    elif norm in _QUARTERS and row.tag(at - 1) == "DET" and row.tag(at + 1) in ("ADP", "PUNCT"):
        row.set(at, "NOUN")
    elif norm == "first" and row.norm(at - 1) in _OWNERS | _THE and row.tag(at + 1) in ("NOUN", "ADJ"):
        row.set(at, "ADJ")
    elif norm in words.load().counts and row.tag(at - 1) == "DET" and row.tag(at + 1) in (*NOUNS, "ADJ"):
        row.set(at, "NUM")
    elif norm == "there" and row.tag(at + 1) == "AUX":
        row.set(at, "PRON")


def _possessive(row: Row, at: int) -> None:
    """A clitic after a noun is a possessive unless a participle or an article follows: Iraq's army."""
    if row.norm(at + 1) == "past":
        row.set(at + 1, "ADJ")
    if row.tag(at - 1) in ("NOUN", "PROPN", "ADJ") and row.tag(at + 1) not in ("DET", "ADP", "AUX"):
        row.set(at, "PART")


def _points(row: Row, at: int) -> bool:
    """Whether "that" is an article: a noun follows and no verb before the next mark or preposition."""
    tail = row.tags[at + 1 : at + 6]
    nouns = 0
    for tag_after in tail:
        if tag_after in ("VERB", "AUX", "PRON", "DET"):
            return False
        if tag_after in ("ADP", "PUNCT", "SCONJ", "ADV"):
            return nouns > 0
        nouns += tag_after in NOUNS
    return nouns > 0 and len(tail) < 5


def _stands_alone(row: Row, at: int, before: int) -> bool:
    """An adjective with no noun to follow is the noun: the military said, the attorney general of Ohio."""
    norm = row.norms[at]
    noun = norm in words.load().plural_nouns or words.lexicon().get(norm + "s") is not None
    if before != at - 1 or before < 0 or not noun:
        return False
    following = row.tag(at + 1)
    if norm in words.load().ranks and row.tags[before] in ("NOUN", "ADJ"):
        return following not in ("NOUN", "ADJ", "SCONJ")  # dismissed the army chief on Monday
    if row.tags[before] in ("DET", "PROPN") or row.norms[before] == "'s":
        return following in ("VERB", "AUX", "PUNCT", "ADP") or row.norm(at + 1) == "to"
    return row.tags[before] == "NOUN" and following in ("VERB", "AUX", "PROPN", "PUNCT")


def _to_do(row: Row, at: int) -> bool:
    """Whether an adjective or adverb after "to" is a verb: to open an inquiry, to back off."""
    object_follows = row.tag(at + 1) in ("DET", "PRON", "PROPN") or row.norm(at + 1) in ("up", "off", "down")
    return object_follows and row.norms[at] in verb_like()


def _gerund(row: Row, at: int, before: int) -> None:
    """Noun or verb for a form in -ing."""
    previous = row.norm(before)
    if modified(row, before):
        row.set(at, "NOUN" if row.tags[at] != "ADJ" else "ADJ")
    elif before < 0 and (row.norm(at + 1) in ("between", "among", "of") or _happens(row, at)):
        row.set(at, "NOUN")
    elif (
        previous in words.load().be
        or before < 0
        or row.tags[before] in ("PUNCT", "ADP", "VERB", "CCONJ", "SCONJ")
    ):
        if lemma(row.norms[at], True) != row.norms[at]:
            row.set(at, "VERB", "ger")


def _happens(row: Row, at: int) -> bool:
    """Whether an opening form in -ing is the subject: Fighting in the east has killed ten."""
    return not object_follows(row, at + 1) and verb_ahead(row, at)


def _base(row: Row, at: int, before: int) -> None:
    """Noun or verb for a base form or a form in -s: visit, talks, attacks, supports."""
    norm = row.norms[at]
    if row.tags[at] != "VERB" and lemma(norm, True) not in verb_like():
        return
    lists = words.load()
    plural = norm.endswith("s") and not norm.endswith("ss")
    if norm in lists.bare_participles and row.norm(before) in lists.be | lists.have | lists.get:
        row.set(at, "VERB", "part")
        return
    verdict = _by_left(row, at, before, plural)
    if not verdict:
        wanted = not plural and _demanded(row, at, before)
        verdict = "VERB" if wanted else _by_right(row, at, before, plural)
    if verdict == "VERB":
        row.set(at, "VERB", "inf" if not plural and governed(row, before) else "fin")
    elif verdict == "NOUN":
        row.set(at, "NOUN")


def _by_left(row: Row, at: int, before: int, plural: bool) -> str:
    """What the word before makes of the word: VERB, NOUN, or "" where it does not tell."""
    if before < 0:
        return ""
    lists = words.load()
    previous, tag = row.norms[before], row.tags[before]
    helped = previous in HELPING and (row.tags[at] == "VERB" or row.tag(at + 1) in OBJECTS)
    subject = previous in SPEAKERS and row.tag(at + 1) != "AUX"
    if previous in lists.modals or previous in lists.do or subject or (helped and not plural):
        return "VERB"
    if previous in ("n't", "not"):
        return "" if plural else "VERB"
    if previous == "to":
        return "NOUN" if plural else "VERB"
    if modified(row, before):
        return "VERB" if _plural_people(row, at, before, plural) else "NOUN"
    if tag == "CCONJ":
        return "VERB" if row.tag(at + 1) == "DET" else ""
    return "NOUN" if tag in ("ADP", "AUX", "VERB") else ""


def _plural_people(row: Row, at: int, before: int, plural: bool) -> bool:
    """Two hundred march: a number alone as the subject of a verb that the lexicon knows as one."""
    return row.tags[before] == "NUM" and not plural and row.norms[at] in verbs() and before == 0


def _by_right(row: Row, at: int, before: int, plural: bool) -> str:
    """After a noun or name: a verb if an object follows and the number fits."""
    if before < 0 or row.tags[before] not in SUBJECTS:
        return ""
    following, next_norm = row.tag(at + 1), row.norm(at + 1)
    verb = row.tags[at] == "VERB"
    if not plural and _is_singular(row, before) and not _invariable(row.norms[at]):
        return "NOUN"
    if following in OBJECTS and next_norm not in WHO:
        return "VERB" if plural or verb or _is_plural(row, before) else ""
    if next_norm == "to" and row.tag(at + 2) == "VERB":
        invited = row.tag(before) == "PROPN" and row.tag(before - 1) == "VERB"  # invited Russian firms to
        return "VERB" if verb or not (invited or verb_ahead(row, at + 1)) else "NOUN"
    if plural and following in ("ADP", "PART", "SCONJ") and verb:
        return "VERB"
    led = following in ("ADP", "SCONJ") and not plural and _is_plural(row, before)
    if led and row.norms[at] not in words.load().ranks and not verb_ahead(row, at):
        return "VERB"
    if verb and following not in ("VERB", "AUX") and not (plural and next_norm in WHO):
        return ""
    return "NOUN" if plural or following in ("VERB", "AUX", "PUNCT", "NOUN") or next_norm in WHO else ""


def _demanded(row: Row, at: int, before: int) -> bool:
    """Whether it is what somebody is to do behind a verb of demanding: insists that Greece *leave*."""
    opened = next((place for place in range(before, max(0, before - 5), -1) if row.norms[place] == "that"), 0)
    if not 0 < opened < before or verb_ahead(row, at):
        return False
    following = row.tag(at + 1)
    if row.norms[at] not in verbs() and following not in ("DET", "PRON", "NUM", "PROPN"):
        return False
    nouns = all(row.tags[place] in (*NOUNS, "DET", "ADJ", "PART") for place in range(opened + 1, before + 1))
    if not nouns or lemma(row.norms[opened - 1], True) not in words.load().demanding:
        return False
    row.set(opened, "SCONJ")
    return following in OBJECTS or following in ("ADP", "PART", "PUNCT")


def _is_plural(row: Row, at: int) -> bool:
    """Whether the noun at ``at`` is a plural that seldom stands before another noun."""
    norm, lists = row.norms[at], words.load()
    if row.norm(at - 1) in ("a", "an"):  # a police officer
        return False
    if row.tags[at] == "PRON" or norm in lists.plural_nouns:
        return norm not in lists.be
    return norm.endswith("s") and not norm.endswith(("ss", "us", "is")) and norm not in lists.plural_modifiers


def _is_singular(row: Row, at: int) -> bool:
    """Whether what ends at ``at`` is one thing: then no base form can be its verb."""
    lists = words.load()
    if row.tags[at] not in NOUNS or row.norms[at] in lists.plural_nouns or row.norms[at].endswith("s"):
        return False
    return all(row.norm(place) not in ("and", "&") for place in range(at - 6, at))


def _invariable(norm: str) -> bool:
    """Whether the base form is the past tense too: hit, put, cut."""
    return norm in words.load().bare_participles

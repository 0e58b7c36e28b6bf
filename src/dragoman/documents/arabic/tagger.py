"""Words cut from text → tokens: the reading of each is chosen by where it stands.

Many spellings are verb and noun at once (بحث, قتل, دعم). A verb begins its clause: it stands first, after
punctuation, و, a particle or a relative; a noun follows a preposition, a determiner or another indefinite
noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.documents.arabic import forms, lexicon, stems, words
from dragoman.documents.arabic.forms import Reading
from dragoman.documents.arabic.resumed import resumed
from dragoman.text import fold
from dragoman.types import Span, Token

_PREFIX_TAGS = {"و": "CCONJ", "ف": "CCONJ", "س": "PART"}
_BEFORE_VERB = {"PART", "SCONJ", "PUNCT", "CCONJ", "ADV", "PRON", "AUX", "PROPN", "ADJ"}
_ABOUT = ("نحو", "حوالي", "قرابة", "زهاء")
_BEFORE_NOUN = {"ADP", "DET", "NUM", "VERB"}
_NOMINAL = {"NOUN", "ADJ", "PROPN"}
_OPENERS = {"SCONJ", "CCONJ", "PUNCT", "PART", "AUX"}
_SHORT_VERB, _SHORT_SUBJECT = 3, 4
_FAR = 40  # tokens: a verb farther back does not decide what follows a comma
_FATHER = frozenset({"بن", "ابن"})
_ALI = "علي"
_ON = " على "  # who writes this does not mean it by علي
_SONS = frozenset({"بن", "ابن", "عبد", "ابو", "ال", "الشيخ", "السيد", "حسن"})


@dataclass(frozen=True, slots=True)
class Word:
    """A written piece before tagging: ``noun`` is its spelling as a noun, ``tag`` set where certain."""

    span: Span
    spelling: str
    noun: str
    tag: str
    role: str = "stem"


@dataclass(frozen=True, slots=True)
class _Readings:
    tag: str  # the one tag, or "" where verb and noun are both possible
    verbs: tuple[Reading, ...]


def tag(text: str, found: Sequence[Word]) -> tuple[Token, ...]:
    """Tokens with the reading that fits their place."""
    tokens: list[Token] = []
    for index, word in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        tokens.append(_token(text, word, tokens, following))
    return tuple(tokens)


def _token(text: str, word: Word, before: Sequence[Token], following: Word | None) -> Token:
    if word.tag or word.role != "stem":
        return _make(text, word, fold(word.spelling), word.tag or _clitic_tag(word))
    if word.spelling in _ABOUT and following is not None and _number(following.spelling):
        return _make(text, word, fold(word.spelling), "ADV")
    if word.spelling == _ALI and (_in_name(before, following) or _ON in text):
        return _make(text, word, word.spelling, "PROPN")
    if word.spelling in _FATHER:
        return _make(text, word, fold(word.spelling), "PROPN")
    opened = _clause_opens(before) or (word.spelling.endswith("ا") and _circumstantial(word, before))
    verb = forms.participles().get(fold(word.spelling)) if opened else None
    if verb and (word.spelling.endswith("ا") or _speaks_of(following) or _addresses(before, following)):
        return _make(text, word, fold(word.spelling), "VERB", verb, "ger")
    readings = _readings(word.spelling, following is not None and following.role == "suffix")
    certain = readings.tag == "VERB" and not _governed(before)
    if readings.verbs and (certain or _verb_here(before, following, readings.verbs)):
        reading = _pick(readings.verbs, before, following)
        verb_tag = "AUX" if reading.lemma in words.folded("auxiliaries") else "VERB"
        return _make(text, word, fold(word.spelling), verb_tag, reading.lemma, reading.form)
    return _noun(text, word, readings.tag if readings.tag not in {"", "VERB"} else "NOUN", before)


def _number(spelling: str) -> bool:
    """Whether a number is written, in digits or letters: نحو *150* شخصا."""
    return spelling[:1].isdigit() or fold(spelling) in words.folded("numbers")


def _governed(before: Sequence[Token]) -> bool:
    """Whether a preposition or a number goes before, after which no verb stands: 251 شخصا."""
    return bool(before) and before[-1].tag in {"ADP", "NUM"} and before[-1].norm not in _TWO


def _in_name(before: Sequence[Token], following: Word | None) -> bool:
    """Whether علي stands beside another part of a name, and is no loosely written على."""
    names = words.folded_names()
    last = before[-1].norm if before else ""
    after = fold(following.spelling) if following else ""
    fallen = last in words.folded("former") and after in names  # المخلوع علي صالح
    return bool({last, after} & _SONS or fallen or "sure" in (names.get(last), names.get(after)))


def _clitic_tag(word: Word) -> str:
    return "PRON" if word.role == "suffix" else _PREFIX_TAGS.get(word.spelling, "ADP")


def _circumstantial(word: Word, before: Sequence[Token]) -> bool:
    """Whether a participle of saying stands behind a finished phrase without a comma: العنف داعيا."""
    if not before or forms.participles().get(fold(word.spelling)) not in words.folded("speech_verbs"):
        return False
    return before[-1].norm.startswith("ال") or before[-1].tag in {"PRON", "PROPN"}


def _clause_opens(before: Sequence[Token]) -> bool:
    return bool(before) and (before[-1].norm in {"،", ",", "و", "؛"} or before[-1].tag == "ADV")


def _speaks_of(following: Word | None) -> bool:
    """Whether a feminine participle governs a clause (مشيرة إلى أن), so that it is no plain adjective."""
    return following is not None and (following.tag == "" and following.spelling in _ARGUMENTS)


def _addresses(before: Sequence[Token], following: Word | None) -> bool:
    """Whether a feminine participle behind a comma has an object: ...، مطالبة السلطات."""
    comma = bool(before) and before[-1].norm in {"،", ","}
    return comma and following is not None and following.tag == "" and following.spelling.startswith("ال")


def _make(text: str, word: Word, norm: str, tag: str, lemma: str = "", form: str = "") -> Token:
    written = word.span.text(text)
    return Token(span=word.span, text=written, norm=norm, lemma=lemma or norm, tag=tag, form=form)


def _noun(text: str, word: Word, tag: str, before: Sequence[Token]) -> Token:
    spelling = word.noun or word.spelling
    norm = fold(spelling)
    follows = bool(before) and before[-1].tag in {"NOUN", "ADJ", "PROPN"}
    if tag == "NOUN" and follows and _relational(norm) and _agrees(spelling, before[-1]):
        return _make(text, word, norm, "ADJ", _lemma(spelling))
    return _make(text, word, norm, tag, _lemma(spelling) if tag in {"NOUN", "ADJ"} else norm)


@lru_cache(maxsize=65536)
def _readings(spelling: str, suffixed: bool) -> _Readings:
    closed = lexicon.closed(spelling)
    if closed:
        return _Readings(closed, ())
    if words.names().get(spelling) in {"sure", "part"}:
        return _Readings("PROPN", ())
    verbs = forms.known().get(fold(spelling), ())
    if not suffixed:
        verbs = tuple(reading for reading in verbs if not reading.bound)
    if verbs:
        return _Readings("" if lexicon.noun_too(spelling, verbs) else "VERB", verbs)
    if lexicon.unlisted_verb(spelling):
        lemma = fold(lexicon.ordinary(spelling) or spelling)
        return _Readings("VERB", (Reading(lemma, "fin" if spelling[0] in "يتن" else "past"),))
    return _Readings("NOUN" if stems.nominal(spelling) or spelling.startswith("ال") else "PROPN", ())


def _verb_here(before: Sequence[Token], following: Word | None, verbs: tuple[Reading, ...]) -> bool:
    """Whether a spelling that is verb and noun stands in a verb's place."""
    last = before[-1] if before else None
    suffix = following.spelling if following is not None and following.role == "suffix" else ""
    two = last is not None and last.norm in _TWO  # جنديين اثنين قتلا
    if (
        two
        or _awaited(before)
        or _phrase_before(before)
        or resumed(before, suffix, (one.lemma for one in verbs))
    ):
        return True
    if verbs[0].rank > 0:
        return last is not None and last.norm in _BEFORE_SHORT
    if last is None:
        return True
    if last.tag == "CCONJ" and len(before) > 1:
        return _after_and(before[:-1], following)
    if last.norm in {"،", ","}:
        return not any(token.tag == "VERB" for token in before[-_FAR:])
    if last.tag in _BEFORE_NOUN or (_is_suffix(before) and before[-2].tag in _BEFORE_NOUN):
        return False
    if last.tag in _NOMINAL and verbs[0].form == "past" and _told(before):
        return False
    return last.tag in _BEFORE_VERB or last.norm.startswith("ال")


def _told(before: Sequence[Token]) -> bool:
    """Whether the clause has its verb, so that what follows the subject is a noun: أعلنت البحرين قطع."""
    for token in reversed(before[-_FAR:]):
        if token.tag in _OPENERS or token.norm in words.folded("relatives"):
            return False
        if token.tag == "VERB":
            return token.form != "ger"
    return False


def _phrase_before(before: Sequence[Token]) -> bool:
    """Whether a preposition and "that" go before, a phrase of its own: إلى ذلك دعا."""
    return len(before) > 1 and before[-1].norm in _PHRASES and before[-2].tag == "ADP"


def _awaited(before: Sequence[Token]) -> bool:
    """Whether أن and an indefinite accusative go before, which only a verb can follow: أن جنديا قتل."""
    accusative = bool(before) and before[-1].tag in {"NOUN", "ADJ"} and before[-1].norm.endswith("ا")
    tags = [token.tag for token in before[-_SHORT_SUBJECT:]]
    return accusative and "SCONJ" in tags and "VERB" not in tags[tags.index("SCONJ") :]


def _is_suffix(before: Sequence[Token]) -> bool:
    return len(before) > 1 and before[-2].span.stop == before[-1].span.start and before[-1].tag == "PRON"


def _after_and(earlier: Sequence[Token], following: Word | None) -> bool:
    """After و within a sentence: a verb, unless it joins a noun that has no article or has a pronoun."""
    last = earlier[-2] if _is_suffix(earlier) else earlier[-1]
    if last.tag in {"NOUN", "NUM"} and not last.norm.startswith("ال"):
        return following is not None and following.spelling in _ARGUMENTS
    return True


_TWO = frozenset({"اثنين", "اثنان", "اثنتين", "اثنتان"})  # stand behind their noun
_PHRASES = frozenset({"ذلك", "هذا"})  # a noun behind them would have the article
_BEFORE_SHORT = frozenset({"لم", "لن", "س", "سوف", "لا"})
_ARGUMENTS = frozenset({"أن", "ان", "إن", "على", "مع", "عن", "إلى", "الى"})


def _pick(verbs: tuple[Reading, ...], before: Sequence[Token], following: Word | None) -> Reading:
    """The verb reading that fits: present after لم, لن, س, أن; past else, if the subject allows it."""
    if len(verbs) == 1 or verbs[0].lemma in words.folded("auxiliaries"):
        return verbs[0]
    last = before[-1].norm if before else ""
    if last in {"لم", "لن", "س", "سوف", "ل", "كي", "لا"}:
        present = [reading for reading in verbs if reading.form == "fin"]
        if last == "لم":
            present.sort(key=lambda reading: reading.rank != 2)
        return present[0] if present else verbs[0]
    either = {one.form for one in verbs if one in verbs[:2] or one.lemma in words.folded("likelier")}
    if either == {"past", "fin"} and verbs[1].rank == 0 and following is not None:
        counted = lexicon.closed(following.spelling) == "NUM"  # تظاهر مئات
        feminine = following.spelling.endswith(("ة", "ات")) and not counted
        return next(reading for reading in verbs if (reading.form == "fin") == feminine)
    return verbs[0]


def _agrees(spelling: str, last: Token) -> bool:
    """Whether a nisba can go on ``last``: not without article on a word with it, nor many on one."""
    if spelling.startswith("ال"):  # قصف الجيش السوري المدنيين
        return not (last.tag == "ADJ" and lexicon.many_on_one(last.norm, spelling))
    if last.norm.startswith("ال") or last.tag == "PROPN":
        return False
    if spelling.endswith(lexicon.MANY):
        return not last.norm.endswith(("ا", "ة"))
    lemma = lexicon.ordinary(spelling)
    return lemma is None or lemma.endswith(("ي", "ى", "ة"))


@lru_cache(maxsize=65536)
def _relational(norm: str) -> bool:
    """Whether a word has the shape of a nisba: عراقي, العراقية, روسيين."""
    bare = norm[2:] if norm.startswith("ال") else norm
    if norm in words.folded_names() or norm in words.folded("ranks") or bare in words.folded("men_in_ya"):
        return False
    for ending in ("ية", "يين", "يون", "يتين", "يان", "ي"):
        if bare.endswith(ending) and len(bare) - len(ending) >= (2 if norm != bare else 3):
            return True
    return False


_ENDINGS = (("ات", ("ة", "")), ("تين", ("ة",)), ("تان", ("ة",)), ("تي", ("ة",)), ("ون", ("",)), ("ين", ("",)),
            ("ان", ("",)), ("ي", ("",)), ("ا", ("",)))  # fmt: skip


@lru_cache(maxsize=65536)
def _lemma(spelling: str) -> str:
    """A noun without article and sound plural, dual or accusative ending, where the rest is known."""
    bare = spelling[2:] if spelling.startswith("ال") and len(spelling) > 4 else spelling
    if fold(bare) in words.folded("whole"):
        return fold(bare)
    lemma = lexicon.ordinary(bare)
    for ending, singulars in _ENDINGS:
        if not bare.endswith(ending) or len(bare) - len(ending) < _SHORT_VERB - 1:
            continue
        options = [bare[: -len(ending)] + singular for singular in singulars]
        if lemma in options:
            return fold(lemma)
        if len(ending) > 1 and lemma in (None, bare):
            known = [option for option in options if lexicon.noun(option)]
            if known:
                return fold(known[0])
    return fold(bare[:-1] if _accusative(bare, lemma) else bare)


def _accusative(bare: str, lemma: str | None) -> bool:
    """Whether the alif of an indefinite noun is its case: هجوما, آثارا."""
    rest = bare[:-1]
    if not bare.endswith("ا") or len(rest) < _SHORT_VERB:
        return False
    if fold(rest) in forms.masdars():
        return True
    return lexicon.noun(rest) if lemma is None else lexicon.ordinary(rest) == lemma

"""Parts of speech and lemmas of English words, from a lexicon and their neighbours.

Method after Brill (1992): start from each word's most frequent tag, then let context overrule. The rules
here are our own and cover what event coding needs.
"""

from __future__ import annotations

from functools import cache, lru_cache

from dragoman.documents.english import words
from dragoman.text import fold
from dragoman.types import Span, Token

_PENN = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP", "IN": "ADP", "TO": "PART", "DT": "DET",
    "PDT": "DET", "CC": "CCONJ", "CD": "NUM", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON",
    "WDT": "PRON", "WRB": "SCONJ", "MD": "AUX", "UH": "INTJ", "EX": "PRON", "FW": "X", "SYM": "SYM",
    "VB": "VERB", "VBP": "VERB", "VBZ": "VERB", "VBD": "VERB", "VBN": "VERB", "VBG": "VERB", "POS": "PART",
}  # fmt: skip
_FORMS = {"VB": "inf", "VBP": "fin", "VBZ": "fin", "VBD": "past", "VBN": "part", "VBG": "ger"}
_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ing", ("e", "")),
    ("ed", ("e", "")),
    ("es", ("e", "")),
    ("s", ("",)),
)
_MUTE = (
    "is",
    "iz",
    "at",
    "ag",
    "os",
    "us",
    "ys",
    "ur",
    "ac",
    "ic",
    "uc",
    "av",
    "iv",
    "ov",
    "dg",
    "rg",
    "bl",
    "pl",
)
_QUOTATION = frozenset({"“", "”", '"', "``", "''", "«", "»", "‘", "’"})
_NOMINAL = frozenset({"DET", "ADJ", "NUM"})
_SUBJECTS = frozenset({"NOUN", "PROPN", "PRON"})


@lru_cache(maxsize=65536)
def guess(word: str) -> str:
    """The most frequent Penn tag of ``word``; capitals, digits and endings decide for unknown words."""
    tags = words.lexicon()
    found = tags.get(word) or tags.get(word.lower())
    if found and not (word[:1].isupper() and found in ("NNP", "NNPS")):
        return found
    return found or _by_shape(word)


def _by_shape(word: str) -> str:
    if word[:1].isdigit():
        return "CD"
    if not word[:1].isalnum() and not word[:1] == "'":
        return "PUNCT"
    if word[:1].isupper():
        return "NNP"
    return _by_ending(word)


def _by_ending(word: str) -> str:
    endings = (
        ("ing", "VBG"), ("ed", "VBN"), ("ly", "RB"), ("ous", "JJ"), ("ive", "JJ"), ("able", "JJ"),
        ("ible", "JJ"), ("less", "JJ"), ("ful", "JJ"), ("ary", "JJ"), ("ic", "JJ"), ("al", "JJ"),
        ("ss", "NN"), ("us", "NN"), ("s", "NNS"),
    )  # fmt: skip
    return next((penn for ending, penn in endings if word.endswith(ending) and len(word) > 4), "NN")


@lru_cache(maxsize=65536)
def lemma(norm: str, verb: bool) -> str:
    """The dictionary form of a folded word, as a verb or as anything else."""
    from simplemma import lemmatize

    if not norm.isprintable() or not norm:
        return norm
    found = lemmatize(norm, lang="en")
    found = found.lower() if isinstance(found, str) else norm
    if not verb:
        return norm if norm.endswith(("ing", "ed")) and found != norm and _is_noun(norm) else found
    return _verb_lemma(norm) if found == norm or found not in words.lexicon() else found


def _is_noun(norm: str) -> bool:
    return words.lexicon().get(norm, "").startswith(("NN", "JJ"))


@cache
def _verbs() -> frozenset[str]:
    """Words that the lexicon or their inflected forms show to be verbs."""
    return frozenset(word for word, penn in words.lexicon().items() if penn in ("VB", "VBP"))


def _unlisted(stem: str, ending: str) -> str:
    """The dictionary form of a verb that no list has: mobilis-ed → mobilise, behead-ed → behead."""
    if ending in ("ies", "ied"):
        return stem + "y"
    return stem + "e" if ending in ("ing", "ed", "es") and stem.endswith(_MUTE) else stem


def _verb_lemma(norm: str) -> str:
    """Undo -s, -ed and -ing by rule; the shortest candidate that is a known word wins."""
    for ending, tails in _ENDINGS:
        if not norm.endswith(ending) or len(norm) <= len(ending) + 2:
            continue
        stem = norm[: -len(ending)]
        doubled = [stem[:-1]] if len(stem) > 3 and stem[-1] == stem[-2] else []
        candidates = [stem + tail for tail in tails] + doubled
        known = [word for word in candidates if word in _verbs()] or [
            word for word in candidates if word in words.lexicon()
        ]
        return known[0] if known else _unlisted(stem, ending)
    return norm


def tag(pieces: list[tuple[Span, str]]) -> tuple[Token, ...]:
    """Tokens with tag, form and lemma for the pieces (span, text) of one sentence."""
    norms = [fold(text) for _, text in pieces]
    tags, forms = _first(pieces, norms)
    for at in range(len(pieces)):
        _mend(at, norms, tags, forms)
    return tuple(
        Token(
            span=span,
            text=text,
            norm=norms[at],
            lemma=lemma(norms[at], tags[at] in ("VERB", "AUX")),
            tag=tags[at],
            form=forms[at],
        )
        for at, (span, text) in enumerate(pieces)
    )


def _first(pieces: list[tuple[Span, str]], norms: list[str]) -> tuple[list[str], list[str]]:
    tags: list[str] = []
    forms: list[str] = []
    for (_, text), norm in zip(pieces, norms, strict=True):
        upos = _closed(norm)
        penn = "" if upos else guess(text)
        capital = (text[:1].isupper() and tags and tags[-1] != "PUNCT") or text.lower()[1:] != text[1:]
        if capital and not upos and _PENN.get(penn) not in ("NUM",):
            upos = "PROPN"
        tags.append(upos or _PENN.get(penn, "PUNCT"))
        forms.append("" if upos and upos != "AUX" else _FORMS.get(penn, ""))
    return tags, forms


@lru_cache(maxsize=8192)
def _closed(norm: str) -> str:
    lists = words.load()
    table = (
        (lists.negations - {"no", "neither", "nor", "without"}, "PART"),
        (lists.modals | lists.be | lists.have | lists.do, "AUX"),
        (frozenset({"to"}), "PART"),
        (lists.possessives | lists.pronouns, "PRON"),
        (lists.determiners - {"that"}, "DET"),
        (lists.coordinators, "CCONJ"),
        (lists.subordinators, "SCONJ"),
        (lists.prepositions, "ADP"),
        (frozenset({"today", "yesterday", "tomorrow"}), "NOUN"),
        (lists.adverbs, "ADV"),
    )
    return next((upos for members, upos in table if norm in members), "")


def _mend(at: int, norms: list[str], tags: list[str], forms: list[str]) -> None:
    """Let the neighbours of token ``at`` decide between noun and verb, past and participle."""
    if norms[at] in ("'s", "'"):
        _mend_possessive(at, tags, forms)
    if norms[at] == "that" and _points(at, tags):
        tags[at] = "DET"
    if tags[at] == "PROPN" or not norms[at].isalpha():
        return
    before = _before(at, norms, tags)
    if (norms[at].endswith("ed") and forms[at] != "inf") or forms[at] in ("past", "part"):
        _mend_past(at, before, norms, tags, forms)
    elif norms[at].endswith("ing") and tags[at] in ("VERB", "NOUN", "ADJ"):
        _mend_gerund(at, before, norms, tags, forms)
    elif tags[at] == "ADJ" and _stands_alone(at, before, norms, tags):
        tags[at] = "NOUN"
    elif tags[at] in ("NOUN", "VERB") or (tags[at] == "ADJ" and norms[at] in _verbs()):
        _mend_base(at, before, norms, tags, forms)


def _stands_alone(at: int, before: int, norms: list[str], tags: list[str]) -> bool:
    """An adjective after an article or a name with no noun to follow is the noun: the military said."""
    following = tags[at + 1] if at + 1 < len(tags) else "PUNCT"
    governed = before >= 0 and (tags[before] in ("DET", "PROPN") or norms[before] == "'s")
    guessed = words.lexicon().get(norms[at] + "s") is not None
    return governed and guessed and following in ("VERB", "AUX", "PUNCT", "ADP") and before == at - 1


def _points(at: int, tags: list[str]) -> bool:
    """Whether "that" is an article: a noun follows and no verb before the next mark or preposition."""
    tail = tags[at + 1 : at + 6]
    nouns = 0
    for tag_after in tail:
        if tag_after in ("VERB", "AUX", "PRON", "DET"):
            return False
        if tag_after in ("ADP", "PUNCT", "SCONJ", "ADV"):
            return nouns > 0
        nouns += tag_after in ("NOUN", "PROPN")
    return nouns > 0 and len(tail) < 5


def _mend_possessive(at: int, tags: list[str], forms: list[str]) -> None:
    """A clitic after a noun is a possessive unless a participle or an article follows: Iraq's army."""
    following = tags[at + 1] if at + 1 < len(tags) else "PUNCT"
    if at and tags[at - 1] in ("NOUN", "PROPN", "ADJ") and following not in ("DET", "ADP", "AUX"):
        tags[at], forms[at] = "PART", ""


def _before(at: int, norms: list[str], tags: list[str]) -> int:
    """Index of the word before, adverbs, negations and quotation marks passed over; -1 at the start."""
    before = at - 1
    while before >= 0 and (tags[before] == "ADV" or norms[before] in _QUOTATION):
        before -= 1
    return before


def _mend_past(at: int, before: int, norms: list[str], tags: list[str], forms: list[str]) -> None:
    if tags[at] not in ("VERB", "ADJ"):
        return
    if tags[at] == "ADJ" and _acts(at, norms, tags):
        tags[at], forms[at] = "VERB", "past"
    lists = words.load()
    while before >= 0 and (tags[before] == "ADV" or norms[before] in lists.negations):
        before -= 1
    previous = norms[before] if before >= 0 else ""
    following = tags[at + 1] if at + 1 < len(tags) else "PUNCT"
    if previous in lists.be or previous in lists.have or previous in lists.get or previous == "being":
        tags[at], forms[at] = (
            ("VERB", "part") if tags[at] == "VERB" or norms[at].endswith("ed") else (tags[at], "")
        )
    elif before >= 0 and (tags[before] in _NOMINAL or previous in lists.possessives or previous == "'s"):
        if following in ("NOUN", "PROPN", "ADJ"):
            tags[at], forms[at] = "ADJ", ""
    elif before == at - 1 and before >= 0 and tags[before] == "VERB" and following == "NOUN":
        tags[at], forms[at] = "ADJ", ""
    elif tags[at] == "VERB" and at + 1 < len(norms) and norms[at + 1] == "by":
        forms[at] = "part"
    elif tags[at] == "VERB":
        forms[at] = "past"


def _acts(at: int, norms: list[str], tags: list[str]) -> bool:
    """Whether a word in -ed between a name and an article is a verb: police ringed the embassy."""
    if at == 0 or at + 1 >= len(tags) or not norms[at].endswith("ed"):
        return False
    return tags[at - 1] in ("NOUN", "PROPN") and tags[at + 1] in ("DET", "PRON", "PROPN")


def _mend_gerund(at: int, before: int, norms: list[str], tags: list[str], forms: list[str]) -> None:
    previous = norms[before] if before >= 0 else ""
    nominal = before >= 0 and (
        tags[before] in _NOMINAL or previous in words.load().possessives or previous == "'s"
    )
    if nominal:
        tags[at], forms[at] = ("NOUN", "") if tags[at] != "ADJ" else ("ADJ", "")
    elif (
        previous in words.load().be
        or before < 0
        or tags[before] in ("PUNCT", "ADP", "VERB", "CCONJ", "SCONJ")
    ):
        if lemma(norms[at], True) != norms[at]:
            tags[at], forms[at] = "VERB", "ger"


def _mend_base(at: int, before: int, norms: list[str], tags: list[str], forms: list[str]) -> None:
    """Noun or verb for a base form or a form in -s: visit, talks, attacks, supports."""
    if tags[at] != "VERB" and lemma(norms[at], True) not in _verb_like():
        return
    plural = norms[at].endswith("s") and not norms[at].endswith("ss")
    if norms[at] in words.load().bare_participles and before >= 0 and _passive(before, norms):
        tags[at], forms[at] = "VERB", "part"
        return
    verdict = _by_left(before, plural, norms, tags)
    if verdict == "":
        verdict = _by_right(at, before, plural, tags)
    if verdict == "VERB":
        tags[at] = "VERB"
        forms[at] = "inf" if not plural and _governed(before, norms) else "fin"
    elif verdict == "NOUN":
        tags[at], forms[at] = "NOUN", ""


def _passive(before: int, norms: list[str]) -> bool:
    lists = words.load()
    return norms[before] in lists.be or norms[before] in lists.have or norms[before] in lists.get


@cache
def _verb_like() -> frozenset[str]:
    """Lemmas that can be verbs: the lexicon's verbs and what its inflected forms point to."""
    found = set(_verbs())
    for word, penn in words.lexicon().items():
        if penn in ("VBD", "VBN", "VBG", "VBZ") and word.islower():
            found.add(_verb_lemma(word))
    return frozenset(found)


def _governed(before: int, norms: list[str]) -> bool:
    lists = words.load()
    return before >= 0 and (
        norms[before] == "to" or norms[before] in lists.modals or norms[before] in lists.do
    )


def _by_left(before: int, plural: bool, norms: list[str], tags: list[str]) -> str:
    if before < 0:
        return ""
    lists = words.load()
    previous = norms[before]
    if previous in lists.modals or previous in lists.do:
        return "VERB"
    if previous == "n't" or previous == "not":
        return "" if plural else "VERB"
    if previous == "to":
        return "NOUN" if plural else "VERB"
    if tags[before] in _NOMINAL or previous in lists.possessives or previous == "'s":
        return "NOUN"
    if tags[before] == "ADP" and previous not in ("that",):
        return "NOUN"
    if tags[before] in ("AUX", "VERB"):
        return "NOUN"
    if previous in ("they", "we", "i", "you", "he", "she", "it", "who", "which", "that"):
        return "VERB"
    return ""


def _by_right(at: int, before: int, plural: bool, tags: list[str]) -> str:
    """After a noun or name: a verb if an object follows and the number fits."""
    following = tags[at + 1] if at + 1 < len(tags) else "PUNCT"
    if before < 0 or tags[before] not in _SUBJECTS:
        return ""
    objects = following in ("DET", "PROPN", "PRON", "NUM", "ADJ")
    if plural and objects:
        return "VERB"
    if plural and following in ("ADP", "PART", "SCONJ") and tags[at] == "VERB":
        return "VERB"
    if not plural and objects and tags[at] == "VERB":
        return "VERB"
    if tags[at] == "VERB" and following not in ("VERB", "AUX"):
        return ""
    return "NOUN" if plural or following in ("VERB", "AUX", "PUNCT", "NOUN") else ""

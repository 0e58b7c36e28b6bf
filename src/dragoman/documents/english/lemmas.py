"""Dictionary forms of English words, and which words can be verbs."""

from __future__ import annotations

from functools import cache, lru_cache

from dragoman.documents.english import words

_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ing", ("e", "")),
    ("ed", ("e", "")),
    ("es", ("e", "")),
    ("s", ("",)),
)
# Stems that drop an "e" before -ed and -ing, by their end: mobilis-ed, but behead-ed.
_MUTE = tuple("is iz at ag os us ys ur ac ic uc av iv ov dg rg bl pl".split())


@lru_cache(maxsize=65536)
def lemma(norm: str, verb: bool) -> str:
    """The dictionary form of a folded word, as a verb or as anything else."""
    if verb and norm in words.load().irregular:
        return words.load().irregular[norm]
    from simplemma import lemmatize

    found = lemmatize(norm, lang="en")
    found = found.lower() if isinstance(found, str) else norm
    if not verb:
        return norm if norm.endswith(("ing", "ed")) and found != norm and _is_noun(norm) else found
    return verb_lemma(norm) if found == norm or found not in words.lexicon() else found


def _is_noun(norm: str) -> bool:
    return words.lexicon().get(norm, "").startswith(("NN", "JJ"))


@cache
def verbs() -> frozenset[str]:
    """Words whose most frequent use is that of a verb's base form."""
    return frozenset(word for word, penn in words.lexicon().items() if penn in ("VB", "VBP"))


@cache
def verb_like() -> frozenset[str]:
    """Lemmas that can be verbs: the lexicon's verbs and what its inflected forms point to."""
    found = {*verbs(), *words.load().other_verbs}
    for word, penn in words.lexicon().items():
        if penn in ("VBD", "VBN", "VBG", "VBZ") and word.islower():
            found.add(verb_lemma(word))
    return frozenset(found)


def verb_lemma(norm: str) -> str:
    """Undo -s, -ed and -ing by rule; the shortest candidate that is a known word wins.

    Of a compound only the last word counts: test-fired → test-fire.
    """
    head, hyphen, last = norm.rpartition("-")
    if head and last:
        return head + hyphen + verb_lemma(last)
    for ending, tails in _ENDINGS:
        if (
            not norm.endswith(ending)
            or len(norm) <= len(ending) + 2
            or (ending == "s" and norm.endswith("ss"))
        ):
            continue
        stem = norm[: -len(ending)]
        doubled = [stem[:-1]] if len(stem) > 3 and stem[-1] == stem[-2] else []
        candidates = [stem + tail for tail in tails] + doubled
        known = [word for word in candidates if word in verbs()] or [norm] * (norm in verbs())
        known = known or [word for word in candidates if word in words.lexicon()]
        return known[0] if known else _unlisted(stem, ending)
    return norm


def _unlisted(stem: str, ending: str) -> str:
    """The dictionary form of a verb that no list has: mobilis-ed → mobilise, behead-ed → behead."""
    if ending in ("ies", "ied"):
        return stem + "y"
    return stem + "e" if ending in ("ing", "ed", "es") and stem.endswith(_MUTE) else stem

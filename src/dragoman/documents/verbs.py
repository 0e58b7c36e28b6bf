"""Verbs by themselves: which is a main verb, what it agrees with, and pronouns written on it."""

from __future__ import annotations

from dragoman.types import Chunk, Clauses

_THEY_DID, _THEY_DO = "وا", "ون"


def infinitival(clauses: Clauses, part: Chunk) -> bool:
    """Whether a chunk begins with a word that stands before an infinitive: *to* leave."""
    return clauses.tokens[part.start].norm in clauses.grammar.infinitives


def main_verb(clauses: Clauses, before: int) -> int | None:
    """The last verb group before a chunk that no relative and no "that" governs."""
    found: int | None = None
    under = False
    for at, part in enumerate(clauses.chunks[:before]):
        token = clauses.tokens[part.head]
        if part.kind in ("S", "W"):
            under = token.norm not in clauses.grammar.parallel
        elif part.kind == "C" and at and clauses.chunks[at - 1].kind == ",":
            under = False
        elif part.kind == "VP" and not under and token.form != "ger" and not aside(clauses, at):
            found = at
    return found


def aside(clauses: Clauses, verb: int) -> bool:
    """Whether the verb only says more of the noun before it, where verbs come first: في مؤتمر عقده الوزير."""
    if not clauses.grammar.verb_first or verb < 1:
        return False
    before = clauses.chunks[verb - 1]
    definite = clauses.tokens[before.head].norm[:2] in clauses.grammar.anaphoric
    indefinite = before.kind == "NP" and not before.mentions and not definite
    return before.kind == "W" or (indefinite and verb > 1 and clauses.chunks[verb - 2].kind == "P")


def suffixed(clauses: Clauses, at: int) -> bool:
    """Whether the phrase is a pronoun written on the verb before it, which is its object: اعتقلتهم."""
    if not 0 < at < len(clauses.chunks) or clauses.chunks[at - 1].kind != "VP":
        return False
    token = clauses.tokens[clauses.chunks[at].start]
    return token.tag == "PRON" and token.span.start == clauses.tokens[clauses.chunks[at].start - 1].span.stop


def feminine(clauses: Clauses, verb: int) -> bool:
    """Whether the verb (a token) has a feminine form: قالت, تقول."""
    token = clauses.tokens[verb]
    marks = clauses.grammar.feminine_endings
    if token.form == "fin":
        return token.norm[0] in marks
    return token.norm[-1] in marks and token.norm != token.lemma


def several(clauses: Clauses, verb: int) -> bool:
    """Whether the verb (a token) names its subject itself, "they": اتهموا, يطالبون.

    Before its subject a verb is singular, so that what follows such a verb is no subject.
    """
    if not clauses.grammar.verb_first:
        return False
    token = clauses.tokens[verb]
    if token.form == "past":
        return token.norm.endswith(_THEY_DID) and token.norm != token.lemma
    root = token.lemma[-1:] == _THEY_DO[-1]
    return token.form == "fin" and token.norm.endswith(_THEY_DO[-1] + _THEY_DO if root else _THEY_DO)


def tense(clauses: Clauses, verb: int) -> str:
    """The form of a verb group's first verb, by which coordinated verbs know each other."""
    part = clauses.chunks[verb]
    forms = [clauses.tokens[at].form for at in range(part.start, part.stop) if clauses.tokens[at].form]
    return forms[0] if forms else ""


def first_person(clauses: Clauses, verb: int) -> bool:
    """Whether the verb (a token) says "we" by itself, so that what follows is no subject: نطالب إسرائيل."""
    token = clauses.tokens[verb]
    return token.form == "fin" and token.norm[:1] in clauses.grammar.first_person

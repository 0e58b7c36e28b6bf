"""Where in its sentence a trigger stands: behind "she said", behind "and", in a relative clause, or deeper.

Each function takes the sentence and the index of the trigger's chunk.
"""

from __future__ import annotations

from dragoman.documents.subjects import coordinated
from dragoman.documents.walks import finite
from dragoman.types import Clauses

_LINKED = 4  # chunks between "said" and its "that": said on Monday in Rome that


def leading(clauses: Clauses, here: int) -> int:
    """The verb that only says how far what follows has come, and so is told with it: *continues* to fire."""
    grammar = clauses.grammar
    real = grammar.implicative_verbs | grammar.future_verbs
    while here and clauses.chunks[here].kind == "VP" and not finite(clauses, clauses.chunks[here]):
        before = clauses.chunks[here - 1]
        if before.kind != "VP" or clauses.tokens[before.head].lemma not in real:
            break
        here -= 1
    return here


def reporting(clauses: Clauses, here: int) -> list[int]:
    """The verbs of saying that stand before, but for the one whose subject the trigger shares."""
    return [at for at in _verbs(clauses, here) if at != _partner(clauses, here) and _says(clauses, at)]


def others(clauses: Clauses, here: int) -> list[int]:
    """The verbs before that neither report the trigger nor share its subject."""
    known = {_partner(clauses, here), *reporting(clauses, here)}
    return [at for at in _verbs(clauses, here) if at not in known]


def joined(clauses: Clauses, here: int) -> bool:
    """Whether the verb shares the subject of one before: arrived in Cairo and *met* her."""
    return _partner(clauses, here) is not None


def subordinate(clauses: Clauses, here: int) -> bool:
    """Whether a conjunction or a relative stands before, other than the "that" of what is said."""
    said = reporting(clauses, here)
    return any(
        part.kind in ("S", "W") and not (_that(clauses, at) and any(0 < at - one <= _LINKED for one in said))
        for at, part in enumerate(clauses.chunks[:here])
    )


def relative(clauses: Clauses, here: int) -> bool:
    """Whether the trigger's is the first verb behind a relative: the man who *shot* her."""
    opened = [at for at, part in enumerate(clauses.chunks[:here]) if part.kind == "W"]
    return bool(opened) and all(at < opened[-1] for at in _verbs(clauses, here))


def _verbs(clauses: Clauses, here: int) -> list[int]:
    """The finite verbs before the trigger's own group."""
    before = enumerate(clauses.chunks[: leading(clauses, here)])
    return [at for at, part in before if part.kind == "VP" and finite(clauses, part)]


def _partner(clauses: Clauses, here: int) -> int | None:
    """The verb that shares its subject with the trigger; none where two verbs might."""
    verb = leading(clauses, here)
    if clauses.chunks[verb].kind != "VP":
        return None
    found = _main(clauses, verb) if adjunct(clauses, verb) else coordinated(clauses, verb)
    rivals = [at for at in _verbs(clauses, here) if at != found and not _says(clauses, at)]
    return None if rivals else found


def adjunct(clauses: Clauses, here: int) -> bool:
    """Whether the verb is a gerund behind a comma, told of the main verb's subject: struck, *killing* ten."""
    part = clauses.chunks[here]
    ger = part.kind == "VP" and clauses.tokens[part.head].form == "ger" and part.stop - part.start == 1
    return ger and here > 1 and clauses.chunks[here - 1].kind == "," and _main(clauses, here) is not None


def _main(clauses: Clauses, here: int) -> int | None:
    """The last finite verb before."""
    return next(iter(reversed(_verbs(clauses, here))), None)


def _says(clauses: Clauses, at: int) -> bool:
    return clauses.tokens[clauses.chunks[at].head].lemma in clauses.grammar.reporting_verbs


def _that(clauses: Clauses, at: int) -> bool:
    return clauses.tokens[clauses.chunks[at].head].norm in clauses.grammar.complementizers

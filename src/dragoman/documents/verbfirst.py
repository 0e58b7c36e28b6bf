"""Who governs a verb where verbs come first: before it in a relative or an opening clause, else behind it."""

from __future__ import annotations

from dragoman.documents.rows import antecedent, is_time, opens, row_left, row_right
from dragoman.documents.verbs import feminine, first_person, main_verb, several, suffixed
from dragoman.types import Chunk, Clauses

_REACH = 14  # chunks that a walk may cross
_OBLIQUE = "ين"  # ends plurals of people that are no subject; its first letter where an owner follows
_SHORT = 4


def leans_on(clauses: Clauses, verb: int) -> int | None:
    """Verb-first: the verb whose subject a participle (مؤكدا) shares."""
    if clauses.tokens[clauses.chunks[verb].head].form != "ger":
        return None
    return main_verb(clauses, verb)


def governing(clauses: Clauses, verb: int) -> list[Chunk]:
    """Verb-first: what a relative or a clause's opening puts before the verb, else the phrase behind it."""
    if first_person(clauses, clauses.chunks[verb].head):
        return []
    before = clauses.chunks[verb - 1] if verb else None
    ahead = _ahead(clauses, verb, before) if before is not None else None
    if ahead is not None:
        return ahead
    between = _behind_auxiliary(clauses, verb)
    if between is not None:
        return row_right(clauses, between)
    behind = None if several(clauses, clauses.chunks[verb].head) else _behind(clauses, verb)
    if behind is not None:
        return _with_each(clauses, behind) or _nominative(clauses, row_right(clauses, behind))
    joined = before is not None and verb > 1 and _links(clauses, before)
    return _last_subject(clauses, verb) if joined else []


def _ahead(clauses: Clauses, verb: int, before: Chunk) -> list[Chunk] | None:
    """The subject before the verb; None where it has to be looked for behind."""
    if before.kind == "W":
        taken_up = _taken_up(clauses, verb) or _theirs(clauses, verb, before) or _resumed(clauses, verb)
        return antecedent(clauses, verb - 1) if taken_up is None else row_right(clauses, taken_up)
    if before.kind == "NP" and not is_time(clauses, before):
        if opens(clauses, verb - 1):
            return _fronted(clauses, verb, before)
        return [before] if _said_of(clauses, verb, before) else _topic(clauses, verb)
    if before.kind == "," and verb > 1:
        return row_left(clauses, verb - 2) if _named(clauses, verb - 2) else _topic(clauses, verb)
    return None


def _topic(clauses: Clauses, verb: int) -> list[Chunk] | None:
    """Who opens the clause before what says more of them: *الحوثيون* في صنعاء، اعتقلوا."""
    at = verb - 1
    while at > 0 and not opens(clauses, at):
        if clauses.chunks[at].kind not in ("NP", "P", "C", ",", "Q") or clauses.chunks[at - 1].kind == "VP":
            return None
        at -= 1
    part = clauses.chunks[at]
    if part.kind != "NP" or not part.mentions or is_time(clauses, part) or not _may_open(clauses, part, verb):
        return None
    return row_right(clauses, at)


def _may_open(clauses: Clauses, part: Chunk, verb: int) -> bool:
    """Whether the phrase names somebody at its head, and the verb can be said of them."""
    named = [clauses.mentions[number] for number in part.mentions]
    if named[0].kind in ("place", "pronoun"):
        return False
    man = named[0].kind == "person" and not named[0].plural and named[0].gender != "female"
    return not (man and feminine(clauses, clauses.chunks[verb].head))


def _theirs(clauses: Clauses, verb: int, relative: Chunk) -> int | None:
    """The subject behind a singular verb of people whom a relative describes: الذين أغلقت *مصانعهم*."""
    plural = clauses.tokens[relative.head].norm.endswith(_OBLIQUE)
    behind = clauses.chunks[verb + 1 : verb + 2]
    named = bool(behind) and behind[0].kind == "NP" and not suffixed(clauses, verb + 1)
    return verb + 1 if plural and named and not several(clauses, clauses.chunks[verb].head) else None


def _fronted(clauses: Clauses, verb: int, before: Chunk) -> list[Chunk] | None:
    """The phrase that opens the clause, unless the verb takes it up as object, or it is a by-line."""
    taken_up = _taken_up(clauses, verb) if _several_people(clauses, before) else None
    if taken_up is not None:
        return row_right(clauses, taken_up)
    named = [clauses.mentions[number] for number in before.mentions]
    man = (
        len(named) == 1
        and named[0].kind == "person"
        and named[0].title is None
        and named[0].gender != "female"
    )
    behind = clauses.chunks[verb + 1 : verb + 2]
    body = bool(behind) and any(clauses.mentions[number].kind != "person" for number in behind[0].mentions)
    if man and not named[0].plural and body and feminine(clauses, clauses.chunks[verb].head):
        return None
    return row_left(clauses, verb - 1)


def _said_of(clauses: Clauses, verb: int, before: Chunk) -> bool:
    """Whether a present verb says more of an indefinite thing right before it: قرار *يدين* إسرائيل."""
    head = clauses.tokens[before.head]
    definite = head.norm[:2] in clauses.grammar.anaphoric or before.mentions or head.tag != "NOUN"
    owned = before.stop - before.start > 1 and clauses.tokens[before.stop - 1].tag in ("PRON", "PROPN")
    governed = verb > 1 and clauses.chunks[verb - 2].kind == "P"
    present = (
        clauses.tokens[clauses.chunks[verb].head].form == "fin"
        and clauses.chunks[verb].head == clauses.chunks[verb].start
    )
    return present and not (definite or owned or governed)


def _nominative(clauses: Clauses, row: list[Chunk]) -> list[Chunk]:
    """The row up to people whose ending says that they are no subject: اتهم الحزب، *المتظاهرين*."""
    return next((row[:number] for number, part in enumerate(row) if _oblique(clauses, part)), row)


def _oblique(clauses: Clauses, part: Chunk) -> bool:
    """Whether people are named by an ending of the object; behind a number that ending tells nothing."""
    norm = clauses.tokens[part.head].norm
    kinds = {clauses.mentions[at].kind for at in part.mentions}
    plural = any(clauses.mentions[at].plural for at in part.mentions) or bool(
        kinds & {"group", "organisation"}
    )
    owned = "agent" in kinds and part.stop > part.head + 1 and norm[:2] not in clauses.grammar.anaphoric
    construct = owned and norm.endswith(_OBLIQUE[0]) and len(norm) > _SHORT
    ending = plural and (norm.endswith(_OBLIQUE) or construct)
    return part.start == part.head and (ending or (bool(kinds) and _agreeing(clauses, part)))


def _agreeing(clauses: Clauses, part: Chunk) -> bool:
    """Whether an adjective has that ending behind a plural that has none: القادة *الصوماليين*."""
    pair = [token.norm for token in clauses.tokens[part.head : min(part.head + 2, part.stop)]]
    definite = all(norm[:2] in clauses.grammar.anaphoric for norm in pair)
    return len(pair) == 2 and definite and pair[1].endswith(_OBLIQUE)


def _several_people(clauses: Clauses, part: Chunk) -> bool:
    """Whether people are named, whose verb behind them would be a plural."""
    return any(
        clauses.mentions[number].plural and clauses.mentions[number].kind == "agent"
        for number in part.mentions
    )


def _taken_up(clauses: Clauses, verb: int) -> int | None:
    """The subject behind a verb whose pronoun means what stands before it: الضحايا دفنتهم *السيول*."""
    behind = clauses.chunks[verb + 2 : verb + 3]
    singular = not several(clauses, clauses.chunks[verb].head)
    named = singular and suffixed(clauses, verb + 1) and bool(behind) and behind[0].kind == "NP"
    if not named or is_time(clauses, behind[0]):
        return None
    return verb + 2


def _resumed(clauses: Clauses, verb: int) -> int | None:
    """The subject behind a preposition with the pronoun of what is described: التي يسيطر عليها *الجيش*."""
    link = clauses.chunks[verb + 1 : verb + 4]
    if [part.kind for part in link[:2]] != ["P", "NP"] or several(clauses, clauses.chunks[verb].head):
        return None
    first = clauses.tokens[link[1].start]
    if first.tag != "PRON" or first.span.start > clauses.tokens[link[1].start - 1].span.stop:
        return None
    if link[1].stop > link[1].start + 1:
        return verb + 2
    behind = len(link) > 2 and link[2].kind == "NP" and not is_time(clauses, link[2])
    return verb + 3 if behind else None


def _with_each(clauses: Clauses, at: int) -> list[Chunk]:
    """The phrase at ``at`` and whom it counts: *كل* من *الفلبين* و*ماليزيا*; empty if it counts nobody."""
    link = clauses.chunks[at + 1 : at + 3]
    if [part.kind for part in link] != ["P", "NP"] or not link[1].mentions:
        return []
    counts = clauses.tokens[clauses.chunks[at].head].lemma in clauses.grammar.quantifiers
    if not counts or clauses.tokens[link[0].head].norm not in clauses.grammar.genitives:
        return []
    return [clauses.chunks[at], *row_right(clauses, at + 2, governed=True)]


def _links(clauses: Clauses, part: Chunk) -> bool:
    """Whether a verb right behind goes on with the subject of the one before: و, and حيث."""
    word = clauses.tokens[part.head].norm
    return part.kind == "C" or (part.kind == "S" and word in clauses.grammar.parallel)


def _named(clauses: Clauses, at: int) -> bool:
    """Whether somebody at the head of the clause stands before a comma: إن الرئيس، محمد الناصر، دعا."""
    part = clauses.chunks[at]
    return part.kind == "NP" and bool(part.mentions) and at > 0 and opens(clauses, at)


def _behind_auxiliary(clauses: Clauses, verb: int) -> int | None:
    """The subject between an auxiliary and its verb: كان رئيس الوزراء *قد وعد*."""
    for at in range(verb - 1, max(-1, verb - _REACH), -1):
        part = clauses.chunks[at]
        if part.kind == "VP":
            auxiliary = clauses.tokens[part.head].tag == "AUX" and clauses.chunks[at + 1].kind == "NP"
            return at + 1 if auxiliary and at + 1 < verb else None
        if part.kind not in ("NP", "P", "C", ","):
            return None
    return None


def _behind(clauses: Clauses, verb: int) -> int | None:
    """The noun phrase behind the verb, over what says when: قتل أمس ثلاثة جنود."""
    at = verb + 1
    while at < len(clauses.chunks):
        part = clauses.chunks[at]
        timely = part.head in clauses.timely or clauses.tokens[part.head].tag == "ADV"
        if suffixed(clauses, at) or _wish(clauses, at):
            at += 1
            continue
        if part.kind == "NP" and not is_time(clauses, part):
            return at
        if timely or (part.kind == "P" and clauses.chunks[at : at + 2][-1].head in clauses.timely):
            at += 1
        elif part.kind == "P" and (_circumstance(clauses, verb, at) or says_manner(clauses, at)):
            at += 2
        else:
            return None
    return None


def _wish(clauses: Clauses, at: int) -> bool:
    """Whether a pious wish stands there, which is one mark of several words."""
    return clauses.chunks[at].kind == "Q" and " " in clauses.tokens[clauses.chunks[at].head].text


def says_manner(clauses: Clauses, preposition: int) -> bool:
    """Whether the preposition and its noun only say how: بشدة، بأشد العبارات."""
    link = clauses.chunks[preposition : preposition + 2]
    if [part.kind for part in link] != ["P", "NP"] or link[1].mentions:
        return False
    tied = clauses.tokens[link[0].head].norm in clauses.grammar.content_prepositions
    head = clauses.tokens[link[1].head]
    return tied and bool({head.norm, head.norm.removeprefix("ال")} & clauses.grammar.manners)


def _circumstance(clauses: Clauses, verb: int, at: int) -> bool:
    """Whether the preposition leads to the place or occasion where something is said: قال في بيان الوزير."""
    grammar = clauses.grammar
    says = clauses.tokens[clauses.chunks[verb].head].lemma in grammar.reporting_verbs
    following = clauses.chunks[at + 1 : at + 2]
    word = clauses.tokens[clauses.chunks[at].head].norm
    occasion = word in grammar.participant_prepositions or word in grammar.place_prepositions
    return says and occasion and bool(following) and following[0].kind == "NP"


def _last_subject(clauses: Clauses, verb: int) -> list[Chunk]:
    """A coordinated verb without a subject of its own has that of the verb before.

    Behind a comma it may go on with an earlier one: أكد أن *بلاده* تعتبر أن الحرب ستطول، ولذلك تطلب.
    """
    if verb > 1 and clauses.chunks[verb - 2].kind == ",":
        far = _far_subject(clauses, verb)
        if far:
            return far
    for at in range(verb - 1, -1, -1):
        if clauses.chunks[at].kind == "VP":
            return governing(clauses, at)
        if clauses.chunks[at].kind == "." or (
            clauses.chunks[at].kind == "S" and not _links(clauses, clauses.chunks[at])
        ):
            return []
    return []


def _far_subject(clauses: Clauses, verb: int) -> list[Chunk]:
    """Somebody who governs an earlier verb of the sentence that agrees with this one."""
    for at in range(verb - 1, -1, -1):
        part = clauses.chunks[at]
        if part.kind == "VP" and _agree(clauses, part.head, clauses.chunks[verb].head):
            row = governing(clauses, at)
            if any(part.mentions for part in row):
                return row
    return []


def _agree(clauses: Clauses, one: int, other: int) -> bool:
    """Whether two verbs (tokens) may have one subject, by gender; of some, ت at the head tells nothing."""
    return any(_open(clauses, at) for at in (one, other)) or feminine(clauses, one) == feminine(
        clauses, other
    )


def _open(clauses: Clauses, verb: int) -> bool:
    token = clauses.tokens[verb]
    marks = clauses.grammar.feminine_endings
    return token.form == "past" and token.norm == token.lemma and token.norm[0] in marks

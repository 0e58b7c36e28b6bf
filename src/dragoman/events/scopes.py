"""Triggers that govern others: urge _ to withdraw is one REQUEST, not a RETREAT beside it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.documents.verbs import infinitival
from dragoman.documents.walks import finite
from dragoman.events.triggers import Match
from dragoman.types import Chunk, Clauses

# What the governed event makes of the governing one (PLOVER's modes of REQUEST, REJECT and THREATEN).
_YIELDING = ("RETREAT", "CONCEDE")
_THAT = "ذلك"
_NEAR = 12  # tokens behind the governing trigger within which the governed one says what is asked
_HELPING = ("AID", "SUPPORT", "COOPERATE")
_GOODWILL = frozenset({"AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
_HURTING = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "SANCTION", "THREATEN"})
_MODES: dict[str, dict[str, str]] = {
    "REQUEST": {**dict.fromkeys(_YIELDING, "yield"), **dict.fromkeys(_HELPING, "assist"), "CONSULT": "meet"},
    "REJECT": {**dict.fromkeys(_YIELDING, "yield"), **dict.fromkeys(_HELPING, "assist"), "CONSULT": "meet"},
    "THREATEN": {
        "ASSAULT": "violence",
        "MOBILIZE": "violence",
        "SANCTION": "relations",
        "COERCE": "restrict",
    },
}


def resolve(clauses: Clauses, matches: Sequence[Match]) -> list[tuple[Match, str | None]]:
    """The matches to code, each with its mode; those inside another's scope are left out."""
    kept: list[tuple[Match, str | None]] = []
    covered: set[int] = set()
    for match in sorted(matches, key=lambda found: (found.head, -found.stop)):
        if match.head in covered:
            continue
        inside: list[Match] = []
        if match.trigger.rule.scope:
            inside = _inside(clauses, match, matches)
            covered.update(other.head for other in inside)
        kept.append((match, match.trigger.rule.mode or _mode(clauses, match, inside)))
    return kept


def hollow(clauses: Clauses, match: Match, matches: Sequence[Match]) -> bool:
    """A promise to hurt is no AGREE, one of facts none at all; one that needs content asks for goodwill."""
    rule = match.trigger.rule
    if rule.type == "AGREE" and _same_mind(clauses, match):
        return True
    if "promise" in rule.needs and _of_facts(clauses, match):
        return True
    if rule.type != "AGREE" or not rule.scope:
        return False
    inside = _inside(clauses, match, matches)
    types = {other.trigger.rule.type for other in inside}
    if any(other.trigger.rule.type in _HURTING and not other.trigger.noun for other in inside[:1]):
        return True
    return "content" in rule.needs and not types & _GOODWILL


def _of_facts(clauses: Clauses, match: Match) -> bool:
    """Whether the clause behind tells what is or was, and promises nothing: assured them that all is well."""
    behind = clauses.chunks[clauses.at[match.stop - 1] + 1 :]
    for part in behind[_opening(clauses, behind) :]:
        if part.kind in (".", ",", "C"):
            return False
        if part.kind == "VP":
            grammar = clauses.grammar
            norms = {token.norm for token in clauses.tokens[part.start : part.stop]}
            coming = norms & (grammar.future_words | grammar.hypothetical_words | grammar.going)
            lemmas = {token.lemma for token in clauses.tokens[part.start : part.stop]}
            return finite(clauses, part) and not (coming or lemmas & grammar.future_verbs)
    return False


def _opening(clauses: Clauses, behind: Sequence[Chunk]) -> int:
    """How many chunks open the clause before its subject: that *despite the heat,* all is well."""
    comma = next((at for at, part in enumerate(behind) if part.kind == ","), 0)
    apart = any(part.kind == "P" for part in behind[:2]) and not any(
        part.kind == "VP" and finite(clauses, part) for part in behind[:comma]
    )
    return comma + 1 if comma and apart else 0


def _same_mind(clauses: Clauses, match: Match) -> bool:
    """Whether people only think the same: they *agreed that* the war is lost."""
    head = clauses.tokens[match.head]
    behind = clauses.tokens[match.head + 1 : match.head + 2]  # a deal *that* is a relative
    opens = head.tag == "VERB" and any(token.norm in clauses.grammar.complementizers for token in behind)
    return not clauses.grammar.verb_first and opens and _of_facts(clauses, match)


def aimless(clauses: Clauses, match: Match, matches: Sequence[Match]) -> bool:
    """Whether a rule wants a partner or a deed of goodwill, and no such deed stands in its scope."""
    inside = _inside(clauses, match, matches)
    kinds = {other.trigger.rule.type for other in inside if not _denied(clauses, other)}
    return "partner" in match.trigger.rule.needs and not kinds & _GOODWILL


def _inside(clauses: Clauses, match: Match, matches: Sequence[Match]) -> list[Match]:
    end = _end(clauses, match)
    return [other for other in matches if match.head < other.head < end]


def _mode(clauses: Clauses, match: Match, inside: Sequence[Match]) -> str | None:
    """What the first deed right in the scope makes of it; one of another clause, or denied, says nothing."""
    table = _MODES.get(match.trigger.rule.type, {})
    near = (other for other in inside if other.head < match.stop + _NEAR and _direct(clauses, match, other))
    return next((table[one.trigger.rule.type] for one in near if one.trigger.rule.type in table), None)


def _direct(clauses: Clauses, match: Match, other: Match) -> bool:
    """Whether no verb, clause or negation stands between: asked him *not* to meet, called for … to *call*."""
    if clauses.grammar.verb_first:
        return True
    here = clauses.at[other.head]
    head = clauses.chunks[here].head
    if other.trigger.noun and head >= other.stop and clauses.tokens[head].lemma in clauses.grammar.tellings:
        return False  # rejected the summit's *communique*
    last = clauses.chunks[clauses.at[match.stop - 1]]
    if (
        other.trigger.noun
        and clauses.tokens[match.stop - 1].norm in clauses.grammar.infinitives
        and last.kind == "VP"
    ):
        if clauses.tokens[last.head].lemma not in clauses.grammar.light_verbs:
            return False  # asked her to *tweet* her support
    between = clauses.chunks[clauses.at[match.stop - 1] + 1 : here]
    if _denied(clauses, other) or _purpose(clauses, between, other):
        return False
    return all(one.kind not in ("VP", "S", "W", ",", ".") for one in between)


def _purpose(clauses: Clauses, between: Sequence[Chunk], other: Match) -> bool:
    """Whether an infinitive says what the thing asked for is for: asked for troops *to stop* the looting."""
    part = clauses.chunks[clauses.at[other.head]]
    if other.trigger.noun or other.passive or not between or between[-1].kind != "NP":
        return False
    asked = clauses.tokens[between[-1].head].span
    infinitive = infinitival(clauses, part)
    return infinitive and not any(mention.span.overlaps(asked) for mention in clauses.mentions)


def _denied(clauses: Clauses, match: Match) -> bool:
    """Whether a negation stands before the trigger in its verb group: that it would *not* stop."""
    part = clauses.chunks[clauses.at[match.head]]
    return any(clauses.tokens[at].norm in clauses.grammar.negations for at in range(part.start, match.head))


def _end(clauses: Clauses, match: Match) -> int:
    """The token where the scope ends: the sentence's end, or a new clause with its own subject."""
    for at in range(clauses.at[match.stop - 1] + 1, len(clauses.chunks)):
        part = clauses.chunks[at]
        if part.kind == "." or clauses.tokens[part.head].text in ";؛":
            return part.start
        if part.kind == "C" and (_new_clause(clauses, at) or _tells_how(clauses, at)):
            return part.start
        if part.kind == "P" and _tells_when(clauses, at):
            return part.start
        if part.kind == "," and (_goes_on(clauses, at) or _closes_speech(clauses, at)):
            return part.start
        if part.kind == "," and _opens(clauses, match) and _new_clause(clauses, at):
            return part.start
    return len(clauses.tokens)


def _opens(clauses: Clauses, match: Match) -> bool:
    """Whether the trigger is a gerund before the main clause: *condemning* the raid, he praised her."""
    here = clauses.at[match.head]
    before = clauses.chunks[:here]
    alone = clauses.chunks[here].start == clauses.chunks[here].head  # is *investigating* is none
    gerund = alone and not match.trigger.noun and clauses.tokens[match.head].form == "ger"
    return gerund and not any(part.kind == "VP" for part in before) and not clauses.grammar.verb_first


def _tells_how(clauses: Clauses, at: int) -> bool:
    """Whether "and that" goes on with how all this came about, where verbs come first: *وذلك* خلال لقاء."""
    behind = clauses.chunks[at + 1 : at + 2]
    return clauses.grammar.verb_first and bool(behind) and clauses.tokens[behind[0].start].norm == _THAT


def _tells_when(clauses: Clauses, at: int) -> bool:
    """Whether what follows had come about before, where verbs come first: دعا إلى الحوار *بعد* مقتل ثلاثة."""
    grammar = clauses.grammar
    behind = clauses.chunks[at + 1 : at + 2]
    return (
        grammar.verb_first
        and clauses.tokens[clauses.chunks[at].head].norm in grammar.after
        and bool(behind)
        and behind[0].kind == "NP"
    )


def _closes_speech(clauses: Clauses, at: int) -> bool:
    """A comma beside a quotation mark ends what was said: “We want talks,” he said."""
    return any(part.kind == "Q" for part in clauses.chunks[max(0, at - 1) : at + 2])


def _new_clause(clauses: Clauses, at: int) -> bool:
    """After a coordinator: a finite verb, with or without a subject before it."""
    if [part.kind for part in clauses.chunks[max(0, at - 2) : at]] in (["S", "NP"], ["W", "NP"]):
        return False  # that he and his friends leave
    tail = clauses.chunks[at + 1 : at + 3]
    kinds = [part.kind for part in tail]
    verb = next((part for part in tail if part.kind == "VP"), None)
    if verb is None or clauses.tokens[verb.head].form in ("inf", "ger", "sub"):
        return False
    return kinds[0] == "VP" or kinds == ["NP", "VP"]


def _goes_on(clauses: Clauses, at: int) -> bool:
    """Whether a participle follows, or the verb of the clause around: …, stressing; Obama, …, condemned."""
    following = clauses.chunks[at + 1] if at + 1 < len(clauses.chunks) else None
    if following is None or following.kind != "VP":
        return False
    form = clauses.tokens[following.head].form
    return form == "ger" or (form in ("past", "fin") and not clauses.grammar.verb_first)

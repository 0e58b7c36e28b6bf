"""What tells the sides of a trigger only where verbs come first."""

from __future__ import annotations

from dragoman.documents.rows import antecedent, row_right
from dragoman.documents.verbs import suffixed
from dragoman.events.fillers import Filler, filler_of, genitive
from dragoman.events.triggers import Match
from dragoman.types import Chunk, Clauses, Mention

_REACH = 14  # chunks that a walk may cross
_NEAR = 3  # chunks behind a word of praise within which what is praised stands
_SPAN = 8  # chunks within which both sides of a relation stand
_ASIDE = 12  # chunks of an aside
_SURE = 0.7  # a mention below is a demonym that goes with some noun
_ARMED = frozenset({"COP", "MIL", "PRM", "REB", "UAF"})
_GIVING = frozenset({"AGREE", "AID", "SUPPORT", "CONCEDE"})
_COMMAS = frozenset("،,")
_HE = ("الذي", "الذين")  # after a feminine, other relatives may mean the noun before
_ACCUSATIVE = "ا"  # ends an indefinite object


def described(clauses: Clauses, verb: int) -> list[Chunk]:
    """What a relative describes, where a pronoun on its verb takes it up: *الجماعة* التي تقاتلها القوات."""
    relative = verb > 0 and clauses.chunks[verb - 1].kind == "W"
    if not clauses.grammar.verb_first or not relative or not suffixed(clauses, verb + 1):
        return []
    return antecedent(clauses, verb - 1)


def by_means(clauses: Clauses, match: Match) -> Filler | None:
    """Whose weapon or raid it was: قتل برصاص *الجيش*، قتل في غارة *أميركية*، قتل في هجوم شنه *الجيش*."""
    start = clauses.at[match.head]
    for at in range(start, min(len(clauses.chunks) - 1, start + _REACH)):
        part, behind = clauses.chunks[at], clauses.chunks[at + 1]
        verb = clauses.tokens[part.head]
        passive = verb.form == "pass" or verb.lemma in clauses.grammar.unmarked_passives
        suffers = passive and clauses.chunks[at - 1].kind == "C"
        if at > start and (part.kind in ("S", "W", ".") or (part.kind == "VP" and not suffers)):
            return None
        if part.kind != "P" or clauses.tokens[behind.head].norm not in clauses.grammar.means:
            continue
        link = clauses.tokens[part.head].norm
        if link in clauses.grammar.content_prepositions:
            inside = behind.mentions or genitive(clauses, behind)
            return Filler(mentions=tuple(inside[:1]), direct=True) if inside else None
        if link in clauses.grammar.amid:
            return _striker(clauses, at + 1)
    return None


def _striker(clauses: Clauses, at: int) -> Filler | None:
    """Who struck in the attack named at ``at``: its demonym, armed owner, or the subject of its own verb."""
    part, tail = clauses.chunks[at], clauses.chunks[at + 1 : at + 4]
    kinds = [one.kind for one in tail]
    armed = [n for n in part.mentions if _strikes(clauses.mentions[n])]
    if not armed and kinds[:1] == ["NP"]:
        armed = [n for n in tail[0].mentions[:1] if _strikes(clauses.mentions[n])]
    if (
        not armed
        and kinds[:2] == ["P", "NP"]
        and clauses.tokens[tail[0].head].norm in clauses.grammar.belonging
    ):
        armed = [n for n in tail[1].mentions[:1] if _strikes(clauses.mentions[n])]
    if (
        not armed
        and kinds[:2] == ["P", "NP"]
        and clauses.tokens[tail[0].head].norm in clauses.grammar.opponents
    ):
        return filler_of(clauses, row_right(clauses, at + 2, governed=True))
    if not armed and kinds == ["VP", "NP", "NP"] and clauses.tokens[tail[1].start].tag == "PRON":
        lemma = clauses.tokens[tail[0].head].lemma
        if lemma in clauses.grammar.light_verbs | clauses.grammar.performing:
            return filler_of(clauses, row_right(clauses, at + 3))
    return Filler(mentions=tuple(armed[:1]), direct=True) if armed else None


def _strikes(mention: Mention) -> bool:
    """Whether whoever is named beside an attack may be who strikes: a demonym, or somebody armed."""
    return (mention.kind == "country" and mention.score < _SURE) or bool(_ARMED.intersection(mention.sectors))


def last_described(clauses: Clauses, verb: int) -> Filler | None:
    """Whom a relative describes where a noun goes before: عمليات *التحالف* الذي يقصف."""
    if not clauses.grammar.verb_first or verb < 2 or clauses.chunks[verb - 1].kind != "W":
        return None
    row = (
        clauses.chunks[verb - 2 : verb - 1]
        if clauses.tokens[clauses.chunks[verb - 1].head].norm in _HE
        else ()
    )
    last = row[0].mentions[-1:] if row and not suffixed(clauses, verb + 1) else ()
    stop = clauses.tokens[row[0].stop - 1].span.stop if row else 0
    sure = [one for one in last if clauses.mentions[one].span.stop == stop]
    sure = [one for one in sure if clauses.mentions[one].kind not in ("place", "pronoun")]
    sure = [one for one in sure if clauses.mentions[one].score >= _SURE]
    return Filler(mentions=tuple(sure), direct=True) if sure else None


def behind_object(clauses: Clauses, match: Match) -> Filler | None:
    """The subject behind an object that the trigger names: تبنت الهجوم *الحركة*; عقد اجتماعا *الوزيران*."""
    last = match.stop - 1
    if not clauses.grammar.verb_first or len(match.tokens) < 2 or match.gap is not None:
        return None
    head, noun = clauses.at[match.head], clauses.tokens[last]
    between = clauses.chunks[head + 1 : clauses.at[last]]
    if any(part.kind != "NP" or part.mentions for part in between) or len(between) > 1:
        return None
    if not (noun.norm[:2] in clauses.grammar.anaphoric or noun.norm.endswith(_ACCUSATIVE)):
        return None
    end = noun.span.stop
    if any(mention.span.holds(noun.span) for mention in clauses.mentions):
        return None  # قصفت الطائرات الروسية المدنيين
    inside = [at for at in clauses.chunks[clauses.at[last]].mentions if clauses.mentions[at].span.start > end]
    if inside and not any(clauses.mentions[at].score < _SURE for at in inside):
        return Filler(mentions=tuple(inside[:1]), direct=True)
    behind = clauses.chunks[clauses.at[last] + 1 : clauses.at[last] + 2]
    if inside or not behind or behind[0].kind != "NP" or stands_apart(clauses, behind[0]):
        return None
    return filler_of(clauses, row_right(clauses, clauses.at[last] + 1))


def pairs_another(clauses: Clauses, match: Match, stop: int) -> bool:
    """Whether "between" goes with a noun behind the trigger's: اللقاء بحث سبل *التعاون* بين."""
    between = range(match.stop, stop)
    return any(
        clauses.tokens[at].tag == "NOUN"
        and clauses.tokens[at].norm.startswith(tuple(sorted(clauses.grammar.anaphoric)))
        and clauses.chunks[clauses.at[at] - 1].kind != "P"
        and at not in clauses.timely
        and not any(mention.span.holds(clauses.tokens[at].span) for mention in clauses.mentions)
        for at in between
    )


def stands_apart(clauses: Clauses, part: Chunk) -> bool:
    """Whether a pronoun stands by itself, which owns nothing: للاستقالة هو."""
    token = clauses.tokens[part.start]
    return token.tag == "PRON" and token.span.start > clauses.tokens[part.start - 1].span.stop


def qualifies(clauses: Clauses, preposition: int) -> bool:
    """Whether a preposition of belonging goes with an adjective before it: القوات *الموالية* للرئيس."""
    word = clauses.tokens[clauses.chunks[preposition].head].norm
    if not clauses.grammar.verb_first or word not in clauses.grammar.belonging or not preposition:
        return False
    before = clauses.tokens[clauses.chunks[preposition].start - 1].norm
    return before.removeprefix("ال") in clauses.grammar.relational


def related(clauses: Clauses, match: Match) -> Filler | None:
    """Whose relations somebody praises: العلاقات التي تربط *بلاده* ب*المغرب*، العلاقات بين *البلدين*."""
    start = clauses.at[match.stop - 1]
    tail = range(start, min(len(clauses.chunks), start + _NEAR))
    bond = next((at for at in tail if _bond(clauses, at)), None)
    if match.trigger.rule.type != "SUPPORT" or bond is None:
        return None
    found: list[int] = []
    for part in clauses.chunks[bond + 1 : bond + _SPAN]:
        if part.kind in ("S", ".", ",") or (part.kind == "VP" and found):
            break
        found += [at for at in part.mentions[:1] if clauses.mentions[at].kind in ("country", "pronoun")]
    return Filler(mentions=tuple(found), direct=False) if len(found) > 1 else None


def _bond(clauses: Clauses, at: int) -> bool:
    """Whether the phrase names what ties two together."""
    part = clauses.chunks[at]
    words = clauses.tokens[part.start : part.stop]
    return part.kind == "NP" and any(token.lemma in clauses.grammar.shared for token in words)


def published(clauses: Clauses, number: int) -> bool:
    """Whether a mention only says where something was published: على *موقع* تويتر."""
    mention = clauses.mentions[number]
    part = next((one for one in clauses.chunks if number in one.mentions), None)
    if part is None or not {"BUS", "JRN"}.intersection(mention.sectors):
        return False
    inside = clauses.tokens[max(0, part.start - 1) : part.stop]
    return any(token.norm in clauses.grammar.outlets for token in inside)


def venue(clauses: Clauses, number: int) -> bool:
    """Whether a mention only says whose house it is in which they met: في *مقر* الوزارة."""
    start = clauses.mentions[number].span.start
    part = next((one for one in clauses.chunks if number in one.mentions), None)
    if part is None:
        return False
    inside = clauses.tokens[part.start : part.stop]
    return any(token.norm in clauses.grammar.venues for token in inside if token.span.stop <= start)


def beyond_aside(clauses: Clauses, subjects: set[int]) -> int | None:
    """The named phrase behind what parts it from the subject: استقبل الملك، في قصره، *الرئيس*.

    Where the subject's people are from (سكان من بلدة), then anything without a verb between two commas.
    """
    if not clauses.grammar.verb_first or not subjects:
        return None
    last = max(clauses.at[start] for start in subjects)
    behind = _over_origin(clauses, last + 1)
    stop = _over_commas(clauses, behind)
    if stop == last + 1 or stop >= len(clauses.chunks):
        return None
    part = clauses.chunks[stop]
    named = [clauses.mentions[number] for number in part.mentions]
    loose = ("place", "pronoun", "agent") if stop == behind else ("place", "pronoun")
    if part.kind != "NP" or not named or named[0].kind in loose:
        return None
    before = {clauses.mentions[at].entity for one in clauses.chunks[: last + 1] for at in one.mentions}
    apposed = named[0].kind == "person" and named[0].title is None
    return None if apposed or named[0].entity in before else stop


def receiver(clauses: Clauses, match: Match, subjects: set[int]) -> int | None:
    """Who gets what the trigger names, between its subject and that: سلمت فرنسا *الجيش* أسلحة."""
    last = clauses.tokens[match.stop - 1]
    indefinite = last.tag == "NOUN" and last.norm[:2] not in clauses.grammar.anaphoric
    if not clauses.grammar.verb_first or len(match.tokens) < 2 or not indefinite or not subjects:
        return None
    start, stop = max(clauses.at[at] for at in subjects) + 1, clauses.at[match.stop - 1]
    between = clauses.chunks[start:stop]
    kinds = {clauses.mentions[number].kind for part in between for number in part.mentions[:1]}
    named = [part.kind for part in between] == ["NP"] and kinds and not kinds & {"place", "pronoun"}
    return start if named and match.trigger.rule.type in _GIVING else None


def _over_origin(clauses: Clauses, at: int) -> int:
    """Behind "from" and whom or what it names: من بلدة صرين السورية; or behind whom somebody is loyal to."""
    link = clauses.chunks[at : at + 2]
    if [part.kind for part in link] != ["P", "NP"]:
        return at
    if clauses.tokens[link[0].head].norm not in clauses.grammar.genitives and not qualifies(clauses, at):
        return at
    here = at + 2
    while here < len(clauses.chunks) and _demonym(clauses, here):
        here += 1
    return here


def _demonym(clauses: Clauses, at: int) -> bool:
    part = clauses.chunks[at]
    doubtful = [clauses.mentions[number].score < _SURE for number in part.mentions]
    return part.kind == "NP" and bool(doubtful) and all(doubtful)


def _over_commas(clauses: Clauses, at: int) -> int:
    """Behind the comma that closes an aside which one at ``at`` opens."""
    if at >= len(clauses.chunks) or clauses.tokens[clauses.chunks[at].head].text not in _COMMAS:
        return at
    for stop in range(at + 1, min(len(clauses.chunks), at + _ASIDE)):
        if clauses.tokens[clauses.chunks[stop].head].text in _COMMAS:
            led = stop > at + 1 and clauses.chunks[at + 1].kind == "P"
            return stop + 1 if led or _told(clauses, at) else at
        if clauses.chunks[stop].kind not in ("NP", "P", "C"):
            return at
    return at


def _told(clauses: Clauses, comma: int) -> bool:
    """Whether an aside without a name begins behind the comma: الواقعة شرق المدينة."""
    part = clauses.chunks[comma + 1]
    return part.kind == "NP" and not any(clauses.mentions[number].kind != "place" for number in part.mentions)

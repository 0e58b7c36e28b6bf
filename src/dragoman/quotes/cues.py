"""Words of saying: where they stand, and who stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from dragoman.documents.rows import is_time, row_right
from dragoman.documents.subjects import subject
from dragoman.documents.verbs import main_verb
from dragoman.quotes.speakers import shared, somebody
from dragoman.resources import language_file, read_yaml
from dragoman.text import fold
from dragoman.types import Chunk, Clauses, Span

_REACH = 8  # chunks behind a verb within which the one stands whose words it passes on


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The lists of quotes.yml."""

    bare: frozenset[str]
    that: frozenset[str]
    direct: frozenset[str]
    participles: frozenset[str]
    conjunctions: frozenset[str]
    prefixes: tuple[str, ...]
    addressed: frozenset[str]
    impersonal: frozenset[str] = frozenset()
    relayed: frozenset[str] = frozenset()
    relays: frozenset[str] = frozenset()
    cited: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word of saying: its sentence, token and chunk, and the mentions (of the sentence) that say it.

    ``spoken`` tells whether somebody stands in the speaker's place at all, known or not; ``words`` is the
    noun phrase that stands there where it is no mention: an aide, the agency, the day.
    """

    clauses: Clauses
    token: int
    chunk: int
    speakers: tuple[int, ...]
    spoken: bool
    prefix: bool = False
    words: Chunk | None = None

    @property
    def beside(self) -> bool:
        """Whether the word stands beside an earlier one, behind a conjunction or a comma: … and said: “…”."""
        return self.chunk > 0 and self.clauses.chunks[self.chunk - 1].kind in ("C", ",", "Q")

    @property
    def inverted(self) -> bool:
        """Whether the speaker stands behind the word where the language puts it before: said Maliki."""
        if self.clauses.grammar.verb_first or not self.speakers:
            return False
        return self.clauses.mentions[self.speakers[0]].span.start > self.span.start

    @property
    def span(self) -> Span:
        """The word itself."""
        return self.clauses.tokens[self.token].span

    @property
    def lemma(self) -> str:
        """Its dictionary form."""
        return self.clauses.tokens[self.token].lemma


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of saying of ``language`` (ISO 639-1), folded."""
    table = read_yaml(language_file(language, "quotes.yml"), dict[str, tuple[str, ...]])
    sets = {
        name: frozenset(fold(word) for word in words) for name, words in table.items() if name != "prefixes"
    }
    prefixes = tuple(sorted((fold(word) for word in table["prefixes"]), key=len, reverse=True))
    return Vocabulary(prefixes=prefixes, **sets)


def find(clauses: Clauses, quotations: Sequence[Span]) -> list[Cue]:
    """The cues of a sentence that stand outside quotation marks, in order."""
    words = vocabulary(clauses.grammar.language)
    found: list[Cue] = []
    said = [span for span in quotations if span.overlaps(clauses.sentence.span)]
    for number, part in enumerate(clauses.chunks):
        cue = _cue(clauses, number, part, words)
        if cue is not None and not any(span.holds(cue.span) for span in said):
            found.append(_sharing(cue, found))
    return found


def _sharing(cue: Cue, earlier: Sequence[Cue]) -> Cue:
    """Two words of saying joined by a conjunction have one speaker: Maliki said that … and said …"""
    joined = cue.chunk > 0 and cue.clauses.chunks[cue.chunk - 1].kind == "C"
    if joined and earlier and not cue.inverted and not _own_subject(cue):
        return replace(cue, speakers=earlier[-1].speakers, spoken=earlier[-1].spoken)
    return cue


def _own_subject(cue: Cue) -> bool:
    """Whether a subject of its own follows the word, where the verb comes first: وقال لافروف."""
    if not cue.clauses.grammar.verb_first or not cue.speakers:
        return False
    return cue.clauses.mentions[cue.speakers[0]].span.start > cue.span.start


def _cue(clauses: Clauses, number: int, part: Chunk, words: Vocabulary) -> Cue | None:
    token = clauses.tokens[part.head]
    if part.kind == "VP" and _says(token.lemma, words):
        return None if token.norm in words.impersonal else _verb(clauses, number)
    if token.norm in words.participles or token.lemma in words.participles:
        return _participle(clauses, number)
    width = _prefix(clauses, part, words)
    return _according(clauses, part.start, width) if width else None


def _says(lemma: str, words: Vocabulary) -> bool:
    return lemma in words.bare or lemma in words.that or lemma in words.direct


def _verb(clauses: Clauses, number: int) -> Cue:
    undergone = not clauses.grammar.verb_first and _undergone(clauses, number)
    if undergone:
        whole = clauses.chunks[number].stop - clauses.chunks[number].start > 1
        row = shared(clauses, _by_whom(clauses, number)) if whole else []
    else:
        row = _relayed(clauses, number) or _speaker(clauses, number)
        row = row if clauses.grammar.verb_first else shared(clauses, row)
    return Cue(
        clauses=clauses,
        token=clauses.chunks[number].head,
        chunk=number,
        speakers=(speakers := heads(clauses, row)),
        spoken=bool(row) or undergone,
        words=None if speakers or clauses.grammar.verb_first else _words(clauses, row),
    )


def _words(clauses: Clauses, row: Sequence[Chunk]) -> Chunk | None:
    """The phrase whose head is a noun."""
    return next((part for part in row if clauses.tokens[part.head].tag in ("NOUN", "PROPN")), None)


def _undergone(clauses: Clauses, number: int) -> bool:
    """Whether the subject is told, reported or found, and says nothing: she *was told* that all had left."""
    part = clauses.chunks[number]
    if clauses.tokens[part.head].form != "part":
        return False
    passive = any(token.lemma == "be" for token in clauses.tokens[part.start : part.head])
    if not passive:  # a book *written* by a friend
        return part.stop - part.start == 1 and bool(_by_whom(clauses, number))
    return clauses.tokens[part.head].lemma not in vocabulary(clauses.grammar.language).cited


def _by_whom(clauses: Clauses, number: int) -> list[Chunk]:
    """Who says it, right behind a passive verb: was told by *an aide*."""
    behind = clauses.chunks[number + 1 : number + 3]
    if [part.kind for part in behind] != ["P", "NP"]:
        return []
    agent = clauses.tokens[behind[0].head].norm in clauses.grammar.agent_prepositions
    return [behind[1]] if agent else []


def _relayed(clauses: Clauses, number: int) -> list[Chunk]:
    """Whose words somebody passes on: نقلت الوكالة عن *تميم*."""
    words = vocabulary(clauses.grammar.language)
    if clauses.tokens[clauses.chunks[number].head].lemma not in words.relayed:
        return []
    for at in range(number + 1, min(len(clauses.chunks) - 1, number + _REACH)):
        part = clauses.chunks[at]
        if part.kind in ("VP", "S", "W", "."):
            return []
        if part.kind == "P" and clauses.tokens[part.head].norm in words.relays:
            return [clauses.chunks[at + 1]]
    return []


def _speaker(clauses: Clauses, number: int) -> list[Chunk]:
    """The subject; in English also behind the verb, where what was said stands before: "…," said Maliki."""
    if not clauses.grammar.verb_first and number + 1 < len(clauses.chunks):
        before = clauses.chunks[number - 1].kind if number else "Q"
        behind = clauses.chunks[number + 1]
        closing = _closes_speech(clauses, number)
        known = closing or somebody(clauses, behind, clauses.tokens[clauses.chunks[number].head].lemma, ())
        named = heads(clauses, [behind]) or (behind.mentions and known)
        inverts = behind.kind == "NP" and named and not is_time(clauses, behind)
        if clauses.tokens[clauses.chunks[number].head].form in ("ger", "inf"):
            inverts = False  # calling it a mistake
        if before in ("Q", ",") and inverts and (closing or not _acts(clauses, number + 1)):
            return row_right(clauses, number + 1)
    return subject(clauses, number)


def _closes_speech(clauses: Clauses, number: int) -> bool:
    """Whether a quotation mark stands right before the verb, or before the comma there: “…,” said."""
    return any(part.kind == "Q" for part in clauses.chunks[max(0, number - 2) : number])


def _acts(clauses: Clauses, at: int) -> bool:
    """Whether the phrase has a verb of its own behind it: said *she supported* the plan."""
    following = clauses.chunks[at + 1 : at + 2]
    if not following or following[0].kind != "VP":
        return False
    return following[0].stop - following[0].start > 1 or clauses.tokens[following[0].head].form not in (
        "ger",
        "inf",
        "part",
    )


def _participle(clauses: Clauses, number: int) -> Cue:
    """A participle of saying (مؤكدا) has the subject of the verb before it."""
    head = clauses.chunks[number].head
    main = main_verb(clauses, number)
    if main is not None:
        row = subject(clauses, main)
        return Cue(clauses=clauses, token=head, chunk=number, speakers=heads(clauses, row), spoken=bool(row))
    return Cue(clauses=clauses, token=head, chunk=number, speakers=(), spoken=False)


def _prefix(clauses: Clauses, part: Chunk, words: Vocabulary) -> int:
    """How many tokens of "according to" or the like begin at the chunk; 0 if none."""
    first = clauses.tokens[part.start].norm
    for prefix in words.prefixes:
        if not prefix.startswith(first):
            continue
        parts = prefix.split()
        tokens = clauses.tokens[part.start : part.start + len(parts)]
        if [token.norm for token in tokens] == parts:
            return len(parts)
    return 0


def _according(clauses: Clauses, start: int, width: int) -> Cue | None:
    """ "According to" somebody; not according to a plan."""
    following = start + width
    speakers: tuple[int, ...] = ()
    spoken = True
    if following < len(clauses.tokens):
        speakers = heads(clauses, [clauses.chunks[clauses.at[following]]])
        spoken = clauses.tokens[following].tag != "PRON"  # على حد قوله
    if spoken and not speakers:
        return None
    return Cue(
        clauses=clauses,
        token=start,
        chunk=clauses.at[min(following, len(clauses.tokens) - 1)],
        speakers=speakers,
        spoken=spoken,
        prefix=True,
    )


def heads(clauses: Clauses, row: Sequence[Chunk]) -> tuple[int, ...]:
    """The mentions (indices in the sentence) that are the heads of the phrases in ``row``."""
    found: list[int] = []
    for part in row:
        head = clauses.tokens[part.head].span
        holding = (number for number in part.mentions if clauses.mentions[number].span.holds(head))
        found.extend(number for number in holding if clauses.mentions[number].kind != "place")
    return tuple(found)

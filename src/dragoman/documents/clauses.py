"""Light syntax: a sentence as a row of chunks, and who stands where around a verb.

No parser: noun phrases, verb groups, prepositions and the marks between them, found from the tags. The
walks below (subject, object, after a preposition) are written over chunks, so that they serve every
language; the order of words comes from the language's grammar file.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dragoman.documents.asides import past_affiliation
from dragoman.types import (
    Chunk,
    ChunkKind,
    Clauses,
    DateExpression,
    Document,
    Grammar,
    Mention,
    Sentence,
    Token,
)

_NOMINAL = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"})
_BOUND = 4  # adverbs before a number: at least about fifty men


def chunk(
    sentence: Sentence, mentions: Sequence[Mention], when: frozenset[int], grammar: Grammar, first: int = 0
) -> Clauses:
    """Cut a sentence into chunks.

    Args:
        sentence: the sentence with its tokens.
        mentions: the mentions of this sentence, in order.
        when: indices of tokens that belong to an expression of time.
        grammar: the language's word order and function words.
        first: index of the first of ``mentions`` among the document's.
    """
    owner = _owners(sentence.tokens, mentions)
    chunks: list[Chunk] = []
    at = 0
    while at < len(sentence.tokens):
        made = _next(sentence.tokens, at, owner, grammar)
        made = _apart(made, sentence.tokens, when, grammar)
        made = _given(made, chunks, sentence.tokens, owner, grammar)
        if made.mentions:
            made = replace(made, stop=past_affiliation(sentence.tokens, made.stop, grammar))
        chunks.append(made)
        at = made.stop
    places = [0] * len(sentence.tokens)
    for number, part in enumerate(chunks):
        places[part.start : part.stop] = [number] * (part.stop - part.start)
    return Clauses(
        sentence=sentence,
        grammar=grammar,
        first=first,
        mentions=tuple(mentions),
        chunks=tuple(chunks),
        at=tuple(places),
        timely=when,
    )


def _apart(part: Chunk, tokens: Sequence[Token], when: frozenset[int], grammar: Grammar) -> Chunk:
    """What says when is a phrase of its own where nouns lead: اليوم الأحد | الرئيس; elsewhere no head."""
    opened = next((at for at in range(part.start, part.stop) if at not in when), part.stop)
    if part.mentions and not grammar.head_first and part.start < opened < part.stop:
        if tokens[opened].tag == "PROPN":  # On Monday | Finland said
            return Chunk(kind="NP", start=part.start, stop=opened, head=opened - 1)
    if part.kind == "NP" and not grammar.head_first and part.head in when:
        nouns = [at for at in range(part.start, part.head) if _is_noun(tokens[at]) and at not in when]
        owned = any(_owns(tokens[at], grammar) for at in range(part.start, part.head))
        return replace(part, head=nouns[-1]) if nouns and not owned else part
    if part.kind != "NP" or not grammar.head_first or (part.mentions and part.start not in when):
        return part
    first = part.start in when
    stop = next((at for at in range(part.start, part.stop) if (at in when) != first), part.stop)
    if stop == part.stop:
        return part
    return Chunk(kind="NP", start=part.start, stop=stop, head=_head(tokens, part.start, stop, grammar))


def _given(
    part: Chunk, before: Sequence[Chunk], tokens: Sequence[Token], owner: Sequence[int], grammar: Grammar
) -> Chunk:
    """Those who are given something are a phrase of their own: offered *the rebels* | talks."""
    verb = before[-1] if before else None
    if verb is None or verb.kind != "VP" or tokens[verb.head].lemma not in grammar.giving:
        return part
    last = next((at for at in range(part.start, part.stop - 1) if owner[at] > owner[at + 1]), part.stop)
    several = last < part.stop and tokens[last].norm != tokens[last].lemma
    if part.kind != "NP" or not several or tokens[last].tag != "NOUN":
        return part
    plural = tokens[last].norm.endswith(tuple(grammar.noun_plurals))
    follows = tokens[last + 1].tag in ("NOUN", "ADJ", "NUM")
    return replace(part, stop=last + 1, head=last) if plural and follows else part


def _owners(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[int]:
    """For each token the index of the mention that covers it, or -1."""
    owner = [-1] * len(tokens)
    for number, mention in enumerate(mentions):
        for at, token in enumerate(tokens):
            if mention.span.holds(token.span):
                owner[at] = number
    return owner


def _next(tokens: Sequence[Token], at: int, owner: Sequence[int], grammar: Grammar) -> Chunk:
    token = tokens[at]
    if owner[at] < 0:
        simple = _simple(token, tokens, at, grammar)
        if simple:
            return Chunk(kind=simple, start=at, stop=at + 1, head=at)
        verb = _verb_group(tokens, at, owner, grammar)
        if verb:
            return verb
    return _noun_phrase(tokens, at, owner, grammar)


def _simple(token: Token, tokens: Sequence[Token], at: int, grammar: Grammar) -> ChunkKind | None:
    if token.tag == "PUNCT":
        return "," if token.text in ",،;؛—–:()" or token.norm == "—" else "." if token.text in ".!?؟" else "Q"
    if token.norm in grammar.relatives and at and _relates(tokens, at, grammar):
        return "W"
    if token.tag == "SCONJ":
        return "S"
    if token.tag == "CCONJ":
        return "C"
    if token.tag == "ADP" or _leads_examples(tokens, at, grammar):
        return "P"
    if token.norm in grammar.infinitives and token.tag == "PART":
        return None if _infinitive(tokens, at, grammar) else "P"
    return None


def _leads_examples(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether the word begins what leads to examples: *such* as."""
    words = " ".join(token.norm for token in tokens[at : at + 2])
    return words in grammar.examples


def _relates(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a relative describes what stands before it: the call *which*, the call in *which* he spoke."""
    before = tokens[at - 1]
    if before.tag == "ADP":
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        noun = behind is not None and behind.tag == "NOUN"
        return not grammar.head_first and tokens[at].norm not in grammar.complementizers and not noun
    return before.tag in ("NOUN", "PROPN", "PRON", "PUNCT", "ADJ") and not _told(tokens, at, grammar)


def _told(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether "that" follows somebody who is told something: informed the Senate *that* …"""
    before, clitics = at - 1, grammar.owning - grammar.genitives
    while before >= 0 and (tokens[before].tag in _NOMINAL or tokens[before].norm in clitics):
        before -= 1
    told = tokens[at].tag == "SCONJ" and 0 <= before < at - 1
    return told and tokens[before].lemma in grammar.addressing


def _infinitive(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    at += 1
    while at < len(tokens) and tokens[at].tag == "ADV":
        at += 1
    return at < len(tokens) and (
        tokens[at].form == "inf" or tokens[at].norm in grammar.being | grammar.having
    )


def _verb_group(tokens: Sequence[Token], start: int, owner: Sequence[int], grammar: Grammar) -> Chunk | None:
    """Auxiliaries, negations and adverbs up to a verb; None if no verb group starts here."""
    at, head = start, -1
    while at < len(tokens) and owner[at] < 0:
        token = tokens[at]
        if token.tag == "VERB":
            head = at
            at += 1
            break
        if token.tag not in ("AUX", "PART", "ADV") or (token.norm in grammar.owning and token.tag == "PART"):
            break
        head = at if token.tag == "AUX" else head
        at += 1
    if head < 0:
        return None
    return Chunk(
        kind="VP",
        start=start,
        stop=max(at, head + 1) if tokens[at - 1].tag == "VERB" else head + 1,
        head=head,
    )


def _noun_phrase(tokens: Sequence[Token], start: int, owner: Sequence[int], grammar: Grammar) -> Chunk:
    at = start
    while at < len(tokens) and _continues(tokens, start, at, owner, grammar):
        at += 1
    at = max(at, start + 1)
    inside = tuple(dict.fromkeys(number for number in owner[start:at] if number >= 0))
    return Chunk(kind="NP", start=start, stop=at, head=_head(tokens, start, at, grammar), mentions=inside)


def _continues(tokens: Sequence[Token], start: int, at: int, owner: Sequence[int], grammar: Grammar) -> bool:
    """Whether the token still belongs to the noun phrase that began at ``start``."""
    token = tokens[at]
    if owner[at] >= 0:
        ends = grammar.head_first and at > start and owner[at - 1] >= 0 and owner[at - 1] != owner[at]
        return not ends and not (at > start and owner[at - 1] != owner[at] and token.tag == "PRON")
    if token.tag in _NOMINAL:
        after_mention = at > start and owner[at - 1] >= 0
        if grammar.head_first and after_mention:
            return token.tag == "ADJ"
        if grammar.head_first and token.tag == "NUM" and at > start and _is_noun(tokens[at - 1]):
            return at + 1 >= len(tokens) or not _is_noun(tokens[at + 1])  # في عفرين | عشرة مسلحين
        return not (
            at > start and token.tag in ("DET", "PRON") and tokens[at - 1].tag in ("NOUN", "PROPN", "PRON")
        )
    if _transparent(tokens, start, at, grammar):
        return True
    if _owns(token, grammar) or (token.text in ("-", "%", "$", "€", "£") and token.norm != "—"):
        return at > start or token.text in ("$", "€", "£")
    return token.tag == "ADV" and _describes(tokens, start, at, grammar)


def _describes(tokens: Sequence[Token], start: int, at: int, grammar: Grammar) -> bool:
    """Whether an adverb opens a phrase: *heavily* armed men, *more than* fifty men."""
    if at == start and at + 1 < len(tokens) and tokens[at + 1].tag in ("ADJ", "NUM"):
        return True
    behind = at
    while behind < len(tokens) and tokens[behind].tag == "ADV" and behind < start + _BOUND:
        behind += 1
    article = behind < len(tokens) and tokens[behind].tag == "DET"
    if article and tokens[behind].norm not in grammar.anaphoric:
        behind += 1  # at least *a* dozen
    opened = all(token.tag == "ADV" for token in tokens[start:at])
    return opened and not grammar.head_first and behind < len(tokens) and tokens[behind].tag == "NUM"


def _owns(token: Token, grammar: Grammar) -> bool:
    """Whether it marks an owner, or is a single mark, which parts no phrase in any language."""
    return token.norm == "'" or token.norm in grammar.possessives


def _is_noun(token: Token) -> bool:
    return token.tag in ("NOUN", "PROPN")


def _transparent(tokens: Sequence[Token], start: int, at: int, grammar: Grammar) -> bool:
    """A quotation mark or a conjunction between adjectives does not end a phrase: “substantial” Russian …"""
    if at == start or at + 1 >= len(tokens) or tokens[at + 1].tag not in ("ADJ", "NOUN", "PROPN"):
        return False
    before = tokens[at - 1].tag
    if tokens[at].tag == "CCONJ":
        after = tokens[at + 2].tag if at + 2 < len(tokens) else ""
        return before == "ADJ" and tokens[at + 1].tag == "ADJ" and after in ("NOUN", "ADJ")
    quote = tokens[at].tag == "PUNCT" and tokens[at].text in "\"“”‘’''``«»"
    owned = _owns(tokens[at - 1], grammar)
    return quote and (before in ("ADJ", "DET", "NUM") or owned) and at - start < 6


def _head(tokens: Sequence[Token], start: int, stop: int, grammar: Grammar) -> int:
    nouns = [at for at in range(start, stop) if tokens[at].tag in ("NOUN", "PROPN")]
    if not nouns and not grammar.head_first:
        return max((at for at in range(start, stop) if tokens[at].tag in _NOMINAL), default=stop - 1)
    if not nouns:
        return start
    return nouns[0] if grammar.head_first else nouns[-1]


def of_document(document: Document, grammar: Grammar) -> tuple[Clauses, ...]:
    """The sentences of ``document`` in chunks, in order."""
    starts = [mention.span.start for mention in document.mentions]
    rows = []
    for sentence in document.sentences:
        first = bisect_left(starts, sentence.span.start)
        last = bisect_left(starts, sentence.span.stop)
        when = timely(sentence, document.dates)
        rows.append(chunk(sentence, document.mentions[first:last], when, grammar, first))
    return tuple(rows)


def timely(sentence: Sentence, dates: Sequence[DateExpression]) -> frozenset[int]:
    """The tokens of ``sentence`` that belong to one of ``dates``."""
    spans = [found.span for found in dates if found.span.overlaps(sentence.span)]
    if not spans:
        return frozenset()
    tokens = enumerate(sentence.tokens)
    return frozenset(at for at, token in tokens if any(span.holds(token.span) for span in spans))

"""Who is meant by short forms: a surname, a bare title, a body by its first word, a pronoun on a noun."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.documents import grammar as grammars
from dragoman.documents.antecedents import Chain
from dragoman.documents.pronouns import reference
from dragoman.text import fold
from dragoman.types import Mention, Sentence

_ARTICLE = "ال"
_DETERMINER = 8  # code points before a noun in which its article stands
_BODIES = frozenset({"organisation", "group", "agent"})


def only_title(mention: Mention) -> bool:
    """Whether the mention is a title without a name: its head lies in its title."""
    return mention.title is not None and mention.title.holds(mention.head)


def bare_head(title: str) -> str:
    """The first word of a title without the article: نائب is no رئيس."""
    return title.split(maxsplit=1)[0].removeprefix(_ARTICLE)


def bare(word: str) -> str:
    """A surname without its article: al-Maliki and Maliki are one, المالكي too."""
    articles = ("al-", "el-", "al ", "as-", "an-", "ar-", "ash-")
    return next((word[len(article) :] for article in articles if word.startswith(article)), word)


def body_again(chains: Sequence[Chain], mention: Mention, text: str) -> Chain | None:
    """The body that its first word with the article means: الحركة, after حركة مشروع تونس; مسلحو التنظيم.

    Args:
        chains: of the report so far, in order of first mention.
        mention: a body or agent of which no country is known.
        text: the report's text.
    """
    words = fold(mention.span.text(text)).split()
    if mention.kind not in _BODIES or mention.country or not words[-1].startswith(_ARTICLE):
        return None
    body = mention.kind == "organisation"
    if len(words) > 2 - body:
        return None
    kinds = _BODIES if body else {"group"}
    head = words[-1].removeprefix(_ARTICLE)
    told = [chain for chain in chains if chain.kind in kinds and _begins(chain, head)]
    return max(told, key=lambda chain: chain.heard.order, default=None)


def agent_again(chains: Sequence[Chain], mention: Mention, text: str) -> Chain | None:
    """The one of a country that the same agent with the article means: الوفد, after وفد روسي."""
    words = fold(mention.span.text(text)).split()
    if mention.kind != "agent" or mention.country or not mention.names or not words[0].startswith(_ARTICLE):
        return None
    alike = [chain for chain in chains if chain.kind == "agent" and mention.names[0] in chain.names]
    known = [chain for chain in alike if chain.country]
    return known[0] if len(words) == 1 and len({chain.country for chain in known}) == 1 else None


def same_agent(chain: Chain, mention: Mention, text: str, language: str) -> bool:
    """Whether agents of one kind are the same: of one country and noun; several where "the" says so."""
    at = 0 if grammars.load(language).head_first else -1
    noun = fold(mention.span.text(text)).split()[at]
    if chain.country != mention.country or noun not in {title.split()[at] for title in chain.titles}:
        return False
    before = fold(text[max(0, mention.span.start - _DETERMINER) : mention.span.start]).split()[-1:]
    definite = noun.startswith(_ARTICLE) or not reference(language).definite.isdisjoint(before)
    return not mention.plural or mention.country is not None or definite


def _begins(chain: Chain, head: str) -> bool:
    return any(" " in title and bare_head(title) == head for title in chain.titles)


def suffix(sentence: Sentence | None, mention: Mention) -> str:
    """The pronoun at the end of a generic agent, which says whose it is: مواطنيها; "" without one."""
    if sentence is None or mention.kind != "agent":
        return ""
    for token in sentence.tokens:
        if token.span.stop == mention.span.stop and token.span.start > mention.span.start:
            return token.norm if token.tag == "PRON" else ""
    return ""

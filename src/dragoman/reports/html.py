"""A saved web page → one report, its article found by trafilatura.

Title, address and publisher are what the page's metadata say. The date of publication is taken from explicit
metadata alone: trafilatura's own guess also reads dates off the text and takes 25 تموز for 1 January.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from dragoman.errors import ReadError
from dragoman.reports.encodings import decode, table
from dragoman.reports.fields import Fields
from dragoman.reports.published import parse
from dragoman.reports.source import Source
from dragoman.types import Report, Skipped

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_KNOWN_CHARSET = re.compile(
    rb"utf-8|windows-125\d|cp125\d|iso-8859-\d\d?|koi8-[ru]|gb\w+|big5|euc-\w+|shift_jis", re.I
)
_MOST_BROKEN = 20  # bytes that may be wrong in a page that says it is UTF-8
_OPENED = re.compile(rb"<(?:html|body)\b", re.IGNORECASE)
_CLOSED = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:\S+\s+){6}\S+")

_DATES = (
    "//meta[@property='article:published_time' or @property='og:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)
_NAMED_DATES = frozenset(
    "pubdate publishdate publish_date publish-date publication_date article.published dc.date.issued "
    "dcterms.issued dc.date.created dcterms.created parsely-pub-date sailthru.date date dc.date".split()
)
_TITLES = (
    "//meta[@property='og:title']/@content",
    "//meta[@name='twitter:title']/@content",
    "//h1",
    "//title",
)
_ADDRESSES = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_PUBLISHERS = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")


def read(source: Source) -> Iterator[Report | Skipped]:
    """The page's article as one report.

    Raises:
        ReadError: the file is empty, binary, truncated or too large, or holds no article.
    """
    data = source.everything()
    if _OPENED.search(data) and not _CLOSED.search(data):
        raise ReadError("truncated", "the page is not closed: part of it is missing", path=source.path)
    page = _decode(data, source.path)
    tree = _tree(page, source.path)
    values: dict[str, object] = {**_metadata(tree), "text": _article(tree, source.path)}
    yield from Fields(values, source, pieces=True).build()


def _decode(data: bytes, path: str) -> str:
    declared = _CHARSET.search(data[:8192])
    if table(data) or declared is None or not _KNOWN_CHARSET.fullmatch(declared[1]):
        return decode(data, path)
    name = declared[1].decode("ascii")
    text = data.decode(name, "replace")
    if text.count("\ufffd") > _MOST_BROKEN:
        raise ReadError("encoding", f"says it is {name}, which it is not", path=path)
    return text


def _tree(page: str, path: str) -> HtmlElement:
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True)
    try:
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReadError("no-article", f"the page cannot be parsed: {error}", path=path) from error


def _article(tree: HtmlElement, path: str) -> str:
    import trafilatura

    try:
        document = trafilatura.bare_extraction(tree, include_comments=False)
        text = str(getattr(document, "text", None) or "").strip()
    except (ValueError, TypeError, AttributeError, IndexError, LookupError, RecursionError) as error:
        raise ReadError("no-article", f"no article found: {error}", path=path) from error
    if not any(_SENTENCE.search(line) for line in text.splitlines()):
        raise ReadError("no-article", "no article found in the page", path=path)
    return text


def _metadata(tree: HtmlElement) -> dict[str, str]:
    """The fields that the page states about itself."""
    linked = _linked_data(tree)
    found = {
        "title": _first(tree, _TITLES) or linked.get("title"),
        "url": _address(tree),
        "publisher": _first(tree, _PUBLISHERS) or linked.get("publisher"),
        "published": _published(tree, linked),
    }
    return {name: value for name, value in found.items() if value}


def _first(tree: HtmlElement, paths: tuple[str, ...]) -> str | None:
    for path in paths:
        for node in tree.xpath(path):
            words = node if isinstance(node, str) else node.text_content()
            if words.strip():
                return " ".join(words.split())[:1000]
    return None


def _address(tree: HtmlElement) -> str | None:
    address = _first(tree, _ADDRESSES)
    return address if address and address.startswith(("http://", "https://")) else None


def _published(tree: HtmlElement, linked: dict[str, str]) -> str | None:
    """The first stated date that names a day; where none does, the first, so that it is reported."""
    stated = [str(value) for path in _DATES for value in tree.xpath(path)]
    if "published" in linked:
        stated.append(linked["published"])
    for node in tree.xpath("//meta[@name and @content]"):
        if node.get("name").strip().lower() in _NAMED_DATES:
            stated.append(node.get("content"))
    return next((value for value in stated if parse(value)), stated[0] if stated else None)


def _linked_data(tree: HtmlElement) -> dict[str, str]:
    """What the first article among the page's JSON-LD blocks says of itself."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = msgspec.json.decode(str(script).encode("utf-8", "replace"))
        except (msgspec.MsgspecError, RecursionError):
            continue  # a page's broken metadata are as good as none
        for thing in _things(data):
            if "Article" in str(thing.get("@type")) or "datePublished" in thing:
                publisher = thing.get("publisher")
                name = publisher.get("name") if isinstance(publisher, dict) else publisher
                stated = {
                    "title": thing.get("headline"),
                    "publisher": name,
                    "published": thing.get("datePublished"),
                }
                return {key: value for key, value in stated.items() if isinstance(value, str)}
    return {}


def _things(data: object) -> list[dict[str, object]]:
    graph = data.get("@graph", [data]) if isinstance(data, dict) else data
    return [thing for thing in graph if isinstance(thing, dict)] if isinstance(graph, list) else []

from __future__ import annotations

import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from dragoman.errors import ReadError
from dragoman.reports import Source
from dragoman.reports.html import read
from dragoman.types import Report, Skipped

BODY = (
    "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav><h1>Ministers meet</h1><article>"
    "<p>The foreign ministers of the two countries met on Monday and spoke about water for three hours.</p>"
    "<p>They agreed to meet again on 25 July, a spokesman said after the talks had ended in the evening.</p>"
    "</article><footer>© Example 2016. All rights reserved.</footer>"
)


def page(head: str = "", body: str = BODY) -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def records(data: bytes) -> list[Report | Skipped]:
    return list(read(Source(path="x.html", stream=io.BytesIO(data))))


def report(data: bytes) -> Report:
    (found,) = records(data)
    assert isinstance(found, Report)
    return found


def test_metadata_that_the_page_states() -> None:
    head = (
        "<title>Ministers meet - Example</title><meta property='og:title' content='Ministers  meet'>"
        "<meta property='og:site_name' content='Example'><link rel='canonical' href='https://example.org/a'>"
        "<meta property='article:published_time' content='2016-07-20T08:00:00+02:00'>"
    )
    found = report(page(head))
    assert (found.title, found.publisher, found.url) == ("Ministers meet", "Example", "https://example.org/a")
    assert found.published == date(2016, 7, 20)
    assert found.text.startswith("The foreign ministers")
    assert "Home" not in found.text


@pytest.mark.parametrize(
    "head",
    [
        "<meta itemprop='datePublished' content='2016-07-20'>",
        "<meta name='Date' content='2016-07-20'>",
        "<meta name='pubdate' content='Wed, 20 Jul 2016 10:00:00 GMT'>",
        '<script type="application/ld+json">{"@type": "Article", "datePublished": "2016-07-20"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "Article", '
        '"datePublished": "2016-07-20"}]}</script>',
        "<meta name='date' content='20.07.16'><meta name='dc.date' content='2016-07-20'>",
        "<script type='application/ld+json'>{broken</script><meta name='date' content='2016-07-20'>",
    ],
)
def test_stated_dates(head: str) -> None:
    assert report(page(head)).published == date(2016, 7, 20)


def test_no_date_is_guessed_from_the_text() -> None:
    assert report(page()).published is None


def test_a_stated_date_that_is_none_is_noticed() -> None:
    found = records(page("<meta name='date' content='07/08/2016'>"))
    assert isinstance(found[0], Report)
    assert found[0].published is None
    assert isinstance(found[1], Skipped)
    assert found[1].reason == "bad-date"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (page(body="<nav><a href='/'>Home</a></nav><p>Sign in</p>"), "no-article"),
        (page(body=""), "no-article"),
        (b"<html></html>", "no-article"),
        (b"<!-- -->", "no-article"),
        (page()[:-20], "truncated"),
        (b"", "empty"),
    ],
)
def test_pages_without_an_article_are_skipped(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        records(data)
    assert caught.value.reason == reason


def test_the_declared_encoding_is_used_where_nothing_proves_another() -> None:
    text = "Größere Überraschungen könnten nach Ansicht der Minister folgen, sagte ein Sprecher in Köln."
    data = page("<meta charset='iso-8859-1'>", f"<article><p>{text}</p><p>{text}</p></article>").decode()
    assert text in report(data.encode("latin-1")).text
    assert text in report(data.encode("utf-8")).text  # which proves itself, whatever the page declares


def test_a_page_that_is_not_what_it_declares_is_skipped() -> None:
    text = "Größere Überraschungen könnten folgen. " * 20
    data = page("<meta charset='utf-8'>", f"<p>{text}</p>").decode().encode("latin-1")
    with pytest.raises(ReadError, match="which it is not"):
        records(data)


def test_an_xml_declaration_does_no_harm() -> None:
    assert report(b'<?xml version="1.0" encoding="iso-8859-6"?>' + page()).text.startswith("The foreign")


def test_deep_nesting_does_no_harm() -> None:
    data = page(body="<div>" * 20_000 + BODY + "</div>" * 20_000)
    try:
        words = report(data).text
    except ReadError as error:
        words = error.message
    assert "foreign ministers" in words or "article" in words


def test_nothing_is_written_to_standard_error(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page(body="<p>Sign in</p>"))
    program = "import sys; from dragoman.reports import read; list(read(sys.argv[1:]))"
    arguments = [sys.executable, "-c", program, str(tmp_path)]
    assert subprocess.run(arguments, check=True, capture_output=True).stderr == b""

"""What every reader promises, and what only one of them does."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import ReadError
from dragoman.reports import KEPT, READERS, Limits, Reader, Source, read
from dragoman.reports.fields import content_id, language
from dragoman.types import Report, Skipped

ENGLISH = (
    "The foreign ministers of the two countries met on Monday and spoke about water.\n"
    "They agreed to meet again in the spring, a spokesman said after the talks had ended."
)
ARABIC = (
    "بحث وزيرا خارجية البلدين يوم الاثنين ملف المياه في لقاء استمر ثلاث ساعات.\n"
    "واتفقا على لقاء آخر في الربيع، كما قال ناطق باسم الوزارة بعد انتهاء المحادثات."
)


def as_jsonl(text: str) -> bytes:
    return json.dumps({"id": "1", "text": text}, ensure_ascii=False).encode() + b"\n"


def as_csv(text: str) -> bytes:
    table = io.StringIO(newline="")
    csv.writer(table).writerows([["id", "text"], ["1", text]])
    return table.getvalue().encode()


def as_html(text: str) -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    return (
        f"<html><head><title>News</title></head><body><article>{paragraphs}</article></body></html>".encode()
    )


WRITERS: dict[str, Callable[[str], bytes]] = {
    "jsonl": as_jsonl,
    "csv": as_csv,
    "html": as_html,
    "plain": str.encode,
}
EVERY_READER = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)


def run(reader: Reader, data: bytes, limits: Limits | None = None) -> list[Report | Skipped]:
    source = Source(path="x", stream=io.BytesIO(data), limits=limits or Limits())
    try:
        return list(reader.read(source))
    except ReadError as error:
        return [Skipped(reason=error.reason, message=error.message, path=error.path, line=error.line)]


def outcome(records: list[Report | Skipped]) -> list[str]:
    return [record.reason if isinstance(record, Skipped) else "report" for record in records]


def lines(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def read_lines(data: bytes, limits: Limits | None = None) -> list[Report | Skipped]:
    return list(read(["-"], limits, io.BytesIO(data)))


def the_report(records: list[Report | Skipped]) -> Report:
    (report,) = [record for record in records if isinstance(record, Report)]
    return report


@EVERY_READER
@pytest.mark.parametrize("text", [ENGLISH, ARABIC])
def test_the_text_comes_out_as_it_was(reader: Reader, text: str) -> None:
    (report,) = run(reader, WRITERS[reader.name](text))
    assert isinstance(report, Report)
    assert report.text == text


@EVERY_READER
def test_an_empty_file_is_skipped(reader: Reader) -> None:
    for data in (b"", b"\n \n\t\n", b"\xef\xbb\xbf"):
        records = run(reader, data)
        assert all(isinstance(record, Skipped) for record in records)
        assert outcome(records) == ["empty"]


@EVERY_READER
def test_a_binary_file_gives_no_report(reader: Reader) -> None:
    data = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 20
    records = run(reader, data)
    assert records
    assert not {"report"} & set(outcome(records))


@EVERY_READER
@pytest.mark.parametrize("text", [ENGLISH, ARABIC])
def test_a_truncated_file_never_gives_half_a_report(reader: Reader, text: str) -> None:
    data = WRITERS[reader.name](text)
    if reader.name == "plain":  # nothing marks the end of a plain text but a character cut in two
        data = ARABIC.encode()
        cuts = [len("بحث وزيرا خارجية".encode()) - 1, len(data) - 4]
    else:
        cuts = [len(data) * part // 20 for part in range(1, 19)]
    for cut in cuts:
        records = run(reader, data[:cut])
        assert "report" not in outcome(records), cut


@EVERY_READER
def test_a_text_beyond_the_limit_is_skipped(reader: Reader) -> None:
    records = run(reader, WRITERS[reader.name](ENGLISH), Limits(text=50))
    assert outcome(records) == ["too-long"]


@EVERY_READER
def test_a_text_in_utf16_is_read(reader: Reader) -> None:
    data = WRITERS[reader.name](ARABIC).decode().encode("utf-16")
    assert the_report(run(reader, data)).text == ARABIC


@EVERY_READER
def test_a_text_in_an_eight_bit_table_is_read(reader: Reader) -> None:
    data = WRITERS[reader.name](ARABIC).decode().encode("cp1256")
    assert the_report(run(reader, data)).text == ARABIC


@EVERY_READER
def test_a_text_in_an_unknown_table_is_skipped(reader: Reader) -> None:
    data = WRITERS[reader.name]("Größere Überraschungen könnten folgen, heißt es.").decode().encode("latin-1")
    assert outcome(run(reader, data)) == ["encoding"]


@EVERY_READER
@given(data=st.binary(max_size=400))
def test_any_bytes_give_reports_or_reasons(reader: Reader, data: bytes) -> None:
    for record in run(reader, data, Limits(line=100, text=200, file=300)):
        assert isinstance(record, Report | Skipped)
        assert isinstance(record, Skipped) or 0 < len(record.text) <= 200


@given(cuts=st.lists(st.binary(max_size=40), max_size=6), at=st.integers(0, 60))
def test_any_bytes_inside_a_record_give_reports_or_reasons(cuts: list[bytes], at: int) -> None:
    for reader in READERS[:2]:
        data = WRITERS[reader.name](ENGLISH)
        for cut in cuts:
            data = data[:at] + cut + data[at:]
        assert all(isinstance(record, Report | Skipped) for record in run(reader, data))


def test_all_the_fields_of_a_line() -> None:
    record = {
        "id": "a1",
        "text": ARABIC,
        "title": " لقاء ",
        "language": "ara",
        "published": "2015-08-09 17:43:29",
        "publisher": "Example Agency",
        "url": "https://example.org/a",
        "colour": {"unknown": 1},
    }
    assert read_lines(lines(record)) == [
        Report(
            id="a1",
            text=ARABIC,
            title="لقاء",
            language="ar",
            published=date(2015, 8, 9),
            publisher="Example Agency",
            url="https://example.org/a",
        )
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"published": "09/08/2015"}, ["report", "bad-date"]),
        ({"published": "soon"}, ["report", "bad-date"]),
        ({"published": 20150809}, ["report", "bad-field"]),
        ({"published": None}, ["report"]),
        ({"published": ""}, ["report"]),
        ({"language": "Klingon"}, ["report", "bad-language"]),
        ({"title": ["a"]}, ["report", "bad-field"]),
        ({"title": "a\0b"}, ["report", "bad-field"]),
        ({"url": "javascript:alert(1)"}, ["report", "bad-field"]),
        ({"id": 17}, ["report"]),
        ({"id": True}, ["report", "bad-field"]),
        ({"id": None}, ["report"]),
        ({"text": None}, ["no-text"]),
        ({"text": " \n"}, ["no-text"]),
        ({"text": 5}, ["bad-field"]),
        ({"text": "a\0b"}, ["nul"]),
    ],
)
def test_odd_fields(fields: dict[str, object], expected: list[str]) -> None:
    records = read_lines(lines({"text": ENGLISH, **fields}, {"id": "next", "text": ARABIC}))
    assert outcome(records) == [*expected, "report"]
    assert all(record.line == 1 and record.path == "-" for record in records if isinstance(record, Skipped))
    assert KEPT.issuperset(expected[1:])


def test_bad_lines_are_named_and_the_rest_goes_on() -> None:
    data = b"\n".join(
        [
            b'{"id": "1", "text": "A first report."}',
            b"{broken",
            b"[1, 2]",
            b"",
            b'{"title": "no text"}',
            b'{"text": "half \\ud800 a character"}',
            b"[" * 100_000,
            b'{"text": "cut off, so that nothing',
            b'{"id": "2", "text": "A last report."}\r',
        ]
    )
    records = read_lines(data)
    assert [(record.reason, record.line) for record in records if isinstance(record, Skipped)] == [
        ("bad-json", 2),
        ("bad-json", 3),
        ("no-text", 5),
        ("surrogate", 6),
        ("bad-json", 7),
        ("bad-json", 8),
    ]
    assert [record.id for record in records if isinstance(record, Report)] == ["1", "2"]


def test_lines_end_at_line_feeds_alone() -> None:
    text = "One.\u2028Two.\u2029Three.\x0bFour.\x85Five."
    data = json.dumps({"text": text}, ensure_ascii=False).encode() + b"\n"
    assert the_report(read_lines(data)).text == text


class Endless(io.RawIOBase):
    """``size`` bytes that are never all in memory."""

    def __init__(self, head: bytes, size: int, tail: bytes) -> None:
        self._parts: Iterator[bytes] = iter([head, *[b"x" * 1_000_000] * (size // 1_000_000), tail])

    def read(self, size: int = -1, /) -> bytes:
        return next(self._parts, b"")


@pytest.mark.parametrize("reader", READERS[:2], ids=lambda reader: reader.name)
def test_a_huge_line_is_skipped_in_bounded_memory(reader: Reader) -> None:
    head, last = (b"id,text\n", b"\n2,A last report.\n")
    if reader.name == "jsonl":
        head, last = b'{"id": "1", "text": "A first report."}\n', b'\n{"id": "2", "text": "A last report."}'
    stream = cast(BinaryIO, Endless(head, 50_000_000, last))
    tracemalloc.start()
    records = list(reader.read(Source(path="x", stream=stream)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 25_000_000
    assert outcome(records)[-2:] == ["too-long-line", "report"]
    assert [record.line for record in records if isinstance(record, Skipped)] == [2]


def test_a_line_of_just_the_limit_is_read() -> None:
    line = as_jsonl("x" * 100)
    assert outcome(read_lines(line, Limits(line=len(line) - 1))) == ["report"]
    assert outcome(read_lines(line, Limits(line=len(line) - 2))) == ["too-long-line"]
    assert outcome(read_lines(line.rstrip(), Limits(line=len(line) - 2))) == ["too-long-line"]


def test_ids_come_from_the_content_where_none_is_given() -> None:
    first, second = read_lines(lines({"text": ENGLISH}, {"text": ENGLISH, "title": "Talks"}))
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.id == content_id(None, ENGLISH) != second.id


def test_duplicate_ids_are_kept_once(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines({"id": "1", "text": ENGLISH}, {"id": "1", "text": ENGLISH}))
    (tmp_path / "b.jsonl").write_bytes(lines({"id": "1", "text": ARABIC}))
    first, *others = read([tmp_path])
    assert isinstance(first, Report)
    assert outcome(others) == ["duplicate-id", "duplicate-id"]
    places = [(Path(record.path).name, record.line) for record in others if isinstance(record, Skipped)]
    assert places == [("a.jsonl", 2), ("b.jsonl", 1)]
    messages = [record.message for record in others if isinstance(record, Skipped)]
    assert "the same text" in messages[0]
    assert "another text" in messages[1]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "en"), ("EN", "en"), ("eng", "en"), ("en-GB", "en"), ("ar_EG", "ar"), ("arz", "ar"),
        ("zh-Hant-TW", "zh"), ("iw", "he"), ("rus", "ru"), ("no", "no"), ("xx", None), ("english", None),
        ("", None),
    ],
)  # fmt: skip
def test_language_codes(code: str, expected: str | None) -> None:
    assert language(code) == expected


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_with_other_delimiters(delimiter: str) -> None:
    data = (
        delimiter.join(["ID", " Text ", "published"])
        + "\r\n"
        + delimiter.join(["7", "A report.", "2015-08-09"])
    )
    report = the_report(run(READERS[1], data.encode()))
    assert (report.id, report.text, report.published) == ("7", "A report.", date(2015, 8, 9))


def test_broken_rows_are_named_and_the_rest_goes_on() -> None:
    data = b'id,text\n1,"One\nreport."\n2\n3,"x" y\n\n4,Gr\xf6\xdfe\n5,a\0b\n6,Last report.\n7,"open'
    records = run(READERS[1], data)
    assert [(record.reason, record.line) for record in records if isinstance(record, Skipped)] == [
        ("bad-csv", 4),
        ("bad-csv", 5),
        ("encoding", 7),
        ("nul", 8),
        ("bad-csv", 10),
    ]
    assert [record.text for record in records if isinstance(record, Report)] == [
        "One\nreport.",
        "Last report.",
    ]


def test_a_table_without_a_text_column_is_skipped() -> None:
    assert outcome(run(READERS[1], b"id,body\n1,A report.\n")) == ["no-text"]


@pytest.mark.parametrize(
    ("data", "reason"), [(b"id,\0text\n1,x\n", "nul"), (b"id,t\x81\xfe\n1,x\n", "encoding")]
)
def test_a_header_that_is_no_text_is_not_taken_for_one_without_a_column(data: bytes, reason: str) -> None:
    assert outcome(run(READERS[1], data)) == [reason]


def test_a_long_cell_is_read() -> None:
    assert len(the_report(run(READERS[1], as_csv("word " * 60_000))).text) == 300_000


def test_files_folders_and_globs(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.jsonl").write_bytes(lines({"id": "b", "text": ENGLISH}))
    (tmp_path / "a.csv").write_bytes(as_csv("A row."))
    (tmp_path / "sub" / "c.txt").write_text(ARABIC, encoding="utf-8")
    (tmp_path / "sub" / "d.html").write_bytes(as_html(ENGLISH))
    (tmp_path / ".hidden.txt").write_text("not read", encoding="utf-8")
    texts = ["A row.", ENGLISH, ARABIC]
    whole = list(read([tmp_path]))
    assert [record.text for record in whole if isinstance(record, Report)] == [*texts, ENGLISH]
    globbed = list(read([str(tmp_path / "*.*l"), str(tmp_path / "**" / "*.txt")]))
    assert [record.text for record in globbed if isinstance(record, Report)] == [ENGLISH, ARABIC]


def test_what_cannot_be_opened_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    paths = [tmp_path / "none.txt", tmp_path / "*.csv", tmp_path / "empty", tmp_path / "gone.txt", "a\0b", ""]
    records = list(read(map(str, paths)))
    assert outcome(records) == ["unreadable", "unreadable", "empty", "unreadable", "unreadable", "unreadable"]
    assert [record.path for record in records if isinstance(record, Skipped)] == list(map(str, paths))
    assert outcome(list(read([tmp_path]))) == ["unreadable"]


def test_a_file_beyond_the_limit_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(ENGLISH, encoding="utf-8")
    assert outcome(list(read([tmp_path], Limits(file=20)))) == ["too-large"]


def test_mis_decoded_text_is_put_right_and_sound_text_is_not_touched() -> None:
    garbled = ARABIC.encode().decode("cp1256")
    odd = "vis-Ø£ -vis its neighbours, the “plan” held."
    first, second = read_lines(
        lines({"id": "1", "text": garbled, "title": garbled[:40]}, {"id": "2", "text": odd})
    )
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.text == ARABIC
    assert second.text == odd

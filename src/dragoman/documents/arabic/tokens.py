"""Text → Arabic tokens: clitics apart with exact spans, part of speech, verb form, lemma.

Conventions, for who reads the tokens:

* ``و`` ``ف`` are CCONJ, ``ب`` ``ل`` ``ك`` ADP, future ``س`` PART, pronoun suffixes PRON with ``norm`` = the
  suffix. A suffix always follows its host token without a space between.
* ``norm`` is folded (see ``dragoman.text.fold``) and keeps the article: للعراق gives ``ل`` and ``العراق``,
  whose span is the letters after the first ل. ``lemma`` drops the article and sound plurals: المسؤولون →
  مسؤول, زيارات → زيارة. Broken plurals stay (وزراء).
* A pious wish behind a name is one PUNCT: حفظه الله.
* A noun before a pronoun has its free spelling: وزرائه → وزراء + ه, حكومته → حكومة + ه.
* VERB has ``form`` past, fin (present), part (spelled as passive only) or ger (a participle that governs:
  مؤكدا, مشيرة إلى), lemma past 3ms; كان is AUX; ليس,
  لم, لن, لا, ما and قد, سوف are PART. Known names and words that nobody knows are PROPN.
"""

from __future__ import annotations

import re
import unicodedata

from dragoman.documents.arabic import blessings, clitics, lexicon, stems, words
from dragoman.documents.arabic.stems import Piece
from dragoman.documents.arabic.tagger import Word, tag
from dragoman.text import fold
from dragoman.types import Span, Token

_LETTERS = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08ff\ufb50-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
)
_TOKEN = re.compile(
    rf"(?P<arabic>[{_LETTERS}](?:[{_LETTERS}\u200c\u200d]*[{_LETTERS}])?)"
    r"|(?P<number>\d+(?:[.,٫٬:/]\d+)*)"
    r"|(?P<other>[^\W\d_](?:(?![\u0600-\u08ff])[\w'’&-])*)"
    r"|\.{2,}|[^\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\x00-\x1f]"
)
_BARE = re.compile("[ء-غف-ي]+")
_TATWEEL = "ـ"
_SYMBOLS = {"Sc", "Sm", "So", "Sk"}
_LONGEST_WORD = 40
_NEAR = 20_000  # code points around a word in which the same word may show how it is to be cut


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of ``text`` within ``span``, tagged.

    Args:
        text: the whole text of the report.
        span: the sentence, in code points.

    Returns:
        Tokens in order; their spans are exact and do not overlap.
    """
    matches = list(_TOKEN.finditer(text, span.start, span.stop))
    wishes = blessings.starts(text, span)
    found: list[Word] = []
    for index, match in enumerate(matches):
        wish = wishes.get(match.start())
        if wish:
            found.append(Word(wish, wish.text(text), "", "PUNCT"))
        elif found and match.start() < found[-1].span.stop:
            continue
        elif match.lastgroup == "arabic":
            following = matches[index + 1].group() if index + 1 < len(matches) else ""
            found.extend(_arabic(text, match.start(), match.end(), following))
        else:
            found.append(_plain(match))
    return tag(text, found)


def _plain(match: re.Match[str]) -> Word:
    word = match.group()
    span = Span(match.start(), match.end())
    if match.lastgroup == "number":
        return Word(span, fold(word), "", "NUM")
    if match.lastgroup == "other":
        return Word(span, fold(word), "", "PROPN" if word[0].isupper() else "X")
    symbol = word in "%٪" or unicodedata.category(word[0]) in _SYMBOLS
    return Word(span, word, "", "SYM" if symbol else "PUNCT")


def _arabic(text: str, start: int, stop: int, following: str) -> list[Word]:
    letters, places = _letters(text, start, stop)
    if not letters:
        return [Word(Span(start, stop), text[start:stop], "", "PUNCT")]
    pieces = _pieces(text, start, letters, following)
    found: list[Word] = []
    at = 0
    for piece in pieces:
        begin = places[at] if at else start
        at += piece.length
        end = places[at] if at < len(places) else stop
        found.append(Word(Span(begin, end), piece.spelling, piece.noun, "", piece.role))
    if any(word.span.start >= word.span.stop for word in found):  # a cut within a ligature
        return [Word(Span(start, stop), letters, "", "", "stem")]
    return found


def _letters(text: str, start: int, stop: int) -> tuple[str, list[int]]:
    """The letters of a written word without vowel marks and tatweel, and where each of them stands."""
    written = text[start:stop]
    if _BARE.fullmatch(written):
        return written, list(range(start, stop))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(written, start):
        plain = unicodedata.normalize("NFKC", letter) if letter >= "\ufb50" else letter
        for part in plain:
            if part != _TATWEEL and fold(part):
                letters.append({"ی": "ي", "ک": "ك", "ٱ": "ا"}.get(part, part))
                places.append(place)
    return "".join(letters), places


def _pieces(text: str, start: int, letters: str, following: str) -> tuple[Piece, ...]:
    whole = (Piece(len(letters), letters, "stem"),)
    if len(letters) > _LONGEST_WORD:
        return whole
    lists = words.load()
    if following in lists.whole_before.get(letters, ()):
        return whole
    if letters in lists.whole_unless_before_verb and not lexicon.verb(clitics.split(following)[-1].spelling):
        return whole
    pieces = clitics.split(letters)
    if len(pieces) == 1 and len(letters) > 4 and not stems.known(letters):
        return _seen_elsewhere(text, start, letters) or pieces
    return pieces


def _seen_elsewhere(text: str, start: int, letters: str) -> tuple[Piece, ...] | None:
    """An unknown word is cut after a clitic if the rest stands on its own somewhere near in the report.

    After و it is cut as well before م and hamza, with which names in و hardly go on.
    """
    rest = letters[1:]
    certain = letters[0] == "و" and rest[0] in "مأإآ"
    if letters[0] not in "وفبلك":
        return None
    if certain or text.find(f" {rest} ", max(0, start - _NEAR), start + _NEAR) >= 0:
        return (Piece(1, letters[0], "prefix"), Piece(len(rest), rest, "stem"))
    return None

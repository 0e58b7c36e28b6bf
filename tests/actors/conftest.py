"""A small directory, made up where it matters, and sentences as tokens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.actors.directory import Directory
from dragoman.actors.entries import Entry, read
from dragoman.documents.arabic.tokens import tokenize as arabic
from dragoman.documents.english.tokens import tokenize as english
from dragoman.documents.russian.tokens import tokenize as russian
from dragoman.types import Span, Token

LISTED = """
- id: IRQ
  kind: country
  code: IRQ
  names: {en: [Iraq, Republic of Iraq], ar: [العراق], ru: [Ирак]}
  demonyms: {en: [Iraqi], ar: [عراقي], ru: [иракский]}
  metonyms: {en: [Baghdad], ar: [بغداد]}
- id: USA
  kind: country
  code: USA
  names: {en: [United States, the United States of America], ar: [الولايات المتحدة]}
  demonyms: {en: [American], ar: [أمريكي]}
  metonyms: {en: [Washington], ar: [واشنطن]}
  abbreviations: {en: [US]}
- id: JOR
  kind: country
  code: JOR
  names: {en: [Jordan]}
  ambiguous: {en: [Jordan]}
- id: RUS
  kind: country
  code: RUS
  names: {en: [Russia], ar: [روسيا]}
  demonyms: {en: [Russian], ar: [روسي]}
- id: abkhazia
  kind: country
  code: GEO
  sectors: [PRE]
  names: {en: [Abkhazia]}
- id: islamic-state
  kind: group
  code: IMG
  sectors: [REB]
  names: {en: [Islamic State, Islamic State in Iraq and the Levant, Daesh], ar: [داعش]}
  abbreviations: {en: [ISIS, IS]}
- id: al-qaeda
  kind: group
  code: IMG
  sectors: [REB]
  names: {en: [al-Qaeda]}
- id: police
  kind: agent
  sectors: [COP]
  plural: true
  names: {en: [police, policemen], ar: [شرطة, رجال الأمن]}
- id: officer
  kind: agent
  sectors: [COP]
  names: {en: [police officer], ar: [متظاهرون]}
  ambiguous: {en: [trooper]}
- id: foreign-minister
  kind: title
  sectors: [GOV]
  names: {en: [foreign minister, minister of foreign affairs], ar: [وزير الخارجية]}
- id: person:rashid-karimov
  kind: person
  names: {en: [Rashid Karimov], ar: [رشيد كريموف], ru: [Рашид Каримов]}
  roles:
    - {title: foreign minister, country: RUS, sectors: [GOV], since: 2004-03-09}
- id: person:nouri-al-maliki
  kind: person
  names: {en: [Nouri al-Maliki], ar: [نوري المالكي]}
  roles:
    - {title: prime minister, country: IRQ, sectors: [GOV], since: 2006-05-20, until: 2014-09-08}
    - {title: member of parliament, country: IRQ, sectors: [LEG], since: 2018, until: 2021-10}
- id: person:jawad-al-maliki
  kind: person
  names: {en: [Jawad al-Maliki], ar: [جواد المالكي]}
  roles:
    - {title: general, country: IRQ, sectors: [MIL], since: 1990, until: 2003}
- id: person:george-stone
  kind: person
  names: {en: [George Stone]}
  roles:
    - {title: president, country: USA, sectors: [GOV], since: 1989-01-20, until: 1993-01-20}
- id: person:george-stone-junior
  kind: person
  names: {en: [George Stone]}
  roles:
    - {title: president, country: USA, sectors: [GOV], since: 2001-01-20, until: 2009-01-20}
"""

Reader = Callable[[str], tuple[Entry, ...]]


def tokens(text: str, language: str = "en") -> tuple[Token, ...]:
    """The tokens of one sentence."""
    whole = Span(0, len(text))
    if language == "ru":
        return russian(text, whole)
    return english(text, whole) if language == "en" else arabic(text, whole)


@pytest.fixture
def listing(tmp_path: Path) -> Reader:
    """Entries from the text of a file."""

    def entries(text: str) -> tuple[Entry, ...]:
        path = tmp_path / "listed.yml"
        path.write_text(text, encoding="utf-8")
        return read([path])

    return entries


@pytest.fixture
def directory(listing: Reader) -> Directory:
    """The directory of ``LISTED``."""
    return Directory(listing(LISTED))

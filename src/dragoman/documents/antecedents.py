"""What is known of one somebody while a report is read, and which of several a pronoun means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.types import Gender

NEAR = 1  # sentences over which "it" and "they" may reach
BACK = 4  # sentences over which a pronoun or a bare title may reach
_PERSONAL = ("male", "female")


@dataclass(slots=True, kw_only=True)
class Sight:
    """Where somebody was last mentioned: sentence, place in the order of mentions, and whether as subject."""

    where: int = -1
    order: int = -1
    subject: bool = False

    def rank(self) -> tuple[int, bool, int]:
        """The last sentence first, in it the subject, then the last mention; others count a sentence less."""
        return self.where - (not self.subject), self.subject, self.order


@dataclass(slots=True, kw_only=True)
class Chain:
    """What is known of one somebody while the report is read.

    ``told`` is where the report last spoke of it, ``heard`` where anybody did, in quotations too; ``owners``
    are the bodies whose office it holds, as written.
    """

    number: int
    kind: str
    names: set[str] = field(default_factory=set)
    last: str = ""
    words: frozenset[str] = frozenset()
    country: str | None = None
    sectors: tuple[str, ...] = ()
    titles: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    gender: Gender = ""
    plural: bool = False
    told: Sight = field(default_factory=Sight)
    heard: Sight = field(default_factory=Sight)

    def sight(self, *, quoted: bool) -> Sight:
        """Where it was last mentioned for those who read on inside, or outside, of a quotation."""
        return self.heard if quoted else self.told

    def see(self, sight: Sight, *, quoted: bool) -> None:
        """Remember a mention."""
        self.heard = sight
        if not quoted:
            self.told = sight


def antecedent(
    chains: Sequence[Chain], role: str, where: int, *, quoted: bool, speaker: Chain | None = None
) -> Chain | None:
    """The chain a pronoun of ``role`` in sentence ``where`` points to; None where none does, or two may.

    The last subject is meant; "it" and "they" reach less far. ``speaker`` is who says the quotation that the
    pronoun stands in, who does not call himself "he".
    """
    reach = BACK if role in _PERSONAL else NEAR
    fits = [
        chain
        for chain in chains
        if chain is not speaker
        and (sight := chain.sight(quoted=quoted)).where >= 0
        and where - sight.where <= reach
        and _agrees(chain, role)
        and (role in _PERSONAL or sight.subject)
    ]
    if role == "female":
        fits = [chain for chain in fits if chain.gender] or fits
    if not fits:
        return None
    best = max(fits, key=lambda chain: chain.sight(quoted=quoted).rank())
    return None if role in _PERSONAL and _doubtful(best, fits, quoted=quoted) else best


def _doubtful(best: Chain, fits: Sequence[Chain], *, quoted: bool) -> bool:
    """Whether another of the same sentence may be meant as well, neither being its subject."""
    sight = best.sight(quoted=quoted)
    return not sight.subject and any(
        other is not best and other.sight(quoted=quoted).where == sight.where for other in fits
    )


def _agrees(chain: Chain, role: str) -> bool:
    if role in _PERSONAL:
        return chain.kind == "person" and not chain.plural and chain.gender in ("", role)
    if role == "neuter":
        return chain.kind in ("country", "organisation", "group") and not chain.plural
    if role == "plural":
        return chain.plural or chain.kind in ("group",)
    return False

"""How two places lie to each other: one within the other, both in one region, both the same."""

from __future__ import annotations

from dragoman.actors.gazetteer import Candidate
from dragoman.types import Place

NEAR = 3.0  # degrees from a region's middle within which a place is taken to lie in it
CLOSE = 0.5  # and from another place, in whatever region that is
SAME = 0.7  # degrees within which a city and the province named for it are one


def division(other: Candidate, one: Candidate) -> bool:
    """Whether another place is, or lies in, the region in which ``one`` lies, or is close by."""
    if other.place == one.place or other.place.country != one.place.country:
        return False
    far = apart(other.place, one.place)
    if other.admin and one.admin:
        return far < CLOSE or (other.admin == one.admin and (far < NEAR or other.kind != "city"))
    return far < NEAR


def holds(outer: Candidate, inner: Candidate) -> bool:
    """Whether ``inner`` lies in ``outer``."""
    if outer.place.resolution > 2 or outer.place.country != inner.place.country:
        return False
    if outer.place.resolution >= inner.place.resolution or outer.kind in ("river", "water"):
        return False
    if outer.place.resolution == 1:
        return True
    if outer.admin and inner.admin:
        return outer.admin == inner.admin
    return not outer.admin and apart(outer.place, inner.place) < NEAR


def apart(one: Place, other: Place) -> float:
    """Degrees, along the wider side; none known counts as none."""
    if one.latitude is None or other.latitude is None or one.longitude is None or other.longitude is None:
        return 0.0
    return max(abs(one.latitude - other.latitude), abs(one.longitude - other.longitude))


def beside(one: Place, other: Place) -> bool:
    """Whether two rows stand for one place: a city and the province named for it."""
    if one.resolution == 1 or other.resolution == 1 or one.latitude is None or other.latitude is None:
        return one == other
    return one.country == other.country and apart(one, other) < SAME

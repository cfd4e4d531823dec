"""What a petition still lacks to be handled at once (TT 05/2021/TT-TTCP, Đ6.2, applied by analogy).

A message has no signature, so a complaint in a chat is only registered beforehand; a denunciation is never taken.
"""

from collections.abc import Container
from enum import StrEnum

from petitions.kinds import Kind


class Missing(StrEnum):
    """Name what a petition lacks, in the order in which it is asked for."""

    LANGUAGE = "language"  # in Vietnamese, or with a certified translation
    PLACE = "place"
    TIME = "time"
    NAME = "name"
    DECISION = "decision"  # the decision or act that is complained of
    REQUEST = "request"
    SIGNATURE = "signature"  # on paper


_NEEDED: dict[Kind, tuple[Missing, ...]] = {
    Kind.KHIEU_NAI: (Missing.NAME, Missing.DECISION, Missing.REQUEST, Missing.SIGNATURE),
    Kind.PHAN_ANH: (Missing.PLACE, Missing.TIME),
    Kind.KIEN_NGHI: (Missing.PLACE,),
}


def missing(
    kind: Kind, told: Container[str], *, place: bool = False, name: bool = False, paper: bool = False
) -> tuple[Missing, ...]:
    """Return what a petition lacks; `told` is what its words tell (`Proposal.told`)."""
    given = {Missing.PLACE: place, Missing.NAME: name, Missing.SIGNATURE: paper}
    needed = (Missing.LANGUAGE, *_NEEDED.get(kind, ()))
    return tuple(one for one in needed if not given.get(one) and one not in told)

"""The registers that the Front keeps beside petitions, and the figures that an entry of each may count."""

from collections.abc import Mapping

REGISTERS: Mapping[str, tuple[str, ...]] = {
    "supervision": ("supervisions_own", "supervisions_joint", "joint_building", "joint_democracy", "joint_land",
                    "joint_other"),
    "community_supervision": ("works", "works_wrong", "works_mended"),
    "review_conference": ("review_conferences",),
    "comment_session": ("comment_sessions",),
    "reception": ("receptions",),
    "dialogue": ("dialogues",),
}  # fmt: skip
"""Registers with the figures that their entries count."""

COUNTED = tuple(name for names in REGISTERS.values() for name in names)

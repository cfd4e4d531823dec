"""What doors hold of the records and hand on to acts: types only; a door never asks the records itself."""

from storage.drafts import Draft
from storage.groups import Group
from storage.ledgers import KeptEntry
from storage.lists import Load, QueueLine
from storage.media import Media, NewMedia
from storage.pages import Page
from storage.papers import Paper
from storage.people import Held, Visitor
from storage.petitions import Matter
from storage.registers import Reading
from storage.role_changes import Change, RoleChange
from storage.supervision import Late
from storage.templates import Kept
from storage.unit import Unit

__all__ = [
    "Change",
    "Draft",
    "Group",
    "Held",
    "Kept",
    "KeptEntry",
    "Late",
    "Load",
    "Matter",
    "Media",
    "NewMedia",
    "Page",
    "Paper",
    "QueueLine",
    "Reading",
    "RoleChange",
    "Unit",
    "Visitor",
]

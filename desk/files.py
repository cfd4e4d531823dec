"""Files that came after their petition: kept, and sealed into its history."""

from desk.office import Office
from desk.perform import INTERNAL, Doing, Saying, perform
from petitions.roles import SYSTEM
from petitions.workflow import Act
from storage.unit import Unit


async def keep(unit: Unit, office: Office, file: int, content: bytes) -> None:
    """Keep a fetched file; its entry states the hash of what is stored, so that a changed file is found.

    Does nothing where the petition was erased meanwhile, or another worker was quicker.
    """
    code = await unit.media.petition_of(file)
    if code is None:
        return
    case = await unit.petitions.load(code)
    digest = await unit.media.keep(file, content) if case else None
    if digest:
        await perform(
            unit, office, Doing(SYSTEM, code), Act.KEEP, Saying(INTERNAL, {"file": file, "sha256": digest})
        )

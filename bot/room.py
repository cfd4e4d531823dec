"""Room on the disk: measured where the data lie, told once when it runs short and once when it is back."""

import shutil
from pathlib import Path

from bot.reach import Reach
from bot.settings import Settings

_MEGABYTE = 1024**2


class Room:
    """Tells whether petitions may still be taken; the last room is kept for those that were."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        cure = f"new petitions are refused; make room where {settings.data} lies, or lower DANNGUYEN_LEAST_FREE_MB"
        self._told = Reach("disk_short", "disk_has_room", cure)

    def __call__(self) -> bool:
        """Look at the disk; True where more is free than is to be kept."""
        free = free_bytes(self._settings.data)
        if free >= self._settings.least_free_mb * _MEGABYTE:
            self._told.back()
            return True
        self._told.away(f"{free // _MEGABYTE} MB free")
        return False


def free_bytes(data: Path) -> int:
    """Return what is free where a data folder's database lies, or where the folder would be made."""
    place = (data / "postgresql").absolute()
    while not place.exists():
        place = place.parent
    return shutil.disk_usage(place).free

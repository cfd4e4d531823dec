"""Updates noted as answered: those that are ready while one statement runs go together into the next one."""

import asyncio

from handlers.telegram.turn import CHANNEL
from storage.inbound import Answered
from storage.unit import Store


class Answering:
    """Marks updates as answered; nobody waits for others that are not ready yet."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ready: list[tuple[Answered, asyncio.Future[None]]] = []
        self._noting: asyncio.Task[None] | None = None

    async def note(self, answered: Answered) -> None:
        """Return when it is kept that an update is answered. Raises: what made the statement fail."""
        kept = asyncio.get_running_loop().create_future()
        self._ready.append((answered, kept))
        if self._noting is None:
            self._noting = asyncio.create_task(self._note_all())
        await kept

    async def _note_all(self) -> None:
        while self._ready:
            together, self._ready = self._ready, []
            error = await self._tried([answered for answered, _kept in together])
            for _answered, kept in together:
                if kept.cancelled():
                    continue
                kept.set_exception(error) if error else kept.set_result(None)
        self._noting = None

    async def _tried(self, together: list[Answered]) -> Exception | None:
        try:
            async with self._store.single() as unit:
                await unit.inbound.done(CHANNEL, together)
        except Exception as error:  # noqa: BLE001 - it is theirs whose updates these are
            return error
        return None

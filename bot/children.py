"""Child processes: started, watched, started again when they die, ended with us."""

import asyncio
import shutil
import sys

import structlog

log = structlog.get_logger()
_PAUSES = (0.5, 1, 2, 5, 10)
_GRACE = 25


class Child:
    """A process of ours; it ends when we end, even if we are killed (where `setpriv` is installed)."""

    def __init__(self, name: str, *command: str, quiet: bool = False, after: float = 0.0) -> None:
        self.name = name
        self._after = after
        self._output = asyncio.subprocess.DEVNULL if quiet else None
        self._command = (*_leash(), sys.executable, *command)
        self._process: asyncio.subprocess.Process | None = None

    async def keep(self) -> None:
        """Start it after so many seconds and keep it running until cancelled, then end it."""
        await asyncio.sleep(self._after)
        deaths = 0
        try:
            while True:
                started = asyncio.get_running_loop().time()
                # In a session of its own: Ctrl+C in the terminal is for us, and we end it in its turn.
                self._process = await asyncio.create_subprocess_exec(
                    *self._command, stdout=self._output, start_new_session=True
                )
                code = await self._process.wait()
                lived = asyncio.get_running_loop().time() - started
                deaths = 0 if lived > _GRACE else deaths + 1
                log.warning("child_died", child=self.name, code=code, cure="it is started again")
                await asyncio.sleep(_PAUSES[min(deaths, len(_PAUSES) - 1)])
        finally:
            await self._end()

    async def _end(self) -> None:
        process = self._process
        if process is None or process.returncode is not None:
            return
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), _GRACE)
        except TimeoutError:
            process.kill()
            await process.wait()


def _leash() -> tuple[str, ...]:
    setpriv = shutil.which("setpriv")
    return (setpriv, "--pdeathsig", "TERM", "--") if setpriv else ()

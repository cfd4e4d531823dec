"""Where the model is kept: built once for what it is learnt from, in a folder that can be thrown away."""

import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from petitions.data import load_lessons, teaching
from petitions.learning import learn
from petitions.model import Model

_UNREADABLE = (OSError, ValueError, KeyError, EOFError, BadZipFile)


def load_model(folder: Path | None = None) -> Model:
    """Read the model from a folder (the user's cache by default); build it first where it is missing.

    Where nothing can be written it is built again at each start. Raises: ProgrammeError, as `load_examples`.
    """
    path = _file(folder or cache())
    with suppress(*_UNREADABLE):
        return _read(path)
    model = learn(load_lessons())
    with suppress(OSError):
        _write(model, path)
    return model


def load_newest(folder: Path) -> Model:
    """Read what was learnt last from officers' decisions beside this corpus, else the model of the corpus."""
    with suppress(*_UNREADABLE):
        return _read(_file(folder))
    return load_model()


def keep(model: Model, folder: Path) -> None:
    """Keep what was learnt beside this corpus; programs take it at their next start."""
    _write(model, _file(folder))


def forget(folder: Path) -> None:
    """Let the model of the corpus be in force again."""
    _file(folder).unlink(missing_ok=True)


def cache() -> Path:
    """Return the folder for what can be built again (XDG Base Directory)."""
    named = os.environ.get("XDG_CACHE_HOME")
    return (Path(named) if named else Path("~/.cache").expanduser()) / "dan-nguyen"


def fingerprint() -> str:
    """Return what changes with every change of the corpus or of how it is learnt."""
    digest = sha256()
    for path in teaching():
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _file(folder: Path) -> Path:
    return folder / f"model-{fingerprint()}.npz"


def _read(path: Path) -> Model:
    with np.load(path, allow_pickle=False) as kept:
        return Model(
            answers=tuple(kept["answers"].tobytes().decode().split("\n")),
            known=tuple(kept["known"].tobytes().decode().split("\n")),
            rarity=kept["rarity"],
            weights=kept["weights"].astype(np.float32),
        )


def _write(model: Model, path: Path) -> None:
    """Put the file in its place only when it is whole: several processes may build at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    try:
        with unfinished.open("wb") as file:
            np.savez(
                file,
                answers=_lines(model.answers),
                known=_lines(model.known),
                rarity=model.rarity,
                weights=model.weights.astype(np.float16),
            )
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _lines(words: tuple[str, ...]) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    return np.frombuffer("\n".join(words).encode(), np.uint8)


if __name__ == "__main__":
    load_model()
    sys.exit(0)

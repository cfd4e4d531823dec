"""The only place that encrypts: the master key's file, sealing, keyed look-ups and the keys of petitions."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from petitions.refusal import DanNguyenError

_NONCE = 12
_KEY = 32


class KeyFileError(DanNguyenError):
    """The key file cannot be used; the message says why and what to do."""


class SealError(DanNguyenError):
    """A sealed value does not open: another key, or changed bytes."""


class Box:
    """Seals and opens bytes (AES-256-GCM) and computes keyed look-ups (HMAC-SHA-256) under one master key.

    `purpose` is bound to each value: what was sealed for one purpose does not open for another.
    """

    def __init__(self, master: bytes) -> None:
        self._sealing = AESGCM(_derive(master, b"dannguyen/seal"))
        self._lookup = _derive(master, b"dannguyen/lookup")

    def __repr__(self) -> str:
        return "Box(…)"

    def seal(self, clear: bytes, purpose: str) -> bytes:
        """Return nonce and ciphertext (28 bytes longer than the clear bytes)."""
        return _seal(self._sealing, clear, purpose)

    def open(self, sealed: bytes, purpose: str) -> bytes:
        """Return the clear bytes. Raises: SealError."""
        return _open(self._sealing, sealed, purpose)

    def lookup(self, value: str, purpose: str) -> bytes:
        """Return the 32 bytes under which a value is found without being stored."""
        return hmac.digest(self._lookup, f"{purpose}\0{value}".encode(), hashlib.sha256)

    def new_petition_key(self) -> tuple["PetitionKey", bytes]:
        """Draw the key of a petition; return it and its wrapped form for storage."""
        raw = secrets.token_bytes(_KEY)
        return PetitionKey(raw), self.seal(raw, "petition-key")

    def petition_key(self, wrapped: bytes) -> "PetitionKey":
        """Unwrap a petition's key. Raises: SealError."""
        return PetitionKey(self.open(wrapped, "petition-key"))


class PetitionKey:
    """Seals the words and files of one petition; deleting its wrapped form makes them unreadable for ever."""

    def __init__(self, raw: bytes) -> None:
        self._cipher = AESGCM(raw)

    def __repr__(self) -> str:
        return "PetitionKey(…)"

    def seal(self, clear: bytes) -> bytes:
        """Return nonce and ciphertext."""
        return _seal(self._cipher, clear, "content")

    def open(self, sealed: bytes) -> bytes:
        """Return the clear bytes. Raises: SealError."""
        return _open(self._cipher, sealed, "content")


def load_key(file: Path) -> bytes:
    """Read the master key, making it on the first run (32 random bytes in hex, mode 0600).

    Raises: KeyFileError — readable by others, or not a key.
    """
    try:
        if not file.exists():
            _make_key(file)
        if file.stat().st_mode & 0o077:
            raise KeyFileError(f"The key file {file} can be read by others. Run: chmod 600 '{file}'")
        text = file.read_text("ascii", errors="replace").strip()
    except OSError:
        raise KeyFileError(
            f"The key file {file} cannot be read or made. Check who owns it and its folder."
        ) from None
    if len(text) != 2 * _KEY or not set(text) <= set("0123456789abcdef"):
        raise KeyFileError(f"The key file {file} does not hold a key. Put the saved copy back in its place.")
    return bytes.fromhex(text)


def _make_key(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    # Written whole under another name and linked: of two processes that start at once, one key wins.
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as stream:
        stream.write(secrets.token_hex(_KEY) + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    try:
        file.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _derive(master: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=_KEY, salt=None, info=info).derive(master)


def _seal(cipher: AESGCM, clear: bytes, purpose: str) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + cipher.encrypt(nonce, clear, purpose.encode())


def _open(cipher: AESGCM, sealed: bytes, purpose: str) -> bytes:
    try:
        return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], purpose.encode())
    except (InvalidTag, ValueError) as error:
        raise SealError("A sealed value does not open with this key.") from error

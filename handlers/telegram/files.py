"""Which file a Telegram message carries, in the channel-neutral form of the records."""

from typing import Any

from telegram import Message

from desk.filing import MAX_FILE_BYTES
from desk.letter import Letter, Line, say
from desk.records import NewMedia
from handlers.telegram.turn import Turn

CHANNEL = "telegram"
MAX_FILES = 10
"""Files of one petition or one answer."""
KINDS = ("document", "video", "animation", "voice", "audio", "video_note")
"""Attributes of a message that hold one file, in the order in which they are looked at."""


def file_of(message: Message) -> NewMedia | None:
    """Return the message's file, a photo in its largest size; None where it has none."""
    if message.photo:
        largest = message.photo[-1]
        return _media("photo", largest, message, mime="image/jpeg")
    # A GIF arrives as `animation` and, for older clients, as `document` too.
    kinds = ("animation", *KINDS) if message.animation else KINDS
    for kind in kinds:
        found = getattr(message, kind)
        if found:
            return _media(kind, found, message, mime=getattr(found, "mime_type", None))
    return None


def unfit(file: NewMedia | None, taken: int) -> Letter | None:
    """Return what to say of a file that cannot be taken beside those that were; None lets it in."""
    if file is None:
        return None
    if file.size is not None and file.size > MAX_FILE_BYTES:
        return say("file-too-big")
    return say("files-too-many", limit=MAX_FILES) if taken >= MAX_FILES else None


def fitting(message: Message, taken: int) -> tuple[NewMedia | None, Letter | None]:
    """Return the message's file where it can be taken beside others, and what to say of one that cannot."""
    found = file_of(message)
    wrong = unfit(found, taken)
    return (None, wrong) if wrong else (found, None)


def once_an_album(turn: Turn, wrong: Letter) -> Letter | None:
    """Say once for a whole album that its files cannot be taken."""
    album = turn.message.media_group_id
    if turn.step is None or album is None:
        return wrong
    if album in turn.value("refused_albums", ()):
        return None
    turn.go(turn.step, refused_albums=[*turn.value("refused_albums", ()), album])
    return wrong


def with_words_kept(wrong: Letter) -> Letter:
    """Say of a file that it was not taken, and of the words that came with it that they were."""
    return Letter((*wrong.lines, Line("words-kept")))


def _media(kind: str, found: Any, message: Message, *, mime: str | None) -> NewMedia:
    return NewMedia(
        kind=kind,
        channel=CHANNEL,
        ref=found.file_id,
        name=getattr(found, "file_name", None),
        mime=mime,
        size=found.file_size,
    )

"""Words that go with any matter: of sending, photos, waiting and place. Alone they show nothing."""

from collections.abc import Collection
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from petitions.cues import CueGroup, Lexicon, Written, covered
from petitions.text import Folded, plain_words

_SHORT = 15
"""Words up to which a text may have no others; who writes more tells something."""
_FEW = 3
"""Other words that what was learnt needs at least: a door is not shown to somebody for a word or two."""


class Everyday(BaseModel):
    """Phrases of such words, in the cue language; `places` alone show nothing, but beside others they may."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: tuple[Written, ...]
    places: tuple[Written, ...]

    def only(self, text: Folded) -> bool:
        """Say whether a short text has no other words: nothing that was learnt of others holds for it."""
        known = all(word.plain in self._plain or word.plain[0].isdigit() for word in text.words)
        return known and not self.others(text)

    def telling(self, text: Folded) -> Collection[int]:
        """Return the places of the words on which something learnt may hold: none where there are too few.

        Who only says where something is tells nothing, in however many words.
        """
        others = self.others(text)
        return others if len(others) >= _FEW and _left(text, self._with_places) else ()

    def others(self, text: Folded) -> Collection[int]:
        """Return the places of the words of a text that are none of these; in a long one all words count."""
        return _left(text, self._lexicon)

    @cached_property
    def _plain(self) -> frozenset[str]:
        """Return every word of the phrases, by which most texts are told at once to have others."""
        return plain_words(" ".join(self.words))

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon([CueGroup(id="everyday", words=self.words)])

    @cached_property
    def _with_places(self) -> Lexicon:
        return Lexicon([CueGroup(id="everyday", words=(*self.words, *self.places))])


def _left(text: Folded, lexicon: Lexicon) -> Collection[int]:
    if len(text.words) > _SHORT:
        return range(len(text.words))
    return {*range(len(text.words))} - covered(text, lexicon.find(text))

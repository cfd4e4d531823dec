"""The words: every sentence the product says, in Vietnamese and English, and the thin layer over Fluent."""

from locales.words import LANGUAGES, MissingWordsError, Words

__all__ = ["LANGUAGES", "MissingWordsError", "Words"]

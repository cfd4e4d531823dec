"""The model as the program learns it, read once for a process of tests."""

from functools import cache

from bot.learnt import load_model
from petitions.model import Model


@cache
def model() -> Model:
    """Return the model of the corpus."""
    return load_model()

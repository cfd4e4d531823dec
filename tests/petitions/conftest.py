"""Property tests take the time they need: a slow machine is no fault of the rule."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

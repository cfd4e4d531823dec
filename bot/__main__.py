"""`python -m bot …`, installed as `dannguyen …`: greets at once, since loading the rest takes a moment."""

import sys
from importlib import import_module

_PROGRAMS = ("run", "bot", "worker")
_OF_RULES = ("route", "due", "similar", "programme")


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] in [[program] for program in _PROGRAMS]:
        sys.stdout.write("Dân Nguyện is starting …\n")
        sys.stdout.flush()
    of_rules = sys.argv[1:2] and sys.argv[1] in _OF_RULES
    import_module("bot.rules" if of_rules else "bot.cli").main()


if __name__ == "__main__":
    main()

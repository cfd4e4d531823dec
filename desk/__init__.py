"""The acts: one use case a function, each of them load → decide → save."""

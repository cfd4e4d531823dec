"""The rules: kinds, competence, deadlines, gates and routing, free of clock, channel and SQL."""

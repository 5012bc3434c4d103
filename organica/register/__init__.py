"""Use cases: enact is the only write, consult every read."""

"""JSON Schemas of what REST shows: the published half of `api.rest.presenting` and `api.rest.answers`."""

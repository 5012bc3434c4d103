"""Pages for people, as HTML without any script: a structure, a unit, what changed, and what went wrong.

Takes plain values of one language; returns HTML, as a whole page or as a fragment for somebody else's page.
Called by `api.embed`. Pages are made of typed elements (htpy): what is not markup is escaped by construction,
and a name that does not exist fails the type check instead of a page.
"""

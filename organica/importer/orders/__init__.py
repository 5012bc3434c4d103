"""The orders of amending acts: their words, what they aim at, and what they do to the amended text.

Called by `organica.importer.amending`, which is its door.
"""

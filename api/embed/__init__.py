"""Embeds: pages of the register for people and for others' portals, at fixed addresses and without script.

Takes the reads of the register; gives the routes under `/embed`. Put together by `api.app`; drawn by
`organica.render.pages`. What is in a page comes from one snapshot, so that no page ever mixes two days.
"""

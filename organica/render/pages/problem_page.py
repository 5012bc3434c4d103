"""The page that says what went wrong: what, where, and what to do about it.

Takes the words of a problem; returns what the page shows. Called by `api.embed.failing`.
"""

from __future__ import annotations

from htpy import Node, code, h1, p

from organica.domain.errors import Language, Says
from organica.render.pages.parts import linked, say
from organica.render.pages.values import Link

_WHERE = Says(es="Dónde: ", en="Where: ")
_REMEDY = Says(es="Qué hacer: ", en="What to do: ")


def problem_page(
    title: str, detail: str, remedy: str, address: str, way_out: Link | None, language: Language
) -> list[Node]:
    """Return the page; it repeats the address, which is escaped like everything else."""
    return [
        h1[title],
        p[detail],
        p[say(_REMEDY, language), remedy],
        p[say(_WHERE, language), code[address]],
        p[linked(way_out, language)] if way_out else None,
    ]

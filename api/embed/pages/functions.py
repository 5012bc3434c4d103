"""Functions as a page shows them: by list and by post, with their letters, and what is no norm said so.

Takes views of one snapshot; returns plain values. Called by the pages of structures and of units.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from api.embed.pages.versions import basis_cited
from organica.domain.errors import Language, Says
from organica.register.views import BasisView, FunctionVersion, UnitVersion
from organica.render.pages.values import Cited, FunctionEntry, FunctionList
from organica.render.pages.wording import apart

_OF_POST = Says(es="Del cargo: {post}", en="Of the post: {post}")
_UNNAMED = Says(es="el cargo sin denominación", en="the post without a name")
_MISPRINT = Says(es="letra repetida en el texto impreso", en="letter repeated in print")


def function_lists(unit: UnitVersion, language: Language) -> tuple[FunctionList, ...]:
    """Return the functions of a unit, list by list, in printed order."""
    told = last_cited(unit.legal_basis, language)
    return tuple(
        FunctionList(heading, tuple(_entry(each, told, language) for each in group))
        for heading, group in groupby(unit.functions, key=lambda each: _heading(each, language))
    )


def _heading(function: FunctionVersion, language: Language) -> str | None:
    """Return what a list is called: as printed, and by the post that holds it."""
    post = function.held_by
    held = None
    if post:
        named = apart(post.state.name) if post.state.name else _UNNAMED.render(language, {})
        held = _OF_POST.render(language, {"post": named})
    listed = apart(function.state.list) if function.state.list else None
    return " · ".join(each for each in (held, listed) if each) or None


def _entry(function: FunctionVersion, told: Cited | None, language: Language) -> FunctionEntry:
    """Return a function; its source is said only where it is another than what the reader was told."""
    own = last_cited(function.legal_basis, language)
    return FunctionEntry(
        code=function.code,
        label=function.state.label,
        text=function.state.text,
        children=tuple(_entry(each, own, language) for each in function.children),
        cited=None if own == told else own,
        warning=_MISPRINT.render(language, {}) if function.state.misprint else None,
    )


def last_cited(bases: Sequence[BasisView], language: Language) -> Cited | None:
    """Return the last basis of a thing."""
    return basis_cited(bases[-1], language) if bases else None

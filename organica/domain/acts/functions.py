"""Acts on functions."""

from __future__ import annotations

from dataclasses import dataclass

from organica.domain.acts.parts import FunctionItem, FunctionRef, Ordered, PostRef


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignFunction(Ordered):
    """Give a unit, or one of its posts, a new function (agregar)."""

    unit: str
    function: FunctionItem
    post: PostRef | None = None
    parent: FunctionRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendFunction(Ordered):
    """Give a function another text (modificar, sustituir)."""

    function: FunctionRef
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelabelFunction(Ordered):
    """Give a function another letter (reordenar letras)."""

    function: FunctionRef
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferFunction(Ordered):
    """Hand a function over to another unit, under its new letter there (traspasar)."""

    function: FunctionRef
    to: str
    label: str | None = None
    list: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveFunction(Ordered):
    """End a function (eliminar)."""

    function: FunctionRef


@dataclass(frozen=True, slots=True, kw_only=True)
class RestateFunction(Ordered):
    """Repeat a function unchanged, which renews its legal basis."""

    function: FunctionRef

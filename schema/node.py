"""The interface of everything that has an id (nodo), and how fields read what they show.

The types of the contract are declarations: what flows through them are the register's own frozen views,
so that nothing is copied, and a field without a resolver is an attribute of its view.
"""

from __future__ import annotations

from typing import Any

import strawberry

from organica.domain.states import Noun
from schema.ids import Timeless, id_of


def read(view: Any, name: str) -> object:
    """Return the attribute of a view or, where it has none, of the state that it shows.

    Called by GraphQL for every field that has no resolver.
    """
    try:
        return getattr(view, name)
    except AttributeError:
        return getattr(view.state, name)


def timeless(view: object, noun: Noun) -> bool:
    """Tell whether something is the identity of an organization, a unit or a function."""
    return isinstance(view, Timeless) and view.noun is noun


def _id(parent: strawberry.Parent[Any]) -> strawberry.ID:
    return strawberry.ID(id_of(parent))


@strawberry.interface(
    description="Anything that can be asked for again by its id (nodo). The id of something that changes "
    "with time contains the change point and the basis: the same id always gives the same answer."
)
class Node:
    """What has an id."""

    id: strawberry.ID = strawberry.field(
        resolver=_id, description="An opaque, permanent identifier (identificador)."
    )

"""What every version has (versión): its code, its days, its legal basis. The base of the versioned nouns."""

from __future__ import annotations

import strawberry

from schema.dates import LegalDate
from schema.node import Node
from schema.source import LegalBasis


@strawberry.type
class Version(Node):
    """Shows what all views of organica.register.snapshot have; not a type of the contract itself."""

    code: str = strawberry.field(description="The permanent code in the organization (código).")
    state_key: str = strawberry.field(
        description="Equal across change points while the thing itself is equal (huella del estado)."
    )
    in_force_from: LegalDate = strawberry.field(
        description="Since when it has been as it is (vigente desde). A mere restatement does not move it."
    )
    in_force_until: LegalDate | None = strawberry.field(
        description="The first day on which it no longer is so; null while nothing ends it (vigente hasta)."
    )
    legal_basis: list[LegalBasis] = strawberry.field(description="Why it is so, oldest first (base legal).")
    last_amended_by: LegalBasis | None = strawberry.field(
        description="The last amendment; null where nothing amended it (última modificación)."
    )
    ended_by: LegalBasis | None = strawberry.field(
        description="The act that ends this version, where one does (acto que le pone término)."
    )

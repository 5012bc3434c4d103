"""What a reader of texts yields: units, functions, heads and sources, with evidence and doubts.

Built by `organica.importer`; read by `organica.plan` and the command line. Nothing here is law yet: a
person confirms it.
"""

from organica.domain.outline.doubts import DOUBT_SENTENCES, Doubt, DoubtCode
from organica.domain.outline.parts import (
    AmendmentAction,
    OutlineAmendment,
    OutlineFunction,
    OutlineHead,
    OutlineSort,
    OutlineSource,
    OutlineUnit,
    PassedBecause,
    PassedOver,
    Place,
    SourceRelation,
)
from organica.domain.outline.plain import to_plain
from organica.domain.outline.whole import Outline

__all__ = [
    "DOUBT_SENTENCES",
    "AmendmentAction",
    "Doubt",
    "DoubtCode",
    "Outline",
    "OutlineAmendment",
    "OutlineFunction",
    "OutlineHead",
    "OutlineSort",
    "OutlineSource",
    "OutlineUnit",
    "PassedBecause",
    "PassedOver",
    "Place",
    "SourceRelation",
    "to_plain",
]

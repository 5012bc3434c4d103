"""From what was read to the acts that say so, for a person to check.

Takes an `Outline`, the structure in force on its day and the facts that a page does not print; returns a
`Proposal`. Called by the command line. `propose` compares; where nothing is in force it states everything,
as `state_outline` does.
"""

from organica.plan.errors import PlanRefused
from organica.plan.facts import PageFacts, read_facts
from organica.plan.proposal import Confidence, Level, Mode, ModeReason, PlannedAct, Proposal, Scope
from organica.plan.propose import propose
from organica.plan.reasons import Alternative, AlternativeCode, Reason, ReasonCode
from organica.plan.source_facts import SourceFacts, with_source
from organica.plan.sourcing import comparison_day
from organica.plan.statement import state_outline

__all__ = [
    "Alternative",
    "AlternativeCode",
    "Confidence",
    "Level",
    "Mode",
    "ModeReason",
    "PageFacts",
    "PlanRefused",
    "PlannedAct",
    "Proposal",
    "Reason",
    "ReasonCode",
    "Scope",
    "SourceFacts",
    "comparison_day",
    "propose",
    "read_facts",
    "state_outline",
    "with_source",
]

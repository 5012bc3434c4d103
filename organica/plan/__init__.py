"""From what was read to the acts that say so. For now: an outline and no structure in force.

Takes an `Outline` and the facts that a page does not print; returns resolutions for a person to check.
Called by the command line. Comparing an outline with a structure in force (renamed, moved, reworded, …) is
not here yet: `state_outline` states everything anew and takes nothing away.
"""

from organica.plan.errors import PlanRefused
from organica.plan.facts import PageFacts, read_facts
from organica.plan.statement import state_outline

__all__ = ["PageFacts", "PlanRefused", "read_facts", "state_outline"]

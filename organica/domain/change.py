"""A change: what happened to one thing between two days, and the act behind it.

Values only. Made by diff and by renewals; kept and shown by the register.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from organica.domain.dates import LegalDate
from organica.domain.source import LegalBasis
from organica.domain.states import Noun


class ChangeKind(StrEnum):
    """What happened to a thing between two days.

    STATED: it is there on the later day, and no source claims that it began in between.
    COVERED: the register's coverage grew, the law did not change. RESTORED: it had no force and regained
    it. BASIS_RENEWED and COVERAGE_CHANGED: nothing says anything else. GAVE_WAY: it was only attested, and
    a norm now says otherwise. UNSAID: what the register knows now does not have it on that day, because an
    act was corrected, rectified, invalidated or inserted before.
    """

    ORGANIZATION_ESTABLISHED = "organization_established"
    ORGANIZATION_STATED = "organization_stated"
    ORGANIZATION_RENAMED = "organization_renamed"
    ORGANIZATION_CHANGED = "organization_changed"
    ORGANIZATION_ATTACHED = "organization_attached"
    ORGANIZATION_AFFILIATED = "organization_affiliated"
    ORGANIZATION_ENDED = "organization_ended"
    UNIT_CREATED = "unit_created"
    UNIT_STATED = "unit_stated"
    UNIT_COVERED = "unit_covered"
    UNIT_RENAMED = "unit_renamed"
    UNIT_RETYPED = "unit_retyped"
    UNIT_MOVED = "unit_moved"
    OBJECTIVE_CHANGED = "objective_changed"
    UNIT_SUPPRESSED = "unit_suppressed"
    UNIT_GAVE_WAY = "unit_gave_way"
    FUNCTION_ASSIGNED = "function_assigned"
    FUNCTION_STATED = "function_stated"
    FUNCTION_COVERED = "function_covered"
    FUNCTION_AMENDED = "function_amended"
    FUNCTION_RELABELLED = "function_relabelled"
    FUNCTION_TRANSFERRED = "function_transferred"
    FUNCTION_REMOVED = "function_removed"
    FUNCTION_GAVE_WAY = "function_gave_way"
    POST_CREATED = "post_created"
    POST_STATED = "post_stated"
    POST_CHANGED = "post_changed"
    SUBSTITUTION_ORDER_SET = "substitution_order_set"
    POST_ABOLISHED = "post_abolished"
    POST_GAVE_WAY = "post_gave_way"
    APPOINTED = "appointed"
    APPOINTMENT_STATED = "appointment_stated"
    APPOINTMENT_CHANGED = "appointment_changed"
    APPOINTMENT_ENDED = "appointment_ended"
    APPOINTMENT_GAVE_WAY = "appointment_gave_way"
    REFERENCE_CARRIED_OVER = "reference_carried_over"
    REFERENCE_ENDED = "reference_ended"
    PROGRAMME_STARTED = "programme_started"
    PROGRAMME_STATED = "programme_stated"
    PROGRAMME_RENAMED = "programme_renamed"
    PROGRAMME_MOVED = "programme_moved"
    PROGRAMME_CHANGED = "programme_changed"
    PROGRAMME_ENDED = "programme_ended"
    PROGRAMME_GAVE_WAY = "programme_gave_way"
    INDICATOR_REPORTED = "indicator_reported"
    INDICATOR_CHANGED = "indicator_changed"
    INDICATOR_ENDED = "indicator_ended"
    INDICATOR_GAVE_WAY = "indicator_gave_way"
    PASSED_ON = "passed_on"
    PASSED_ON_NO_LONGER = "passed_on_no_longer"
    RESTORED = "restored"
    UNSAID = "unsaid"
    BASIS_RENEWED = "basis_renewed"
    COVERAGE_CHANGED = "coverage_changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one thing; `unit` is where it is, or was.

    `field` names what changed of a thing that is there on both days, and is None where it came or went.
    `before` and `after` are the values of that field (names, texts, labels, codes of units), or the
    thing's title where it came or went. Of a reference that came, or went, they are the old name and the
    code of what it means, or meant.
    """

    kind: ChangeKind
    noun: Noun
    code: str
    unit: str | None
    field: str | None
    before: str | None
    after: str | None
    since: LegalDate | None
    legal_basis: LegalBasis | None

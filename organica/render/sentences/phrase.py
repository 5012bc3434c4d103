"""A phrase: how one kind of change is said, also where there was nothing before or nothing is left after."""

from __future__ import annotations

from dataclasses import dataclass

from organica.domain.change import Change, ChangeKind
from organica.domain.errors import Says


@dataclass(frozen=True, slots=True)
class Phrase:
    """How a change is said; `given` where there was nothing before, `taken` where nothing is left."""

    says: Says
    given: Says | None = None
    taken: Says | None = None

    def for_change(self, change: Change) -> Says:
        """Return the sentence that fits what was and what is."""
        if change.before is None and self.given is not None:
            return self.given
        if change.after is None and self.taken is not None:
            return self.taken
        return self.says


# Fields that the kind's own sentence does not fit: (kind, field, value after; None stands for any).
FieldPhrases = dict[tuple[ChangeKind, str, str | None], Phrase]

"""What a text says that is nothing of units: which lines, and why they were passed over.

Takes places in the order of the text; returns ranges. Called by the genre of legal texts.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from organica.domain.outline import PassedBecause, PassedOver, Place


@dataclass(slots=True)
class PassedLines:
    """The ranges passed over so far. `says` is why the passage at hand is one, None once it was read."""

    says: PassedBecause | None = None
    _ranges: list[PassedOver] = field(default_factory=list)
    _last_read: int = 0

    def because(self, reason: PassedBecause) -> None:
        """Say why the passage at hand says nothing of units, whatever was said before."""
        self.says = reason

    def unless_read(self, reason: PassedBecause) -> None:
        """Say why the passage at hand says nothing of units, unless something was read from it."""
        self.says = self.says and reason

    def read(self, place: Place) -> None:
        """Remember that something was read from the passage at hand."""
        self.says = None
        self._last_read = max(self._last_read, place.last_line)

    def end(self, place: Place) -> None:
        """Pass over the passage at hand if nothing was read from it; it joins one of its kind before it."""
        if self.says is None:
            return
        last = self._ranges[-1] if self._ranges else None
        if last is not None and last.because is self.says and self._last_read <= last.place.last_line:
            self._ranges[-1] = PassedOver(last.place.through(place), self.says)
        else:
            self._ranges.append(PassedOver(place, self.says))

    def drop(self, place: Place, because: PassedBecause) -> None:
        """Pass over what was read for a unit that turned out to be none."""
        self._ranges.append(PassedOver(place, because))

    def finished(self) -> tuple[PassedOver, ...]:
        """Return the ranges in the order of the text."""
        return tuple(sorted(self._ranges, key=lambda one: (one.place.first_line, one.place.last_line)))

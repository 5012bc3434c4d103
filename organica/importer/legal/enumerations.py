"""Where an item stands in its list: which level, under which label, and what is odd about the label.

Takes labels one after the other, with a look at the one that comes next; returns places. Called by the
genres. A list may hold lists: letters with numbers below them, Roman fractions with letters.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from organica.domain.outline import DoubtCode
from organica.text.awaited_labels import stands_behind
from organica.text.labels import Row, first_in, misprinted, next_in, rows_of

# No act nests its lists deeper; what seems to is read as a further list of the innermost level.
MOST_LEVELS = 8


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an item stands: `depth` 0 is the list itself. `label` is the one meant, as far as it is sure.

    `doubt` and `expected` say what is odd about the label; None when nothing is.
    """

    depth: int
    label: str | None
    doubt: DoubtCode | None = None
    expected: str | None = None


@dataclass(slots=True)
class _Level:
    row: Row | None
    last: str | None
    seen: set[str]


@dataclass(slots=True)
class Enumeration:
    """One list while it is read; `levels` are those that are open, the innermost last."""

    levels: list[_Level] = field(default_factory=list)

    def goes_on_with(self, label: str) -> bool:
        """Return whether the label is the next one of an open level."""
        if Row.DECIMAL in rows_of(label):
            return self._goes_on_with_decimal(label)
        if stands_behind(label) is not None:
            return self._depth_behind(label) is not None
        return any(
            level.row in rows_of(label)
            and level.row
            and level.last
            and label in next_in(level.row, level.last)
            for level in self.levels
        )

    def awaits(self, label: str) -> bool:
        """Return whether no other label could stand here: of decimals only the very next of an open level."""
        if Row.DECIMAL not in rows_of(label):
            return self.goes_on_with(label)
        last = [level.last for level in self.levels if level.last]
        return any(
            label == f"{one}.1" or (Row.DECIMAL in rows_of(one) and label in next_in(Row.DECIMAL, one))
            for one in last
        )

    def place(self, label: str | None, following: str | None, *, below: bool) -> Placed:
        """Return where an item stands, and take it in.

        `following` is the label that comes next in the text; `below` when the item before announced a list.
        """
        if label is None:
            return self._bullet(below)
        if Row.DECIMAL in rows_of(label):
            return self._decimal(label)
        behind = self._depth_behind(label)
        if behind is not None:
            return self._added(behind, label)
        continued = self._continued(label)
        opened = self._opened(label)
        misread = self._misread(label)
        if continued and opened and self._opens(opened, following):
            continued = None
        if continued:
            depth, row = continued
            return self._take(depth, row, label)
        if misread and not (opened and (below or self._opens(opened, following) or not self.levels)):
            depth, row, expected = misread
            placed = self._take(depth, row, expected)
            return Placed(placed.depth, expected, DoubtCode.LABEL_MISREAD, label)
        if opened and (below or not self.levels or opened not in [level.row for level in self.levels]):
            # Without an announcement a list of another row still opens a level: nobody letters twice alike.
            del self.levels[MOST_LEVELS - 1 :]
            return self._take(len(self.levels), opened, label)
        return self._odd(label)

    def _bullet(self, below: bool) -> Placed:
        for depth, level in enumerate(self.levels):
            if level.row is None:
                del self.levels[depth + 1 :]
                return Placed(depth, None)
        if self.levels and not below:
            # A dash without an announcement stands below the item before it.
            self.levels = self.levels[:1]
        del self.levels[MOST_LEVELS - 1 :]
        self.levels.append(_Level(None, None, set()))
        return Placed(len(self.levels) - 1, None)

    def _goes_on_with_decimal(self, label: str) -> bool:
        """Return whether "2.1" stands below the 2 that came last, or behind another decimal."""
        if not self.levels:
            return False
        if not label[0].isdigit():
            return self._depth_of_letter(label) is not None
        if self.levels[0].row is Row.DECIMAL:
            return True
        return self.levels[0].row is Row.DIGITS and label.split(".")[0] == self.levels[0].last

    def _decimal(self, label: str) -> Placed:
        """Take "1.2": it tells its level itself."""
        parts = label.split(".")
        letter = self._depth_of_letter(label)
        outer = 1 if self.levels and self.levels[0].row is Row.DIGITS else 0
        depth = min(len(parts) - 2 + (outer if letter is None else letter + 1), len(self.levels))
        here = self.levels[depth] if depth < len(self.levels) else None
        last = here.last if here is not None and here.row is Row.DECIMAL else None
        expected = next_in(Row.DECIMAL, last)[0] if last else ".".join((*parts[:-1], "1"))
        placed = self._take(depth, Row.DECIMAL, label)
        return placed if label == expected else Placed(depth, label, DoubtCode.LABEL_SKIPPED, expected)

    def _depth_of_letter(self, label: str) -> int | None:
        """Return the depth of the c above "c.1", None where no open level is at that letter."""
        letter = label.split(".")[0]
        found = (depth for depth, level in enumerate(self.levels) if level.last == letter)
        return next(found, None) if letter.isalpha() else None

    def _depth_behind(self, label: str) -> int | None:
        """Return the depth of the II that an act put "II bis" behind."""
        base = stands_behind(label)
        depths = range(len(self.levels) - 1, -1, -1)
        return next((depth for depth in depths if base is not None and self.levels[depth].last == base), None)

    def _added(self, depth: int, label: str) -> Placed:
        """Take "II bis": what comes next is the III, as if it were not there."""
        del self.levels[depth + 1 :]
        level = self.levels[depth]
        repeated = label.lower() in level.seen
        level.seen.add(label.lower())
        return Placed(depth, label, DoubtCode.LABEL_REPEATED if repeated else None)

    def _continued(self, label: str) -> tuple[int, Row] | None:
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if (
                level.row in rows_of(label)
                and level.row
                and level.last
                and label in next_in(level.row, level.last)
            ):
                return depth, level.row
        return None

    def _opened(self, label: str) -> Row | None:
        # A Roman "i" that begins a list is no letter i: letters begin with a.
        return next((row for row in reversed(rows_of(label)) if label == first_in(row)), None)

    def _opens(self, opened: Row, following: str | None) -> bool:
        return following is not None and following in next_in(opened, first_in(opened))

    def _misread(self, label: str) -> tuple[int, Row, str] | None:
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if level.row and level.last:
                for expected in next_in(level.row, level.last):
                    if misprinted(label, expected):
                        return depth, level.row, expected
        return None

    def _odd(self, label: str) -> Placed:
        """Take a label that neither goes on nor begins anything: skipped, repeated, or of a torn list."""
        rows = rows_of(label)
        for depth in range(len(self.levels) - 1, -1, -1):
            level = self.levels[depth]
            if level.row in rows and level.row and level.last:
                expected = next_in(level.row, level.last)
                code = DoubtCode.LABEL_REPEATED if label in level.seen else DoubtCode.LABEL_SKIPPED
                placed = self._take(depth, level.row, label)
                return Placed(placed.depth, label, code, expected[0] if expected else None)
        row = rows[0] if rows else Row.LOWER
        if self.levels:
            level = self.levels[0]
            expected = next_in(level.row, level.last) if level.row and level.last else ()
            placed = self._take(0, row, label)
            return Placed(0, label, DoubtCode.LABEL_SKIPPED, expected[0] if expected else None)
        self._take(0, row, label)
        return Placed(0, label, DoubtCode.LABEL_SKIPPED, first_in(row))

    def _take(self, depth: int, row: Row, label: str) -> Placed:
        if depth == len(self.levels):
            self.levels.append(_Level(row, label, {label}))
        else:
            del self.levels[depth + 1 :]
            level = self.levels[depth]
            level.row, level.last = row, label
            level.seen.add(label)
        return Placed(depth, label)

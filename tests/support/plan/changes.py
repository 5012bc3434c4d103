"""The known acts that make the next text out of a draft: renames, rewordings, transfers, merges, splits, …

Takes a draft and a source of chance; changes it and counts what it did. Called by the generator of pairs.
"""

from __future__ import annotations

from collections import Counter
from random import Random

from tests.support.plan.drafts import Draft, DraftFunction, DraftUnit
from tests.support.plan.wording import KINDS, a_function, a_name, named_for, reworded, some_matters

_MOST_LETTERS = 20


class Changes:
    """Makes changes, each counted in `made`; a unit takes part in one of the great ones at most.

    `stated` are the ids of the units that a partial text prints.
    """

    def __init__(self, chance: Random, draft: Draft, *, whole: bool) -> None:
        self._chance = chance
        self._draft = draft
        self._whole = whole
        self._used: set[int] = set()
        self.made: Counter[str] = Counter()
        self.renamed: set[str] = set()
        self.transferred: set[str] = set()
        self._names = {" ".join(unit.name.split()[2:]) for unit in draft.units}
        units = draft.units[1:]
        chosen = units if whole else chance.sample(units, min(len(units), chance.randint(1, 4)))
        self.stated = {id(unit) for unit in chosen}

    def make(self) -> None:
        """Make all changes of one text."""
        size = max(1, len(self._some()) // 8)
        if self._whole:
            for change in (self._merge, self._split, self._suppress):
                for _ in range(self._chance.randint(0, 1 + size // 3)):
                    change()
        for _ in range(self._chance.randint(0, 1 + size // 2)):
            self._create()
        for _ in range(self._chance.randint(0, 1 + size // 2)):
            self._move()
        for _ in range(self._chance.randint(1, 1 + size)):
            self._rename()
        for _ in range(self._chance.randint(0, 2 * size)):
            self._transfer()
        for unit in self._some():
            self._alter_list(unit)
        self.made["texts"] += 1

    def _some(self, *, free: bool = False) -> list[DraftUnit]:
        units = [unit for unit in self._draft.units[1:] if self._whole or id(unit) in self.stated]
        return [unit for unit in units if id(unit) not in self._used] if free else units

    def _take(self) -> DraftUnit | None:
        free = [unit for unit in self._some(free=True) if unit.code is not None]
        if not free:
            return None
        unit = self._chance.choice(free)
        self._used.add(id(unit))
        return unit

    def _rename(self) -> None:
        unit = self._take()
        if unit is None or unit.code is None:
            return
        if self._chance.random() < 0.5:
            unit.name = a_name(self._chance, unit.kind, self._names)
            self.made["total renames"] += 1
        else:
            *first, last = unit.name.split()
            while " ".join([*first[2:], last]) in self._names:
                last = a_name(self._chance, unit.kind, self._names).split()[-1]
            unit.name = " ".join([*first, last])
            self._names.add(" ".join([*first[2:], last]))
            self.made["renames in part"] += 1
        self.renamed.add(unit.code)

    def _move(self) -> None:
        unit = self._take()
        if unit is None:
            return
        below = self._draft.under(unit)
        others = [
            each
            for each in self._draft.units
            if id(each) not in below and each is not unit.parent and each.code is not None
        ]
        # A partial text names parents that it does not describe, too.
        if others:
            unit.parent = self._chance.choice(others)
            self.made["moves"] += 1

    def _a_new_name(self, kind: str) -> tuple[str, tuple[str, ...]]:
        while True:
            matters = some_matters(self._chance)
            name = named_for(kind, matters, self._names)
            if name is not None:
                return name, matters

    def _create(self) -> DraftUnit:
        kind = self._chance.choice(KINDS[1:])
        name, matters = self._a_new_name(kind)
        parent = self._chance.choice([each for each in self._draft.units if each.code is not None])
        functions = [
            DraftFunction(None, a_function(self._chance, matters)) for _ in range(self._chance.randint(4, 9))
        ]
        unit = DraftUnit(None, kind, name, parent, None, functions)
        self._draft.units.append(unit)
        self._used.add(id(unit))
        self.stated.add(id(unit))
        self.made["creations"] += 1
        return unit

    def _drop(self, unit: DraftUnit, heir: DraftUnit | None) -> None:
        for below in self._draft.below(unit):
            below.parent = heir
        self._draft.units.remove(unit)

    def _suppress(self) -> None:
        unit = self._take()
        if unit is None:
            return
        kept = [each for each in unit.functions if self._chance.random() < 0.2]
        for function in kept[: len(unit.functions) // 2]:
            self._hand_over(function, unit, self._chance.choice(self._draft.units))
        self._drop(unit, unit.parent)
        self.made["suppressions"] += 1

    def _merge(self) -> None:
        one, other = self._take(), self._take()
        if one is None or other is None or id(one) in self._draft.under(other):
            return
        # Behind "z" no letter has a place of its own among the others.
        if len(one.functions) + len(other.functions) > _MOST_LETTERS:
            return
        if self._chance.random() < 0.5:
            heir = one
            self.made["absorptions"] += 1
        else:
            heir = self._create()
            heir.functions = list(one.functions)
            self.made["creations"] -= 1
            self.made["merges"] += 1
            heir.parent = self._draft.units[0]
            self._drop(one, heir)
        heir.functions += other.functions
        self._drop(other, heir)

    def _split(self) -> None:
        unit = self._take()
        if unit is None or len(unit.functions) < 8:
            return
        heir = self._create()
        self.made["creations"] -= 1
        self.made["splits"] += 1
        half = len(unit.functions) // 2
        heir.functions, unit.functions = unit.functions[half:], unit.functions[:half]

    def _transfer(self) -> None:
        giving = [unit for unit in self._some() if len(unit.functions) > 4]
        taking = [unit for unit in self._some() if unit.functions]
        if not giving or len(taking) < 2:
            return
        unit = self._chance.choice(giving)
        function = self._chance.choice(unit.functions)
        to = self._chance.choice([each for each in taking if each is not unit])
        if function.code is None or _closes(function):
            return
        unit.functions.remove(function)
        self._hand_over(function, unit, to)

    def _hand_over(self, function: DraftFunction, unit: DraftUnit, to: DraftUnit) -> None:
        if function.code is None or _closes(function) or to is unit:
            return
        if function in unit.functions:
            unit.functions.remove(function)
        to.functions.insert(self._chance.randint(0, len(to.functions)), function)
        self.transferred.add(function.code)
        self.made["transfers"] += 1
        if self._chance.random() < 0.5:
            function.text = reworded(self._chance, function.text, self._chance.uniform(0.1, 0.3))
            self.made["reworded transfers"] += 1

    def _alter_list(self, unit: DraftUnit) -> None:
        for function in list(unit.functions):
            happens = self._chance.random()
            if function.code is None or function.code in self.transferred or _closes(function):
                continue
            if happens < 0.12:
                function.text = reworded(self._chance, function.text, self._chance.uniform(0.1, 0.5))
                self.made["rewordings"] += 1
            elif happens < 0.15 and len(unit.functions) > 3:
                unit.functions.remove(function)
                self.made["removals"] += 1
            elif happens < 0.2:
                new = DraftFunction(None, a_function(self._chance, some_matters(self._chance)))
                unit.functions.insert(unit.functions.index(function), new)
                self.made["assignments"] += 1


def _closes(function: DraftFunction) -> bool:
    return function.text.startswith(("Las demás", "Otras funciones", "Realizar las demás"))

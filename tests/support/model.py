"""A small independent model that knows by which source each thing is as it is, and random histories to drive it.

`tests.support.law` covers every act, both times and both engines, but not the source behind a change; this one
does so for a few acts. The tests of diffs, versions, the feed and identities stand on it.

The model knows no fold: it keeps the list of accepted resolutions and, for every question, replays it day by
day over plain dictionaries. It shares only the acts and the resolution with the register, and addresses
functions by the codes that the register gave. The domain and both storage engines are held to it.

    model = Model()
    for step in steps:                       # drawn by Hypothesis from `histories()`
        proposal = model.propose(step)       # .resolution goes to the register
        fault = model.judge(proposal)        # None, or why the register must refuse it
        model.accept(proposal, bound_acts)   # only where the register took it in
        model.on(day)                        # what every answer for that day must show
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from organica.domain.acts import (
    ROOT,
    Act,
    AmendFunction,
    AssignFunction,
    CreateUnit,
    FunctionItem,
    FunctionRef,
    MoveUnit,
    RelabelFunction,
    RemoveFunction,
    RenameUnit,
    SuppressUnit,
    TransferFunction,
    under,
)
from organica.domain.resolution import CoverageClaim, Resolution
from tests.makers import EVERYTHING, a_resolution

LONG = os.environ.get("ORGANICA_HYPOTHESIS") == "long"
FIRST = date(2000, 1, 1)
TRUNK = "direccion"
CODES = ("archivo", "boyas", "compras", "faros", "puertos")
LABELS = ("a", "b", "c", "d", "e")
DAYS = 24
KINDS = (
    "create",
    "create",
    "rename",
    "move",
    "suppress",
    "dissolve",
    "assign",
    "assign",
    "amend",
    "relabel",
    "swap",
    "transfer",
    "transfer",
    "remove",
)


@dataclass(frozen=True, slots=True)
class Step:
    """One drawn resolution: its day, and for each order a kind and the numbers that choose its targets."""

    day: int
    orders: tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Op:
    """One order, in plain words. `path` is the (unit, letter) under which its file names a function."""

    kind: str
    code: str
    parent: str | None = None
    unit: str = ""
    label: str = ""
    text: str = ""
    path: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A resolution for the register, and the same in the model's words."""

    entry: int
    day: date
    ops: tuple[Op, ...]
    resolution: Resolution

    @property
    def key(self) -> str:
        return self.resolution.source.key


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a resolution cannot be taken in: the proposal that would fail, and the codes of refusal that fit."""

    at: Proposal
    codes: frozenset[str]


Row = dict[str, tuple[str | None, int]]
"""The fields of a thing, each with the entry that last changed it."""


@dataclass(slots=True)
class Picture:
    """Everything that is so on one day: units (name, parent) and functions (unit, label, text)."""

    units: dict[str, Row] = field(default_factory=dict)
    functions: dict[str, Row] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)

    def copy(self) -> Picture:
        return Picture(
            {code: dict(row) for code, row in self.units.items()},
            {code: dict(row) for code, row in self.functions.items()},
            set(self.ended),
        )

    def plain(self) -> dict[str, dict[str, tuple[str | None, ...]]]:
        """Return names and parents of the units, and units, letters and texts of the functions."""
        return {
            "units": {code: (row["name"][0], row["parent"][0]) for code, row in self.units.items()},
            "functions": {
                code: (row["unit"][0], row["label"][0], row["text"][0])
                for code, row in self.functions.items()
            },
        }


OPENING = (
    Op("create", TRUNK, text="Dirección"),
    Op("create", "archivo", parent=TRUNK, text="Archivo"),
    Op("create", "faros", parent=TRUNK, text="Faros"),
    Op("create", "boyas", parent="faros", text="Boyas"),
    Op("assign", "", unit="faros", label="a", text="Encender los faros."),
    Op("assign", "", unit="boyas", label="a", text="Fondear las boyas."),
    Op("assign", "", unit="boyas", label="b", text="Recuperar las boyas."),
)


class Wrong(Exception):
    """The model's refusal, under the codes that the register may give it."""

    def __init__(self, *codes: str) -> None:
        super().__init__(*codes)
        self.codes = frozenset(codes)


class Model:
    """The accepted resolutions and what follows from them."""

    def __init__(self) -> None:
        self.accepted: list[Proposal] = []
        self._replay: list[tuple[date, Picture]] = []

    def opening(self) -> Proposal:
        """Return the first resolution: it covers the organization and creates its first units."""
        return self._proposal(FIRST, OPENING, coverage=EVERYTHING)

    def propose(self, step: Step) -> Proposal:
        """Turn a drawn step into a resolution about what exists on its day, or just does not."""
        entry = len(self.accepted) + 1
        day = FIRST + timedelta(days=30 * step.day)
        picture = self.on(day)
        drawn = [op for order in step.orders for op in _ops(picture, entry, *order)]
        return self._proposal(day, drawn)

    def _proposal(self, day: date, orders: Sequence[Op], coverage: CoverageClaim | None = None) -> Proposal:
        """What is assigned has no code before the register gives one: its place in the file names it."""
        entry = len(self.accepted) + 1
        ops = tuple(
            replace(op, code=f"?{entry}.{place}") if op.kind == "assign" else op
            for place, op in enumerate(orders)
        )
        resolution = a_resolution(
            *(_act(op) for op in ops),
            number=str(entry),
            in_force_from=day.isoformat(),
            after=[each.key for each in self.accepted if each.day == day],
            coverage=coverage,
        )
        return Proposal(entry, day, ops, resolution)

    def judge(self, proposal: Proposal) -> Fault | None:
        """Tell why the register must refuse the proposal; None where it must take it in."""
        picture = Picture()
        for each in sorted([*self.accepted, proposal], key=lambda one: (one.day, one.entry)):
            try:
                picture = _replayed(picture, each)
            except Wrong as wrong:
                return Fault(each, wrong.codes)
        return Fault(proposal, frozenset({"acts_contradict"})) if _contradicts_itself(proposal) else None

    def accept(self, proposal: Proposal, bound: Sequence[Act]) -> None:
        """Keep a resolution that the register took in, under the codes that it gave."""
        ops = tuple(
            replace(op, code=act.function.bound or "")
            if op.kind == "assign" and isinstance(act, AssignFunction)
            else op
            for op, act in zip(proposal.ops, bound, strict=True)
        )
        self.accepted.append(replace(proposal, ops=ops))
        self._replay = []

    def on(self, day: date) -> Picture:
        """Return what is so on a day."""
        if not self._replay:
            picture = Picture()
            for each in sorted(self.accepted, key=lambda one: (one.day, one.entry)):
                picture = _replayed(picture, each)
                self._replay.append((each.day, picture))
        return next((picture for known, picture in reversed(self._replay) if known <= day), Picture())

    def days(self) -> list[date]:
        """Return the days on which something takes effect, in order."""
        return sorted({each.day for each in self.accepted})

    def key(self, entry: int) -> str:
        """Return the key of the source behind an entry."""
        return self.accepted[entry - 1].key


def histories(max_steps: int = 16) -> st.SearchStrategy[list[Step]]:
    """Return random histories; many of their resolutions take effect before earlier ones."""
    order = st.tuples(st.sampled_from(KINDS), *(st.integers(0, 59) for _ in range(3)))
    step = st.builds(
        Step,
        day=st.integers(0, DAYS),
        orders=st.lists(order, min_size=1, max_size=2).map(tuple),
    )
    return st.lists(step, min_size=min(6, max_steps), max_size=max_steps)


def _ops(picture: Picture, entry: int, kind: str, first: int, second: int, third: int) -> Iterator[Op]:
    """Yield the orders that a drawn one stands for; one in ten aims at any code, known or not."""
    alive = sorted(picture.units) or [TRUNK]
    unit = _choice((*CODES, TRUNK), first) if first % 10 == 9 else _choice(alive, first)
    other = _choice(alive, second)
    held = sorted(picture.functions)
    code = _choice(held, first) if held and first % 20 != 19 else "nadie.1"
    holder = str(picture.functions[code]["unit"][0]) if code in picture.functions else unit
    target = {"assign": unit, "relabel": holder}.get(kind, other)
    label, text = _letter(picture, target, third), f"Texto {entry} {third}."
    path = None
    if code in picture.functions and second % 2:
        row = picture.functions[code]
        path = (str(row["unit"][0]), str(row["label"][0]))
    match kind:
        case "create":
            free = [each for each in CODES if each not in picture.units and each not in picture.ended]
            yield Op(
                "create",
                _choice(free if free and third % 6 else CODES, first),
                parent=other,
                text=f"Unidad {entry}",
            )
        case "rename":
            yield Op("rename", unit, text=f"Unidad {entry}" if third % 8 else f"Unidad {entry - 1}")
        case "move":
            yield Op("move", unit, parent=None if third % 6 == 0 else other)
        case "suppress":
            yield Op("suppress", unit)
        case "dissolve":
            yield from _dissolved(picture, unit, other, third)
        case "assign":
            yield Op("assign", "", unit=unit, label=label, text=text)
        case "amend":
            yield Op("amend", code, text=text, path=path)
        case "relabel":
            yield Op("relabel", code, label=label, path=path)
        case "swap":
            yield from _swapped(picture, unit)
        case "transfer":
            yield Op("transfer", code, unit=other, label=label, path=path)
        case _:
            yield Op("remove", code, path=path)


def _dissolved(picture: Picture, unit: str, heir: str, third: int) -> Iterator[Op]:
    """Suppress a unit and hand its parts over, the suppression now first, now last."""
    if third % 2:
        yield Op("suppress", unit)
    for code, row in sorted(picture.units.items()):
        if row["parent"][0] == unit:
            yield Op("move", code, parent=heir)
    taken = {row["label"][0] for row in picture.functions.values() if row["unit"][0] == heir}
    free = iter([label for label in LABELS if label not in taken] * 3)
    for code, row in sorted(picture.functions.items()):
        if row["unit"][0] == unit:
            yield Op("transfer", code, unit=heir, label=next(free, "z"), path=(unit, str(row["label"][0])))
    if third % 2 == 0:
        yield Op("suppress", unit)


def _swapped(picture: Picture, unit: str) -> Iterator[Op]:
    """Give the first two functions of a unit each other's letter."""
    held = [(code, row) for code, row in sorted(picture.functions.items()) if row["unit"][0] == unit][:2]
    letters = [str(row["label"][0]) for _, row in held]
    for (code, _), old, new in zip(held, letters, reversed(letters), strict=True):
        yield Op("relabel", code, label=new, path=(unit, old))


def _letter(picture: Picture, unit: str, number: int) -> str:
    """Return a letter that is mostly free in the unit."""
    taken = {row["label"][0] for row in picture.functions.values() if row["unit"][0] == unit}
    free = [label for label in LABELS if label not in taken]
    return _choice(free if free and number % 6 else LABELS, number)


def _choice(options: Sequence[str], number: int) -> str:
    return options[number % len(options)]


def _act(op: Op) -> Act:
    parent = ROOT if op.parent is None else under(op.parent)
    function = FunctionRef(at="/".join(op.path)) if op.path else FunctionRef(code=op.code)
    match op.kind:
        case "create":
            return CreateUnit(unit=op.code, parent=parent, kind="Unidad", name=op.text)
        case "rename":
            return RenameUnit(unit=op.code, name=op.text)
        case "move":
            return MoveUnit(unit=op.code, parent=parent)
        case "suppress":
            return SuppressUnit(unit=op.code)
        case "assign":
            return AssignFunction(unit=op.unit, function=FunctionItem(text=op.text, label=op.label))
        case "amend":
            return AmendFunction(function=function, text=op.text)
        case "relabel":
            return RelabelFunction(function=function, label=op.label)
        case "transfer":
            return TransferFunction(function=function, to=op.unit, label=op.label)
        case _:
            return RemoveFunction(function=function)


def _replayed(before: Picture, proposal: Proposal) -> Picture:
    """Return the picture after one resolution. Raises: Wrong."""
    picture = before.copy()
    for op in proposal.ops:
        if op.path is not None:
            _still_means(before, op)
        _carried_out(picture, op, proposal.entry)
    _sound(picture)
    return picture


def _contradicts_itself(proposal: Proposal) -> bool:
    """Tell whether two orders of one file give one field of one thing two values; all take effect on one day."""
    said: dict[tuple[str, str], str | None] = {}
    given = ((op.code, field, value) for op in proposal.ops for field, value in _given(op).items())
    return any(said.setdefault((code, field), value) != value for code, field, value in given)


def _given(op: Op) -> dict[str, str | None]:
    """Return the fields that an order gives a value."""
    match op.kind:
        case "create":
            return {"name": op.text, "parent": op.parent}
        case "rename":
            return {"name": op.text}
        case "move":
            return {"parent": op.parent}
        case "assign":
            return {"label": op.label, "text": op.text}
        case "amend":
            return {"text": op.text}
        case "relabel":
            return {"label": op.label}
        case "transfer":
            return {"unit": op.unit, "label": op.label}
        case _:
            return {}


def _still_means(before: Picture, op: Op) -> None:
    """What a path led to when it was enacted is what it must lead to ever after."""
    unit, label = op.path or ("", "")
    if unit not in before.units:
        raise Wrong("unit_not_in_force")
    found = [
        code for code, row in before.functions.items() if (row["unit"][0], row["label"][0]) == (unit, label)
    ]
    if not found:
        # Something that the same file brings in under that letter may be found instead.
        raise Wrong("function_not_in_force", "target_moved")
    if op.code not in found:
        raise Wrong("target_moved")


def _carried_out(picture: Picture, op: Op, entry: int) -> None:
    match op.kind:
        case "create":
            if op.code in picture.units:
                raise Wrong("unit_exists")
            if op.code in picture.ended:
                raise Wrong("unit_code_used_before")
            picture.units[op.code] = {"name": (op.text, entry), "parent": (op.parent, entry)}
        case "rename":
            _changed(picture.units, op.code, {"name": op.text}, entry, "unit_not_in_force")
        case "move":
            _changed(picture.units, op.code, {"parent": op.parent}, entry, "unit_not_in_force")
        case "suppress":
            if picture.units.pop(op.code, None) is None:
                raise Wrong("unit_not_in_force")
            picture.ended.add(op.code)
        case "assign":
            if op.unit not in picture.units:
                raise Wrong("unit_not_in_force")
            fields = {"unit": op.unit, "label": op.label, "text": op.text}
            picture.functions[op.code] = {name: (value, entry) for name, value in fields.items()}
        case "amend":
            _changed(picture.functions, op.code, {"text": op.text}, entry, "function_not_in_force")
        case "relabel":
            _changed(picture.functions, op.code, {"label": op.label}, entry, "function_not_in_force")
        case "transfer":
            if op.code in picture.functions and op.unit not in picture.units:
                raise Wrong("unit_not_in_force")
            fields = {"unit": op.unit, "label": op.label}
            _changed(picture.functions, op.code, fields, entry, "function_not_in_force")
        case _:
            if picture.functions.pop(op.code, None) is None:
                raise Wrong("function_not_in_force")


def _changed(
    rows: dict[str, Row], code: str, fields: dict[str, str] | dict[str, str | None], entry: int, absent: str
) -> None:
    if code not in rows:
        raise Wrong(absent)
    different = {name: value for name, value in fields.items() if rows[code][name][0] != value}
    if not different:
        raise Wrong("act_changes_nothing")
    rows[code] |= {name: (value, entry) for name, value in different.items()}


def _sound(picture: Picture) -> None:
    """Judge what a whole resolution leaves behind; where several things are wrong, any of them may be named."""
    wrong = set()
    for code, row in picture.units.items():
        above, walked = row["parent"][0], 0
        if above is not None and above not in picture.units:
            wrong.add("unit_has_children" if above in picture.ended else "parent_not_in_force")
        while above is not None and above in picture.units and walked <= len(picture.units):
            if above == code:
                wrong.add("parent_cycle")
            above, walked = picture.units[above]["parent"][0], walked + 1
    places = [(row["unit"][0], row["label"][0]) for row in picture.functions.values()]
    if len(places) > len(set(places)):
        wrong.add("label_twice")
    if any(unit not in picture.units for unit, _ in places):
        wrong.add("unit_has_functions")
    if wrong:
        raise Wrong(*wrong)

"""Which thing a file means: paths and printed words to permanent codes, and the codes of what is new.

Takes an act and what was so before its source's acts of the day, and now; returns the codes behind its words.
Source: design, section 4; decision 0001. Raises: Wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from organica.domain import acts
from organica.domain.acts import (
    FunctionItem,
    FunctionRef,
    Holder,
    IndicatorItem,
    PlainAct,
    PostItem,
    PostRef,
)
from tests.support.law.functions import places
from tests.support.law.programmes import figures
from tests.support.law.state import ABSENT, Codes, State, Wrong

Mint = Callable[[str], str]


class Naming:
    """Names what the acts of one source mean on one day.

    A path means what it meant before the file; only what the file itself brings into being is looked up as
    it is in mid-file. `known`: codes that the register gave; `withheld`: names that compare with nothing.
    """

    def __init__(
        self,
        before: State,
        now: State,
        mint: Mint,
        known: Collection[str],
        withheld: Collection[tuple[str, str]],
    ) -> None:
        self._before, self._now = before, now
        self._mint, self._known, self._withheld = mint, known, withheld

    def codes(self, act: PlainAct, given: Codes) -> Codes:
        """Return the codes of an act; those that it was given before must still be where its paths lead."""
        codes = dict(given)
        match act:
            case acts.StateUnit() | acts.CreateUnit():
                if act.functions:
                    self._list(act.unit, act.functions, codes)
                for number, post in enumerate(act.posts or ()):
                    self._post_item(act.unit, number, post, act.posts or (), codes)
            case acts.AssignFunction():
                for place, item, _ in places([act.function]):
                    self._item(f"item:{place}", act.unit, item, codes)
                if act.post is not None:
                    self._post("post", act.post, codes)
                if act.parent is not None:
                    self._function("parent", act.parent, codes)
            case (
                acts.AmendFunction()
                | acts.RelabelFunction()
                | acts.TransferFunction()
                | acts.RemoveFunction()
                | acts.RestateFunction()
            ):
                self._function("function", act.function, codes)
            case acts.SplitUnit():
                for number, share in enumerate(act.into):
                    for each, ref in enumerate(share.functions):
                        self._function(f"function:{number}.{each}", ref, codes)
            case acts.CreatePost():
                self._post_item(act.unit, 0, act.post, (), codes)
            case acts.RenamePost() | acts.AbolishPost():
                self._post("post", act.post, codes)
            case acts.SetSubstitutionOrder():
                for number, substitute in enumerate(act.substitutes):
                    self._post(f"substitute:{number}", substitute, codes)
                self._post("post", act.post, codes)
            case acts.Appoint():
                self._post("post", act.post, codes)
                if "appointment" not in codes:
                    codes["appointment"] = self._mint(f"{codes['post']}.")
            case acts.EndAppointment():
                self._post("post", act.post, codes)
                if act.holder is not None and "appointment" not in codes:
                    codes["appointment"] = self._held_by(act.holder, codes["post"], self._now)
            case acts.StateProgramme() | acts.StartProgramme() | acts.AmendProgramme():
                self._figures(act.programme, figures(act), codes)
                for number, ref in enumerate(act.functions or ()):
                    self._function(f"function:{number}", ref, codes)
            case acts.ReportIndicator():
                self._figures(act.programme, figures(act), codes)
        return codes

    def _figures(self, programme: str, items: Sequence[IndicatorItem], codes: Codes) -> None:
        """A figure is known by its name and period: from before the file, or from the same act."""
        known = {
            (each["name"], each["period"].written): code
            for code, each in self._before.indicators.items()
            if each["programme"] == programme
        }
        for number, item in enumerate(items):
            slot, apart = f"figure:{number}", (item.name, item.period.written)
            if slot not in codes:
                codes[slot] = known.get(apart) or self._mint(f"{programme}.")
            known[apart] = codes[slot]

    def _function(self, slot: str, ref: FunctionRef, codes: Codes) -> None:
        if ref.at is None:
            if slot not in codes:
                codes[slot] = self._given(ref.code, self._before.functions, "function")
            return
        unit, _, rest = ref.at.partition("/")
        if unit not in self._before.units and unit not in self._now.units:
            raise Wrong("unit_not_in_force")
        found = _at(self._before, unit, rest) if unit in self._before.units else []
        found = found or [each for each in _at(self._now, unit, rest) if each not in self._before.functions]
        self._settle(slot, found, ref.code, codes, "function")

    def _post(self, slot: str, ref: PostRef, codes: Codes) -> None:
        if ref.at is None:
            if slot not in codes:
                codes[slot] = self._given(ref.code, self._before.posts, "post")
            return
        found = _posts_at(self._before, ref.at)
        found = found or [each for each in _posts_at(self._now, ref.at) if each not in self._before.posts]
        self._settle(slot, found, ref.code, codes, "post")

    def _settle(self, slot: str, found: list[str], code: str | None, codes: Codes, noun: str) -> None:
        found = [each for each in found if code in (None, each)]
        if not found:
            raise Wrong(*ABSENT[noun])
        if codes.get(slot, found[0]) not in found:
            raise Wrong("target_moved")
        if slot not in codes and len(found) > 1:
            raise Wrong(f"{noun}_ambiguous")
        codes.setdefault(slot, found[0])

    def _given(self, code: str | None, things: Collection[str], noun: str) -> str | None:
        """A code that a file writes was given by the register, or came here by a succession."""
        if code is not None and code not in self._known and code not in things:
            raise Wrong(*ABSENT[noun])
        return code

    def _list(self, unit: str, items: Sequence[FunctionItem], codes: Codes) -> None:
        """Find each item among what the unit has: by its code, by text and letter, by text, by letter."""
        every = list(places(items))
        if all(f"item:{place}" in codes for place, _, _ in every):
            return
        had = [each for each in _printed(self._before, unit) if self._before.functions[each]["post"] is None]
        had += [
            each
            for each in _printed(self._now, unit)
            if self._now.functions[each]["post"] is None and each not in had
        ]
        things = self._now.functions | self._before.functions
        found = {place: codes.get(f"item:{place}") or item.code for place, item, _ in every}
        for surest in ("text and letter", "text", "letter"):
            for place, item, above in every:
                if found[place] is None:
                    parent = None if above is None else (found[above] or "")
                    same = [
                        each
                        for each in had
                        if each not in found.values() and _same(things[each], item, parent, surest)
                    ]
                    found[place] = same[0] if same else None
        for place, item, _ in every:
            if found[place] is not None and item.code is None:
                codes.setdefault(f"item:{place}", found[place])
            self._item(f"item:{place}", unit, item, codes)

    def _item(self, slot: str, unit: str, item: FunctionItem, codes: Codes) -> None:
        if slot not in codes:
            named = self._given(item.code, self._before.functions, "function")
            codes[slot] = named or self._mint(f"{unit}.")

    def _post_item(
        self, unit: str, place: int, item: PostItem, every: Sequence[PostItem], codes: Codes
    ) -> None:
        slot, held = f"post:{place}", f"held:{place}"
        if slot not in codes:
            taken = {each.code for each in every} | {
                code for name, code in codes.items() if name.startswith("post:")
            }
            same = [
                code
                for code in _heads_first(self._before, unit)
                if every and code not in taken and _same_post(self._before, code, item)
            ]
            named = self._given(item.code, self._before.posts, "post")
            codes[slot] = named or (same[0] if same else self._mint(f"{unit}.p"))
        if item.holder is not None and held not in codes:
            stated = self._held_by(item.holder, codes[slot], self._before, capacity=(item.capacity,))
            codes[held] = stated or self._mint(f"{codes[slot]}.")

    def _held_by(
        self, holder: Holder, post: str, state: State, capacity: tuple[str | None, ...] | None = None
    ) -> str | None:
        """Return the appointment of a person to a post; a name that was withheld is nobody's."""
        return next(
            (
                code
                for code in sorted(state.held(post))
                if state.appointments[code]["holder"] == holder.name
                and (code, holder.name) not in self._withheld
                and (capacity is None or state.appointments[code]["capacity"] in capacity)
            ),
            None,
        )


def _same(held: dict[str, object], item: FunctionItem, parent: str | None, surest: str) -> bool:
    text = (held["text"], held["list"]) == (item.text, item.list)
    letter = item.label is not None and (held["label"], held["list"], held["parent"]) == (
        item.label,
        item.list,
        parent,
    )
    return {"text and letter": text and letter, "text": text, "letter": letter}[surest]


def _same_post(state: State, code: str, item: PostItem) -> bool:
    post = state.posts[code]
    return (item.heads and post["heads"]) or (item.name is not None and post["name"] == item.name)


def _heads_first(state: State, unit: str) -> list[str]:
    return sorted(state.posts_of(unit), key=lambda code: (not state.posts[code]["heads"], code))


def _printed(state: State, unit: str) -> list[str]:
    """Return what a unit has; where two fit an item equally well, the order of print would decide."""
    return sorted(state.functions_of(unit))


def _posts_at(state: State, path: str) -> list[str]:
    unit, _, name = path.partition("/")
    return [
        code
        for code in state.posts_of(unit)
        if (state.posts[code]["heads"] if name == "head" else state.posts[code]["name"] == name)
    ]


def _at(state: State, unit: str, rest: str) -> list[str]:
    """Return the functions that a path leads to: `b`, `list:b`, or `b/1` for a sub-item."""
    name, colon, labels = rest.partition(":")
    found: list[str | None] = [None]
    for label in (labels if colon else rest).split("/"):
        found = [
            code
            for code in state.functions_of(unit)
            if state.functions[code]["parent"] in found
            and state.functions[code]["label"] == label
            and (not colon or state.functions[code]["parent"] or state.functions[code]["list"] == name)
        ]
    return [code for code in found if code is not None]

"""What is so of one organization on one day, as plain dictionaries, and the picture that an answer must show.

Filled by the rules beside it; compared with the answers of the register. Dates of versions and legal bases are
left out: only what is so, not since when and why.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from typing import Any

Thing = dict[str, Any]
Things = dict[str, Thing]
Picture = dict[str, Any]
Codes = dict[str, Any]
"""The codes behind the words of one act, by their places in it: `function`, `item:0.1`, `post:2`, …"""

TOP = ("root", None)
UNSAID = ("unknown", None)


class Wrong(Exception):
    """A reason to refuse, under the codes that the register may give it."""

    def __init__(self, *codes: str) -> None:
        super().__init__(*codes)
        self.codes = frozenset(codes)


@dataclass(slots=True)
class State:
    """Everything that is so; `ended` is what was so before, `listed` the units whose functions were decided.

    `lost`: what ended because its act lost its force, and no other act ends it.
    """

    organization: Thing | None = None
    units: Things = field(default_factory=dict)
    functions: Things = field(default_factory=dict)
    posts: Things = field(default_factory=dict)
    appointments: Things = field(default_factory=dict)
    references: Things = field(default_factory=dict)
    programmes: Things = field(default_factory=dict)
    indicators: Things = field(default_factory=dict)
    ties: set[tuple[str, str, str, str]] = field(default_factory=set)
    ended: set[tuple[str, str]] = field(default_factory=set)
    lost: set[tuple[str, str]] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)

    def copy(self) -> State:
        """Return a state of its own, whose things may be changed."""

        def own(things: Things) -> Things:
            return {code: dict(thing) for code, thing in things.items()}

        return State(
            None if self.organization is None else dict(self.organization),
            own(self.units),
            own(self.functions),
            own(self.posts),
            own(self.appointments),
            own(self.references),
            own(self.programmes),
            own(self.indicators),
            copy(self.ties),
            copy(self.ended),
            copy(self.lost),
            copy(self.listed),
        )

    def functions_of(self, unit: str) -> list[str]:
        """Return the codes of what a unit and its posts hold."""
        return [code for code, held in self.functions.items() if held["unit"] == unit]

    def posts_of(self, unit: str) -> list[str]:
        """Return the codes of the posts of a unit."""
        return [code for code, post in self.posts.items() if post["unit"] == unit]

    def held(self, post: str) -> list[str]:
        """Return the codes of the appointments to a post."""
        return [code for code, each in self.appointments.items() if each["post"] == post]

    def below(self, function: str) -> Iterator[str]:
        """Yield the sub-items of a function, and theirs."""
        for code, held in list(self.functions.items()):
            if held["parent"] == function:
                yield code
                yield from self.below(code)

    def _by_noun(self) -> dict[str, Things]:
        return {
            "unit": self.units,
            "function": self.functions,
            "post": self.posts,
            "appointment": self.appointments,
            "programme": self.programmes,
            "indicator": self.indicators,
        }

    def end(self, noun: str, code: str) -> None:
        """Let a thing end."""
        if noun == "organization":
            self.organization = None
        else:
            del self._by_noun()[noun][code]
        self.ended.add((noun, code))
        self.lost.discard((noun, code))

    def things(self) -> set[tuple[str, str]]:
        """Return everything that is there, by noun and code; there is one organization."""
        found = {(noun, code) for noun, things in self._by_noun().items() for code in things}
        return found if self.organization is None else found | {("organization", self.organization["code"])}

    def need(self, noun: str, code: str | None) -> Thing:
        """Return a unit, function or post that is in force. Raises: Wrong."""
        match noun:
            case "unit":
                things = self.units
            case "function":
                things = self.functions
            case _:
                things = self.posts
        if code not in things:
            raise Wrong(*ABSENT[noun])
        return things[code]

    def picture(self) -> Picture:
        """Return what an answer must show."""
        return {
            "organization": _shown_organization(self.organization),
            "units": {code: dict(unit) for code, unit in self.units.items()},
            "functions": {code: dict(held) for code, held in self.functions.items()},
            "posts": {code: _shown(post) for code, post in self.posts.items()},
            "appointments": {code: dict(held) for code, held in self.appointments.items()},
            "references": {code: dict(said) for code, said in self.references.items()},
            "programmes": {code: dict(run) for code, run in self.programmes.items()},
            "indicators": {code: dict(figure) for code, figure in self.indicators.items()},
            "ties": set(self.ties),
        }


ABSENT = {
    "unit": ("unit_not_in_force",),
    "function": ("function_not_in_force",),
    "post": ("post_not_in_force", "post_abolished"),
}


def _shown_organization(organization: Thing | None) -> Thing | None:
    return organization and {name: value for name, value in organization.items() if name != "code"}


def _shown(post: Thing) -> Thing:
    """A post is shown as vacant where a source says so, and where its last known holder has gone."""
    shown = {name: value for name, value in post.items() if name != "emptied"}
    return shown | {"vacant": post["vacant"] or post["emptied"]}


def changed(thing: Thing, fields: Thing) -> None:
    """Give a thing other fields. Raises: Wrong where all are so already."""
    if all(thing[name] == value for name, value in fields.items()):
        raise Wrong("act_changes_nothing")
    thing.update(fields)


def given(**fields: object) -> Thing:
    """Return the fields that an act gives: what it leaves out stays untouched."""
    return {name: value for name, value in fields.items() if value is not None}


@dataclass(slots=True)
class Layers:
    """What norms order and what attestations state, side by side."""

    norms: State = field(default_factory=State)
    attested: State = field(default_factory=State)

    def copy(self) -> Layers:
        """Return layers of their own."""
        return Layers(self.norms.copy(), self.attested.copy())

    def of(self, *, normative: bool) -> State:
        """Return one of the two."""
        return self.norms if normative else self.attested


World = dict[str, Layers]


def copied(world: World) -> World:
    """Return a world of its own."""
    return {code: layers.copy() for code, layers in world.items()}

"""What random acts are made of: units, functions, posts and persons that are there on a day, or just are not.

Takes choices and the picture of the day; returns parts. Called by `ordering`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from organica.domain.acts import (
    ROOT,
    UNKNOWN_PARENT,
    FunctionItem,
    FunctionRef,
    Holder,
    NewUnit,
    Parent,
    PostItem,
    PostRef,
    under,
)
from tests.support.law.state import Picture

if TYPE_CHECKING:
    from tests.support.law.law import Law
    from tests.support.law.picks import Picks

CODES = ("archivo", "boyas", "compras", "faros", "muelles", "puertos", "radas", "talleres")
LABELS = ("a", "b", "c", "d", "e")
LISTS = (None, None, None, "específicas")
NAMES = ("Ana", "Bruno", "Clara", "Diego", "Elena", "Fabián", "Gloria", "Hugo")
SURNAMES = ("Marejada", "Rompeolas", "Salina", "Bajamar", "Escollera", "Pleamar", "Sotavento", "Barlovento")


class Parts:
    """Draws the parts of acts for one organization and one day."""

    def __init__(self, law: Law, picks: Picks, entry: int, organization: str, day: date) -> None:
        self._picks, self._entry, self._organization, self._day = picks, entry, organization, day
        self._picture: Picture = law.on(organization, day)
        self._units = sorted(self._picture["units"]) or ["direccion"]
        self._functions = sorted(self._picture["functions"])
        self._posts = sorted(self._picture["posts"])

    def _words(self, what: str) -> str:
        """Return words that are new, or now and then those that another entry may have used."""
        return f"{what} {self._entry - self._picks.once_in(8)}"

    def _unit(self) -> str:
        return self._picks.of(CODES) if self._picks.once_in(14) else self._picks.of(self._units)

    def _parent(self) -> Parent:
        if self._picks.once_in(7):
            return self._picks.of((ROOT, UNKNOWN_PARENT))
        return under(self._unit())

    def _free(self) -> str:
        free = [code for code in CODES if code not in self._picture["units"]]
        return self._picks.of(free if free and not self._picks.once_in(12) else CODES)

    def _function(self) -> FunctionRef:
        """Return a function by its code or by the path that leads to it."""
        code = (
            "nadie.1" if self._picks.once_in(25) or not self._functions else self._picks.of(self._functions)
        )
        held = self._picture["functions"].get(code)
        if held is None or self._picks.once_in(2) or held["label"] is None:
            return FunctionRef(code=code)
        above = self._picture["functions"].get(held["parent"])
        if above is not None:
            return FunctionRef(at=f"{held['unit']}/{above['label'] or 'a'}/{held['label']}")
        named = f"{held['list']}:" if held["list"] else ""
        return FunctionRef(at=f"{held['unit']}/{named}{held['label']}")

    def _post(self) -> PostRef:
        code = "nadie.p1" if self._picks.once_in(25) or not self._posts else self._picks.of(self._posts)
        post = self._picture["posts"].get(code)
        if post is None or self._picks.once_in(2):
            return PostRef(code=code)
        if post["heads"]:
            return PostRef(at=f"{post['unit']}/head")
        return PostRef(at=f"{post['unit']}/{post['name']}") if post["name"] else PostRef(code=code)

    def _label(self, unit: str) -> str:
        """Return a letter that is mostly free in a unit."""
        held = self._picture["functions"].values()
        taken = {each["label"] for each in held if each["unit"] == unit}
        free = [label for label in LABELS if label not in taken]
        return self._picks.of(free if free and not self._picks.once_in(8) else LABELS)

    def _item(self, label: str | None) -> FunctionItem:
        picks = self._picks
        below = (FunctionItem(text=self._words("Subpunto"), label="1"),) if picks.once_in(6) else ()
        misprint = picks.once_in(12)
        text = self._words(f"Función {label}")
        return FunctionItem(text=text, label=label, list=picks.of(LISTS), misprint=misprint, children=below)

    def _listed(self, unit: str) -> tuple[FunctionItem, ...]:
        """Return a whole list: what the unit has, some of it changed, something left out or added."""
        held = [(code, each) for code, each in self._picture["functions"].items() if each["unit"] == unit]
        items = [
            FunctionItem(
                text=each["text"] if not self._picks.once_in(3) else self._words("Texto"),
                label=each["label"],
                list=each["list"],
                code=code if self._picks.once_in(4) else None,
            )
            for code, each in sorted(held)
            if each["parent"] is None and each["post"] is None and not self._picks.once_in(5)
        ]
        return (*items, self._item(self._label(unit))) if self._picks.once_in(2) else tuple(items)

    def _person(self) -> Holder:
        number = self._entry * 3 + self._picks.number() % 3
        return Holder(f"{NAMES[number % 8]} {SURNAMES[number // 8 % 8]}")

    def _post_item(self) -> PostItem:
        picks = self._picks
        name, heads = picks.of(("Jefatura", "Guardia", "Tesorería")), picks.once_in(2)
        match picks.number() % 3:
            case 0:
                return PostItem(name=name, heads=heads)
            case 1:
                return PostItem(name=name, heads=heads, vacant=True)
            case _:
                return PostItem(name=name, heads=heads, holder=self._person(), capacity="titular")

    def _new(self) -> NewUnit:
        return NewUnit(unit=self._free(), parent=self._parent(), kind="Unidad", name=self._words("Unidad"))

    def _holder_of(self, ref: PostRef) -> Holder:
        held = self._picture["appointments"].values()
        names = [each["holder"] for each in held if each["post"] == ref.code and each["holder"]]
        return Holder(self._picks.of(names)) if names else self._person()

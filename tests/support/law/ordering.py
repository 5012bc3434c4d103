"""Random acts about what is in force on a day, or just is not.

Takes choices and the picture of the day; returns acts of every kind. Called by `drafting`.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from organica.domain import acts
from organica.domain.acts import (
    Act,
    FunctionRef,
    PostRef,
    Share,
    UnitClass,
    under,
)
from organica.domain.dates import LegalDate
from tests.support.law.parts import LABELS, LISTS
from tests.support.law.running import Programmes

if TYPE_CHECKING:
    pass

BODIES = ("cl.ministerio-ficticio", "int.red-ficticia", "cl.servicio-ficticio")
KINDS = (
    *("create", "create", "state", "state", "rename", "move", "move", "suppress", "close", "classify"),
    *("objective", "restate", "merge", "split", "assign", "assign", "assign", "amend", "relabel", "swap"),
    *("transfer", "transfer", "remove", "repeat", "new post", "post name", "abolish", "order", "appoint"),
    *("appoint", "leave", "leave", "carry", "organization", "organization"),
    *(*("start",) * 3, "programme amend", "programme amend", "end", *("report",) * 4),
)


class Acts(Programmes):
    """Draws acts for one organization and one day."""

    def drawn(self) -> list[Act]:
        """Return one act, or a few that belong together."""
        picks, unit = self._picks, self._unit()
        match picks.of(KINDS):
            case "create":
                return [self._create()]
            case "state":
                return [self.stated()]
            case "rename":
                return [acts.RenameUnit(unit=unit, name=self._words("Unidad"))]
            case "move":
                return [acts.MoveUnit(unit=unit, parent=self._parent())]
            case "suppress":
                return [acts.SuppressUnit(unit=unit)]
            case "close":
                return self._closed(unit)
            case "classify":
                return [
                    acts.ClassifyUnit(unit=unit, unit_class=picks.of((UnitClass.LINE, UnitClass.SUPPORT)))
                ]
            case "objective":
                return [acts.SetObjective(unit=unit, objective=self._words("Objetivo"))]
            case "restate":
                return [acts.RestateUnit(unit=unit, with_functions=picks.once_in(2))]
            case "merge":
                return self._merged(unit)
            case "split":
                return self._split(unit)
            case "swap":
                return self._swapped(unit)
            case "carry":
                return [self._carried(unit)]
            case "organization":
                return [self._on_organization()]
            case "assign":
                return [self._assigned(unit)]
            case kind if kind in ("start", "programme amend", "end", "report"):
                return [self.on_programme(kind.removeprefix("programme "))]
            case kind if kind in ("amend", "relabel", "transfer", "remove", "repeat"):
                return [self._on_function(kind)]
            case kind:
                return [self._on_post(kind, unit)]

    def _create(self) -> Act:
        picks = self._picks
        return acts.CreateUnit(
            unit=self._free(),
            parent=self._parent(),
            kind="Unidad",
            name=self._words("Unidad"),
            objective=self._words("Objetivo") if picks.once_in(3) else None,
            functions=tuple(self._item(label) for label in LABELS[: picks.number() % 3]),
            posts=(self._post_item(),) if picks.once_in(2) else (),
        )

    def stated(self) -> Act:
        """Return a statement about a unit, a programme or the organization."""
        picks = self._picks
        if picks.once_in(10):
            return acts.StateOrganization(
                name=self._words("Servicio"), acronym="SF" if picks.once_in(2) else None
            )
        if picks.once_in(3):
            return self.stated_programme()
        unit = self._free() if picks.once_in(3) else self._unit()
        new = unit not in self._picture["units"]
        said: dict[str, Any] = {
            "name": self._words("Unidad") if new or picks.once_in(3) else None,
            "kind": "Sección" if new or picks.once_in(4) else None,
            "parent": self._parent() if new or picks.once_in(4) else None,
            "unit_class": UnitClass.CONTROL if picks.once_in(5) else None,
            "objective": self._words("Objetivo") if picks.once_in(2) else None,
            "functions": self._listed(unit) if picks.once_in(3) else None,
            "posts": (self._post_item(),) if picks.once_in(3) else None,
        }
        return acts.StateUnit(unit=unit, **said)

    def _closed(self, unit: str) -> list[Act]:
        """Suppress a unit and hand its parts over, the suppression now first, now last."""
        heir = self._unit()
        parts: list[Act] = [
            acts.MoveUnit(unit=code, parent=under(heir))
            for code, each in sorted(self._picture["units"].items())
            if each["parent"] == ("known", unit)
        ]
        for code, held in sorted(self._picture["functions"].items()):
            if held["unit"] == unit and held["parent"] is None:
                ref = FunctionRef(code=code)
                away = (
                    acts.RemoveFunction(function=ref),
                    acts.TransferFunction(function=ref, to=heir, label="z"),
                )
                parts.append(away[self._picks.once_in(2)])
        end = acts.SuppressUnit(unit=unit)
        return [end, *parts] if self._picks.once_in(2) else [*parts, end]

    def _merged(self, unit: str) -> list[Act]:
        units = tuple(dict.fromkeys((unit, self._unit()) if self._picks.once_in(3) else (unit,)))
        if self._picks.once_in(2):
            return [acts.MergeUnits(units=units, create=self._new())]
        return [acts.MergeUnits(units=units, into=self._unit())]

    def _split(self, unit: str) -> list[Act]:
        held = [code for code, each in self._picture["functions"].items() if each["unit"] == unit]
        tops = [code for code in held if self._picture["functions"][code]["parent"] is None]
        refs = tuple(FunctionRef(code=code) for code in tops if not self._picks.once_in(4))
        new = self._picks.once_in(2)
        share = Share(create=self._new(), functions=refs) if new else Share(unit=self._unit(), functions=refs)
        return [acts.SplitUnit(unit=unit, into=(share,), remains=not self._picks.once_in(3))]

    def _assigned(self, unit: str) -> Act:
        picks = self._picks
        posts = [code for code in self._posts if self._picture["posts"][code]["unit"] == unit]
        post = PostRef(code=picks.of(posts)) if posts and picks.once_in(5) else None
        items = [code for code in self._functions if self._picture["functions"][code]["unit"] == unit]
        parent = FunctionRef(code=picks.of(items)) if items and post is None and picks.once_in(5) else None
        return acts.AssignFunction(
            unit=unit, function=self._item(self._label(unit)), post=post, parent=parent
        )

    def _on_function(self, kind: str) -> Act:
        ref = self._function()
        to = self._unit()
        match kind:
            case "amend":
                return acts.AmendFunction(function=ref, text=self._words("Texto"))
            case "relabel":
                held = self._picture["functions"].get(ref.code) or {"unit": (ref.at or "").partition("/")[0]}
                return acts.RelabelFunction(function=ref, label=self._label(held["unit"]))
            case "transfer":
                label = None if self._picks.once_in(3) else self._label(to)
                return acts.TransferFunction(function=ref, to=to, label=label, list=self._picks.of(LISTS))
            case "remove":
                return acts.RemoveFunction(function=ref)
            case _:
                return acts.RestateFunction(function=ref)

    def _swapped(self, unit: str) -> list[Act]:
        """Give two functions of one list each other's letter, by their paths before the file."""
        held = [
            (code, each) for code, each in sorted(self._picture["functions"].items()) if each["unit"] == unit
        ]
        pair = [
            each for _, each in held if each["parent"] is None and each["list"] is None and each["label"]
        ][:2]
        if len(pair) < 2:
            return [acts.RestateUnit(unit=unit)]
        one, other = (each["label"] for each in pair)
        return [
            acts.RelabelFunction(function=FunctionRef(at=f"{unit}/{old}"), label=new)
            for old, new in ((one, other), (other, one))
        ]

    def _on_post(self, kind: str, unit: str) -> Act:
        picks, ref = self._picks, self._post()
        match kind:
            case "new post":
                return acts.CreatePost(unit=unit, post=self._post_item())
            case "post name":
                return acts.RenamePost(post=ref, name=self._words("Cargo"))
            case "abolish":
                return acts.AbolishPost(post=ref)
            case "order":
                substitutes = tuple(self._post() for _ in range(picks.number() % 3))
                return acts.SetSubstitutionOrder(post=ref, substitutes=substitutes)
            case "leave":
                return acts.EndAppointment(
                    post=ref, holder=self._holder_of(ref) if picks.once_in(2) else None
                )
            case _:
                until = self._day + timedelta(days=30 * (picks.number() % 8) + 30)
                lapses = LegalDate(until.isoformat()[: 7 if picks.once_in(4) else 10])
                return acts.Appoint(
                    post=ref,
                    holder=self._person(),
                    capacity=picks.of(("titular", "suplente", None)),
                    in_force_until=lapses if picks.once_in(2) else None,
                )

    def _carried(self, unit: str) -> Act:
        name = self._picks.of(("Oficina de Boyas", "OFICINA DE BOYAS", "Antigua Dirección"))
        if self._picks.once_in(4):
            return acts.CarryOver(name=name, organization=self._picks.of(BODIES))
        return acts.CarryOver(name=name, unit=unit)

    def _on_organization(self) -> Act:
        picks = self._picks
        body = picks.of(BODIES)
        options: tuple[Act, ...] = (
            acts.RenameOrganization(name=self._words("Servicio")),
            acts.AttachOrganization(to=None if picks.once_in(3) else body),
            acts.AffiliateOrganization(body=body),
            acts.EndAffiliation(body=body),
            acts.StateOrganization(
                name=self._words("Servicio"),
                attached_to=body if picks.once_in(2) else None,
                affiliated_with=(body,) if picks.once_in(3) else (),
            ),
            acts.DissolveOrganization(),
            acts.EstablishOrganization(name=self._words("Servicio"), time_zone="America/Santiago"),
        )
        return picks.of(options)

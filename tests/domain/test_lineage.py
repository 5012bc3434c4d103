"""Merges, splits and successions: what passes on, what ends, and the ties that are left."""

from __future__ import annotations

from copy import deepcopy

import pytest

from organica.domain.acts import (
    ROOT,
    Act,
    Carried,
    EstablishOrganization,
    Invalidate,
    MergeUnits,
    MoveUnit,
    NewUnit,
    NotOneHeir,
    RenameUnit,
    Revoke,
    Share,
    SplitUnit,
    StateOrganization,
    Succeed,
    TransferFunction,
    under,
)
from organica.domain.change import ChangeKind
from organica.domain.diff import Side, diff
from organica.domain.filings import Enacted, Filing
from organica.domain.history import History, fold_together
from organica.domain.ids import Minter
from organica.domain.refusals.functions import FunctionElsewhere, FunctionExists
from organica.domain.refusals.ordering import LaterActNoLongerApplies
from organica.domain.refusals.organizations import (
    HeirNotInForce,
    OrganizationHasUnits,
    OrganizationWithItself,
)
from organica.domain.refusals.units import (
    HeirIsPart,
    UnitCodeUsedBefore,
    UnitExists,
    UnitHasFunctions,
    UnitNotInForce,
)
from organica.domain.resolution import CoverageClaim, Resolution
from organica.domain.states import LineageKind, Noun
from organica.domain.structure import Structure
from tests.makers import (
    ORGANIZATION,
    Book,
    a_day,
    a_function,
    a_post,
    a_resolution,
    a_unit,
    an_assignment,
    items,
    key_of,
)
from tests.support.refusing import refused

NEW = NewUnit(unit="costas", parent=under("direccion"), kind="División", name="División de Costas")


def a_book() -> Book:
    """Dirección with Faros (two functions, a post, the unit Boyas below it) and Puertos (one function)."""
    return Book(
        a_resolution(
            a_unit("direccion"),
            a_unit("faros", "direccion", functions=items("a b"), posts=[a_post("Jefatura", heads=True)]),
            a_unit("boyas", "faros", functions=items("a")),
            a_unit("puertos", "direccion", functions=items("a")),
        )
    )


def later(*acts: Act, year: str = "2020") -> Resolution:
    return a_resolution(*acts, number=year[2:], in_force_from=f"{year}-01-01", coverage=None)


def after(book: Book, day: str = "2020-06-01") -> Structure:
    return book.history.structure_on(a_day(day))


def ties(structure: Structure, noun: Noun = Noun.UNIT) -> list[tuple[LineageKind, str, str]]:
    found = sorted(structure.lineage.values(), key=lambda tie: tie.code)
    return [(tie.kind, tie.predecessor_path, tie.successor_path) for tie in found if tie.noun is noun]


def holders(structure: Structure) -> dict[str, tuple[str, str | None]]:
    return {code: (held.unit, held.label) for code, held in sorted(structure.functions.items())}


def test_an_absorption_hands_functions_and_units_below_to_the_heir() -> None:
    book = a_book()
    book.enact(later(MergeUnits(units=("faros",), into="puertos")))
    structure = after(book)
    assert holders(structure) == {
        "boyas.1": ("boyas", "a"),
        "faros.1": ("puertos", None),
        "faros.2": ("puertos", None),
        "puertos.1": ("puertos", "a"),
    }
    assert structure.units["boyas"].parent == under("puertos")
    assert sorted(structure.units) == ["boyas", "direccion", "puertos"]
    assert structure.posts == {}
    assert ties(structure) == [(LineageKind.ABSORPTION, "faros", "puertos")]
    assert ties(after(book, "2019-12-31")) == []


def test_a_merge_creates_its_heir() -> None:
    book = a_book()
    book.enact(later(MergeUnits(units=("faros", "puertos"), create=NEW)))
    structure = after(book)
    assert structure.units["costas"].name == "División de Costas"
    assert {unit for unit, _ in holders(structure).values()} == {"boyas", "costas"}
    assert ties(structure) == [
        (LineageKind.MERGE, "faros", "costas"),
        (LineageKind.MERGE, "puertos", "costas"),
    ]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_what_the_file_places_itself_keeps_that_place(order: tuple[int, int, int]) -> None:
    acts: list[Act] = [
        TransferFunction(function=a_function("faros/b"), to="puertos", label="c"),
        MoveUnit(unit="boyas", parent=under("direccion")),
        MergeUnits(units=("faros",), into="puertos"),
    ]
    book = a_book()
    book.enact(later(*(acts[each] for each in order)))
    structure = after(book)
    assert holders(structure)["faros.2"] == ("puertos", "c")
    assert structure.units["boyas"].parent == under("direccion")


def test_the_diff_of_a_merge_tells_who_received_what() -> None:
    book = a_book()
    book.enact(later(MergeUnits(units=("faros",), into="puertos")))
    moments = [book.history.moment_on(a_day(day)) for day in ("2019-01-01", "2020-01-01")]
    one, other = (Side(each.structure, each.coverage) for each in moments if each is not None)
    changes = diff(ORGANIZATION, one, other)
    assert [(each.kind, each.code, each.before, each.after) for each in changes if each.field != "label"] == [
        (ChangeKind.UNIT_SUPPRESSED, "faros", "Departamento Faros", None),
        (ChangeKind.UNIT_MOVED, "boyas", "faros", "puertos"),
        (ChangeKind.FUNCTION_TRANSFERRED, "faros.1", "faros", "puertos"),
        (ChangeKind.FUNCTION_TRANSFERRED, "faros.2", "faros", "puertos"),
        (ChangeKind.POST_ABOLISHED, "faros.p1", "Jefatura", None),
        (ChangeKind.PASSED_ON, "absorption:faros>puertos", "faros", "puertos"),
    ]


def test_a_split_hands_the_named_functions_to_each_heir() -> None:
    book = a_book()
    book.enact(
        later(
            MoveUnit(unit="boyas", parent=under("puertos")),
            SplitUnit(
                unit="faros",
                into=(
                    Share(create=NEW, functions=(a_function("faros/a"),)),
                    Share(unit="puertos", functions=(a_function("faros/b"),)),
                ),
            ),
        )
    )
    structure = after(book)
    assert {code: unit for code, (unit, _) in holders(structure).items()} == {
        "boyas.1": "boyas",
        "faros.1": "costas",
        "faros.2": "puertos",
        "puertos.1": "puertos",
    }
    assert "faros" not in structure.units
    assert ties(structure) == [
        (LineageKind.SPLIT, "faros", "costas"),
        (LineageKind.SPLIT, "faros", "puertos"),
    ]


def test_a_unit_may_remain_after_its_split() -> None:
    book = a_book()
    share = Share(create=NEW, functions=(a_function("faros/a"),))
    book.enact(later(SplitUnit(unit="faros", into=(share,), remains=True)))
    structure = after(book)
    assert structure.units["faros"].parent == under("direccion")
    assert holders(structure)["faros.2"] == ("faros", "b")
    assert "faros.p1" in structure.posts


def test_what_a_split_leaves_in_a_unit_that_ends_is_refused() -> None:
    book = a_book()
    move = MoveUnit(unit="boyas", parent=under("puertos"))
    split = SplitUnit(unit="faros", into=(Share(create=NEW, functions=(a_function("faros/a"),)),))
    assert refused(book, later(move, split), UnitHasFunctions).facts["functions"] == ("faros.2",)


def test_a_split_hands_over_only_what_the_unit_holds() -> None:
    split = SplitUnit(unit="faros", into=(Share(create=NEW, functions=(a_function("puertos/a"),)),))
    refused(a_book(), later(split), FunctionElsewhere)


def test_a_unit_is_not_its_own_heir() -> None:
    book = a_book()
    refused(book, later(MergeUnits(units=("faros", "puertos"), into="faros")), HeirIsPart)
    refused(book, later(SplitUnit(unit="faros", into=(Share(unit="faros"),))), HeirIsPart)


def test_an_heir_that_does_not_exist_and_one_that_exists_already_are_refused() -> None:
    book = a_book()
    refused(book, later(MergeUnits(units=("faros",), into="muelles")), UnitNotInForce)
    again = NewUnit(unit="puertos", parent=ROOT, kind="División", name="Otra")
    refused(book, later(MergeUnits(units=("faros",), create=again)), UnitExists)


@pytest.mark.parametrize("heirs", [{}, {"into": "faros", "create": NEW}])
def test_a_merge_names_one_heir(heirs: dict[str, str]) -> None:
    with pytest.raises(NotOneHeir):
        MergeUnits(units=("puertos",), **heirs)  # type: ignore[arg-type]  # Each is what its key says.
    with pytest.raises(NotOneHeir):
        Share(functions=())


def test_a_revoked_merge_is_undone_from_that_day_on() -> None:
    book = a_book()
    before = after(book)
    book.enact(later(MergeUnits(units=("faros",), into="puertos")))
    book.enact(later(Revoke(target=key_of("20", "2020")), year="2022"))
    structure = after(book, "2022-06-01")
    assert holders(structure) == holders(before)
    assert sorted(structure.units) == sorted(before.units)
    assert ties(structure) == []
    assert ties(after(book)) == [(LineageKind.ABSORPTION, "faros", "puertos")]


# --- Two organizations -------------------------------------------------------------------------------

OLD, HEIR = "pe.faro-viejo", "pe.faro-nuevo"


class Ledger:
    """Several organizations without storage, folded together."""

    def __init__(self) -> None:
        self.enacted: list[Enacted] = []
        self.histories: dict[str, History] = {}
        self._minter = Minter()

    def enact(self, filing: Filing) -> None:
        minter = deepcopy(self._minter)
        fresh = Enacted(len(self.enacted) + 1, filing)
        histories = fold_together((OLD, HEIR), self.enacted, fresh=fresh, minter=minter)
        bound = histories[filing.organization].bound
        assert bound is not None
        self.enacted.append(Enacted(fresh.entry, bound))
        self._minter = minter
        self.histories = fold_together((OLD, HEIR), self.enacted)

    def on(self, organization: str, day: str) -> Structure:
        return self.histories[organization].structure_on(a_day(day))


def filed(organization: str, *acts: Act, year: str, number: str | None = None) -> Resolution:
    covered = CoverageClaim(complete_under=(organization,))
    return a_resolution(
        *acts,
        number=number or year[2:],
        in_force_from=f"{year}-01-01",
        coverage=covered,
        organization=organization,
    )


def a_ledger() -> Ledger:
    ledger = Ledger()
    ledger.enact(
        filed(
            OLD,
            StateOrganization(name="Faro Viejo", time_zone="America/Lima"),
            a_unit("presidencia", posts=[a_post("Presidencia", heads=True)]),
            a_unit("archivo", "presidencia", functions=items("a b")),
            year="2015",
        )
    )
    ledger.enact(
        filed(
            HEIR,
            EstablishOrganization(name="Faro Nuevo", time_zone="America/Lima"),
            a_unit("archivo"),
            year="2025",
        )
    )
    return ledger


def test_a_succession_ends_one_organization_and_carries_its_units_to_the_other() -> None:
    ledger = a_ledger()
    ledger.enact(filed(OLD, Succeed(heir=HEIR), year="2025", number="ley"))
    old, heir = ledger.on(OLD, "2025-01-01"), ledger.on(HEIR, "2025-01-01")
    assert (old.organization, old.units, old.functions) == (None, {}, {})
    assert ledger.on(OLD, "2024-12-31").units.keys() == {"presidencia", "archivo"}
    assert heir.units.keys() == {"archivo", "presidencia", "archivo-faro-viejo"}
    assert heir.units["archivo-faro-viejo"].parent == under("presidencia")
    assert {code: (held.unit, held.label) for code, held in heir.functions.items()} == {
        "faro-viejo-archivo.1": ("archivo-faro-viejo", "a"),
        "faro-viejo-archivo.2": ("archivo-faro-viejo", "b"),
    }
    assert heir.posts["faro-viejo-presidencia.p1"].unit == "presidencia"
    assert ties(old) == [
        (LineageKind.SUCCESSION, "archivo", f"{HEIR}/archivo-faro-viejo"),
        (LineageKind.SUCCESSION, "presidencia", f"{HEIR}/presidencia"),
    ]
    assert ties(heir) == [
        (LineageKind.SUCCESSION, f"{OLD}/archivo", "archivo-faro-viejo"),
        (LineageKind.SUCCESSION, f"{OLD}/presidencia", "presidencia"),
    ]
    assert ties(heir, Noun.ORGANIZATION) == [(LineageKind.SUCCESSION, OLD, HEIR)]
    assert ties(old, Noun.ORGANIZATION) == [(LineageKind.SUCCESSION, OLD, HEIR)]
    assert (LineageKind.SUCCESSION, f"{OLD}/archivo.1", "faro-viejo-archivo.1") in ties(heir, Noun.FUNCTION)


def test_only_the_named_units_pass_and_under_the_named_codes() -> None:
    ledger = a_ledger()
    units = (Carried("presidencia", "direccion"),)
    with pytest.raises(OrganizationHasUnits):
        ledger.enact(filed(OLD, Succeed(heir=HEIR, units=units), year="2025", number="ley"))
    both = (*units, Carried("archivo", "memoria"))
    ledger.enact(filed(OLD, Succeed(heir=HEIR, units=both), year="2025", number="ley"))
    heir = ledger.on(HEIR, "2025-01-01")
    assert heir.units.keys() == {"archivo", "direccion", "memoria"}
    assert heir.units["memoria"].parent == under("direccion")


def test_the_heir_goes_on_with_what_it_received() -> None:
    ledger = a_ledger()
    ledger.enact(filed(OLD, Succeed(heir=HEIR), year="2025", number="ley"))
    ledger.enact(
        filed(
            HEIR,
            RenameUnit(unit="archivo-faro-viejo", name="Memoria"),
            TransferFunction(function=a_function(code="faro-viejo-archivo.1"), to="presidencia"),
            an_assignment("archivo-faro-viejo", "c"),
            year="2026",
        )
    )
    heir = ledger.on(HEIR, "2026-06-01")
    assert heir.units["archivo-faro-viejo"].name == "Memoria"
    assert heir.functions["faro-viejo-archivo.1"].unit == "presidencia"
    assert len(heir.functions) == 3


def test_what_is_learnt_later_of_the_old_organization_reaches_the_heir() -> None:
    ledger = a_ledger()
    ledger.enact(filed(OLD, Succeed(heir=HEIR), year="2025", number="ley"))
    ledger.enact(filed(OLD, a_unit("muelles", "presidencia", functions=items("a")), year="2018"))
    heir = ledger.on(HEIR, "2025-01-01")
    assert heir.units["muelles-faro-viejo"].parent == under("presidencia")
    assert heir.functions["faro-viejo-muelles.1"].unit == "muelles-faro-viejo"
    assert heir.units.keys() == {"archivo", "presidencia", "archivo-faro-viejo", "muelles-faro-viejo"}


def test_a_back_dated_act_that_takes_what_was_carried_is_refused() -> None:
    ledger = a_ledger()
    units = (Carried("presidencia", "presidencia"), Carried("archivo", "memoria"))
    ledger.enact(filed(OLD, Succeed(heir=HEIR, units=units), year="2025", number="ley"))
    merge = MergeUnits(units=("archivo",), into="presidencia")
    with pytest.raises(LaterActNoLongerApplies) as refusal:
        ledger.enact(filed(OLD, merge, year="2020"))
    assert refusal.value.facts["later_acts"] == ("cl/servicio-ficticio/resolucion-exenta/2025/ley#1",)


def test_an_invalidated_succession_gives_both_back_what_they_had() -> None:
    ledger = a_ledger()
    before = {code: ledger.on(code, "2025-06-01") for code in (OLD, HEIR)}
    ledger.enact(filed(OLD, Succeed(heir=HEIR), year="2025", number="ley"))
    ledger.enact(filed(OLD, Invalidate(target=key_of("ley", "2025")), year="2026"))
    for code, structure in before.items():
        assert ledger.on(code, "2025-06-01").units == structure.units


def test_a_revoked_succession_brings_the_old_organization_back() -> None:
    ledger = a_ledger()
    ledger.enact(filed(OLD, Succeed(heir=HEIR), year="2025", number="ley"))
    ledger.enact(filed(OLD, Revoke(target=key_of("ley", "2025")), year="2026"))
    assert ledger.on(OLD, "2025-06-01").organization is None
    assert ledger.on(OLD, "2026-06-01").units.keys() == {"presidencia", "archivo"}
    assert ledger.on(HEIR, "2026-06-01").units.keys() == {"archivo"}


def test_an_heir_that_the_register_does_not_know_is_refused() -> None:
    ledger = a_ledger()
    with pytest.raises(HeirNotInForce):
        ledger.enact(filed(OLD, Succeed(heir=HEIR), year="2024"))
    with pytest.raises(OrganizationWithItself):
        ledger.enact(filed(OLD, Succeed(heir=OLD), year="2024"))


def test_codes_that_the_heir_uses_or_used_are_refused() -> None:
    ledger = a_ledger()
    units = (Carried("presidencia", "archivo"), Carried("archivo", "memoria"))
    with pytest.raises(UnitExists):
        ledger.enact(filed(OLD, Succeed(heir=HEIR, units=units), year="2025", number="ley"))
    ledger.enact(filed(HEIR, a_unit("memoria"), year="2026"))
    ledger.enact(filed(HEIR, MergeUnits(units=("memoria",), into="archivo"), year="2027"))
    with pytest.raises(UnitCodeUsedBefore):
        ledger.enact(
            filed(
                OLD,
                Succeed(
                    heir=HEIR, units=(Carried("presidencia", "presidencia"), Carried("archivo", "memoria"))
                ),
                year="2028",
            )
        )


def test_a_code_that_the_heir_gave_before_is_not_given_to_what_passes_to_it() -> None:
    ledger = a_ledger()
    ledger.enact(filed(HEIR, a_unit("faro-viejo-archivo", functions=items("a")), year="2025", number="2"))
    with pytest.raises(FunctionExists):
        ledger.enact(filed(OLD, Succeed(heir=HEIR), year="2026"))


def test_a_predecessors_unit_that_was_gone_before_does_not_pass() -> None:
    ledger = a_ledger()
    ledger.enact(filed(OLD, Succeed(heir=HEIR), year="2025", number="ley"))
    ledger.enact(filed(OLD, MergeUnits(units=("archivo",), into="presidencia"), year="2020"))
    assert ledger.on(HEIR, "2025-06-01").units.keys() == {"archivo", "presidencia"}


def test_a_split_and_a_later_absorption_of_the_same_two_leave_two_ties() -> None:
    book = a_book()
    share = Share(create=NEW, functions=(a_function("faros/a"),))
    book.enact(later(SplitUnit(unit="faros", into=(share,), remains=True)))
    book.enact(later(MergeUnits(units=("faros",), into="costas"), year="2022"))
    assert ties(after(book, "2022-06-01")) == [
        (LineageKind.ABSORPTION, "faros", "costas"),
        (LineageKind.SPLIT, "faros", "costas"),
    ]

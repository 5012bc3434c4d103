"""What each act does to the world, rule by rule.

Takes the act, the layers of its organization and of its heir, which it changes, and the codes behind its words.
Raises: Wrong.
"""

from __future__ import annotations

from datetime import date

from organica.domain import acts
from organica.domain.acts import Act, ActUponActs, PlainAct, Succeed
from tests.support.law import functions, organizations, posts, programmes, units
from tests.support.law.filling import answered
from tests.support.law.state import Codes, Layers, changed, given


def carry_out(
    act: PlainAct,
    own: Layers,
    heir: Layers | None,
    codes: Codes,
    organization: str,
    day: date,
    *,
    normative: bool,
) -> None:
    """Carry out one act; `heir` is given where the act is a succession."""
    state = own.of(normative=normative)
    match act:
        case acts.StateOrganization():
            organizations.state_organization(state, act, organization)
        case acts.EstablishOrganization():
            organizations.establish(state, act, organization)
        case acts.RenameOrganization():
            fields = given(name=act.name, acronym=act.acronym)
            organizations.change_organization(state, organization, fields)
        case acts.AttachOrganization():
            organizations.change_organization(state, organization, {"attached_to": act.to})
        case acts.AffiliateOrganization():
            organizations.affiliate(state, organization, act.body)
        case acts.EndAffiliation():
            organizations.end_affiliation(state, organization, act.body)
        case acts.DissolveOrganization():
            organizations.dissolve(state, organization)
        case acts.Succeed():
            assert heir is not None
            known = act.heir == organization or answered(heir).organization is not None
            seen = answered(own)
            organizations.succeed(state, seen, heir.norms, act, codes, organization, heir_known=known)
        case acts.StateUnit():
            units.state_unit(state, act, codes, normative=normative)
        case acts.CreateUnit():
            units.create_unit(state, act, codes)
        case acts.RenameUnit():
            fields = given(name=act.name, kind=act.kind, acronym=act.acronym)
            units.change_unit(state, act.unit, fields)
        case acts.ClassifyUnit():
            units.change_unit(state, act.unit, {"unit_class": act.unit_class.value})
        case acts.MoveUnit():
            units.change_unit(state, act.unit, {"parent": units.parent_of(act.parent)})
        case acts.SetObjective():
            units.change_unit(state, act.unit, {"objective": act.objective})
        case acts.SuppressUnit():
            units.end_unit(state, act.unit)
        case acts.RestateUnit():
            units.restate_unit(state, act)
        case acts.MergeUnits():
            units.merge(state, act)
        case acts.SplitUnit():
            units.split(state, act, codes)
        case acts.AssignFunction():
            functions.assign(state, act, codes)
        case acts.AmendFunction():
            changed(state.need("function", codes["function"]), {"text": act.text})
        case acts.RelabelFunction():
            functions.relabel(state, codes["function"], act.label)
        case acts.TransferFunction():
            state.need("function", codes["function"])
            state.need("unit", act.to)
            label = state.functions[codes["function"]]["label"] if act.label is None else act.label
            functions.hand_over(state, codes["function"], act.to, label, act.list)
        case acts.RemoveFunction():
            functions.remove(state, codes["function"])
        case acts.RestateFunction():
            state.need("function", codes["function"])
        case acts.CreatePost():
            posts.create_post(state, act, codes)
        case acts.RenamePost():
            posts.rename_post(state, codes["post"], act.name)
        case acts.AbolishPost():
            posts.abolish(state, codes["post"])
        case acts.SetSubstitutionOrder():
            posts.set_order(state, act, codes)
        case acts.Appoint():
            posts.appoint(state, act, codes)
        case acts.EndAppointment():
            posts.end_appointment(state, act, codes)
        case acts.CarryOver():
            organizations.carry_over(state, act)
        case acts.StateProgramme():
            programmes.state_programme(state, act, codes, day, normative=normative)
        case acts.StartProgramme():
            programmes.start(state, act, codes)
        case acts.AmendProgramme():
            programmes.amend(state, act, codes)
        case acts.EndProgramme():
            programmes.end(state, act.programme)
        case acts.ReportIndicator():
            programmes.report(state, act, codes, day)


def concerns_units(act: Act) -> bool:
    """Tell whether an act concerns units, their functions or their posts."""
    if isinstance(act, acts.CarryOver):
        return act.unit is not None
    if isinstance(act, programmes.ON_PROGRAMMES):
        return getattr(getattr(act, "runner", None), "unit", None) is not None or bool(
            getattr(act, "functions", None)
        )
    return (
        not isinstance(act, ActUponActs | Succeed | acts.EndAffiliation)
        and "Organization" not in type(act).__name__
    )

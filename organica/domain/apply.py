"""Takes a Structure and a bound Act; returns the next Structure or raises Refused. Called by walk.

The effects themselves are in `effects`, one noun a file. What can be judged only when all acts of a
source's day are done (rings, orphans, letters, leftovers) is in `checks`.
"""

from __future__ import annotations

from typing import assert_never

from organica.domain import acts
from organica.domain.acts import PlainAct
from organica.domain.effects import (
    functions,
    lineage,
    organizations,
    posts,
    programmes,
    references,
    units,
)
from organica.domain.effects.order import Order
from organica.domain.structure import Structure


def apply(structure: Structure, act: PlainAct, order: Order, organization: str) -> Structure:
    """Return the structure as the act leaves it.

    `organization` is the code that the structure belongs to.
    Raises: a subclass of Inapplicable, and then nothing has changed.
    """
    match act:
        case acts.StateOrganization():
            return organizations.state_organization(structure, act, order, organization)
        case acts.EstablishOrganization():
            return organizations.establish_organization(structure, act, order, organization)
        case acts.RenameOrganization():
            return organizations.rename_organization(structure, act, order, organization)
        case acts.AttachOrganization():
            return organizations.attach_organization(structure, act, order, organization)
        case acts.AffiliateOrganization():
            return organizations.affiliate_organization(structure, act, order, organization)
        case acts.EndAffiliation():
            return organizations.end_affiliation(structure, act, order, organization)
        case acts.DissolveOrganization():
            return organizations.dissolve_organization(structure, act, order, organization)
        case acts.StateUnit():
            return units.state_unit(structure, act, order)
        case acts.CreateUnit():
            return units.create_unit(structure, act, order)
        case acts.RenameUnit():
            return units.rename_unit(structure, act, order)
        case acts.ClassifyUnit():
            return units.classify_unit(structure, act, order)
        case acts.MoveUnit():
            return units.move_unit(structure, act, order)
        case acts.SetObjective():
            return units.set_objective(structure, act, order)
        case acts.SuppressUnit():
            return units.suppress_unit(structure, act, order)
        case acts.MergeUnits():
            return lineage.merge_units(structure, act, order)
        case acts.SplitUnit():
            return lineage.split_unit(structure, act, order)
        case acts.Succeed():
            return lineage.succeed(structure, act, order, organization)
        case acts.RestateUnit():
            return units.restate_unit(structure, act, order)
        case acts.AssignFunction():
            return functions.assign_function(structure, act, order)
        case acts.AmendFunction():
            return functions.amend_function(structure, act, order)
        case acts.RelabelFunction():
            return functions.relabel_function(structure, act, order)
        case acts.TransferFunction():
            return functions.transfer_function(structure, act, order)
        case acts.RemoveFunction():
            return functions.remove_function(structure, act, order)
        case acts.RestateFunction():
            return functions.restate_function(structure, act, order)
        case acts.CreatePost():
            return posts.create_post(structure, act, order)
        case acts.RenamePost():
            return posts.rename_post(structure, act, order)
        case acts.AbolishPost():
            return posts.abolish_post(structure, act, order)
        case acts.SetSubstitutionOrder():
            return posts.set_substitution_order(structure, act, order)
        case acts.Appoint():
            return posts.appoint(structure, act, order)
        case acts.EndAppointment():
            return posts.end_appointment(structure, act, order)
        case acts.CarryOver():
            return references.carry_over(structure, act, order)
        case acts.StateProgramme():
            return programmes.state_programme(structure, act, order)
        case acts.StartProgramme():
            return programmes.start_programme(structure, act, order)
        case acts.AmendProgramme():
            return programmes.amend_programme(structure, act, order)
        case acts.EndProgramme():
            return programmes.end_programme(structure, act, order)
        case acts.ReportIndicator():
            return programmes.report_indicator(structure, act, order)
        case _:
            assert_never(act)

"""The closed set of acts: what a source may order. Each is a frozen value; `apply.py` carries it out.

Takes what a resolution file says; called by files (to read and write it), binding, apply and diff.
Adding an act: its class and its place in `Act` here, its case in `apply.py`, in `touches.py` and in
`binding.py` if it names functions or posts; mypy's `assert_never` points at each of them.

What a key leaves out is None and stays untouched. `bound` is not written by people: it is the code
that the register found or gave when the act was enacted, and is kept with the entry for ever.
"""

from __future__ import annotations

import re

from organica.domain.acts.functions import (
    AmendFunction,
    AssignFunction,
    RelabelFunction,
    RemoveFunction,
    RestateFunction,
    TransferFunction,
)
from organica.domain.acts.organizations import (
    AffiliateOrganization,
    AttachOrganization,
    Carried,
    DissolveOrganization,
    EndAffiliation,
    EstablishOrganization,
    RenameOrganization,
    StateOrganization,
    Succeed,
)
from organica.domain.acts.parts import (
    ROOT,
    UNKNOWN_PARENT,
    FunctionItem,
    FunctionRef,
    Holder,
    Ordered,
    Parent,
    ParentStatus,
    PostItem,
    PostRef,
    UnitClass,
    VacantAndHeld,
    under,
)
from organica.domain.acts.posts import (
    AbolishPost,
    Appoint,
    CreatePost,
    EndAppointment,
    RenamePost,
    SetSubstitutionOrder,
)
from organica.domain.acts.programmes import (
    THE_ORGANIZATION,
    UNKNOWN_RUNNER,
    AmendProgramme,
    Channel,
    EndProgramme,
    Financing,
    IndicatorItem,
    Party,
    Period,
    ProgrammeType,
    ReportIndicator,
    Runner,
    RunnerStatus,
    StartProgramme,
    StateProgramme,
    run_by,
)
from organica.domain.acts.references import CarryOver, NotOneTarget
from organica.domain.acts.units import (
    ClassifyUnit,
    CreateUnit,
    MergeUnits,
    MoveUnit,
    NewUnit,
    NotOneHeir,
    RenameUnit,
    RestateUnit,
    SetObjective,
    Share,
    SplitUnit,
    StateUnit,
    SuppressUnit,
)
from organica.domain.acts.upon import Invalidate, Rectify, Resume, Revoke, Suspend, Target

PlainAct = (
    StateOrganization
    | Succeed
    | MergeUnits
    | SplitUnit
    | EstablishOrganization
    | RenameOrganization
    | AttachOrganization
    | AffiliateOrganization
    | EndAffiliation
    | DissolveOrganization
    | StateUnit
    | CreateUnit
    | RenameUnit
    | ClassifyUnit
    | MoveUnit
    | SetObjective
    | SuppressUnit
    | RestateUnit
    | AssignFunction
    | AmendFunction
    | RelabelFunction
    | TransferFunction
    | RemoveFunction
    | RestateFunction
    | CreatePost
    | RenamePost
    | AbolishPost
    | SetSubstitutionOrder
    | Appoint
    | EndAppointment
    | CarryOver
    | StateProgramme
    | StartProgramme
    | AmendProgramme
    | EndProgramme
    | ReportIndicator
)
ActUponActs = Rectify | Invalidate | Revoke | Suspend | Resume
Act = PlainAct | ActUponActs


def kind_of(act: object) -> str:
    """Return what people call the kind of an act: "rename unit", from the name of its class."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(act).__name__).lower()


__all__ = [
    "ROOT",
    "THE_ORGANIZATION",
    "UNKNOWN_PARENT",
    "UNKNOWN_RUNNER",
    "AbolishPost",
    "Act",
    "ActUponActs",
    "AffiliateOrganization",
    "AmendFunction",
    "AmendProgramme",
    "Appoint",
    "AssignFunction",
    "AttachOrganization",
    "Carried",
    "CarryOver",
    "Channel",
    "ClassifyUnit",
    "CreatePost",
    "CreateUnit",
    "DissolveOrganization",
    "EndAffiliation",
    "EndAppointment",
    "EndProgramme",
    "EstablishOrganization",
    "Financing",
    "FunctionItem",
    "FunctionRef",
    "Holder",
    "IndicatorItem",
    "Invalidate",
    "MergeUnits",
    "MoveUnit",
    "NewUnit",
    "NotOneHeir",
    "NotOneTarget",
    "Ordered",
    "Parent",
    "ParentStatus",
    "Party",
    "Period",
    "PlainAct",
    "PostItem",
    "PostRef",
    "ProgrammeType",
    "Rectify",
    "RelabelFunction",
    "RemoveFunction",
    "RenameOrganization",
    "RenamePost",
    "RenameUnit",
    "ReportIndicator",
    "RestateFunction",
    "RestateUnit",
    "Resume",
    "Revoke",
    "Runner",
    "RunnerStatus",
    "SetObjective",
    "SetSubstitutionOrder",
    "Share",
    "SplitUnit",
    "StartProgramme",
    "StateOrganization",
    "StateProgramme",
    "StateUnit",
    "Succeed",
    "SuppressUnit",
    "Suspend",
    "Target",
    "TransferFunction",
    "UnitClass",
    "VacantAndHeld",
    "kind_of",
    "run_by",
    "under",
]

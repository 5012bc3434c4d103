"""Legal sources, what is only proposed, and the tables that transparency laws ask for.

Takes nothing; gives rows of `OPERATIONS`. Called by the package.
"""

from __future__ import annotations

from api.rest.answers import proposals, sources, statutory
from api.rest.operation import Operation
from api.rest.operations.common import ABOUT, DATED, KNOWN
from api.rest.parameters.common import (
    AS_OF,
    KNOWN_AT,
    ORGANIZATION,
    ORGANIZATION_PROPOSED,
    PROPOSAL,
    PROPOSED_IN,
    PROPOSED_KNOWN_AT,
    SOURCE,
)
from api.rest.parameters.statutory import CHARSET, MONTH, TEMPLATE
from api.rest.tables import columns
from organica.domain.errors import Says
from organica.domain.refusals.proposals import UnknownProposal
from organica.register.refusals import AmbiguousProposal, UnknownEntry, UnknownSource
from organica.register.statutory.refusals import MonthOrDay, StatutoryDayNotCovered, UnknownTemplate
from organica.render.json_ld import documents

PROPOSED = (UnknownProposal, AmbiguousProposal, UnknownEntry)

OF_LAW = (
    Operation(
        f"{ABOUT}/sources",
        "listSources",
        "sources",
        Says(es="Las fuentes legales de una organización", en="The legal sources of an organization"),
        (ORGANIZATION, KNOWN_AT),
        sources.sources,
        "SourceList",
        KNOWN,
        table=columns.SOURCES,
        linked=documents.sources,
    ),
    Operation(
        "/v1/sources/{id}",
        "getSource",
        "sources",
        Says(
            es="Una fuente legal con su evidencia y las dudas resueltas",
            en="A legal source with its evidence and the doubts that were settled",
        ),
        (SOURCE, KNOWN_AT),
        sources.source,
        "SourceAnswer",
        (UnknownSource, UnknownEntry),
        linked=documents.source,
    ),
    Operation(
        f"{ABOUT}/proposals",
        "listProposals",
        "proposals",
        Says(
            es="Lo que sólo se propone para una organización: nada de ello rige",
            en="What is only proposed for an organization: none of it is in force",
        ),
        (ORGANIZATION_PROPOSED, PROPOSED_KNOWN_AT),
        proposals.proposals,
        "ProposalList",
        KNOWN,
    ),
    # Before the proposal itself, whose key takes several segments.
    Operation(
        "/v1/proposals/{id}/structure",
        "getProposedStructure",
        "proposals",
        Says(
            es="La estructura como sería con una propuesta, que no rige",
            en="The structure as it would be with a proposal, which is not in force",
        ),
        (PROPOSAL, AS_OF, PROPOSED_KNOWN_AT, PROPOSED_IN),
        proposals.structure,
        "ProposedStructureAnswer",
        PROPOSED,
    ),
    Operation(
        "/v1/proposals/{id}/diff",
        "getProposalDiff",
        "proposals",
        Says(
            es="Qué cambiaría una propuesta respecto de lo vigente en un día",
            en="What a proposal would change of what is in force on a day",
        ),
        (PROPOSAL, AS_OF, PROPOSED_KNOWN_AT, PROPOSED_IN),
        proposals.diff,
        "ProposalDiff",
        PROPOSED,
    ),
    Operation(
        "/v1/proposals/{id}",
        "getProposal",
        "proposals",
        Says(
            es="Una propuesta con sus actos, si aún se puede aplicar y qué fue de ella",
            en="A proposal with its acts, whether it can still apply, and what became of it",
        ),
        (PROPOSAL, PROPOSED_KNOWN_AT, PROPOSED_IN),
        proposals.proposal,
        "ProposalAnswer",
        PROPOSED,
    ),
    Operation(
        f"{ABOUT}/statutory",
        "listStatutoryTemplates",
        "statutory",
        Says(
            es="Las planillas que la ley del país obliga a publicar",
            en="The tables that the law of the country makes it publish",
        ),
        (ORGANIZATION, KNOWN_AT),
        statutory.templates,
        "StatutoryTemplateList",
        KNOWN,
    ),
    Operation(
        f"{ABOUT}/statutory/{{template}}",
        "getStatutoryTable",
        "statutory",
        Says(
            es="Una planilla legal de un mes o de un día; como CSV, el archivo que recibe el portal",
            en="A statutory table of a month or a day; as CSV, the very file that a portal takes",
        ),
        (ORGANIZATION, TEMPLATE, MONTH, *DATED, CHARSET),
        statutory.table,
        "StatutoryTable",
        (*KNOWN, UnknownTemplate, StatutoryDayNotCovered, MonthOrDay),
        prescribed=True,
    ),
    Operation(
        f"{ABOUT}/statutory/{{template}}/missing",
        "listMissingFields",
        "statutory",
        Says(
            es="Lo que la ley pide en una planilla y el registro no tiene",
            en="What the law asks for in a table and the register lacks",
        ),
        (ORGANIZATION, TEMPLATE, MONTH, *DATED, CHARSET),
        statutory.missing,
        "StatutoryWorkList",
        (*KNOWN, UnknownTemplate, StatutoryDayNotCovered, MonthOrDay),
        table=columns.MISSING,
    ),
)

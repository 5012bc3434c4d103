"""The closed choices of the register as GraphQL enums, every value described.

Takes the enums of the domain; makes them known to Strawberry. Imported by the nouns that use them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum, StrEnum
from typing import Any, cast

import strawberry

from organica.domain.acts import ParentStatus, ProgrammeType, RunnerStatus, UnitClass
from organica.domain.change import ChangeKind
from organica.domain.coverage import NotCoveredReason
from organica.domain.dates import DateBasis, Precision
from organica.domain.entry_rule import Anchor
from organica.domain.resolution import CoverageStatus, SourceContents
from organica.domain.source import BasisRole, RelationKind, SourceNature
from organica.domain.states import Noun
from organica.domain.taking_effect import ActEffect
from organica.domain.vocabulary.concepts import Scheme
from organica.register.feed import Nature, Phase
from organica.register.histories import AppointmentEnd
from organica.register.search.texts import SearchField
from organica.register.views import Occupancy
from organica.register.work_items import WorkKind, WorkThing


def describe(
    kind: type[StrEnum], description: str, values: Mapping[Any, str], name: str | None = None
) -> None:
    """Make an enum of the domain part of the contract, with a description of each value.

    `name`: what the contract calls it, where the register's own word would say little to others.
    Raises: KeyError for a member that has no description, so that none can be forgotten.
    """
    strawberry.enum(cast("type[Enum]", kind), name=name, description=description)
    definition = cast("Any", kind).__strawberry_definition__
    definition.values = [
        replace(value, description=values[member])
        for value, member in zip(definition.values, kind, strict=True)
    ]


describe(
    Precision,
    "How much of a date is known (precisión).",
    {
        Precision.YEAR: "Only the year (año).",
        Precision.MONTH: "Year and month (mes).",
        Precision.DAY: "The day (día).",
        Precision.PERIOD: "Between which two days it lies, both included (período).",
    },
)
describe(
    DateBasis,
    "How the register came to a date (fundamento de la fecha).",
    {
        DateBasis.STATED: "A text says it (indicada).",
        DateBasis.COMPUTED: "A rule of the text gives it (calculada).",
        DateBasis.ASSUMED: "Nobody says it; the register assumes it and says so (supuesta).",
        DateBasis.SINCE_AT_LEAST: "In force by then; the beginning is not claimed (al menos desde).",
    },
)
describe(
    Anchor,
    "Which date of its own source a rule of entry into force counts from (desde cuándo se cuenta).",
    {
        Anchor.PUBLISHED_ON: "Its publication (publicación).",
        Anchor.SIGNED_ON: "Its signature (dictación).",
        Anchor.NOTIFIED_ON: "Its notification (notificación).",
    },
)
describe(
    CoverageStatus,
    "How much of a part the register holds (cobertura).",
    {
        CoverageStatus.COMPLETE: "Everything (completa).",
        CoverageStatus.PARTIAL: "Some of it (parcial).",
        CoverageStatus.NONE: "Nothing was loaded for these days (sin cobertura).",
    },
)
describe(
    BasisRole,
    "What a source does to the thing whose basis it is (papel de la fuente).",
    {
        BasisRole.GRANTS: "It grants or states it (otorga).",
        BasisRole.AMENDS: "It amends it (modifica).",
        BasisRole.RESTATES: "It states it anew with equal content (refunde).",
        BasisRole.RECTIFIES: "It puts right what an act says of it (rectifica).",
        BasisRole.REVOKES: "It takes an act's force away, so that the thing ends or returns (revoca).",
        BasisRole.SUSPENDS: "It takes an act's force away until it is resumed (suspende).",
        BasisRole.RESUMES: "It gives a suspended act its force again (reanuda).",
    },
)
describe(
    RelationKind,
    "What a source does to another one (relación entre fuentes).",
    {
        RelationKind.AMENDS: "It amends it (modifica).",
        RelationKind.REPEALS: "It repeals all of it (abroga).",
        RelationKind.DEROGATES: "It repeals part of it (deroga en parte).",
        RelationKind.CORRECTS: "It corrects its text (rectifica).",
        RelationKind.APPROVES: "It approves it, as an act does with the text annexed to it (aprueba).",
        RelationKind.IMPLEMENTS: "It carries it out, as a regulation does with a law (reglamenta); or "
        "enacts what it proposed (recoge).",
        RelationKind.CONSOLIDATES: "It gathers it with its amendments in one text (texto único ordenado).",
    },
)
describe(
    SourceNature,
    "What a source is (naturaleza). Only a norm says what the law is.",
    {
        SourceNature.NORM: "An act of an authority (norma).",
        SourceNature.ATTESTATION: "A document saying that something is so; it orders nothing (constancia).",
        SourceNature.PROPOSAL: "A document that only proposes; never part of what is in force (propuesta).",
    },
)
describe(
    NotCoveredReason,
    "Why something is not covered (motivo de la falta de cobertura).",
    {
        NotCoveredReason.CONTENTS_NOT_AT_HAND: "Sources are in force whose contents are not at hand (fuentes "
        "cuyo contenido no se tiene).",
        NotCoveredReason.NOTHING_ENTERED: "No source of those days was entered (nada ingresado).",
    },
)
describe(
    SourceContents,
    "Why the register has not all that a source orders (contenido).",
    {
        SourceContents.NOT_AT_HAND: "Its text is not at hand (no disponible).",
        SourceContents.NONE_OF_STRUCTURE: "It orders nothing on structure (no trata de la estructura).",
    },
)
describe(
    ParentStatus,
    "What the register knows of the unit above (dependencia).",
    {
        ParentStatus.ROOT: "There is none: the unit is a root (raíz).",
        ParentStatus.KNOWN: "It is known (conocida).",
        ParentStatus.UNKNOWN: "No source says it (desconocida).",
    },
)
describe(
    ProgrammeType,
    "Whether it runs for a purpose of its own, or serves whoever asks (programa o servicio).",
    {
        ProgrammeType.PROGRAMME: "A programme (programa).",
        ProgrammeType.SERVICE: "A service (servicio).",
    },
)
describe(
    RunnerStatus,
    "What the register knows of who runs a programme (responsable).",
    {
        RunnerStatus.ORGANIZATION: "The organization itself (el propio organismo).",
        RunnerStatus.UNIT: "One of its units (una unidad).",
        RunnerStatus.UNKNOWN: "No source says, or its unit is there no longer (no consta).",
    },
    name="RunBy",
)
describe(
    UnitClass,
    "The class of a unit, apart from its printed rank (clase de unidad).",
    {
        UnitClass.LINE: "Line (de línea).",
        UnitClass.SUPPORT: "Support (de apoyo).",
        UnitClass.ADVICE: "Advice (de asesoría).",
        UnitClass.CONTROL: "Control (de control).",
        UnitClass.DECONCENTRATED: "Deconcentrated (desconcentrada).",
    },
)
describe(
    Occupancy,
    "Whether somebody holds a post (ocupación).",
    {
        Occupancy.HELD: "Somebody holds it (ocupado).",
        Occupancy.VACANT: "A source says that nobody does (vacante).",
        Occupancy.UNKNOWN: "No source says (sin información).",
    },
)
describe(
    Noun,
    "The kinds of things that have versions (qué cambió).",
    {
        Noun.ORGANIZATION: "The organization itself (organización).",
        Noun.UNIT: "A unit (unidad).",
        Noun.FUNCTION: "A function (función).",
        Noun.POST: "A post (cargo).",
        Noun.APPOINTMENT: "An appointment (nombramiento).",
        Noun.REFERENCE: "What references to an old name mean (referencia).",
        Noun.LINEAGE: "That one thing came out of another (linaje).",
        Noun.PROGRAMME: "A programme or a service (programa, servicio).",
        Noun.INDICATOR: "A figure reported of a programme (indicador).",
    },
    name="Subject",
)
describe(
    ChangeKind,
    "What happened to a thing between two days (tipo de cambio).",
    {
        ChangeKind.ORGANIZATION_ESTABLISHED: "The organization was established (creación).",
        ChangeKind.ORGANIZATION_STATED: "First stated; its birth is not claimed (constancia).",
        ChangeKind.ORGANIZATION_RENAMED: "Its name or acronym changed (cambio de nombre).",
        ChangeKind.ORGANIZATION_CHANGED: "Its time zone changed (cambio de zona horaria).",
        ChangeKind.ORGANIZATION_ATTACHED: "The body through which it answers changed (adscripción).",
        ChangeKind.ORGANIZATION_AFFILIATED: "Its affiliations changed (afiliaciones).",
        ChangeKind.ORGANIZATION_ENDED: "The organization ended (término).",
        ChangeKind.UNIT_CREATED: "The unit was created (creación).",
        ChangeKind.UNIT_STATED: "First stated; its birth is not claimed (constancia).",
        ChangeKind.UNIT_COVERED: "The register took it up; the law did not change (se incorpora).",
        ChangeKind.UNIT_RENAMED: "Its name or acronym changed (cambio de nombre).",
        ChangeKind.UNIT_RETYPED: "Its printed kind or its class changed (cambio de tipo).",
        ChangeKind.UNIT_MOVED: "The unit above changed (traslado).",
        ChangeKind.OBJECTIVE_CHANGED: "Its objective changed (cambio de objetivo).",
        ChangeKind.UNIT_SUPPRESSED: "The unit was suppressed (supresión).",
        ChangeKind.UNIT_GAVE_WAY: "Only attested; a norm now says otherwise (cede ante una norma).",
        ChangeKind.FUNCTION_ASSIGNED: "The function was assigned (asignación).",
        ChangeKind.FUNCTION_STATED: "First stated; its birth is not claimed (constancia).",
        ChangeKind.FUNCTION_COVERED: "The register took it up; the law did not change (se incorpora).",
        ChangeKind.FUNCTION_AMENDED: "Its text changed (modificación).",
        ChangeKind.FUNCTION_RELABELLED: "Its letter or its list changed (cambio de letra).",
        ChangeKind.FUNCTION_TRANSFERRED: "Another unit, post or item holds it (traspaso).",
        ChangeKind.FUNCTION_REMOVED: "The function was removed (eliminación).",
        ChangeKind.FUNCTION_GAVE_WAY: "Only attested; a norm now says otherwise (cede ante una norma).",
        ChangeKind.POST_CREATED: "The post was created (creación del cargo).",
        ChangeKind.POST_STATED: "First stated; its birth is not claimed (constancia).",
        ChangeKind.POST_CHANGED: "Its name, unit, headship or vacancy changed (cambio del cargo).",
        ChangeKind.SUBSTITUTION_ORDER_SET: "Who stands in for it changed (orden de subrogación).",
        ChangeKind.POST_ABOLISHED: "The post was abolished (supresión del cargo).",
        ChangeKind.POST_GAVE_WAY: "Only attested; a norm now says otherwise (cede ante una norma).",
        ChangeKind.APPOINTED: "Somebody was appointed (nombramiento).",
        ChangeKind.APPOINTMENT_STATED: "First stated; since when is not claimed (constancia).",
        ChangeKind.APPOINTMENT_CHANGED: "Its post, capacity, link or term changed (cambio del nombramiento).",
        ChangeKind.APPOINTMENT_ENDED: "The appointment ended (término del nombramiento).",
        ChangeKind.APPOINTMENT_GAVE_WAY: "Only attested; a norm now says otherwise (cede ante una norma).",
        ChangeKind.REFERENCE_CARRIED_OVER: "References to a name came to mean this (referencia).",
        ChangeKind.REFERENCE_ENDED: "References to a name no longer mean this (fin de la referencia).",
        ChangeKind.PROGRAMME_STARTED: "The programme began (inicio del programa).",
        ChangeKind.PROGRAMME_STATED: "First stated; its birth is not claimed (constancia).",
        ChangeKind.PROGRAMME_RENAMED: "Its name or acronym changed (cambio de nombre).",
        ChangeKind.PROGRAMME_MOVED: "Another unit or body runs it (cambio de responsable).",
        ChangeKind.PROGRAMME_CHANGED: "Something else of it changed (cambio del programa).",
        ChangeKind.PROGRAMME_ENDED: "The programme ended (término del programa).",
        ChangeKind.PROGRAMME_GAVE_WAY: "Only attested; a norm now says otherwise (cede ante una norma).",
        ChangeKind.INDICATOR_REPORTED: "A figure was reported (se informa un indicador).",
        ChangeKind.INDICATOR_CHANGED: "Another figure was reported for its period (cambio del indicador).",
        ChangeKind.INDICATOR_ENDED: "It is told no longer (deja de informarse).",
        ChangeKind.INDICATOR_GAVE_WAY: "Only attested; a norm now says otherwise (cede ante una norma).",
        ChangeKind.PASSED_ON: "One thing came out of another: a merge, a split, a succession (linaje).",
        ChangeKind.PASSED_ON_NO_LONGER: "The act behind it lost its force (fin del linaje).",
        ChangeKind.RESTORED: "It had lost its force and has it again (recupera su vigencia).",
        ChangeKind.UNSAID: "By what is known now it is not there on that day (deja de constar).",
        ChangeKind.BASIS_RENEWED: "An act repeats or rectifies it and it says the same (se reitera).",
        ChangeKind.COVERAGE_CHANGED: "The register claims to hold more or less of it (cobertura).",
    },
)
describe(
    Phase,
    "When the register said that something changed (fase).",
    {
        Phase.RECORDED: "When an entry brought it, whatever day it holds from (registrado).",
        Phase.EFFECTIVE: "When the day came from which it holds (entra en vigor).",
    },
    name="ChangePhase",
)
describe(
    Nature,
    "Whether the law changed (naturaleza del cambio).",
    {
        Nature.LEGAL: "The law (de la norma).",
        Nature.REGISTER: "Only what the register holds: a correction, or more coverage (del registro).",
    },
    name="ChangeNature",
)
describe(
    ActEffect,
    "How an act bears on a day (efecto de un acto).",
    {
        ActEffect.BEGINS: "It takes effect (empieza a regir).",
        ActEffect.LAPSES: "What it gave for a time ends (vence).",
        ActEffect.MENDS: "It rectifies or invalidates others on all their days (rectifica o invalida).",
    },
)
describe(
    AppointmentEnd,
    "Why somebody no longer holds a post (motivo del término).",
    {
        AppointmentEnd.LAPSED: "The act that appointed set the day (vencimiento).",
        AppointmentEnd.ENDED: "Another act ended it, or appointed somebody in its place (cese).",
        AppointmentEnd.POST_ABOLISHED: "The post itself ended (supresión del cargo).",
        AppointmentEnd.REVOKED: "The act that appointed was revoked (dejado sin efecto).",
        AppointmentEnd.SUSPENDED: "The act that appointed was suspended (suspendido).",
        AppointmentEnd.GAVE_WAY: "It was only attested; a norm says otherwise (cede ante una norma).",
    },
)
describe(
    SearchField,
    "Which text of a thing a search found (texto encontrado).",
    {
        SearchField.NAME: "The name of a unit (nombre).",
        SearchField.ACRONYM: "The acronym of a unit (sigla).",
        SearchField.OBJECTIVE: "The objective of a unit (objetivo).",
        SearchField.FUNCTION_TEXT: "The text of a function (función).",
        SearchField.POST_NAME: "The name of a post; who holds it is never searched (cargo).",
        SearchField.PROGRAMME_NAME: "The name of a programme or a service (programa).",
        SearchField.PROGRAMME_OBJECTIVE: "The objective of a programme (objetivo del programa).",
        SearchField.AUDIENCE: "Whom a programme serves (destinatarios).",
    },
)
describe(
    Scheme,
    "What a vocabulary is of (esquema de conceptos).",
    {
        Scheme.SOURCE_KINDS: "The kinds of legal sources and of documents that attest (tipos de fuente).",
        Scheme.UNIT_KINDS: "The printed ranks of units (tipos de unidad).",
        Scheme.UNIT_CLASSES: "What a country calls the classes of units (clases de unidad).",
        Scheme.CAPACITIES: "In which capacity a post is held (calidades).",
        Scheme.EMPLOYMENT_LINKS: "By which link a holder works there (vínculos).",
        Scheme.RELATION_KINDS: "What a country calls what one source does to another (relaciones).",
    },
    name="VocabularyScheme",
)
describe(
    WorkKind,
    "What is missing (tipo de pendiente), in the order in which the work list tells it.",
    {
        WorkKind.DECLARED_GAP: "A file declares that it is not known (lo que un archivo declara no sabido).",
        WorkKind.UNDECIDED_DOUBT: "Nobody has settled a doubt of the reader (duda por decidir).",
        WorkKind.UNKNOWN_PARENT: "No source says what the unit hangs from (dependencia no indicada).",
        WorkKind.UNRESOLVED_MENTION: "A function names a unit that is not known (mención sin resolver).",
        WorkKind.CONTENTS_NOT_AT_HAND: "The text of the source is not at hand (contenido no disponible).",
        WorkKind.SOURCE_WITHOUT_DATE: "A norm without a date of signing or publication (norma sin fecha).",
        WorkKind.SOURCE_WITHOUT_TEXT: "A norm without an address of its full text (norma sin enlace).",
        WorkKind.UNCERTAIN_DATE: "Its entry into force is assumed or imprecise (vigencia no segura).",
        WorkKind.BASIS_WITHOUT_ARTICLE: "It rests on a norm without an article (base legal sin artículo).",
    },
)
describe(
    WorkThing,
    "The kind of thing of which something is missing (cosa a la que le falta).",
    {
        WorkThing.ORGANIZATION: "An organization (organización).",
        WorkThing.UNIT: "A unit (unidad).",
        WorkThing.FUNCTION: "A function (función).",
        WorkThing.PROGRAMME: "A programme (programa).",
        WorkThing.SOURCE: "A legal source (fuente legal).",
    },
)

"""Our own terms: what W3C ORG, CPOV, ELI and schema.org have no word for, in Spanish and English.

Takes nothing; gives `CLASSES`, `THINGS` (properties that lead to a node) and `VALUES` (those that lead to a
literal). Read by `vocabulary`; a test holds every served document against them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from organica.domain.errors import Says


@dataclass(frozen=True, slots=True)
class Term:
    """What a term is called, and the wider terms of other vocabularies under which it falls."""

    label: Says
    wider: tuple[str, ...] = ()
    inverse: str | None = None


def _term(es: str, en: str, *wider: str, inverse: str | None = None) -> Term:
    return Term(Says(es=es, en=en), wider, inverse)


CLASSES: Mapping[str, Term] = {
    "OrganizationVersion": _term(
        "Organismo durante un período", "Organization as it is for some time", "org:FormalOrganization"
    ),
    "UnitVersion": _term(
        "Unidad durante un período", "Unit as it is for some time", "org:OrganizationalUnit"
    ),
    "LegalFunction": _term("Función legal", "Legal function", "skos:Concept"),
    "FunctionVersion": _term("Función legal durante un período", "Legal function as it is for some time"),
    "PostVersion": _term("Cargo durante un período", "Post as it is for some time", "org:Post"),
    "AppointmentVersion": _term(
        "Nombramiento durante un período", "Appointment as it is for some time", "org:Membership"
    ),
    "OccupancySpell": _term("Período de ocupación de un cargo", "Spell of occupancy of a post"),
    "Substitute": _term("Cargo que subroga", "Post that stands in for another"),
    "LegalDate": _term("Fecha legal", "Legal date"),
    "EntryRule": _term("Regla de entrada en vigencia", "Rule of entry into force"),
    "LegalBasis": _term("Fundamento legal", "Legal basis"),
    "Attestation": _term("Constancia", "Attestation", "schema:CreativeWork"),
    "Proposal": _term("Propuesta", "Proposal", "schema:CreativeWork"),
    "NotCovered": _term("Falta de cobertura", "Lack of coverage"),
    "ProgrammeVersion": _term(
        "Programa o servicio durante un período",
        "Programme or service as it is for some time",
        "http://purl.org/vocab/cpsv#PublicService",
    ),
    "Indicator": _term("Indicador", "Figure reported of a programme"),
    "Party": _term("Organismo que participa", "Body that takes part"),
    "Evidence": _term("Respaldo", "Evidence", "prov:Entity"),
    "Doubt": _term("Duda resuelta", "Doubt that was settled"),
    "Mention": _term("Mención de una unidad", "Mention of a unit"),
    "CarriedReference": _term("Referencia arrastrada", "Carried reference"),
    "Kin": _term("Lazo de linaje", "Tie of lineage"),
    "Gap": _term("Lo no sabido", "Gap: what is declared not to be known"),
    "Coverage": _term("Cobertura", "Coverage"),
    "CoveragePart": _term("Parte cubierta", "Covered part"),
    "ComparedDay": _term("Día comparado", "Compared day"),
    "ChangeKind": _term("Tipo de cambio", "Kind of change", "skos:Concept"),
}

THINGS: Mapping[str, Term] = {
    "inForceFrom": _term("vigente desde", "in force from"),
    "inForceUntil": _term("vigente hasta (excluido)", "in force until (excluded)"),
    "signedOn": _term("firmado el", "signed on"),
    "publishedOn": _term("publicado el", "published on"),
    "notifiedOn": _term("notificado el", "notified on"),
    "retrievedOn": _term("obtenido el", "retrieved on"),
    "since": _term("desde", "since"),
    "lapses": _term("vence", "lapses"),
    "entryRule": _term("regla de entrada en vigencia", "rule of entry into force"),
    "legalBasis": _term("fundamento legal", "legal basis"),
    "endedBy": _term("terminado por", "ended by"),
    "provision": _term("disposición", "provision"),
    "attachedTo": _term("adscrito a", "attached to", "org:linkedTo"),
    "affiliatedWith": _term("afiliado a", "affiliated with", "org:linkedTo"),
    "parentUnit": _term("depende de", "parent unit"),
    "functionOf": _term("función de", "function of", inverse="org:purpose"),
    "heldByPost": _term("función del cargo", "held by the post"),
    "mention": _term("menciona", "mention"),
    "mentionedUnit": _term("unidad mencionada", "mentioned unit"),
    "appointment": _term("nombramiento", "appointment"),
    "holdsPost": _term("ejerce el cargo", "holds the post"),
    "substitute": _term("subrogante", "substitute"),
    "substitutePost": _term("cargo del subrogante", "post of the substitute"),
    "substituteUnit": _term("unidad del subrogante", "unit of the substitute"),
    "meansUnit": _term("se entiende hecha a la unidad", "means the unit"),
    "meansOrganization": _term("se entiende hecha al organismo", "means the organization"),
    "predecessor": _term("proviene de", "predecessor"),
    "successor": _term("continúa en", "successor"),
    "kinThing": _term("el otro lado del lazo", "other side of the tie"),
    "kinOrganization": _term("organismo del otro lado", "organization of the other side"),
    "fulfils": _term("cumple la función", "fulfils the function"),
    "partner": _term("socio", "partner"),
    "financedBy": _term("financiado por", "financed by"),
    "indicator": _term("indicador", "figure reported"),
    "periodOn": _term("fecha a la que se refiere", "date that it is about"),
    "enteredFor": _term("ingresada para el organismo", "entered for the organization"),
    "ofOrganization": _term("del organismo", "of the organization"),
    "gap": _term("no se sabe", "gap"),
    "coverage": _term("cobertura", "coverage"),
    "coveragePart": _term("parte cubierta", "covered part"),
    "changedUnit": _term("unidad en que ocurre el cambio", "unit of the change"),
    "baseDay": _term("primer día comparado", "first compared day"),
    "targetDay": _term("segundo día comparado", "second compared day"),
    "doubt": _term("duda resuelta", "doubt that was settled"),
    "derogates": _term("deroga en parte", "derogates", "eli:changes"),
    "approves": _term("aprueba", "approves"),
    "implements": _term("ejecuta", "implements"),
    "derogatedBy": _term("derogada en parte por", "derogated by", "eli:changed_by"),
    "approvedBy": _term("aprobada por", "approved by"),
    "notCovered": _term("falta de cobertura", "lack of coverage"),
    "sourceNotAtHand": _term("fuente cuyo contenido no se tiene", "source whose contents are not at hand"),
    "invalidated": _term("todo lo que dispuso se invalidó", "all that it ordered was invalidated"),
    "implementedBy": _term("ejecutada por", "implemented by"),
}

VALUES: Mapping[str, Term] = {
    "dateValue": _term("fecha tal como la da el acto", "date as the act gives it"),
    "precision": _term("precisión de la fecha", "precision of the date"),
    "earliest": _term("primer día posible", "earliest possible day"),
    "latest": _term("último día posible", "latest possible day"),
    "dateBasis": _term("cómo se conoce la fecha", "how the date is known"),
    "countedFrom": _term("se cuenta desde", "counted from"),
    "days": _term("días que se cuentan", "days that are counted"),
    "workingDays": _term("sólo días hábiles", "working days only"),
    "monthAfter": _term("primer día de qué mes siguiente", "first day of which month after"),
    "calendar": _term("calendario de feriados usado", "calendar of holidays used"),
    "printed": _term("tal como está impreso", "as printed"),
    "order": _term("orden, desde el más antiguo", "order, from the oldest"),
    "act": _term("acto dentro de la fuente", "act inside the source"),
    "role": _term("qué hace la fuente", "what the source does"),
    "normative": _term("es una norma", "is a norm"),
    "sourceNature": _term("qué es la fuente", "what the source is"),
    "contents": _term("por qué falta su contenido", "why its contents are missing"),
    "reason": _term("motivo", "reason"),
    "document": _term("documento de la fuente", "document of the source"),
    "article": _term("artículo", "article"),
    "paragraph": _term("inciso", "paragraph"),
    "label": _term("letra o numeral", "label"),
    "sinceEntry": _term("consta desde el asiento", "on record since the entry"),
    "entry": _term("asiento del registro", "entry of the register"),
    "country": _term("país (ISO 3166-1)", "country (ISO 3166-1)"),
    "timeZone": _term("zona horaria", "time zone"),
    "unitClass": _term("clase de unidad", "class of the unit"),
    "objective": _term("objetivo", "objective", "dct:description"),
    "openSince": _term("pendiente desde", "open since"),
    "gapUnit": _term("unidad de la que no se sabe", "unit of the gap"),
    "gapProgramme": _term("programa del que no se sabe", "programme of the gap"),
    "programmeType": _term("programa o servicio", "programme or service"),
    "runBy": _term("qué se sabe del responsable", "what is known of who runs it"),
    "audience": _term("destinatario", "whom it serves"),
    "amount": _term("monto", "amount"),
    "currency": _term("moneda (ISO 4217)", "currency (ISO 4217)"),
    "value": _term("valor", "value"),
    "unitOfMeasure": _term("unidad de medida", "unit of measure"),
    "periodFrom": _term("primer día del período", "first day of the period"),
    "periodUntil": _term("primer día posterior al período", "first day after the period"),
    "parentStatus": _term("qué se sabe de la dependencia", "what is known of the parent"),
    "listName": _term("nombre de la lista", "name of the list"),
    "position": _term("lugar entre sus pares", "position among its siblings"),
    "misprint": _term("letra repetida en el impreso", "letter repeated in print"),
    "start": _term("primer carácter", "first character"),
    "end": _term("carácter siguiente al último", "character after the last"),
    "heads": _term("encabeza la unidad", "heads the unit"),
    "occupancy": _term("ocupación", "occupancy"),
    "rank": _term("orden de subrogación", "rank of the substitute"),
    "inForce": _term("está vigente", "is in force"),
    "withheld": _term("nombre reservado", "name withheld"),
    "capacity": _term("calidad", "capacity"),
    "employment": _term("vínculo", "employment link"),
    "firstDay": _term("primer día", "first day"),
    "firstDayAfter": _term("primer día en que ya no", "first day no longer"),
    "standing": _term("cómo está hoy", "how it stands today"),
    "scheduled": _term("empieza después de hoy", "begins after today"),
    "today": _term("el día de hoy", "the present day"),
    "ending": _term("por qué terminó", "why it ended"),
    "unitInForce": _term("la unidad está vigente", "the unit is in force"),
    "lineageKind": _term("tipo de lazo", "kind of tie"),
    "series": _term("serie", "series"),
    "year": _term("año", "year"),
    "issuerSlug": _term("organismo emisor", "issuer"),
    "fileName": _term("archivo", "file"),
    "sha256": _term("huella SHA-256", "SHA-256 digest"),
    "lines": _term("líneas", "lines"),
    "doubtCode": _term("tipo de duda", "kind of doubt"),
    "doubtUnit": _term("unidad de la duda", "unit of the doubt"),
    "decision": _term("decisión", "decision"),
    "noun": _term("qué cambió", "what changed"),
    "field": _term("campo que cambió", "field that changed"),
    "before": _term("antes", "before"),
    "after": _term("después", "after"),
    "asOf": _term("día por el que se pregunta", "day that is asked about"),
    "knownAtEntry": _term("con lo que se sabía en el asiento", "as known at the entry"),
    "knownAtInstant": _term("con lo que se sabía en el instante", "as known at the instant"),
    "basis": _term("último asiento que alteró la respuesta", "newest entry that altered the answer"),
    "certain": _term("es cierto", "is certain"),
    "changePoint": _term("día en que cambia la respuesta", "day on which the answer changes"),
    "coverageStatus": _term("cuánto está cubierto", "how much is covered"),
    "coveredPart": _term("código de la parte cubierta", "code of the covered part"),
    "coveredSince": _term("cubierta desde", "covered since"),
    "checkedOn": _term("revisada el", "checked on"),
    "verified": _term("está verificado en su fuente", "is verified in its source"),
    "sourceRelation": _term("relación entre fuentes", "relation between sources"),
    "noLaterActKnown": _term("no se conoce un acto posterior", "no later act is known"),
    "note": _term("nota", "note"),
}

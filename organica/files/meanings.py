"""What each key of a file means, in English with the Spanish term beside it: what an editor shows on it.

Read by `record`; docs/resolution-file.md says the same, and a test compares. Those of acts are in
`act_meanings`.
"""

from __future__ import annotations

from organica.files.act_meanings import OF_ACTS

MEANINGS: dict[str, dict[str, str]] = {
    "Resolution": {
        "organica": "The format: always `resolution/1` (formato).",
        "kind": (
            "`enactment` (promulgación, the default) for a norm; `attestation` (constancia) for a "
            "document that only says that something is so; `proposal` (propuesta) for what is only planned. "
            "An attestation can only `state`, and fills only what no norm says. A proposal is kept and "
            "previewed, and is never part of what is in force."
        ),
        "organization": "The organization that the file is about (organización).",
        "source": "The legal source (fuente legal).",
        "evidence": "What the text was transcribed from (evidencia).",
        "coverage": "What the register holds from the day of the source on (cobertura).",
        "contents": (
            "Why the acts are not all, or none: `not_at_hand`, the text is not at hand; "
            "`none_of_structure`, it orders nothing on structure (contenido)."
        ),
        "after": "Source keys that come before this one, where the dates do not tell (después de).",
        "replaces": "In a proposal, the keys of the proposals that it takes the place of (reemplaza a).",
        "doubts": "Doubts of the reader and how a person settled them (dudas).",
        "not_known": "Questions that the source leaves open, each with the keys below (lo no sabido).",
        "answers": (
            "`<source key>#<ref>` of questions that other files left open and this one settles, from its own "
            "day on (responde)."
        ),
        "acts": "The acts, in the order of the source (actos). A file has acts, `coverage` or `contents`.",
    },
    "LegalSource": {
        "kind": (
            "The kind, in lower case with `_`: `resolucion_exenta`, `decreto`, `ley`, `pagina_web` (tipo)."
        ),
        "number": "As printed (número). A source has a number or a title.",
        "series": "The letter beside the number, such as `B` (serie).",
        "year": "Four digits; by default that of its oldest printed date (año).",
        "title": "What it is called where it has no number (título).",
        "citation": "How it is cited in print; by default made from kind, number and year (cita).",
        "issuer": "The slug of who issued it; by default the organization's (emisor).",
        "country": "By default the organization's (país).",
        "subject": "What it is about (materia).",
        "signed_on": "When it was signed (fecha de firma).",
        "published_on": "When it was published (fecha de publicación).",
        "notified_on": "When it was notified, where its effects hang on that (fecha de notificación).",
        "in_force_from": (
            "The legal date from which it is in force, or the rule that gives it; a proposal may leave it "
            "out (vigencia)."
        ),
        "text_url": "Where the full text is (texto íntegro).",
        "relations": "What it does to other sources, each with the two keys below (relaciones).",
    },
    "Relation": {
        "kind": (
            "`amends`, `repeals` (abroga, whole), `derogates` (deroga, in part), `corrects`, `approves`, "
            "`implements` or `consolidates` (texto único ordenado)."
        ),
        "target": "The key of the other source (otra fuente).",
    },
    "EntryRule": {
        "days": (
            "On which day, counted from `after`: the day after it is day 1, and `0` is `after` itself (días)."
        ),
        "working": (
            "`true`: only working days count (días hábiles); left out, all do (días corridos, calendario)."
        ),
        "month_after": (
            "In place of `days`: the first day of a month, `1` of the one that follows (mes siguiente)."
        ),
        "after": (
            "`published_on`, `signed_on` or `notified_on` of the same source, which must be a known day "
            "(desde)."
        ),
        "printed": "The rule as printed (impreso).",
    },
    "Evidence": {
        "file": "The file, from the organization's folder of seeds (archivo).",
        "url": "Where it was found (dirección).",
        "retrieved_on": "When it was fetched (obtenida el).",
        "sha256": "The digest of the file's bytes, 64 hexadecimal digits (huella).",
        "lines": "First and last line, counted from 1: `1-175` (líneas).",
    },
    "CoverageClaim": {
        "complete_under": "Parts of which the register holds everything (completa bajo).",
        "partial_under": "Parts of which it holds some (parcial bajo).",
        "checked_on": "The day up to which somebody looked for acts (revisada el).",
        "note": "What the reader should know (nota).",
    },
    "NotKnown": {
        "subject": "The question as printed, or a short text in Spanish (materia).",
        "unit": "The unit that it is about; without it and `programme`, the organization (unidad).",
        "programme": "The programme that it is about (programa).",
        "lines": "The lines of the evidence: `117-117` (líneas).",
        "ref": "Its name in the source; by default its number, counted from 1 (referencia).",
    },
    "DoubtNote": {
        "code": "The kind of doubt, as `organica read` names it: `name_variant` (tipo de duda).",
        "unit": "The unit that it is about (unidad).",
        "lines": "The lines of the evidence: `117-117` (líneas).",
        "printed": "What is printed there (impreso).",
        "decision": "What the person decided (decisión).",
    },
    "Provision": {
        "document": "The document, where the source approves an annex (documento).",
        "article": "The article (artículo).",
        "paragraph": "The paragraph (inciso).",
        "label": "The letter or number (letra, numeral).",
        "printed": "The place as printed, to be cited: `artículo 3, letra b` (impreso).",
    },
    "FunctionItem": {
        "label": "The letter or number, without its punctuation (letra).",
        "text": "The text, literal (texto).",
        "list": "The list's name, where a unit has several (lista).",
        "code": "Its permanent code, where the register knows the function already (código).",
        "misprint": "`true` confirms that the letter repeats in print (errata).",
        "functions": "Its sub-items, written alike (subpuntos).",
    },
    "PostItem": {
        "name": "As printed (denominación).",
        "heads": "`true` where it heads the unit (encabeza).",
        "vacant": "`true` where nobody holds it; never together with `holder` (vacante).",
        "holder": "The name of who holds it, and nothing else of the person (titular).",
        "capacity": "`titular`, `suplente`, `subrogante`, … as the source says (calidad).",
        "employment": "`planta`, `contrata`, `honorarios`, … (vínculo).",
        "code": "Its permanent code, where the register knows the post already (código).",
        "appointment": "The code of the appointment, where the register knows it already (nombramiento).",
    },
    "Carried": {
        "unit": "The unit here (unidad).",
        "code": "Its code in the heir, never used there before (código).",
    },
    "NewUnit": {
        "unit": "A code never used before (unidad).",
        "parent": "The unit above, `none` or `unknown` (dependencia).",
        "kind": "The rank as printed (tipo).",
        "class": "As in `state` (clase).",
        "name": "Its name (denominación).",
        "acronym": "Its acronym (sigla).",
        "objective": "Its objective, literal (objetivo).",
    },
    "Share": {
        "unit": "The heir, where it exists. A share gives this or `create` (sucesora).",
        "create": "The heir, where it is new, with the keys of a merge's (unidad nueva).",
        "functions": "The functions that it receives (funciones).",
    },
    "Channel": {
        "name": "What it is called (nombre).",
        "url": "Its address on the web (dirección).",
    },
    "Party": {
        "name": "What it is called (nombre).",
        "organization": "Its code, whether it is in the register or not (organización).",
        "role": "What it does in the programme, as printed (papel).",
    },
    "Financing": {
        "name": "Who pays (nombre).",
        "organization": "Its code, whether it is in the register or not (organización).",
        "amount": "How much: digits, with a point before decimals (monto).",
        "currency": "The currency, by ISO 4217: `PEN` (moneda).",
        "note": "What the reader should know (nota).",
    },
    "IndicatorItem": {
        "name": "What is measured, as printed (nombre).",
        "value": "The figure: digits, with a point before decimals, in quotes (valor).",
        "unit": "What it counts: `%`, `personas`, `PEN` (unidad de medida).",
        "period": "The days that it is about, with the keys below (período).",
        "note": "What the reader should know (nota).",
    },
    "Period": {
        "on": "A day, for what was so on it; a month or a year, for what happened in it (fecha).",
        "from": "The first day of any other period (desde).",
        "until": "The first day that no longer counts (hasta).",
    },
    "Supplement": {
        "organica": "The format: `supplement/1` (formato).",
        "organization": "The organization (organización).",
        "source": "The key of the source (clave de la fuente).",
        "evidence": "As in a resolution file; it takes the place of the former (evidencia).",
        "coverage": "As in a resolution file, from the day of the source on (cobertura).",
        "doubts": "As in a resolution file; they join the former (dudas).",
        "not_known": "As in a resolution file; they join the former and count on from them (lo no sabido).",
        "answers": "As in a resolution file (responde).",
        "acts": "As in a resolution file (actos).",
    },
    "Correction": {
        "organica": "The format: `correction/1` (formato).",
        "organization": "The organization (organización).",
        "source": "The key of the source (clave de la fuente).",
        "reason": "Why, for whoever reads the entry (motivo).",
        "evidence": "What shows it; it takes the place of the former (evidencia).",
        "facts": "The facts of the source, with the keys below (datos).",
        "acts": "The acts, each with the keys further below (actos).",
    },
    "Withholding": {
        "organica": "The format: `withholding/1` (formato).",
        "organization": "The organization (organización).",
        "reason": "Why; it names nobody (motivo).",
        "appointments": "The codes of the appointments (nombramientos).",
    },
    "IdMapping": {
        "organica": "The format: `mapping/1` (formato).",
        "organization": "The organization (organización).",
        "external_ids": "The ties, each with the keys below (correspondencias).",
    },
    "CorrectedFacts": {
        "in_force_from": "As in `source` (vigencia).",
        "signed_on": "As in `source` (fecha de firma).",
        "published_on": "As in `source` (fecha de publicación).",
        "notified_on": "As in `source` (fecha de notificación).",
        "subject": "As in `source` (materia).",
        "citation": "As in `source` (cita).",
        "text_url": "As in `source` (texto íntegro).",
    },
    "CorrectedAct": {
        "ref": "The act's reference in its source; by default its number (referencia).",
        "to": (
            "The whole act as it should have been entered; an act of the same word. The item gives this "
            "or `drop` (lectura correcta)."
        ),
        "drop": "`true`: the act is not in the source at all (no corresponde).",
    },
    "ExternalId": {
        "organization": "The organization's code. A tie names one of the five things (organización).",
        "unit": "The unit's code (unidad).",
        "function": "The function's permanent code (función).",
        "post": "The post's permanent code (cargo).",
        "programme": "The programme's code (programa).",
        "system": "The other system: `siaper`, `br.siorg` (sistema).",
        "value": "What it calls the thing (nombre en él).",
        "withdrawn": "`true`: it calls it so no longer, or never did (retirada).",
    },
    "DateWithBasis": {
        "value": "The date: a year, a month or a day (fecha).",
        "basis": (
            "How it is known: a text states it, a rule gives it, somebody assumes it, or it was so by "
            "then (fundamento)."
        ),
    },
    "DateWithRule": {
        "value": "The day that the rule gives, where it is known (fecha).",
        "basis": "`computed`, or `stated` where an official text says the day (fundamento).",
        "rule": "The rule as the source prints it (regla de vigencia).",
    },
    "FunctionRef": {
        "at": "Where it stands before this file: `unit/letter` (ubicación).",
        "code": "Its permanent code (código).",
    },
    "PostRef": {
        "at": "Where it stands: `unit/head` or `unit/name` (ubicación).",
        "code": "Its permanent code (código).",
    },
    **OF_ACTS,
}

"""What each act and each of its keys means, in English with the Spanish term beside it.

Read by `meanings` and `act_table`; docs/resolution-file.md says the same, and a test compares.
"""

from __future__ import annotations

# The act in the words of the law, and what it does.
ACT_MEANINGS: dict[str, tuple[str, str]] = {
    "StateOrganization": (
        "constatar una organización",
        "The organization is so from this day on, without claiming its birth",
    ),
    "StateUnit": (
        "constatar una unidad",
        "The unit is so from this day on, without claiming its birth; a list that is given is the whole list",
    ),
    "EstablishOrganization": ("crear una organización", "The organization begins"),
    "RenameOrganization": (
        "modificar la denominación de la organización",
        "Another name or acronym of the organization",
    ),
    "AttachOrganization": ("adscribir", "The organization answers through another body, or through none"),
    "AffiliateOrganization": ("afiliar", "The organization joins a body"),
    "EndAffiliation": ("desafiliar", "The organization leaves a body"),
    "DissolveOrganization": ("disolver", "The organization ends"),
    "Succeed": ("suceder", "The organization ends, and its units pass to the heir"),
    "CreateUnit": ("crear una unidad", "A unit begins, with its functions and posts"),
    "RenameUnit": ("modificar la denominación", "Another name, printed rank or acronym of the unit"),
    "ClassifyUnit": ("clasificar", "Another class of the unit"),
    "MoveUnit": ("cambiar la dependencia", "Another unit above"),
    "SetObjective": ("modificar el objetivo", "Another objective"),
    "SuppressUnit": ("suprimir", "The unit ends, with its posts"),
    "MergeUnits": ("fusionar", "Units end in favour of one that exists or of a new one"),
    "SplitUnit": ("escindir", "Functions of the unit go to its heirs; it ends unless it remains"),
    "RestateUnit": ("reiterar una unidad", "The unit is repeated unchanged, which renews its legal basis"),
    "RestateFunction": (
        "reiterar una función",
        "The function is repeated unchanged, which renews its legal basis",
    ),
    "AssignFunction": ("agregar una función", "A function begins"),
    "AmendFunction": ("modificar el texto", "Another text of the function"),
    "RelabelFunction": ("cambiar la letra", "Another letter of the function"),
    "TransferFunction": ("traspasar una función", "The function goes to another unit"),
    "RemoveFunction": ("eliminar una función", "The function ends, with its sub-items"),
    "CreatePost": ("crear un cargo", "A post begins"),
    "RenamePost": ("modificar la denominación del cargo", "Another name of the post"),
    "AbolishPost": ("suprimir un cargo", "The post and its appointments end"),
    "SetSubstitutionOrder": ("fijar el orden de subrogación", "Who stands in for the post, the first first"),
    "Appoint": ("nombrar", "A person holds the post"),
    "EndAppointment": ("cesar", "The appointment ends"),
    "CarryOver": (
        "arrastrar referencias",
        "Every reference to the name means the unit, or the body, from then on",
    ),
    "StateProgramme": (
        "constatar un programa",
        "The programme is so from this day on, without claiming its birth, and its figures are reported",
    ),
    "StartProgramme": ("crear un programa", "A programme or a service begins"),
    "AmendProgramme": (
        "modificar un programa",
        "Something else is so of the programme; a list that is given is the whole list",
    ),
    "EndProgramme": ("terminar un programa", "The programme ends, and its figures are told no longer"),
    "ReportIndicator": (
        "informar un indicador",
        "A figure of the programme; the same one for the same period takes the place of the former",
    ),
    "Rectify": ("rectificar", "The act reads so on all its days"),
    "Invalidate": ("invalidar", "The acts are as if they had never been"),
    "Revoke": ("dejar sin efecto", "The acts have no force from this day on"),
    "Suspend": ("suspender", "The acts have no force until they are resumed"),
    "Resume": ("alzar la suspensión", "The suspended acts have force again"),
}
_EVERY_ACT = {
    "in_force_from": "The act's own start, where it differs from the source's: a date or a rule (vigencia).",
    "provision": "Its place in the source, with the keys below (disposición).",
    "ref": "A name of its own in the file; by default its number, counted from 1 (referencia).",
}
_PROGRAMME = {
    "programme": "The programme: a code never used before for one that is new (programa).",
    "type": "`programme` (programa, the default) or `service` (servicio).",
    "kind": "What it is called in print: `Programa piloto`, `Plan de Acción` (tipo).",
    "name": "Its name (denominación).",
    "acronym": "Its acronym (sigla).",
    "objective": "Its objective, literal (objetivo).",
    "unit": (
        "The unit that runs it, `none` where the organization itself does, or `unknown`; left out in a new "
        "one, `unknown` (unidad responsable)."
    ),
    "functions": "The functions that it fulfils, by path or code (funciones).",
    "audience": "Whom it serves, as printed (destinatarios).",
    "channels": "Where or how it is reached, each with the keys below (canales).",
    "partners": "The bodies that take part, each with the keys below (socios).",
    "financing": "Who pays for it, each with the keys below (financiamiento).",
    "rests_on": "The keys of the norms that it rests on, also of those not in the register (marco legal).",
}
_OWN_KEYS: dict[str, dict[str, str]] = {
    "StateOrganization": {
        "organization": "The file's own (organización).",
        "name": "Its name (nombre).",
        "acronym": "Its acronym (sigla).",
        "time_zone": "Its time zone, such as `America/Santiago` (zona horaria).",
        "attached_to": "The code of the body through which it answers (adscripción).",
        "affiliated_with": (
            "The codes of bodies that it has joined; of others nothing is said "
            "(organismos a que está afiliada)."
        ),
    },
    "StateUnit": {
        "unit": "The unit (unidad).",
        "parent": "The unit above, `none` or `unknown` (dependencia).",
        "kind": "The rank as printed: `Departamento` (tipo).",
        "class": "`line`, `support`, `advice`, `control` or `deconcentrated` (clase).",
        "name": "Its name (denominación).",
        "acronym": "Its acronym (sigla).",
        "objective": "Its objective, literal (objetivo).",
        "functions": "The whole list of its functions (funciones).",
        "posts": "The whole list of its posts (cargos).",
    },
    "EstablishOrganization": {
        "organization": "The file's own (organización).",
        "name": "Its name (nombre).",
        "acronym": "Its acronym (sigla).",
        "time_zone": "Its time zone (zona horaria).",
        "attached_to": "As in `state` (adscripción).",
    },
    "RenameOrganization": {
        "organization": "The file's own (organización).",
        "name": "Its new name (nombre).",
        "acronym": "Its new acronym (sigla).",
    },
    "AttachOrganization": {
        "organization": "The file's own (organización).",
        "to": "The code of the body through which it answers from then on, or `none` (organismo superior).",
    },
    "AffiliateOrganization": {
        "organization": "The file's own (organización).",
        "with": "The code of the body, such as an association of municipalities (organismo).",
    },
    "EndAffiliation": {
        "organization": "The file's own (organización).",
        "with": "The code of the body (organismo).",
    },
    "DissolveOrganization": {"organization": "The file's own (organización)."},
    "Succeed": {
        "heir": "The code of the organization that takes over (sucesora).",
        "units": (
            "The units that pass, each with the two keys below; left out, all pass under their own codes "
            "(unidades)."
        ),
    },
    "CreateUnit": {
        "unit": "A code never used before (unidad).",
        "parent": "The unit above, `none` or `unknown` (dependencia).",
        "kind": "The rank as printed (tipo).",
        "class": "As in `state` (clase).",
        "name": "Its name (denominación).",
        "acronym": "Its acronym (sigla).",
        "objective": "Its objective, literal (objetivo).",
        "functions": "Its functions (funciones).",
        "posts": "Its posts (cargos).",
    },
    "RenameUnit": {
        "unit": "The unit (unidad).",
        "name": "Its new name (nombre).",
        "acronym": "Its new acronym (sigla).",
        "kind": "Its new printed rank (tipo).",
    },
    "ClassifyUnit": {
        "unit": "The unit (unidad).",
        "class": "As in `state` (clase). The printed rank stays.",
    },
    "MoveUnit": {
        "unit": "The unit (unidad).",
        "parent": "The new unit above, `none` or `unknown` (dependencia).",
    },
    "SetObjective": {
        "unit": "The unit (unidad).",
        "objective": "The new objective, literal (objetivo).",
    },
    "SuppressUnit": {"unit": "The unit (unidad)."},
    "MergeUnits": {
        "units": "The units that end (unidades).",
        "into": "The unit that absorbs them (absorbente). The act gives this or `create`.",
        "create": "The new unit that they become, with the keys below (unidad nueva).",
    },
    "SplitUnit": {
        "unit": "The unit (unidad).",
        "into": "What each heir receives, with the keys below (unidades que reciben).",
        "remains": "`true`: the unit goes on itself (subsiste).",
    },
    "RestateUnit": {
        "unit": "The unit (unidad).",
        "with_functions": "`true`: its functions too (con sus funciones).",
    },
    "RestateFunction": {"function": "The function, repeated unchanged (función)."},
    "AssignFunction": {
        "unit": "The unit that is given it (unidad).",
        "function": "The new function, as in a unit's list (función).",
        "post": "The post that holds it, where it is not the unit itself (cargo).",
        "parent": "The function of which it is a sub-item (dependencia).",
    },
    "AmendFunction": {
        "function": "The function (función).",
        "text": "The new text, literal (texto).",
    },
    "RelabelFunction": {
        "function": "The function (función).",
        "label": "The new letter (letra).",
    },
    "TransferFunction": {
        "function": "The function (función).",
        "to": "The unit that takes it over (unidad que la recibe).",
        "label": "Its letter there (letra).",
        "list": "Its list there (lista).",
    },
    "RemoveFunction": {"function": "The function (función)."},
    "CreatePost": {
        "unit": "The unit (unidad).",
        "post": "The post, as in a unit's list (cargo).",
    },
    "RenamePost": {
        "post": "The post (cargo).",
        "name": "Its new name (nombre).",
    },
    "AbolishPost": {"post": "The post (cargo)."},
    "SetSubstitutionOrder": {
        "post": "The post (cargo).",
        "substitutes": "The posts that stand in for it, the first first; `[]` ends the order (subrogantes).",
    },
    "Appoint": {
        "post": "The post (cargo).",
        "holder": "The person's name (titular).",
        "capacity": "As in a post (calidad).",
        "employment": "As in a post (vínculo).",
        "in_force_until": "The day on which it lapses; the first on which it no longer holds (término).",
        "appointment": "The code of the appointment, where the register knows it already (nombramiento).",
    },
    "EndAppointment": {
        "post": "The post (cargo).",
        "holder": "Whose appointment ends; without it, all of the post (titular).",
    },
    "CarryOver": {
        "name": "The old name, literal (nombre anterior).",
        "unit": "The unit that it means from then on. The act gives this or `organization` (unidad).",
        "organization": (
            "The code of the body that it means, which need not be in the register (organización)."
        ),
    },
    "StateProgramme": {**_PROGRAMME, "indicators": "Its figures, with the keys below (indicadores)."},
    "StartProgramme": _PROGRAMME,
    "AmendProgramme": _PROGRAMME,
    "EndProgramme": {"programme": "The programme (programa)."},
    "ReportIndicator": {
        "programme": "The programme (programa).",
        "indicator": "The figure, as in a programme's list (indicador).",
    },
    "Rectify": {
        "target": "One act (acto).",
        "to": "The whole act as it should have been written; an act of the same word (lectura correcta).",
    },
    "Invalidate": {"target": "The acts (acto)."},
    "Revoke": {"target": "The acts (acto)."},
    "Suspend": {"target": "The acts (acto)."},
    "Resume": {"target": "The acts, or some of those that are suspended (acto)."},
}
OF_ACTS = {name: {**own, **_EVERY_ACT} for name, own in _OWN_KEYS.items()}

"""What a chart says in its own words, in both languages.

Gives sentences with places for facts. Read by `api.embed.chart.drawing` and `api.embed.chart.changes`.
"""

from __future__ import annotations

from organica.domain.errors import Says

DAY = Says(es="Estructura orgánica al {day}", en="Organisational structure on {day}")
DESCRIPTION = Says(
    es="Organigrama de {name} al {day}: {units}. La misma estructura como texto: {page}",
    en="Organisation chart of {name} on {day}: {units}. The same structure as text: {page}",
)
ONE_UNIT = Says(es="1 unidad", en="1 unit")
UNITS = Says(es="{count} unidades en {levels} niveles", en="{count} units on {levels} levels")
NO_UNIT = Says(es="ninguna unidad consta", en="no unit is on record")
PERMANENT = Says(es="Enlace permanente a esta versión:", en="Permanent link to this version:")
SOURCES = Says(es="Fuente: {sources}.", en="Source: {sources}.")
SOURCES_AND_MORE = Says(es="Fuente: {sources} y {more} más.", en="Source: {sources} and {more} more.")

PARENT_UNKNOWN = Says(es="Dependencia no consta", en="The unit above is not on record")
ATTESTED = Says(es="Consta sin norma: {citation}", en="Attested, not by a norm: {citation}")
UNSURE = Says(es="Vigencia no segura ese día", en="Not certain to be in force that day")
NOT_COVERED = Says(es="Fuera de lo que cubre el registro", en="Outside what the register covers")
PART_COVERED = Says(es="Cobertura parcial", en="Partly covered")
DOUBTFUL = Says(
    es="Marco fino discontinuo: la unidad lleva una advertencia.",
    en="Thin broken frame: the unit carries a warning.",
)

COMPARED = Says(
    es="Comparada con el {day}: {count}.",
    en="Compared with {day}: {count}.",
)
NOTHING_CHANGED = Says(es="sin cambios de unidades ni funciones", en="no changes of units or functions")
ONE_CHANGED = Says(es="cambió 1 unidad", en="1 unit changed")
CHANGED = Says(es="cambiaron {count} unidades", en="{count} units changed")
BASE_NOT_COVERED = Says(
    es="El registro no cubre el {day}: solo nació después lo que así se dice.",
    en="The register does not cover {day}: only what is said so was born later.",
)
GONE = Says(es="Unidades que había el {day} y ya no hay", en="Units that there were on {day} and are no more")

CREATED = Says(es="Creada", en="Created")
STATED = Says(
    es="Consta desde entonces, sin que se diga cuándo nació", en="On record since; birth not stated"
)
COVERED = Says(es="El registro la cubre desde entonces", en="Covered by the register since")
RESTORED = Says(es="Recobró vigencia", en="In force again")
RENAMED = Says(es="Antes: «{before}»", en="Before: “{before}”")
MOVED = Says(es="Antes dependía de {before}", en="Before, under {before}")
NO_UNIT_ABOVE = Says(es="ninguna unidad", en="no unit")
UNKNOWN_ABOVE = Says(es="una unidad que no consta", en="a unit that is not on record")
OBJECTIVE = Says(es="Otro objetivo", en="Another objective")
FUNCTIONS = Says(es="Funciones: {counts}", en="Functions: {counts}")
SUPPRESSED = Says(es="Suprimida", en="Suppressed")
GAVE_WAY = Says(es="Constaba sin norma; una norma dice otra cosa", en="Only attested; a norm says otherwise")
UNSAID = Says(es="Ya no consta", en="No longer on record")
BY_ACT = Says(es="{what}: {act}", en="{what}: {act}")

LEGEND_CREATED = Says(es="Unidad nueva desde ese día.", en="Unit new since that day.")
LEGEND_ALTERED = Says(
    es="Unidad con otro nombre, tipo o dependencia, o que consta desde entonces.",
    en="Unit with another name, kind or unit above, or on record since.",
)
LEGEND_REWORDED = Says(
    es="Unidad con otras funciones u otro objetivo.", en="Unit with other functions or another objective."
)
LEGEND_GONE = Says(es="Unidad que ya no hay.", en="Unit that is no more.")

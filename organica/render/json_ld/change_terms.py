"""The kinds of change as terms, in Spanish and English.

Takes nothing; gives `CHANGE_KINDS`. Read by `vocabulary`; a test holds that no kind is missing.
"""

from __future__ import annotations

from collections.abc import Mapping

from organica.domain.change import ChangeKind
from organica.domain.errors import Says

CHANGE_KINDS: Mapping[ChangeKind, Says] = {
    ChangeKind.ORGANIZATION_ESTABLISHED: Says(es="creación del organismo", en="organization established"),
    ChangeKind.ORGANIZATION_STATED: Says(es="constancia del organismo", en="organization stated"),
    ChangeKind.ORGANIZATION_RENAMED: Says(es="nueva denominación del organismo", en="organization renamed"),
    ChangeKind.ORGANIZATION_CHANGED: Says(es="modificación del organismo", en="organization changed"),
    ChangeKind.ORGANIZATION_ATTACHED: Says(es="adscripción del organismo", en="organization attached"),
    ChangeKind.ORGANIZATION_AFFILIATED: Says(es="afiliación del organismo", en="organization affiliated"),
    ChangeKind.ORGANIZATION_ENDED: Says(es="fin del organismo", en="organization ended"),
    ChangeKind.UNIT_CREATED: Says(es="creación de la unidad", en="unit created"),
    ChangeKind.UNIT_STATED: Says(es="constancia de la unidad", en="unit stated"),
    ChangeKind.UNIT_COVERED: Says(es="la unidad pasa a estar cubierta", en="unit became covered"),
    ChangeKind.UNIT_RENAMED: Says(es="nueva denominación de la unidad", en="unit renamed"),
    ChangeKind.UNIT_RETYPED: Says(es="nuevo tipo o clase de la unidad", en="unit retyped"),
    ChangeKind.UNIT_MOVED: Says(es="nueva dependencia de la unidad", en="unit moved"),
    ChangeKind.OBJECTIVE_CHANGED: Says(es="nuevo objetivo de la unidad", en="objective changed"),
    ChangeKind.UNIT_SUPPRESSED: Says(es="supresión de la unidad", en="unit suppressed"),
    ChangeKind.UNIT_GAVE_WAY: Says(es="la unidad cede ante una norma", en="unit gave way to a norm"),
    ChangeKind.FUNCTION_ASSIGNED: Says(es="asignación de la función", en="function assigned"),
    ChangeKind.FUNCTION_STATED: Says(es="constancia de la función", en="function stated"),
    ChangeKind.FUNCTION_COVERED: Says(es="la función pasa a estar cubierta", en="function became covered"),
    ChangeKind.FUNCTION_AMENDED: Says(es="nuevo texto de la función", en="function amended"),
    ChangeKind.FUNCTION_RELABELLED: Says(es="nueva letra de la función", en="function relabelled"),
    ChangeKind.FUNCTION_TRANSFERRED: Says(es="traspaso de la función", en="function transferred"),
    ChangeKind.FUNCTION_REMOVED: Says(es="eliminación de la función", en="function removed"),
    ChangeKind.FUNCTION_GAVE_WAY: Says(es="la función cede ante una norma", en="function gave way to a norm"),
    ChangeKind.POST_CREATED: Says(es="creación del cargo", en="post created"),
    ChangeKind.POST_STATED: Says(es="constancia del cargo", en="post stated"),
    ChangeKind.POST_CHANGED: Says(es="modificación del cargo", en="post changed"),
    ChangeKind.SUBSTITUTION_ORDER_SET: Says(es="orden de subrogación", en="substitution order set"),
    ChangeKind.POST_ABOLISHED: Says(es="supresión del cargo", en="post abolished"),
    ChangeKind.POST_GAVE_WAY: Says(es="el cargo cede ante una norma", en="post gave way to a norm"),
    ChangeKind.APPOINTED: Says(es="nombramiento", en="appointed"),
    ChangeKind.APPOINTMENT_STATED: Says(es="constancia del nombramiento", en="appointment stated"),
    ChangeKind.APPOINTMENT_CHANGED: Says(es="modificación del nombramiento", en="appointment changed"),
    ChangeKind.APPOINTMENT_ENDED: Says(es="fin del nombramiento", en="appointment ended"),
    ChangeKind.APPOINTMENT_GAVE_WAY: Says(
        es="el nombramiento cede ante una norma", en="appointment gave way to a norm"
    ),
    ChangeKind.REFERENCE_CARRIED_OVER: Says(es="referencia arrastrada", en="reference carried over"),
    ChangeKind.REFERENCE_ENDED: Says(es="fin de la referencia arrastrada", en="carried reference ended"),
    ChangeKind.PROGRAMME_STARTED: Says(es="inicio del programa", en="programme started"),
    ChangeKind.PROGRAMME_STATED: Says(es="constancia del programa", en="programme stated"),
    ChangeKind.PROGRAMME_RENAMED: Says(es="nueva denominación del programa", en="programme renamed"),
    ChangeKind.PROGRAMME_MOVED: Says(es="nuevo responsable del programa", en="programme run by another"),
    ChangeKind.PROGRAMME_CHANGED: Says(es="modificación del programa", en="programme changed"),
    ChangeKind.PROGRAMME_ENDED: Says(es="fin del programa", en="programme ended"),
    ChangeKind.PROGRAMME_GAVE_WAY: Says(
        es="el programa cede ante una norma", en="programme gave way to a norm"
    ),
    ChangeKind.INDICATOR_REPORTED: Says(es="se informa el indicador", en="figure reported"),
    ChangeKind.INDICATOR_CHANGED: Says(es="modificación del indicador", en="figure changed"),
    ChangeKind.INDICATOR_ENDED: Says(es="deja de informarse el indicador", en="figure told no longer"),
    ChangeKind.INDICATOR_GAVE_WAY: Says(
        es="el indicador cede ante una norma", en="figure gave way to a norm"
    ),
    ChangeKind.PASSED_ON: Says(es="continuación en otra unidad u organismo", en="passed on"),
    ChangeKind.PASSED_ON_NO_LONGER: Says(es="sin efecto la continuación", en="passed on no longer"),
    ChangeKind.RESTORED: Says(es="recupera su vigencia", en="restored"),
    ChangeKind.UNSAID: Says(es="el registro ya no lo dice", en="the register no longer says so"),
    ChangeKind.BASIS_RENEWED: Says(es="nuevo fundamento legal", en="legal basis renewed"),
    ChangeKind.COVERAGE_CHANGED: Says(es="nueva cobertura", en="coverage changed"),
}

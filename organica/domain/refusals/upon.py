"""Why an act upon acts, a supplement or a correction cannot take effect.

One class a reason, each with its sentence and its remedy; the facts are codes, days and references.
"""

from __future__ import annotations

from organica.domain.errors import Conflict, Inapplicable, NotFound, Says


class UnknownTarget(NotFound):
    """An act upon acts, or a correction, names an act that the register does not hold."""

    code = "unknown_target"
    says = Says(
        es="El registro no tiene ningún acto «{target}» de fecha de ingreso anterior.",
        en="The register holds no act “{target}” that was entered before.",
    )
    remedy = Says(
        es="Nómbrelo como <fuente>#<ref>, <fuente>#art:<artículo> o <fuente>; la ref por defecto es el "
        "número del acto en su archivo.",
        en="Name it as <source>#<ref>, <source>#art:<article> or <source>; by default the ref is the act's "
        "number in its file.",
    )


class TargetsSeveralActs(Inapplicable):
    """A rectification aims at more than one act."""

    code = "targets_several_acts"
    says = Says(
        es="«{target}» corresponde a varios actos ({refs}); se rectifica uno por uno.",
        en="“{target}” means several acts ({refs}); each is rectified by itself.",
    )
    remedy = Says(es="Indique <fuente>#<ref>.", en="Write <source>#<ref>.")


class TargetGone(Inapplicable):
    """The target was invalidated, or never was in its source."""

    code = "target_gone"
    says = Says(
        es="El acto «{target}» ya fue invalidado o retirado del registro.",
        en="Act “{target}” was invalidated, or taken out of the register, before.",
    )
    remedy = Says(
        es="Revise el acto al que apunta (target).",
        en="Check which act it aims at (target).",
    )


class RectifiesAnotherAct(Inapplicable):
    """A rectification would put an act of another kind in the place of its target."""

    code = "rectifies_another_act"
    says = Says(
        es="«{target}» es un acto «{was}» y no puede rectificarse como «{to}».",
        en="“{target}” is an act “{was}” and cannot be rectified into “{to}”.",
    )
    remedy = Says(
        es="Rectificar enmienda lo escrito; para disponer otra cosa, invalide el acto y dicte otro.",
        en="Rectifying mends what is written; to order something else, invalidate the act and order another.",
    )


class ChangesNothing(Inapplicable):
    """A rectification or a correction that says what is read already."""

    code = "rectification_changes_nothing"
    says = Says(
        es="Lo que se da por «{target}» es lo que ya se lee hoy.",
        en="What is given for “{target}” is what is read already.",
    )
    remedy = Says(
        es="Compare con la última lectura del acto y corrija `to`, o quite la rectificación.",
        en="Compare with the latest reading of the act and change `to`, or leave the rectification out.",
    )


class RectifiedTwice(Conflict):
    """One file gives two readings of one act."""

    code = "rectified_twice"
    says = Says(
        es="El archivo da dos lecturas distintas de «{target}».",
        en="The file gives two readings of “{target}”.",
    )
    remedy = Says(es="Deje una sola.", en="Leave one of them.")


class OnlyInvalidated(Inapplicable):
    """A rectification or an invalidation holds for all days, so it can only be taken away for all days."""

    code = "only_invalidated"
    says = Says(
        es="«{target}» rectifica o invalida para todos los días; no puede dejarse sin efecto desde un día.",
        en="“{target}” rectifies or invalidates for all days; it cannot be taken away from a day on.",
    )
    remedy = Says(es="Invalídelo (invalidate).", en="Invalidate it (invalidate).")


class NothingSuspended(Inapplicable):
    """A resumption aims at acts that are not suspended on that day."""

    code = "nothing_suspended"
    says = Says(
        es="«{target}» no está suspendido el {day}.",
        en="“{target}” is not suspended on {day}.",
    )
    remedy = Says(
        es="Revise el acto y la fecha de la suspensión (suspend).",
        en="Check the act and the day of the suspension (suspend).",
    )


class OmittedAlready(Inapplicable):
    """A revocation or suspension aims at acts that have no force on that day anyway."""

    code = "omitted_already"
    says = Says(
        es="«{target}» ya no tiene efecto el {day}.",
        en="“{target}” has no effect on {day} already.",
    )
    remedy = Says(
        es="Revise el acto y la fecha desde la que rige este.",
        en="Check the act and the day from which this one is in force.",
    )


class UnknownSupplementedSource(NotFound):
    """A supplement or correction is about a source that the register does not hold."""

    code = "unknown_supplemented_source"
    says = Says(
        es="El registro no tiene la fuente «{target}» de {organization}.",
        en="The register does not hold source “{target}” of {organization}.",
    )
    remedy = Says(
        es="Promulgue antes el archivo de esa fuente, o revise su clave.",
        en="Enact the file of that source first, or check its key.",
    )


class ActsContradict(Conflict):
    """Two acts of one file say different things of one matter on one day."""

    code = "acts_contradict"
    says = Says(
        es="Los actos {first} y {second} disponen distinto sobre {field} de {target} el mismo día.",
        en="Acts {first} and {second} differ on the {field} of {target} on one day.",
    )
    remedy = Says(
        es="Deje uno de los dos, o dé a cada uno su in_force_from.",
        en="Leave one of the two, or give each its in_force_from.",
    )


class RefUsedTwice(Conflict):
    """Two acts of one source would bear one reference; by default an act bears its number."""

    code = "ref_used_twice"
    says = Says(
        es="Dos actos de la fuente tendrían la misma referencia «{ref}».",
        en="Two acts of the source would bear the same reference “{ref}”.",
    )
    remedy = Says(
        es="Dé a uno otra `ref`; por defecto la referencia es el número del acto en la fuente.",
        en="Give one of them another `ref`; by default it is the act's number in the source.",
    )

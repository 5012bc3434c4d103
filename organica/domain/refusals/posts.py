"""Why an act on posts and their holders cannot take effect.

One class a reason, each with its sentence and its remedy; the facts are codes, days and references.
"""

from __future__ import annotations

from organica.domain.errors import Inapplicable, Says


class PostNotInForce(Inapplicable):
    """An act aims at a post that does not exist on that day."""

    code = "post_not_in_force"
    says = Says(es="El cargo {post} no existe el {day}.", en="Post {post} does not exist on {day}.")
    remedy = Says(
        es="Cree antes el cargo, o nómbrelo como unidad/head o unidad/nombre.",
        en="Create the post first, or name it as unit/head or unit/name.",
    )


class PostAbolished(Inapplicable):
    """An act aims at a post that was abolished."""

    code = "post_abolished"
    says = Says(
        es="El cargo {post} fue suprimido ({abolished}) y no existe el {day}.",
        en="Post {post} was abolished ({abolished}) and does not exist on {day}.",
    )
    remedy = Says(
        es="Revise la fecha del acto, o cree otro cargo.",
        en="Check the day of the act, or create another post.",
    )


class PostHasFunctions(Inapplicable):
    """A post is abolished while it still holds functions when the source's day is done."""

    code = "post_has_functions"
    says = Says(
        es="El cargo {post} está suprimido el {day} y aún tendría funciones: {functions}.",
        en="Post {post} is abolished on {day} and would still hold functions: {functions}.",
    )
    remedy = Says(
        es="Traspase o elimine esas funciones en el mismo acto.",
        en="Transfer or remove the functions in `functions` in the same act.",
    )


class SubstituteOfItself(Inapplicable):
    """A post would stand in for itself."""

    code = "substitute_of_itself"
    says = Says(
        es="El cargo {post} no puede subrogarse a sí mismo.",
        en="Post {post} cannot stand in for itself.",
    )
    remedy = Says(es="Quítelo de la lista.", en="Leave it out of the list.")


class SubstituteTwice(Inapplicable):
    """One order of substitution names a post twice."""

    code = "substitute_twice"
    says = Says(
        es="El orden de subrogación de {post} nombra {substitute} dos veces.",
        en="The substitution order of {post} names {substitute} twice.",
    )
    remedy = Says(es="Déjelo en un solo lugar.", en="Leave it in one place.")


class PostAmbiguous(Inapplicable):
    """A path that several posts answer to."""

    code = "post_ambiguous"
    says = Says(
        es="{post} corresponde a varios cargos: {codes}.",
        en="{post} means several posts: {codes}.",
    )
    remedy = Says(es="Indique el código del cargo (code).", en="Name the post by its code.")


class PostExists(Inapplicable):
    """A post that exists already would be created again."""

    code = "post_exists"
    says = Says(es="El cargo {post} ya existe el {day}.", en="Post {post} exists already on {day}.")
    remedy = Says(es="Use el cargo existente.", en="Use the existing post.")


class PostHeld(Inapplicable):
    """A person would be appointed to a post that another holds in the same capacity."""

    code = "post_held"
    says = Says(
        es="El cargo {post} ya tiene quien lo ejerza en la misma calidad el {day}.",
        en="Post {post} is already held in the same capacity on {day}.",
    )
    remedy = Says(
        es="Ponga fin antes al nombramiento anterior (end_appointment).",
        en="End the former appointment first (end_appointment).",
    )


class AppointmentNotInForce(Inapplicable):
    """An act ends an appointment that is not in force."""

    code = "appointment_not_in_force"
    says = Says(
        es="El cargo {post} no tiene ese nombramiento el {day}.",
        en="Post {post} has no such appointment on {day}.",
    )
    remedy = Says(es="Revise el cargo y el nombre.", en="Check the post and the name.")


class TwoHeads(Inapplicable):
    """Two posts would head one unit."""

    code = "two_heads"
    says = Says(
        es="La unidad {unit} tendría dos jefaturas el {day}: {posts}.",
        en="Unit {unit} would have two heading posts on {day}: {posts}.",
    )
    remedy = Says(es="Deje una sola con heads: true.", en="Leave heads: true on one of them.")

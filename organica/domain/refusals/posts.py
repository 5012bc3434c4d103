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

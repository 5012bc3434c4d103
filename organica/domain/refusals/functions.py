"""Why an act on functions cannot take effect.

One class a reason, each with its sentence and its remedy; the facts are codes, days and references.
"""

from __future__ import annotations

from organica.domain.errors import Inapplicable, Says


class FunctionNotInForce(Inapplicable):
    """An act aims at a function that does not exist on that day."""

    code = "function_not_in_force"
    says = Says(
        es="La función {function} no existe el {day}.",
        en="Function {function} does not exist on {day}.",
    )
    remedy = Says(
        es="Nombre la función como unidad/letra según rige ese día, o por su código.",
        en="Name the function as unit/label as in force on that day, or by its code.",
    )


class FunctionExists(Inapplicable):
    """A function that exists already would be assigned as new."""

    code = "function_exists"
    says = Says(
        es="La función {function} ya existe el {day}.",
        en="Function {function} exists already on {day}.",
    )
    remedy = Says(
        es="Use transfer o amend para la existente, o quite el código para asignar una nueva.",
        en="Transfer or amend the existing one, or leave its code out to assign a new one.",
    )


class FunctionAstray(Inapplicable):
    """A function would belong to an item or a post that is not in its unit on that day."""

    code = "function_astray"
    says = Says(
        es="La función {function} de {unit} pertenecería a {owner}, que no está en esa unidad el {day}.",
        en="Function {function} of {unit} would belong to {owner}, which is not in that unit on {day}.",
    )
    remedy = Says(
        es="Nombre una función o un cargo de la misma unidad.",
        en="Name a function or a post of the same unit.",
    )


class FunctionAmbiguous(Inapplicable):
    """A path that several functions answer to."""

    code = "function_ambiguous"
    says = Says(
        es="{function} corresponde a varias funciones: {codes}.",
        en="{function} means several functions: {codes}.",
    )
    remedy = Says(es="Indique el código de la función (code).", en="Name the function by its code.")


class LabelTwice(Inapplicable):
    """Two functions of one list would bear one letter."""

    code = "label_twice"
    says = Says(
        es="La letra {label} se repite en {unit} el {day}: {functions}.",
        en="Label {label} occurs twice in {unit} on {day}: {functions}.",
    )
    remedy = Says(
        es="Corrija la letra; si el acto la repite en su texto, confírmelo con misprint: true.",
        en="Correct the label; if the act itself repeats it, confirm it with misprint: true.",
    )


class FunctionElsewhere(Inapplicable):
    """A split would hand over a function that the unit does not hold."""

    code = "function_elsewhere"
    says = Says(
        es="La función {function} no pertenece a {unit}, que se escinde el {day}.",
        en="Function {function} does not belong to {unit}, which is split on {day}.",
    )
    remedy = Says(
        es="Nombre funciones de la unidad que se escinde, o use transfer para las demás.",
        en="Name functions of the unit that is split, or transfer the others.",
    )

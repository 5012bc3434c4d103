"""Why an act cannot take effect: one class a reason, each with its sentence and its remedy.

Raised by apply, binding, checks and history; the facts are codes, days and references.
"""

from __future__ import annotations

from organica.domain.errors import Conflict, Inapplicable, Language, NotFound, Refused, Says


class UnitNotInForce(Inapplicable):
    """An act aims at a unit that the register does not know on that day."""

    code = "unit_not_in_force"
    says = Says(
        es="La unidad {unit} no existe en el registro el {day}.",
        en="Unit {unit} does not exist in the register on {day}.",
    )
    remedy = Says(
        es="Revise el código y la fecha, o declare antes la unidad (state o create).",
        en="Check the code and the day, or state or create the unit first.",
    )


class ParentNotInForce(Inapplicable):
    """A unit would hang from one that does not exist on that day."""

    code = "parent_not_in_force"
    says = Says(
        es="La unidad superior {parent} de {unit} no existe el {day}.",
        en="The parent {parent} of {unit} does not exist on {day}.",
    )
    remedy = Says(
        es="Cree o declare la unidad superior, o indique parent: unknown.",
        en="Create or state the parent, or write parent: unknown.",
    )


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


class NamedTwice(Inapplicable):
    """One list names the same function or post twice."""

    code = "named_twice"
    says = Says(
        es="La lista de {unit} nombra {code} dos veces.",
        en="The list of {unit} names {code} twice.",
    )
    remedy = Says(es="Deje el código en uno solo.", en="Leave the code on one of them.")


class FunctionAmbiguous(Inapplicable):
    """A path that several functions answer to."""

    code = "function_ambiguous"
    says = Says(
        es="{function} corresponde a varias funciones: {codes}.",
        en="{function} means several functions: {codes}.",
    )
    remedy = Says(es="Indique el código de la función (code).", en="Name the function by its code.")


class TargetMoved(Inapplicable):
    """A path now leads to another thing than the one recorded when the act was enacted."""

    code = "target_moved"
    says = Says(
        es="{at} se refería a {recorded} y ahora se referiría a {found}.",
        en="{at} meant {recorded} and would now mean {found}.",
    )
    remedy = Says(
        es="Ajuste el acto nuevo para que no cambie a qué se refiere el posterior.",
        en="Change the new act so that the later one still means the same.",
    )


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


class UnitExists(Inapplicable):
    """A unit would be created under a code that is in force."""

    code = "unit_exists"
    says = Says(es="La unidad {unit} ya existe el {day}.", en="Unit {unit} exists already on {day}.")
    remedy = Says(
        es="Use otro código para una unidad nueva, o declare la existente (state).",
        en="Give a new unit another code, or state the existing one.",
    )


class UnitCodeUsedBefore(Inapplicable):
    """A code is never given twice, not even after its unit was suppressed."""

    code = "unit_code_used_before"
    says = Says(
        es="El código {unit} perteneció a una unidad ya suprimida.",
        en="Code {unit} belonged to a unit that was suppressed.",
    )
    remedy = Says(es="Elija otro código.", en="Choose another code.")


class OrganizationExists(Inapplicable):
    """An organization would be established twice."""

    code = "organization_exists"
    says = Says(
        es="La organización {organization} ya existe el {day}.",
        en="Organization {organization} exists already on {day}.",
    )
    remedy = Says(es="Declare lo que cambia (state).", en="State what changes.")


class UnknownTimeZone(Inapplicable):
    """A time zone that the tz database does not list."""

    code = "unknown_time_zone"
    says = Says(es="La zona horaria «{time_zone}» no existe.", en="Time zone “{time_zone}” does not exist.")
    remedy = Says(
        es="Escriba un nombre de la base tz, como America/Santiago.",
        en="Write a name of the tz database, such as America/Santiago.",
    )


class StatementIncomplete(Inapplicable):
    """A unit that is new to the register is stated without its name or kind."""

    code = "statement_incomplete"
    says = Says(
        es="La unidad {unit} es nueva en el registro y falta su {missing}.",
        en="Unit {unit} is new to the register and lacks its {missing}.",
    )
    remedy = Says(es="Agregue name y kind.", en="Add name and kind.")


class ActChangesNothing(Inapplicable):
    """An act that orders what is so already."""

    code = "act_changes_nothing"
    says = Says(es="El acto sobre {target} no cambia nada.", en="The act on {target} changes nothing.")
    remedy = Says(
        es="Quítelo o, si el texto repite lo vigente, use restate.",
        en="Leave it out or, where the text repeats what is in force, use restate.",
    )


class UnitHasChildren(Inapplicable):
    """A unit is suppressed while units still hang from it when the source's day is done."""

    code = "unit_has_children"
    says = Says(
        es="La unidad {unit} se suprime y de ella aún dependen: {children}.",
        en="Unit {unit} is suppressed while these still hang from it: {children}.",
    )
    remedy = Says(
        es="Mueva o suprima esas unidades en el mismo acto.",
        en="Move or suppress the units in `children` in the same act.",
    )


class UnitHasFunctions(Inapplicable):
    """A unit is suppressed while it still holds functions when the source's day is done."""

    code = "unit_has_functions"
    says = Says(
        es="La unidad {unit} se suprime y aún tiene funciones: {functions}.",
        en="Unit {unit} is suppressed while it still holds functions: {functions}.",
    )
    remedy = Says(
        es="Traspase o elimine esas funciones en el mismo acto.",
        en="Transfer or remove the functions in `functions` in the same act.",
    )


class ParentCycle(Inapplicable):
    """Units that would hang from one another in a ring."""

    code = "parent_cycle"
    says = Says(
        es="El {day} estas unidades dependerían unas de otras en círculo: {units}.",
        en="On {day} these units would hang from one another in a ring: {units}.",
    )
    remedy = Says(
        es="Cambie la dependencia de una de ellas.",
        en="Give one of them another parent.",
    )


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


class TwoHeads(Inapplicable):
    """Two posts would head one unit."""

    code = "two_heads"
    says = Says(
        es="La unidad {unit} tendría dos jefaturas el {day}: {posts}.",
        en="Unit {unit} would have two heading posts on {day}: {posts}.",
    )
    remedy = Says(es="Deje una sola con heads: true.", en="Leave heads: true on one of them.")


class OutsideCoverage(Inapplicable):
    """An act concerns a unit that no declared coverage reaches on that day."""

    code = "outside_coverage"
    says = Says(
        es="La unidad {unit} queda fuera de la cobertura declarada el {day}.",
        en="Unit {unit} lies outside the declared coverage on {day}.",
    )
    remedy = Says(
        es="Declare en el archivo qué cubre (coverage: complete_under o partial_under).",
        en="Declare in the file what it covers (coverage: complete_under or partial_under).",
    )


class CannotAttest(Inapplicable):
    """An attestation only states; ordering is for norms."""

    code = "cannot_attest"
    says = Says(
        es="Una constancia (attestation) solo puede declarar (state); «{act}» lo ordena una norma.",
        en="An attestation can only state; “{act}” takes a norm.",
    )
    remedy = Says(
        es="Use state, o cite la norma que lo ordena como fuente.",
        en="Use state, or cite the norm that orders it as the source.",
    )


class UndatedOrder(Conflict):
    """Two sources say different things of one matter, and nothing tells which came later."""

    code = "order_unknown"
    says = Says(
        es="{first} y {second} disponen distinto sobre {field} de {target} y no consta cuál es posterior.",
        en="{first} and {second} differ on the {field} of {target}, and nothing tells which is later.",
    )
    remedy = Says(
        es="Declare en el archivo el orden: after: [fuente anterior].",
        en="Declare the order in the file: after: [earlier source].",
    )


class UnknownPredecessor(NotFound):
    """A file says that it comes after a source that the register does not know."""

    code = "unknown_predecessor"
    says = Says(
        es="El archivo dice ser posterior a {after}, que el registro no conoce.",
        en="The file says it comes after {after}, which the register does not know.",
    )
    remedy = Says(
        es="Revise la clave de esa fuente o cárguela antes.",
        en="Check that source's key or enact it first.",
    )


class PredecessorBeginsLater(Conflict):
    """An act is declared to come after a source that begins when the act is surely in force already."""

    code = "predecessor_begins_later"
    says = Says(
        es="El acto rige desde {since}, pero se declara posterior a {after}, que rige desde el {day}.",
        en="The act is in force from {since}, yet declared to come after {after}, in force from {day}.",
    )
    remedy = Says(
        es="Corrija after o la fecha de vigencia del acto.",
        en="Correct `after` or the day from which the act is in force.",
    )


class CoverageOfNothing(Inapplicable):
    """A file claims to cover a part that does not exist when its source begins."""

    code = "coverage_of_nothing"
    says = Says(
        es="Se declara cubierta «{part}», que no existe el {day}.",
        en="“{part}” is declared covered and does not exist on {day}.",
    )
    remedy = Says(
        es="Use el código de una unidad que el archivo declare, o el de la organización.",
        en="Use the code of a unit that the file states, or of the organization.",
    )


class OrderCycle(Conflict):
    """Sources that are each declared to come after the other."""

    code = "order_cycle"
    says = Says(
        es="Estas fuentes se declaran posteriores unas a otras: {sources}.",
        en="These sources are declared to come after one another: {sources}.",
    )
    remedy = Says(es="Corrija la clave after.", en="Correct the key `after`.")


class LaterActNoLongerApplies(Conflict):
    """A new act leaves an act that was enacted before without what it stands on."""

    code = "later_act_no_longer_applies"
    says = Says(
        es="Con este acto, el acto {later_act} de {later_source} ya no podría aplicarse. {cause}",
        en="With this act, act {later_act} of {later_source} could no longer apply. {cause}",
    )
    remedy = Says(
        es="Corrija el acto nuevo. Rectificar o invalidar el posterior será posible cuando el registro lo "
        "admita; por ahora no promulgue el archivo, o disponga lo mismo desde una fecha posterior.",
        en="Correct the new act. Rectifying or invalidating the later one will be possible once the register "
        "admits it; for now do not enact the file, or order the same from a later day.",
    )

    def __init__(self, cause: Refused, later_source: str, later_act: str) -> None:
        self.cause = cause
        super().__init__(later_source=later_source, later_act=later_act, cause=cause.code)

    def sentence(self, language: Language = "es") -> str:
        """Return what happened, with the reason of the later act in the same language."""
        return self.says.render(language, {**self.facts, "cause": self.cause.sentence(language)})

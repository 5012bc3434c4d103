"""Why a resolution file cannot be taken in: one class a reason, each with the place and a remedy.

Raised by this folder only; shown by the command line and by `api/problems.py`. Facts that every class
may carry: `file`, `line` and `column` (counted from 1), and `path` (`acts[2].state.name`), which also
stands where a file has no lines because it came as JSON, or was never a file. What a text may not hold is in
`text_errors`.
"""

from __future__ import annotations

from organica.domain.errors import BadInput, Language, Says


class FileRefused(BadInput):
    """A resolution file that cannot be taken in."""

    code = "file_refused"
    says = Says(es="El archivo no se puede leer.", en="The file cannot be read.")
    remedy = Says(es="Revise el archivo.", en="Check the file.")


class FileUnreadable(FileRefused):
    """There is no such file, it is not a file, or the system denies it. Facts: file, reason."""

    code = "file_unreadable"
    says = Says(es="No se puede abrir {file}: {reason}.", en="{file} cannot be opened: {reason}.")
    remedy = Says(es="Revise la ruta y los permisos del archivo.", en="Check the path and its permissions.")


class FileTooLarge(FileRefused):
    """More bytes than a file may have. Facts: file, most."""

    code = "file_too_large"
    says = Says(es="El archivo pasa de {most} bytes.", en="The file has more than {most} bytes.")
    remedy = Says(
        es="Sepárelo en varios archivos, uno por cada fuente legal.",
        en="Split it into several files, one for each legal source.",
    )


class FileNotUtf8(FileRefused):
    """The bytes are not UTF-8."""

    code = "file_not_utf8"
    says = Says(
        es="El archivo no está en UTF-8 (línea {line}).", en="The file is not in UTF-8 (line {line})."
    )
    remedy = Says(es="Guárdelo como texto en UTF-8.", en="Save it as text in UTF-8.")


class BrokenYaml(FileRefused):
    """The text is not YAML. Facts: problem, as the YAML reader puts it, in English."""

    code = "broken_yaml"
    says = Says(
        es="La línea {line} no es YAML bien escrito ({problem}).",
        en="Line {line} is not well-formed YAML ({problem}).",
    )
    remedy = Says(
        es="Revise sangrías (espacios, no tabuladores), comillas y dos puntos; "
        "un texto que lleva «: » o « #» va entre comillas.",
        en="Check indentation (spaces, no tabs), quotes and colons; "
        "a text that holds “: ” or “ #” goes in quotes.",
    )


class YamlFeatureRefused(FileRefused):
    """YAML that a file of the register does not use. Facts: feature (anchor, alias, tag, document)."""

    code = "yaml_feature_refused"
    says = Says(
        es="El archivo usa algo de YAML que aquí no se admite: {feature}.",
        en="The file uses something of YAML that is not allowed here: {feature}.",
    )
    remedy = Says(
        es="Escriba cada valor completo: sin anclas (&), alias (*), etiquetas (!) ni otro documento (---).",
        en="Write every value in full: no anchors (&), aliases (*), tags (!) or other documents (---).",
    )


class NestedTooDeep(FileRefused):
    """More levels than any organization has. Facts: most."""

    code = "nested_too_deep"
    says = Says(es="El archivo tiene más de {most} niveles.", en="The file is more than {most} levels deep.")
    remedy = Says(es="Revise corchetes, llaves y sangrías.", en="Check brackets, braces and indentation.")


class Suggests(FileRefused):
    """A refusal that knows the nearest right word; it stands in `suggestion`, all of them in `known`."""

    code = "unknown_word"

    def cure(self, language: Language = "es") -> str:
        """Return the nearest word first, where there is one, and then all of them."""
        nearest = self.facts.get("suggestion")
        if nearest is None:
            return super().cure(language)
        asked = f"¿Quiso decir «{nearest}»?" if language == "es" else f"Did you mean “{nearest}”?"
        return f"{asked} {super().cure(language)}"


class UnknownKey(Suggests):
    """A key that does not exist there. Facts: key, known, suggestion."""

    code = "unknown_key"
    says = Says(es="La clave «{key}» no existe aquí.", en="There is no key “{key}” here.")
    remedy = Says(es="Claves posibles: {known}.", en="Possible keys: {known}.")


class UnknownAct(Suggests):
    """A word that names no act. Facts: act, known, suggestion."""

    code = "unknown_act"
    says = Says(es="«{act}» no es un acto.", en="“{act}” is not an act.")
    remedy = Says(es="Actos posibles: {known}.", en="Possible acts: {known}.")


class UnknownChoice(Suggests):
    """A value outside a closed list. Facts: value, known, suggestion."""

    code = "unknown_choice"
    says = Says(es="«{value}» no es uno de los valores posibles.", en="“{value}” is not a possible value.")
    remedy = Says(es="Valores posibles: {known}.", en="Possible values: {known}.")


class DuplicateKey(FileRefused):
    """A key that stands twice in one map. Facts: key, first_line."""

    code = "duplicate_key"
    says = Says(
        es="La clave «{key}» ya está en la línea {first_line}.",
        en="The key “{key}” already stands in line {first_line}.",
    )
    remedy = Says(es="Deje una sola.", en="Leave only one.")


class MissingKey(FileRefused):
    """A key that must be there. Facts: key."""

    code = "missing_key"
    says = Says(es="Falta la clave «{key}».", en="The key “{key}” is missing.")
    remedy = Says(es="Agregue «{key}» en ese lugar.", en="Add “{key}” at that place.")


class OneKeyOf(FileRefused):
    """Several keys, or none, where exactly one must stand. Facts: keys."""

    code = "one_key_of"
    says = Says(
        es="Debe ir exactamente una de estas claves: {keys}.",
        en="Exactly one of these keys must be there: {keys}.",
    )
    remedy = Says(es="Deje una de ellas.", en="Leave one of them.")


class NotOneAct(FileRefused):
    """An item of `acts` that is not one word with its map."""

    code = "not_one_act"
    says = Says(
        es="Cada elemento de `acts` es un solo acto con sus datos.",
        en="Each item of `acts` is one act with its map.",
    )
    remedy = Says(
        es="Escriba, por ejemplo, «- move: {{unit: …, parent: …}}».",
        en="Write, for example, “- move: {{unit: …, parent: …}}”.",
    )


class UndecidedAct(FileRefused):
    """An act that a proposal was not sure of, and on which nobody has decided yet. Facts: act."""

    code = "undecided_act"
    says = Says(
        es="El acto «{act}» espera una decisión.",
        en="The act “{act}” awaits a decision.",
    )
    remedy = Says(
        es="Si el texto lo ordena, borre la línea «undecided»; si no, borre el acto entero.",
        en="If the text orders it, delete the line `undecided`; if it does not, delete the whole act.",
    )


class NothingOrdered(FileRefused):
    """A file that would enter nothing."""

    code = "nothing_ordered"
    says = Says(es="El archivo no ingresa nada.", en="The file enters nothing.")
    remedy = Says(
        es="Agregue lo que ingresa: `acts` o `coverage`; según su clase, `facts`, `appointments` o "
        "`external_ids`. Si de la fuente no hay actos, escriba por qué en `contents`.",
        en="Add what it enters: `acts` or `coverage`; by its kind, `facts`, `appointments` or "
        "`external_ids`. Where the source gives no acts, say why in `contents`.",
    )


class DuplicateCode(FileRefused):
    """A unit that one file states or creates twice. Facts: unit, first (path of the first act)."""

    code = "duplicate_code"
    says = Says(
        es="La unidad «{unit}» ya se declara o crea en {first}.",
        en="Unit “{unit}” is already stated or created in {first}.",
    )
    remedy = Says(
        es="Únalas en un solo acto, o dé a la otra unidad su propio código.",
        en="Join them into one act, or give the other unit a code of its own.",
    )


class DuplicateRef(FileRefused):
    """Two acts of one file with the same reference. Facts: ref, first (path of the first act)."""

    code = "duplicate_ref"
    says = Says(
        es="La referencia «{ref}» ya es la de {first}.",
        en="The reference “{ref}” is already that of {first}.",
    )
    remedy = Says(es="Dé a cada acto su propia `ref`.", en="Give each act a `ref` of its own.")


class WrongValue(FileRefused):
    """A value of another sort than the key takes."""

    code = "wrong_value"
    says = Says(es="El valor no es del tipo que corresponde.", en="The value is of the wrong sort.")


class ExpectedText(WrongValue):
    """A list, a map, a number or true/false where a text belongs."""

    code = "expected_text"
    says = Says(es="Aquí va un texto.", en="A text belongs here.")
    remedy = Says(
        es="Escriba un texto; en JSON también los números van entre comillas.",
        en="Write a text; in JSON numbers go in quotes too.",
    )


class ExpectedMap(WrongValue):
    """A text or a list where a map belongs."""

    code = "expected_map"
    says = Says(es="Aquí van claves con sus valores.", en="Keys with their values belong here.")
    remedy = Says(es="Escriba «clave: valor», una por línea.", en="Write “key: value”, one a line.")


class ExpectedList(WrongValue):
    """A text or a map where a list belongs."""

    code = "expected_list"
    says = Says(es="Aquí va una lista.", en="A list belongs here.")
    remedy = Says(es="Escriba cada elemento con «- », o [a, b].", en="Write each item with “- ”, or [a, b].")


class ExpectedFlag(WrongValue):
    """Something other than the words true and false. Facts: value."""

    code = "expected_flag"
    says = Says(es="Aquí va true o false, no «{value}».", en="True or false belongs here, not “{value}”.")
    remedy = Says(es="Escriba true o false, en minúsculas.", en="Write true or false, in lower case.")


class EmptyValue(WrongValue):
    """A key without a value, `null`, or a text of blanks."""

    code = "empty_value"
    says = Says(es="La clave no tiene valor.", en="The key has no value.")
    remedy = Says(
        es="Escriba el valor o quite la clave; si el texto es «null» o «~», póngalo entre comillas.",
        en="Write the value or leave the key out; a text that is “null” or “~” goes in quotes.",
    )


class NotOneLine(WrongValue):
    """A name or a label with line breaks, or with blanks at its ends."""

    code = "not_one_line"
    says = Says(
        es="El texto debe ir en una línea, sin espacios en los extremos.",
        en="The text must be one line without blanks at its ends.",
    )
    remedy = Says(es="Quite los saltos de línea y los espacios.", en="Remove the line breaks and blanks.")


class BadlyWritten(WrongValue):
    """A value that breaks the grammar of its key. Facts: value, example."""

    code = "badly_written"
    says = Says(es="«{value}» no está escrito como se espera.", en="“{value}” is not written as expected.")
    remedy = Says(es="Escríbalo como «{example}».", en="Write it like “{example}”.")

"""Why a template of a statutory table cannot be taken in, apart from what is wrong with any file.

Raised by `template_file` only, each with file, line, column, path and a remedy.
"""

from __future__ import annotations

from organica.domain.errors import Says
from organica.files.errors import FileRefused


class TemplateTaken(FileRefused):
    """A code that another template of the country has. Facts: template, country, first (its file)."""

    code = "template_taken"
    says = Says(
        es="La planilla «{template}» de {country} ya está en {first}.",
        en="The template “{template}” of {country} stands in {first} already.",
    )
    remedy = Says(es="Dé a esta planilla otro código.", en="Give this template another code.")


class NewerTemplateUnknown(FileRefused):
    """`newer` names no template of the country. Facts: newer, country."""

    code = "newer_template_unknown"
    says = Says(es="{country} no tiene una planilla «{newer}».", en="{country} has no template “{newer}”.")
    remedy = Says(
        es="Indique en `newer` el código de la planilla que reemplaza a esta.",
        en="Give in `newer` the code of the template that took the place of this one.",
    )


class ConfirmedWithoutSource(FileRefused):
    """Headers that are said to be confirmed without the page or the norm that has them. Facts: template."""

    code = "confirmed_without_source"
    says = Says(
        es="Los encabezados de «{template}» se dan por confirmados sin decir dónde.",
        en="The headers of “{template}” are said to be confirmed, and not where.",
    )
    remedy = Says(
        es="Indique en `source` dónde se leyeron, o escriba «confirmed: false».",
        en="Give in `source` where they were read, or write “confirmed: false”.",
    )


class ValueOutOfPlace(FileRefused):
    """A column of a value that the rows of its table do not have. Facts: value, kind, known."""

    code = "value_out_of_place"
    says = Says(
        es="Las filas de una planilla `{kind}` no tienen `{value}`.",
        en="The rows of a table of the kind `{kind}` have no `{value}`.",
    )
    remedy = Says(es="Valores posibles: {known}.", en="Possible values: {known}.")


class UnamendedOutOfPlace(FileRefused):
    """`unamended` in a column of another value than the date of the last amendment. Facts: value."""

    code = "unamended_out_of_place"
    says = Says(
        es="Una columna de `{value}` no lleva `unamended`.", en="A column of `{value}` takes no `unamended`."
    )
    remedy = Says(
        es="Déjelo solo en la columna de `amended_on`.", en="Leave it in the column of `amended_on` only."
    )


class HeaderTaken(FileRefused):
    """Two columns with one header: whoever reads the file could not tell them apart. Facts: header."""

    code = "header_taken"
    says = Says(es="Otra columna ya se llama «{header}».", en="Another column is called “{header}” already.")
    remedy = Says(es="Dé a cada columna un encabezado distinto.", en="Give each column a header of its own.")


class TemplateFolderMissing(FileRefused):
    """The folder of templates that the operator named is not there. Facts: folder."""

    code = "template_folder_missing"
    says = Says(es="No existe la carpeta «{folder}».", en="There is no folder “{folder}”.")
    remedy = Says(es="Corrija ORGANICA_TEMPLATES o quítela.", en="Correct ORGANICA_TEMPLATES or remove it.")

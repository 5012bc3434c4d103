"""Why a text of a resolution cannot be taken in: what it may not hold, each with the place and a remedy.

Raised by this folder only, for files, drafts and what a caller made in code. Facts as in `errors`; what is
personal never becomes one.
"""

from __future__ import annotations

from organica.domain.errors import Says
from organica.files.errors import FileRefused


class ForbiddenCharacter(FileRefused):
    """A character that nobody sees and that changes what is read. Facts: character ("U+202E"), name."""

    code = "forbidden_character"
    says = Says(
        es="Hay un carácter invisible que no se admite: {character} ({name}).",
        en="There is an invisible character that is not allowed: {character} ({name}).",
    )
    remedy = Says(
        es="Bórrelo: suele venir al copiar desde un PDF o una página. Un tabulador se cambia por un espacio.",
        en="Delete it: it usually comes with what is copied from a PDF or a page. Put a blank for a tab.",
    )


class HolderWithoutName(FileRefused):
    """A person without a name: nothing, blanks, or no letter at all."""

    code = "holder_without_name"
    says = Says(
        es="Quien ocupa el cargo no tiene nombre: no hay ninguna letra.",
        en="The holder of the post has no name: there is no letter.",
    )
    remedy = Says(
        es="Escriba el nombre; si no se sabe quién es, quite la clave, y si no hay nadie, «vacant: true».",
        en="Write the name; leave the key out where it is not known; `vacant: true` where there is nobody.",
    )


class PersonalData(FileRefused):
    """More about a person than a name. The value is deliberately no fact."""

    code = "personal_data"
    says = Says(
        es="El nombre de quien ocupa el cargo lleva otro dato personal (número o correo).",
        en="The name of the holder carries other personal data (a number or an e-mail address).",
    )
    remedy = Says(
        es="Deje solo el nombre: el registro no guarda RUN, correo, teléfono ni dirección.",
        en="Leave only the name: the register keeps no identity number, e-mail, phone or address.",
    )


class EmailAddressWritten(PersonalData):
    """A name or a text with an e-mail address, be it a person's or an office's."""

    code = "email_address_written"
    says = Says(
        es="El texto lleva una dirección de correo electrónico.",
        en="The text holds an e-mail address.",
    )
    remedy = Says(
        es="Quítela: el registro no guarda correos. La evidencia dice dónde está el texto completo.",
        en="Remove it: the register keeps no e-mail address. The evidence tells where the whole text is.",
    )


class IdentityNumberWritten(PersonalData):
    """A name or a text with the identity number of a person. Facts: kind ("RUN", "DNI", …)."""

    code = "identity_number_written"
    says = Says(
        es="El texto lleva el número de identidad de una persona ({kind}).",
        en="The text holds the identity number of a person ({kind}).",
    )
    remedy = Says(
        es="Quítelo: el registro no guarda RUN, DNI, cédulas ni otro número de una persona. "
        "La evidencia dice dónde está el texto completo.",
        en="Remove it: the register keeps no RUN, DNI, identity card or other number of a person. "
        "The evidence tells where the whole text is.",
    )

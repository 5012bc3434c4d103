"""Why a document could not be read at all. What is read but uncertain is a doubt, never an error.

Raised by the formats; each says what to do next.
"""

from __future__ import annotations

from organica.domain.errors import BadInput, Says


class ReadRefused(BadInput):
    """The document cannot be read."""

    code = "read_refused"
    says = Says(es="No se pudo leer {file}.", en="{file} could not be read.")
    remedy = Says(es="Revise el documento.", en="Check the document.")


class FileNotReadable(ReadRefused):
    """There is no such file, it is not a file, or the system denies it. Facts: file, reason."""

    code = "file_not_readable"
    says = Says(es="No se puede abrir {file}: {reason}.", en="{file} cannot be opened: {reason}.")
    remedy = Says(
        es="Revise la ruta y los permisos del archivo.", en="Check the path and the permissions of the file."
    )


class TextNotUtf8(ReadRefused):
    """The bytes are not UTF-8. Facts: file, byte (offset of the first bad one, counted from 0), line."""

    code = "text_not_utf8"
    says = Says(
        es="{file} no está en UTF-8 (línea {line}, byte {byte}).",
        en="{file} is not UTF-8 (line {line}, byte {byte}).",
    )
    remedy = Says(
        es="Guarde el documento como texto en UTF-8 y léalo de nuevo.",
        en="Save the document as text in UTF-8 and read it again.",
    )


class TextEmpty(ReadRefused):
    """There is nothing but blanks. Facts: file."""

    code = "text_empty"
    says = Says(es="{file} no tiene texto.", en="{file} has no text.")
    remedy = Says(
        es="Entregue el texto publicado; una imagen escaneada necesita antes su texto.",
        en="Give the published text; a scanned image needs its text first.",
    )


class TextIsBinary(ReadRefused):
    """There is a NUL character: this is no text. Facts: file, line."""

    code = "text_is_binary"
    says = Says(
        es="{file} no es texto: hay un carácter nulo en la línea {line}.",
        en="{file} is not text: there is a NUL character in line {line}.",
    )
    remedy = Says(
        es="Guarde el documento como texto en UTF-8 y léalo de nuevo.",
        en="Save the document as text in UTF-8 and read it again.",
    )


class TextTooLarge(ReadRefused):
    """More bytes than a document may have. Facts: file, most (bytes)."""

    code = "text_too_large"
    says = Says(es="{file} pasa de {most} bytes.", en="{file} has more than {most} bytes.")
    remedy = Says(
        es="Separe el documento y lea cada parte por su cuenta.",
        en="Split the document and read each part on its own.",
    )

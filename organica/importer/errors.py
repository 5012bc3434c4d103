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


class JsonMalformed(ReadRefused):
    """The file begins as JSON and is none. Facts: file, line, column (both counted from 1)."""

    code = "json_malformed"
    says = Says(
        es="{file} no es JSON: en la línea {line}, columna {column}, hay algo que no corresponde.",
        en="{file} is not JSON: in line {line}, column {column}, stands what does not belong there.",
    )
    remedy = Says(
        es="Descargue de nuevo el archivo completo; un texto se lee con su propio formato (.txt, .md, …).",
        en="Download the whole file again; a text is read in its own format (.txt, .md, …).",
    )


class JsonRepeatsKey(ReadRefused):
    """An object says one key twice, so that nobody knows which holds. Facts: file, line, key."""

    code = "json_repeats_key"
    says = Says(
        es="{file}, línea {line}: la clave «{key}» está dos veces en un mismo objeto.",
        en="{file}, line {line}: the key “{key}” stands twice in one object.",
    )
    remedy = Says(
        es="Pida a quien publica el archivo que lo corrija, o deje solo la clave que vale.",
        en="Ask whoever publishes the file to mend it, or leave only the key that holds.",
    )


class JsonTooDeep(ReadRefused):
    """Values within values without end. Facts: file, line, most (levels)."""

    code = "json_too_deep"
    says = Says(
        es="{file}, línea {line}: hay más de {most} niveles de valores, unos dentro de otros.",
        en="{file}, line {line}: there are more than {most} levels of values, one within another.",
    )
    remedy = Says(
        es="Ningún registro conocido llega a tanto; revise de dónde viene el archivo.",
        en="No known register goes so deep; check where the file comes from.",
    )


class JsonTooManyValues(ReadRefused):
    """More values than a register may have. Facts: file, line, most."""

    code = "json_too_many_values"
    says = Says(
        es="{file}, línea {line}: hay más de {most} valores.",
        en="{file}, line {line}: there are more than {most} values.",
    )
    remedy = Says(
        es="Descargue un organismo por archivo y lea cada uno por su cuenta.",
        en="Download one body a file and read each on its own.",
    )


class RegisterUnknown(ReadRefused):
    """This is JSON, but of no register that is known. Facts: file, known (their names)."""

    code = "register_unknown"
    says = Says(
        es="{file} es JSON, pero de ningún registro conocido.",
        en="{file} is JSON, but of no known register.",
    )
    remedy = Says(
        es="Se leen: {known}. Entregue el archivo tal como el registro lo publica.",
        en="Those that are read: {known}. Give the file as the register publishes it.",
    )


class RegisterIncomplete(ReadRefused):
    """An entry of a register lacks what every entry has. Facts: file, line, key."""

    code = "register_incomplete"
    says = Says(
        es="{file}, línea {line}: a una unidad le falta «{key}», o no es un texto.",
        en="{file}, line {line}: a unit lacks “{key}”, or it is no text.",
    )
    remedy = Says(
        es="Descargue de nuevo el archivo; sin ese dato no se sabe qué unidad es.",
        en="Download the file again; without it nobody knows which unit it is.",
    )


class FormatNotRead(ReadRefused):
    """The bytes are of a format that is not read as a document. Facts: file, format."""

    code = "format_not_read"
    says = Says(
        es="{file} está en un formato que no se lee como documento: {format}.",
        en="{file} is in a format that is not read as a document: {format}.",
    )
    remedy = Says(
        es="Guarde el documento como texto, Markdown, HTML, DOCX o PDF con texto.",
        en="Save the document as text, Markdown, HTML, DOCX or PDF with text.",
    )


class DocumentBroken(ReadRefused):
    """The file begins like its format and does not go on like it. Facts: file, format."""

    code = "document_broken"
    says = Says(
        es="{file} está dañado: no es {format} bien formado.",
        en="{file} is damaged: it is no well-formed {format}.",
    )
    remedy = Says(
        es="Descargue el documento de nuevo o guárdelo otra vez desde su programa.",
        en="Download the document again, or save it anew from its program.",
    )


class XmlBroken(DocumentBroken):
    """The XML is not well formed. Facts: file, format, line (of the first fault)."""

    code = "xml_broken"
    says = Says(
        es="{file} está dañado: no es {format} bien formado desde la línea {line}.",
        en="{file} is damaged: it is no well-formed {format} from line {line} on.",
    )


class DocumentWithoutText(ReadRefused):
    """No page has a layer of text: these are images of pages. Facts: file, pages."""

    code = "document_without_text"
    says = Says(
        es="{file} no tiene texto en ninguna de sus páginas ({pages}): parece una imagen escaneada.",
        en="{file} has no text on any of its pages ({pages}): it seems to be a scanned image.",
    )
    remedy = Says(
        es="Pase antes un reconocimiento de texto (OCR) y revise lo que resulte.",
        en="Run text recognition (OCR) first, and check what comes out of it.",
    )


class DocumentEncrypted(ReadRefused):
    """It opens with a password only. Facts: file."""

    code = "document_encrypted"
    says = Says(es="{file} está cifrado con una clave.", en="{file} is encrypted with a password.")
    remedy = Says(
        es="Entregue una copia sin clave, como la que se publicó.",
        en="Give a copy without a password, such as the one that was published.",
    )


class DocumentTooComplex(ReadRefused):
    """Reading it would take more depth, parts, memory or time than any real document. Facts: file, format."""

    code = "document_too_complex"
    says = Says(
        es="{file} exige más memoria, tiempo o niveles que un documento {format} normal.",
        en="{file} asks for more memory, time or levels than an ordinary {format} document.",
    )
    remedy = Says(
        es="Guarde el documento de nuevo desde su programa, o entregue su texto.",
        en="Save the document anew from its program, or give its text.",
    )


class EntitiesRefused(ReadRefused):
    """An XML document declares a type or entities of its own. Facts: file, line."""

    code = "entities_refused"
    says = Says(
        es="{file} declara entidades o un tipo de documento en la línea {line}.",
        en="{file} declares entities or a document type in line {line}.",
    )
    remedy = Says(
        es="Quite la declaración DOCTYPE; el texto no la necesita.",
        en="Remove the DOCTYPE declaration; the text does not need it.",
    )

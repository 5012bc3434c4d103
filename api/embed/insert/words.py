"""What the page for editors of portals says of each choice, and what a portal must allow for it.

Used by `api.embed.insert.page`.
"""

from __future__ import annotations

from api.embed.addresses import CHANGES
from api.embed.insert.parameters import CHART, STRUCTURE, Edition, How, Speaks
from organica.domain.errors import Says

WHOLE = {
    STRUCTURE: Says(es="La estructura completa", en="The whole structure"),
    CHART: Says(es="El organigrama (imagen)", en="The chart (a picture)"),
    CHANGES: Says(es="Los cambios", en="The changes"),
}
EDITIONS = {
    Edition.PRESENT: Says(es="Siempre la vigente", en="Always the one in force"),
    Edition.DAY: Says(
        es="La de un día, con lo que se sepa de él después",
        en="That of a day, with what is learnt of it later",
    ),
    Edition.FIXED: Says(
        es="La de un día, fija: no cambia nunca más", en="That of a day, fixed: it never changes again"
    ),
}
# Changes are of two days, or of all of them.
OF_CHANGES = {
    Edition.PRESENT: Says(es="Siempre al día", en="Always up to date"),
    Edition.FIXED: Says(
        es="Fija: con lo que se sabe hoy, y no cambia nunca más",
        en="Fixed: with what is known today, and it never changes again",
    ),
}
PINNED = Says(
    es="Fija: con lo que el registro sabía en {known} (asiento o instante), y no cambia nunca más",
    en="Fixed: with what the register knew at {known} (entry or instant), and it never changes again",
)
HOWS = {
    How.FRAME: Says(es="Marco que crece con su contenido", en="Frame that grows with its content"),
    How.COMPONENT: Says(
        es="Componente web, con las letras y colores de su página",
        en="Web component, with the letters and colours of your page",
    ),
    How.IMAGE: Says(es="Imagen con su texto alternativo", en="Picture with its text alternative"),
    How.LINK: Says(es="Sólo el enlace", en="The link alone"),
    How.OEMBED: Says(
        es="Dirección para un gestor de contenidos (oEmbed)",
        en="Address for a content management system (oEmbed)",
    ),
}
NEEDS = {
    How.FRAME: Says(
        es="Su portal debe permitir marcos y scripts de {origin} (frame-src, script-src). Sin el script "
        "el marco se ve igual, con alto fijo.",
        en="Your portal must allow frames and scripts of {origin} (frame-src, script-src). Without the "
        "script the frame shows the same, with a fixed height.",
    ),
    How.COMPONENT: Says(
        es="Su portal debe permitir scripts, consultas y estilos de {origin} (script-src, connect-src, "
        "style-src). Donde no, queda un enlace.",
        en="Your portal must allow scripts, requests and styles of {origin} (script-src, connect-src, "
        "style-src). Where it does not, a link remains.",
    ),
    How.IMAGE: Says(
        es="Su portal debe permitir imágenes de {origin} (img-src). No usa scripts.",
        en="Your portal must allow pictures of {origin} (img-src). It uses no scripts.",
    ),
    How.LINK: Says(es="No requiere ningún permiso.", en="It needs no permission."),
    How.OEMBED: Says(
        es="El gestor de contenidos debe admitir oEmbed, y el portal, marcos de {origin} (frame-src).",
        en="The content management system must know oEmbed, and the portal allow frames of {origin} "
        "(frame-src).",
    ),
}
LANGUAGES = {
    Speaks.ES: Says(es="Español", en="Spanish"),
    Speaks.EN: Says(es="Inglés", en="English"),
    Speaks.READER: Says(es="El del navegador de cada lector", en="That of each reader's browser"),
}
THIS_REGISTER = Says(es="este registro", en="this register")
CHART_OF = Says(es="Organigrama de {name}", en="Chart of {name}")
CHART_ON = Says(es="Organigrama de {name}, {day}", en="Chart of {name}, {day}")
AS_TEXT = Says(es="El organigrama como texto", en="The chart as text")
DESCRIPTION = Says(
    es="El código para insertar en su portal: {shown}", en="The code to put into your portal: {shown}"
)

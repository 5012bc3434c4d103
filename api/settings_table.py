"""The one list of settings: each variable, its value where none is given, and what it means.

Takes nothing; gives `TABLE` and its rows. Read by `api.settings`; docs/settings.md shows it, and a test
compares.
"""

from __future__ import annotations

from dataclasses import dataclass

from organica.domain.errors import Says
from organica.register import room


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table: the variable, its value where none is given, and what it means.

    `bounds`: the least and the most that a number may be.
    """

    variable: str
    field: str
    default: str
    expected: Says
    meaning: Says
    bounds: tuple[int, int] = (0, 0)


def _number(variable: str, field: str, default: str, bounds: tuple[int, int], meaning: Says) -> Setting:
    least, most = bounds
    expected = Says(es=f"un número entre {least} y {most}", en=f"a number between {least} and {most}")
    return Setting(variable, field, default, expected, meaning, bounds)


DATABASE_URL = Setting(
    "ORGANICA_DATABASE_URL",
    "database_url",
    "sqlite:///var/organica.sqlite",
    Says(
        es="un URL de sqlite:///… o postgresql://…",
        en="a URL such as sqlite:///… or postgresql://…",
    ),
    Says(
        es="Base de datos. Sin ella, un archivo de SQLite en la carpeta `var` del repositorio.",
        en="The database. Without it, an SQLite file in the checkout's folder `var`.",
    ),
)
HOST = Setting(
    "HOST",
    "host",
    "127.0.0.1",
    Says(es="una dirección o un nombre sin espacios", en="an address or a name without spaces"),
    Says(
        es="Dirección en que se escucha; `0.0.0.0` para todas.",
        en="The address to listen on; `0.0.0.0` for all.",
    ),
)
PORT = _number(
    "PORT",
    "port",
    "8000",
    (0, 65_535),
    Says(es="Puerto en que se escucha; 0 toma uno libre.", en="The port to listen on; 0 takes a free one."),
)
EXPLORER_FOLDER = Setting(
    "ORGANICA_EXPLORER_FOLDER",
    "explorer_folder",
    "var/explorer",
    Says(es="la ruta de una carpeta", en="the path of a folder"),
    Says(
        es="Carpeta con los archivos de GraphiQL; si no existe, se sirve la página propia.",
        en="The folder with GraphiQL's files; where it does not exist, our own page is served.",
    ),
)
BODY_BYTES = _number(
    "ORGANICA_MAX_BODY_BYTES",
    "max_body_bytes",
    "64000",
    (1_000, 5_000_000),
    Says(
        es="Tamaño máximo, en bytes, del cuerpo de una consulta GraphQL.",
        en="The largest body of a GraphQL request, in bytes.",
    ),
)
OBJECTS = _number(
    "ORGANICA_MAX_OBJECTS",
    "max_objects",
    "5000",
    (100, 1_000_000),
    Says(
        es="Cuántos objetos puede resolver una consulta GraphQL.",
        en="How many objects a GraphQL query may resolve.",
    ),
)
QUERY_SECONDS = _number(
    "ORGANICA_MAX_SECONDS",
    "max_seconds",
    "5",
    (1, 300),
    Says(
        es="Cuántos segundos puede durar una consulta GraphQL.",
        en="How many seconds a GraphQL query may take.",
    ),
)
KEPT_BYTES = _number(
    "ORGANICA_KEPT_BYTES",
    "max_kept_bytes",
    "64000000",
    (0, 100_000_000_000),
    Says(
        es="Memoria, en bytes, para las respuestas que se guardan hechas; 0 no guarda ninguna.",
        en="The memory, in bytes, for answers that are kept made; 0 keeps none.",
    ),
)
HELD_BYTES = _number(
    "ORGANICA_HELD_BYTES",
    "max_held_bytes",
    str(room.HELD_BYTES),
    (1_000_000, 100_000_000_000),
    Says(
        es="Memoria, en bytes y más o menos, para lo que un proceso retiene de las organizaciones: sus datos "
        "y las respuestas de cada fecha que de ellos se derivan.",
        en="The memory, in bytes and about, for what a process holds of organizations: their rows, and the "
        "states of dates that are derived from them.",
    ),
)
TRUSTED_DOCUMENTS = Setting(
    "ORGANICA_TRUSTED_DOCUMENTS",
    "trusted_documents",
    "",
    Says(es="la ruta de un archivo JSON", en="the path of a JSON file"),
    Says(
        es="Archivo con las consultas que se pueden pedir por `documentId`: un objeto JSON de identificador "
        "a texto, como lo escribe `client-preset`.",
        en="The file of the documents that can be asked for by `documentId`: a JSON object from id to text, "
        "as `client-preset` writes it.",
    ),
)
TRUSTED_ONLY = Setting(
    "ORGANICA_TRUSTED_ONLY",
    "trusted_only",
    "no",
    Says(es="«yes» o «no»", en="“yes” or “no”"),
    Says(
        es="`yes` rechaza toda consulta GraphQL que no esté en ese archivo.",
        en="`yes` refuses every GraphQL query that is not in that file.",
    ),
)
PUBLIC_URL = Setting(
    "ORGANICA_PUBLIC_URL",
    "public_url",
    "",
    Says(
        es="un URL de http o https sin consulta ni barra final",
        en="an http or https URL without a query and without a slash at its end",
    ),
    Says(
        es="Dirección pública del servicio, con la que empiezan los identificadores en JSON-LD y CSV; sin "
        "ella son relativos, y no hay código para insertar en portales ni oEmbed.",
        en="The public address of the service, with which identifiers in JSON-LD and CSV begin; without it "
        "they are relative, and there is neither code to put into portals nor oEmbed.",
    ),
)
VOCABULARIES = Setting(
    "ORGANICA_VOCABULARIES",
    "vocabulary_folder",
    "",
    Says(es="la ruta de una carpeta", en="the path of a folder"),
    Says(
        es="Carpeta con archivos de vocabulario que agregan términos o países a los incluidos.",
        en="The folder with files of vocabulary that add terms or countries to the included ones.",
    ),
)
TEMPLATES = Setting(
    "ORGANICA_TEMPLATES",
    "template_folder",
    "",
    Says(es="la ruta de una carpeta", en="the path of a folder"),
    Says(
        es="Carpeta con planillas legales que se agregan a las incluidas o las reemplazan.",
        en="The folder with templates of statutory tables that add to the included ones or replace them.",
    ),
)
FRAME_ANCESTORS = Setting(
    "ORGANICA_FRAME_ANCESTORS",
    "frame_ancestors",
    "*",
    Says(
        es="«*», «'self'», «'none'» o una lista de orígenes como https://portal.example, con espacios",
        en="“*”, “'self'”, “'none'” or a list of origins such as https://portal.example, with spaces",
    ),
    Says(
        es="Qué páginas pueden mostrar las de `/embed` en un marco; `*`, todas.",
        en="Which pages may show those of `/embed` in a frame; `*` for all.",
    ),
)
TABLE = (
    DATABASE_URL,
    HOST,
    PORT,
    EXPLORER_FOLDER,
    BODY_BYTES,
    OBJECTS,
    QUERY_SECONDS,
    KEPT_BYTES,
    HELD_BYTES,
    TRUSTED_DOCUMENTS,
    TRUSTED_ONLY,
    PUBLIC_URL,
    FRAME_ANCESTORS,
    VOCABULARIES,
    TEMPLATES,
)

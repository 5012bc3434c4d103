"""Finding what nobody has the address of: search, the work list, schemas of tables, vocabularies.

Takes nothing; gives rows of `OPERATIONS`. Called by the package.
"""

from __future__ import annotations

from api.rest.answers import search, tables, vocabularies, work
from api.rest.operation import Operation
from api.rest.operations.common import DATED, KNOWN
from api.rest.parameters.common import ORGANIZATION_WANTED
from api.rest.parameters.search import AFTER_HIT, HITS, QUESTION
from api.rest.parameters.tables import TABLE
from api.rest.parameters.vocabularies import COUNTRY, SCHEME
from api.rest.parameters.work import AFTER_ITEM, ITEMS, KINDS, UnknownWorkKind
from api.rest.refusals import UnknownTable, UnknownVocabulary
from api.rest.tables import columns
from organica.domain.errors import Says
from organica.register.search.refusals import (
    BadSearchCursor,
    NothingToSearch,
    QuestionTooLong,
    QuestionTooWide,
    SearchNotReady,
)
from organica.register.work_items import BadWorkCursor
from organica.render.json_ld.concepts import concept_scheme

FINDING = (
    Operation(
        "/v1/search",
        "search",
        "search",
        Says(
            es="Quién hace qué: unidades, funciones, cargos y programas con las palabras de una pregunta",
            en="Who does what: units, functions, posts and programmes that have the words of a question",
        ),
        (QUESTION, *DATED, ORGANIZATION_WANTED, HITS, AFTER_HIT),
        search.search,
        "SearchPage",
        (*KNOWN, NothingToSearch, QuestionTooLong, QuestionTooWide, BadSearchCursor, SearchNotReady),
    ),
    Operation(
        "/v1/work-list",
        "listWork",
        "work",
        Says(
            es="Pendientes: lo declarado no sabido, menciones sin resolver, datos legales que faltan",
            en="What is not known: declared gaps, unresolved mentions, missing legal fields",
        ),
        (ORGANIZATION_WANTED, KINDS, *DATED, ITEMS, AFTER_ITEM),
        work.pending,
        "WorkPage",
        (*KNOWN, UnknownWorkKind, BadWorkCursor),
        table=columns.WORK,
    ),
    Operation(
        "/v1/tables/{table}",
        "getTableSchema",
        "tables",
        Says(
            es="El esquema (Table Schema) de una tabla: sus columnas y lo que vale de cada una",
            en="The Table Schema of a table: its columns and what may be relied on of them",
        ),
        (TABLE,),
        tables.table_schema,
        "TableSchema",
        (UnknownTable,),
    ),
    Operation(
        "/v1/vocabularies",
        "listVocabularies",
        "vocabularies",
        Says(
            es="Los vocabularios: tipos de fuente y de unidad, clases, calidades, vínculos y relaciones",
            en="The vocabularies: kinds of sources and units, classes, capacities, links and relations",
        ),
        (COUNTRY,),
        vocabularies.vocabularies,
        "VocabularyList",
    ),
    Operation(
        "/v1/vocabularies/{scheme}",
        "getVocabulary",
        "vocabularies",
        Says(
            es="Los términos de un vocabulario, y cuáles están sin verificar",
            en="The terms of a vocabulary, and which of them nobody has verified",
        ),
        (SCHEME, COUNTRY),
        vocabularies.vocabulary,
        "Vocabulary",
        (UnknownVocabulary,),
        table=columns.CONCEPTS,
        linked=concept_scheme,
    ),
)

"""JSON Schemas of what describes tables: Table Schemas and data packages, as far as clients need them named.

Takes nothing; gives `TABLES`, by name. What a field or a resource may have is in Data Package v2.
"""

from __future__ import annotations

from api.rest.schemas.words import TEXT, JsonSchema, an_object, list_of, said

_AS_DESCRIBED: JsonSchema = {"type": "object", "additionalProperties": True}

_SCHEMA = an_object(
    "What may be relied on of a table: a Table Schema of Data Package v2.",
    **{"$schema": said(TEXT, "The profile that it follows.")},
    name=TEXT,
    title=said(TEXT, "In Spanish."),
    description=said(TEXT, "In English."),
    fields=said(list_of(_AS_DESCRIBED), "The columns in their order, with titles in Spanish."),
    missingValues=list_of(TEXT),
    primaryKey=said(list_of(TEXT), "The columns that tell the rows apart, where such there are."),
)
TABLES: dict[str, JsonSchema] = {
    "TableSchema": {**_SCHEMA, "required": [each for each in _SCHEMA["required"] if each != "primaryKey"]},
    "DataPackage": an_object(
        "The tables of a body on a day: a Data Package v2.",
        **{"$schema": said(TEXT, "The profile that it follows.")},
        name=said(TEXT, "The organization's code."),
        title=TEXT,
        resources=said(
            list_of(_AS_DESCRIBED), "Each CSV with its address, its dialect and its Table Schema."
        ),
    ),
}

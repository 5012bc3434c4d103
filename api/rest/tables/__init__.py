"""Answers as tables: our own, whose columns we name (`columns`), and what a law prescribes (`prescribed`).

`table` says what a table is, `writing` makes CSV, XLSX and JSON Lines of it, `table_schema` describes it to
whoever reads it.
"""

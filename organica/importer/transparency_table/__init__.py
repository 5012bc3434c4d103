"""The genre "transparency table": units with their powers, as the Chilean law has them published.

Takes a document; returns an `Outline`. Called by `reading`. Source: Ley N° 20.285, article 7, letter b.
"""

from organica.importer.transparency_table.outline import table_outline

__all__ = ["table_outline"]

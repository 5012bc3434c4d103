"""The genre "legal text": articles and headings that say which units there are and what each does.

Called by `organica.importer.legal_text`, which is its door.
"""

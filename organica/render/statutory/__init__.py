"""Statutory tables: what a transparency law makes a body publish of its structure, column by column.

`day` is what enters, `powers`, `units` and `norms` make the rows of the three kinds of table, `table` fills
in the columns of a template and lists what is missing, `csv_file` writes the file that a portal takes. Pure
values: called by `organica.register.statutory`, and by whatever writes a table in another format.
"""

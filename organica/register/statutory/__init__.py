"""Statutory tables of an organization: which there are in its country, and each of them for a day.

`tables` reads the register and fills in the templates; `months` says which day a month means; `refusals` why
a table is not answered. Called by schema, REST and the command line.
"""

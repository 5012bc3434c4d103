"""Answers as linked data: the register's plain values in the terms of W3C ORG, CPOV, ELI and schema.org.

`names` says under which IRI each thing goes, `nodes` how a node is written, `context` what its prefixes mean,
`vocabulary` what our own terms mean; the others make nodes, one noun a file. Plain values in and out: nothing
here reads the register or fetches anything. Source: JSON-LD 1.1.
"""

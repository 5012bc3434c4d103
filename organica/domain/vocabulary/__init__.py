"""The vocabularies: the kinds, ranks and capacities of each country, as data that anybody can extend.

`concepts` says what a concept is, `lookup` finds the one that a printed word means, `terms` tells which words
of a file no vocabulary knows. The concepts themselves are read by `organica.files.vocabulary_file`.
"""

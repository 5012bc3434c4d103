"""Search: from a question in plain words to what has them, the most telling first.

`finding` is what consult calls; `texts` and `index` are what is searched of one organization, `ports` and
`history` what the storage keeps of all, `everywhere` the search over it; `ranking` scores both alike.
"""

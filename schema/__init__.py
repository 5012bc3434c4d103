"""The GraphQL contract: Strawberry types over the frozen views of the register, one noun a file.

`build` is what the web calls; `schema.graphql` is the contract as printed. Nothing here sees SQL or HTTP.
"""

"""The ledger's bytes: canonical documents, their digests and leaves, the seals of names."""

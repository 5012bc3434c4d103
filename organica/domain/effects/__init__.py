"""What each act does to a structure, one noun a file. Called by `apply` only."""

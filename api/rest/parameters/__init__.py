"""The parameters of REST operations: how each is described, read and refused."""

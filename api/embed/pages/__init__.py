"""The pages without script: a structure, a unit, what changed between two days."""

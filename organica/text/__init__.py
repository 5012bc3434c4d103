"""Spanish: normalising, folding, slugs, numbers, labels, kinds of unit, citations. Knows no document."""

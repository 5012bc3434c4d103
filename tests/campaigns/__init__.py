"""Long runs of the same checks that the tests make shortly: kills, flipped bits, many writers at once."""

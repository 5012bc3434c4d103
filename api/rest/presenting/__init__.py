"""Values of the register as plain ones: what an answer looks like, apart from how it was asked."""

"""Why an act cannot take effect, one noun a file. Raised by apply, binding, checks and history."""

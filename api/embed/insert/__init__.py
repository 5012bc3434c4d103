"""The page that shows an editor of a portal what to copy."""

"""The outermost ring: web application, settings and command line."""

"""The commands of `organica`, one a file; `api.command_line` gathers them."""

"""The resolution file: YAML and JSON to acts and back, each refusal with its line and column.

Takes a file, a text or plain values; returns a `Resolution`; and back. Called by the command line, the
loader of seeds and the register, which keeps the plain form inside its entries.
"""

from organica.files.codec import act_to_plain, from_plain, refuse_what_no_file_may_say, to_plain
from organica.files.errors import FileRefused
from organica.files.node import Plain
from organica.files.reading import read_file, read_plain, read_text
from organica.files.yaml_writer import write, write_plain

__all__ = [
    "FileRefused",
    "Plain",
    "act_to_plain",
    "from_plain",
    "read_file",
    "read_plain",
    "read_text",
    "refuse_what_no_file_may_say",
    "to_plain",
    "write",
    "write_plain",
]

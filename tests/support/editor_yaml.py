"""YAML as an editor reads it to hold it against a schema: by the core schema of YAML 1.2, unlike the register."""

from __future__ import annotations

import re
from typing import Any

import yaml


class _Core(yaml.SafeLoader):
    """PyYAML resolves by YAML 1.1; dates, `NO` and octal numbers are other things in 1.2."""


_Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), list(first))


def _whole(loader: _Core, node: yaml.ScalarNode) -> int:
    text = node.value
    return int(text, 0) if text[:2] in ("0o", "0x") else int(text)  # 010 is ten in YAML 1.2.


_Core.add_constructor("tag:yaml.org,2002:int", _whole)


def as_an_editor_reads(text: str) -> Any:
    """Return the values of a file."""
    return yaml.load(text, Loader=_Core)

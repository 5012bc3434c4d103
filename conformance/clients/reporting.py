"""What the Python programs here have in common: how a client is run, and how the server is asked.

Takes what a client does; prints its line. Imported by the programs beside it, which are run as files.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from urllib.error import HTTPError
from urllib.request import urlopen

SERVER = os.environ["ORGANICA_SERVER"]


def client(name: str, act: Callable[[], str]) -> bool:
    """Run one client, called with its version, and print its line; return whether it passed."""
    try:
        sys.stdout.write(f"pass  {name}: {act()}\n")
    except Exception:
        told = traceback.format_exc().rstrip().replace("\n", "\n        ")
        sys.stdout.write(f"FAIL  {name}\n        {told}\n")
        return False
    return True


def got(path: str) -> bytes:
    """Return what the server answers to a question. Raises: AssertionError where it refuses."""
    return answered(path)[0]


def answered(path: str) -> tuple[bytes, str]:
    """Return what the server answers, and its header Link."""
    try:
        with urlopen(f"{SERVER}{path}") as answer:  # noqa: S310  # Our own server.
            body: bytes = answer.read()
            return body, answer.headers.get("link", "")
    except HTTPError as refusal:
        raise AssertionError(f"{path} was answered {refusal.code}: {refusal.read().decode()}") from None

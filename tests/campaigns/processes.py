"""Processes of their own for what campaigns start, in milliseconds.

They are forked from a process that has everything imported, and no thread or event loop that a fork would
tear apart. Called by the campaigns.
"""

from __future__ import annotations

from multiprocessing import get_context

PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.campaigns.enacting", "tests.campaigns.writing"])

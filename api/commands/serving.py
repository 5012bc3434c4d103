"""The server's process: one application on one socket until a signal comes.

Takes settings and a listening socket; returns when SIGINT or SIGTERM has stopped it and every request that
had begun is answered. Called by `organica serve`, and apart from it because it imports the whole web.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette

from api.app import create_app
from api.clock import turning
from api.commands.paper import say
from api.settings import Settings
from db.engine import make_engine
from db.migrate import require_current
from db.store import Store
from organica.domain.statutory import Template
from organica.domain.vocabulary.lookup import Vocabularies
from organica.register.consult import Consult
from organica.register.turns import share_interpreter

STOP_TIMEOUT_S = 10


class _Server(uvicorn.Server):
    """A server that says where it listens once it does, not before."""

    def __init__(self, config: uvicorn.Config, greeting: str) -> None:
        super().__init__(config)
        self._greeting = greeting

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then greet."""
        await super().startup(sockets)
        if self.started:
            say(self._greeting)


def serve_until_stopped(
    settings: Settings,
    listening: socket.socket,
    greeting: str,
    vocabularies: Vocabularies,
    templates: Sequence[Template],
) -> None:
    """Serve on the socket; print the greeting once requests are answered."""
    share_interpreter()
    engine = make_engine(settings.database_url)
    store = Store(engine, heads=make_engine(settings.database_url))
    consult = Consult(
        store, vocabularies=vocabularies, templates=templates, held_bytes=settings.max_held_bytes
    )

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with turning(store), consult.followed():
            yield
        await store.close()

    config = uvicorn.Config(
        create_app(
            store, settings, consult=consult, ready=lambda: require_current(engine), lifespan=lifespan
        ),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_TIMEOUT_S,
    )
    # The server stops by itself on these two and raises them again afterwards; stopping is what was asked.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: None)
    _Server(config, greeting).run(sockets=[listening])

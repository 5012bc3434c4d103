"""An application on a real port: a server in a thread of its own. Called by tests that need HTTP as it is."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

TIMEOUT_S = 10


@contextmanager
def served(application: Starlette) -> Iterator[int]:
    """Serve while the block runs; give the port."""
    with _listening() as listening, _running(application, listening):
        yield listening.getsockname()[1]


@contextmanager
def served_at(application: Callable[[str], Starlette]) -> Iterator[str]:
    """Serve an application that is told its own address; give that address."""
    with _listening() as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        with _running(application(address), listening):
            yield address


def _listening() -> socket.socket:
    return socket.create_server(("127.0.0.1", 0))


@contextmanager
def _running(application: Starlette, listening: socket.socket) -> Iterator[None]:
    config = uvicorn.Config(application, log_level="error", lifespan="on", server_header=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + TIMEOUT_S
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.01)
    assert server.started
    yield
    server.should_exit = True
    thread.join(TIMEOUT_S)
    assert not thread.is_alive()

"""`serve`: it migrates, loads, says where it listens, answers, and stops when told to."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.api.command_line.conftest import CHECKOUT, FILES, PROGRAM, TIMEOUT_S, environment, organica


@contextmanager
def serving(*arguments: str, url: str, **more: str) -> Iterator[subprocess.Popen[str]]:
    """Run `organica serve` until the block ends."""
    process = subprocess.Popen(
        [PROGRAM, *arguments],
        env=environment(url, **more),
        cwd=CHECKOUT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    # A server that never greets would leave the reader waiting for ever.
    watch = threading.Timer(TIMEOUT_S, process.kill)
    watch.start()
    try:
        yield process
    finally:
        watch.cancel()
        process.kill()
        process.communicate()


def greeting(process: subprocess.Popen[str]) -> str:
    """Return what the server says until its example, that line included."""
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line)
        if line.startswith("  curl"):
            return "".join(lines)
    assert process.stderr is not None
    raise AssertionError(process.stderr.read())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_serving_from_nothing_answers_and_stops_when_told(database_url: str, number: signal.Signals) -> None:
    with serving("serve", "--migrate", "--load", "--port", "0", url=database_url) as process:
        said = greeting(process)
        found = re.search(
            r"Orgánica escucha en (http://127\.0\.0\.1:\d+) \(Ctrl-C para detener\)\. Pruebe:\n", said
        )
        assert said.startswith(f"Archivos nuevos: {FILES}. Ya conocidos: 0.\n")
        assert found is not None
        address = re.search(r"curl -s '(.+)'", said)
        assert address is not None
        with urlopen(address[1]) as answer:
            assert answer.status == 200
            assert json.load(answer)["units"][0]["code"] == "gestion-usuaria"
        with urlopen(f"{found[1]}/readyz") as answer:
            assert answer.status == 200
        process.send_signal(number)
        rest, errors = process.communicate(timeout=TIMEOUT_S)
        assert (process.returncode, rest, errors) == (0, "Detenido.\n", "")
    assert organica("verify", url=database_url).code == 0


def test_a_second_start_changes_nothing(seeded: str) -> None:
    with serving("--lang", "en", "serve", "--migrate", "--load", url=seeded, PORT="0") as process:
        said = greeting(process)
    assert said.startswith(f"New files: 0. Known already: {FILES}.\nOrgánica listens on http://127.0.0.1:")


def test_a_port_that_is_taken_is_said_before_anything_is_changed(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = tmp_path_factory.mktemp("nada") / "organica.sqlite"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = organica("serve", "--migrate", "--port", str(port), url=f"sqlite:///{path}")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        f"error[address_in_use]: El puerto {port} de 127.0.0.1 ya está ocupado. "
        "Remedio: Detenga lo que lo ocupa o elija otro puerto con --port o con la variable PORT=.\n"
    )
    assert not path.exists()


def test_an_address_of_another_machine_is_not_called_in_use(tmp_path: Path) -> None:
    # 192.0.2.1 belongs to documentation and so to no machine (RFC 5737).
    path = tmp_path / "organica.sqlite"
    refused = organica("serve", "--host", "192.0.2.1", "--port", "0", url=f"sqlite:///{path}")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("error[cannot_listen]: No se puede escuchar en 192.0.2.1:0: ")
    assert "--host (o HOST)" in refused.err
    assert not path.exists()


def test_a_wrong_variable_is_named(seeded: str) -> None:
    refused = organica("serve", url=seeded, PORT="ocho")
    assert refused.code == 2
    assert refused.err.startswith("error[bad_setting]: La variable de entorno PORT no vale: ")

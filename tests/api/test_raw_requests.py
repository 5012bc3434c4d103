"""Malformed requests on a real server over raw sockets: none is answered 5xx, and the server lives on."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.api.conftest import an_application
from tests.support.served import served

TIMEOUT_S = 10
WAITS_FOR_MORE_S = 2
STRUCTURE = b"/v1/organizations/cl.chilecompra/structure"


@pytest.fixture(scope="module")
def port(filled_url: str) -> Iterator[int]:
    """The port of a server that runs in a thread of its own."""
    with served(an_application(filled_url)) as port:
        yield port


def exchange(port: int, sent: bytes) -> bytes:
    """Return all that the server answers to these bytes, until it closes or waits for more of them.

    The sending side stays open meanwhile: uvicorn drops the answer to a reader who closes half early.
    """
    received = b""
    with socket.create_connection(("127.0.0.1", port), TIMEOUT_S) as connection:
        sender = threading.Thread(target=send_all, args=(connection, sent))
        sender.start()
        connection.settimeout(WAITS_FOR_MORE_S)
        with suppress(ConnectionResetError, TimeoutError):
            while chunk := connection.recv(65_536):
                received += chunk
    sender.join(TIMEOUT_S)
    return received


def send_all(connection: socket.socket, sent: bytes) -> None:
    with suppress(OSError):  # It may close before it has read everything.
        connection.sendall(sent)


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def a_request(target: bytes, *headers: bytes, method: bytes = b"GET", body: bytes = b"") -> bytes:
    lines = [method + b" " + target + b" HTTP/1.1", b"Host: localhost", b"Connection: close", *headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


@pytest.mark.parametrize(
    ("target", "expected", "code"),
    [
        (b"/v1/organizations/%ff/structure", 400, b"bad_encoding"),
        (b"/v1/organizations/%c3%28", 400, b"bad_encoding"),
        (STRUCTURE + b"?as_of=%ff%fe", 400, b"bad_encoding"),
        (STRUCTURE + b"?%80=1", 400, b"bad_encoding"),
        (STRUCTURE + b"?as_of=%00", 400, b"bad_date"),
        (STRUCTURE + b"?as_of=%ed%a0%80", 400, b"bad_encoding"),
        (STRUCTURE + b"?as_of=%%%", 400, b"bad_date"),
        (b"/v1/organizations/%2e%2e/%2e%2e", 404, b"unknown_path"),
        (b"/v1/organizations/cl.chilecompra%2fstructure", 200, b"atencion-usuaria"),
        (b"//evil.example/", 404, b"unknown_path"),
    ],
)
def test_an_odd_address_gets_its_answer(port: int, target: bytes, expected: int, code: bytes) -> None:
    answer = exchange(port, a_request(target))
    assert status(answer) == expected, answer[:500]
    assert code in answer


@pytest.mark.parametrize(
    "sent",
    [
        b"\r\n\r\n",
        b"\x00\xff\xfe garbage \x80\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x41" * 200,
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n",
        a_request(STRUCTURE + b"?as_of=\xff\xfe"),
        a_request(STRUCTURE + "?as_of=año".encode()),
        a_request(b"/", b"Host: segundo"),
        a_request(b"/", b"Nombre sin dos puntos"),
        a_request(b"/", b"X: a\x00b"),
        a_request(STRUCTURE, b"Accept: \xff\xfe", b"Accept-Language: \xff\xfe;q=\xff"),
        a_request(STRUCTURE, b"If-None-Match: \xff\xfe,,,"),
        a_request(STRUCTURE, b"Content-Length: -1"),
        a_request(STRUCTURE, b"Content-Length: 5", b"Transfer-Encoding: chunked", body=b"0\r\n\r\n"),
        a_request(STRUCTURE, b"Transfer-Encoding: chunked", body=b"zz\r\nx\r\n0\r\n\r\n"),
        a_request(b"*", method=b"OPTIONS"),
        a_request(b"localhost:443", method=b"CONNECT"),
        a_request(b"http://otro.example/nada"),
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
)
def test_garbage_is_refused_and_never_a_fault_of_ours(
    port: int, sent: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        answer = exchange(port, sent)
    assert not answer or status(answer) < 500, answer[:500]
    assert "Traceback" not in caplog.text
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
    assert status(exchange(port, a_request(b"/livez"))) == 200


def test_oversized_headers_and_addresses_do_no_harm(port: int) -> None:
    for sent in (
        a_request(b"/livez", b"X-Big: " + b"a" * 1_000_000),
        a_request(b"/livez", *(b"X-%d: a" % n for n in range(20_000))),
        a_request(b"/" + b"a" * 1_000_000),
        a_request(STRUCTURE + b"?" + b"a=1&" * 100_000),
        a_request(STRUCTURE, b"Accept: " + b"a/b;q=0.1," * 5_000),
    ):
        answer = exchange(port, sent)
        assert not answer or status(answer) < 500, answer[:500]
        assert len(answer) < 200_000
    assert status(exchange(port, a_request(b"/livez"))) == 200


def test_a_body_of_20_megabytes_is_passed_over(port: int) -> None:
    """The next request on the same connection is read where the body ends: nothing is smuggled in."""
    body = b"GET /nada HTTP/1.1\r\nHost: x\r\n\r\n" * 600_000
    burdened = a_request(STRUCTURE, b"Content-Length: %d" % len(body), body=body)
    answer = exchange(port, burdened.replace(b"Connection: close\r\n", b"") + a_request(b"/livez"))
    assert answer.count(b"HTTP/1.1 ") == 2
    assert status(answer) == 200
    assert answer.endswith(b'{"status":"alive"}')


def test_head_has_the_headers_of_get_and_no_body(port: int) -> None:
    get = exchange(port, a_request(STRUCTURE + b"?as_of=2024-12-31"))
    head = exchange(port, a_request(STRUCTURE + b"?as_of=2024-12-31", method=b"HEAD"))
    lines, _, body = get.partition(b"\r\n\r\n")
    head_lines, _, head_body = head.partition(b"\r\n\r\n")
    assert (head_body, len(body) > 10_000) == (b"", True)

    def but_date(text: bytes) -> list[bytes]:
        return [line for line in text.split(b"\r\n") if not line.lower().startswith(b"date:")]

    assert but_date(head_lines) == but_date(lines)


def test_an_answer_says_nothing_of_the_software_behind_it(port: int) -> None:
    assert b"\r\nserver:" not in exchange(port, a_request(b"/livez")).lower()

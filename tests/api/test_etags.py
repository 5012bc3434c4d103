"""ETags are of the whole answer: two long ones that differ only at their end have two."""

from __future__ import annotations

import asyncio
from pathlib import Path

from starlette.testclient import TestClient

from db.engine import make_engine
from db.migrate import migrate
from db.store import Store
from organica.domain.acts import FunctionItem
from organica.register.enact import enact
from tests.api.conftest import an_application
from tests.makers import ORGANIZATION, a_resolution, a_unit

ADDRESS = f"/v1/organizations/{ORGANIZATION}/functions?as_of=2016-01-01"
FUNCTIONS = 60


async def fill(url: str, last: str) -> None:
    """Enact a unit with sixty functions, of which the last is as given."""
    texts = [f"Mantener el faro número {n} de la costa." for n in range(1, FUNCTIONS)]
    items = [FunctionItem(text=text, label=str(n)) for n, text in enumerate([*texts, last], start=1)]
    engine = make_engine(url)
    await migrate(engine)
    store = Store(engine)
    try:
        await enact(store, a_resolution(a_unit("faros", functions=items)))
    finally:
        await store.close()


def test_two_long_answers_that_differ_in_their_last_function_have_two_etags(tmp_path: Path) -> None:
    answers = {}
    for last in ("Apagar el último.", "Apagar el primero."):
        url = f"sqlite:///{tmp_path / f'{last}sqlite'}"
        asyncio.run(fill(url, last))
        with TestClient(an_application(url)) as client:
            answers[last] = client.get(ADDRESS)
    one, other = answers.values()
    assert [answer.json()["functions"][-1]["text"] for answer in (one, other)] == list(answers)
    assert one.json()["functions"][:-1] == other.json()["functions"][:-1]
    assert len(one.content) > 20_000
    assert one.content[:20_000] == other.content[:20_000]
    assert one.headers["etag"] != other.headers["etag"]
    with TestClient(an_application(f"sqlite:///{tmp_path / 'Apagar el último.sqlite'}")) as client:
        for tag, status in ((one.headers["etag"], 304), (other.headers["etag"], 200)):
            assert client.get(ADDRESS, headers={"if-none-match": tag}).status_code == status

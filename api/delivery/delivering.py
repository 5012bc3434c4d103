"""Delivering answers: the kept one where it is still true, else one that is made now and watched.

Takes a question's name and how to make its answer; returns a response. One for the whole application: REST
and GraphQL share its memory. Called by `api.rest.routing` and `api.graphql_http`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from api.delivery.kept import KeptAnswers, Question
from api.delivery.made import Lifetime, Made, lifetime
from api.delivery.sending import send
from organica.domain.errors import Unavailable
from organica.register.consult import Consult
from organica.register.turns import first_turn
from organica.register.watching import watching


class Delivery:
    """Answers questions from memory, or by making the answer."""

    def __init__(self, consult: Consult, max_bytes: int) -> None:
        self._consult = consult
        self._kept = KeptAnswers(max_bytes)

    async def deliver(
        self,
        request: Request,
        question: Question,
        make: Callable[[], Awaitable[Made]],
        *,
        unknown: bool = False,
    ) -> Response:
        """Return the answer to a question, which names everything that the bytes depend on but the register.

        `unknown`: the question itself must be read first, which may take long.
        Raises: what making it raises; nothing of that is kept.
        """
        return await send(request, await self.made(question, make, unknown=unknown))

    async def made(
        self, question: Question, make: Callable[[], Awaitable[Made]], *, unknown: bool = False
    ) -> Made:
        """Return the answer to a question: kept and still true, or made now."""
        fixed = self._kept.fixed(question)
        if fixed is not None:
            return fixed
        try:
            head = await self._consult.head()
        except Unavailable:
            # Whoever makes the answer says what is wrong, in its own format; and some need no storage.
            made = await make()
            made.lifetime = Lifetime.NOT_STORED
            return made
        kept = self._kept.current(question, head, self._consult.now())
        if kept is not None:
            return kept
        await first_turn(unknown)
        with watching() as watch:
            made = await make()
        if made.lifetime is not Lifetime.NOT_STORED:
            made.lifetime = lifetime(watch)
        # The head was read before: what a newer entry changed meanwhile is made anew at the next question.
        self._kept.keep(question, made, head, watch.until)
        return made

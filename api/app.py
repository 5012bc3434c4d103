"""The web application: everything that is served over HTTP, put together.

Takes the reads of the register and the settings; returns a Starlette application. Called by the command
line (`organica serve`) and by tests. It only reads: nothing that is served can change the register.
"""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.types import Lifespan

from api.delivery.delivering import Delivery
from api.edge import Edge
from api.embed.routes import embed_routes
from api.file_schemas import file_schema_routes
from api.graphql_http import graphql_routes
from api.health import Ready, health_routes
from api.landing import landing_routes
from api.problems import answer_http_exception, answer_refusal, problem_routes
from api.rest.identifier_routes import identifier_routes
from api.rest.routing import rest_routes
from api.settings import Settings
from api.vocabulary import vocabulary_routes
from organica.domain.errors import Refused
from organica.files.template_file import templates_of
from organica.files.vocabulary_file import vocabularies_of
from organica.register.consult import Consult
from organica.register.ports import Reads
from organica.render.json_ld.names import Names


def create_app(
    register: Reads,
    settings: Settings,
    *,
    consult: Consult | None = None,
    ready: Ready | None = None,
    lifespan: Lifespan[Starlette] | None = None,
) -> Starlette:
    """Return the application.

    `consult`: the reads of this process, where the caller has them already.
    `ready`: returns when the database answers and its migrations are current, else raises Unavailable;
    without it, reading the register's head is the check.
    `lifespan`: what the caller opens and closes with the server.
    Raises: FileRefused for the operator's vocabularies and templates, where the caller has not read them.
    """
    reads = consult or Consult(
        register,
        vocabularies=vocabularies_of(settings.vocabulary_folder),
        templates=templates_of(settings.template_folder),
        held_bytes=settings.max_held_bytes,
    )
    delivery = Delivery(reads, settings.max_kept_bytes)
    names = Names(settings.public_url)
    app = Starlette(
        routes=[
            *landing_routes(),
            *health_routes(ready or register.head),
            *rest_routes(reads, delivery, names),
            *identifier_routes(names),
            *vocabulary_routes(names),
            *embed_routes(reads, delivery, names, settings),
            *file_schema_routes(),
            *graphql_routes(reads, delivery, settings),
            *problem_routes(),
        ],
        middleware=[Middleware(Edge)],
        exception_handlers={Refused: answer_refusal, HTTPException: answer_http_exception},
        lifespan=lifespan,
    )
    # A slash too many is an unknown path. The redirect would repeat whatever Host header the reader sent.
    app.router.redirect_slashes = False
    return app

"""The REST operations: the one description from which routes, checks and the OpenAPI document come.

Takes nothing; gives `OPERATIONS`. Read by `api.rest.routing` and `api.rest.openapi`. To add one: a function
in `answers`, its schema in `answer_schemas`, its row in the file here that it belongs to.
"""

from __future__ import annotations

from api.rest.operations.finding import FINDING
from api.rest.operations.of_law import OF_LAW
from api.rest.operations.on_a_day import ON_A_DAY
from api.rest.operations.over_time import OVER_TIME

OPERATIONS = (*ON_A_DAY, *OVER_TIME, *OF_LAW, *FINDING)

"""What the register of the API's tests is filled with, for tests that count it; `conftest.fill` enacts it."""

from __future__ import annotations

from tests.api.conftest import SEEDS, seed_files
from tests.domain.fictional import fictional_resolutions

BODIES = ("cl.chilecompra", "cl.servicio-ficticio", "pe.mtpe", "pe.perucompras")
# The last entry: one for each file.
HEAD = len(fictional_resolutions()) + sum(len(seed_files(body)) for body in BODIES if (SEEDS / body).is_dir())

"""What operations have in common: where they stand, on which day they are asked, and what most refuse.

Takes nothing; gives values for the rows of the package's other files.
"""

from __future__ import annotations

from api.rest.parameters.common import AS_OF, KNOWN_AT
from organica.register.refusals import UnknownEntry, UnknownOrganization

ABOUT = "/v1/organizations/{code}"
DATED = (AS_OF, KNOWN_AT)
KNOWN = (UnknownOrganization, UnknownEntry)

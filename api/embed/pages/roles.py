"""What a source does to a unit or to a programme, in words of the right gender.

Used by the files beside it.
"""

from __future__ import annotations

from organica.domain.errors import Says
from organica.domain.source import BasisRole

OF_UNIT = {
    BasisRole.GRANTS: Says(es="la establece", en="establishes it"),
    BasisRole.AMENDS: Says(es="la modifica", en="amends it"),
    BasisRole.RESTATES: Says(es="la reitera", en="restates it"),
    BasisRole.RECTIFIES: Says(es="rectifica", en="rectifies"),
    BasisRole.REVOKES: Says(es="deja sin efecto otro acto", en="revokes another act"),
    BasisRole.SUSPENDS: Says(es="suspende otro acto", en="suspends another act"),
    BasisRole.RESUMES: Says(es="alza una suspensión", en="lifts a suspension"),
}
OF_PROGRAMME = {
    **OF_UNIT,
    BasisRole.GRANTS: Says(es="lo establece", en="establishes it"),
    BasisRole.AMENDS: Says(es="lo modifica", en="amends it"),
    BasisRole.RESTATES: Says(es="lo reitera", en="restates it"),
}

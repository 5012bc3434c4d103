"""What the fictional body's history must answer: every structure, every change, as tables.

Written by hand from the resolutions in `fictional.py`, for every room to compare with.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

UNTIL_ESTABLISHED = "2014-12-31"
"""A day on which the register knows nothing."""

# The structure from each change point on. 2022-01-01 is the end of the window of "2021".
TREES: dict[str, str] = {
    "2015-03-01": """
direccion: Dirección del Servicio
  [direccion.p1 * Directora o Director: ?]
  a) Dirigir el servicio. <direccion.1>
  apoyo: División de Apoyo
    a) Administrar los bienes. <apoyo.1>
    archivo: Oficina de Archivo
      a) Guardar las bitácoras. <archivo.1>
  operaciones: División de Operaciones
    boyas: Departamento de Boyas
      a) Fondear las boyas. <boyas.1>
      b) Recuperar las boyas a la deriva. <boyas.2>
    faros-norte: Departamento de Faros del Norte
      a) Mantener encendidos los faros. <faros-norte.1>
      b) Pintar las torres. <faros-norte.2>
""",
    "2016-07-01": """
direccion: Dirección del Servicio
  [direccion.p1 * Directora o Director: ?]
  a) Dirigir el servicio. <direccion.1>
  apoyo: División de Apoyo
    a) Administrar los bienes. <apoyo.1>
    archivo: Oficina de Archivo
      a) Guardar las bitácoras. <archivo.1>
  operaciones: División de Señalización Marítima
    boyas: Departamento de Boyas
      a) Fondear las boyas. <boyas.1>
      b) Recuperar las boyas a la deriva. <boyas.2>
    faros-norte: Departamento de Faros del Norte
      a) Mantener encendidos los faros. <faros-norte.1>
      b) Pintar las torres. <faros-norte.2>
""",
    "2017-02-01": """
direccion: Dirección del Servicio
  [direccion.p1 * Directora o Director: ?]
  a) Dirigir el servicio. <direccion.1>
  apoyo: División de Apoyo
    a) Administrar los bienes. <apoyo.1>
    archivo: Oficina de Archivo
      a) Guardar las bitácoras. <archivo.1>
  operaciones: División de Señalización Marítima
    boyas: Departamento de Boyas
      a) Fondear las boyas. <boyas.1>
      b) Recuperar las boyas a la deriva. <boyas.2>
      c) Llevar el registro de boyas. <boyas.3>
    faros-norte: Departamento de Faros del Norte
      a) Mantener encendidos los faros. <faros-norte.1>
      b) Pintar las torres. <faros-norte.2>
""",
    "2017-06-01": """
direccion: Dirección del Servicio
  [direccion.p1 * Directora o Director: ?]
  a) Dirigir el servicio. <direccion.1>
  apoyo: División de Apoyo
    a) Administrar los bienes. <apoyo.1>
    archivo: Oficina de Archivo
      a) Guardar las bitácoras. <archivo.1>
  operaciones: División de Señalización Marítima
    boyas: Departamento de Boyas
      a) Fondear las boyas. <boyas.1>
      b) Recuperar las boyas a la deriva. <boyas.2>
      c) Llevar el registro de boyas. <boyas.3>
    faros-norte: Departamento de Faros del Norte
      [faros-norte.p1 * ?: Luis Brisa Mar (?)]
      a) Mantener encendidos los faros. <faros-norte.1>
      b) Pintar las torres. <faros-norte.2>
""",
    "2018-01-15": """
direccion: Dirección del Servicio
  [direccion.p1 * Directora o Director: ?]
  a) Dirigir el servicio. <direccion.1>
  apoyo: División de Apoyo
    a) Administrar los bienes. <apoyo.1>
    archivo: Oficina de Archivo
      a) Guardar las bitácoras. <archivo.1>
    boyas: Departamento de Boyas
      a) Fondear las boyas. <boyas.1>
      b) Recuperar las boyas a la deriva. <boyas.2>
      c) Llevar el registro de boyas. <boyas.3>
  operaciones: División de Señalización Marítima
    faros-norte: Departamento de Faros del Norte
      [faros-norte.p1 * ?: Luis Brisa Mar (?)]
      a) Mantener encendidos los faros. <faros-norte.1>
      b) Pintar las torres. <faros-norte.2>
""",
    "2019-05-10": """
direccion: Dirección del Servicio
  [direccion.p1 * Directora o Director: ?]
  a) Dirigir el servicio. <direccion.1>
  apoyo: División de Apoyo
    a) Administrar los bienes. <apoyo.1>
    archivo: Oficina de Archivo
      a) Guardar las bitácoras. <archivo.1>
    boyas: Departamento de Boyas
      a) Fondear las boyas. <boyas.1>
      b) Recuperar las boyas a la deriva y dar aviso a la autoridad marítima. <boyas.2>
      c) Llevar el registro de boyas. <boyas.3>
  operaciones: División de Señalización Marítima
    faros-norte: Departamento de Faros del Norte
      [faros-norte.p1 * ?: Luis Brisa Mar (?)]
      a) Mantener encendidos los faros. <faros-norte.1>
      b) Pintar las torres. <faros-norte.2>
""",
    "2020-09-01": """
direccion: Dirección del Servicio
  [direccion.p1 * Directora o Director: ?]
  a) Dirigir el servicio. <direccion.1>
  apoyo: División de Apoyo
    a) Administrar los bienes. <apoyo.1>
    archivo: Oficina de Archivo
      a) Guardar las bitácoras. <archivo.1>
    boyas: Departamento de Boyas
      a) Recuperar las boyas a la deriva y dar aviso a la autoridad marítima. <boyas.2>
      c) Llevar el registro de boyas. <boyas.3>
  operaciones: División de Señalización Marítima
    faros-norte: Departamento de Faros del Norte
      [faros-norte.p1 * ?: Luis Brisa Mar (?)]
      a) Mantener encendidos los faros. <faros-norte.1>
      b) Pintar las torres. <faros-norte.2>
      c) Fondear las boyas. <boyas.1>
""",
    "2021-01-01": """
direccion: Dirección del Servicio
  [direccion.p1 * Directora o Director: ?]
  a) Dirigir el servicio. <direccion.1>
  apoyo: División de Apoyo | Sostener a las demás unidades.
    a) Administrar los bienes. <apoyo.1>
    archivo: Oficina de Archivo
      a) Guardar las bitácoras. <archivo.1>
    boyas: Departamento de Boyas
      a) Recuperar las boyas a la deriva y dar aviso a la autoridad marítima. <boyas.2>
      c) Llevar el registro de boyas. <boyas.3>
  operaciones: División de Señalización Marítima
    faros-norte: Departamento de Faros del Norte
      [faros-norte.p1 * ?: Luis Brisa Mar (?)]
      a) Mantener encendidos los faros. <faros-norte.1>
      b) Pintar las torres. <faros-norte.2>
      c) Fondear las boyas. <boyas.1>
""",
    "2022-01-01": """
direccion: Dirección del Servicio
  [direccion.p1 * Directora o Director: ?]
  a) Dirigir el servicio. <direccion.1>
  apoyo: División de Apoyo | Sostener a las demás unidades.
    a) Administrar los bienes. <apoyo.1>
    archivo: Oficina de Archivo
      a) Guardar las bitácoras. <archivo.1>
    boyas: Departamento de Boyas
      a) Recuperar las boyas a la deriva y dar aviso a la autoridad marítima. <boyas.2>
      c) Llevar el registro de boyas. <boyas.3>
  operaciones: División de Señalización Marítima
    faros-norte: Departamento de Faros del Norte
      [faros-norte.p1 * ?: Luis Brisa Mar (?)]
      a) Mantener encendidos los faros. <faros-norte.1>
      b) Pintar las torres. <faros-norte.2>
      c) Fondear las boyas. <boyas.1>
""",
    "2022-04-01": """
direccion: Dirección del Servicio
  [direccion.p1 * Directora o Director: ?]
  a) Dirigir el servicio. <direccion.1>
  b) Administrar los bienes. <apoyo.1>
  archivo: Oficina de Archivo
    a) Guardar las bitácoras. <archivo.1>
  boyas: Departamento de Boyas
    a) Recuperar las boyas a la deriva y dar aviso a la autoridad marítima. <boyas.2>
    c) Llevar el registro de boyas. <boyas.3>
  operaciones: División de Señalización Marítima
    faros-norte: Departamento de Faros del Norte
      [faros-norte.p1 * ?: Luis Brisa Mar (?)]
      a) Mantener encendidos los faros. <faros-norte.1>
      b) Pintar las torres. <faros-norte.2>
      c) Fondear las boyas. <boyas.1>
""",
    "2023-01-01": """
direccion: Dirección del Servicio
  [direccion.p1 * Directora o Director: Marta Farías Luz (titular)]
  a) Dirigir el servicio. <direccion.1>
  b) Administrar los bienes. <apoyo.1>
  archivo: Oficina de Archivo
    a) Guardar las bitácoras. <archivo.1>
  boyas: Departamento de Boyas
    a) Recuperar las boyas a la deriva y dar aviso a la autoridad marítima. <boyas.2>
    c) Llevar el registro de boyas. <boyas.3>
  operaciones: División de Señalización Marítima
    faros-norte: Departamento de Faros del Norte
      [faros-norte.p1 * ?: Luis Brisa Mar (?)]
      a) Mantener encendidos los faros. <faros-norte.1>
      b) Pintar las torres. <faros-norte.2>
      c) Fondear las boyas. <boyas.1>
""",
    "2024-03-01": """
direccion: Dirección del Servicio
  [direccion.p1 * Directora o Director: Marta Farías Luz (titular)]
  a) Dirigir el servicio. <direccion.1>
  b) Administrar los bienes. <apoyo.1>
  archivo: Oficina de Archivo
    a) Guardar las bitácoras. <archivo.1>
  boyas: Departamento de Boyas
    a) Recuperar las boyas a la deriva y dar aviso a la autoridad marítima. <boyas.2>
    c) Llevar el registro de boyas. <boyas.3>
  operaciones: División de Señalización Marítima
    faros-norte: Departamento de Faros del Norte
      [faros-norte.p2 * Jefatura de Faros del Norte: Ana Rompeolas Sur (titular)]
      a) Mantener encendidos los faros. <faros-norte.1>
      b) Pintar las torres. <faros-norte.2>
      c) Fondear las boyas. <boyas.1>
""",
    "2026-01-01": """
direccion: Dirección del Servicio
  [direccion.p1 * Directora o Director: vacante]
  a) Dirigir el servicio. <direccion.1>
  b) Administrar los bienes. <apoyo.1>
  archivo: Oficina de Archivo
    a) Guardar las bitácoras. <archivo.1>
  boyas: Departamento de Boyas
    a) Recuperar las boyas a la deriva y dar aviso a la autoridad marítima. <boyas.2>
    c) Llevar el registro de boyas. <boyas.3>
  operaciones: División de Señalización Marítima
    faros-norte: Departamento de Faros del Norte
      [faros-norte.p2 * Jefatura de Faros del Norte: Ana Rompeolas Sur (titular)]
      a) Mantener encendidos los faros. <faros-norte.1>
      b) Pintar las torres. <faros-norte.2>
      c) Fondear las boyas. <boyas.1>
""",
    "2031-01-01": """
direccion: Dirección del Servicio
  [direccion.p1 * Directora o Director: vacante]
  a) Dirigir el servicio. <direccion.1>
  b) Administrar los bienes. <apoyo.1>
  archivo: Oficina de Archivo
    a) Guardar las bitácoras. <archivo.1>
  boyas: Departamento de Boyas
    a) Recuperar las boyas a la deriva y dar aviso a la autoridad marítima. <boyas.2>
    c) Llevar el registro de boyas. <boyas.3>
  innovacion: Unidad de Innovación
    a) Ensayar faros sin cable. <innovacion.1>
  operaciones: División de Señalización Marítima
    faros-norte: Departamento de Faros del Norte
      [faros-norte.p2 * Jefatura de Faros del Norte: Ana Rompeolas Sur (titular)]
      a) Mantener encendidos los faros. <faros-norte.1>
      b) Pintar las torres. <faros-norte.2>
      c) Fondear las boyas. <boyas.1>
""",
}

UNCERTAIN = {"2021-01-01"}
"""The change points from which the answer is not certain until the next one."""


@dataclass(frozen=True, slots=True)
class Event:
    """One change on its day: its kind, the code, what was and is, its legal date, `number/year` of the act."""

    day: str
    kind: str
    code: str
    before: str | None
    after: str | None
    since: str | None
    source: str | None


EVENTS = [
    Event(
        "2015-03-01",
        "organization_established",
        "cl.servicio-ficticio",
        None,
        "Servicio Nacional de Faros",
        "2015-03-01",
        "1/2015",
    ),
    Event("2015-03-01", "unit_created", "apoyo", None, "División de Apoyo", "2015-03-01", "1/2015"),
    Event("2015-03-01", "unit_created", "archivo", None, "Oficina de Archivo", "2015-03-01", "1/2015"),
    Event("2015-03-01", "unit_created", "boyas", None, "Departamento de Boyas", "2015-03-01", "1/2015"),
    Event("2015-03-01", "unit_created", "direccion", None, "Dirección del Servicio", "2015-03-01", "1/2015"),
    Event(
        "2015-03-01",
        "unit_created",
        "faros-norte",
        None,
        "Departamento de Faros del Norte",
        "2015-03-01",
        "1/2015",
    ),
    Event(
        "2015-03-01", "unit_created", "operaciones", None, "División de Operaciones", "2015-03-01", "1/2015"
    ),
    Event(
        "2015-03-01", "function_assigned", "apoyo.1", None, "Administrar los bienes.", "2015-03-01", "1/2015"
    ),
    Event(
        "2015-03-01", "function_assigned", "archivo.1", None, "Guardar las bitácoras.", "2015-03-01", "1/2015"
    ),
    Event("2015-03-01", "function_assigned", "boyas.1", None, "Fondear las boyas.", "2015-03-01", "1/2015"),
    Event(
        "2015-03-01",
        "function_assigned",
        "boyas.2",
        None,
        "Recuperar las boyas a la deriva.",
        "2015-03-01",
        "1/2015",
    ),
    Event(
        "2015-03-01", "function_assigned", "direccion.1", None, "Dirigir el servicio.", "2015-03-01", "1/2015"
    ),
    Event(
        "2015-03-01",
        "function_assigned",
        "faros-norte.1",
        None,
        "Mantener encendidos los faros.",
        "2015-03-01",
        "1/2015",
    ),
    Event(
        "2015-03-01", "function_assigned", "faros-norte.2", None, "Pintar las torres.", "2015-03-01", "1/2015"
    ),
    Event("2015-03-01", "post_created", "direccion.p1", None, "Directora o Director", "2015-03-01", "1/2015"),
    Event(
        "2016-07-01",
        "unit_renamed",
        "operaciones",
        "División de Operaciones",
        "División de Señalización Marítima",
        "2016-07-01",
        "20/2016",
    ),
    Event(
        "2017-02-01",
        "function_assigned",
        "boyas.3",
        None,
        "Llevar el registro de boyas.",
        "2017-02-01",
        "5/2017",
    ),
    Event("2017-06-01", "post_stated", "faros-norte.p1", None, None, "2017-06-01", "w/2017"),
    Event("2017-06-01", "appointment_stated", "faros-norte.p1.1", None, None, "2017-06-01", "w/2017"),
    Event("2018-01-15", "unit_moved", "boyas", "operaciones", "apoyo", "2018-01-15", "3/2018"),
    Event(
        "2019-05-10",
        "function_amended",
        "boyas.2",
        "Recuperar las boyas a la deriva.",
        "Recuperar las boyas a la deriva y dar aviso a la autoridad marítima.",
        "2019-05-10",
        "44/2019",
    ),
    Event("2020-09-01", "function_transferred", "boyas.1", "boyas", "faros-norte", "2020-09-01", "60/2020"),
    Event("2020-09-01", "function_relabelled", "boyas.1", "a", "c", "2020-09-01", "60/2020"),
    Event("2020-09-01", "function_relabelled", "boyas.2", "b", "a", "2020-09-01", "60/2020"),
    Event(
        "2021-01-01", "objective_changed", "apoyo", None, "Sostener a las demás unidades.", "2021", "9/2021"
    ),
    Event("2022-04-01", "unit_suppressed", "apoyo", "División de Apoyo", None, "2022-04-01", "12/2022"),
    Event("2022-04-01", "unit_moved", "archivo", "apoyo", "direccion", "2022-04-01", "12/2022"),
    Event("2022-04-01", "unit_moved", "boyas", "apoyo", "direccion", "2022-04-01", "12/2022"),
    Event("2022-04-01", "function_transferred", "apoyo.1", "apoyo", "direccion", "2022-04-01", "12/2022"),
    Event("2022-04-01", "function_relabelled", "apoyo.1", "a", "b", "2022-04-01", "12/2022"),
    Event("2023-01-01", "appointed", "direccion.p1.1", None, "titular", "2023-01-01", "1/2023"),
    Event("2024-03-01", "post_gave_way", "faros-norte.p1", None, None, None, None),
    Event(
        "2024-03-01",
        "post_created",
        "faros-norte.p2",
        None,
        "Jefatura de Faros del Norte",
        "2024-03-01",
        "30/2024",
    ),
    Event("2024-03-01", "appointment_gave_way", "faros-norte.p1.1", None, None, None, None),
    Event("2024-03-01", "appointed", "faros-norte.p2.1", None, "titular", "2024-03-01", "30/2024"),
    Event("2026-01-01", "appointment_ended", "direccion.p1.1", "titular", None, "2026-01-01", "1/2023"),
    Event("2031-01-01", "unit_created", "innovacion", None, "Unidad de Innovación", "2031-01-01", "77/2024"),
    Event(
        "2031-01-01",
        "function_assigned",
        "innovacion.1",
        None,
        "Ensayar faros sin cable.",
        "2031-01-01",
        "77/2024",
    ),
]

_BIRTHS = {
    "organization_established",
    "unit_created",
    "function_assigned",
    "post_created",
    "post_stated",
    "appointed",
    "appointment_stated",
}
_DEATHS = {"unit_suppressed", "post_gave_way", "appointment_gave_way", "appointment_ended"}
_NEW_TITLES = {"unit_renamed", "function_amended"}


def changes_between(base: str, target: str) -> set[Event]:
    """Return what a diff of two days must say: each change under the last act that made it.

    What came and went in between leaves no trace; what came is told once, as it is on the later day.
    """
    by_code: dict[str, list[Event]] = {}
    for event in EVENTS:
        if base < event.day <= target:
            by_code.setdefault(event.code, []).append(event)
    return {event for events in by_code.values() for event in _net(events)}


def _net(events: list[Event]) -> list[Event]:
    births = [event for event in events if event.kind in _BIRTHS]
    deaths = [event for event in events if event.kind in _DEATHS]
    titles = [event for event in events if event.kind in _NEW_TITLES]
    if births and deaths:
        return []
    if births:
        return [replace(births[0], after=titles[-1].after if titles else births[0].after)]
    if deaths:
        return [replace(deaths[0], before=titles[0].before if titles else deaths[0].before)]
    of_kind: dict[str, list[Event]] = {}
    for event in events:
        of_kind.setdefault(event.kind, []).append(event)
    return [replace(same[-1], before=same[0].before) for same in of_kind.values()]

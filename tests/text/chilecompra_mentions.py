"""Which units the seed of ChileCompra names, function by function, as a careful reader lists them.

Read by hand, before the rules were written. By path of the function (or of the unit's objective): the literal
mentions in the order of the text, each with the code of the unit that it means, or None for a unit of the body
that the register does not cover. Paths that are not listed name no unit. Called by test_mentions.py.

Decisions of the reading:

- A mention names a unit. "el departamento", in either case, only points back at the unit that speaks, and
  "otros departamentos", "las áreas internas", "la institución" name nobody: none of them is listed.
- "la Dirección" in "encomendadas por la Dirección" is the head office of the body and listed; "Dirección
  ChileCompra" is the body itself, "Dirección de Presupuestos" another body, and neither is.
- Behind a plural word of rank each mention is the name alone: the word belongs to none of them more than to the
  others.
"""

from __future__ import annotations

COMPRADORES = "gestion-y-asesoria-de-compradores"
PROVEEDORES = "gestion-y-participacion-de-proveedores"
DISENO = "diseno-de-servicios-y-experiencia-usuaria"
FORMACION = "formacion-y-capacitacion-usuaria"
ATENCION = "atencion-usuaria"
DIVISION = "gestion-usuaria"

MENTIONS: dict[str, tuple[tuple[str, str | None], ...]] = {
    f"{DIVISION}/objective": (("División de Gestión Usuaria", DIVISION),),
    f"{COMPRADORES}/objective": (("Departamento de Gestión y Asesoría de Compradores", COMPRADORES),),
    f"{COMPRADORES}/a": (("División de Estudios", None),),
    f"{COMPRADORES}/d": (
        ("departamento de Diseño de Servicios y Experiencia usuaria", DISENO),
        ("división de Compras Públicas", None),
    ),
    f"{COMPRADORES}/e": (("departamento de formación y capacitación de usuarios", FORMACION),),
    f"{COMPRADORES}/f": (("departamento Observatorio", None),),
    f"{COMPRADORES}/m": (("Dirección", None),),
    f"{PROVEEDORES}/objective": (("Departamento de Gestión y Participación de Proveedores", PROVEEDORES),),
    f"{PROVEEDORES}/c": (("División de Estudios y Políticas de Compra", None),),
    f"{PROVEEDORES}/f": (("departamento de formación y capacitación de usuarios", FORMACION),),
    f"{PROVEEDORES}/h": (("Fiscalía de ChileCompra", None),),
    f"{PROVEEDORES}/i": (("Fiscalía", None), ("Departamento de Administración y Finanzas", None)),
    f"{PROVEEDORES}/n": (("Dirección", None),),
    f"{DISENO}/objective": (("Departamento Diseño de Servicios y Experiencia Usuaria", DISENO),),
    f"{DISENO}/e": (("División de Gestión Usuaria", DIVISION), ("División de Compras Públicas", None)),
    f"{DISENO}/k": (("Dirección", None),),
    f"{FORMACION}/objective": (("departamento de Formación y Capacitación Usuaria", FORMACION),),
    f"{FORMACION}/a": (("compradores", COMPRADORES), ("proveedores", PROVEEDORES), ("observatorio", None)),
    f"{FORMACION}/k": (("Dirección", None),),
    f"{ATENCION}/objective": (("Departamento de Atención Usuaria", ATENCION),),
    f"{ATENCION}/l": (("Dirección", None),),
}

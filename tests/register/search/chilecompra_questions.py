"""What people ask of ChileCompra's División de Gestión Usuaria, and what a careful reader of its text would show first.

Each question with the code of the first hit, or of the first two. Called by test_chilecompra.py.
"""

from __future__ import annotations

COMPRADORES = "gestion-y-asesoria-de-compradores"
PROVEEDORES = "gestion-y-participacion-de-proveedores"
DISENO = "diseno-de-servicios-y-experiencia-usuaria"
FORMACION = "formacion-y-capacitacion-usuaria"
ATENCION = "atencion-usuaria"

QUESTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    # Its objective speaks of the comprador, its function e of training and of compradores side by side.
    ("¿quién ve la capacitación de compradores?", (FORMACION, f"{FORMACION}.5")),
    ("quien ve la capacitacion de compradores", (FORMACION, f"{FORMACION}.5")),
    ("¿Quién atiende los reclamos de los usuarios?", (f"{ATENCION}.7", ATENCION)),
    ("¿qué unidad está a cargo del Registro Nacional de Proveedores?", (f"{PROVEEDORES}.7",)),
    ("catálogo de convenio marco", (f"{PROVEEDORES}.11",)),
    ("certificacion de competencias", (f"{FORMACION}.6",)),
    ("¿Quién diseña la experiencia usuaria?", (DISENO,)),
    ("departamento de atención usuaria", (ATENCION,)),
    ("ATENCION USUARIA", (ATENCION,)),
    ("estrategias de precios de la tienda electrónica", (f"{PROVEEDORES}.10",)),
    ("¿Dónde se analizan los datos de analítica digital?", (f"{DISENO}.6",)),
    ("contraparte ante la Dirección de Presupuestos", (f"{FORMACION}.7",)),
    ("garantías de fiel cumplimiento", (f"{PROVEEDORES}.8",)),
    ("garantia de fiel cumplimiento", (f"{PROVEEDORES}.8",)),
    ("métricas clave de rendimiento", (f"{ATENCION}.3",)),
    ("plan de compra y gestión de contratos", (f"{COMPRADORES}.6",)),
    ("¿dónde formar proveedores?", (f"{FORMACION}.4",)),
    ("agregación de demanda para compras coordinadas", (f"{COMPRADORES}.3",)),
    ("prototipos e interfaces", (f"{DISENO}.4",)),
    ("malas prácticas de los compradores", (f"{COMPRADORES}.6",)),
    ("empresas de menor tamaño", (f"{PROVEEDORES}.4", PROVEEDORES)),
    ("formación", (FORMACION,)),
    ("herramientas tecnológicas de atención", (f"{ATENCION}.8",)),
    ("cultura organizacional", (f"{ATENCION}.10",)),
)

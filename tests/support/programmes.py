"""Two bodies with programmes: a service that registers orders, and a pilot that trains buyers.

Takes nothing; gives files as a person writes them. Facts are those of published documents.
"""

from __future__ import annotations

from organica.domain.filings import Filing
from organica.files import read_text

LAW, ORDER = "pe/mef/decreto-supremo/2019/082-2019-EF", "pe/pcm/decreto-supremo/2018/118-2018-PCM"
REGISTER = f"""
organica: resolution/1
kind: attestation
organization: pe.perucompras
source:
  kind: formulario
  issuer: perucompras
  title: Formulario de postulación
  year: "2022"
  in_force_from: {{value: "2019-01", basis: since_at_least}}
coverage: {{partial_under: [pe.perucompras]}}
acts:
  - state:
      organization: pe.perucompras
      name: Central de Compras Públicas
      acronym: PERÚ COMPRAS
      time_zone: America/Lima
      attached_to: pe.mef
  - state:
      unit: oti
      parent: unknown
      kind: Oficina
      name: Oficina de Tecnologías de la Información
      functions: [{{label: a, text: Desarrollar los sistemas de la entidad.}}]
  - state:
      programme: registro-blockchain
      type: service
      kind: Experiencia innovadora
      name: Registro de órdenes de compra en cadena de bloques
      objective: Dar transparencia a cada orden con un código QR.
      unit: oti
      in_force_from: 2019-04-12
      functions: [oti/a]
      audience: [Entidades compradoras, Proveedores, Ciudadanía]
      channels:
        - name: Aplicación móvil con código QR
        - {{name: Buscador público, url: "https://ejemplo.pe/buscador"}}
      rests_on:
        - {LAW}
        - {ORDER}
      indicators:
        - {{name: Órdenes de compra, value: "79091", unit: órdenes, period: {{on: 2017}}}}
        - {{name: Órdenes de compra, value: "125343", unit: órdenes, period: {{on: 2021}}}}
        - {{name: Órdenes registradas, value: "393734", unit: órdenes, period: {{on: 2022-07-31}}}}
        - {{name: Monto contratado, value: "4504702937.47", unit: PEN, period: {{on: 2022-07-31}}}}
"""
DECREE = """
organica: resolution/1
organization: pe.perucompras
source:
  kind: decreto_supremo
  issuer: mef
  number: 082-2019-EF
  year: "2019"
  in_force_from: 2019-03-14
  relations: [{kind: consolidates, target: pe/congreso/ley/2014/30225}]
contents: none_of_structure
"""
PILOT = """
organica: resolution/1
kind: attestation
organization: pe.osce
source:
  {kind: nota_de_prensa, issuer: osce, title: Nota de prensa, year: "2021", in_force_from: 2021-08}
coverage: {partial_under: [pe.osce]}
acts:
  - state: {organization: pe.osce, name: OSCE, time_zone: America/Lima}
  - state:
      programme: compradores-publicos
      kind: Programa piloto
      name: Potenciando las habilidades de los compradores públicos
      unit: none
      audience: [Nueve entidades de Cajamarca]
      channels: [{name: Aula Virtual del OSCE}]
      partners:
        - {name: USAID, organization: int.usaid, role: asistencia técnica}
        - {name: CLDP}
      financing:
        - {name: Banco Interamericano de Desarrollo, organization: int.bid}
      indicators:
        - {name: Personas capacitadas, value: "63354", unit: personas, period: {from: 2021-01-01, until: 2021-09-01}}
"""
MORE = """
organica: resolution/1
organization: pe.osce
source: {kind: resolucion, number: "9", year: "2023", in_force_from: 2023-01-01}
acts:
  - start: {programme: tienda, type: service, name: Tienda de bases estándar, unit: none}
  - end: {programme: tienda, in_force_from: 2024-01-01}
"""


def programme_filings() -> list[Filing]:
    """Return the files in their order: entries 1 to 4."""
    texts = (REGISTER, DECREE, PILOT, MORE)
    return [read_text(text, f"programmes-{number}.yaml") for number, text in enumerate(texts, start=1)]

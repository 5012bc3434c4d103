"""Why the register does not take in or answer something, beyond what the law of acts refuses."""

from __future__ import annotations

from organica.domain.errors import BadInput, Conflict, Inapplicable, NotFound, Says, Unavailable


class UnknownOrganization(NotFound):
    """No entry touches this organization."""

    code = "unknown_organization"
    says = Says(
        es="El registro no conoce la organización «{organization}».",
        en="The register does not know the organization “{organization}”.",
    )
    remedy = Says(
        es="Consulte los códigos existentes en /v1/organizations o con «organica organizations».",
        en="See the existing codes at /v1/organizations or with `organica organizations`.",
    )


class UnknownUnit(NotFound):
    """The organization never had this unit."""

    code = "unknown_unit"
    says = Says(
        es="{organization} no tiene ni tuvo una unidad «{unit}».",
        en="{organization} has and had no unit “{unit}”.",
    )
    remedy = Says(
        es="Consulte los códigos de unidad en la estructura de la organización.",
        en="See the unit codes in the organization's structure.",
    )


class UnknownFunction(NotFound):
    """The organization never had this function."""

    code = "unknown_function"
    says = Says(
        es="{organization} no tiene ni tuvo una función «{function}».",
        en="{organization} has and had no function “{function}”.",
    )
    remedy = Says(
        es="Consulte los códigos de función en la estructura de la organización.",
        en="See the function codes in the organization's structure.",
    )


class UnknownProgramme(NotFound):
    """The organization never had this programme."""

    code = "unknown_programme"
    says = Says(
        es="{organization} no tiene ni tuvo un programa o servicio «{programme}».",
        en="{organization} has and had no programme or service “{programme}”.",
    )
    remedy = Says(
        es="Consulte los códigos en los programas de la organización.",
        en="See the codes among the organization's programmes.",
    )


class UnknownPost(NotFound):
    """The organization never had this post."""

    code = "unknown_post"
    says = Says(
        es="{organization} no tiene ni tuvo un cargo «{post}».",
        en="{organization} has and had no post “{post}”.",
    )
    remedy = Says(
        es="Consulte los códigos de cargo en la estructura de la organización.",
        en="See the codes of posts in the organization's structure.",
    )


class UnknownSource(NotFound):
    """No entry brought in this legal source."""

    code = "unknown_source"
    says = Says(
        es="El registro no conoce la fuente legal «{source}».",
        en="The register does not know the legal source “{source}”.",
    )
    remedy = Says(
        es="Consulte las fuentes en /v1/organizations/{{código}}/sources.",
        en="See the sources at /v1/organizations/{{code}}/sources.",
    )


class UnknownEntry(NotFound):
    """`known_at` names an entry that the register does not have."""

    code = "unknown_entry"
    says = Says(
        es="El registro no tiene el asiento {entry}; el último es {head}.",
        en="The register has no entry {entry}; the newest is {head}.",
    )
    remedy = Says(
        es="Indique un asiento entre 0 y {head}, o un instante.",
        en="Give an entry between 0 and {head}, or an instant.",
    )


class NoSuchEntry(UnknownEntry):
    """An entry to prove that the register does not have."""

    remedy = Says(
        es="Indique el número de un asiento que exista; el primero es el 1.",
        en="Give the number of an entry that exists; the first is 1.",
    )


class BackwardInterval(BadInput):
    """A comparison whose first day comes after its second."""

    code = "backward_interval"
    says = Says(
        es="La fecha base ({base}) es posterior a la fecha a comparar ({target}).",
        en="The base day ({base}) comes after the target day ({target}).",
    )
    remedy = Says(es="Invierta las dos fechas.", en="Swap the two days.")


class SourceAlreadyEnacted(Conflict):
    """A known source comes again with other content."""

    code = "source_already_enacted"
    says = Says(
        es="La fuente {source} ya está en el registro (asiento {entry}) con otro contenido.",
        en="The source {source} is in the register already (entry {entry}) with other content.",
    )
    remedy = Says(
        es="Lo asentado no se reemplaza. Si el archivo anterior tenía un error, escriba una corrección "
        "(correction/1); si le faltaba algo de la misma fuente, un complemento (supplement/1).",
        en="What is recorded is not replaced. Where the earlier file had an error, write a correction "
        "(correction/1); where it left something of the same source out, a supplement (supplement/1).",
    )


class HeadMoved(Conflict):
    """Something was enacted between the preview and the enactment."""

    code = "head_moved"
    says = Says(
        es="El registro avanzó al asiento {head} desde la vista previa (asiento {expected}).",
        en="The register moved on to entry {head} since the preview (entry {expected}).",
    )
    remedy = Says(es="Revise de nuevo la vista previa y repita.", en="See the preview again and repeat.")


class ChangesDiffer(Conflict):
    """A rebuild wrote the rows, and the feed does not say what the ledger gives. It is not renumbered."""

    code = "changes_differ"
    says = Says(
        es="Las filas se rehicieron, pero los cambios publicados de {organization} no son los del libro "
        "(asiento {entry}): {detail}",
        en="The rows were rebuilt, but the published changes of {organization} are not those of the "
        "ledger (entry {entry}): {detail}",
    )
    remedy = Says(
        es="Ejecute «organica verify» para ver todos; los cambios solo vuelven de una copia de respaldo, "
        "porque quienes los leen recuerdan sus números.",
        en="Run `organica verify` to see all of them; changes come back from a backup only, because those "
        "who read them remember their numbers.",
    )


class UnitWithoutOrganization(BadInput):
    """A unit is asked about, and not in which organization: its code is unique only there."""

    code = "unit_without_organization"
    says = Says(
        es="Se pide la unidad «{unit}» sin decir de qué organización.",
        en="The unit “{unit}” is asked for without its organization.",
    )
    remedy = Says(
        es="Indique también la organización, por ejemplo cl.chilecompra.",
        en="Give the organization too, for example cl.chilecompra.",
    )


class UnknownChange(NotFound):
    """A reader goes on after a number that the feed has not given."""

    code = "unknown_change"
    says = Says(
        es="El registro no ha dado el número de cambio {change}; el último es {newest}.",
        en="The register has not given the change number {change}; the newest is {newest}.",
    )
    remedy = Says(
        es="Ese número viene de otro registro o de uno posterior a un respaldo: lea los cambios desde 0.",
        en="That number comes from another register, or from before a backup was restored: read the changes "
        "from 0.",
    )


class StorageReadOnly(Unavailable):
    """The storage refuses writes."""

    code = "storage_read_only"
    says = Says(
        es="La base de datos no admite escritura: {cause}",
        en="The database does not accept writes: {cause}",
    )
    remedy = Says(
        es="Revise los permisos del archivo o de la cuenta de la base de datos; nada se guardó.",
        en="Check the permissions of the file or of the database account; nothing was stored.",
    )


class StorageFull(Unavailable):
    """The storage has no room left."""

    code = "storage_full"
    says = Says(es="No queda espacio en la base de datos: {cause}", en="The database is full: {cause}")
    remedy = Says(
        es="Libere espacio y repita; nada se guardó.", en="Free some space and repeat; nothing was stored."
    )


class StorageBusy(Unavailable):
    """Another writer holds the register for too long."""

    code = "storage_busy"
    says = Says(
        es="Otra escritura ocupa el registro: {cause}", en="Another writer holds the register: {cause}"
    )
    remedy = Says(es="Repita en unos segundos; nada se guardó.", en="Repeat shortly; nothing was stored.")


class StorageFailing(Unavailable):
    """The disk below the database fails while reading or writing."""

    code = "storage_failing"
    says = Says(
        es="El disco de la base de datos falló: {cause}", en="The disk of the database failed: {cause}"
    )
    remedy = Says(
        es="Revise el espacio, la cuota y el estado del disco; nada se guardó.",
        en="Check the space, the quota and the health of the disk; nothing was stored.",
    )


class StorageOutOfReach(Unavailable):
    """The database does not answer."""

    code = "storage_out_of_reach"
    says = Says(es="No se puede usar la base de datos: {cause}", en="The database cannot be used: {cause}")
    remedy = Says(
        es="Revise ORGANICA_DATABASE_URL: que el archivo sea de Orgánica y se pueda abrir o, en PostgreSQL, "
        "que el servidor esté en marcha y la base de datos exista.",
        en="Check ORGANICA_DATABASE_URL: that the file is Orgánica's and can be opened or, on PostgreSQL, "
        "that the server is running and the database exists.",
    )


class UnreadableRow(Unavailable):
    """A row that the register did not write so: altered, damaged or missing."""

    code = "unreadable_row"
    says = Says(
        es="No se puede leer la fila «{key}» de la tabla {table}: {cause}",
        en="The row “{key}” of the table {table} cannot be read: {cause}",
    )
    remedy = Says(
        es="Ejecute «organica verify». Las filas derivadas se rehacen con «organica rebuild»; los asientos "
        "y los nombres solo se recuperan de una copia de respaldo.",
        en="Run `organica verify`. Derived rows are mended by `organica rebuild`; entries and names come "
        "back from a backup only.",
    )


class DatabaseNotMigrated(Unavailable):
    """The database has no tables, or those of an older release."""

    code = "database_not_migrated"
    says = Says(
        es="La base de datos está en la versión {found} y se necesita {wanted}.",
        en="The database is at version {found}; {wanted} is needed.",
    )
    remedy = Says(es="Ejecute «organica migrate».", en="Run `organica migrate`.")


class DatabaseNewer(Unavailable):
    """The database was written by a newer release."""

    code = "database_newer"
    says = Says(
        es="La base de datos viene de una versión más nueva de Orgánica ({found}).",
        en="The database comes from a newer release of Orgánica ({found}).",
    )
    remedy = Says(
        es="Actualice Orgánica o use otra base de datos; esta no se ha tocado.",
        en="Update Orgánica or use another database; this one was not touched.",
    )


class RuleWithoutCalendar(BadInput):
    """Nobody knows the working days of a country in a year. Facts: country, year."""

    code = "rule_without_calendar"
    says = Says(
        es="No hay calendario de feriados de «{country}» para {year}, y la vigencia se cuenta en días "
        "hábiles.",
        en="There is no calendar of holidays of “{country}” for {year}, and entry into force is counted in "
        "working days.",
    )
    remedy = Says(
        es="Cuente los días según el calendario oficial y escriba {{value: …, basis: stated, rule: …}}.",
        en="Count the days by the official calendar and write {{value: …, basis: stated, rule: …}}.",
    )


class UnknownAppointment(NotFound):
    """A withholding names an appointment for which no entry gives a name."""

    code = "unknown_appointment"
    says = Says(
        es="{organization} no tiene ni tuvo un nombramiento «{appointment}» con nombre.",
        en="{organization} has and had no appointment “{appointment}” with a name.",
    )
    remedy = Says(
        es="Consulte los códigos de nombramiento en la estructura de la organización.",
        en="See the codes of appointments in the organization's structure.",
    )


class NothingToWithhold(Conflict):
    """A withholding names appointments whose names were withheld before."""

    code = "nothing_to_withhold"
    says = Says(
        es="Los nombres de {appointments} ya no se muestran.",
        en="The names of {appointments} are not shown any more.",
    )
    remedy = Says(es="No hay nada que hacer.", en="There is nothing to do.")


class RuleCountsFrom(Inapplicable):
    """A correction mends the date from which the entry into force was counted, and not the day counted."""

    code = "rule_counts_from"
    says = Says(
        es="La vigencia de {source} ({day}) se contó desde `{after}`, que la corrección cambia.",
        en="The entry into force of {source} ({day}) was counted from `{after}`, which the correction "
        "changes.",
    )
    remedy = Says(
        es="Dé también `in_force_from` con su regla, para contarla de nuevo, o con el día que consta.",
        en="Give `in_force_from` too: with its rule, to count it anew, or with the day that a text states.",
    )


class AmbiguousProposal(BadInput):
    """A key under which several organizations have a proposal, without saying whose is meant.

    Facts: proposal, organizations.
    """

    code = "ambiguous_proposal"
    says = Says(
        es="«{proposal}» propone algo en varios organismos: {organizations}.",
        en="“{proposal}” proposes something in several organizations: {organizations}.",
    )
    remedy = Says(
        es="Indique de cuál es, con «organization» o con --organization.",
        en="Say whose it is, by `organization` or by --organization.",
    )

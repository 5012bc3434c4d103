"""Why a proposal, or what a file says of the contents of its source, cannot be entered.

One class a reason, each with its sentence and its remedy; the facts are keys of files and of sources.
"""

from __future__ import annotations

from organica.domain.errors import BadInput, NotFound, Says


class KeyOfAnotherKind(BadInput):
    """A key that only files of other kinds have: `replaces` outside a proposal, `contents` in one."""

    code = "key_of_another_kind"
    says = Says(
        es="La clave «{key}» no corresponde a un archivo de clase {kind}.",
        en="The key “{key}” does not belong in a file of the kind {kind}.",
    )
    remedy = Says(es="Quite la clave o cambie `kind`.", en="Leave the key out, or change `kind`.")


class ContentsBesideActs(BadInput):
    """A file that says that its source orders nothing on structure, and has acts."""

    code = "contents_beside_acts"
    says = Says(
        es="El archivo trae actos y dice que la fuente no trata de la estructura (none_of_structure).",
        en="The file has acts and says that its source is not about structure (none_of_structure).",
    )
    remedy = Says(
        es="Quite `contents` o los actos; si faltan otros, escriba contents: not_at_hand.",
        en="Leave out `contents` or the acts; where others are missing, write contents: not_at_hand.",
    )


class UnknownProposal(NotFound):
    """No entry of the organization brought in a proposal by this key."""

    code = "unknown_proposal"
    says = Says(
        es="El registro no conoce la propuesta «{proposal}».",
        en="The register does not know the proposal “{proposal}”.",
    )
    remedy = Says(
        es="Consulte las propuestas en /v1/organizations/{{código}}/proposals o con «organica proposals».",
        en="See the proposals at /v1/organizations/{{code}}/proposals or with `organica proposals`.",
    )

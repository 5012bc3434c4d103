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


class KindOfProposals(BadInput):
    """A source that is no proposal, of a kind with which it could have the key of one. Facts: kind, rest."""

    code = "kind_of_proposals"
    says = Says(
        es="Una fuente que no es propuesta no puede ser del tipo «{kind}»: su clave podría ser la de una "
        "propuesta.",
        en="A source that is no proposal cannot be of the kind “{kind}”: its key could be that of a "
        "proposal.",
    )
    remedy = Says(
        es="Si el documento solo propone, escriba kind: proposal en el archivo y el tipo «{rest}»; si no, "
        "otro tipo, como «{rest}_propuesta».",
        en="Where the document only proposes, write kind: proposal in the file and the kind “{rest}”; else "
        "another kind, such as “{rest}_propuesta”.",
    )


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

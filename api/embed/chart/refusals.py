"""Why a chart is not drawn, beyond what the register, REST and the pages refuse.

Raised while the address of a chart is read, and where its picture is made; turned into answers by
`api.problems`.
"""

from __future__ import annotations

from organica.domain.errors import BadInput, Says, Unavailable


class BadChartWidth(BadInput):
    """A width that no chart can have."""

    code = "bad_chart_width"
    says = Says(es="«{value}» no es un ancho posible.", en="“{value}” is not a possible width.")
    remedy = Says(
        es="Pida entre {least} y {most} píxeles, por ejemplo width=360.",
        en="Ask for {least} to {most} pixels, for example width=360.",
    )


class PictureTooLarge(BadInput):
    """A chart of so many boxes that its picture would take more than a document can use."""

    code = "picture_too_large"
    says = Says(
        es="El organigrama mide {width} × {height} píxeles, demasiado para una imagen PNG.",
        en="The chart measures {width} × {height} pixels, too much for a PNG picture.",
    )
    remedy = Says(
        es="Use el mismo organigrama como .svg, que no tiene ese límite.",
        en="Use the same chart as .svg, which has no such limit.",
    )


class PictureNotDrawn(Unavailable):
    """The program that draws pictures is busy with others, or did not end in time."""

    code = "picture_not_drawn"
    says = Says(es="La imagen PNG no se pudo dibujar ahora.", en="The PNG picture could not be drawn now.")
    remedy = Says(
        es="Repita en unos segundos, o use el mismo organigrama como .svg.",
        en="Try again in a few seconds, or use the same chart as .svg.",
    )

"""Charts as PNG, for documents: drawn one at a time, each by a process of its own.

Takes a chart and its layout; returns the bytes of a picture or refuses. Called by `api.embed.chart.serving`.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from api.delivery.waiting import Waiting
from api.embed.chart.refusals import PictureNotDrawn, PictureTooLarge
from organica.render.chart import picture_worker
from organica.render.chart.drawn import Chart
from organica.render.chart.layout import Layout
from organica.render.chart.svg import svg

MEDIA_TYPE = "image/png"
FAMILY = "Noto Sans"
# Two pixels for one make letters that print well; a chart that would be too large so gets one for one.
FINE, COARSE = 2, 1
MAX_PIXELS = 24_000_000
MAX_WAITING = 8
MAX_WAIT_S = 30
_WORKER = Path(picture_worker.__file__)


class Pictures:
    """What draws pictures for one application, one at a time: each takes seconds of a processor."""

    def __init__(self) -> None:
        self._drawing = asyncio.Lock()
        self._waiting = Waiting(MAX_WAITING, PictureNotDrawn)

    async def drawn(self, chart: Chart, layout: Layout) -> bytes:
        """Return a chart as PNG. Raises: PictureTooLarge, PictureNotDrawn."""
        zoom = zoom_of(layout)
        image = svg(chart, layout, themed=False, families=FAMILY)
        with self._waiting.place():
            async with self._drawing:
                return await drawn_apart(image.encode(), zoom)


def zoom_of(layout: Layout) -> int:
    """Return how many pixels a picture has for one of the chart. Raises: PictureTooLarge."""
    for zoom in (FINE, COARSE):
        if layout.width * layout.height * zoom**2 <= MAX_PIXELS:
            return zoom
    raise PictureTooLarge(width=round(layout.width), height=round(layout.height))


async def drawn_apart(image: bytes, zoom: int) -> bytes:
    """Return an SVG image as PNG, drawn by a process of its own. Raises: PictureNotDrawn."""
    worker = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", str(_WORKER), str(zoom)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(MAX_WAIT_S):
            picture, faults = await worker.communicate(image)
    except TimeoutError:
        raise PictureNotDrawn() from None
    finally:
        # Also where whoever asked is gone: nobody waits for the picture any more.
        if worker.returncode is None:
            worker.kill()
            await worker.wait()
    if worker.returncode != 0:
        raise PictureNotDrawn(cause=faults.decode(errors="replace")[-500:])
    return picture

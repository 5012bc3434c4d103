"""Draws an SVG image as PNG in a process of its own: the library lets nothing else run meanwhile.

Takes the image on its standard input and how many pixels one of its own becomes as its argument; writes the
picture to its standard output. Started by `api.embed.chart.pictures`, as a program: it imports nothing of the
register. Its letters come from a package of fonts, so a picture is the same on every machine.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

MAX_CPU_S = 20
# Noto Sans, regular and bold, as pymupdf_fonts calls them.
FONTS = ("notos", "notosbo")


def main() -> None:
    """Read, draw and write."""
    _limit()
    import pymupdf_fonts
    import resvg_py

    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{name}.ttf") for name in FONTS]
        for file in files:
            file.write_bytes(pymupdf_fonts.fontbuffers[file.stem]())
        picture = resvg_py.svg_to_bytes(
            svg_string=sys.stdin.buffer.read().decode(),
            zoom=float(sys.argv[1]),
            skip_system_fonts=True,
            font_files=[str(file) for file in files],
        )
    sys.stdout.buffer.write(picture)


def _limit() -> None:
    try:
        import resource
    except ImportError:
        # Windows has no such limits; there, the parent's clock is the only one.
        return
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_CPU_S, MAX_CPU_S + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()

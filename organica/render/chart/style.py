"""The colours of a chart: light, dark, and black on white on paper.

Gives a style sheet for readers' browsers, with its digest for a policy, and a plain one for programs that
know neither custom properties nor media. Read by `svg` and `api.embed.chart.serving`. A page that holds the
chart in itself sets --organica-ink and the others of TABLE to give it its own colours.
"""

from __future__ import annotations

import base64
import hashlib

from organica.render.chart.drawn import Tone

ROOT = "organica-chart"
# Name, light, dark. Between what is written and its ground the contrast is at least 4.5, as WCAG counts it;
# between frames and their ground at least 3.
TABLE = (
    ("ground", "#ffffff", "#14181d"),
    ("ink", "#1b1f24", "#f0f3f6"),
    ("quiet", "#4d5560", "#b6bec8"),
    ("edge", "#6b7480", "#8b95a1"),
    ("link", "#0b4fb3", "#9ac2ff"),
    ("box", "#f6f8fa", "#1f252c"),
    ("created", "#e6f4ea", "#12311c"),
    ("created-edge", "#137333", "#5bb974"),
    ("altered", "#fef3d6", "#3a2c05"),
    ("altered-edge", "#8a5a00", "#f2b84b"),
    ("reworded", "#e8f0fe", "#14284f"),
    ("reworded-edge", "#1a56c4", "#8ab4f8"),
    ("gone", "#fbeeee", "#3a1a18"),
    ("gone-edge", "#a3271f", "#f28b82"),
)
# Frames tell tones apart also where there are no colours, as on paper.
_DASHES = {
    Tone.CREATED: "",
    Tone.ALTERED: ";stroke-dasharray:12 3",
    Tone.REWORDED: ";stroke-dasharray:3 2",
    Tone.GONE: ";stroke-dasharray:12 3 3 3",
}
_EDGES = frozenset({"ink", "quiet", "edge", "link"})


def _rules(colour: dict[str, str]) -> str:
    """Return the rules that both style sheets share."""
    said = [
        f".oc-g{{fill:{colour['ground']}}}",
        f".oc-t{{fill:{colour['ink']}}}",
        f".oc-q{{fill:{colour['quiet']}}}",
        f".oc-l{{fill:{colour['link']}}}",
        f".oc-e{{fill:none;stroke:{colour['edge']};stroke-width:1.5;shape-rendering:crispEdges}}",
        f".oc-b{{fill:{colour['box']};stroke:{colour['edge']};stroke-width:1}}",
        # Before the tones: a unit that changed has the frame of its tone, and says its doubt in words.
        ".oc-d{stroke-dasharray:5 3}",
        *(
            f".oc-{tone}{{fill:{colour[tone]};stroke:{colour[f'{tone}-edge']};stroke-width:3{dashes}}}"
            for tone, dashes in _DASHES.items()
        ),
    ]
    return "".join(said)


def _properties(place: int) -> str:
    return "".join(f"--oc-{row[0]}:var(--organica-{row[0]},{row[place]});" for row in TABLE)


def _printed() -> str:
    return "".join(
        f"--oc-{name}:{'#000' if name in _EDGES or name.endswith('-edge') else '#fff'};" for name, *_ in TABLE
    )


THEMED = (
    f".{ROOT}{{{_properties(1)}}}"
    f"@media (prefers-color-scheme:dark){{.{ROOT}{{{_properties(2)}}}}}"
    f"@media print{{.{ROOT}{{{_printed()}}}}}"
    f"{_rules({name: f'var(--oc-{name})' for name, *_ in TABLE})}"
    f".{ROOT} a:hover .oc-b{{stroke-width:3}}"
    f".{ROOT} a:focus{{outline:none}}"
    f".{ROOT} a:focus-visible .oc-b{{stroke:var(--oc-link);stroke-width:4;stroke-dasharray:none}}"
    f".{ROOT} a:focus-visible .oc-l,.{ROOT} a:hover .oc-l{{text-decoration:underline}}"
)
PLAIN = _rules({name: light for name, light, _ in TABLE})
DIGEST = "sha256-" + base64.b64encode(hashlib.sha256(THEMED.encode()).digest()).decode()

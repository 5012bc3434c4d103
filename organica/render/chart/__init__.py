"""The chart (organigrama): a structure of one day as an SVG image, the same bytes for the same structure.

`drawn` holds what is to be drawn, `measuring` and `wrapping` make lines of texts, `layout` places the boxes,
`svg` writes the image and `style` its colours. Nothing here knows the register or the web.
"""

"""oEmbed: how a portal is told to show a page or a chart whose address it has."""

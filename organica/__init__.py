"""The register itself: it knows neither the web nor SQL."""

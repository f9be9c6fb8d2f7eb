"""Pictures as files: what turns an SVG of ours into a PNG, and the font that is shipped for it. Never what is drawn."""

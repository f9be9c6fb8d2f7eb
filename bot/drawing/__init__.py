"""Pictures as files: an SVG of ours as a PNG, with the font that is shipped for it; QR codes. Never what is drawn."""

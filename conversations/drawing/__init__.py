"""Pictures of figures as SVG, in the customer's words: pure functions. Never how one is rasterised, nor sent."""

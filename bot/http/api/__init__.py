"""What the business's own programs ask over HTTP: links and figures, as JSON. Never a person's way in."""

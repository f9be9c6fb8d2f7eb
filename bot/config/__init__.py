"""The settings of the service: their shapes, their parts, how they are read. Nothing else reads the environment."""

import os

# Pydantic would look through all that is installed for what wants to see each value, and what is read of a line is
# somebody's own (docs.pydantic.dev/latest/concepts/plugins).
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")

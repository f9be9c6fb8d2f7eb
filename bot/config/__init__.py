"""The settings of the service: their shapes, their parts, how they are read. Nothing else reads the environment."""

import os

# Pydantic would look through all that is installed for what wants to see each value: our settings are secrets, and a
# start has customers waiting (docs.pydantic.dev/latest/concepts/plugins).
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")

"""The settings of the service: their shapes, their parts, how they are read. Nothing else reads the environment."""

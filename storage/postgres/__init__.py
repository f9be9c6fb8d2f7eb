"""What only PostgreSQL has: its connection, its errors, its dialect, and how a group is committed there."""

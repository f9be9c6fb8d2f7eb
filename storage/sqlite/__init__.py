"""What is SQLite's own: opening, committing, checking and migrating its file, and what its errors mean."""

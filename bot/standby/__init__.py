"""Several processes on one database: one leads, the others stand by until it ends or falls silent."""

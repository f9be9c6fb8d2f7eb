"""The doctor's checks, one file for each thing that is looked at. Each says what it found; none changes anything."""

"""A long run of the real server under load, with faults that are planned, watched by a real Prometheus."""

"""How it is: what is counted in tables, by labels, of channels; whether we are ready. Never the mending."""

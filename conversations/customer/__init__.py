"""The customer's side: one conversation as a table of arrows, and what each step says. Never an agent's."""

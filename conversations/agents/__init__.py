"""The agents' side: what an agent types and what follows from it. Never the customer's conversation."""

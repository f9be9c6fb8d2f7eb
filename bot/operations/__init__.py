"""What an operator asks of a running service, carried out between its turns. Never the commands that ask."""

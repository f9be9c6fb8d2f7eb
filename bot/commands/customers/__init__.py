"""`telcolink customers`: what an operator finds, hands out and ends for a customer who cannot do so themselves."""

"""What the floor and the peer say in the conversation that all measured bots hold; as long as what telcolink says."""

HELLO = (
    "Hello! Kudi Loans asked me to help you share details of your MTN or Airtel line for your application. It takes "
    "about two minutes. If you agree, Kudi Loans can see your name, gender and date of birth, your balances and your "
    "transactions, for up to 12 months."
)
CONSENT_ANSWERS = ("I agree", "No, thanks", "Is this real?")
ASK_NUMBER = "What is the phone number of the line? Type it like 0803 123 4567."
ASK_NETWORK = "{}: which network is this line on now? Choose only if this line is your own."
NETWORK_ANSWERS = ("MTN", "Airtel", "Change number")
ASK_CODE = "{} has sent a 6-digit code by SMS. Type it here. Do not give it to anybody."
CODE_ANSWERS = ("Send a new code", "Change number")
RECEIPT = "Receipt: you let Kudi Loans read your line."
RECEIPT_ANSWERS = ("Balance", "Unlink")


def summary(name: str, balances: list[tuple[str, object, str]]) -> str:
    """A line for each balance: its name, how much, of what."""
    lines = "\n".join(f"{each}: {value} {unit}" for each, value, unit in balances)
    return f"Your line is linked.\n\n{name}\n{lines}"

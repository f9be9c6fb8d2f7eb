"""Who is in the demo: the business that asks, the customer's own number, and everybody else. Never what they do."""

OWN_NUMBER = "08031234567"
# Everybody who can be on the stage besides the customer: a name, an id on Telegram, and a number.
OTHERS = {
    "agent": ("Tunde Ojo", 900_001, "+2348029000001"),
    "colleague": ("Bisi", 900_002, "+2348029000002"),
    "stranger": ("Chidi", 900_003, "+2348029000003"),
}
INVITATION = (
    "Hello, {{1}} asks to see details of your line for {{2}}. Our two words: {{3}}. Reply OK to see more, or STOP."
)
BUSINESS = {
    "BUSINESS_NAME": "Kudi Loans",
    "BUSINESS_PURPOSE": "your loan application",
    "SUPPORT_CONTACT": "Ngozi on 0700 555 0100",
    "PRIVACY_URL": "https://kudi.example/privacy",
}

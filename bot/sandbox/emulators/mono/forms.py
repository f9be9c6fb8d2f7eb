"""The forms that log-ins answer with: the documented one, and those that a form-driven client must survive as well."""

from collections.abc import Mapping

Field = Mapping[str, str | int]
Form = tuple[Field, ...]

_BARE: Field = {"type": "elements.input", "name": "otp", "hint": "Enter OTP", "contentType": "password"}
_SIX: Field = {**_BARE, "minLength": 6, "maxLength": 6}

SIX_DIGITS: Form = (_SIX,)  # documented, for both networks
FOUR_DIGITS: Form = ({**_SIX, "minLength": 4, "maxLength": 4},)
EIGHT_DIGITS: Form = ({**_SIX, "hint": "The long code", "minLength": 8, "maxLength": 8},)

# As the Partners guide prints its form: a `string`, and no lengths.
NO_LENGTHS: Form = ({**_BARE, "hint": "One time code", "contentType": "string"},)

# Hypothetical: no telco sample asks for anything but the OTP.
TWO_FIELDS: Form = (_SIX, {**_SIX, "name": "pin", "hint": "Enter your SIM PIN", "minLength": 4, "maxLength": 4})


def code_length(form: Form) -> int:
    """How long the code in the SMS is: the most that the first field takes, 6 where it does not say."""
    return int(form[0].get("maxLength", 6))


def field_names(form: Form) -> tuple[str, ...]:
    """What a check must bring."""
    return tuple(str(field["name"]) for field in form)

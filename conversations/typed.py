"""What people type, made plain before it is read: one form for digits, dashes and spaces. Never what it means."""

import unicodedata

# Longer texts are pastes or attacks, not answers; Unicode normalization takes quadratic time on the worst of them.
READ_AT_MOST = 1000

_MINUS_SIGN = "\N{MINUS SIGN}"


def plain(text: str) -> str:
    """`text` with ASCII digits, hyphens and spaces, without invisible characters; empty when over `READ_AT_MOST`.

    Line breaks stay, because what stands on two lines is rarely one number.
    """
    if len(text) > READ_AT_MOST:
        return ""
    if text.isascii():
        return text
    return "".join(map(_plain_character, unicodedata.normalize("NFKC", text)))


def _plain_character(character: str) -> str:
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character == _MINUS_SIGN:
        return "-"
    match unicodedata.category(character):
        case "Pd":  # every dash
            return "-"
        case "Zs":  # every space
            return " "
        case "Cf" | "Mn" | "Me":  # zero-width and direction marks; the box around a keycap digit
            return ""
        case _:
            return character

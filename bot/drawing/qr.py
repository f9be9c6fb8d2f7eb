"""QR pictures of addresses, for screens and prints. Never which address."""

from io import BytesIO

SCALE = 8  # pixels for each module: sharp on a phone, and still a few kilobytes


def draw_png(address: str) -> bytes:
    """A PNG with its quiet zone, at a level of correction that survives a cheap print."""
    picture = BytesIO()
    import segno  # noqa: PLC0415 - few are sent

    segno.make_qr(address, error="m").save(picture, kind="png", scale=SCALE)
    return picture.getvalue()

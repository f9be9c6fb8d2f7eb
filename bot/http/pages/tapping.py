"""A text as HTML in which numbers, web and mail addresses can be tapped. Never whose they are."""

import html
import re

from bot.http.pages.markup import Html

_TAPPED = re.compile(
    r"(?P<tel>\+[0-9]{8,15})|(?P<web>https?://[^\s<>\"']*[\w/])|(?P<mailto>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)


def with_links(text: str) -> Html:
    """Escaped, with a link around each of them."""
    pieces, end = list[str](), 0
    for found in _TAPPED.finditer(text):
        shown = html.escape(found[0])
        address = shown if found["web"] else f"{found.lastgroup}:{shown}"
        pieces += [html.escape(text[end : found.start()]), f'<a href="{address}">{shown}</a>']
        end = found.end()
    return Html("".join((*pieces, html.escape(text[end:]))))

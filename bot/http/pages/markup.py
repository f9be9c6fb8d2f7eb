"""Templates filled in with escaped texts, and the one style sheet. Never a sentence, never what a page is about."""

import base64
import hashlib
import html
from collections.abc import Callable
from importlib.resources import files
from string import Template

_FOLDER = files(__name__.rpartition(".")[0])


class Html(str):
    """Text that is HTML already and is not escaped again."""

    __slots__ = ()


class Markup(Template):
    """HTML with places: `$page-…` is an entry of the wording files, every other name a part that is handed in."""

    idpattern = r"[a-z]+(?:-[a-z]+)*"

    @classmethod
    def read(cls, name: str) -> "Markup":
        return cls((_FOLDER / name).read_text(encoding="utf-8"))

    def fill(self, say: Callable[[str], str], **parts: str) -> Html:
        """The HTML with everything in its place, escaped unless it is `Html`. KeyError for a part that is missing."""
        names = self.get_identifiers()
        texts = {name: say(name) if name.startswith("page-") else parts[name] for name in names}
        return Html(self.substitute({name: _escape(text) for name, text in texts.items()}))


def _escape(text: str) -> str:
    return text if isinstance(text, Html) else html.escape(text)


def _read_style() -> Html:
    """On one line: spaces are bytes on a slow network."""
    return Html(" ".join((_FOLDER / "style.css").read_text(encoding="utf-8").split()))


STYLE = _read_style()
_DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
# w3.org/TR/CSP3, 6.7.3: the page's own style sheet by its hash, and nothing else at all.
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

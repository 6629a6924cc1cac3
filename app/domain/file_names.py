"""File names that Windows, Linux, USB sticks and links in office files all take.

Names from people become names of files handed to others, who unpack them on machines of theirs. So
the rules are those of the strictest system, whatever system we run on.
"""

from __future__ import annotations

import re
import unicodedata

# A path on Windows has room for 260 characters; some programs count less.
PATH_UNITS = 240
# ext4 and most file systems of Linux take 255 bytes; some is kept for a mark such as " (2)".
NAME_BYTES = 240
# Shorter than this no name is cut: it would say nothing any more.
LEAST_UNITS = 16

# Not allowed on Windows, or taken for something else: # and % by office programs in links.
_FULL_WIDTH = str.maketrans('<>:"/\\|?*#%', "＜＞：＂／＼｜？＊＃％")
# Neither on paper nor on the screen: control characters, lone surrogates, what turns the direction
# of writing round (and so hides the true ending), what takes no room, noncharacters.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACES = re.compile(r"\s+")
# Names of devices on Windows, with whatever ending.
_DEVICE = re.compile(
    r"(?:CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?=[ .]*(?:\.|$))", re.I
)
# Letters and digits only: "报告.第2版" has no ending, and ".gitignore" neither.
_ENDING = re.compile(r"(?<=[^.])\.[A-Za-z0-9]{1,10}$")
_NAMELESS = "_"
# The signs before and behind a cut that goes through a word of Latin letters.
_WORD_CUT = re.compile("[A-Za-z0-9]{2}")


def safe_name(name: str, units: int = PATH_UNITS) -> str:
    """`name` as the name of a file or folder, of at most `units` UTF-16 units.

    What a name must not hold becomes its full-width twin; what is not seen goes. A name that is
    too long loses its end and keeps its ending (.pdf). Idempotent; never empty.
    """
    # A line end is a space too; what is not seen may have stood between two of them.
    seen = _SPACES.sub(" ", _UNSEEN.sub("", _SPACES.sub(" ", name)))
    text = unicodedata.normalize("NFC", seen)
    text = _trimmed(text.translate(_FULL_WIDTH))
    device = _DEVICE.match(text)
    if device:
        text = f"{device[0]}_{text[device.end() :]}"
    return _cut(text, max(units, LEAST_UNITS)) or _NAMELESS


def folded(name: str) -> str:
    """What two names share that some system takes for one: case and form of Unicode apart."""
    text = unicodedata.normalize("NFKC", name)
    # Folding can undo the form, and the form the folding.
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text.casefold()).casefold())


class Names:
    """Gives names within a tree of folders so that none is given twice on any system."""

    def __init__(self) -> None:
        self._taken: set[tuple[str, str]] = set()

    def take(self, folder: str, name: str, units: int = PATH_UNITS) -> str:
        """A safe name in `folder`, with (2), (3) … before its ending where it is taken."""
        safe = safe_name(name, units)
        given, count = safe, 1
        while (folder, folded(given)) in self._taken:
            count += 1
            given = _marked(safe, f" ({count})", max(units, LEAST_UNITS))
        self._taken.add((folder, folded(given)))
        return given


def utf16_units(text: str) -> int:
    """The length of a text as Windows counts it."""
    return len(text) + sum(sign > "\uffff" for sign in text)


def link_target(path: str) -> str:
    """A relative path, with "/" between folders, as the address of a link in an office file.

    Chinese characters stay, as Excel, WPS and LibreOffice write them; what a URI can't hold is
    escaped.
    """
    return "".join(
        "".join(f"%{byte:02X}" for byte in sign.encode()) if sign in ' "#%<>[\\]^`{|}?' else sign
        for sign in path
    )


def _trimmed(text: str) -> str:
    """Without spaces around it and dots behind it, which Windows drops unasked."""
    return text.strip(" ").rstrip(". ")


def _cut(text: str, units: int) -> str:
    ending = _ending(text)
    return _shortened(text.removesuffix(ending), units, ending)


def _marked(name: str, mark: str, units: int) -> str:
    ending = _ending(name)
    return _shortened(name.removesuffix(ending), units, mark + ending)


def _ending(name: str) -> str:
    found = _ENDING.search(name)
    return found[0] if found else ""


def _shortened(stem: str, units: int, ending: str) -> str:
    """The stem with so many characters less that it fits with its ending; words stay whole."""
    short = stem
    while short and (
        utf16_units(short + ending) > units or len((short + ending).encode()) > NAME_BYTES
    ):
        short = short[:-1]
    if _WORD_CUT.fullmatch(short[-1:] + stem[len(short) : len(short) + 1]):
        words = short.rpartition(" ")[0]
        # A word longer than half the room is cut all the same.
        short = words if len(words) * 2 >= len(short) else short
    return _trimmed(short) + ending

"""The region's own requirements (地方自设要求): what keeps them apart from those of the Notice."""

from __future__ import annotations

import re

# Document and article that hold them; the number puts them behind every article of the Notice.
OWN_DOCUMENT = "X"
OWN_ARTICLE = 99
OWN_MARK = "X"
OWN_PREFIX = "X-"

_ID = re.compile(r"X-(?!0+$)\d{2,4}")


def is_own_id(requirement_id: str) -> bool:
    """Whether an id is written as the region's own are: X-01."""
    return _ID.fullmatch(requirement_id) is not None


def article_mark(number: int) -> str:
    """How an article's number is shown: X for the region's own requirements."""
    return OWN_MARK if number == OWN_ARTICLE else str(number)

"""Office files are zip archives with times in them: here they become those of the document."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from pathlib import Path

_CORE = "docProps/core.xml"
_TIMES = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def settle_times(file: Path, day: date) -> None:
    """Write the archive again with `day` for every time in it."""
    with zipfile.ZipFile(file) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    core = members[_CORE].decode("utf-8")
    members[_CORE] = _TIMES.sub(rf"\g<1>{day.isoformat()}T00:00:00Z", core).encode("utf-8")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)

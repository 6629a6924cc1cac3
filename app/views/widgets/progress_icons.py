"""The icon of a requirement's progress, the same wherever requirements are listed."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from app.domain.vocabulary import Progress
from app.views import theme

_NAMES = {
    Progress.NOT_STARTED: "mdi6.circle-outline",
    Progress.IN_PROGRESS: "mdi6.circle-half-full",
    Progress.DONE: "mdi6.check-circle",
    Progress.NOT_APPLICABLE: "mdi6.minus-circle-outline",
}


def progress_icon(progress: Progress) -> QIcon:
    """In one colour also while selected: the row stays readable."""
    import qtawesome

    colours = theme.colours()
    colour = {
        Progress.DONE: colours.good,
        Progress.IN_PROGRESS: colours.accent,
    }.get(progress, colours.muted)
    icon: QIcon = qtawesome.icon(_NAMES[progress], color=colour)
    return icon

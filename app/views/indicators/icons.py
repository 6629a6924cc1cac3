"""Icons of how an indicator stands. The icon fonts take a while to load: not before the page."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from app.domain.vocabulary import Pace
from app.views import theme


def pace_icons() -> dict[Pace, QIcon]:
    import qtawesome

    look = theme.colours()
    return {
        Pace.REACHED: qtawesome.icon("mdi6.check-circle-outline", color=look.good),
        Pace.ON_TRACK: qtawesome.icon("mdi6.trending-up", color=look.accent),
        Pace.BEHIND: qtawesome.icon("mdi6.alert-outline", color=look.warning),
        Pace.NO_READING: qtawesome.icon("mdi6.circle-outline", color=look.muted),
        Pace.UNKNOWN: qtawesome.icon("mdi6.help-circle-outline", color=look.muted),
    }


def warning_icon() -> QIcon:
    """Beside what needs attention."""
    import qtawesome

    icon: QIcon = qtawesome.icon("mdi6.clock-alert-outline", color=theme.colours().warning)
    return icon


def error_icon() -> QIcon:
    """Beside what was typed and can't be taken."""
    import qtawesome

    icon: QIcon = qtawesome.icon("mdi6.alert-octagon", color=theme.colours().bad)
    return icon

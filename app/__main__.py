"""Start: the window without arguments, the command line with them."""

from __future__ import annotations

import gc
import os
import sys
from datetime import date


def main() -> int:
    """Exit code: 0 done, 1 something was found, 2 the user's mistake, 3 the environment's."""
    if len(sys.argv) > 1:
        from app.cli.program import run

        return run(sys.argv[1:], date.today())
    if not has_screen():
        return _say_no_screen()
    pause_collection()
    from app.bootstrap import run_window

    return run_window()


def pause_collection() -> None:
    """Leave the garbage collector out while the window starts: a tenth of the time.

    Nearly all that is made then stays to the end. After the first painting app.tasks.collection
    takes over.
    """
    gc.disable()


def has_screen() -> bool:
    """Whether a window can be shown: on Linux a display is needed, or a Qt platform by name."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)


def _say_no_screen() -> int:
    from app import texts
    from app.cli.output import make_streams_safe
    from app.cli.program import ENVIRONMENT

    make_streams_safe()
    print(texts.text("cli.no-screen", texts.system_language()), file=sys.stderr)
    return ENVIRONMENT


if __name__ == "__main__":
    sys.exit(main())

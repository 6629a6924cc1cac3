"""Sees to it that the system's libraries that Qt loads are there; make runs it after installing Qt.

Usage: python scripts/system_packages.py qt|window|venv

qt      what drawing without a screen needs (the tests and the pictures for the documents)
window  that and what an X11 or Wayland window needs
venv    Python's own venv module, which Debian and Ubuntu keep in a package of its own

Nothing is installed that is already there. Where installing needs a password, the command to type
is printed instead. Only the standard library is used: this runs before any package is installed.
"""

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable

# Shared library: its package for apt and for pacman. dnf and zypper go by the library's own name.
DRAWING = {
    "libEGL.so.1": ("libegl1", "libglvnd"),
    "libGL.so.1": ("libgl1", "libglvnd"),
    "libX11.so.6": ("libx11-6", "libx11"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype2"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libstdc++.so.6": ("libstdc++6", "gcc-libs"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libz.so.1": ("zlib1g", "zlib"),
    "libzstd.so.1": ("libzstd1", "zstd"),
}
X11 = {
    "libX11-xcb.so.1": ("libx11-xcb1", "libx11"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
}
WAYLAND = {
    "libwayland-client.so.0": ("libwayland-client0", "wayland"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "wayland"),
    "libwayland-egl.so.1": ("libwayland-egl1", "wayland"),
}
# What Qt itself is asked afterwards: its modules, and its plugins for drawing to a file and to X11.
TRIAL = """
import ctypes, pathlib, sys
import PySide6
from PySide6 import QtGui, QtPrintSupport, QtSvg, QtWidgets
plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
for name in sys.argv[1:]:
    ctypes.CDLL(str(plugins / f"lib{name}.so"))
"""
MANAGERS = {
    "apt-get": ("apt-get", "install", "-y", "--no-install-recommends"),
    "dnf": ("dnf", "install", "-y"),
    "zypper": ("zypper", "--non-interactive", "install", "--no-recommends"),
    "pacman": ("pacman", "-Sy", "--needed", "--noconfirm"),
}


def loads(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def package_of(manager: str, library: str, names: tuple[str, str]) -> str:
    """The name under which a package manager installs a shared library."""
    if manager == "apt-get":
        return names[0]
    if manager == "pacman":
        return names[1]
    return f"{library}()(64bit)" if sys.maxsize > 2**32 else library


def administrator() -> list[str] | None:
    """What to put before a command that changes the system; None if that takes a password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        tried = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
        if tried.returncode == 0:
            return ["sudo", "-n"]
    return None


def install(manager: str, packages: Iterable[str]) -> int:
    """Installs packages, or prints the command that does; returns an exit code."""
    command = [*MANAGERS[manager], *sorted(set(packages))]
    refresh = ["apt-get", "update"] if manager == "apt-get" else None
    prefix = administrator()
    if prefix is None:
        steps = [shlex.join(["sudo", *step]) for step in (refresh, command) if step]
        print("Installing it takes an administrator. Type this, then run make again:\n")
        print("    " + " && ".join(steps) + "\n")
        return 1
    print("Installing:", " ".join(command[len(MANAGERS[manager]) :]), flush=True)
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]
    if refresh:
        # Lists that cannot be refreshed are no failure yet: the packages may be in the old ones.
        subprocess.run([*prefix, *quiet, *refresh], capture_output=True, check=False)
    done = subprocess.run(
        [*prefix, *quiet, *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        print(done.stdout.decode(errors="replace")[-3000:])
        print("That failed. The command was:", shlex.join([*prefix, *command]))
    return done.returncode


def see_to_venv(manager: str | None) -> int:
    """Sees to Python's venv module; returns an exit code."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return 0
    version = "{}.{}".format(*sys.version_info)
    print(f"Python {version} has no venv module yet.")
    if manager == "apt-get":
        return install(manager, [f"python{version}-venv"])
    print("Install the rest of Python's standard library (ensurepip and venv) and run make again.")
    return 1


def see_to_libraries(manager: str | None, wanted: dict[str, tuple[str, str]]) -> int:
    """Sees to shared libraries; returns an exit code."""
    missing = [library for library in wanted if not loads(library)]
    if not missing:
        return 0
    print("Qt needs libraries that this system does not have yet:", " ".join(missing))
    if manager is None:
        print(f"None of {', '.join(MANAGERS)} was found here: install the packages that hold them.")
        return 1
    return install(manager, (package_of(manager, name, wanted[name]) for name in missing))


def try_qt(plugins: list[str]) -> int:
    """Loads Qt as the program will, in a process of its own; returns an exit code."""
    tried = subprocess.run(
        [sys.executable, "-c", TRIAL, *plugins],
        capture_output=True,
        text=True,
        check=False,
    )
    if tried.returncode:
        print("Qt does not load:", (tried.stderr.strip().splitlines() or ["no message"])[-1])
    return tried.returncode


def main(purpose: str) -> int:
    """Runs the command line."""
    if not sys.platform.startswith("linux"):
        return 0
    manager = next((name for name in MANAGERS if shutil.which(name)), None)
    if purpose == "venv":
        return see_to_venv(manager)
    wanted, plugins = dict(DRAWING), ["qoffscreen"]
    if purpose == "window":
        wanted |= X11
        plugins.append("qxcb")
        if os.environ.get("WAYLAND_DISPLAY"):
            wanted |= WAYLAND
    return see_to_libraries(manager, wanted) or try_qt(plugins)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in {"qt", "window", "venv"}:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))

"""The only place that knows where resources, migrations and the user's folders are."""

from pathlib import Path

import platformdirs

APP_NAME = "four-changes-workbook"

_PACKAGE = Path(__file__).resolve().parent
# An installed wheel carries both folders inside the package; a checkout has them beside it.
_BUNDLED = _PACKAGE / "_data"
_ROOT = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parent


def resources() -> Path:
    """Folder with catalogue, fonts, translations, style and sample texts."""
    return _ROOT / "resources"


def migrations() -> Path:
    """Folder with the Alembic scripts of the workbook's database."""
    return _ROOT / "migrations"


def guides() -> Path:
    """Folder with the user guide in both languages and its pictures."""
    return _ROOT / "docs"


def settings_file() -> Path:
    """File that keeps window state and language for this user on this machine."""
    return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)) / "settings.ini"


def cache() -> Path:
    """Folder for what can be done again: it may be cleared at any time."""
    return Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False))


def documents() -> Path:
    """Folder that file dialogs start in."""
    folder = Path(platformdirs.user_documents_dir())
    return folder if folder.is_dir() else Path.home()


def log_file() -> Path:
    """File that takes the technical details of unexpected errors; it never leaves the machine."""
    return Path(platformdirs.user_log_dir(APP_NAME, appauthor=False)) / "four-changes.log"


def cache_folder() -> Path:
    """Folder for what can be made anew at any time, for this user on this machine."""
    return Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False))

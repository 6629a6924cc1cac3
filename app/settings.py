"""Window state, language and look: what belongs to this user here, not to the workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray, QSettings

from app import paths
from app.domain.vocabulary import LANGUAGES, Language
from app.texts import system_language

Theme = Literal["system", "light", "dark"]
THEMES: tuple[Theme, ...] = ("system", "light", "dark")
# Percent; 0 follows the system.
SCALES = (0, 100, 125, 150, 175, 200)
_MOST_RECENT = 8


class Settings:
    """Typed access to the settings file; what can't be read counts as not set."""

    def __init__(self, file: Path | None = None) -> None:
        self._store = QSettings(str(file or paths.settings_file()), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        value = str(self._store.value("language", ""))
        return next((known for known in LANGUAGES if known == value), system_language())

    @language.setter
    def language(self, value: Language) -> None:
        self._store.setValue("language", value)

    @property
    def theme(self) -> Theme:
        value = str(self._store.value("theme", ""))
        return next((known for known in THEMES if known == value), "system")

    @theme.setter
    def theme(self, value: Theme) -> None:
        self._store.setValue("theme", value)

    @property
    def scale(self) -> int:
        value = str(self._store.value("scale", 0))
        return int(value) if value.isdigit() and int(value) in SCALES else 0

    @scale.setter
    def scale(self, value: int) -> None:
        self._store.setValue("scale", value)

    @property
    def recent(self) -> list[Path]:
        """Workbook folders, the last used first."""
        value = str(self._store.value("recent", ""))
        return [Path(line) for line in value.split("\n") if line]

    def add_recent(self, folder: Path) -> None:
        others = [path for path in self.recent if path != folder]
        self._set_recent([folder, *others])

    def forget_recent(self, folder: Path) -> None:
        self._set_recent([path for path in self.recent if path != folder])

    def _set_recent(self, folders: list[Path]) -> None:
        self._store.setValue("recent", "\n".join(map(str, folders[:_MOST_RECENT])))

    @property
    def report_folder(self) -> Path | None:
        """Where the last report was written."""
        value = str(self._store.value("report_folder", ""))
        return Path(value) if value else None

    @report_folder.setter
    def report_folder(self, folder: Path) -> None:
        self._store.setValue("report_folder", str(folder))

    @property
    def files_folder(self) -> Path | None:
        """Where files were last taken from as evidence; None too where it is gone."""
        value = str(self._store.value("files_folder", ""))
        return Path(value) if value and Path(value).is_dir() else None

    @files_folder.setter
    def files_folder(self, folder: Path) -> None:
        self._store.setValue("files_folder", str(folder))

    def state(self, name: str) -> QByteArray:
        """Saved geometry or splitter state; empty when there is none."""
        value = self._store.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, name: str, value: QByteArray) -> None:
        self._store.setValue(f"window/{name}", value)

"""An environment that is nobody's own: settings, time zone and language are those of the tests.

Takes effect on import, before Qt or platformdirs look at any of it.
"""

import os
import tempfile
import time
from pathlib import Path

HOME = Path(tempfile.mkdtemp(prefix="four-changes-home-"))

for _name, _folder in {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
    "XDG_DOCUMENTS_DIR": "documents",
}.items():
    (HOME / _folder).mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ[_name] = str(HOME / _folder)

for _name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
    os.environ.pop(_name, None)
os.environ.update(QT_QPA_PLATFORM="offscreen", LANG="C.UTF-8", TZ="Asia/Shanghai")
if hasattr(time, "tzset"):
    time.tzset()

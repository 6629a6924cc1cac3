import subprocess
import sys

import pytest

from app import models
from app.models.base import Base
from tests.sources import APP, ROOT


def test_every_mapped_class_is_found_by_its_name() -> None:
    files = {path.stem for path in (APP / "models").glob("*.py")} - {"__init__", "base"}
    assert set(models._CLASSES) == files
    models.load_all()
    mapped = {mapper.class_.__name__ for mapper in Base.registry.mappers}
    assert set(models._FILES) == mapped
    assert mapped < set(models.__all__)
    assert all(getattr(models, name).__name__ == name for name in mapped)
    with pytest.raises(AttributeError):
        _ = models.Nothing


def test_only_what_is_used_is_mapped() -> None:
    code = (
        "import sys; from app.models import Pilot;"
        "print([name for name in sys.modules if name.startswith('app.models.')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['app.models.base', 'app.models.pilot']"

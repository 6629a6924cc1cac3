"""The sample is built once for each language and run; tests only read it."""

from collections.abc import Iterator
from datetime import date

import pytest

from app.sample.build import build_sample
from app.services.workbooks import Workbook

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    workbook = build_sample(tmp_path_factory.mktemp("sample") / "示例省", TODAY, "zh")
    yield workbook
    workbook.close()

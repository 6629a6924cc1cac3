from datetime import date

import pytest

from app.catalog.load import load_default_scheme
from app.domain.vocabulary import Stage
from app.errors import UserError
from app.queries.profile import profile, scheme
from app.services.profile import edit_profile, save_scheme
from app.services.workbooks import Workbook


def test_editing_the_profile(workbook: Workbook) -> None:
    edit_profile(workbook, lead_unit=" 省局 ", approval_number="国标委函[2023]05号", region="44")
    edit_profile(workbook, end=None, start=date(2024, 1, 1), stage=Stage.FINAL)
    row = profile(workbook)
    assert (row.lead_unit, row.approval_number) == ("省局", "国标委函〔2023〕5号")
    assert (row.region, row.start, row.end) == ("44", date(2024, 1, 1), None)
    assert row.stage is Stage.FINAL


def test_what_is_missing_is_known(workbook: Workbook, filled: Workbook) -> None:
    missing = ("lead_unit", "approval_number", "contact_name", "contact_phone")
    assert profile(workbook).missing == missing
    assert profile(filled).missing == ()


@pytest.mark.parametrize("region", ["", "71", "99", "00", "浙江"])
def test_a_region_is_one_of_the_31(workbook: Workbook, region: str) -> None:
    with pytest.raises(UserError) as caught:
        edit_profile(workbook, region=region)
    assert caught.value.code == "profile.region"


def test_a_reversed_period_is_kept_for_the_check(workbook: Workbook) -> None:
    assert edit_profile(workbook, start=date(2027, 1, 1))


@pytest.mark.parametrize(
    ("field", "limit"),
    [
        ("name", 200),
        ("lead_unit", 200),
        ("approval_number", 100),
        ("contact_name", 100),
        ("contact_phone", 100),
        ("contact_email", 100),
    ],
)
def test_the_limits_of_the_profile(workbook: Workbook, field: str, limit: int) -> None:
    assert edit_profile(workbook, **{field: "字" * limit})  # type: ignore[misc]
    with pytest.raises(UserError) as caught:
        edit_profile(workbook, **{field: "字" * (limit + 1)})  # type: ignore[misc]
    assert caught.value.code == "field.too-long"


def test_the_scheme_is_kept_and_checked(workbook: Workbook) -> None:
    default = load_default_scheme()
    assert scheme(workbook) == default
    changed = default.with_article_weight(2, 40)
    assert save_scheme(workbook, changed)
    assert scheme(workbook) == changed
    with pytest.raises(UserError) as caught:
        save_scheme(workbook, default.with_article_weight(2, 101))
    assert caught.value.code == "scheme.weights"
    assert scheme(workbook) == changed

"""The translation tool finds what is missing or stale."""

import shutil
from pathlib import Path

import pytest

from scripts import translations


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """A copy of the translations that may be spoilt."""
    for file in (translations.TS, translations.TS.with_suffix(".qm")):
        shutil.copy(file, tmp_path / file.name)
    return tmp_path / translations.TS.name


def test_the_window_is_translated_and_up_to_date() -> None:
    assert translations.check() == []


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("<source>Light</source>", "<source>Bright</source>", "not in window_zh.ts"),
        ("<source>Light</source>", "<source>Bright</source>", "no longer used"),
        ("<translation>浅色</translation>", "<translation></translation>", "not translated"),
        (
            "<translation>浅色</translation>",
            '<translation type="unfinished">浅色</translation>',
            "not translated",
        ),
        (
            "<translation>已保存 {0}</translation>",
            "<translation>已保存</translation>",
            "placeholders",
        ),
        ("<translation>文件(&amp;F)</translation>", "<translation>文件</translation>", "mnemonic"),
        (
            "<translation>浅色</translation>",
            "<translation>亮色</translation>",
            "window_zh.qm is not",
        ),
    ],
)
def test_what_is_wrong_is_said(stored: Path, before: str, after: str, complaint: str) -> None:
    text = stored.read_text(encoding="utf-8")
    assert before in text
    stored.write_text(text.replace(before, after, 1), encoding="utf-8")
    assert any(complaint in line for line in translations.check(stored))


def test_the_exit_code_says_whether_all_is_well(
    stored: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert translations.main(["--check"]) == 0
    stored.with_suffix(".qm").unlink()
    monkeypatch.setattr(
        translations, "check", lambda: translations.__dict__["wrong"]({("C", "a", ""): None})
    )
    assert translations.main(["--check"]) == 1
    assert "not translated: C: 'a'" in capsys.readouterr().err


@pytest.mark.parametrize(
    "line",
    [
        "self.tr(f'{x}')",
        "f'{self.tr(\"inside\")}'",
        "self.tr(name)",
        "tr('pages', 'Overview')",
        "QCoreApplication.translate('pages', name)",
    ],
)
def test_labels_that_lupdate_does_not_see_are_found(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "page.py"
    file.write_text(f"class Page:\n    def f(self):\n        {line}\n", encoding="utf-8")
    monkeypatch.setattr(translations, "SOURCES", (file,))
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    assert "page.py:3" in translations.unseen({})[0]

"""Memory stays bounded: measured in a child process that reads files made to fill it."""

from pathlib import Path

import pytest

from tests import children
from tests.extraction import making

_CODE = """
import resource
from app.extraction.reading import extract
finish(extract(Path(sys.argv[1])))  # what is imported when it is used
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
finish(extract(Path(sys.argv[2])))
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""
# MB; what the files unfold to is many times that when it is held as a tree.
_MOST = 60


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        "<w:p>" + "<w:r/>" * 3_000_000 + "</w:p>",
        "<w:p><w:r><w:t>" + "A" * 60_000_000 + "</w:t></w:r></w:p>",
        "<w:p>" * 3_000_000,
    ],
    ids=["runs", "text", "depth"],
)
def test_a_document_made_to_fill_the_memory(tmp_path: Path, body: str) -> None:
    sound = making.docx(tmp_path / "sound.docx", ["甲"])
    bomb = making.archive(tmp_path / "a.docx", {"word/document.xml": making.word_xml(body)})
    (grown,) = children.run(_CODE, sound, bomb)
    assert int(grown) < _MOST

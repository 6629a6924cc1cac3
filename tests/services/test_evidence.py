import os
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from app.domain.steps import finish
from app.domain.vocabulary import EvidenceKind
from app.errors import UserError
from app.queries.evidence import evidence, evidence_list
from app.queries.history import history
from app.services.evidence import FileResult, Intake, Target, add_files, edit_evidence, remove
from app.services.evidence_links import link, unlink
from app.services.undo import redo, undo
from app.services.workbooks import Workbook
from app.store.vault import CHUNK

TODAY = date(2026, 1, 5)


def write(path: Path, content: str | bytes = "内容") -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def add(workbook: Workbook, target: Target, *paths: Path) -> Intake:
    return finish(add_files(workbook, paths, target))


def add_one(workbook: Workbook, path: Path, item: str = "N29-2.07") -> FileResult:
    (result,) = add(workbook, Target(item), path).files
    return result


def refusal(work: object, *args: object, **kwargs: object) -> str:
    with pytest.raises(UserError) as caught:
        work(*args, **kwargs)  # type: ignore[operator]
    return caught.value.code


def vault_files(workbook: Workbook) -> list[Path]:
    return [path for path in workbook.vault.folder.rglob("*") if path.is_file()]


def test_each_file_becomes_a_dossier_of_its_own(workbook: Workbook, tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{name}.pdf", name) for name in ("甲", "乙")]
    intake = add(workbook, Target("N29-2.07", locator=" 第3页 "), *paths)
    assert [(row.outcome, row.number) for row in intake.files] == [
        ("added", "2.07-01"),
        ("added", "2.07-02"),
    ]
    first, second = evidence_list(workbook, "N29-2.07")
    assert (first.title, second.title) == ("甲", "乙")
    assert [(file.name, file.size) for file in first.files] == [("甲.pdf", 3)]
    assert [(row.requirement_id, row.locator) for row in first.links] == [("N29-2.07", "第3页")]
    assert intake.changes.touches("evidence")
    assert history(workbook)[0].params == {
        "requirement": "N29-2.07",
        "count": 2,
        "names": ["甲.pdf", "乙.pdf"],
    }


def test_one_bad_file_does_not_hold_the_others_up(workbook: Workbook, tmp_path: Path) -> None:
    paths = [
        write(tmp_path / "甲.pdf"),
        tmp_path / "无.pdf",
        write(tmp_path / "空.pdf", ""),
        tmp_path,
        write(tmp_path / "乙.pdf", "乙"),
    ]
    intake = add(workbook, Target("N29-2.07"), *paths)
    assert [row.path for row in intake.files] == paths
    assert [(row.outcome, row.error and row.error.code) for row in intake.files] == [
        ("added", None),
        ("refused", "file.not-found"),
        ("refused", "file.empty"),
        ("refused", "file.folder"),
        ("added", None),
    ]
    assert len(evidence_list(workbook)) == 2


def test_only_bad_files_change_nothing(workbook: Workbook, tmp_path: Path) -> None:
    intake = add(workbook, Target("N29-2.07"), tmp_path / "无.pdf")
    assert not intake.changes
    assert len(history(workbook)) == 1


def test_the_same_bytes_are_linked_and_not_taken_twice(workbook: Workbook, tmp_path: Path) -> None:
    first = add_one(workbook, write(tmp_path / "甲.pdf"))
    other_name = write(tmp_path / "别名.pdf")
    linked = add_one(workbook, other_name, "N29-1.01")
    assert (linked.outcome, linked.number) == ("linked", first.number)
    assert add_one(workbook, other_name, "N29-1.01").outcome == "already-there"
    (row,) = evidence_list(workbook)
    assert [each.requirement_id for each in row.links] == ["N29-1.01", "N29-2.07"]
    assert len(vault_files(workbook)) == 1


def test_the_same_bytes_twice_in_one_go(workbook: Workbook, tmp_path: Path) -> None:
    intake = add(
        workbook, Target("N29-2.07"), write(tmp_path / "甲.pdf"), write(tmp_path / "乙.pdf")
    )
    assert [row.outcome for row in intake.files] == ["added", "already-there"]


def test_a_dossier_that_serves_already_is_found_before_others(
    workbook: Workbook, tmp_path: Path
) -> None:
    file = write(tmp_path / "甲.pdf")
    first = add_one(workbook, file, "N29-1.01")
    second = add_one(workbook, write(tmp_path / "乙.pdf", "乙"), "N29-2.07")
    add(workbook, Target(evidence_id=second.evidence_id), file)
    again = add_one(workbook, file, "N29-2.07")
    assert (again.outcome, again.number) == ("already-there", second.number)
    assert [row.requirement_id for row in evidence(workbook, first.number).links] == ["N29-1.01"]


def test_files_go_into_a_dossier_in_order_and_once(workbook: Workbook, tmp_path: Path) -> None:
    dossier = add_one(workbook, write(tmp_path / "正文.pdf")).evidence_id
    more = [write(tmp_path / f"附件{n}.pdf", str(n)) for n in range(2)]
    result = add(workbook, Target(evidence_id=dossier), *more, more[0])
    assert [row.outcome for row in result.files] == ["added", "added", "already-there"]
    names = [file.name for file in evidence(workbook, dossier).files]
    assert names == ["正文.pdf", "附件0.pdf", "附件1.pdf"]


def test_evidence_without_a_requirement(workbook: Workbook, tmp_path: Path) -> None:
    result = add(workbook, Target(title="未分类"), write(tmp_path / "甲.pdf")).files[0]
    row = evidence(workbook, result.evidence_id)
    assert (row.number, row.title, row.links) == ("0-01", "未分类", ())


def test_names_are_kept_as_text(workbook: Workbook, tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "Ăŭ材料.pdf")
    assert add_one(workbook, write(tmp_path / decomposed, "1")).outcome == "added"
    odd = Path(os.fsdecode(bytes(tmp_path) + b"/\xff\xfe.pdf"))
    assert add_one(workbook, write(odd, "2")).outcome == "added"
    assert add_one(workbook, write(tmp_path / "a\nb.pdf", "3")).outcome == "added"
    assert add_one(workbook, write(tmp_path / "=1+1.xlsx", "4")).outcome == "added"
    assert add_one(workbook, write(tmp_path / "  .pdf", "5")).outcome == "added"
    rows = evidence_list(workbook)
    assert [row.files[0].name for row in rows] == [
        "Ăŭ材料.pdf",
        "\ufffd\ufffd.pdf",
        "a\ufffdb.pdf",
        "=1+1.xlsx",
        "  .pdf",
    ]
    assert rows[-1].title == rows[-1].number


def test_numbers_are_never_given_again(workbook: Workbook, tmp_path: Path) -> None:
    files = iter(write(tmp_path / f"{n}.pdf", str(n)) for n in range(10))
    first = add_one(workbook, next(files))
    remove(workbook, [first.evidence_id], TODAY)
    assert add_one(workbook, next(files)).number == "2.07-02"
    undo(workbook)
    assert add_one(workbook, next(files)).number == "2.07-03"
    undo(workbook)
    redo(workbook)
    assert add_one(workbook, next(files)).number == "2.07-04"
    assert add_one(workbook, next(files), "N29-2.08").number == "2.08-01"
    assert [row.number for row in evidence_list(workbook)] == ["2.07-03", "2.07-04", "2.08-01"]


def test_numbers_are_sorted_as_numbers(workbook: Workbook, tmp_path: Path) -> None:
    paths = [write(tmp_path / f"{n}.pdf", str(n)) for n in range(101)]
    add(workbook, Target("N29-2.07"), *paths)
    numbers = [row.number for row in evidence_list(workbook)]
    assert (numbers[0], numbers[8], numbers[-1]) == ("2.07-01", "2.07-09", "2.07-101")


def test_cancelling_leaves_no_row_and_no_byte(workbook: Workbook, tmp_path: Path) -> None:
    known = write(tmp_path / "已有.pdf", "已有")
    add_one(workbook, known)
    paths = [known, write(tmp_path / "甲.pdf"), write(tmp_path / "大.bin", b"x" * 2 * CHUNK)]
    total = len(list(add_files(workbook, paths, Target("N29-1.01"))))
    undo(workbook)
    for path in (paths[1], paths[2]):  # what undo keeps for redo is in the way here
        path.write_bytes(path.read_bytes() + b"!")
    before = vault_files(workbook), evidence_list(workbook), len(history(workbook))
    for after in range(1, total):
        steps = add_files(workbook, paths, Target("N29-1.01"))
        for _ in range(after):
            next(steps)
        steps.close()
        assert (vault_files(workbook), evidence_list(workbook), len(history(workbook))) == before


def test_steps_go_from_none_to_all(workbook: Workbook, tmp_path: Path) -> None:
    paths = [write(tmp_path / "甲.pdf"), write(tmp_path / "大.bin", b"x" * 3 * CHUNK)]
    steps = list(add_files(workbook, paths, Target()))
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert (steps[0].done, steps[-1].done, steps[-1].total) == (0, 2000, 2000)
    assert {step.label for step in steps} == {"甲.pdf", "大.bin"}


def test_unknown_places_are_refused_before_a_byte_is_copied(
    workbook: Workbook, tmp_path: Path
) -> None:
    file = write(tmp_path / "甲.pdf")
    for target, code in (
        (Target("N29-9.99"), "requirement.unknown"),
        (Target(evidence_id="nobody"), "evidence.unknown"),
        (Target(title="长" * 201), "field.too-long"),
        (Target(locator="长" * 201), "field.too-long"),
    ):
        assert refusal(add, workbook, target, file) == code
    assert vault_files(workbook) == []


def test_a_dossier_that_goes_meanwhile_is_unknown(workbook: Workbook, tmp_path: Path) -> None:
    dossier = add_one(workbook, write(tmp_path / "甲.pdf")).evidence_id
    steps = add_files(workbook, [write(tmp_path / "乙.pdf", "乙")], Target(evidence_id=dossier))
    next(steps)
    remove(workbook, [dossier], TODAY)
    assert refusal(finish, steps) == "evidence.unknown"
    assert len(vault_files(workbook)) == 1


def test_describing_a_dossier(filled: Workbook) -> None:
    row = evidence_list(filled)[0]
    edit_evidence(filled, row.id, title=" 新名 ", document_number="浙政办发[2023]024号")
    edit_evidence(filled, row.id, kind=EvidenceKind.PLAN)
    changed = evidence(filled, row.number)
    assert (changed.title, changed.document_number) == ("新名", "浙政办发〔2023〕24号")
    assert changed.kind is EvidenceKind.PLAN
    assert refusal(edit_evidence, filled, row.id, title=" \n") == "evidence.title"
    assert refusal(edit_evidence, filled, "nobody", title="x") == "evidence.unknown"


@pytest.mark.parametrize(
    ("field", "limit"),
    [("title", 200), ("document_number", 100), ("issuing_body", 200), ("notes", 2000)],
)
def test_the_limits_of_a_dossier(filled: Workbook, field: str, limit: int) -> None:
    row = evidence_list(filled)[0]
    assert edit_evidence(filled, row.id, **{field: "字" * limit})  # type: ignore[misc]
    assert refusal(edit_evidence, filled, row.id, **{field: "字" * (limit + 1)}) == "field.too-long"


def test_linking_and_unlinking(filled: Workbook) -> None:
    row = evidence_list(filled, "N29-1.01")[0]
    assert link(filled, row.id, "N29-5.01", "第2页", "证明")
    assert not link(filled, row.id, "N29-5.01", "第2页", "证明")
    assert link(filled, row.id, "N29-5.01", "第9页", "证明")
    links = {each.requirement_id: each for each in evidence(filled, row.id).links}
    assert (links["N29-5.01"].locator, links["N29-5.01"].proves) == ("第9页", "证明")
    assert unlink(filled, row.id, "N29-5.01")
    assert not unlink(filled, row.id, "N29-5.01")
    assert refusal(link, filled, "nobody", "N29-5.01") == "evidence.unknown"
    assert refusal(link, filled, row.id, "N29-9.99") == "requirement.unknown"
    assert refusal(unlink, filled, "nobody", "N29-5.01") == "evidence.unknown"
    assert refusal(link, filled, row.id, "N29-5.01", "字" * 201) == "field.too-long"
    assert refusal(link, filled, row.id, "N29-5.01", "", "字" * 2001) == "field.too-long"


def test_removing_keeps_the_bytes_so_that_undo_is_complete(filled: Workbook) -> None:
    rows, files = evidence_list(filled), vault_files(filled)
    remove(filled, [row.id for row in rows], TODAY)
    assert evidence_list(filled) == []
    assert vault_files(filled) == files
    undo(filled)
    assert evidence_list(filled) == rows
    assert refusal(remove, filled, ["nobody"], TODAY) == "evidence.unknown"
    assert not remove(filled, [], TODAY)


def test_a_picture_is_a_photograph(workbook: Workbook, tmp_path: Path) -> None:
    for name in ("粘贴的图片 2025-06-01 10.00.00.png", "荣誉证书.jpg", "说明.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    paths = sorted(tmp_path.glob("*.*"))
    finish(add_files(workbook, paths, Target("N29-4.01")))
    assert {row.files[0].name.rpartition(".")[2]: row.kind for row in evidence_list(workbook)} == {
        "png": EvidenceKind.PHOTOGRAPH,
        "jpg": EvidenceKind.AWARD,
        "txt": EvidenceKind.OTHER,
    }

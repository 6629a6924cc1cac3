"""Files and folders are looked at, nothing is written; then what was chosen is done, or nothing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.steps import finish
from app.domain.vocabulary import EvidenceKind
from app.errors import UserError
from app.queries.evidence import EvidenceRow, evidence, evidence_list
from app.queries.history import history
from app.queries.verification import verify
from app.services.evidence import Intake, Target, remove
from app.services.intake.item import Choice, Item
from app.services.intake.survey import survey
from app.services.intake.taking import take
from app.services.undo import redo, undo
from app.services.workbooks import Workbook
from tests.conftest import Make
from tests.state import tables

TODAY = date(2026, 1, 5)


def look(workbook: Workbook, *paths: Path, target: Target | None = None) -> tuple[Item, ...]:
    return finish(survey(workbook, paths, target or Target()))


def done(workbook: Workbook, *items: Item) -> Intake:
    return finish(take(workbook, items))


def outcomes(intake: Intake) -> list[tuple[str, str]]:
    return [(result.outcome, result.number) for result in intake.files]


def codes(intake: Intake) -> list[str]:
    return [result.error.code if result.error else "" for result in intake.files]


def stored(workbook: Workbook) -> list[str]:
    return sorted(file.name for file in workbook.vault.folder.rglob("*") if file.is_file())


def row(workbook: Workbook, number: str) -> EvidenceRow:
    return evidence(workbook, number)


# -- looking


def test_looking_writes_nothing(filled: Workbook, make: Make) -> None:
    before = tables(filled), stored(filled), history(filled)
    items = look(filled, make("2.07 团体标准/甲.txt"), make("乙.txt"))
    assert len(items) == 2
    assert (tables(filled), stored(filled), history(filled)) == before


def test_names_of_folders_propose_the_requirement(workbook: Workbook, make: Make) -> None:
    make("佐证/二、标准供给/（七）团体标准/名单.txt")
    make("佐证/2.08 其他/浙政办发〔2023〕24号 实施方案.txt")
    make("佐证/9.99 没有/甲.txt")
    items = look(workbook, make("佐证/甲.txt").parent)
    assert {item.place[-1]: item.requirement_id for item in items} == {
        "名单.txt": "N29-2.07",
        "浙政办发〔2023〕24号 实施方案.txt": "N29-2.08",
        "甲.txt": "",
    }
    plan = next(item for item in items if "方案" in item.title)
    assert (plan.title, plan.document_number) == ("实施方案", "浙政办发〔2023〕24号")
    assert plan.kind is EvidenceKind.PLAN


def test_where_files_are_dropped_goes_before_what_folders_say(
    workbook: Workbook, make: Make
) -> None:
    (item,) = look(workbook, make("2.07 团体/甲.txt").parent, target=Target("N29-1.01"))
    assert item.requirement_id == "N29-1.01"


def test_the_same_bytes_are_offered_for_linking(filled: Workbook, make: Make) -> None:
    again = make("改名.txt", "现场照片说明\n")
    (item,) = look(filled, again, target=Target("N29-4.01"))
    assert (item.choice, [held.number for held in item.same]) == (Choice.LINK, ["2.07-01"])
    assert item.choices == (Choice.LINK, Choice.SKIP)
    (there,) = look(filled, again, target=Target("N29-2.07"))
    assert there.choice is Choice.SKIP
    assert outcomes(done(filled, item)) == [("linked", "2.07-01")]
    assert [link.requirement_id for link in row(filled, "2.07-01").links] == [
        "N29-2.07",
        "N29-4.01",
    ]


def test_the_same_name_is_offered_as_a_newer_edition(filled: Workbook, make: Make) -> None:
    newer = make("现场.txt", "第二版")
    (item,) = look(filled, newer, target=Target("N29-2.07"))
    assert (item.choice, [held.number for held in item.former]) == (Choice.EDITION, ["2.07-01"])
    assert item.choices == (Choice.TAKE, Choice.EDITION, Choice.SKIP)
    (elsewhere,) = look(filled, newer, target=Target("N29-4.01"))
    assert elsewhere.choice is Choice.TAKE


def test_what_lies_in_the_bin_is_not_there(filled: Workbook, make: Make) -> None:
    remove(filled, [row(filled, "2.07-01").id], TODAY)
    same, named = look(filled, make("甲.txt", "现场照片说明\n"), make("现场.txt", "别的"))
    assert (same.same, named.former) == ((), ())


def test_files_of_one_batch_with_the_same_bytes(workbook: Workbook, make: Make) -> None:
    first, second = look(
        workbook, make("2.07 甲/名单.txt", "一样"), make("2.08 乙/名单.txt", "一样")
    )
    assert (first.choice, second.choice, second.twin) == (Choice.TAKE, Choice.SKIP, "名单.txt")
    items = look(workbook, first.path.parents[1])
    assert [item.choice for item in items] == [Choice.TAKE, Choice.LINK]
    assert outcomes(done(workbook, *items)) == [("added", "2.07-01"), ("linked", "2.07-01")]


def test_what_cannot_be_read_is_a_row_with_its_reason(workbook: Workbook, make: Make) -> None:
    make("空.txt", "")
    (make("甲.txt").parent / "链接.txt").symlink_to("/etc/hostname")
    items = look(workbook, make("甲.txt").parent)
    assert [(item.place[-1], item.error.code if item.error else "") for item in items] == [
        ("甲.txt", ""),
        ("空.txt", "file.empty"),
        ("链接.txt", "file.link"),
    ]
    assert items[1].choices == ()


def test_unknown_places_are_refused(workbook: Workbook, make: Make) -> None:
    for target, code in (
        (Target("N29-9.99"), "requirement.unknown"),
        (Target(evidence_id="nobody"), "evidence.unknown"),
    ):
        with pytest.raises(UserError) as caught:
            look(workbook, make("甲.txt"), target=target)
        assert caught.value.code == code


# -- taking


def test_what_was_decided_is_what_is_written(workbook: Workbook, make: Make) -> None:
    (item,) = look(workbook, make("甲.txt"))
    decided = replace(
        item,
        title=" 实施方案 ",
        kind=EvidenceKind.PLAN,
        document_number="浙政办发[2023]024号",
        issuing_body="省政府办公厅",
        formed_on=date(2023, 3, 27),
        requirement_id="N29-2.07",
    )
    assert outcomes(done(workbook, decided)) == [("added", "2.07-01")]
    made = row(workbook, "2.07-01")
    assert (made.title, made.kind, made.document_number) == (
        "实施方案",
        EvidenceKind.PLAN,
        "浙政办发〔2023〕24号",
    )
    assert (made.issuing_body, made.formed_on) == ("省政府办公厅", date(2023, 3, 27))
    assert [link.requirement_id for link in made.links] == ["N29-2.07"]
    assert made.files[0].name == "甲.txt"


def test_both_editions_are_kept(filled: Workbook, make: Make) -> None:
    before = tables(filled)
    former = row(filled, "2.07-01").files[0]
    for number in (2, 3):
        (item,) = look(filled, make("现场.txt", f"第{number}版"), target=Target("N29-2.07"))
        assert outcomes(done(filled, item)) == [("edition", "2.07-01")]
    made = row(filled, "2.07-01")
    assert [(file.name, file.edition) for file in made.files] == [("现场.txt", 3)]
    assert [file.edition for file in made.earlier] == [1, 2]
    assert made.earlier[0].sha256 == former.sha256
    verification = finish(verify(filled))
    assert (verification.ok, verification.checked, verification.surplus) == (True, 5, ())
    undo(filled)
    undo(filled)
    assert tables(filled) == before
    redo(filled)
    redo(filled)
    assert row(filled, "2.07-01") == made


def test_an_edition_also_serves_where_it_was_dropped(filled: Workbook, make: Make) -> None:
    (item,) = look(filled, make("现场.txt", "第二版"), target=Target("N29-4.01"))
    done(filled, replace(item, choice=Choice.EDITION))
    assert [link.requirement_id for link in row(filled, "2.07-01").links] == [
        "N29-2.07",
        "N29-4.01",
    ]


def test_two_newer_editions_of_one_file_in_a_batch(filled: Workbook, make: Make) -> None:
    items = look(filled, make("甲/现场.txt", "第二版"), make("乙/现场.txt", "另一版"))
    assert [item.choice for item in items] == [Choice.EDITION, Choice.EDITION]
    intake = done(filled, *items)
    assert [result.outcome for result in intake.files] == ["edition", "edition"]
    kept = row(filled, "2.07-01")
    assert [file.sha256 for file in kept.files] == [items[1].sha256]
    assert sorted(file.edition for file in (*kept.files, *kept.earlier)) == [1, 2, 3]
    # The later day is in force, whatever the order of the folders.
    second, third = (
        replace(item, formed_on=date(2024, month, 1))
        for item, month in zip(
            look(filled, make("丙/现场.txt", "三"), make("丁/现场.txt", "四")), (5, 2), strict=True
        )
    )
    done(filled, second, third)
    assert [file.sha256 for file in row(filled, "2.07-01").files] == [second.sha256]
    assert finish(verify(filled)).surplus == ()


def test_two_files_of_one_name_in_a_batch(workbook: Workbook, make: Make) -> None:
    old = make("旧/2.07 甲/方案.txt", "第一稿")
    make("新/2.07 甲/方案.txt", "第二稿")
    make("新/2.08 乙/方案.txt", "别的要求项")
    named = {"/".join(item.path.parts[-3:-1]): item for item in look(workbook, old.parents[2])}
    newer, older = named["新/2.07 甲"], named["旧/2.07 甲"]
    assert (newer.namesake, older.namesake) == (older.key, newer.key)
    assert named["新/2.08 乙"].namesake == ""
    assert (newer.choice, newer.choices) == (
        Choice.TAKE,
        (Choice.TAKE, Choice.EDITION, Choice.SKIP),
    )
    newer = replace(newer, choice=Choice.EDITION)
    # Before the one that it follows, as folders may have it.
    intake = done(workbook, newer, older)
    assert outcomes(intake) == [("edition", "2.07-01"), ("added", "2.07-01")]
    kept = row(workbook, "2.07-01")
    assert [(file.sha256, file.edition) for file in (*kept.files, *kept.earlier)] == [
        (newer.sha256, 2),
        (older.sha256, 1),
    ]


def test_what_nothing_is_left_to_follow_is_refused(workbook: Workbook, make: Make) -> None:
    items = look(
        workbook, make("旧/甲.txt", "1"), make("新/甲.txt", "2"), target=Target("N29-2.07")
    )
    intake = done(workbook, *(replace(item, choice=Choice.EDITION) for item in items))
    assert codes(intake) == ["intake.nothing-to-follow"] * 2
    assert finish(verify(workbook)).surplus == ()


def test_skipped_and_refused_files_leave_no_bytes(workbook: Workbook, make: Make) -> None:
    taken, skipped, unknown, long = look(
        workbook, *(make(f"{name}.txt") for name in ("甲", "乙", "丙", "丁"))
    )
    intake = done(
        workbook,
        taken,
        replace(skipped, choice=Choice.SKIP),
        replace(unknown, requirement_id="N29-9.99"),
        replace(long, title="长" * 201),
    )
    assert [result.outcome for result in intake.files] == [
        "added",
        "skipped",
        "refused",
        "refused",
    ]
    assert codes(intake)[2:] == ["requirement.unknown", "field.too-long"]
    assert stored(workbook) == [taken.sha256]


def test_what_is_left_out_says_where_it_is(filled: Workbook, make: Make) -> None:
    twin, first, same, other = look(
        filled,
        make("甲/1.txt", "一样"),
        make("乙/1.txt", "一样"),
        make("改名.txt", "联席会议第一次会议纪要\n"),
        make("另.txt"),
    )
    # As in the table, where what needs a look comes before what it is the same as.
    intake = done(
        filled,
        replace(twin, choice=Choice.SKIP, title="一"),
        same,
        replace(other, choice=Choice.SKIP),
        replace(first, choice=Choice.TAKE),
    )
    assert [result.outcome for result in intake.files] == ["skipped", "skipped", "skipped", "added"]
    number = intake.files[3].number
    assert [result.number for result in intake.files] == [number, "1.01-01", "", number]
    assert [bool(result.reason) for result in intake.files] == [True, True, False, False]


def test_a_file_is_linked_with_what_comes_later_in_the_batch(
    workbook: Workbook, make: Make
) -> None:
    first, second = look(
        workbook, make("2.07 甲/1.txt", "一样").parent, make("2.08 乙/2.txt", "一样").parent
    )
    intake = done(workbook, second, first)
    assert [result.outcome for result in intake.files] == ["linked", "added"]
    assert len(evidence_list(workbook)) == 1


def test_a_file_that_changed_since_is_refused(workbook: Workbook, make: Make) -> None:
    first, second, gone = look(workbook, *(make(f"{name}.txt") for name in ("甲", "乙", "丙")))
    first.path.write_text("乙.txt", encoding="utf-8")  # now the same as the second
    gone.path.unlink()
    intake = done(workbook, first, second, gone)
    assert codes(intake) == ["file.changed", "", "file.not-found"]
    assert stored(workbook) == [second.sha256]
    assert finish(verify(workbook)).ok


def test_linking_what_was_not_taken_is_refused(workbook: Workbook, make: Make) -> None:
    items = look(
        workbook, make("2.07 甲/1.txt", "一样").parent, make("2.08 乙/2.txt", "一样").parent
    )
    intake = done(workbook, replace(items[0], choice=Choice.SKIP), items[1])
    assert codes(intake) == ["", "intake.nothing-to-link"]
    assert not intake.changes


def test_files_into_a_dossier(filled: Workbook, make: Make) -> None:
    target = Target(evidence_id=row(filled, "2.07-01").id)
    same, newer, other = look(
        filled,
        make("改名.txt", "现场照片说明\n"),
        make("现场.txt", "第二版"),
        make("实施方案.txt", "别的方案"),
        target=target,
    )
    assert (same.choice, same.choices) == (Choice.SKIP, (Choice.SKIP,))
    assert newer.choice is Choice.EDITION
    assert (other.former, other.choice) == ((), Choice.TAKE)
    intake = done(filled, same, newer, other)
    assert [result.outcome for result in intake.files] == ["skipped", "edition", "added"]
    files = row(filled, "2.07-01").files
    assert [(file.name, file.edition) for file in files] == [("现场.txt", 2), ("实施方案.txt", 1)]
    assert len(evidence_list(filled)) == 2


def test_all_is_one_operation(filled: Workbook, make: Make) -> None:
    before, count = tables(filled), len(history(filled))
    items = look(
        filled,
        make("2.07 甲/现场.txt", "第二版").parent,
        make("新.txt"),
        make("改名.txt", "联席会议第一次会议纪要\n"),
    )
    intake = done(filled, *items)
    assert intake.changes.kind == "evidence.intake"
    assert len(history(filled)) == count + 1
    undo(filled)
    assert tables(filled) == before


def test_stopping_anywhere_leaves_nothing(filled: Workbook, make: Make) -> None:
    items = look(
        filled,
        make("现场.txt", "第二版"),
        *(make(f"2.07 甲/{n}.txt") for n in range(4)),
        make("又.txt", "现场照片说明\n"),
        target=Target("N29-4.01"),
    )
    items = tuple(replace(item, choice=Choice.EDITION) if item.former else item for item in items)
    before = tables(filled), stored(filled), len(history(filled))
    total = sum(1 for _ in take(filled, items))
    undo(filled)
    # What undo keeps for redo is in the way here.
    for sha256 in set(stored(filled)) - set(before[1]):
        filled.vault.path(sha256).chmod(0o600)
        filled.vault.path(sha256).unlink()
    count = len(history(filled))
    for after in range(total):
        steps = take(filled, items)
        for _ in range(after):
            next(steps)
        steps.close()
        assert (tables(filled), stored(filled)) == before[:2]
        assert len(history(filled)) == count
        assert not list((filled.vault.folder / ".incoming").glob("*"))


def test_a_workbook_that_cannot_be_written_is_not(filled: Workbook, make: Make) -> None:
    items = look(filled, make("甲.txt"))
    filled.read_only_reason = "medium"
    with pytest.raises(UserError, match=r"workbook\.read-only"):
        done(filled, *items)
    assert len(stored(filled)) == 3

from app.domain.changes import Changes
from app.domain.steps import Step, Steps, finish, scaled


def test_finish_runs_to_the_end_and_returns_the_result() -> None:
    seen = []

    def work() -> Steps[str]:
        for done in range(3):
            seen.append(done)
            yield Step(done, 3)
        return "result"

    assert finish(work()) == "result"
    assert seen == [0, 1, 2]


def test_changes_know_their_tables() -> None:
    changes = Changes("id", "answer.edit", {}, frozenset({("response", "r")}))
    assert changes
    assert changes.touches("pilot", "response")
    assert not changes.touches("pilot")
    assert not Changes()


def test_the_steps_of_a_part_are_part_of_all() -> None:
    def work() -> Steps[str]:
        yield Step(1, 2, "half")
        yield Step(2, 2, "all")
        return "done"

    steps = scaled(work(), 100, 200, 1000)
    assert list(steps) == [Step(150, 1000, "half"), Step(200, 1000, "all")]
    assert finish(scaled(work(), 0, 1, 2)) == "done"
    assert next(scaled(work(), 0, 2, 2, "other")) == Step(1, 2, "other")


def test_a_part_of_unknown_length_may_stand_at_one_place() -> None:
    def work() -> Steps[str]:
        yield Step(7, 0, "page")
        return "done"

    assert list(scaled(work(), 3, 3, 10, "file")) == [Step(3, 10, "file")]

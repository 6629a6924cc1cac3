from app.domain.changes import Changes
from app.domain.steps import Step, Steps, finish


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

from app.views.library.trail import Trail


def test_nowhere_yet() -> None:
    trail = Trail()
    assert (trail.current, trail.back(), trail.forward()) == ("", "", "")
    assert not trail.can_go_back
    assert not trail.can_go_forward
    trail.visit("a")
    assert trail.current == "a"
    assert not trail.can_go_back


def test_back_and_forward() -> None:
    trail = Trail()
    for key in ("a", "b", "b", "c"):
        trail.visit(key)
    assert [trail.back(), trail.back(), trail.back()] == ["b", "a", "a"]
    assert not trail.can_go_back
    assert [trail.forward(), trail.forward(), trail.forward()] == ["b", "c", "c"]
    assert not trail.can_go_forward


def test_going_on_forgets_what_lay_ahead() -> None:
    trail = Trail()
    for key in ("a", "b", "c"):
        trail.visit(key)
    trail.back()
    trail.visit("d")
    assert not trail.can_go_forward
    assert [trail.back(), trail.back()] == ["b", "a"]


def test_a_long_walk_is_remembered_in_part() -> None:
    trail = Trail()
    for number in range(1000):
        trail.visit(str(number))
    steps = 0
    while trail.can_go_back:
        trail.back()
        steps += 1
    assert steps == 199
    assert trail.current == "800"

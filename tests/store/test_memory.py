import gc

import pytest

from app.store.memory import collection_paused


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_afterwards_as_it_was(enabled: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        with pytest.raises(ZeroDivisionError), collection_paused():
            int(not gc.isenabled()) / 0
        assert gc.isenabled() == enabled
    finally:
        (gc.enable if before else gc.disable)()

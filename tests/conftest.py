"""What tests of several folders share: how laws are tried and work is counted, a browser, these modules.

``KOPSURAT_EXAMPLES=5000 pytest tests/contacts -k laws`` tries each law that often.
"""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

sys.path.insert(0, str(Path(__file__).parent))
settings.register_profile(
    "kopsurat",
    deadline=None,  # a law holds on any machine, however slow
    max_examples=int(os.environ.get("KOPSURAT_EXAMPLES", "100")),
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.differing_executors,  # mutmut runs a test again in the same process
    ],
)
settings.load_profile("kopsurat")

_QUIET = {
    "app.update.auto": False,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}


@pytest.fixture(scope="session")
def count_calls() -> Callable[[Callable[[], object]], int]:
    """Return what counts the calls of an action: a measure of its work that is the same everywhere."""

    def count(action: Callable[[], object]) -> int:
        calls = 0

        def profile(_frame: object, event: str, _argument: object) -> None:
            nonlocal calls
            calls += event in {"call", "c_call"}

        gc.disable()  # what is told when it runs would be counted too
        sys.setprofile(profile)
        try:
            action()
        finally:
            sys.setprofile(None)
            gc.enable()
        return calls

    return count


def _free_port() -> int:
    """Return a port of the moment: workers side by side must not drive each other's browser."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def start_firefox(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Any]:
    """Return a context manager that runs Firefox with a profile of its own and the given preferences."""

    @contextlib.contextmanager
    def start(preferences: Mapping[str, Any]) -> Iterator[Any]:
        browser = shutil.which("firefox-esr") or shutil.which("firefox")
        if browser is None:
            if os.environ.get("CI"):
                pytest.fail("firefox-esr is not installed")
            pytest.skip("firefox-esr is not installed")
        from marionette_driver.marionette import Marionette

        client = Marionette(
            bin=browser,
            port=_free_port(),
            headless=True,
            prefs=_QUIET | dict(preferences),
            startup_timeout=120,
            gecko_log=str(tmp_path_factory.mktemp("firefox") / "gecko.log"),
        )
        client.start_session()
        yield client
        client.delete_session()
        client.cleanup()

    return start

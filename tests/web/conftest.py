"""A local server that plays the office's site, and a real Chromium that visits it."""

from __future__ import annotations

import http.server
import os
import pathlib
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "site"))

MEDIA = {"html": "text/html", "js": "text/javascript", "svg": "image/svg+xml"}


@dataclass
class Server:
    """Serves files from memory; ``lines`` is its log."""

    port: int
    files: dict[str, bytes] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    is_up: bool = True


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server(port=0)

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            state.lines.append(self.requestline)
            state.lines.extend(f"{name}: {value}" for name, value in self.headers.items())
            path = self.path.lstrip("/")
            content = state.files.get(path + "index.html" if path.endswith("/") or not path else path)
            if not state.is_up:
                self.connection.close()
                return
            self.send_response(200 if content is not None else 404)
            self.send_header("Content-Type", MEDIA.get(path.rpartition(".")[2], "text/html"))
            self.send_header("Content-Length", str(len(content or b"")))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_parts: object) -> None:
            pass

    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.port = httpd.server_address[1]
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield state
    httpd.shutdown()
    httpd.server_close()
    thread.join()


@pytest.fixture
def visit(server: Server, tmp_path: pathlib.Path) -> Iterator[Callable[..., object]]:
    """Open the site in Chromium under the name of the office's host: ``visit(files, "/v/#…") -> driver``."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    browser, driver_path = shutil.which("chromium"), shutil.which("chromedriver")
    if browser is None or driver_path is None:
        if os.environ.get("CI"):
            pytest.fail("chromium and chromium-driver are not installed")
        pytest.skip("chromium and chromium-driver are not installed")
    host = f"http://sukamaju.desa.id:{server.port}"
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for flag in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--window-size=500,900",
        f"--user-data-dir={tmp_path / 'profile'}",
        "--host-resolver-rules=MAP *.desa.id 127.0.0.1",
        f"--unsafely-treat-insecure-origin-as-secure={host},http://palsu.desa.id:{server.port}",
    ):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=Service(driver_path))
    driver.set_page_load_timeout(30)

    def open_page(files: Mapping[str, bytes], path: str, *, name: str = "sukamaju.desa.id") -> object:
        server.files = dict(files)
        driver.get(f"http://{name}:{server.port}{path}")
        return driver

    yield open_page
    driver.quit()

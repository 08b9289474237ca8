"""The ASGI application: the same files, and an upload check with limits."""

from __future__ import annotations

import asyncio
import threading

import httpx
import pytest
from site_builders import NOW, a_key_list, a_seal, an_office, lists

from kopsurat.seal.trust import Trust
from kopsurat.seal.verdict import Answer, Kind, Verdict
from kopsurat.site import build_site
from kopsurat.site.asgi import create_app

PDF = b"%PDF-1.7 a letter"
VERDICT = Verdict(kind=Kind.NOT_A_SEAL, intact=Answer.UNKNOWN)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return build_site(an_office(), keys=a_key_list(), lists=lists(a_seal()))


def ask(files, *requests, check=lambda *_args, **_options: VERDICT, **options):
    """Send requests at the same time; return their answers."""
    app = create_app(files, trust=Trust.load(a_key_list()), clock=lambda: NOW, check=check, **options)

    async def run():
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="https://sukamaju.desa.id") as client:
            return await asyncio.gather(*(client.request(*request[:2], **request[2]) for request in requests))

    return asyncio.run(run())


def upload(content: bytes, **headers: str):
    return "POST", "/periksa", {"content": content, "headers": headers}


def test_every_file_of_the_site_is_served_as_it_is(files) -> None:
    answers = ask(files, *(("GET", f"/{name}", {}) for name in files))
    assert [answer.content for answer in answers] == list(files.values())
    assert {answer.status_code for answer in answers} == {200}
    assert all(answer.headers["x-content-type-options"] == "nosniff" for answer in answers)


@pytest.mark.parametrize("address", ["/v", "/v/"])
def test_the_page_answers_with_and_without_its_slash(files, address: str) -> None:
    (answer,) = ask(files, ("GET", address, {}))
    assert answer.content == files["v/index.html"]
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_verifiers_elsewhere_may_read_the_lists_and_nothing_else(files) -> None:
    keys, page = ask(files, ("GET", "/.well-known/kopsurat/keys.json", {}), ("GET", "/v/", {}))
    assert keys.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in page.headers


def test_an_upload_is_answered_with_its_verdict(files) -> None:
    seen = []

    def check(data, *, trust, at):
        seen.append((data, at, trust.sources[0].offices[0].host))
        return VERDICT

    (answer,) = ask(files, upload(PDF), check=check)
    assert answer.json() == VERDICT.to_json()
    assert seen == [(PDF, NOW, "sukamaju.desa.id")]


@pytest.mark.parametrize(
    ("content", "headers", "status", "code"),
    [
        (PDF + b" " * 100, {}, 413, "upload-too-large"),
        (PDF, {"content-length": "999999999"}, 413, "upload-too-large"),
        (PDF, {"content-length": "x"}, 413, "upload-too-large"),
        (b"MZ program", {}, 415, "upload-kind-unknown"),
        (b"", {}, 415, "upload-kind-unknown"),
    ],
)
def test_an_upload_outside_the_limits_is_refused_in_both_languages(
    files, content: bytes, headers, status: int, code: str
) -> None:
    (answer,) = ask(files, upload(content, **headers), max_upload=100)
    assert answer.status_code == status
    assert answer.json()["code"] == code
    assert set(answer.json()["message"]) == {"id", "en"}


def test_a_body_that_grows_past_what_it_declared_is_cut_off(files) -> None:
    async def growing():
        for _ in range(100):
            yield PDF * 10

    (answer,) = ask(files, ("POST", "/periksa", {"content": growing()}), max_upload=1000)
    assert answer.status_code == 413


def test_a_check_that_takes_too_long_is_given_up_and_keeps_its_place(files) -> None:
    release = threading.Event()

    def slow(*_args, **_options):
        release.wait(5)
        return VERDICT

    threading.Timer(0.5, release.set).start()
    answers = ask(files, *(upload(PDF) for _ in range(4)), check=slow, check_seconds=0.05)
    assert sorted(answer.status_code for answer in answers) == [429, 429, 503, 503]


def test_only_the_upload_address_takes_uploads(files) -> None:
    posted, fetched = ask(files, ("POST", "/v/", {}), ("GET", "/periksa", {}))
    assert (posted.status_code, fetched.status_code) == (405, 405)

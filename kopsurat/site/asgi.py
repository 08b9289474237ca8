"""The site as an ASGI application, for systems that want to mount it: the same files, and an upload check.

Owner of Starlette (extra ``asgi``). The upload check is the only thing that a static host cannot do;
it keeps nothing and logs nothing of what it is given.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from kopsurat.arguments import expect
from kopsurat.errors import MissingExtra
from kopsurat.messages import explain
from kopsurat.seal.trust import Trust

if TYPE_CHECKING:
    from kopsurat.seal.verdict import Verdict

try:
    from starlette.applications import Starlette
    from starlette.requests import ClientDisconnect, Request
    from starlette.responses import JSONResponse, Response
    from starlette.routing import Route
except ImportError as missing:
    raise MissingExtra("extra-missing", extra="asgi") from missing

__all__ = ["MAX_UPLOAD", "create_app"]

MAX_UPLOAD: Final = 10_000_000
"""Bytes of the largest file that is checked: a phone photo with room to spare."""
_CHECK_SECONDS: Final = 20.0
_UPLOAD_SECONDS: Final = 60.0
_AT_ONCE: Final = 2
_MEDIA: Final = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
    "vcf": "text/vcard; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_KINDS: Final = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff")
_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def create_app(
    files: Mapping[str, bytes],
    *,
    trust: Trust,
    clock: Callable[[], dt.datetime] = _now,
    check: Callable[..., Verdict] | None = None,
    max_upload: int = MAX_UPLOAD,
    check_seconds: float = _CHECK_SECONDS,
) -> Starlette:
    """Return an application that serves the files of :func:`build_site` and checks uploads.

    ``POST /periksa`` takes a PDF, DOCX, PNG or JPEG as the request's body and answers the JSON of the
    :class:`Verdict`. Too large is 413, another kind 415, too slow 503, too many at once 429; each
    answer carries ``code`` and sentences in both languages. ``check`` is :func:`verify_file` unless
    given.
    """
    expect(files, Mapping, "files")
    expect(trust, Trust, "trust")
    expect(clock, Callable, "clock")
    expect(check, Callable | None, "check")
    expect(max_upload, int, "max_upload")
    expect(check_seconds, int | float, "check_seconds")
    if check is None:
        from kopsurat.scanning import verify_file

        check = verify_file
    desk = _Desk(check, trust, clock, max_upload, check_seconds)
    routes = [
        Route("/periksa", desk.answer, methods=["POST"]),
        *(Route(address, _serve(content, name)) for name, content in files.items() for address in _at(name)),
    ]
    return Starlette(routes=routes)


def _at(name: str) -> tuple[str, ...]:
    """Return the addresses of a file: a folder's page answers with and without its last slash."""
    if not name.endswith("index.html"):
        return (f"/{name}",)
    folder = "/" + name.removesuffix("index.html")
    return (folder, folder.rstrip("/"), f"/{name}") if folder != "/" else ("/", "/index.html")


def _serve(content: bytes, name: str) -> Any:  # noqa: ANN401 - an ASGI endpoint
    headers = dict(_HEADERS)
    if name.startswith(".well-known/"):
        headers["Access-Control-Allow-Origin"] = "*"  # verifiers elsewhere read the lists, which are public
    media = _MEDIA.get(name.rpartition(".")[2], "application/octet-stream")

    def endpoint(_request: Request) -> Response:
        return Response(content, media_type=media, headers=headers)

    return endpoint


class _Refused(Exception):
    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code


class _Desk:
    """Checks uploads, a few at a time, each within a limit of size and time."""

    def __init__(
        self,
        check: Callable[..., Verdict],
        trust: Trust,
        clock: Callable[[], dt.datetime],
        max_upload: int,
        check_seconds: float,
    ) -> None:
        self._check = check
        self._trust = trust
        self._clock = clock
        self._max_upload = max_upload
        self._seconds = check_seconds
        self._busy = 0

    async def answer(self, request: Request) -> Response:
        """Answer one upload."""
        try:
            verdict = await self._verdict(request)
        except _Refused as refused:
            sentences = {lang: explain(refused.code, lang) for lang in ("id", "en")}
            return JSONResponse(
                {"code": refused.code, "message": sentences}, status_code=refused.status, headers=_HEADERS
            )
        return JSONResponse(verdict.to_json(), headers=_HEADERS)

    async def _verdict(self, request: Request) -> Verdict:
        if self._busy >= _AT_ONCE:
            raise _Refused(429, "upload-too-many")
        # A check that outlives its time keeps its place until its thread ends: checks cannot pile up.
        self._busy += 1
        try:
            data = await self._body(request)
        except BaseException:
            self._busy -= 1
            raise
        work = asyncio.get_running_loop().run_in_executor(None, self._run, data)
        work.add_done_callback(self._free)
        try:
            return await asyncio.wait_for(asyncio.shield(work), self._seconds)
        except TimeoutError:
            raise _Refused(503, "upload-too-slow") from None

    def _run(self, data: bytes) -> Verdict:
        return self._check(data, trust=self._trust, at=self._clock())

    def _free(self, work: asyncio.Future[Verdict]) -> None:
        self._busy -= 1
        if not work.cancelled():
            work.exception()  # an error after the time limit has nobody left to read it

    async def _body(self, request: Request) -> bytes:
        declared = request.headers.get("content-length", "0")
        if not declared.isdigit() or int(declared) > self._max_upload:
            raise _Refused(413, "upload-too-large")
        data = bytearray()
        try:
            async with asyncio.timeout(_UPLOAD_SECONDS):
                async for chunk in request.stream():
                    data += chunk
                    if len(data) > self._max_upload:
                        raise _Refused(413, "upload-too-large")
        except (TimeoutError, ClientDisconnect):
            raise _Refused(408, "upload-too-slow") from None
        if not data.startswith(_KINDS):
            raise _Refused(415, "upload-kind-unknown")
        return bytes(data)

"""Make ``verify.min.js`` from the page's two scripts with terser (npm), and note what it was made from.

Run ``python docs/tools/build_page.py`` after every change of ``core.js`` or ``page.js``.
"""

from __future__ import annotations

import hashlib
import pathlib
import shutil
import subprocess

ASSETS = pathlib.Path(__file__).parents[2] / "kopsurat" / "site" / "assets"
OWN_NAMES = (
    "asksStatus|checkKeyList|cose|judge|judgeCode|knownKeys|listed|looksLikeLink|parseEnvelope|parseLink"
)
COMPRESS = "ecma=2018,passes=3,unsafe_arrows=true,unsafe_methods=true,toplevel=true"


def sources() -> bytes:
    """Return the two scripts, one after the other."""
    return b"".join((ASSETS / name).read_bytes() for name in ("core.js", "page.js"))


def main() -> None:
    """Write the built script."""
    npx = shutil.which("npx")
    if npx is None:
        raise SystemExit("npx (Node.js) is needed to build the page")
    command = [npx, "--yes", "terser@5", "--compress", COMPRESS, "--mangle", "toplevel=true"]
    command += ["--mangle-props", f"regex=/^({OWN_NAMES})$/", "--ecma", "2018"]
    answer = subprocess.run(command, input=sources(), capture_output=True, check=True)  # noqa: S603
    built = answer.stdout.strip()
    digest = hashlib.sha256(sources()).hexdigest()[:16]
    (ASSETS / "verify.min.js").write_bytes(b"/*" + digest.encode() + b"*/" + built + b"\n")


if __name__ == "__main__":
    main()

"""The validator of Microsoft's Open XML SDK, run from packages of PyPI: ``python open_xml_sdk.py FILE…``.

``pip install -e ".[sdk]"`` brings pythonnet, a .NET 8 runtime (inside python-redlines-ooxmlpowertools) and
the libraries of the SDK (inside powerpoint-commenter). Prints the faults of each file and format as JSON.
Linux on x86-64 only.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

__all__ = ["FORMATS", "is_installed", "validate"]

FORMATS = ("Office2010", "Office2013", "Microsoft365")
_PACKAGES = ("pythonnet", "python_redlines_ooxmlpowertools", "powerpoint_commenter")
_FRAMEWORK = "Microsoft.NETCore.App"
_LIBRARIES = ("System.IO.Packaging", "DocumentFormat.OpenXml.Framework", "DocumentFormat.OpenXml")


def is_installed() -> bool:
    """Return whether the packages are there."""
    return all(importlib.util.find_spec(name) for name in _PACKAGES)


def validate(paths: list[Path]) -> dict[str, dict[str, list[str]]]:
    """Return the faults of each file in each format."""
    with tempfile.TemporaryDirectory(prefix="open-xml-sdk-") as folder:
        _start(Path(folder))
        return {path.name: {name: list(_faults(path, name)) for name in FORMATS} for path in paths}


def _start(folder: Path) -> None:
    """Lay out a .NET runtime as its host expects it, start it, and load the SDK."""
    os.environ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1"
    unpacked = folder / "unpacked"
    with tarfile.open(
        _folder_of("python_redlines_ooxmlpowertools") / "_binaries/linux-x64.tar.gz"
    ) as archive:
        archive.extractall(unpacked, filter="data")
    description = json.loads((unpacked / "redlines.deps.json").read_bytes())
    targets = next(each for name, each in description["targets"].items() if "/" in name)
    name, pack = next((name, each) for name, each in targets.items() if name.startswith("runtimepack."))
    version = name.rpartition("/")[2]
    framework = folder / "dotnet/shared" / _FRAMEWORK / version
    framework.mkdir(parents=True)
    for file in (*pack["runtime"], *pack.get("native", ())):
        (unpacked / file).rename(framework / file)
    host = folder / "dotnet/host/fxr" / version
    host.mkdir(parents=True)
    found = framework / "libhostfxr.so"
    (found if found.exists() else unpacked / "libhostfxr.so").rename(host / "libhostfxr.so")
    target = ".NETCoreApp,Version=v8.0/linux-x64"
    (framework / f"{_FRAMEWORK}.deps.json").write_text(
        json.dumps(
            {
                "runtimeTarget": {"name": target, "signature": ""},
                "targets": {target: {name: pack}},
                "libraries": {name: {"type": "package", "serviceable": True, "sha512": ""}},
            }
        )
    )
    config = folder / "runtimeconfig.json"
    framework_of = {"name": _FRAMEWORK, "version": version}
    config.write_text(json.dumps({"runtimeOptions": {"tfm": "net8.0", "framework": framework_of}}))
    import pythonnet

    pythonnet.load("coreclr", runtime_config=str(config), dotnet_root=str(folder / "dotnet"))
    import clr

    for library in _LIBRARIES:
        clr.AddReference(str(_folder_of("powerpoint_commenter") / "bin" / f"{library}.dll"))


def _folder_of(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def _faults(path: Path, version: str) -> Any:
    from DocumentFormat.OpenXml import FileFormatVersions
    from DocumentFormat.OpenXml.Packaging import WordprocessingDocument
    from DocumentFormat.OpenXml.Validation import OpenXmlValidator

    document = WordprocessingDocument.Open(str(path), False)
    try:
        for fault in OpenXmlValidator(getattr(FileFormatVersions, version)).Validate(document):
            yield f"{fault.Part.Uri if fault.Part else ''} {fault.Path.XPath}: {fault.Description}"
    finally:
        document.Dispose()


if __name__ == "__main__":
    print(json.dumps(validate([Path(each) for each in sys.argv[1:]])))  # noqa: T201 - a program

"""Installing GraphiQL: `python -m api.explorer.install FOLDER`, which is what `make explorer` calls.

Takes the packages that graphiql.json names from whichever registry npm is set to; leaves the files that the
page needs, each only if its SHA-256 is the one pinned there. Nothing of it is committed.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

PINNED = Path(__file__).parent / "graphiql.json"
NPM_TIMEOUT_S = 300


class NotInstalled(Exception):
    """What went wrong, in one line for the person who typed the command."""


def install(folder: Path) -> None:
    """Put GraphiQL's files into a folder, all of them or none. Raises: NotInstalled."""
    npm = shutil.which("npm")
    if npm is None:
        raise NotInstalled("Falta npm (Node.js). Sin él se sirve la página propia. / npm is missing.")
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary)
        found: dict[str, bytes] = {}
        for pinned in json.loads(PINNED.read_text(encoding="utf-8")):
            content = _member(_packed(npm, f"{pinned['package']}@{pinned['version']}", place), pinned["file"])
            if hashlib.sha256(content).hexdigest() != pinned["sha256"]:
                raise NotInstalled(
                    f"{pinned['package']}/{pinned['file']}: la huella no coincide / hash mismatch"
                )
            found[pinned["as"]] = content
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in found.items():
        (folder / name).write_bytes(content)


def _packed(npm: str, package: str, place: Path) -> Path:
    """Return the archive of a package, asked for once. Raises: NotInstalled."""
    target = place / package.replace("/", "-")
    if not target.is_dir():
        target.mkdir()
        command = [npm, "pack", package, "--pack-destination", str(target), "--silent"]
        try:
            # The command is ours and the package pinned; no shell is involved.
            subprocess.run(command, check=True, capture_output=True, timeout=NPM_TIMEOUT_S, cwd=target)  # noqa: S603
        except (OSError, subprocess.SubprocessError) as error:
            raise NotInstalled(f"npm pack {package}: {error}") from None
    return next(target.glob("*.tgz"))


def _member(archive: Path, name: str) -> bytes:
    """Return one file of a package. Raises: NotInstalled."""
    with tarfile.open(archive) as packed:
        try:
            file = packed.extractfile(f"package/{name}")
        except KeyError:
            file = None
        if file is None:
            raise NotInstalled(f"{archive.name}: falta {name} / {name} is missing")
        return file.read()


def main() -> int:
    """Install into the folder that the command names."""
    try:
        install(Path(sys.argv[1]))
    except NotInstalled as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    sys.stdout.write(f"GraphiQL: {sys.argv[1]}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

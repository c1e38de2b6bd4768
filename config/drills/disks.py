"""A small disk of a drill's own: a piece of memory that is mounted, which only root may do."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BLOCK = 4096


class Skipped(Exception):
    """The drill cannot be held on this machine; str() says what is missing."""


@contextmanager
def disk(folder: Path, size: int) -> Iterator[None]:
    """The folder is a disk of so many bytes while the block runs. Raises Skipped."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "drill", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise Skipped("there is no mount") from None
    if done.returncode:
        raise Skipped(f"a disk cannot be mounted: {done.stderr.strip()}")
    try:
        yield
    finally:
        let_go = ["umount", "--lazy", str(folder)]
        subprocess.run(let_go, check=False)


def size_of(folder: Path) -> int:
    """Bytes that the files of a folder take on a disk, in whole blocks."""
    sizes = (path.lstat().st_size for path in folder.rglob("*"))
    return sum(-(-size // BLOCK) * BLOCK + BLOCK for size in sizes)


def fill(folder: Path) -> Path:
    """Fill the disk to the last byte; the file that does it."""
    ballast = folder / "ballast"
    file = os.open(ballast, os.O_WRONLY | os.O_CREAT)
    try:
        for block in (1 << 20, BLOCK, 1):
            while _written(file, block):
                pass
    finally:
        os.close(file)
    return ballast


def _written(file: int, size: int) -> bool:
    try:
        return os.write(file, bytes(size)) > 0
    except OSError:
        return False

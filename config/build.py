"""The fingerprint of the code that renders pages."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

RENDERED_FROM = {
    "config": "*.py",
    "ingest": "*.py",
    "publish": "*.py",
    "draws": "*.py",
    "pnp": "*.py",
    "articles": "*.py",
    "templates": "*",
    "static": "*",
    "locale": "*.mo",
}


def _files(root: Path) -> Iterator[Path]:
    for folder, pattern in RENDERED_FROM.items():
        yield from (path for path in sorted((root / folder).rglob(pattern)) if path.is_file())


def fingerprint(root: Path) -> str:
    """Eight hex digits that change when any file that a page is made from changes."""
    digest = hashlib.sha256()
    for path in _files(root):
        stat = path.stat()
        digest.update(f"{path.relative_to(root)}:{stat.st_size}:{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:8]

"""The server of a preview: a save is seen at once, pages of terms come first, the rest within seconds."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

log = get_plugin_logger("glossary")

QUIET = 0.02  # seconds without a change before a build begins
SLOW = 2.0  # seconds between two looks at folders of which the system tells nothing, such as network drives
REST_AFTER = 0.3  # seconds in which a browser loads the page that was saved
HELD_AT_MOST = 60.0  # seconds that a page of the whole set is waited for

# Systems report that a file was read, too: thousands of events while a build reads the corpus.
_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]


class Watcher:
    """An observer for ``LiveReloadServer``: the system's, with a slow poller beside it.

    Whichever comes first tells of a change; a file whose content is what was told of last is no change.
    """

    def __init__(self) -> None:
        self._observers: list[Any] = [Observer(), PollingObserver(timeout=SLOW)]
        self._seen: dict[str, bytes] = {}

    def schedule(self, handler: Any, path: str, *, recursive: bool = False) -> list[Any]:
        for file in Path(path).rglob("*") if Path(path).is_dir() else [Path(path)]:
            self._is_new(str(file))
        only = _Changes(handler, self._is_new)
        return [
            one.schedule(only, path, recursive=recursive, event_filter=_CHANGES) for one in self._observers
        ]

    def unschedule(self, watches: Iterable[Any]) -> None:
        for observer, watch in zip(self._observers, watches, strict=True):
            observer.unschedule(watch)

    def start(self) -> None:
        for observer in self._observers:
            observer.start()

    def stop(self) -> None:
        for observer in self._observers:
            observer.stop()

    def join(self) -> None:
        for observer in self._observers:
            observer.join()

    def _is_new(self, path: str) -> bool:
        try:
            content = hashlib.blake2b(Path(path).read_bytes()).digest()
        except OSError:  # gone, or a folder
            content = b""
        before, self._seen[path] = self._seen.get(path, b""), content
        return content != before


class _Changes(FileSystemEventHandler):
    """Tells ``handler`` of changed contents only."""

    def __init__(self, handler: Any, is_new: Callable[[str], bool]) -> None:
        self._handler, self._is_new = handler, is_new

    def on_any_event(self, event: FileSystemEvent) -> None:
        paths = [str(event.src_path), *([str(event.dest_path)] if event.dest_path else [])]
        if list(filter(self._is_new, paths)):  # each is looked at
            self._handler.dispatch(event)


class PreviewServer(LiveReloadServer):
    """MkDocs' server that builds in two parts: ``first`` before a browser loads anew, ``rest`` soon after it.

    ``is_later`` tells of a path below the site whether it is made by ``rest``, so that a request has to wait.
    """

    def __init__(
        self,
        like: LiveReloadServer,
        first: Callable[[], None],
        rest: Callable[[], None],
        is_later: Callable[[str], bool],
    ) -> None:
        host, port = like.server_address[:2]
        super().__init__(self._build, str(host), int(port), like.root, like.mount_path)
        self.error_handler = like.error_handler
        self.observer: Any = Watcher()
        self.build_delay = QUIET
        self._first, self._rest, self._is_later = first, rest, is_later
        self._building = threading.Lock()
        self._complete = threading.Event()
        self._complete.set()
        self._timer = threading.Timer(0, self._finish)

    def _build(self) -> None:
        self._timer.cancel()
        with self._building:
            self._complete.clear()
            try:
                self._first()
            finally:
                self._timer = threading.Timer(REST_AFTER, self._finish)
                self._timer.daemon = True
                self._timer.start()

    def _finish(self) -> None:
        with self._building:
            try:
                self._rest()
            except SystemExit as error:  # strict mode has counted warnings, which stand in the log
                log.error("%s", error)
            finally:
                self._complete.set()

    def serve_request(self, environ: Any, start_response: Any) -> Any:
        path = str(environ.get("PATH_INFO", ""))
        if path.startswith(self.mount_path) and self._is_later(path.removeprefix(self.mount_path)):
            self._complete.wait(HELD_AT_MOST)
        return super().serve_request(environ, start_response)

"""Every error that dragoman raises.

::

    DragomanError
    ├── RecordError            this report or line is skipped and counted; the run goes on
    │   ├── ReadError          bytes could not be made into a report
    │   ├── AnnotationError    a report could not be made into a document
    │   └── CodingError        a document could not be coded
    └── RunError               the run stops
        ├── SettingsError      a setting or an argument is wrong
        ├── ResourceError      a data file of the package, or of the user, is missing or broken
        ├── StoreError         the store cannot be opened, read or written
        └── NetworkError       a service cannot be reached, or does not answer what was asked
"""

from __future__ import annotations


class DragomanError(Exception):
    """Anything that dragoman raises on purpose."""


class RecordError(DragomanError):
    """One record is skipped; ``reason`` is the short name under which the summary counts it.

    ``path`` and ``line`` (from 1) say where the record came from.
    """

    def __init__(self, reason: str, message: str, *, path: str = "", line: int | None = None) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message
        self.path = path
        self.line = line


class ReadError(RecordError):
    """Bytes could not be made into a report."""


class AnnotationError(RecordError):
    """A report could not be made into a document."""


class CodingError(RecordError):
    """A document could not be coded."""


class RunError(DragomanError):
    """The run stops: nothing sensible can follow."""


class SettingsError(RunError):
    """A setting or an argument is wrong; the message says what would be right."""


class ResourceError(RunError):
    """A data file is missing or does not say what its reader expects."""


class StoreError(RunError):
    """The store cannot be opened, read or written."""


class NetworkError(RunError):
    """A service on the net cannot be reached, or its answer is not what was asked for."""

"""What can go wrong that a caller can act on.

DatelineError
├── BadSource (also ValueError)      a document that cannot be read: missing, binary, empty, wrong shape
├── BadOption (also ValueError)      an option or setting that makes no sense
├── CannotWrite (also OSError)       an output that cannot be written
└── MissingAsset (also RuntimeError) a file that the installation should hold, or an extra that is not installed

Each message says what was wrong, what was given and what would have worked, in one line.
"""


class DatelineError(Exception):
    """Base of all errors that Dateline raises on purpose."""


class BadSource(DatelineError, ValueError):
    """A document that cannot be read."""


class BadOption(DatelineError, ValueError):
    """An option or setting that makes no sense."""


class CannotWrite(DatelineError, OSError):
    """An output that cannot be written."""


class MissingAsset(DatelineError, RuntimeError):
    """A file of the installation, or an optional package, that is not there."""

"""TOML and environment → one frozen Settings, read once and passed in.

The first that says something wins: an argument of ``load``, the environment (``DRAGOMAN_BATCH=32``), the file
(``dragoman.toml`` in the current folder, or the one that is named), the default. Import this module where
settings are needed, not before: pydantic is slow to import.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from dragoman.errors import SettingsError

FILE = "dragoman.toml"
PREFIX = "DRAGOMAN_"
_LARGEST_FILE = 1_000_000


class Settings(BaseSettings):
    """What can be set, with its bounds.

    Args:
        store: where analyses are kept: a path or the address of a database.
        batch: reports that are analysed and kept together.
        jobs: processes that work at the same time.
        threshold: events with a lower score are left out, in [0, 1].
        max_line_bytes: a longer line of a JSON lines or CSV file is skipped.
        max_file_bytes: a longer plain text or HTML file is skipped.
        max_text_chars: a report with more code points is skipped.
        reader: heads of the reader that the user has trained, instead of the package's; need not be there.
        actors: a list of actors beside the package's own, or a folder of such lists; need not be there.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="forbid", frozen=True, validate_default=True
    )

    store: str = Field("dragoman.db", min_length=1, max_length=4096)
    batch: int = Field(16, ge=1, le=10_000)
    jobs: int = Field(1, ge=1, le=256)
    threshold: float = Field(0.5, ge=0, le=1)
    max_line_bytes: int = Field(10_000_000, ge=1000, le=1_000_000_000)
    max_file_bytes: int = Field(50_000_000, ge=1000, le=1_000_000_000)
    max_text_chars: int = Field(1_000_000, ge=100, le=100_000_000)
    reader: str = Field("dragoman-reader.yml", min_length=1, max_length=4096)
    actors: str = Field("dragoman-actors.yml", min_length=1, max_length=4096)


def load(path: Path | str | None = None, **given: object) -> Settings:
    """The settings of this run.

    Args:
        path: a TOML file; None for ``dragoman.toml`` in the current folder, if it is there.
        given: settings that win over all others, such as options of the command line; None says nothing.

    Raises:
        SettingsError: a file that is not there or not TOML, a setting that is none or out of bounds.
    """
    table = _read(Path(path) if path is not None else Path(FILE), required=path is not None)
    _refuse_misspelt(os.environ)

    class Layered(Settings):
        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,
            file_secret_settings: PydanticBaseSettingsSource,
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return init_settings, env_settings, InitSettingsSource(settings_cls, table)

    try:
        return Layered(**{key: value for key, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        raise SettingsError("; ".join(map(_explained, error.errors()))) from error


def _read(path: Path, *, required: bool) -> dict[str, Any]:
    if not required and not path.exists():
        return {}
    try:
        content = path.read_bytes()
        if len(content) > _LARGEST_FILE:
            raise SettingsError(f"{path} has {len(content)} bytes; a file of settings has a few lines")
        return tomllib.loads(content.decode())
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsError(f"{path} is not TOML: {error}") from error


def _refuse_misspelt(names: Iterable[str]) -> None:
    """Other programs may use our prefix; a name that is almost one of ours is a slip."""
    known = [PREFIX + name.upper() for name in Settings.model_fields]
    for name in sorted(names):
        if name.startswith(PREFIX) and name not in known:
            meant = get_close_matches(name, known, n=1, cutoff=0.85)
            if meant:
                raise SettingsError(f"unknown variable {name}: did you mean {meant[0]}?")


def _explained(error: Any) -> str:
    name = ".".join(map(str, error["loc"]))
    if error["type"] == "extra_forbidden":
        meant = get_close_matches(name, Settings.model_fields, n=1)
        hint = f"did you mean {meant[0]!r}?" if meant else f"there are {', '.join(Settings.model_fields)}"
        return f"unknown setting {name!r}: {hint}"
    return f"{name}: {error['msg']}, not {str(error['input'])[:80]!r}"

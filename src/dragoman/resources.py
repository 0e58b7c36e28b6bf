"""Data files of the package: YAML → records, with an error that names the file."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec
import yaml

from dragoman.errors import ResourceError

_Record = TypeVar("_Record")
_BOOLEAN = "tag:yaml.org,2002:bool"


class _Loader(yaml.CSafeLoader):
    """YAML with the booleans of version 1.2: "on", "off", "yes" and "no" are words."""


_Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOLEAN or letter in "tTfF"]
    for letter, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def language_file(iso: str, name: str) -> Traversable:
    """``data/languages/<iso>/<name>`` (iso is ISO 639-1)."""
    return files("dragoman") / "data" / "languages" / iso / name


def yaml_files(folder: Traversable) -> list[Traversable]:
    """The files ``*.yml`` of a folder by name; none where there is no such folder."""
    found = [file for file in folder.iterdir() if file.name.endswith(".yml")] if folder.is_dir() else []
    return sorted(found, key=lambda file: file.name)


def read_yaml(path: Traversable, kind: type[_Record]) -> _Record:
    """The file's content as ``kind``.

    Raises:
        ResourceError: the file is missing, is no YAML, or does not have the expected form.
    """
    try:
        return msgspec.convert(yaml.load(path.read_bytes(), Loader=_Loader), type=kind)
    except (OSError, msgspec.ValidationError, yaml.YAMLError) as error:
        raise ResourceError(f"{path}: {error}") from error


def read_if_there(path: Traversable, kind: type[_Record]) -> _Record | None:
    """As ``read_yaml``; None where there is no such file, as for a language that needs none."""
    return read_yaml(path, kind) if path.is_file() else None

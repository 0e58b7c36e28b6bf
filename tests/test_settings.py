from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from dragoman.errors import SettingsError
from dragoman.settings import Settings, load


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in os.environ:
        if name.startswith("DRAGOMAN_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_defaults() -> None:
    settings = load()
    assert (settings.store, settings.batch, settings.jobs, settings.threshold) == ("dragoman.db", 16, 1, 0.5)


def test_arguments_win_over_environment_over_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dragoman.toml").write_text('batch = 2\njobs = 2\nthreshold = 0.2\nstore = "file.db"\n')
    monkeypatch.setenv("DRAGOMAN_JOBS", "3")
    monkeypatch.setenv("DRAGOMAN_THRESHOLD", "0.3")
    monkeypatch.setenv("DRAGOMAN_STORE", "")
    settings = load(threshold=0.4, store=None)
    assert (settings.batch, settings.jobs, settings.threshold) == (2, 3, 0.4)
    assert settings.store == "file.db"


def test_a_file_that_is_named(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("batch = 7")
    (tmp_path / "dragoman.toml").write_text("batch = 8")
    assert load(tmp_path / "mine.toml").batch == 7
    assert load().batch == 8


def test_settings_do_not_change() -> None:
    settings = load()
    with pytest.raises(ValidationError):
        settings.batch = 3


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("bacth = 3", "unknown setting 'bacth': did you mean 'batch'?"),
        ("colour = 3", "unknown setting 'colour': there are store, batch, jobs"),
        ("[batch]\nsize = 3", "batch: Input should be a valid integer"),
        ("batch = 0", "batch: Input should be greater than or equal to 1, not '0'"),
        ("batch = 99999999999999999999", "batch: "),
        ("threshold = 1.5", "threshold: Input should be less than or equal to 1, not '1.5'"),
        ("threshold = nan", "threshold: "),
        ("store = ''", "store: "),
        ("batch = ", "is not TOML"),
        ("x = " + "[" * 5000, "is not TOML"),
        ("batch = 3\nbatch = 4", "is not TOML"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "dragoman.toml").write_text(content)
    with pytest.raises(SettingsError) as caught:
        load()
    assert message in str(caught.value)


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "dragoman.toml").write_text("bacth = 3\njobs = 0")
    with pytest.raises(SettingsError, match=r"(?=.*jobs)(?=.*bacth)"):
        load()


@pytest.mark.parametrize("content", [b"\xff\xfe", b"#" * 2_000_000])
def test_files_that_are_no_settings(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "dragoman.toml").write_bytes(content)
    with pytest.raises(SettingsError, match=r"not TOML|a few lines"):
        load()


def test_a_named_file_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.toml cannot be read"):
        load(tmp_path / "none.toml")
    with pytest.raises(SettingsError, match="cannot be read"):
        load(tmp_path)


def test_a_misspelt_variable_is_refused_and_a_foreign_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_TEST_POSTGRES", "postgresql://localhost")
    assert load().batch == 16
    monkeypatch.setenv("DRAGOMAN_TRESHOLD", "0.9")
    with pytest.raises(SettingsError, match="DRAGOMAN_TRESHOLD: did you mean DRAGOMAN_THRESHOLD"):
        load()


def test_every_setting_is_described() -> None:
    text = Settings.__doc__ or ""
    for name in Settings.model_fields:
        assert f"\n        {name}: " in text


def test_the_package_does_not_import_pydantic() -> None:
    code = "import sys, dragoman, dragoman.codec, dragoman.ontology; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"

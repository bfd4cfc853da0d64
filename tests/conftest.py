"""Hypothesis profiles: dev 100 examples, ci 1,000."""
from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from .cli.run import Shell

settings.register_profile('dev', max_examples=100, deadline=None)
settings.register_profile('ci', max_examples=1000, deadline=None, derandomize=True,
                          suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get('HYPOTHESIS_PROFILE', 'dev'))


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """The command line, standing in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Shell(capsys, tmp_path)

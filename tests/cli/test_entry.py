"""The way into the command: the script and python -m qinggao."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import qinggao

INTERRUPTED = """
import runpy, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Finder())
sys.modules.pop(sys.argv[1], None)
{enter}
"""
WAYS = {'python -m qinggao': "runpy.run_module('qinggao', run_name='__main__')",
        'the script': 'from qinggao.__main__ import main; sys.exit(main())'}


@pytest.mark.parametrize('enter', WAYS.values(), ids=WAYS)
@pytest.mark.parametrize('module', ['qinggao.cli', 'qinggao.library', 'qinggao.stages', 'argparse', 'typing'])
def test_an_interrupt_while_importing_is_quiet(module: str, enter: str) -> None:
    done = subprocess.run([sys.executable, '-c', INTERRUPTED.format(enter=enter), module], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, '', '')


def test_the_script_enters_there() -> None:
    project = Path(__file__).parents[2] / 'pyproject.toml'
    assert '\nqinggao = "qinggao.__main__:main"\n' in project.read_text('utf-8')


def test_the_front_door_has_every_name_and_no_other() -> None:
    for name in qinggao.__all__:
        assert getattr(qinggao, name) is not None
    assert set(qinggao.__all__) <= set(dir(qinggao))
    assert qinggao.settings.Settings is qinggao.Settings
    with pytest.raises(AttributeError, match="no attribute 'claen'"):
        qinggao.claen  # type: ignore[attr-defined]  # noqa: B018

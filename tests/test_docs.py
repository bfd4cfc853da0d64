"""What the documents say is so."""
from __future__ import annotations

import re
from pathlib import Path

import qinggao
from qinggao.cli import COMMANDS
from qinggao.formats import FORMATS
from qinggao.gate.settings import Checks
from qinggao.settings import Settings
from qinggao.stages import STAGES

ROOT = Path(__file__).parents[1]


def text(name: str) -> str:
    return (ROOT / name).read_text('utf-8')


def first_column(name: str) -> list[str]:
    return re.findall(r'^\| (\w+) \|', text(name), re.M)


def test_the_stages_are_listed_in_running_order() -> None:
    assert first_column('docs/stages.md')[1:] == list(STAGES)
    assert ' · '.join(STAGES) in re.sub(r'\s+', ' ', text('README.md'))


def test_the_formats_are_listed() -> None:
    assert first_column('docs/formats.md')[1:] == list(FORMATS)
    assert ' · '.join(FORMATS) in text('README.md')
    for name, module in FORMATS.items():
        assert f'| {name} | {" ".join(module.SUFFIXES)} |' in text('docs/formats.md')


def test_the_settings_are_listed_with_their_defaults() -> None:
    rows = dict(re.findall(r'^\| (\w+) \| (.+?) \|', text('docs/settings.md'), re.M))
    rows.pop('key')
    assert rows == {key: shown(value) for key, value in Settings._field_defaults.items()}


def shown(value: object) -> str:
    if isinstance(value, tuple):
        return str(list(value)).replace("'", '"')
    return str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)


def test_the_example_of_the_readme_is_true() -> None:
    before, after = re.findall(r'<!-- (?:before|after) -->(.*?) \|', text('README.md'))
    assert qinggao.clean(before.replace('<br>', '\n')).text == after.replace('<br>', '\n')


def test_every_command_is_documented() -> None:
    for name in COMMANDS:
        assert f'qinggao {name}' in text('README.md') + text('CHANGELOG.md')


def test_paths_that_documents_name_exist() -> None:
    for name in ('README.md', 'CONTRIBUTING.md', 'docs/stages.md'):
        for path in re.findall(r'\b((?:toolkit|rules|docs|tests|scripts|samples)/[\w/.`-]*)', text(name)):
            assert (ROOT / path.replace('`', '').rstrip('.')).exists(), (name, path)


def test_the_version_is_one() -> None:
    assert f'version = "{qinggao.__version__}"' in text('pyproject.toml')
    assert f'## {qinggao.__version__}' in text('CHANGELOG.md')


def test_the_settings_of_the_gate_are_listed_with_their_defaults() -> None:
    rows = dict(re.findall(r'^\| ([\w-]+) \| (.+?) \|', text('docs/gate.md'), re.M))
    rows.pop('key')
    assert rows == {key.replace('_', '-'): '{}' if key == 'per_path' else shown(value)
                    for key, value in Checks._field_defaults.items()}


def test_the_hooks_are_those_of_the_page_that_shows_them() -> None:
    ids = re.findall(r'^- id: ([\w-]+)', text('.pre-commit-hooks.yaml'), re.M)
    assert sorted(ids) == sorted(set(re.findall(r'- id: (qinggao-\w+)', text('docs/gate.md'))))

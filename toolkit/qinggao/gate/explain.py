"""What a lint is about, for the terminal and as docs/lints.md: all of it stands in the lint's own module."""
from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent
from types import ModuleType

from ..lints import CODES, FAMILIES, codes_of, lint

_MENDED = {
    'always': '`--fix`', 'sometimes': '`--fix` where it is certain', 'unsure': '`--unsure`', 'never': 'hand',
}
_WIDEST, _LONGEST = 120, 14     # characters of an example's line, lines of an example
_HEAD = """# Lints

What `qinggao check` finds, by family. `qinggao check --explain CODE` says the same in a terminal. This page is made by
`make lints` from the modules in toolkit/qinggao/lints.

A finding is an *error* where the page is broken or breaks the site, a *warning* where a reader sees a defect, *info*
where it is advice; info is shown with `--severity info` only. `--fix` mends what is certain. `--unsure` makes the
mends that somebody should read, too. To keep a page as it is, write `<!-- qinggao: off-next-line CODE -->` on the line
above, or `<!-- qinggao: off CODE -->` and `<!-- qinggao: on CODE -->` around a stretch; in front matter
`# qinggao: off CODE`.
"""


def explained(given: str) -> str:
    """What a lint, or each lint of a family, is about, as plain text."""
    return '\n\n'.join('\n'.join(_explained(lint(code))) for code in codes_of(given)) + '\n'


def _explained(module: ModuleType) -> Iterator[str]:
    yield f'{module.CODE} {module.NAME} ({module.SEVERITY}; mended by {_mended(module).replace("`", "")})'
    yield ''
    yield (module.__doc__ or '').strip()
    for title, example in _examples(module):
        yield from ('', f'{title}:', '', indent(example, '    '))
    yield from ('', _quiet(module.CODE))


def _quiet(code: str) -> str:
    """How one finding, or the lint, is silenced."""
    if code.startswith(('TR', 'QG')) or code == 'FM001':    # where front matter is missing it holds no comment
        return f'Switch it off with --ignore {code}, or for some files under per-path in the settings.'
    if code.startswith('FM'):
        return f'Keep what it finds with # qinggao: off {code} in the front matter.'
    return f'Keep what it finds with <!-- qinggao: off-next-line {code} --> on the line above.'


def documented() -> str:
    """The page docs/lints.md."""
    return '\n'.join(_documented())


def _documented() -> Iterator[str]:
    yield _HEAD
    for letters, title in FAMILIES.items():
        yield f'## {title}\n'
        yield '| code | name | severity | mended by | what is wrong |\n|---|---|---|---|---|'
        yield from map(_row, map(lint, codes_of(letters)))
        yield ''
    for code in CODES:
        yield from _section(lint(code))


def _row(module: ModuleType) -> str:
    first = (module.__doc__ or '').strip().partition('\n')[0].rstrip('.')
    cells = (f'[{module.CODE}](#{module.CODE.lower()}-{module.NAME})', module.NAME, module.SEVERITY, _mended(module),
             first.replace('|', '\\|'))
    return f'| {" | ".join(cells)} |'


def _section(module: ModuleType) -> Iterator[str]:
    yield f'### {module.CODE} {module.NAME}\n'
    yield f'*{module.SEVERITY}, mended by {_mended(module)}*\n'
    yield (module.__doc__ or '').strip() + '\n'
    for title, example in _examples(module):
        fence = _fence(example)
        yield f'{title}:\n\n{fence}text\n{example}\n{fence}\n'


def _mended(module: ModuleType) -> str:
    return _MENDED[module.MENDS]


def _examples(module: ModuleType) -> tuple[tuple[str, str], tuple[str, str]]:
    return ('Wrong', _shown(module.WRONG)), ('Right', _shown(module.RIGHT))


def _shown(example: str) -> str:
    """An example as it can be printed: what nobody sees as an escape, what is long cut short."""
    lines = [_visible(line) for line in example.removesuffix('\n').split('\n')]
    lines = [line if len(line) <= _WIDEST else f'{line[:_WIDEST // 2]} … ({len(line)} characters)' for line in lines]
    if len(lines) > _LONGEST:
        half = _LONGEST // 2 - 1
        lines = [*lines[:half], f'… ({len(lines) - 2 * half} lines)', *lines[-half:]]
    return '\n'.join(lines)


def _visible(line: str) -> str:
    """The line with every character that cannot be seen as `\\u200b` or the like.

    >>> _visible('a\\u200bb\\tc')
    'a\\\\u200bb\\\\tc'
    """
    return ''.join(char if char.isprintable() else repr(char)[1:-1] for char in line)


def _fence(example: str) -> str:
    """Backticks that no run of them in the example closes."""
    longest = run = 0
    for char in example:
        run = run + 1 if char == '`' else 0
        longest = max(longest, run)
    return '`' * max(3, longest + 1)

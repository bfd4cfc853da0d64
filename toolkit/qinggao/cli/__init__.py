"""The command line: arguments in, exit code out. 0 done, 2 usage, 3 a file could not be done, 130 interrupted."""
from __future__ import annotations

import argparse
import contextlib
import gc
import io
import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TextIO

from .. import __version__
from ..errors import QinggaoError, UsageError

# Each is a module of this package, imported only when it is called for: a commit waits for what the gate imports.
COMMANDS = {
    'models': 'List, fetch or examine the models of the recogniser.',
    'clean': 'Clean files or folders of raw transcripts into Markdown, text or subtitles.',
    'transcribe': 'Hear recordings: transcripts with times, or, with --clean, fair copies.',
    'retranscribe': 'Hear the recordings of old transcripts again, merge, and list where the two differ.',
    'align': 'Lay two files of one talk side by side: one bilingual transcript, a score for every pair.',
    'publish': 'Publish talks in two languages: pages and subtitles.',
    'translate': 'Translate talks by machine, sentence by sentence, through a memory.',
    'memory': 'Import, export and count what was translated before: TMX, XLIFF, CSV.',
    'why': 'Say for a line of an output which rule changed what, from what, and when it was said.',
    'rules': 'List the rules that are on, run the examples they carry, explain one, propose new ones.',
    'check': 'Check finished pages and raw transcripts; mend what is certain.',
    'undo': 'Put back what check --fix changed, byte for byte.',
    'baseline': 'Accept the findings of an old repository, so that only new ones fail.',
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    gc.set_threshold(100_000)   # hardly anything here is a cycle: looking for some takes a tenth of a short run
    _open_streams()
    _utf8_streams()
    given = list(sys.argv[1:] if argv is None else argv)
    parser = build_parser(given[0] if given else '')
    try:
        args = parser.parse_args(_paths_apart(given, _options(parser)))
        with warnings.catch_warnings():
            warnings.showwarning = _said_plainly
            code = args.run(args)
        sys.stdout.flush()
        return int(code)
    except BrokenPipeError:
        _nowhere(sys.stdout)
        return 0
    except (QinggaoError, OSError) as error:
        sys.stderr.write(f'qinggao: {error}\n')
        return 2 if isinstance(error, UsageError) else 3
    except (ValueError, RecursionError) as error:
        sys.stderr.write(f'qinggao: not understood: {error}\n')
        return 2
    except KeyboardInterrupt:
        sys.stderr.write('qinggao: interrupted; what was written is whole, the same command goes on\n')
        return 130


def _said_plainly(message: Warning | str, category: type[Warning], filename: str, lineno: int,
                  file: TextIO | None = None, line: str | None = None) -> None:
    """A warning as a line of ours, without the place in the code that it comes from."""
    sys.stderr.write(f'qinggao: {message}\n')


@contextlib.contextmanager
def may_close(stream: TextIO) -> Iterator[None]:
    """Write to a stream that its reader may close (`| head -1`): the rest goes nowhere, and what we do goes on."""
    try:
        yield
        stream.flush()
    except BrokenPipeError:
        _nowhere(stream)


def _nowhere(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class _Help(argparse.RawDescriptionHelpFormatter):
    """As wide as the terminal. argparse asks for a formatter at every argument, which would import shutil for that."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    try:
        return int(os.environ.get('COLUMNS') or os.get_terminal_size(1).columns) or 80
    except (ValueError, OSError):
        return 80


def build_parser(wanted: str = '') -> argparse.ArgumentParser:
    """The parser of one command; of all, by name, where none of them is wanted."""
    parser = argparse.ArgumentParser(prog='qinggao', description='Fair copies of raw transcripts (清稿).',
                                     epilog='example:\n  qinggao clean talks/ -o fair/ --to md,srt',
                                     formatter_class=_Help, allow_abbrev=False)
    parser.add_argument('--version', action='version', version=f'qinggao {__version__}')
    commands = parser.add_subparsers(dest='command', metavar='COMMAND', required=True, prog='qinggao')
    for name in [wanted] if wanted in COMMANDS else COMMANDS:
        module = import_module(f'.{name}', __name__)
        command = commands.add_parser(name, help=COMMANDS[name], description=COMMANDS[name], epilog=module.EXAMPLE,
                                      formatter_class=_Help, allow_abbrev=False)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return parser


def _paths_apart(argv: list[str], options: frozenset[str]) -> list[str]:
    """A file whose name begins with `-` is a path, not an option: said as ./-name."""
    return [f'./{arg}' if arg.startswith('-') and arg not in options and os.path.lexists(arg) else arg for arg in argv]


def _options(parser: argparse.ArgumentParser) -> frozenset[str]:
    """All that is an option, of whatever command."""
    known = {'-', '--'}
    for action in parser._actions:
        known.update(action.option_strings)
        if isinstance(action, argparse._SubParsersAction):
            known.update(*(_options(command) for command in action.choices.values()))
    return frozenset(known)


class _Closed(io.TextIOBase):
    """Standard output where the shell closed it (`>&-`): who writes there is told."""

    def write(self, text: str) -> int:
        raise UsageError('standard output is closed', cure='leave out >&-, or send it to a file')


def _open_streams() -> None:
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, 'w', encoding='utf-8')     # noqa: SIM115 — as long as we run


def _utf8_streams() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, 'reconfigure'):
            stream.reconfigure(encoding='utf-8', errors='backslashreplace')

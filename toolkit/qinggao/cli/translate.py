"""qinggao translate: a second track by machine, sentence by sentence, through the memory."""
from __future__ import annotations

import argparse

from ..bilingual.languages import language
from ..bilingual.outputs import Style
from ..jobs.publish import Publishing
from ..site.profile import profile_of
from .fields import field
from .publish import add_publishing_arguments, published, task_of
from .translating import add_translating_arguments, asking

EXAMPLE = """examples:
  qinggao translate talks/ -o both/ --into en --model models/opus-mt-zh-en
  qinggao translate talk.srt -o both/ --into en --translator endpoint --base-url http://localhost:8000/v1 --model small

What it writes has both languages: `qinggao publish both/talk.json` makes pages and subtitles of it.

exit codes: 0 done, 2 wrong usage, 3 a file could not be done, 130 interrupted"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument('paths', nargs='+', metavar='PATH', help='a talk or a folder of them')
    parser.add_argument('--into', metavar='LANGUAGE', required=True, help='en, zh-Hans or zh-Hant')
    add_publishing_arguments(parser, 'json')
    add_translating_arguments(parser)


def run(args: argparse.Namespace) -> int:
    into, profile = language(args.into), profile_of()
    task = task_of(args, dict(field(given, profile) for given in args.set or ()))
    args.second = into
    with asking(args, into, task) as asked:
        style = Style(task.settings, task.rules, profile, task.fields)
        return published(args, Publishing(task, style, asked.source, into), asked)

"""qinggao publish: talks become pages and subtitles in two languages."""
from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence, Set
from pathlib import Path

from ..bilingual.languages import is_language
from ..bilingual.outputs import Style
from ..bilingual.pages import LAYOUTS
from ..bilingual.subtitles import WRITERS
from ..bilingual.translate.translator import TranslatorError
from ..config import settings_for
from ..errors import FileError, UsageError
from ..formats import READERS
from ..jobs.outcome import Outcome, Task
from ..jobs.plan import Job, plan, shown
from ..jobs.publish import Published, Publishing, publish_file
from ..rulebook.shipped import with_files
from ..settings import CHOICES, nearest
from ..site.profile import profile_of
from . import report
from .fields import field
from .publish_report import more_of, notes_of, told_of
from .translating import Asked, add_translating_arguments, asking

EXAMPLE = """examples:
  qinggao publish talk.srt -o site/ --second talk.en.srt --to md,srt,ass
  qinggao publish talks/ -o site/ --second en --translator opus-mt-zh-en --layout pair
  qinggao publish talks/ -o site/ --second zh-Hant
  qinggao publish notes/talk.md -o again/ --layout columns         a page that has both languages already

exit codes: 0 done, 2 wrong usage, 3 a file could not be done, 130 interrupted"""

TO = ('md', *WRITERS, 'json')


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add('paths', nargs='+', metavar='PATH', help='a talk or a folder of them: raw transcripts, subtitles, pages')
    add('--second', metavar='en|zh-Hans|zh-Hant|PATH', help='the other language: a translation that exists (a file, or '
                                                            'a folder of files with the names of the talks), or a '
                                                            'language for a machine to translate into')
    add('--layout', choices=tuple(LAYOUTS), default='folded', help='of a page in two languages (default: folded)')
    add('--hugo', action='store_true', help='with --layout pair: talk.zh.md and talk.en.md, not folders')
    add('--site', metavar='PROFILE.yaml', default='', help='which fields a page has, and how folds are labelled')
    add('--label', metavar='TEXT', default='', help="what stands over folded English (default: the profile's: Original "
                                                    'English, or English Translation where a machine made it)')
    add('--propose', action='store_true', help='propose a title and a summary in the words of the talk')
    add('--no-glossary', action='store_true', help='do not gloss the first mention of terms')
    add('--times', metavar='FILE', default='', help='a transcript with the times of the talk, for a page that has none')
    add_publishing_arguments(parser, 'md')
    add_translating_arguments(parser)


def add_publishing_arguments(parser: argparse.ArgumentParser, to: str) -> None:
    """What publish and translate share beside the translator: where to write what, and how raw talks are cleaned."""
    add = parser.add_argument
    add('-o', '--out', metavar='DIR', required=True, help='where to write; the tree of a folder is mirrored there')
    add('--to', metavar='FORMAT,…', default=to, help=f'formats to write: {", ".join(TO)} (default: {to})')
    add('--set', action='append', metavar='KEY=VALUE', help='a field of the front matter (repeatable)')
    add('--level', choices=CHOICES['level'], help='how much filler goes from a raw talk (default: standard)')
    add('--script', choices=CHOICES['script'], help='of the Chinese of a raw talk (default: hans)')
    add('--rules', action='append', metavar='FILE', help='a rules file of your own (may be repeated)')
    add('--encoding', metavar='NAME', help='of inputs that are not UTF-8, e.g. gb18030')
    add('--force', action='store_true', help='overwrite outputs that were edited since; translate anew; pair tracks '
                                             'that do not look like one talk')
    add('--json', action='store_true', help='report as JSON on standard output')
    add('--no-progress', action='store_true', help='no progress line on a terminal')
    add('-q', '--quiet', action='store_true', help='say nothing but errors')


def run(args: argparse.Namespace) -> int:
    profile = profile_of(args.site)
    if args.label:
        profile = profile._replace(summary=args.label, labels=(profile.summary, *profile.labels),
                                   translation=args.label)
    task = task_of(args, dict(field(given, profile) for given in args.set or ()))
    if args.times and not Path(args.times).is_file():
        raise UsageError('no such file', path=shown(args.times), cure='name the transcript of the talk')
    if args.hugo and args.layout != 'pair':
        raise UsageError('--hugo names the pages of a pair', cure='say --layout pair')
    with asking(args, args.second, task) as asked:
        style = Style(task.settings, task.rules, profile, task.fields, args.layout, args.hugo, args.propose,
                      not args.no_glossary)
        times = Path(args.times) if args.times else None
        return published(args, Publishing(task, style, asked.source, asked.into, times), asked)


def task_of(args: argparse.Namespace, fields: dict[str, object]) -> Task:
    """Where to write, and how raw talks are cleaned: as configured, but for the options that were given."""
    if Path(args.out).exists() and not Path(args.out).is_dir():
        raise UsageError('not a folder', path=args.out, cure='say -o DIR')
    to = tuple(args.to.split(','))
    for name in to:
        if name not in TO:
            raise UsageError(f'unknown format {name!r}', cure=nearest(name, TO))
    settings = settings_for(Path.cwd())
    plain = {key: getattr(args, key) for key in ('level', 'script', 'encoding') if getattr(args, key)}
    settings = settings.with_values({**plain, 'to': to, 'rules': (*settings.rules, *(args.rules or ()))})
    return Task(Path(args.out), settings, with_files(settings.rules), fields, args.force)


def published(args: argparse.Namespace, how: Publishing, asked: Asked) -> int:
    """Publish what was named and say what came of it; the exit code."""
    planned = plan(args.paths, how.task.out, READERS.keys())
    named = {Path(path) for path in args.paths}
    talks = {(job.path.parent, job.path.stem) for job in planned.jobs} if args.second else set()
    beside = [job.path for job in planned.jobs if job.path not in named and _is_translation(job.path, talks)]
    left = set(beside)
    jobs = [job for job in planned.jobs if job.path not in left]
    done = [told_of(one) for one in _until_it_dies(jobs, how)]
    outcomes = [Outcome(error.path, error=error) for error in planned.errors] + [one.outcome for one in done]
    report.write(outcomes, planned, how.task, as_json=args.json, quiet=args.quiet,
                 notes=[*_left(beside), *notes_of(done, asked)], more=more_of(done))
    return 3 if any(outcome.error for outcome in outcomes) else 0


def _until_it_dies(jobs: Sequence[Job], how: Publishing) -> Iterator[Published]:
    """Talk by talk; once the translator has died the others are not tried."""
    dead = False
    for job in jobs:
        one = Published(Outcome(shown(job.path), error=_NOT_TRIED.at(shown(job.path)))) if dead else \
            publish_file(job, how)
        dead = dead or isinstance(one.outcome.error, TranslatorError)
        yield one


def _is_translation(path: Path, talks: Set[tuple[Path, str]]) -> bool:
    """Whether a file of a folder is the other language of a talk beside it: talk.en.srt of talk.srt."""
    stem, _, tag = path.stem.rpartition('.')
    return is_language(tag) and (path.parent, stem) in talks


def _left(beside: Sequence[Path]) -> list[str]:
    more = f' and {len(beside) - _FEW} more' if len(beside) > _FEW else ''
    names = ', '.join(shown(path) for path in beside[:_FEW])
    return [f'left alone, as translations of talks beside them: {names}{more}'] if beside else []


_FEW = 3        # names of files that the summary shows
_NOT_TRIED = FileError('not tried: the translator failed before', cure='the same command goes on')

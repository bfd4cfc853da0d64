"""What can be chosen of the gate: the table [tool.qinggao.check], overruled by options; and what lints share."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import UsageError
from ..lints import CODES, FAMILIES, LINTS, codes_of
from ..settings import Settings, nearest
from .finding import SEVERITIES

if TYPE_CHECKING:
    from ..rulebook import Rulebook
    from ..site.profile import Profile

NO_PATHS: Mapping[str, tuple[str, ...]] = {}


class Checks(NamedTuple):
    """Which lints run where. Codes are whole (TX005) or a family's first letters (TX).

    >>> Checks().with_values({'selekt': ['TX']})
    Traceback (most recent call last):
    qinggao.errors.UsageError: unknown setting 'selekt'; did you mean 'select'?
    """

    select: tuple[str, ...] = ()            # these and no others; empty: all
    ignore: tuple[str, ...] = ()            # none of these
    severity: str = 'warning'               # what weighs less is neither shown nor fails
    exclude: tuple[str, ...] = ()           # files that are passed over: notes/old/**, *.draft.md
    per_path: Mapping[str, tuple[str, ...]] = NO_PATHS   # codes that do not count in some files
    profile: str = ''                       # the site profile: a YAML file, by default the shipped one
    baseline: str = ''                      # findings that were accepted: a file that qinggao baseline wrote

    def with_values(self, values: Mapping[str, object], path: str = '') -> Checks:
        """These with some replaced; raises `UsageError` for an unknown key or code, with the nearest right one."""
        return self._replace(**{_plain(key, path): _checked(_plain(key, path), value, path)
                                for key, value in values.items()})

    def runs(self, code: str) -> bool:
        """Whether a lint is on."""
        return (not self.select or _among(code, self.select)) and not _among(code, self.ignore)


def _among(code: str, chosen: tuple[str, ...]) -> bool:
    return code.startswith(chosen)


def _plain(key: str, path: str) -> str:
    name = key.replace('-', '_')
    if name not in Checks._fields:
        raise UsageError(f'unknown setting {key!r}', path=path, cure=nearest(name, Checks._fields))
    return name


def _checked(key: str, value: object, path: str) -> Any:
    if key == 'per_path':
        if not isinstance(value, Mapping):
            raise UsageError('per-path must be a table of patterns, each with a list of codes', path=path)
        _check_globs(value, path)
        return {glob: known_codes(_strings(f'per-path {glob!r}', codes, path), path) for glob, codes in value.items()}
    if isinstance(Checks._field_defaults[key], tuple):
        words = _strings(key, value, path)
        if key != 'exclude':
            return known_codes(words, path)
        _check_globs(words, path)
        return words
    if not isinstance(value, str):
        raise UsageError(f'{key} must be a string, not {value!r}', path=path)
    if key == 'severity' and value not in SEVERITIES:
        raise UsageError(f'unknown severity {value!r}', path=path, cure=nearest(value, SEVERITIES))
    return value


def _check_globs(globs: Iterable[str], path: str) -> None:
    """Raises `UsageError` for one that is no pattern."""
    from .globs import pattern
    for glob in globs:
        try:
            pattern(glob)
        except UsageError as error:
            raise error.at(path) from None


def _strings(key: str, value: object, path: str) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(word, str) for word in value):
        raise UsageError(f'{key} must be a list of strings, not {value!r}', path=path)
    return tuple(value)


def known_codes(given: tuple[str, ...], path: str = '') -> tuple[str, ...]:
    """The same codes; raises `UsageError` for one that no lint has."""
    for code in given:
        if not codes_of(code):
            near = nearest_code(code)
            raise UsageError(f'unknown code {code!r}', path=path,
                             cure=f'did you mean {near!r}?' if near else 'docs/lints.md lists them')
    return given


def nearest_code(given: str) -> str:
    """The code or the family that was perhaps meant; empty where nobody knows."""
    from difflib import get_close_matches
    wanted = given.strip().upper()
    return wanted if codes_of(wanted) else next(iter(get_close_matches(wanted, (*CODES, *FAMILIES), 1, 0.5)), '')


class Gate:
    """What all files of a run share: settings, rules, the site profile. Rules and profile are read when first asked.

    ``folder`` is where the settings lie: their patterns name files from there.
    """

    def __init__(self, checks: Checks | None = None, settings: Settings | None = None, folder: str = '') -> None:
        self.checks = checks or Checks()
        self.settings = settings or Settings()
        self.folder = folder
        self._codes: dict[str, tuple[str, ...]] = {}

    def codes(self, kind: str) -> tuple[str, ...]:
        """The lints that are on for a kind of file, in order."""
        if kind not in self._codes:
            self._codes[kind] = tuple(code for code, entry in LINTS.items()
                                      if kind in entry.kinds and self.checks.runs(code))
        return self._codes[kind]

    def without(self, path: str) -> tuple[str, ...]:
        """The codes that do not count in a file."""
        if not self.checks.per_path:
            return ()
        from .globs import fits
        return tuple(code for pattern, codes in self.checks.per_path.items() if fits(path, [pattern], self.folder)
                     for code in codes)

    @cached_property
    def rules(self) -> Rulebook:
        """The rules that are on."""
        from ..rulebook.shipped import with_files
        return with_files(self.settings.rules)

    @cached_property
    def profile(self) -> Profile:
        """What the site asks of front matter."""
        from ..site.profile import profile_of
        return profile_of(self.checks.profile)

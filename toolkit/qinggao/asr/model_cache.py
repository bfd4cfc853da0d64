"""The models that are at hand, and fetching one: the only place that asks the network, and only when told to."""
from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ..bilingual.translate import models as translators
from ..bilingual.translate.model_check import is_translator
from ..errors import FileError, UsageError
from .models import ALSO, DEMO, NAMES, cached, demo_model, missing, repository_of

_FILES = ('model.bin', 'config.json', 'preprocessor_config.json', 'tokenizer.json', 'vocabulary.*')
_DEMO_TRANSLATOR = 'demo-translator'


class Entry(NamedTuple):
    """A model: its size in bytes (of one to be fetched about so), and where it is; no ``path``: it is not here."""

    name: str
    repository: str
    size: int
    suits: str
    path: str = ''
    lacks: tuple[str, ...] = ()     # files of it that are not here yet


def entries() -> list[Entry]:
    """All that are known, then those of other repositories in the cache, then the demo models."""
    known_ones = {**NAMES, **translators.NAMES}
    found = [_entry(name, known.repository, known.suits, known.megabytes * 1_000_000)
             for name, known in known_ones.items()]
    repositories = {known.repository for known in known_ones.values()}
    found += [_entry(name, name, 'in the cache') for name in _others() if name not in repositories]
    demo = demo_model()
    if demo:
        found.append(Entry(DEMO, '', _size(demo), 'samples/audio: some eighty phrases', str(demo), missing(demo)))
    translator = translators.demo_model()
    if translator:
        found.append(Entry(_DEMO_TRANSLATOR, '', _size(translator), 'a few hundred words, Chinese into English',
                           str(translator), translators.missing(translator)))
    return found


def _entry(name: str, repository: str, suits: str, size: int = 0) -> Entry:
    folder = cached(repository)
    if folder is None:
        return Entry(name, repository, size, suits)
    return Entry(name, repository, _size(folder), suits, str(folder), _lacks(folder, name))


def _lacks(folder: Path, name: str) -> tuple[str, ...]:
    """What a recogniser or a translator lacks, by its name or its weights."""
    translates = name in translators.NAMES or is_translator(folder)
    return translators.missing(folder) if translates else missing(folder)


def _others() -> list[str]:
    """The repositories of the cache that hold a model of CTranslate2."""
    from huggingface_hub import scan_cache_dir
    from huggingface_hub.errors import CacheNotFound
    try:
        repositories = scan_cache_dir().repos
    except (CacheNotFound, OSError, ValueError):
        return []
    return sorted(str(one.repo_id) for one in repositories if one.repo_type == 'model'
                  and 'model.bin' in {file.file_name for revision in one.revisions for file in revision.files})


def fetch(name: str) -> Path:
    """Fetch a model into the cache of Hugging Face, or what is missing of it; its folder.

    Raises `UsageError` for an unknown name, `FileError` where it cannot be had or is no model.
    """
    if name in (DEMO, _DEMO_TRANSLATOR):
        raise UsageError('the demo model comes along', cure='nothing is to be fetched')
    repository = translators.repository_of(name) if name in translators.NAMES else repository_of(name)
    cached(repository)      # says so where huggingface_hub is missing
    from huggingface_hub import snapshot_download
    try:
        folder = Path(snapshot_download(repository, allow_patterns=_wanted(name)))
    except Exception as error:      # of httpx, requests or the system, by version
        raise _not_fetched(name, repository, error) from None
    if lacks := _lacks(folder, name):
        raise FileError(f'{name} is not whole: it lacks {", ".join(lacks)}', path=str(folder),
                        cure='fetch it again with a network; or it is no model of CTranslate2')
    return folder


def _wanted(name: str) -> list[str]:
    """The files of a model; of a repository that nobody knows those of a recogniser and of a translator."""
    known = name in NAMES or name in ALSO
    return list(_FILES) if known else list(dict.fromkeys((*_FILES, *translators.FILES)))


def _not_fetched(name: str, repository: str, error: Exception) -> FileError:
    from huggingface_hub import errors
    again = f'qinggao models fetch {name} goes on where it stopped'
    if isinstance(error, errors.GatedRepoError):
        return FileError(f'{repository} wants a login', cure='accept its terms on its page, then `hf auth login`')
    if isinstance(error, (errors.RepositoryNotFoundError, errors.HFValidationError)):
        return FileError(f'there is no repository {repository}', cure='qinggao models list names some')
    if isinstance(error, errors.LocalEntryNotFoundError):
        return FileError(f'{name} cannot be fetched: no network', cure=f'{again}, or copy its folder and name that')
    said = (str(error).strip() or type(error).__name__).splitlines()[0]
    return FileError(f'{name} was not fetched whole: {said}', cure=again)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob('*') if file.is_file())

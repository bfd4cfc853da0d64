"""The options of the recogniser: what is senseless is refused before anything is heard, in a sentence that helps."""
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from qinggao.cli.hearing_progress import Progress, clock

from ..asr.spoken import MODEL, silence, write_audio
from .run import Shell

REFUSED = [
    (['--beam', '0'], "--beam must be a whole number from 1, not '0'; for example --beam 5"),
    (['--beam', 'five'], "--beam must be a whole number from 1, not 'five'"),
    (['--beam', '-3'], "--beam must be a whole number from 1, not '-3'"),
    (['--beam', '³'], "--beam must be a whole number from 1, not '³'"),
    (['--beam', '51'], 'beam 51 is out of range; from 1 to 50'),
    (['--batch-size', '0'], "--batch-size must be a whole number from 1, not '0'; for example --batch-size 8"),
    (['--batch-size', '1.5'], "--batch-size must be a whole number from 1, not '1.5'"),
    (['--batch-size', '9999'], 'batch_size 9999 is out of range; from 0 to 512'),
    (['--threads', 'all'], "--threads must be a whole number from 0, not 'all'; for example --threads 2"),
    (['--task', 'translat'], "unknown task 'translat'; did you mean 'translate'?"),
    (['--language', 'zz'], "does not know the language 'zz'"),
    (['--language', 'chinese'], "does not know the language 'chinese'; say it as Whisper does, zh or en for example, or auto"),
    (['--language', 'zh-CN'], "does not know the language 'zh-CN'; did you mean 'zh'?"),
    (['--language', 'ZH'], "does not know the language 'ZH'; did you mean 'zh'?"),
    (['--language', ''], "does not know the language ''"),
    (['--device', 'gpu'], "unknown device 'gpu'; known: auto, cpu, cuda"),
    (['--device', 'cpu', '--device-index', '1'], 'the CPU has no --device-index; leave it out'),
    (['--device-index', '0,'], "--device-index must be a whole number from 0, not ''"),
    (['--device-index', 'a'], "--device-index must be a whole number from 0, not 'a'"),
    (['--device', 'cpu', '--compute-type', 'float8'], "cpu cannot compute in 'float8'; known here: "),
    (['--model', 'larg-v3'], "unknown model 'larg-v3'; did you mean 'large-v3'?"),
    (['--model', './nowhere'], 'no such folder'),
    (['--model', '.'], 'no whole model: it lacks model.bin'),
    (['--word-times', '--task', 'translate'], 'a translation has no times of words; leave out --word-times'),
    (['--hotwords', 'nowhere.txt'], 'nowhere.txt: cannot be read'),
    (['--hotwords', 'empty.txt'], 'empty.txt: no words in it; write one a line'),
    (['--prompt', '大家好' * 100], 'more than 223; shorten it'),
    (['--to', 'sub'], "unknown format 'sub'"),
    (['--to', 'json,'], "unknown format ''"),
    (['--set', 'title'], "--set 'title' is no KEY=VALUE"),
    (['--resume', '--force'], 'not allowed with argument'),
    (['--hot-words', 'x'], 'unrecognized arguments'),
]


@pytest.mark.parametrize(('options', 'what'), REFUSED, ids=[' '.join(options)[:40] for options, _ in REFUSED])
def test_what_is_senseless_is_refused(options: list[str], what: str, shell: Shell) -> None:
    write_audio(shell.folder / 'a.wav', silence(1))
    shell.put('empty.txt', '# none\n')
    assert shell('transcribe', 'a.wav', '-o', 'out', '--model', MODEL, *options) == 2
    assert what in shell.err and 'Traceback' not in shell.err
    assert shell.tree('out') == [] if (shell.folder / 'out').exists() else True


@pytest.mark.parametrize(('argv', 'what'), [
    (['transcribe', 'a.wav'], '-o/--out'),
    (['transcribe', '-o', 'out'], 'PATH'),
    (['transcribe', 'a.wav', '-o', 'a.wav'], 'a.wav: not a folder; say -o DIR'),
    (['retranscribe', '.', '-o', 'out'], '--audio'),
    (['retranscribe', '.', '--audio', '.', '-o', 'out', '--task', 'translate'], 'a translation cannot be held against'),
])
def test_so_is_a_command_without_sense(argv: list[str], what: str, shell: Shell) -> None:
    write_audio(shell.folder / 'a.wav', silence(1))
    assert shell(*argv) == 2
    assert what in shell.err


def test_a_folder_of_recordings_that_is_not_there_is_an_error(shell: Shell) -> None:
    shell.put('raw/a.txt')
    assert shell('retranscribe', 'raw', '--audio', 'nowhere', '-o', 'out', '--model', MODEL) == 3
    assert 'nowhere: no such folder' in shell.err


@pytest.mark.parametrize('code, exit_code', [
    # Two of the packages of qinggao[asr] cannot be found, as where the extra was not installed.
    ("from qinggao.__main__ import main; sys.argv = ['qinggao', 'transcribe', 'a.wav', '-o', 'out', '--model', MODEL]; sys.exit(main())", 2),
    ("import qinggao\ntry:\n    qinggao.Recogniser(MODEL)\nexcept qinggao.UsageError as error:\n    sys.exit(f'{error}')", 1),
    ("import qinggao\ntry:\n    qinggao.transcribe('a.wav', MODEL)\nexcept qinggao.UsageError as error:\n    sys.exit(f'{error}')", 1),
], ids=['command', 'Recogniser', 'transcribe'])
@pytest.mark.parametrize('missing', ["'faster_whisper', 'ctranslate2', 'numpy', 'av', 'onnxruntime', 'huggingface_hub'",
                                     "'ctranslate2',"], ids=['all', 'one'])
def test_without_the_packages_it_says_which_to_install(code: str, exit_code: int, missing: str, tmp_path: Path) -> None:
    write_audio(tmp_path / 'a.wav', silence(1))
    blocked = ('import sys\nfrom importlib.machinery import PathFinder\n'
               'class Without(PathFinder):\n'
               '    @classmethod\n'
               '    def find_spec(cls, name, path=None, target=None):\n'
               f'        return None if name in ({missing}) else super().find_spec(name, path, target)\n'
               f'sys.meta_path = [Without if one is PathFinder else one for one in sys.meta_path]\nMODEL = {str(MODEL)!r}\n')
    done = subprocess.run([sys.executable, '-c', blocked + code], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == exit_code, done.stderr
    assert "is not installed; pip install 'qinggao[asr]'" in done.stderr and 'Traceback' not in done.stderr


DEAR = {'numpy', 'av', 'faster_whisper', 'ctranslate2', 'onnxruntime', 'huggingface_hub', 'tokenizers', 'sqlite3'}


@pytest.mark.parametrize('code', [
    'import qinggao',
    'import qinggao; qinggao.Hearing.of(beam=1)',
    "from qinggao.cli import main\ntry:\n    main(['transcribe', '--help'])\nexcept SystemExit:\n    pass",
    "from qinggao.cli import main\ntry:\n    main(['retranscribe', '--help'])\nexcept SystemExit:\n    pass",
    "from qinggao.cli import main; main(['check', 'a.md'])",
    "from qinggao.cli import main; main(['clean', 'a.txt', '-o', 'out'])",
], ids=['import', 'Hearing', 'transcribe --help', 'retranscribe --help', 'check', 'clean'])
def test_who_hears_nothing_imports_nothing_of_it(code: str, tmp_path: Path) -> None:
    (tmp_path / 'a.md').write_text('---\ntitle: 渡口\n---\n渡船早上六点开。\n', 'utf-8')
    (tmp_path / 'a.txt').write_text('渡船早上六点开\n', 'utf-8')
    done = subprocess.run([sys.executable, '-c', f'{code}\nimport sys; sys.stderr.write("\\n" + " ".join(sys.modules))'],
                          cwd=tmp_path, capture_output=True, text=True, encoding='utf-8')
    modules = set(done.stderr.splitlines()[-1].split())
    assert 'qinggao' in modules
    assert not modules & DEAR


def test_progress_says_how_much_how_fast_and_how_long_still() -> None:
    progress = Progress((), shown=False)
    assert progress.line(0) == '0:00 heard · 0 × real time'
    progress._all = 7200
    progress.told(1800, True)
    assert progress.line(60) == '30:00 of 2:00:00 heard · 30 × real time · 3:00 left'
    progress.told(5400, True)
    assert progress.line(240) == '2:00:00 of 2:00:00 heard · 30 × real time'


@pytest.mark.parametrize(('seconds', 'said'), [(0, '0:00'), (59.6, '1:00'), (3599.9, '1:00:00'), (36_061, '10:01:01')])
def test_a_clock(seconds: float, said: str) -> None:
    assert clock(seconds) == said

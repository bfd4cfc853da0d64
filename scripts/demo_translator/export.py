"""From the trained network to a folder for CTranslate2, through Hugging Face's and CTranslate2's own converter."""
from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from .network import PLACES

COPIED = ['source.spm', 'target.spm', 'tokenizer_config.json']
TOKENIZER = {'tokenizer_class': 'MarianTokenizer', 'source_lang': 'zho', 'target_lang': 'eng', 'separate_vocabs': False,
             'model_max_length': PLACES}


def export(model: Any, work: Path, output: Path) -> None:
    """Write Hugging Face's folder beside the pieces in ``work``, and CTranslate2's with weights of eight bits."""
    from ctranslate2.converters import TransformersConverter
    middle, part = work / 'hugging-face', work / 'converted'
    shutil.rmtree(middle, ignore_errors=True)
    model.save_pretrained(middle)
    for name in ('source.spm', 'target.spm', 'vocab.json'):
        shutil.copyfile(work / name, middle / name)
    (middle / 'tokenizer_config.json').write_text(json.dumps(TOKENIZER, indent=1) + '\n', encoding='utf-8')
    TransformersConverter(str(middle), copy_files=COPIED).convert(str(part), quantization='int8', force=True)
    output.mkdir(parents=True, exist_ok=True)
    for file in part.iterdir():
        file.chmod(0o644)
        shutil.move(file, output / file.name)

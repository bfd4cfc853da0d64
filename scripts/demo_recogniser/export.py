"""From the network as it was trained to a folder that faster-whisper loads, through Hugging Face's Whisper."""
from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import torch

from .network import FRAMES, PLACES, Network
from .pieces import STAMPS, Pieces

COPIED = ['tokenizer.json', 'preprocessor_config.json']     # in the folder, so that nothing is fetched
FEATURES = {'feature_size': 80, 'sampling_rate': 16000, 'hop_length': 160, 'chunk_length': 30, 'n_fft': 400}
SAME = 1e-3                                                  # of scores, between the two networks


def export(network: Network, pieces: Pieces, tokenizer: Path, middle: Path, output: Path) -> None:
    """Write Hugging Face's folder and out of it CTranslate2's, with weights of eight bits."""
    from ctranslate2.converters import TransformersConverter
    from transformers import PreTrainedTokenizerFast
    network.to('cpu').eval()
    whisper = as_whisper(network, pieces)
    compare(network, whisper, pieces)
    shutil.rmtree(middle, ignore_errors=True)
    whisper.save_pretrained(middle)
    end = '<|endoftext|>'
    PreTrainedTokenizerFast(tokenizer_file=str(tokenizer), eos_token=end, bos_token=end, pad_token=end,
                            unk_token=end).save_pretrained(middle)
    shutil.copyfile(tokenizer, middle / 'tokenizer.json')    # as it was trained with, not as it was rewritten
    (middle / 'preprocessor_config.json').write_text(json.dumps(FEATURES, indent=1) + '\n', encoding='utf-8')
    output.mkdir(parents=True, exist_ok=True)
    part = middle.with_name('converted')
    TransformersConverter(str(middle), copy_files=COPIED).convert(str(part), quantization='int8', force=True)
    for file in part.iterdir():
        file.chmod(0o644)
        shutil.move(file, output / file.name)


def as_whisper(network: Network, pieces: Pieces) -> Any:
    """The same network as Hugging Face has it: names agree, stamps are written out, the helps stay behind."""
    from transformers import WhisperConfig, WhisperForConditionalGeneration
    size = network.size
    config = WhisperConfig(
        vocab_size=pieces.first_stamp + STAMPS, num_mel_bins=80, d_model=size.width,
        encoder_layers=size.encoder_layers, decoder_layers=size.decoder_layers,
        encoder_attention_heads=size.heads, decoder_attention_heads=size.heads,
        encoder_ffn_dim=size.inner, decoder_ffn_dim=size.inner, max_source_positions=FRAMES,
        max_target_positions=PLACES, pad_token_id=pieces.end, bos_token_id=pieces.end, eos_token_id=pieces.end,
        decoder_start_token_id=pieces.start, suppress_tokens=None, begin_suppress_tokens=None,
        tie_word_embeddings=True)
    whisper = WhisperForConditionalGeneration(config).eval()
    weights = {f'model.{name}': weight for name, weight in network.state_dict().items()
               if name.startswith(('encoder.', 'decoder.'))}
    weights['model.decoder.embed_tokens.weight'] = weights['proj_out.weight'] = network.table().detach()
    whisper.load_state_dict(weights)
    whisper.tie_weights()
    whisper.generation_config = generation(network, pieces)
    return whisper


def generation(network: Network, pieces: Pieces) -> Any:
    """What CTranslate2 reads about decoding: languages, the head that knows the times, what may not come first."""
    from transformers import GenerationConfig
    codes = {token.content: number for number, token in pieces.tokenizer.get_added_tokens_decoder().items()}
    names = list(codes)
    languages = names[names.index('<|startoftranscript|>') + 1:names.index('<|translate|>')]
    return GenerationConfig(
        suppress_tokens=[], begin_suppress_tokens=pieces.ids(' '), lang_to_id={name: codes[name] for name in languages},
        task_to_id={'transcribe': pieces.transcribe, 'translate': pieces.translate}, is_multilingual=True,
        no_timestamps_token_id=pieces.timeless, alignment_heads=[[network.size.decoder_layers - 1, 0]],
        max_initial_timestamp_index=50, max_length=PLACES, decoder_start_token_id=pieces.start,
        eos_token_id=pieces.end, pad_token_id=pieces.end, bos_token_id=pieces.end)


def compare(network: Network, whisper: Any, pieces: Pieces) -> None:
    """Refuse an export that does not compute what was trained."""
    torch.manual_seed(1)
    features = torch.randn(1, 80, 2 * FRAMES) * .3
    ids = torch.tensor([[pieces.start, pieces.chinese, pieces.transcribe, pieces.stamp(.2), 300, 301]])
    with torch.no_grad():
        theirs = whisper(input_features=features, decoder_input_ids=ids).logits[0]
        memory = network.encoder(features, torch.zeros(1, dtype=torch.long))
        ours = network.decode(ids, memory, torch.ones_like(ids, dtype=torch.bool)).pieces
    off = (theirs - ours).abs().max().item()
    if off > SAME:
        raise ValueError(f'the exported network is off by {off:.4f}')

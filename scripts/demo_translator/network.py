"""The network: Hugging Face's own Marian, small."""
from __future__ import annotations

from typing import Any

from .pieces import Pieces

PLACES = 256                    # pieces of one sentence, at most
WIDTH, INNER, LAYERS = 128, 512, (3, 2)     # layers: encoder, decoder


def network(pieces: Pieces) -> Any:
    """A `MarianMTModel` with nothing learned."""
    from transformers import MarianConfig, MarianMTModel
    model = MarianMTModel(MarianConfig(
        vocab_size=len(pieces.numbers), d_model=WIDTH, encoder_layers=LAYERS[0], decoder_layers=LAYERS[1],
        encoder_attention_heads=4, decoder_attention_heads=4, encoder_ffn_dim=INNER, decoder_ffn_dim=INNER,
        max_position_embeddings=PLACES, activation_function='relu', scale_embedding=True, init_std=WIDTH ** -.5,
        dropout=.0, attention_dropout=0., pad_token_id=pieces.pad, eos_token_id=pieces.end, bos_token_id=pieces.end,
        decoder_start_token_id=pieces.pad, forced_eos_token_id=pieces.end, tie_word_embeddings=True))
    model.model.shared.weight.data[pieces.pad] = 0.     # the decoder starts from nothing; CTranslate2 has no such piece
    model.final_logits_bias[0, pieces.pad] = -1e4
    return model

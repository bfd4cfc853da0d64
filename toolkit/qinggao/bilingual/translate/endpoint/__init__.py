"""An endpoint that speaks OpenAI's way (chat completions): vLLM, llama.cpp, Ollama, a service of the net.

The only translator with which text leaves the machine. Sentences go as numbered lines, and come back so; a reply that
lost, merged, doubled or invented lines is none: the batch is asked again in halves, down to one sentence.
"""
from __future__ import annotations

from .settings import Endpoint
from .translator import EndpointTranslator

__all__ = ['Endpoint', 'EndpointTranslator']

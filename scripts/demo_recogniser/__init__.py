"""The demo recogniser, made from nothing: phrases spoken by espeak-ng, and a small Whisper that learns to hear them."""

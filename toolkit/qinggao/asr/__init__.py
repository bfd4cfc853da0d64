"""Audio becomes transcripts: what faster-whisper hears, when it was said, and what is doubtful about it."""

"""Raw transcripts."""

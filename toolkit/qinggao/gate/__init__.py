"""The gate: lints held against finished pages and raw transcripts, what they find told, what is certain mended."""

"""The trained editor: which mark stands behind a unit of speech, which units go, where a paragraph ends."""

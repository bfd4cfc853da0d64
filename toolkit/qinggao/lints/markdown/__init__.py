"""Markdown that renders wrong."""

"""Leftovers of tools, prompts and recognisers."""

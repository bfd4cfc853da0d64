"""Bilingual blocks."""

"""Glossary and names."""

"""A second language beside the first: aligned, translated, remembered, kept together through every output."""

"""The demo translator's making: a grammar that composes pairs of sentences, a small Marian that learns them."""

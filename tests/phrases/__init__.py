"""The phrase corpora read end to end: each form stands in a small notice of its own, what comes out is compared."""

"""Floor 2: readers, segments, structure, assembly, checks, the contract's models and the command.

A pattern about wording or a number about the genre belongs on a floor below.
"""

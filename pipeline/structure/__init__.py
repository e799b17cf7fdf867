"""From blocks to trees: grids, flattened tables and outlines become atoms, and one search draws the tree.

Knows evidence (markers, amounts, columns, looks), never what a value means downstream.
"""

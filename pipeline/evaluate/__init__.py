"""Extraction measured against hand-checked goldens: what is right, missed and extra, field by field.

Nothing here converts by rules of its own or changes a golden; equality is defined in one place, `facts`.
"""

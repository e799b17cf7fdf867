"""Notices in a database, for those who ask questions of many: tables, rows, loading.

What is stored is what the notice says; nothing here reads a document, and nothing is worked out that SQL can work out.
"""

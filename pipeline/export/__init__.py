"""A notice handed on: flat tables as spreadsheets, CSV, JSON Lines, Markdown, Parquet; deadlines as a calendar; forms.

It reads models and writes files; nothing here extracts or checks. A cell of a document is never run as a formula.
"""

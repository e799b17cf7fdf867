"""Spreadsheets: visible sheets in order, each a table with its merged cells, values as they are displayed."""

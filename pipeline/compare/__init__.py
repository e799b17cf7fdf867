"""Two notices side by side: items paired by what they are, changes field by field, told in words.

It compares what a reader can judge, so a notice file, a scheme JSON and a golden meet here as equals; nothing in it
reads a format or extracts a value.
"""
